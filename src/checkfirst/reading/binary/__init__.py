"""Readers of formats that are not text; they run in the sandbox process only.

May be imported: each ``read_…``, which takes bytes and returns ``Structure``; and ``archive``.

To add one: a module with ``read_…``, a line in ``reading.format_table``, and places in ``tests/test_places``.
"""
