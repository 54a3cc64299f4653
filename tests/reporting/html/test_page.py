"""The page: its rows and words, what it holds of a large set, and that the same report gives the same page."""

import re

import pytest
from lxml import html
from msgspec.structs import replace

from checkfirst import Report, check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Failure, Stage
from checkfirst.reporting.html.page import parts
from tests.texts import GARDEN, LEDGER_SERIES, LOGIN_PAGE, OPINION


def page_of(report: Report) -> str:
    return "".join(parts(report))


def rows_of(page: str) -> list[list[str]]:
    rows = html.document_fromstring(page).xpath("//tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


@pytest.fixture(scope="module")
def report() -> Report:
    index = "# Set\n\n- [Accounts](accounts.md)\n- [Ledger errors](errors.md)\n- [Gone](gone.md)\n"
    documents = {**LEDGER_SERIES, "INDEX.md": index, "errors.md": LOGIN_PAGE, "view.txt": OPINION, "roses.md": GARDEN}
    return check_documents(documents.items(), config=Config(texts=True))


def test_a_row_says_what_a_document_is_and_was_promised_as(report: Report) -> None:
    rows = {row[1]: row for row in rows_of(page_of(report))}
    assert set(rows) >= {d.path for d in report.documents} | {"gone.md"}
    status, _, promise, what, rule, sure = rows["errors.md"]
    assert (status, promise) == ("✗ wrong", "Ledger errors INDEX.md:4")
    assert what == "is an error, login or waiting page"
    assert rule.startswith("✗ error or login page KND003")
    assert sure.endswith("%")
    assert rows["gone.md"][:4] == ["✗ missing", "gone.md", "Gone INDEX.md:5", "is missing"]
    assert rows["accounts.md"][0] == "✓ looks right"
    assert rows["accounts.md"][4:] == ["", ""]


def test_answers_that_would_contradict_a_claim_are_not_told_beside_it(report: Report) -> None:
    page = html.document_fromstring(page_of(report))
    for section in page.xpath("//section[contains(@class, 'doc')][p[@class='claim']]"):
        assert "belongs with the others" not in section.text_content()
        assert "describes a system" not in section.xpath("string(p[@class='about'])")


def test_without_an_index_there_is_no_column_of_promises() -> None:
    page = page_of(check_documents(LEDGER_SERIES.items()))
    assert "Promised as" not in page
    assert {len(row) for row in rows_of(page)} == {5}


def test_a_file_that_was_not_read_has_a_row(report: Report) -> None:
    failed = Failure(path="odd.pdf", stage=Stage.READING, reason="<b>broken</b>")
    rows = rows_of(page_of(replace(report, failures=(failed,))))
    row = next(row for row in rows if row[1] == "odd.pdf")
    assert (row[0], row[3]) == ("✗ not read", "could not be checked: <b>broken</b>")
    assert rows.index(row) < next(n for n, row in enumerate(rows) if row[0][0] != "✗")


def test_accepted_findings_are_folded_at_the_end(report: Report) -> None:
    accepted = replace(report, findings=tuple(replace(finding, accepted=True) for finding in report.findings))
    page = html.document_fromstring(page_of(accepted))
    assert len(page.xpath("//section[@aria-labelledby='accepted']/details[not(@open)]//li")) > 0


def test_the_day_is_that_of_the_build(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    page = page_of(report)
    assert '<time datetime="1970-01-02">2 January 1970</time>' in page
    assert page == page_of(replace(report, seconds=9.0))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "no number")
    assert "<time datetime=" in page_of(report)


def test_many_findings_of_one_rule_are_told_in_part(report: Report) -> None:
    finding = next(finding for finding in report.findings if finding.path == "view.txt")
    many = tuple(replace(finding, message=f"Number {n} of them") for n in range(300))
    page = page_of(replace(report, findings=many))
    assert "× 300" in page
    assert page.count('class="finding"') == 100
    assert "200 more are not in this page" in page


def test_a_huge_set_makes_no_huge_page(report: Report) -> None:
    """Rows, sections and texts have limits, and the page says what it leaves out."""
    documents = tuple(
        replace(document, path=f"part-{n:04}/{document.path}", shown=document.shown * 10)
        for n in range(400)
        for document in report.documents
    )
    findings = tuple(
        replace(finding, path=f"part-{n:04}/{finding.path}") for n in range(400) for finding in report.findings
    )
    page = page_of(replace(report, documents=documents, findings=findings))
    assert page.count("<tr ") == 2_000
    assert len(page) < 5_000_000
    assert "more rows, nothing worse among them, are not in this page" in page
    assert "more documents of the table" in page
    assert len(re.findall(r'id="d\d', page)) == page.count('<th scope="row"><a')


def test_short_texts_leave_their_room_to_longer_ones() -> None:
    long = "".join(f"Line {n} of a long text that tells of a harbour and its tides.\n" for n in range(4_000))
    documents = {"long.md": f"# Long\n\nSee [it](gone.md).\n\n{long}", "short.md": "# Short\n\nSee [it](gone.md).\n"}
    page = page_of(check_documents(documents.items(), config=Config(texts=True)))
    assert "Line 3999 of" in page
    assert page.count("Full text") == 2


@pytest.mark.parametrize(("lines", "said"), [(4_990, "Full text"), (6_000, "What follows line 5,00")])
def test_a_text_that_is_not_whole_says_so(lines: int, said: str) -> None:
    text = "# Long\n\nSee [it](gone.md).\n\n" + "".join(f"Tide {n}.\n" for n in range(lines))
    page = page_of(check_documents({"long.md": text, **LEDGER_SERIES}.items(), config=Config(texts=True)))
    assert said in page
    assert ("What follows" in page) is (lines > 5_000)


def test_texts_too_long_for_the_page_are_cut_with_a_word() -> None:
    text = "# Long\n\nSee [it](gone.md).\n\n" + "Of a harbour and its tides, told at some length. \n" * 4_900
    names = [f"part-{n}.md" for n in range(4)]
    page = page_of(check_documents({name: text + name for name in names}.items(), config=Config(texts=True)))
    assert re.search(r"Text: the first [\d,]+ of 4,90\d lines", page)
    assert len(page) < 1_500_000


def test_a_map_leads_to_its_documents_and_has_whole_names(report: Report) -> None:
    figure = html.document_fromstring(page_of(report)).xpath("//details[@class='map']")[0]
    names = {text.text for text in figure.xpath(".//*[local-name()='text']")}
    paths = {document.path for document in report.documents}
    assert names
    assert names <= paths
    assert len(figure.xpath(".//a[starts-with(@href, '#d')]")) >= 5


def test_an_interrupted_check_and_an_empty_set_say_so(report: Report) -> None:
    assert "the rest was not looked at" in page_of(replace(report, partial=True))
    assert "Nothing to check" in page_of(check_documents([]))
