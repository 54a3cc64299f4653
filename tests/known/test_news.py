"""When something was first said of a document."""

from checkfirst.known.news import dated, last_of, said_after
from checkfirst.known.state import FORM, Row, State


def row(path: str, *codes: str, severity: str = "error", text: str = "is a page") -> Row:
    return Row(
        path=path,
        severity=severity,
        status="wrong",
        text=text,
        confidence=0.9,
        line=1,
        codes=list(codes),
        quotes=[],
        help="",
        stops=True,
        behind=[f"{code}:{path}" for code in codes],
        is_page=False,
        since=0,
    )


def state(looked: int, *rows: Row) -> State:
    return State(
        key=[str(FORM)],
        code="",
        looked=looked,
        settled=True,
        stamps={},
        above={},
        deciding="",
        root="/set",
        ready=False,
        headline="",
        documents=2,
        rows=list(rows),
    )


def times(state: State) -> dict[str, int]:
    return {row["path"]: row["since"] for row in state["rows"]}


def test_what_is_said_again_keeps_its_time() -> None:
    first = dated(state(10, row("a", "KND002"), row("b", "KND004", severity="note")), None)
    assert times(first) == {"a": 10, "b": 0}
    second = dated(state(20, row("a", "KND002"), row("c", "FIL001")), first)
    assert times(second) == {"a": 10, "c": 20}
    assert [row["path"] for row in said_after(second["rows"], last_of(first["rows"]))] == ["c"]


def test_another_claim_and_a_note_that_became_a_warning_are_new() -> None:
    first = dated(state(10, row("a", "KND002"), row("b", "KND004", severity="note")), None)
    second = dated(
        state(20, row("a", "KND002", "WEB001", text="is a page with comments"), row("b", "KND004", severity="warning")),
        first,
    )
    assert times(second) == {"a": 20, "b": 20}


def test_other_signs_of_the_same_and_another_number_are_not_new() -> None:
    first = dated(state(10, row("a", "KND002"), row("b", "WEB001", text="2 comments")), None)
    second = dated(state(20, row("a", "KND002", "IDX003"), row("b", "WEB001", text="3 comments")), first)
    assert times(second) == {"a": 10, "b": 10}


def test_news_are_later_than_what_was_told_when_the_clock_is_set_back() -> None:
    first = dated(state(10, row("a", "KND002")), None)
    second = dated(state(5, row("a", "KND002"), row("b", "KND002")), first)
    assert times(second) == {"a": 10, "b": 11}
