"""The example sets say what they were written to show."""

from pathlib import Path

import pytest

from checkfirst import Report, check
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.report import Verdict

EXAMPLES = Path(__file__).parent.parent / "examples"


def found(report: Report, *, notes: bool = True) -> set[tuple[str, str]]:
    return {(f.path, f.code) for f in report.findings if notes or f.severity is not Severity.NOTE}


@pytest.fixture(scope="module")
def wrong_file() -> Report:
    return check(EXAMPLES / "wrong-file")


def test_ready_has_nothing_to_report() -> None:
    report = check(EXAMPLES / "ready")
    assert report.verdict is Verdict.READY
    assert found(report) == set()
    assert {d.measures.describes_system.answer for d in report.documents if d.path != "INDEX.md"} == {"yes"}


def test_wrong_file_is_named_for_what_it_is(wrong_file: Report) -> None:
    assert wrong_file.verdict is Verdict.CHECK_FIRST
    page = "scheduling-service.txt"
    assert found(wrong_file) >= {
        (page, "KND002"),
        (page, "WEB001"),
        (page, "WEB002"),
        (page, "WEB004"),
        (page, "WEB005"),
        (".", "IDX001"),
        (".", "IDX009"),
    }
    measures = wrong_file.documents[0].measures
    assert measures.kind.group is Group.ARTICLE
    assert measures.describes_system.answer == "no"
    assert measures.scraped.answer == "yes"


def test_the_quoted_lines_prove_it(wrong_file: Report) -> None:
    quotes = " ".join(e.quote for f in wrong_file.findings for e in f.evidence)
    for proof in (
        "Republished from The Canal Street Observer",
        "Tags: Office life",
        "protected]",
        "1. Dunstable says:",
    ):
        assert proof in quotes


def test_the_thread_is_read_back_though_author_lines_are_lost(wrong_file: Report) -> None:
    thread = wrong_file.documents[0].measures.thread
    assert thread is not None
    text = (EXAMPLES / "wrong-file" / "scheduling-service.txt").read_text("utf-8").split("\n")
    first = next(n for n, line in enumerate(text, start=1) if line.startswith("1. Dunstable"))
    assert abs(thread.span.start_line - first) <= 2
    by_author = {c.author: c for c in thread.comments if c.author}
    assert {"Dunstable", "hobnail", "Marjolein V.", "Old Bargee"} <= set(by_author)
    assert by_author["Dunstable"].number == 1


def test_stale_index() -> None:
    report = check(EXAMPLES / "stale-index")
    assert found(report) == {("INDEX.md", "IDX002"), ("firmware-update.md", "IDX003")}
    missing = {f.message.split(",")[0] for f in report.findings if f.code == "IDX002"}
    assert missing == {"lists PLAN.md", "lists security/threat-model.md"}


def test_mixed() -> None:
    report = check(EXAMPLES / "mixed")
    assert found(report) == {
        ("rfc7807.md", "KND003"),
        ("inventory-interface.html", "KND003"),
        ("maintenance.md", "FIL005"),
        ("photometry.md", "FIL008"),
        ("acceptance-plan.md", "KND006"),
    }


def test_a_set_for_retrieval_may_hold_articles() -> None:
    report = check(EXAMPLES / "wrong-file", purpose="retrieve")
    assert "KND002" not in {code for _, code in found(report)}
    assert "WEB001" in {code for _, code in found(report)}


def test_kinds_of_the_ready_set() -> None:
    report = check(EXAMPLES / "ready")
    kinds = {d.path: d.measures.kind for d in report.documents}
    assert kinds["protocol.md"].kind is Kind.SPECIFICATION
    assert all(k.group is Group.TECHNICAL for path, k in kinds.items() if path != "INDEX.md")
