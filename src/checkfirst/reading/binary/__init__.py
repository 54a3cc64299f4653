"""Readers of formats that are not text; they run in the sandbox process only.

May be imported: Each ``read_…`` takes bytes or an opened package and returns ``Structure``.

To add one: a module with ``read_…``, a line in ``reading.formats``, and places in ``tests/test_places``.
"""
