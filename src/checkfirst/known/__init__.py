"""What is known of a set: what was found in it, kept with the state of its files.

While no file changed, hooks and the server answer from it without importing the check. ``look`` decides whether what is
kept still holds, ``store`` keeps it, ``findings`` makes it from a report; ``news`` says what is new in it, ``sessions`` what
each session of an agent was told.

May be imported: ``look`` and ``state`` by everything above; they import next to nothing at start.
"""
