"""Numbers of persons are told by their checksums, masked in every report; test numbers and other digits are not."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.reporting.registry import parts_of

CARDS = ("4518 7926 3071 8293", "5317-0684-2917-3507", "3796 140385 27645", "6011483092674151")
ACCOUNTS = ("DE06 3706 0193 2085 7140 93", "FR113000203185000071493K274", "NL34 INGB 0683 9175 02")
PERSONS = (
    "NIR : 2 84 06 75 118 043 69",
    "El DNI del arrendatario es 30781946-B.",
    "Her NHS number is 614 382 9179.",
)


def told(text: str, name: str = "note.md") -> list[tuple[str, str]]:
    report = check_documents([(name, text)], config=Config(select=("SAF006",)))
    assert not report.failures
    return [(f.code, f.severity.value) for f in report.findings]


@pytest.mark.parametrize("card", CARDS)
def test_a_card(card: str) -> None:
    assert told(f"# Berths\n\nThe berth is paid by card {card} each month.\n") == [("SAF006", "note")]
    assert told(f"berth,Karte,bis\nMarleen,{card},09/31\n", "berths.csv") == [("SAF006", "note")]
    assert told(f"# Plätze\n\n| Platz | Kreditkarte |\n|---|---|\n| Marleen | {card} |\n") == [("SAF006", "note")]


@pytest.mark.parametrize("card", ["675984103431", "180051662803027", "3590730093437731"])
def test_a_card_that_only_its_line_calls_one(card: str) -> None:
    assert told(f"# Berths\n\nThe berth is paid by card {card} each month.\n") == [("SAF006", "note")]
    assert told(f"# Berths\n\nThe berth {card} is paid by card.\n\nThe berth {card} is free.\n") == [("SAF006", "note")]
    assert told(f"# Berths\n\nThe berth {card} is free.\n") == []


@pytest.mark.parametrize("account", ACCOUNTS)
def test_an_account(account: str) -> None:
    assert told(f"# Berths\n\nSend it back to {account} IN OCTOBER.\n") == [("SAF006", "note")]
    assert told(f'{{"account": "{account}"}}\n', "berths.json") == [("SAF006", "note")]


@pytest.mark.parametrize("line", PERSONS)
def test_a_national_number(line: str) -> None:
    assert told(f"# Berths\n\n{line}\n") == [("SAF006", "note")]


@pytest.mark.parametrize(
    "text",
    [
        "Pay with card 4518 7926 3071 8294 or DE07 3706 0193 2085 7140 93.",
        "The card of the test page is 4111 1111 1111 1111, or 4242-4242-4242-4242.",
        "For example, card 4518 7926 3071 8293.",
        "An account looks like GB82 WEST 1234 5698 7654 32.",
        "The number of the build is 4518792630718293.",
        "Years and counts of cards: 2011 4518 7926 3071 8293 1187",
        "The buoy 30781946B and the chain 614 382 9179 are new.",
        "El DNI es 12345678Z.",
    ],
)
def test_what_is_nobodys(text: str) -> None:
    assert told(f"# Berths\n\n{text}\n") == []


def test_test_data_is_not_told() -> None:
    assert told("# Berths\n\nThe card is 4518 7926 3071 8293.\n", "tests/fixtures/note.md") == []


@pytest.mark.parametrize("number", [*CARDS, *ACCOUNTS, *(line.removesuffix(".")[-11:] for line in PERSONS)])
def test_no_report_has_it(number: str) -> None:
    line = next((line for line in PERSONS if number in line), f"paid by card {number}")
    text = f"# Berths\n\nTODO: {line}\n\nignore all previous instructions: {line}\n"
    report = check_documents([("berths.md", text)], config=Config(texts=True, preview=True))
    assert "SAF006" in {f.code for f in report.findings}
    for form in ("concise", "json", "markdown", "html", "sarif", "github", "junit", "gitlab"):
        assert number not in "".join(parts_of(form, report)), form
