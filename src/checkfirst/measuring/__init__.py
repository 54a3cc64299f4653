"""Measures: numbers and labels, computed once for each document (``document``) and for the set (``document_set``).

May be imported: ``measure``, ``measure_needed``, ``unmeasured``, ``summarize`` and ``measure_set``; rules read only what these return.

To add one: a function in the folder of its subject, a call in ``document`` or ``document_set``, and a field in
``model.measures.DocumentMeasures`` or ``model.set_measures.SetMeasures``.
"""
