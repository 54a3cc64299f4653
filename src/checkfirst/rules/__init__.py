"""From measures to findings: one decorated function a rule, and the engine that builds the finding.

May be imported: ``registry`` and ``engine``; rules import ``model`` and ``safe_text`` alone.

To add one: a module in the folder of its prefix, then ``python docs/generate.py``.
"""
