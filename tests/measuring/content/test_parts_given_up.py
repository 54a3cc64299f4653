"""Values, calls and fields that were given up, and documents that were."""

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
