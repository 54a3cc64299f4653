"""What replaced a document: its successor, and not the page that explains its status or a namesake in the set."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

BODY = (
    "\nThe exporter writes each span of a trace to the collector. It must keep the order of spans and must not drop one"
    " before the queue of 2,048 spans is full. A span that was refused three times is written to the log.\n"
)
OTHER = (
    "# Life of documents\n\nA document is a draft until two reviewers agree, and holds until another one replaces it.\n"
)


def successor(documents: dict[str, str], path: str) -> tuple[bool, object]:
    """Whether the document is told, and what the finding calls its successor."""
    report = check_documents(documents.items(), config=Config(select=("IDX010",)), purpose="retrieve")
    found = [dict(finding.data).get("successor_path") for finding in report.findings if finding.path == path]
    return bool(found), found[0] if found else None


STATUS_LINKS = {
    "English": "# Exporter\n\n**Status**: [Deprecated](life.md)\n",
    "German, a list": "# Exporter\n\n* Status: [Zurückgezogen](life.md#enden)\n",
    "French, code": "# Exporteur\n\n`Statut` : [obsolète](life.md)\n",
    "in a sentence": "# Exporter\n\n> **This document is [archived](life.md) and no longer maintained.**\n",
}


@pytest.mark.parametrize("text", STATUS_LINKS.values(), ids=list(STATUS_LINKS))
def test_the_page_that_explains_a_status_replaces_nothing(text: str) -> None:
    _, found = successor({"exporter.md": text + BODY, "life.md": OTHER}, "exporter.md")
    assert found is None


@pytest.mark.parametrize(
    "line",
    [
        "**Status**: [Deprecated](life.md), replaced by [Sender](sender.md)",
        "Status: superseded by [Sender](sender.md)",
        "This page has moved to [Sender](sender.md).",
    ],
)
def test_what_replaced_it_is_named(line: str) -> None:
    documents = {
        "exporter.md": f"# Exporter\n\n{line}\n{BODY}",
        "life.md": OTHER,
        "sender.md": f"# Sender\n{BODY.replace('exporter', 'sender')}",
    }
    assert successor(documents, "exporter.md") == (True, "sender.md")


OUTSIDE = {
    "a namesake": "This page has moved to [OTLP](https://example.org/docs/specs/otlp/).\n",
    "German": "Diese Seite ist umgezogen nach [OTLP](https://example.org/doku/otlp.html).\n",
    "a project": "This page has moved to [otlp](https://git.example.org/tracing/otlp/tree/main).\n",
}


@pytest.mark.parametrize("line", OUTSIDE.values(), ids=list(OUTSIDE))
def test_an_address_of_another_site_is_no_file_of_the_same_name(line: str) -> None:
    documents = {
        "protocol/old.md": f"# Protocol\n\n{line}",
        "exporters/otlp.md": f"# OTLP exporter\n{BODY}",
    }
    assert successor(documents, "protocol/old.md")[1] is None


def test_the_address_of_a_file_on_its_host_is_that_file() -> None:
    line = "Superseded by [Sender](https://git.example.org/tracing/blob/main/protocol/sender.md).\n"
    documents = {
        "protocol/old.md": f"# Protocol\n\n{line}{BODY}",
        "protocol/sender.md": f"# Sender\n{BODY.replace('exporter', 'sender')}",
    }
    assert successor(documents, "protocol/old.md") == (True, "protocol/sender.md")
