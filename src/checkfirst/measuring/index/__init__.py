"""Entries of indexes and links between documents, resolved against the files of the set.

May be imported: everything. Only ``targets`` decides whether a target exists.

To add one: an index format is a function in ``entries``, and its file names are lines in ``model.index_names``.
"""
