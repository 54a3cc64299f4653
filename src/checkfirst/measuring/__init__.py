"""Numbers and labels, computed once for each document (``document``) and for the set (``document_set``).

May be imported: ``measure`` and ``measure_set``; rules read only what these return.

To add one: a function in the folder of its subject, called in ``document`` or ``document_set``, and a field in ``model.measures``.
"""
