"""Several processes give what one gives, in the same order."""

from dataclasses import replace
from pathlib import Path

from checkfirst import check
from tests.texts import GOOD_NOTE, LOGIN_PAGE


def test_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    for number in range(410):
        text = LOGIN_PAGE if number % 50 == 7 else f"{GOOD_NOTE}\nThis is note {number} of the importer.\n"
        (tmp_path / f"note-{number:03}.md").write_text(text, encoding="utf-8")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    alone, shared = check(tmp_path, jobs=1), check(tmp_path, jobs=2)
    assert len(alone.documents) == 410
    assert replace(alone, seconds=0.0) == replace(shared, seconds=0.0)
