"""One row a document: the claim with its proof, missing files as rows of their own, the worst first."""

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.model.finding import SET_PATH, Severity
from checkfirst.reporting.registry import parts_of
from checkfirst.reporting.rows import Row, RowStatus, rows
from checkfirst.reporting.terminal import Style, render
from tests.texts import LEDGER_SERIES

INDEX = (
    "# Ledger\n\n- [Accounts](accounts.md): what an account holds\n- [Transfers](transfers.md): moving money\n"
    "- [Fees](fees.md): what it costs\n- [Limits](limits.md): how much at once\n"
)
ANSWER = "404 Not Found\n\nThe page you requested could not be found on this server.\n"
LIMITS = "# Limits\n\n" + "A transfer MUST NOT move more than the limit of its account, which is set for a day. " * 9
PAGE = "# Limits\n\nSee [one](gone.md), [two](gone-too.md) and so on.\n\n" + "A limit holds for a day. " * 40


def of(documents: dict[str, str], *codes: str) -> dict[str, Row]:
    report = check_documents(documents.items(), config=Config(select=codes))
    return {row.path: row for row in rows(report)}


def test_a_missing_file_is_a_row_with_its_entry_as_proof() -> None:
    told = of({"INDEX.md": INDEX, **LEDGER_SERIES})
    row = told["fees.md"]
    assert (row.status, row.severity, row.text, row.document) == (RowStatus.MISSING, Severity.ERROR, "is missing", None)
    assert [(q.path, q.place.start_line) for q in row.quotes] == [("INDEX.md", 5)]
    assert told["INDEX.md"].status is RowStatus.AS_PROMISED


def test_a_wrong_file_shows_its_promise_then_its_own_lines() -> None:
    row = of({"INDEX.md": INDEX, **LEDGER_SERIES, "fees.md": ANSWER, "limits.md": LIMITS})["fees.md"]
    assert (row.status, row.severity) == (RowStatus.WRONG, Severity.ERROR)
    assert row.quotes[0].quote == "- [Fees](fees.md): what it costs"
    assert {quote.path for quote in row.quotes[1:]} == {"fees.md"}
    assert 2 <= len(row.quotes) <= 3
    assert not {finding.code for group in row.beside for finding in group.findings} & set(row.codes)


def test_findings_of_one_rule_are_one_group() -> None:
    row = of({"limits.md": PAGE}, "IDX006")["limits.md"]
    assert (row.status, row.text, row.place and row.place.start_line) == (RowStatus.FOUND, "", 3)
    assert [len(group.findings) for group in row.beside] == [2]


def test_the_worst_come_first_and_sound_documents_last() -> None:
    files = {"INDEX.md": INDEX, **LEDGER_SERIES, "fees.md": ANSWER, "limits.md": PAGE}
    order = [row.path for row in rows(check_documents(files.items()))]
    assert order[0] == "fees.md"
    assert order.index("limits.md") < order.index("accounts.md")
    assert SET_PATH not in order


def test_what_is_accepted_is_no_row() -> None:
    text = PAGE + "\n<!-- checkfirst: ignore IDX006 -->\n"
    assert of({"limits.md": text}, "IDX006")["limits.md"].status is RowStatus.AS_PROMISED


def test_where_a_text_breaks_off_its_last_words_are_shown() -> None:
    sentence = "A transfer MUST NOT move more than the limit of its account, which is set for a day. "
    text = "# Limits\n\n" + f"{sentence * 4}\n\n" * 4 + sentence * 4 + "The keeper of the account sends the"
    report = check_documents({"limits.md": text}.items(), config=Config(select=("FIL005",)))
    assert [q.quote.endswith("sends the") and q.quote.startswith("…") for q in rows(report)[0].quotes] == [True]
    for form in ("agent", "markdown"):
        assert "account sends the" in "".join(parts_of(form, report))
    assert "account sends the\n" in render(report, Style(width=60))
