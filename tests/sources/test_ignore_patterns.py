"""Patterns in the syntax of ``.gitignore``: they match what git's do, however many stars they have, in little time."""

import itertools
import re
import time
from pathlib import Path
from time import thread_time

import pytest
from pathspec import GitIgnoreSpec

from checkfirst import check
from checkfirst.model.finding import Stage
from checkfirst.sources.ignore_patterns import rules_of, spec_of

PARTS = ("a", "*", "b*", "*a*b", "**", "[ab]?", "*a*")
PATHS = [
    "/".join(parts) for depth in (1, 2, 3, 4) for parts in itertools.product(("a", "b", "ab", "aabb"), repeat=depth)
]


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_they_match_what_they_match_without_bounds(depth: int) -> None:
    for parts in itertools.product(PARTS, repeat=depth):
        for pattern in ("/".join(parts), f"/{'/'.join(parts)}", f"{'/'.join(parts)}/"):
            ours, theirs = spec_of((pattern,)), GitIgnoreSpec.from_lines((pattern,))
            differ = [
                path for path in PATHS[:: 1 if depth < 3 else 7] if ours.match_file(path) != theirs.match_file(path)
            ]
            assert not differ, pattern


def test_five_folders_with_stars_between_them() -> None:
    pattern = "a/**/b/**/*b/**/a*b"
    ours, theirs = spec_of((pattern,)), GitIgnoreSpec.from_lines((pattern,))
    paths = ["/".join(("a", *parts)) for parts in itertools.product(("a", "b", "ab"), repeat=5)]
    assert [path for path in paths if ours.match_file(path)] == [path for path in paths if theirs.match_file(path)]
    assert any(map(ours.match_file, paths))


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a" * 60 + "b", "a" * 240),
        ("*a*" * 400, "b" * 240),
        ("**/a/" * 40 + "b", "a/" * 800 + "c"),
        ("a/**/" * 30 + "*x*y", "a/" * 800 + "xxxx"),
        ("*" * 4_000 + "b", "a" * 240),
        ("[!b]*" * 100 + "?b", "a" * 240),
    ],
)
def test_many_stars_take_little_time(pattern: str, path: str) -> None:
    spec = spec_of((pattern,))
    start = thread_time()
    assert not spec.match_file(path)
    assert thread_time() - start < 0.5


def test_a_set_with_such_patterns_is_checked(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("*a" * 30 + "b\n*.log\n")
    (tmp_path / ("a" * 200 + ".md")).write_text("# Rows\n\nThe importer reads rows.\n")
    (tmp_path / "x.log").write_text("one\n")
    report = check(tmp_path)
    assert [len(d.path) for d in report.documents] == [203]


@pytest.mark.parametrize("wrong", ["!", "a\\", "[z-a]", "\\"])
def test_a_wrong_pattern_of_a_set_matches_nothing(wrong: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text(f"{wrong}\n*.log\n")
    (tmp_path / "rows.md").write_text("# Rows\n\nThe importer reads rows.\n")
    (tmp_path / "x.log").write_text("one\n")
    assert [d.path for d in check(tmp_path).documents] == ["rows.md"]
    assert rules_of((wrong, "*.log")).match_file("x.log")


@pytest.mark.parametrize("wrong", ["!", "[z-a]"])
def test_a_wrong_pattern_of_the_caller_is_an_error(wrong: str) -> None:
    with pytest.raises((ValueError, re.error)):
        spec_of((wrong,))


@pytest.mark.parametrize("pattern", ["part-{n}", "/x/**/part-{n}"])
def test_many_patterns_and_many_links(tmp_path: Path, pattern: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("".join(pattern.format(n=n) + "\n" for n in range(4_900)), "utf-8")
    links = "".join(f"[x](none-{n}.md)\n\n" for n in range(4_000))
    (tmp_path / "a.md").write_text(f"# Parts\n\n{links}", "utf-8")
    start = time.process_time()
    # What is not held against the patterns is told.
    assert {failure.stage for failure in check(tmp_path).failures} <= {Stage.SET}
    assert time.process_time() - start < 40


def test_more_patterns_than_any_project_has_are_not_read(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("b.md\n" + "x\n" * 6_000, "utf-8")
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(f"# {name}\n\nThe importer reads at most 10 rows.\n", "utf-8")
    report = check(tmp_path)
    assert [document.path for document in report.documents] == ["a.md", "b.md"]
    assert [(f.path, f.reason) for f in report.failures] == [
        (".gitignore", "its patterns are not read: 6,001 lines; at most 5,000 are read")
    ]


def test_a_file_that_is_ignored_and_missing_is_no_broken_link(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("built/\n", "utf-8")
    (tmp_path / "a.md").write_text("# Parts\n\nSee [one](built/one.md) and [two](made/two.md).\n", "utf-8")
    found = [finding.message for finding in check(tmp_path).findings if finding.code == "IDX006"]
    assert len(found) == 1
    assert "two.md" in found[0]
