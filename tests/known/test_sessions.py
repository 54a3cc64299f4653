"""What sessions were told is kept for each, and a look that began earlier replaces no later one."""

from pathlib import Path

import pytest

from checkfirst.known import store
from checkfirst.known.sessions import told
from checkfirst.user_cache import cache_folder
from tests.known.test_news import row, state, times

KEY = ["1", "/project", "", "/project/set"]


def test_each_session_has_its_own_time() -> None:
    assert told(KEY, "one", 10) is None
    assert told(KEY, "two", 10) is None
    assert told(KEY, "one", 20) == 10
    assert told(KEY, "one", 20) == 20
    assert told(KEY, "two", 20) == 10
    # What is told stays told.
    assert told(KEY, "one", 5) == 20
    assert told([*KEY, "other"], "one", 5) is None


def test_a_session_without_a_name_is_not_remembered() -> None:
    assert told(KEY, "", 10) is None
    assert told(KEY, "", 20) is None


def test_sessions_that_were_told_long_ago_are_forgotten() -> None:
    for number in range(150):
        told(KEY, f"session {number}", 10)
    assert told(KEY, "session 149", 10) == 10
    assert told(KEY, "session 0", 10) is None


@pytest.mark.parametrize("times", ['{"one": "late"}', "[]", "3", "null"])
def test_a_damaged_file_counts_as_nothing(times: str) -> None:
    told(KEY, "one", 10)
    (file,) = Path(str(cache_folder()), store.FOLDER).iterdir()
    file.write_text(file.read_text().replace('{"one":10}', times))
    assert told(KEY, "one", 20) is None
    assert told(KEY, "one", 20) == 20


def test_a_look_that_began_earlier_replaces_no_later_one() -> None:
    later = store.keep(state(20, row("a", "KND002")))
    assert store.keep(state(10, row("b", "KND002"))) == later
    assert times(store.keep(state(30, row("a", "KND002"), row("b", "KND002")))) == {"a": 20, "b": 30}
