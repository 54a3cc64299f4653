"""Files are written as a whole, keep their permissions, and a set can't have others written in their place."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from checkfirst.cli.app import main
from checkfirst.errors import OutputError
from checkfirst.whole_file import remove_unfinished, replace_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set with an index that lacks a document."""
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "a.md").write_text("# Limits\n\nThe gateway takes a hundred calls.\n", "utf-8")
    (folder / "b.md").write_text("# Units\n\nAmounts are in cents.\n", "utf-8")
    (folder / "INDEX.md").write_text("# Set\n\n- [Limits](a.md)\n", "utf-8")
    return folder


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_file_keeps_its_permissions(folder: Path, mode: int) -> None:
    (folder / "INDEX.md").chmod(mode)
    assert main(["index", str(folder), "--write"]) == 0
    assert "b.md" in (folder / "INDEX.md").read_text("utf-8")
    assert stat.S_IMODE((folder / "INDEX.md").stat().st_mode) == mode


@pytest.mark.parametrize("there", [True, False])
def test_an_index_is_not_written_through_a_link_out_of_the_set(folder: Path, tmp_path: Path, there: bool) -> None:
    outside = tmp_path / "outside.md"
    if there:
        outside.write_text("# Mine\n", "utf-8")
    (folder / "INDEX.md").unlink()
    (folder / "INDEX.md").symlink_to(outside)
    assert main(["index", str(folder), "--write"]) == 2
    assert outside.read_text("utf-8") == "# Mine\n" if there else not outside.exists()


def test_an_index_is_not_written_into_a_pipe(folder: Path) -> None:
    (folder / "INDEX.md").unlink()
    os.mkfifo(folder / "INDEX.md")
    assert main(["index", str(folder), "--write"]) == 2


def test_a_link_that_the_caller_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("before", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    replace_file(tmp_path / "link", ["after"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text("utf-8") == "after"


def test_a_folder_that_takes_no_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="can't be written"):
        replace_file(tmp_path / "none" / "a.json", ["x"])
    assert list(tmp_path.iterdir()) == []


def test_a_killed_writer_leaves_the_former_file_or_the_new_one(tmp_path: Path) -> None:
    program = (
        "from checkfirst.whole_file import replace_file\nfrom pathlib import Path\nimport sys\n"
        "for n in range(10**6):\n    replace_file(Path(sys.argv[1]), [f'{n}:', 'x' * 200_000, '!'])\n    print(n, flush=True)\n"
    )
    path = tmp_path / "report.json"
    for _ in range(10):
        writer = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        assert path.read_text("utf-8").endswith("!")


def test_what_a_killed_writer_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "checkfirst.lock"
    kept = [".checkfirst.lock.swp", ".checkfirst.lock.x.abcdefgh", ".other.lock.abcd1234", "checkfirst.lock.abcd1234"]
    for name in (*kept, ".checkfirst.lock.abcd12_4"):
        (tmp_path / name).write_text("", "utf-8")
    remove_unfinished(target)
    assert {path.name for path in tmp_path.iterdir()} == set(kept)
