"""A step on the whole set that fails or takes too long loses nothing else, and is never silent."""

import pytest

from checkfirst.api import check_documents
from checkfirst.checking.budget import within_budget
from checkfirst.checking.set_step import bounded
from checkfirst.model.finding import Severity, Stage
from checkfirst.model.report import Verdict
from tests.checking.test_budget import endless

LIMITS = "# Limits\n\nThe gateway takes a hundred calls a minute. A call must be answered within two seconds.\n"
CONFLICT = f"{LIMITS}\n<<<<<<< HEAD\nAt most ten.\n=======\nAt most twenty.\n>>>>>>> main\n"


def test_a_step_without_end_is_a_failure_of_the_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checkfirst.checking.set_step.within_budget", lambda _: within_budget(0.05))
    result, failed = bounded(endless, None, "the documents were not compared", 2, debug=False)
    assert result is None
    assert [(f.path, f.stage, f.reason) for f in failed] == [
        (".", Stage.SET, "the documents were not compared: it takes more than 60 s of processor time")
    ]


def test_an_error_in_it_keeps_the_results_for_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("checkfirst.checking.run.measure_set", broken)
    report = check_documents([("limits.md", LIMITS), ("b.md", CONFLICT)])
    assert [document.path for document in report.documents] == ["b.md", "limits.md"]
    assert {finding.path for finding in report.findings} == {"b.md"}
    assert [f.reason for f in report.failures] == ["the documents were not compared: RecursionError: too deep"]
    assert report.verdict is Verdict.CHECK_FIRST


def test_an_index_is_read_beyond_its_twenty_thousandth_entry() -> None:
    entries = "".join(f"- [Limits {n}](limits.md): what part {n} allows\n" for n in range(20_500))
    index = f"# Documents\n\n{entries}- [Refunds](refunds.md): what is paid back\n"
    report = check_documents([("INDEX.md", index), ("limits.md", LIMITS)])
    missing = [finding for finding in report.findings if finding.code == "IDX002"]
    assert [dict(finding.data)["target"] for finding in missing] == ["refunds.md"]


@pytest.mark.parametrize(
    ("name", "line"),
    [("mkdocs.yml", "  - limits.md"), ("llms.txt", "- limits.md: what is allowed"), ("index.txt", "limits.md")],
)
def test_lines_of_entries_that_are_not_read_are_told(name: str, line: str) -> None:
    text = ("nav:\n" if name == "mkdocs.yml" else "") + f"{line}\n" * 50_100
    report = check_documents([(name, text), ("limits.md", LIMITS), ("docs/limits.md", LIMITS)])
    told = [f.message for f in report.findings if f.code == "FIL007" and f.severity is Severity.NOTE]
    assert len(told) == 1
    assert "lines of entries" in told[0]
