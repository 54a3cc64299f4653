"""From measures to findings: one module for each rule, and the engine that builds the findings.

May be imported: ``registry``, ``engine`` and ``samples``; rules import ``model`` and ``safe_text`` alone.
A confidence that a rule gives as a number is an estimate, not measured; the others are calibrated probabilities.

To add one: a module ``<prefix>/<rule_name>.py`` and its samples, then ``python docs/generate.py``.
"""
