"""The address of a review is kept for its user alone, and for a day of work."""

import json
import os
import time
from pathlib import Path

import pytest

from checkfirst.cli.app import main
from checkfirst.review.address import FOLDER, Address, keep, kept, new_token
from checkfirst.user_cache import cache_folder


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def file() -> Path:
    (found,) = Path(cache_folder() or "", FOLDER).iterdir()
    return found


def test_it_is_kept_for_its_lock_file(tmp_path: Path) -> None:
    address = Address(4711, new_token())
    keep(tmp_path / "a.lock", address)
    assert kept(tmp_path / "a.lock") == address
    assert kept(tmp_path / "b.lock") is None
    assert file().stat().st_mode & 0o077 == 0


def test_it_is_deleted_with_the_cache(tmp_path: Path) -> None:
    # Whoever knows the token could mark findings; a user who cleans up expects nothing to be left.
    keep(tmp_path / "a.lock", Address(4711, new_token()))
    assert main(["clean-cache"]) == 0
    assert kept(tmp_path / "a.lock") is None
    assert not [path for path in Path(cache_folder() or "").rglob("*") if path.is_file()]


def test_an_old_one_ends(tmp_path: Path) -> None:
    keep(tmp_path / "a.lock", Address(4711, new_token()))
    yesterday = time.time() - 86_400
    os.utime(file(), (yesterday, yesterday))
    assert kept(tmp_path / "a.lock") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "[" * 5_000,
        json.dumps({"port": "1", "token": "x", "lock": "y"}),
        json.dumps({"port": 1, "token": "", "lock": ""}),
    ],
)
def test_what_is_none_is_not_believed(text: str, tmp_path: Path) -> None:
    keep(tmp_path / "a.lock", Address(4711, new_token()))
    file().write_text(text)
    assert kept(tmp_path / "a.lock") is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system does not tell who may write")
def test_a_file_that_others_may_write_is_not_believed(tmp_path: Path) -> None:
    keep(tmp_path / "a.lock", Address(4711, new_token()))
    file().chmod(0o666)
    assert kept(tmp_path / "a.lock") is None


def test_without_a_cache_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache").write_text("a file")
    keep(tmp_path / "a.lock", Address(4711, new_token()))
    assert kept(tmp_path / "a.lock") is None
