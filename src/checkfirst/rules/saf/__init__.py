"""SAF: what must not be handed over to a reader or a model.

Each module defines one rule, a function with the module's name; modules that begin with an underscore hold what several
rules share. May be imported by rules: ``checkfirst.model``, ``checkfirst.safe_text`` and those shared modules alone.

To add one: a module here, samples on which it fires and keeps silent in ``samples/``; then ``python docs/generate.py``.
"""
