"""Reports as text: one module for each format, with ``parts(report)`` that yields the text piece by piece.

May be imported: ``registry`` for all formats; ``show``, ``index_file``, ``rule_page`` for single commands.

To add one: a module with ``parts``, and a line in ``registry.MODULES``.
"""
