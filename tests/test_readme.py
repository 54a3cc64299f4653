"""What the README shows of the first example is what a new user sees."""

import re
from pathlib import Path

import pytest

from checkfirst.api import check
from checkfirst.reporting.terminal import Style, render

ROOT = Path(__file__).parents[1]
_SECONDS = re.compile(r"\d+\.\d s$", re.MULTILINE)


def test_the_first_example_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = re.search(
        r"\$ checkfirst examples/wrong-file\n(.*?)\n```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL
    )
    assert shown
    printed = render(check("examples/wrong-file"), Style(width=80)).rstrip()
    assert _SECONDS.sub("", shown[1]) == _SECONDS.sub("", printed)
