"""reStructuredText: headings, links, directives and code."""

from checkfirst.model.document import Role
from checkfirst.reading.restructured import read_restructured

SAMPLE = """PEP: 9999
Title: Quiet clocks
Status: Draft

============
Quiet clocks
============

Abstract
--------

See `the manual <https://example.org/m>`_ and the example::

    clock = Clock()
    clock.quiet()

.. code-block:: python

   print("tick")

.. toctree::
   :maxdepth: 2

   intro
   Guide <guide/index>

- first
- second

.. a comment nobody sees

.. _target: other.rst
"""


def test_structure() -> None:
    read = read_restructured(SAMPLE)
    found = [(s.role, s.span.start_line, s.level) for s in read.segments]
    assert (Role.HEADING, 5, 1) in found
    assert (Role.HEADING, 9, 2) in found
    assert [line for role, line, _ in found if role is Role.CODE] == [14, 17]
    assert [line for role, line, _ in found if role is Role.NAVIGATION] == [21]
    assert [line for role, line, _ in found if role is Role.LIST] == [27]
    assert read.title == "Quiet clocks"
    assert dict(read.metadata)["Status"] == "Draft"
    assert [(link.target, link.line) for link in read.links] == [("https://example.org/m", 12), ("other.rst", 32)]
    assert [h.line for h in read.hidden] == [30]
