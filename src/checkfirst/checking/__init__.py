"""From a listing to a report: ``run`` checks a set, ``document`` checks one document.

May be imported: ``api`` and ``cli`` import from all but ``worker``; nothing below imports from here.

To add one: a stage is a module here and a call in ``run``.
"""
