"""WEB: what scraping a page leaves behind.

A module is one rule, named as its function; what rules share stands in modules that begin with an underscore. Each may
import ``checkfirst.model``, ``checkfirst.safe_text`` and those shared modules, nothing else.

To add one: a module here, and texts on which it fires and keeps silent in ``samples/``; then ``python docs/generate.py``.
"""
