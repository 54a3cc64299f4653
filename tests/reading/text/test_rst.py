"""reStructuredText: headings, links, directives and code."""

from checkfirst.model.document import Role
from checkfirst.reading.text.rst import read_restructured

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
- second, see target_

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
    assert [(link.target, link.span.start_line) for link in read.links] == [
        ("https://example.org/m", 12),
        ("other.rst", 32),
    ]
    assert [h.span.start_line for h in read.hidden] == [30]


def test_tables_notes_and_files() -> None:
    text = (
        "Ledger\n======\n\nSee `the limits <limits_>`_ and :download:`sums <data/sums.csv>`.\n\n"
        "=====  ======\nfield  type\n=====  ======\n\n+-----+\n| one |\n+-----+\n\n"
        ".. image:: pictures/flow.png\n\n.. include:: /shared/head.txt\n\n.. [1] A note\n   on two lines.\n\n"
        ".. _limits: https://example.com/limits\n"
    )
    read = read_restructured(text)
    assert [(k.target, k.image) for k in read.links] == [
        ("data/sums.csv", False),
        ("pictures/flow.png", True),
        ("https://example.com/limits", False),
    ]
    painted = [(s.role.value, s.span.start_line, s.span.end_line) for s in read.segments]
    assert ("table", 6, 8) in painted
    assert ("table", 10, 12) in painted
    assert ("reference-list", 18, 19) in painted


def test_names_of_targets_that_are_ids_and_such_as_are_none() -> None:
    names = ["keel", "a-long-keel-7", "the keel", f"{'a' * 4_000} keel", f"{'a-' * 2_000}", "7-keels"]
    read = read_restructured("".join(f".. _{name}:\n\n" for name in names))
    explicit = [[a.explicit for a in read.anchors if a.text == name] for name in names]
    assert explicit == [[True], [True], *[[True, False]] * 4]
