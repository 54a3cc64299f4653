"""What is known of a set is used while nothing changed, and for no longer."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from checkfirst.known import store
from checkfirst.known.look import holds, key_of, known, own_code
from checkfirst.known.stamps import above_of, is_settled, stamps_of
from checkfirst.known.state import State
from checkfirst.sources.folder import list_paths
from checkfirst.sources.site_files import DECIDING_NAMES
from checkfirst.user_cache import cache_folder, emptied


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "set"
    (folder / "deep").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (folder / "one.md").write_text("# One\n\nThe queue sends a message.\n")
    (folder / "deep" / "two.md").write_text("# Two\n")
    (folder / ".gitignore").write_text("build/\n")
    return folder


def state_of(folder: Path) -> State:
    base = str(folder.parent)
    listing = list_paths([folder])
    return State(
        key=key_of(base, ["set"]),
        code=own_code(),
        looked=1,
        settled=True,
        stamps=stamps_of(listing, str(folder), base, []),
        above=above_of(str(folder)),
        deciding=DECIDING_NAMES,
        root=str(folder),
        ready=True,
        headline="READY",
        documents=2,
        rows=[],
    )


def rewrite_with_old_times(folder: Path) -> None:
    file = folder / "one.md"
    before = file.stat()
    file.write_text(file.read_text().replace("queue", "ledge"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace_by_link(folder: Path) -> None:
    (folder / "one.md").rename(folder.parent / "one.md")
    (folder / "one.md").symlink_to("../one.md")


def exclude(folder: Path) -> None:
    (folder.parents[1] / ".git" / "info").mkdir()
    (folder.parents[1] / ".git" / "info" / "exclude").write_text("two.md\n")


CHANGES: dict[str, Callable[[Path], object]] = {
    "same size and times": rewrite_with_old_times,
    "added": lambda folder: (folder / "deep" / "new.md").write_text("# New\n"),
    "deleted": lambda folder: (folder / "deep" / "two.md").unlink(),
    "renamed": lambda folder: (folder / "one.md").rename(folder / "uno.md"),
    "ignored now": lambda folder: (folder / ".gitignore").write_text("deep/\n"),
    "configured above": lambda folder: (folder.parent / "checkfirst.toml").write_text("strict = true\n"),
    "configured at the top": lambda folder: (folder.parents[1] / "pyproject.toml").write_text("[tool.checkfirst]\n"),
    "accepted": lambda folder: (folder.parent / "checkfirst.lock").write_text(""),
    "ignored by this work tree alone": exclude,
    "a site above": lambda folder: (folder.parents[1] / "mkdocs.yml").write_text("site_name: s\n"),
    "replaced by a link": replace_by_link,
}


def test_it_holds_while_nothing_changes(folder: Path) -> None:
    store.write(state_of(folder))
    kept = known(key_of(str(folder.parent), ["set"]))
    assert kept is not None
    assert holds(kept)
    (folder / "one.md").read_bytes()
    # What comes and goes beside it is nothing to it.
    (folder.parent / "notes.tmp").write_text("")
    (folder.parents[1] / "other").mkdir()
    # Nor what commands of version control do in their own folder.
    (folder.parents[1] / ".git" / "index").write_text("")
    assert holds(kept)
    assert known(key_of(str(folder), ["set"])) is None


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_ends_it(change: str, folder: Path) -> None:
    state = state_of(folder)
    CHANGES[change](folder)
    assert not holds(state)


def test_stamps_of_a_set_that_just_changed_are_not_relied_on(folder: Path) -> None:
    listing = list_paths([folder])
    assert not is_settled(stamps_of(listing, str(folder), str(folder.parent), []), listing)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"key": 3}', "null", "[" * 100_000])
def test_a_damaged_file_counts_as_nothing(text: str, folder: Path) -> None:
    state = state_of(folder)
    store.write(state)
    (file,) = Path(str(cache_folder()), store.FOLDER).iterdir()
    file.write_text(text)
    assert known(state["key"]) is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has no such permissions")
def test_what_others_could_have_written_is_not_believed(folder: Path) -> None:
    state = state_of(folder)
    store.write(state)
    kept = Path(str(cache_folder()), store.FOLDER)
    (file,) = kept.iterdir()
    assert file.stat().st_mode & 0o077 == 0
    file.chmod(0o666)
    assert known(state["key"]) is None
    file.chmod(0o600)
    other = kept / "elsewhere.json"
    other.write_text(json.dumps({**state, "ready": False}))
    file.unlink()
    file.symlink_to(other)
    assert known(state["key"]) is None


def test_it_can_be_deleted(folder: Path) -> None:
    assert emptied(store.FOLDER) == 0
    store.write(state_of(folder))
    assert emptied(store.FOLDER) > 0
    assert known(key_of(str(folder.parent), ["set"])) is None
