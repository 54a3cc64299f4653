"""AGT: instructions for coding agents that their hosts don't read whole.

Each module defines one rule, a function with the module's name. May be imported by rules: ``checkfirst.model`` and
``checkfirst.safe_text`` alone.

To add one: a module here, samples on which it fires and keeps silent in ``samples/``; then ``python docs/generate.py``.
"""
