"""What is answered to an event, from what is known of the set. Nothing here knows a host."""

import os
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from checkfirst.hooks.event import AFTER_READ, AFTER_TOOL, BEFORE_READ, NOTHING, SESSION, Answer, Event
from checkfirst.hooks.wording import cleaned_note, news_of, note_of, refusal_of, searched_note
from checkfirst.known.look import MOST, set_of
from checkfirst.known.news import last_of, said_after
from checkfirst.known.state import Row, State

#: What becomes of the reading of a document on which a claim of error stands.
DENY, ASK, TELL = "deny", "ask", "tell"
READING: Final = (DENY, ASK, TELL)


class Asked(NamedTuple):
    """Whom a decision asks. Each function takes the folder of the project; the paths of the set are theirs to know."""

    before: Callable[[str], State | None]
    """What was last known of the set."""
    now: Callable[[str], State]
    """What is found in the set as it is."""
    unchanged: Callable[[State], bool]
    """Whether all files are as they were when that was found."""
    told: Callable[[str, str, int], int | None]
    """Notes that a session is told all rows up to a time; returns that of the last time, ``None`` if it was told nothing."""
    cleaned: Callable[[str], tuple[str, str]]
    """The main text of a file, and what was left out of it; the latter is empty where that is nothing."""


def decide(event: Event, base: str, asked: Asked, *, reading: str, cleans: bool) -> Answer:
    """The answer to an event in the project ``base``. Raises what the functions of ``asked`` raise."""
    if event.when == SESSION:
        state = asked.now(base)
        asked.told(base, event.session, last_of(state["rows"]))
        return Answer(context=note_of(state))
    if event.when == BEFORE_READ:
        return _before_tool(event, base, asked, reading)
    if event.when in {AFTER_READ, AFTER_TOOL}:
        cleaned = _after_read(event, base, asked) if event.when == AFTER_READ and cleans else NOTHING
        told = _after_tool(event, base, asked, reading)
        return cleaned._replace(context="\n\n".join(filter(None, (told, cleaned.context))))
    return NOTHING


def _before_tool(event: Event, base: str, asked: Asked, reading: str) -> Answer:
    before = asked.before(base) if event.hears else None
    after = asked.now(base) if event.paths or event.searched else _now(before, asked, base)
    answer = _before_read(event, base, after, reading) if after else NOTHING
    if before is None or after is None or answer.refusal:
        return answer
    # A host may tell nobody that a tool is done, and a user changes files between two of them.
    news = news_of(_news(event, base, asked, before, after))
    return answer._replace(context="\n\n".join(filter(None, (answer.context, news))))


def _before_read(event: Event, base: str, state: State, reading: str) -> Answer:
    row = next((row for row in _rows(state, _inside(state, base, event.paths)) if row["stops"]), None)
    if row is None:
        # A search shows lines of many documents: it is not refused for one of them.
        found = [row for row in state["rows"] if row["stops"] and _is_below(state, base, row["path"], event.searched)]
        return Answer(context=searched_note(found)) if found else NOTHING
    refusal = refusal_of(row, set_of(state), base)
    return Answer(context=refusal) if reading == TELL else Answer(refusal=refusal, asks=reading == ASK)


def _after_read(event: Event, base: str, asked: Asked) -> Answer:
    if event.shown is None:
        return NOTHING
    state = asked.now(base)
    row = next((row for row in _rows(state, _inside(state, base, event.paths)) if row["is_page"]), None)
    if row is None:
        return NOTHING
    text, note = asked.cleaned(os.path.join(state["root"], row["path"]))
    return Answer(context=cleaned_note(row["path"], note), text=text) if note else NOTHING


def _after_tool(event: Event, base: str, asked: Asked, reading: str) -> str:
    """What could not be said before, and what is new."""
    before = asked.before(base)
    named = event.paths and (before is None or _inside(before, base, event.paths))
    after = asked.now(base) if named else _now(before, asked, base)
    if after is None:
        return ""
    # What one host is told before a tool is said to another one after it.
    late = _before_read(event._replace(paths=event.read if reading == TELL else ()), base, after, TELL).context
    news = _news(event, base, asked, before, after)
    # Of a set that nobody looked at, only what is said of a file that the host names is new.
    rows = news if before is not None else _rows({**after, "rows": news}, _inside(after, base, event.paths))
    return "\n\n".join(filter(None, (late, news_of(rows))))


def _now(before: State | None, asked: Asked, base: str) -> State | None:
    """The state of a set that was looked at, if it is not too large for a look at each tool: a stamp shows every change."""
    if before is None or len(before["stamps"]) > MOST:
        return None
    return before if asked.unchanged(before) else asked.now(base)


def _news(event: Event, base: str, asked: Asked, before: State | None, after: State) -> list[Row]:
    """What is new since the session was last told."""
    told = asked.told(base, event.session, last_of(after["rows"]))
    return said_after(after["rows"], last_of(before["rows"] if before is not None else ()) if told is None else told)


def _inside(state: State, base: str, paths: Iterable[str]) -> set[str]:
    """Those of the paths that lie in the set, relative to its root."""
    root = state["root"]
    real = (os.path.realpath(os.path.join(base, path)) for path in paths)
    inside = os.path.join(root, "")
    return {path[len(inside) :].replace(os.sep, "/") for path in real if path.startswith(inside)}


def _is_below(state: State, base: str, path: str, folders: Iterable[str]) -> bool:
    """Whether a file of the set lies below one of the folders."""
    file = os.path.realpath(os.path.join(state["root"], path))
    real = (os.path.join(os.path.realpath(os.path.join(base, folder)), "") for folder in folders)
    return any(file.startswith(folder) for folder in real)


def _rows(state: State, paths: set[str]) -> list[Row]:
    return [row for row in state["rows"] if row["path"] in paths]
