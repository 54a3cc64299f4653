"""Comment threads recovered from text: headers, the first line of the thread, the comments.

May be imported: ``find_thread``; the other modules are its parts.

To add one: a header form is a pattern in ``headers``, with tests on a thread of that form.
"""
