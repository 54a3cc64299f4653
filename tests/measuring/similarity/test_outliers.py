"""Strangers in sets: who is one, who isn't, and when nobody can tell."""

import random

import pytest

from checkfirst import Report, check_documents
from checkfirst.config import Config
from tests.texts import FOREIGN, GARDEN, LEDGER_SERIES, OPINION, SPECIFICATION


def report(documents: dict[str, str], about: str = "") -> Report:
    return check_documents(documents.items(), config=Config(about=about), purpose="retrieve")


def strangers(documents: dict[str, str]) -> list[str]:
    return [f.path for f in report(documents).findings if f.code == "FIT001"]


@pytest.mark.parametrize("text", [GARDEN, OPINION], ids=["garden", "column"])
def test_a_text_of_another_subject_is_named_whatever_its_name(text: str) -> None:
    assert strangers({**LEDGER_SERIES, "retention.md": text}) == ["retention.md"]


def test_it_is_named_among_three() -> None:
    some = dict(list(LEDGER_SERIES.items())[2:4])
    assert strangers({**some, "roses.md": GARDEN}) == ["roses.md"]


def test_two_documents_are_no_set() -> None:
    found = report({"storage.md": SPECIFICATION, "roses.md": GARDEN})
    assert [d.fit for d in found.documents] == [None, None]


def test_a_series_has_no_stranger() -> None:
    found = report(LEDGER_SERIES)
    assert {d.path: d.fit.answer for d in found.documents if d.fit} == dict.fromkeys(LEDGER_SERIES, "yes")


def test_the_finding_says_what_sets_it_apart() -> None:
    found = report({**LEDGER_SERIES, "roses.md": GARDEN})
    finding = next(f for f in found.findings if f.code == "FIT001")
    assert finding.message.startswith("like none of the other 5 documents (nearest: ")
    assert "flowers" in finding.message
    assert finding.evidence[0].quote == "# Roses in spring"


def test_the_order_of_documents_never_matters() -> None:
    documents = list({**LEDGER_SERIES, "roses.md": GARDEN}.items())
    first = report(dict(documents))
    random.Random(1).shuffle(documents)
    second = report(dict(documents))
    assert [(d.path, d.fit) for d in first.documents] == [(d.path, d.fit) for d in second.documents]


def test_project_files_and_other_languages_are_not_asked_about() -> None:
    found = report({**LEDGER_SERIES, "LICENSE.md": GARDEN, "mitschrift.md": FOREIGN})
    assert {d.path for d in found.documents if d.fit is None} == {"LICENSE.md", "mitschrift.md"}


def test_the_mission_can_be_told() -> None:
    documents = {**LEDGER_SERIES, "roses.md": GARDEN}
    found = report(documents, about="the ledger: its entries and its server")
    off = next(f for f in found.findings if f.code == "FIT002")
    assert (off.path, off.message) == (
        "roses.md",
        "nothing of what the configuration says the set is about: ledger, entries, server",
    )
