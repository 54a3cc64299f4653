"""Reading findings in a browser: the page of a report, served on this machine alone, whose marks go into the lock file.

``marks`` says what a mark is in the lock, ``session`` keeps one review, ``admission`` decides which requests are answered,
``server`` answers them by HTTP. What checks comes from ``cli.review``.

May be imported: by ``cli`` alone.
"""
