"""Several processes give what one gives, in the same order."""

import os
import signal
from pathlib import Path

import pytest
from msgspec.structs import replace

from checkfirst import Config, check
from tests.texts import GOOD_NOTE, LOGIN_PAGE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(410):
        text = LOGIN_PAGE if number % 50 == 7 else f"{GOOD_NOTE}\nThis is note {number} of the importer.\n"
        (tmp_path / f"note-{number:03}.md").write_text(text, encoding="utf-8")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    return tmp_path


@pytest.mark.parametrize("config", [Config(), Config(select=("IDX006",)), Config(select=("IDX006",), readings=False)])
def test_two_processes_give_what_one_gives(folder: Path, config: Config) -> None:
    alone, shared = check(folder, jobs=1, config=config), check(folder, jobs=2, config=config)
    assert len(alone.documents) == 410
    assert replace(alone, seconds=0.0) == replace(shared, seconds=0.0)


def children() -> list[int]:
    own = os.getpid()
    return [int(child) for child in Path(f"/proc/{own}/task/{own}/children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes where Linux lists them")
@pytest.mark.parametrize("which", [slice(1), slice(2)])
def test_what_workers_that_died_had_to_do_is_done_all_the_same(folder: Path, which: slice) -> None:
    before = set(children())

    def kill(done: int, _total: int, _name: str) -> None:
        if done == 1:
            for worker in sorted(set(children()) - before)[which]:
                os.kill(worker, signal.SIGKILL)

    alone, shared = check(folder), check(folder, jobs=2, progress=kill)
    assert replace(alone, seconds=0.0) == replace(shared, seconds=0.0)
    assert set(children()) == before


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes where Linux lists them")
def test_no_worker_is_left_when_the_caller_fails(folder: Path) -> None:
    before = set(children())

    def fail(done: int, _total: int, _name: str) -> None:
        if done == 1:
            assert set(children()) > before
            raise LookupError

    with pytest.raises(LookupError):
        check(folder, jobs=2, progress=fail)
    assert set(children()) == before
