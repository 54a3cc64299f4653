"""The media type of a file: by signature, by the form of its text, by a classifier, and by its name.

May be imported: ``identify``.

To add one: a signature in ``signatures``, or a form in ``text_signatures``, with a test on a file of the type.
"""
