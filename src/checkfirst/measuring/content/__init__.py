"""Patterns in a text: placeholders, status, versions, encoding damage, references, link lists.

May be imported: everything; each function reads lines and returns quotes.

To add one: a member of ``model.traces.TraceKind``, a function here that finds it, and a rule that reports it.
"""
