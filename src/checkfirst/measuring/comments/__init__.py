"""Comment threads recovered from text: the lines that open comments, their likeliest sequence, the comments.

``marks`` says what one line may be, ``openers`` joins neighbouring ones, ``sequence`` finds the openers of one thread, and
``belief`` says how sure it is. ``headers``, ``bylines`` and ``start`` hold what the network for the first line of a thread
was trained with; it is asked where openers stand below their comments.

May be imported: ``find_thread``, ``is_refuted`` and ``ANNOUNCED``; the other modules are their parts.

To add one: what a line may be is a pattern in ``phrases`` or ``dates``, with tests on a thread of that form.
"""
