"""One thing with two values is told once; other things, bounds and spellings of one value are not."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

MORE = "\n\nThe warden walks the quay each morning and writes down what he sees.\n"


def told(one: str, other: str, names: tuple[str, str] = ("rules.md", "questions.md")) -> list[str]:
    texts = [f"# Rules\n\n{one}{MORE}", f"# Questions\n\n{other}{MORE}"]
    report = check_documents(zip(names, texts, strict=True), config=Config(select=("GAP006",)))
    assert not report.failures
    return [f.message for f in report.findings]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("A session ends after 30 minutes without input.", "A session ends after 45 minutes without input.", ("30 minutes", "45 minutes")),
        ("Eine verlorene Karte kostet 5 Euro.", "Was ist, wenn ich sie verliere? Eine verlorene Karte kostet drei Euro.", ("5 Euro", "drei Euro")),
        ("Une carte perdue coûte 5 euros.", "Une carte perdue coûte 8 euros, payables au bureau.", ("5 euros", "8 euros")),
        ("Una tarjeta perdida cuesta 5 euros.", "Una tarjeta perdida cuesta 8 euros.", ("5 euros", "8 euros")),
        ("- An uploaded picture may have at most 20MB.", "An uploaded picture may have up to 25 MB.", ("20MB", "25 MB")),
        ("The valve closes within 30 s.", "The main valve closes within 45 s.", ("30 s", "45 s")),
    ],
)  # fmt: skip
def test_two_values(one: str, other: str, values: tuple[str, str]) -> None:
    (message,) = told(one, other)
    assert all(value in message for value in values)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A session ends after 30 minutes.", "A session ends after half an hour."),
        ("The gate closes after 90 seconds.", "The gate closes after 1.5 minutes."),
        ("A session ends after at least 30 minutes.", "A session ends after at most 45 minutes."),
        ("The east gate closes after 30 seconds.", "The west gate closes after 45 seconds."),
        ("A lost card costs 5 euros.", "A lost key costs 8 euros."),
        ("It costs 5 euros.", "It costs 8 euros."),
        ("See section 5 of the rules of the house.", "See section 8 of the rules of the house."),
        ("The rules of the harbour were written in 1998 by members.", "The rules of the harbour were written in 2004 by members."),
    ],
)  # fmt: skip
def test_no_conflict(one: str, other: str) -> None:
    assert told(one, other) == []


def test_versions_of_one_document() -> None:
    one, other = "A lost card costs 5 euros.", "A lost card costs 8 euros."
    assert told(one, other, ("fees-2022.md", "fees-2023.md")) == []
    assert told(one, other, ("old/fees.md", "fees.md")) == []
