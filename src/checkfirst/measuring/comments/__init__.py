"""Comment threads read back from text: headers, where the thread starts, its comments.

May be imported: ``find_thread``; the other modules are its steps.

To add one: a header form is a pattern in ``headers``, with tests on a thread of that form.
"""
