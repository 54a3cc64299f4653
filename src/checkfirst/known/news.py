"""What is new in a set: each row has the time at which it was first said; what a session was told ends at one of them."""

from collections.abc import Iterable

from checkfirst.known.state import Row, State


def dated(state: State, before: State | None) -> State:
    """The state with the times of its rows: those of ``before`` where that said the same of the document, else its own.

    The same is said where nobody would read anything else: the words, or no code that was not there. A note has the time 0,
    which is never new; one that becomes a warning is.
    """
    old = [row for row in before["rows"] if row["since"]] if before else []
    told = {(row["path"], said) for row in old for said in (*row["codes"], row["text"])}
    since = {row["path"]: row["since"] for row in old}
    # Clocks are set back; what is new is later than all that was told.
    now = max([state["looked"], *(row["since"] + 1 for row in old)])
    rows: list[Row] = []
    for row in state["rows"]:
        is_old = row["path"] in since and (
            (row["path"], row["text"]) in told or all((row["path"], code) in told for code in row["codes"])
        )
        rows.append({**row, "since": 0 if row["severity"] == "note" else since[row["path"]] if is_old else now})
    return {**state, "rows": rows}


def last_of(rows: Iterable[Row]) -> int:
    """The time of the newest row, in nanoseconds; 0 for none."""
    return max((row["since"] for row in rows), default=0)


def said_after(rows: Iterable[Row], time: int) -> list[Row]:
    """The errors and warnings that are newer than a time."""
    return [row for row in rows if row["since"] > time]
