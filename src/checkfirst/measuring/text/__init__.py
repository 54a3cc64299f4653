"""A text as numbers: tokens, lines, features of lines and of the document, language.

May be imported: everything. Nothing here imports another folder of ``measuring``.

To add one: a module with one pure function over ``Lines`` or ``Words``.
"""
