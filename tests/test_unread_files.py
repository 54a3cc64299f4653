"""A file that can't be read changes no verdict and no finding about the other files."""

import gzip
from pathlib import Path

import pytest

from checkfirst import Report, check_documents
from checkfirst.checking.lock import NAME
from checkfirst.config import Config
from checkfirst.model.report import Verdict
from checkfirst.rules.registry import RULES
from checkfirst.rules.samples import Sample, samples_of
from tests.reading.binary.rich_files import LEDGER_DOCX, LEDGER_PDF, LEDGER_XLSX

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Files that can't be read, by name: empty, broken, of types that are not read, and of none.
BROKEN = {
    "z/empty.db": b"",
    "z/empty.doc": b"",
    "z/store.sqlite": b"SQLite format 3\x00" + bytes(200),
    "z/noise.bin": bytes(range(256)) * 4,
    "z/old.doc": OLE + bytes(1_000),
    "z/cut.docx": LEDGER_DOCX[:300],
    "z/cut.xlsx": LEDGER_XLSX[:200],
    "z/cut.pdf": LEDGER_PDF[:100],
    "z/cut.epub": b"PK\x03\x04" + bytes(50),
    "z/cut.zip": b"PK\x03\x04" + bytes(50),
    "z/cut.gz": gzip.compress(b"The warden weighs it.")[:12],
    "z/shot.png": b"\x89PNG\r\n\x1a\n",
    "z/packed.7z": b"7z\xbc\xaf\x27\x1c" + bytes(100),
}
#: Those of them that are no error of their own, once they are known.
QUIET: dict[str, bytes] = {}
EXAMPLES = Path(__file__).parents[1] / "examples"


def _files(folder: Path) -> Sample:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


ABOUT_SETS = [
    (rule.code, sample)
    for rule in RULES.values()
    if rule.code[:3] in {"IDX", "FIT", "GAP", "DUP"}
    for samples in [samples_of(rule.code, rule.name)]
    for sample in (*samples.fires[:2], *samples.silent[:1])
]
SETS = [*((folder.name, _files(folder)) for folder in sorted(EXAMPLES.iterdir())), *ABOUT_SETS]


def report_on(files: Sample) -> Report:
    return check_documents([(n, d) for n, d in files.items() if n != NAME], config=Config(preview=True))


def about_others(report: Report) -> list[tuple[object, ...]]:
    """The findings and claims about files that can be read, without the number of documents, of which empty ones are."""
    findings = [
        (
            f.path,
            f.code,
            f.severity,
            f.confidence,
            f.evidence,
            f.related,
            dict(f.data) | {"documents": 0},
            f.fingerprint,
        )
        for f in report.findings
        if not f.path.startswith("z/")
    ]
    return [*findings, *((d.path, d.claim) for d in report.documents if not d.path.startswith("z/"))]


def stops(report: Report) -> bool:
    """Whether one of the files that can't be read is an error of its own."""
    return any(f.path.startswith("z/") and f.severity == "error" for f in report.findings) or bool(report.failures)


@pytest.mark.parametrize("files", [sample for _, sample in SETS], ids=[name for name, _ in SETS])
def test_unread_files_change_nothing_else(files: Sample) -> None:
    alone = report_on(files)
    quiet = QUIET or QUIET.update({n: d for n, d in BROKEN.items() if not stops(report_on({n: d}))}) or QUIET
    assert len(quiet) > 3
    for added in (quiet, BROKEN):
        beside = report_on({**files, **added})
        assert about_others(beside) == about_others(alone)
        assert beside.verdict == (Verdict.CHECK_FIRST if stops(beside) else alone.verdict)


@pytest.mark.parametrize("name", BROKEN)
def test_each_alone_changes_no_verdict(name: str) -> None:
    for folder in ("ready", "wrong-file"):
        files = _files(EXAMPLES / folder)
        beside = report_on({**files, name: BROKEN[name]})
        assert beside.verdict == (Verdict.CHECK_FIRST if stops(beside) else report_on(files).verdict)


@pytest.mark.parametrize("name", BROKEN)
def test_a_set_of_which_nothing_can_be_read_is_not_ready(name: str) -> None:
    assert report_on({name: BROKEN[name]}).verdict is Verdict.CHECK_FIRST
