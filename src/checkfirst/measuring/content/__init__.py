"""Literal traces in a text: placeholders, status, versions, encoding damage, references, link lists.

May be imported: The ``find_`` functions; each reads lines and returns quotes.

To add one: a member of ``model.measures.Trace``, a finder here, and a rule that reports it.
"""
