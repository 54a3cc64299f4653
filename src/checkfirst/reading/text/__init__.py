"""Readers of formats that are text, and decoding.

May be imported: each ``read_…`` takes a text and returns ``Structure``.

To add one: a module with ``read_…``, and a line in ``reading.format_table``.
"""
