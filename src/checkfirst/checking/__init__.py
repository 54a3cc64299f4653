"""A set from listing to report: ``run`` is the whole order, ``document`` takes one document through it.

May be imported: ``run``, ``listing``, ``lock``, ``cache`` and ``compare`` are for ``api`` and ``cli``; the rest is for this folder.

To add one: a stage is a call in ``run`` and a module of its own here.
"""
