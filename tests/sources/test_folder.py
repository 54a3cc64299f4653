"""Listing folders: ordered, never out of the root, nothing passed over in silence."""

import os
import subprocess
from pathlib import Path

import pytest

from checkfirst.errors import UsageError
from checkfirst.sources.folder import list_paths
from checkfirst.sources.interface import Unreadable
from checkfirst.sources.regular_file import read_bytes


def write(path: Path, text: str = "text\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_recursive_and_sorted(tmp_path: Path) -> None:
    for name in ("b/two.md", "a.md", "b/one.md", "c/d/e.txt"):
        write(tmp_path / name)
    listing = list_paths([tmp_path])
    assert [f.path for f in listing.found] == ["a.md", "b/one.md", "b/two.md", "c/d/e.txt"]
    assert listing.found[0].load() == b"text\n"


def test_hidden_and_ignored_files_are_counted_as_skipped(tmp_path: Path) -> None:
    write(tmp_path / ".gitignore", "*.tmp\nbuild/\n!keep.tmp\n")
    for name in (".secret", "note.tmp", "keep.tmp", "build/out.md", "sub/other.tmp", ".git/config"):
        write(tmp_path / name)
    listing = list_paths([tmp_path])
    assert [f.path for f in listing.found] == ["keep.tmp"]
    assert {(s.path, s.reason) for s in listing.skipped} == {
        (".gitignore", "hidden"),
        (".secret", "hidden"),
        (".git", "hidden"),
        ("note.tmp", "ignored by git"),
        ("build", "ignored by git"),
        ("sub/other.tmp", "ignored by git"),
    }


def test_ignore_rules_of_the_work_tree_above_apply(tmp_path: Path) -> None:
    write(tmp_path / ".git" / "HEAD")
    write(tmp_path / ".gitignore", "drafts/\n")
    write(tmp_path / "docs" / "drafts" / "x.md")
    write(tmp_path / "docs" / "y.md")
    assert [f.path for f in list_paths([tmp_path / "docs"]).found] == ["y.md"]


def test_agrees_with_git_on_what_is_ignored(tmp_path: Path) -> None:
    write(tmp_path / ".gitignore", "/top.md\n*.log\n!a/keep.log\nb/**/x.md\n")
    write(tmp_path / "a" / ".gitignore", "inner.md\n")
    names = ("top.md", "a/top.md", "a/keep.log", "a/no.log", "b/c/x.md", "b/x.md", "a/inner.md", "inner.md")
    for name in names:
        write(tmp_path / name)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    said = subprocess.run(
        ["git", "-C", str(tmp_path), "ls-files", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert {f.path for f in list_paths([tmp_path]).found} == {
        n for n in said if not n.rpartition("/")[2].startswith(".")
    }


def test_a_path_named_itself_is_read_even_if_ignored(tmp_path: Path) -> None:
    write(tmp_path / ".gitignore", "*.txt\n")
    assert [f.path for f in list_paths([write(tmp_path / "x.txt")]).found] == ["x.txt"]


def test_several_paths_make_one_set(tmp_path: Path) -> None:
    one, two = write(tmp_path / "a" / "one.md"), write(tmp_path / "b" / "two.md")
    listing = list_paths([one, two.parent, two])
    assert [f.path for f in listing.found] == ["a/one.md", "b/two.md"]


def test_links_never_lead_out(tmp_path: Path) -> None:
    secret = write(tmp_path / "outside" / "secret.md")
    root = tmp_path / "set"
    inside = write(root / "real.md")
    (root / "alias.md").symlink_to(inside)
    (root / "out.md").symlink_to(secret)
    (root / "outdir").symlink_to(secret.parent)
    (root / "broken.md").symlink_to(root / "nowhere.md")
    (root / "loop").symlink_to(root / "loop")
    (root / "up").symlink_to(root)
    listing = list_paths([root])
    assert [f.path for f in listing.found] == ["real.md"]
    assert ("alias.md", "real.md") in listing.aliases
    reasons = {f.path: f.reason for f in listing.failures}
    assert "leads out" in reasons["out.md"]
    assert "leads out" in reasons["outdir"]
    assert reasons["broken.md"] == "broken symbolic link"
    assert "circle" in reasons["loop"]


def test_pipes_and_sockets_are_reported_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    write(tmp_path / "real.md")
    listing = list_paths([tmp_path])
    assert [f.path for f in listing.found] == ["real.md"]
    assert [(f.path, f.reason) for f in listing.failures] == [("pipe.md", "a named pipe, not a file")]


def test_a_pipe_put_in_the_place_of_a_file_does_not_hang(tmp_path: Path) -> None:
    path = write(tmp_path / "note.md")
    found = list_paths([tmp_path]).found[0]
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(Unreadable, match="named pipe"):
        found.load()


def test_a_file_that_vanished(tmp_path: Path) -> None:
    path = write(tmp_path / "note.md")
    found = list_paths([tmp_path]).found[0]
    path.unlink()
    with pytest.raises(Unreadable, match="vanished"):
        found.load()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_and_folder(tmp_path: Path) -> None:
    path = write(tmp_path / "note.md")
    path.chmod(0)
    with pytest.raises(Unreadable, match="can't be opened"):
        read_bytes(path)
    path.chmod(0o600)


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        list_paths([tmp_path / "nothing"])


def test_deep_trees(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(150):
        deep = deep / "d"
    write(deep / "x.md")
    assert len(list_paths([tmp_path]).found) == 1


def test_the_folder_of_a_saved_page_is_part_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "Retries.html").write_text("<p>A page.</p>")
    for name in ("Retries_files/style.css", "Retries_files/ads/frame.html", "other_files/note.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    listing = list_paths([tmp_path])
    assert [f.path for f in listing.found] == ["Retries.html", "other_files/note.md"]
    assert {s.reason for s in listing.skipped} == {"part of the saved page Retries.html"}
    assert len(listing.skipped) == 2


def test_outside_a_work_tree_nothing_is_ignored(tmp_path: Path) -> None:
    for folder in ("", "inner/"):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / ".gitignore").write_text("*.txt\n", "utf-8")
        (tmp_path / folder / "a.txt").write_text("# A\n", "utf-8")
    assert [item.path for item in list_paths([tmp_path]).found] == ["a.txt", "inner/a.txt"]
    (tmp_path / "inner" / ".git").mkdir()
    assert [item.path for item in list_paths([tmp_path]).found] == ["a.txt"]


def test_patterns_of_many_folders_above_one_another_are_bounded(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    folder = tmp_path
    for level in range(4):
        write(folder / ".gitignore", f"kept-{level}.md\n" + "".join(f"*a{n}*b{level}\n" for n in range(3_000)))
        write(folder / f"kept-{level}.md")
        folder = folder / "in"
    listing = list_paths([tmp_path])
    # The fourth file would bring them above the limit: what it ignores is read, and that is said.
    assert [item.path for item in listing.found] == ["in/in/in/kept-3.md"]
    assert [failure.path for failure in listing.failures] == ["in/in/in/.gitignore"]
