"""Dates and times of comment headers in many languages, and numbers that are none."""

from datetime import date

import pytest

from checkfirst.measuring.comments.dates import stamp_of


@pytest.mark.parametrize(
    ("text", "day", "timed"),
    [
        ("June 9, 2011 at 4:05 pm", date(2011, 6, 9), True),
        ("9. Juni 2011 um 16:05 Uhr", date(2011, 6, 9), True),
        ("9 juin 2011 à 16h05", date(2011, 6, 9), True),
        ("9 de junio de 2011 a las 16:05", date(2011, 6, 9), True),
        ("9 czerwca 2011, 16:05", date(2011, 6, 9), True),
        ("9 июня 2011 в 16:05", date(2011, 6, 9), True),
        ("2011年6月9日 16:05", date(2011, 6, 9), True),
        ("2011-06-09", date(2011, 6, 9), False),
        ("9 Jun 11 at 4:05 pm", date(2011, 6, 9), True),
        ("9-Jun-11, 16:05", date(2011, 6, 9), True),
        ("9. Juni '11 um 16:05", date(2011, 6, 9), True),
        ("June 11, 2011 at 4:05 pm", date(2011, 6, 11), True),
        ("09/06/2011", date(2011, 6, 9), False),
        ("06/19/2011", date(2011, 6, 19), False),
        ("ToveJune 9, 2011 4:05 PM", date(2011, 6, 9), True),
        ("Jun 9", None, False),
        ("3 years ago", None, True),
        ("vor 3 Jahren", None, True),
        ("il y a 3 ans", None, True),
    ],
)
def test_dates(text: str, day: date | None, *, timed: bool) -> None:
    stamp = stamp_of(text)
    assert stamp is not None
    assert stamp.day == (day.toordinal() if day else None)
    assert stamp.timed is timed


@pytest.mark.parametrize(
    "text", ["Marathon 10", "June 2011 (14)", "Chapter 3", "12:30", "Tove", "31 mayors", "1 of 12", ""]
)
def test_no_dates(text: str) -> None:
    assert stamp_of(text) is None


def test_what_stands_beside_a_date() -> None:
    stamp = stamp_of("Tove Lind on June 9, 2011 at 4:05 pm")
    assert stamp is not None
    assert stamp.rest.split("\t")[0] == "Tove Lind on "
    period = stamp_of("2 June - 4 June 2011")
    assert period is not None
    assert period.count == 2
