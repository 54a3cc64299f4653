"""What a mark is in the lock file, and which bodies of requests hold marks."""

import json

import pytest

from checkfirst import check_documents
from checkfirst.checking.lock import Accepted, Lock
from checkfirst.model.finding import Finding
from checkfirst.review.marks import Change, Mark, Marked, changes_of, marks_in, with_changes
from tests.texts import OPINION

FINDINGS = {f.code: f for f in check_documents([("column.txt", OPINION)]).findings}
COLUMN = FINDINGS["KND002"]


def acceptance(finding: Finding, why: str, fingerprint: str = "") -> Accepted:
    given = fingerprint or finding.fingerprint
    return Accepted(path=finding.path, code=finding.code, fingerprint=given, date="2026-01-02", who="ben", why=why)


def near(fingerprint: str, bits: int) -> str:
    """The fingerprint of the same document after an edit."""
    return fingerprint[:8] + f"{int(fingerprint[8:], 16) ^ bits:08x}"


def changed(lock: Lock, mark: Mark | None, why: str = "") -> Lock:
    change = Change(fingerprint=COLUMN.fingerprint, mark=mark, why=why, was=None)
    return with_changes(lock, {COLUMN.fingerprint: (COLUMN, change)}, "ada", "2026-02-03")


@pytest.mark.parametrize(
    ("why", "mark", "left"),
    [
        ("", Mark.STAND, ""),
        ("kept for the record", Mark.STAND, "kept for the record"),
        ("wrong", Mark.WRONG, ""),
        ("wrong: it is the specification", Mark.WRONG, "it is the specification"),
        ("wrong words are quoted on purpose", Mark.STAND, "wrong words are quoted on purpose"),
        ("wrongly named: see below", Mark.STAND, "wrongly named: see below"),
    ],
)
def test_a_false_finding_is_an_acceptance_that_says_so(why: str, mark: Mark, left: str) -> None:
    lock = Lock(accepted=(acceptance(COLUMN, why),))
    assert marks_in([COLUMN], lock) == {COLUMN.fingerprint: Marked(mark=mark, why=left, who="ben")}


@pytest.mark.parametrize(
    ("mark", "why", "written"),
    [
        (Mark.STAND, "as agreed", ["as agreed"]),
        (Mark.WRONG, "", ["wrong"]),
        (Mark.WRONG, "it fits", ["wrong: it fits"]),
        (Mark.MENDED, "", []),
        (None, "", []),
    ],
)
def test_a_mark_takes_the_place_of_the_former_one(mark: Mark | None, why: str, written: list[str]) -> None:
    others = (acceptance(FINDINGS["IDX001"], "fine"),)
    for before in (Lock(accepted=others), Lock(accepted=(*others, acceptance(COLUMN, "before")))):
        after = changed(before, mark, why)
        assert [item.why for item in after.accepted if item.code == COLUMN.code] == written
        assert set(others) <= set(after.accepted)


def test_the_acceptance_of_an_edited_document_is_replaced() -> None:
    lock = Lock(accepted=(acceptance(COLUMN, "before", near(COLUMN.fingerprint, 0b101)),))
    assert marks_in([COLUMN], lock)[COLUMN.fingerprint].why == "before"
    assert changed(lock, None) == Lock()
    assert [item.fingerprint for item in changed(lock, Mark.STAND).accepted] == [COLUMN.fingerprint]


def test_the_same_words_go_before_nearly_the_same() -> None:
    lock = Lock(accepted=(acceptance(COLUMN, "near", near(COLUMN.fingerprint, 1)), acceptance(COLUMN, "same")))
    assert marks_in([COLUMN], lock)[COLUMN.fingerprint].why == "same"
    assert [item.why for item in changed(lock, None).accepted] == ["near"]


def body(**differs: object) -> bytes:
    row = {"fingerprint": "0123456789abcdef", "mark": "stand", "why": "", "was": None}
    return json.dumps({"marks": [{**row, **differs}]}).encode()


def test_a_reason_is_one_line_without_signs_that_act() -> None:
    (change,) = changes_of(body(why="  a\n# b\x1b[31m\u202e c\u2028finding x " + "long " * 100))
    assert change.why.startswith("a # b\\x1b[31m\\u202e c finding x long")
    assert len(change.why) <= 200


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"marks": 1}',
        b'{"marks": [1]}',
        b"[" * 100_000,
        body(mark="accepted"),
        body(mark=["stand"]),
        body(fingerprint="../../etc"),
        body(fingerprint="0123456789abcdef\n"),
        body(fingerprint=17),
        body(why=None),
        body(was="x"),
    ],
)
def test_what_holds_no_marks_is_refused(given: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        changes_of(given)
