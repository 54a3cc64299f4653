"""From measures to findings: a module for each rule, and the engine that builds the finding.

May be imported: ``registry``, ``engine`` and ``samples``; rules import ``model`` and ``safe_text`` alone.

To add one: a module ``<prefix>/<rule_name>.py`` and its samples, then ``python docs/generate.py``.
"""
