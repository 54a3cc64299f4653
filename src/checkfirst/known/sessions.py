"""What each session of an agent was told of a set: the time of the newest row."""

from typing import Final

from checkfirst.known import store
from checkfirst.known.state import Sessions

#: Sessions of one set that are remembered, those longest; characters of a session's name. Not measured.
_MOST: Final = 100
_LONGEST: Final = 200


def told(key: list[str], session: str, time: int) -> int | None:
    """Note that a session is told all rows up to a time. Returns the time up to which it was; ``None`` if it was told nothing.

    Of two processes of one session that ask at once, the second one gets the time of the first: nothing is told twice.
    """
    if not session:
        return None
    key, session = [*key, "sessions"], session[:_LONGEST]
    before = _times(key).get(session)
    if before is not None and before >= time:
        return before
    with store.alone():
        times = _times(key)
        before = times.pop(session, None)
        times[session] = max(time, before or 0)
        store.write(Sessions(key=key, times=dict(list(times.items())[-_MOST:])))
    return before


def _times(key: list[str]) -> dict[str, int]:
    kept = store.read(key)
    times = kept.get("times") if kept else None
    return times if isinstance(times, dict) and all(isinstance(time, int) for time in times.values()) else {}
