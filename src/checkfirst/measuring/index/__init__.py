"""What indexes list and what links lead to, held against the files that are there.

May be imported: ``entries``, ``links``, ``declared``, ``entry_match``.

To add one: an index format is a function in ``entries`` and a line in its table of file names.
"""
