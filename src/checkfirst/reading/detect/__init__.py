"""The media type of a file: by signature, by patterns of its text, by a classifier, and by its name.

May be imported: ``identify``, and ``also_archive`` of ``signatures``.

To add one: a signature in ``signatures``, or a pattern in ``text_signatures``, with a test.
"""
