"""Dangers of one document: text that no reader sees, orders to a model, secrets.

May be imported by ``measuring.document``. Each module finds one danger and returns ``Danger``s; ``find`` calls them all.

To add one: a module here, a member of ``DangerKind`` in ``model/dangers.py``, the call in ``find``, and the rule.
"""
