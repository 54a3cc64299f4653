"""From bytes to a ``Document``: detect the type, decode the text, and read the structure that the format declares.

May be imported: ``read``; readers are reached through the table in ``formats``.

To add one: a reader in ``text`` or ``binary`` that returns ``Structure``, and a line in ``format_table``.
"""
