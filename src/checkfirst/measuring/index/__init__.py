"""What indexes list and what links lead to, held against the files that are there.

May be imported: any module; whether a target is there is answered by ``targets`` alone.

To add one: an index format is a function in ``entries`` and a line in ``model.index_names``.
"""
