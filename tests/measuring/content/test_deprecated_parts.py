"""Values, calls and fields that were deprecated, and documents that were."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Finding


def found(text: str, **others: str) -> list[Finding]:
    files = {"desk.md": text, **{f"{name}.md": body for name, body in others.items()}}
    return list(check_documents(files.items(), config=Config(select=("IDX010",))).findings)


@pytest.mark.parametrize(
    "part",
    [
        "| Value | Meaning |\n|---|---|\n| active | clients may use it |\n| deprecated | clients leave it |\n",
        "- **draft**: nobody uses it\n- **deprecated**: it still answers\n- **retired**: it does not\n",
        "- offen: das Amt arbeitet daran\n- archiviert: es ist fertig\n",
        "Active\n: It works.\n\nDeprecated\n: It still works.\n",
        "Status: deprecated means that clients should move.\n",
        "Replaced by `GET /orders`, the call `GET /old` is kept for a year.\n",
        "**Replaced by:** `orders`. The old list stays for a year.\n",
        "Superseded by the list of orders, the old call is kept for a year.\n",
    ],
)
def test_a_part_that_was_given_up(part: str) -> None:
    assert found(f"# The desk\n\n{part}\n## Use\n\nThe desk answers within a second.\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "Status: deprecated",
        "- Status: superseded\n- Date: 2024-02-01\n- Owner: the desk",
        "| Status | superseded |\n| Date | 2024-02-01 |",
        "Superseded by 0012, the current rules of the desk.",
        "> **Deprecated:** use the new desk.",
        "This document is obsolete: the manual says more.",
    ],
)
def test_a_document_that_was_given_up(line: str) -> None:
    assert [finding.code for finding in found(f"# The desk\n\n{line}\n\n## Use\n\nThe desk answers.\n")] == ["IDX010"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Use Orders by mail instead.",
        "It was replaced by Orders by mail.",
        "It was dropped in favour of orders.md last year.",
    ],
)
def test_the_sentence_below_a_title_names_what_replaced_the_document(sentence: str) -> None:
    other = "# Orders by mail\n\nAn order comes by mail, and the desk answers within a day.\n"
    findings = found(f"# [Deprecated] Orders by fax\n\n{sentence}\n\n## Use\n\nThe desk answers a fax.\n", orders=other)
    assert [finding.related for finding in findings] == [("orders.md",)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "# Stop drawing the gates with pens\n\nUntil now the yard used the brush package for all its plans.\n"
            "Sadly, this package is no longer maintained.\n",
            0,
        ),
        (
            "# Why the counting of ships moves to the north\n\nShips are counted by a project of the southern yard, and\n"
            "this project was abandoned long ago.\n",
            0,
        ),
        (
            "# Choose another store for the berths of the yard\n\nWe rely on a small repository called shelf. It helps, but "
            "this repository is archived.\n",
            0,
        ),
        ("# Brush for drawing plans of the yard\n\nSadly, this package is no longer maintained.\n", 1),
        ("# Brush\n\nA package that draws plans. Sadly, this package is no longer maintained.\n", 1),
        ("# What the calls do now\n\n- `OPEN`: Replaced by the gate;\n- `SHUT`, `LOCK`: Replaced by the keeper.\n", 0),
        ("# What the calls do now\n\n* `RING`, `HORN` — superseded by the signal\n* `LAMP` stays\n", 0),
        ("# What the calls do now\n\n1. `tide()`: deprecated, see the table\n", 0),
        ("# Calls\n\n- `Status`: superseded\n", 1),
        (
            "# News of the week\n\n- The calls of the [old and the new gate](gates.md) are gone, they are\n"
            "  superseded by those of the keeper.\n",
            0,
        ),
        ("# News of the week\n\nTwo lists of ships that nobody read were\nreplaced by one table on the wall.\n", 0),
        ("# News\n\nThe horns of the northern and southern wall are now\nobsoleted by lamps.\n", 0),
        ("# Rules\n\nFor all who work in the yard this document is\nsuperseded by the handbook.\n", 1),
        ("# Rules\n\nDecided by all who met in May\n\nsuperseded by the handbook\n", 1),
    ],
)
def test_what_is_given_up_may_be_another_thing_than_the_document(text: str, told: int) -> None:
    found = check_documents([("page.md", text)], config=Config(select=("IDX010",))).findings
    assert len(found) == told
