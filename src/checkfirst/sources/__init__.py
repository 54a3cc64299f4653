"""Where documents come from: folders, records in memory, git revisions.

May be imported: ``list_paths``, ``list_records``, ``Listing``, ``Found``, ``Unreadable``, ``without_left_out``,
``Included``, and ``git``.

To add one: a module with a function that returns a ``Listing``.
"""
