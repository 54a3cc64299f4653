"""Readers of formats that are text, and decoding.

May be imported: each ``read_…``, which takes a text and returns ``Structure``; and ``decode``.

To add one: a module with ``read_…``, and a line in ``reading.format_table``.
"""
