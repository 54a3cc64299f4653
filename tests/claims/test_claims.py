"""One claim a document: what its findings say together, and whether the set can wait for it."""

from checkfirst import Report, check_documents
from checkfirst.config import Config
from checkfirst.model.claim import Claim, ClaimStatus
from checkfirst.model.finding import Severity
from checkfirst.model.report import Verdict
from tests.texts import GARDEN, LEDGER_SERIES, LOGIN_PAGE, OPINION, SAVED_PAGE, SPECIFICATION

TEMPLATE = "# Plan of [project]\n\nOwner: [name]\n\n## Goal\n\n[goal]\n\n## Scope\n\n[scope]\n\n## Risks\n\n[risks]\n"
CUT = f"{SPECIFICATION}\nContinue reading: subscribe to unlock the rest of this manual\n"


def index(*lines: str) -> str:
    return "# The ledger\n\nWhat the ledger is and how it is kept.\n\n" + "".join(f"- {line}\n" for line in lines)


def reported(files: dict[str, str], config: Config | None = None) -> Report:
    return check_documents(files.items(), config=config)


def claim(files: dict[str, str], path: str) -> Claim:
    found = next(document.claim for document in reported(files).documents if document.path == path)
    assert found
    return found


def series(**more: str) -> dict[str, str]:
    """A sound series with its index, and further files by the stem of their names, which the index lists."""
    extra = [f"[{name.capitalize()} of the ledger]({name}.md)" for name in more]
    listed = [f"[{path.removesuffix('.md').capitalize()}]({path})" for path in LEDGER_SERIES]
    return {"INDEX.md": index(*listed, *extra), **LEDGER_SERIES, **{f"{name}.md": text for name, text in more.items()}}


def test_nothing_speaks_against_a_sound_series() -> None:
    report = reported(series())
    assert {d.claim and d.claim.status for d in report.documents} == {ClaimStatus.AS_PROMISED}
    assert {d.claim and d.claim.severity for d in report.documents} == {None}


def test_a_saved_page_is_one_claim_that_names_the_entry_it_breaks() -> None:
    found = claim(series(webhooks=SAVED_PAGE), "webhooks.md")
    assert found.status is ClaimStatus.WRONG
    assert found.severity is Severity.ERROR
    assert found.text.startswith("is a saved ")
    assert "reader comments, not “Webhooks of the ledger” of INDEX.md:" in found.text
    assert found.promise
    assert found.promise.path == "INDEX.md"
    assert {"WEB001", "WEB002"} <= set(found.codes)


def test_two_independent_signs_are_an_error_where_each_alone_is_a_warning() -> None:
    config = Config(select=("FIT001", "IDX004"))
    report = reported(series(retention=GARDEN), config)
    found = next(d.claim for d in report.documents if d.path == "retention.md")
    assert found
    if {f.severity for f in report.findings} == {Severity.WARNING}:
        assert found.severity is Severity.ERROR
        assert report.verdict is Verdict.CHECK_FIRST


def test_what_breaks_off_keeps_a_set_from_being_ready_where_an_index_promises_it() -> None:
    beside = {**series(), "cut.md": CUT}
    assert claim(beside, "cut.md").severity is Severity.WARNING
    promised = claim(series(cut=CUT), "cut.md")
    assert promised.status is ClaimStatus.INCOMPLETE
    assert promised.severity is Severity.ERROR
    assert reported(series(cut=CUT)).verdict is Verdict.CHECK_FIRST


def test_what_stops_a_set_is_not_hidden_behind_a_likelier_claim_that_does_not() -> None:
    cut = f"{GARDEN}\nContinue reading: subscribe to unlock the rest of this manual\n"
    report = reported(series(retention=cut), Config(select=("FIL005", "IDX004", "FIT001")))
    assert {"FIL005", "IDX004"} <= {finding.code for finding in report.findings}
    assert claim(series(retention=cut), "retention.md").severity is Severity.ERROR
    assert report.verdict is Verdict.CHECK_FIRST


def test_a_template_is_incomplete_and_a_login_page_is_wrong() -> None:
    assert claim(series(plan=TEMPLATE), "plan.md").status is ClaimStatus.INCOMPLETE
    wrong = claim(series(interface=LOGIN_PAGE), "interface.md")
    assert wrong.status is ClaimStatus.WRONG
    assert wrong.text.startswith("is an error, login or waiting page, not “Interface of the ledger” of INDEX.md:")


def test_a_copy_is_told_and_does_not_stop_the_set() -> None:
    files = {**series(), "another.md": SPECIFICATION}
    copies = [d.claim for d in reported(files).documents if d.claim and d.claim.status is ClaimStatus.COPY]
    assert [c.severity for c in copies] == [Severity.WARNING]
    assert copies[0].text == "is a copy of storage.md"


def test_one_file_alone_is_named_with_what_it_is() -> None:
    report = reported({"transfers.txt": OPINION})
    assert report.verdict is Verdict.CHECK_FIRST
    found = report.documents[0].claim
    assert found
    assert found.status is ClaimStatus.WRONG
    assert "KND002" in found.codes


def test_accepted_findings_speak_for_no_claim() -> None:
    accepted = f"<!-- checkfirst: ignore FIL005 the rest is for members -->\n\n{CUT}"
    found = claim(series(cut=accepted), "cut.md")
    assert found.status is ClaimStatus.AS_PROMISED


def decision(number: int, status: str) -> str:
    return (
        f"# {number}. How the ledger keeps its pages\n\n## Status\n\n{status}\n\n## Decision\n\n"
        f"The ledger keeps page {number} for seven years. A clerk must close each page before the next one is opened.\n"
    )


def test_a_register_may_keep_what_no_longer_holds() -> None:
    states = ["Accepted", "Accepted", "Superseded by 4", "Accepted", "Accepted"]
    files = {f"{n:04}-pages.md": decision(n, state) for n, state in enumerate(states, 1)}
    listed = index(*(f"[{path}]({path})" for path in files))
    report = reported({"INDEX.md": listed, **files}, Config(select=("IDX010",)))
    assert [f.path for f in report.findings] == ["0003-pages.md"]
    assert report.verdict is Verdict.READY


def test_a_promised_document_that_no_longer_holds_stops_other_sets() -> None:
    old = f"> **Note** `retired`: superseded by [the archive](archive.md)\n\n{SPECIFICATION}"
    report = reported(series(archives=old), Config(select=("IDX010",)))
    assert report.verdict is Verdict.CHECK_FIRST
