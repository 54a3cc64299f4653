"""Dot folders that hold documents for people and agents are read; others are not, and links into them are not broken."""

import os
import subprocess
from pathlib import Path

import pytest

from checkfirst.api import check
from checkfirst.sources.folder import list_paths
from checkfirst.sources.git import contents_of, list_revision
from tests.sources.test_folder import write

READ = (
    ".claude/skills/review/SKILL.md",
    ".kiro/specs/locks/requirements.md",
    ".github/CONTRIBUTING.md",
    ".gitlab/handbuch.adoc",
    "tools/.agents/rules.md",
    ".handbook/water.rst",
)
UNREAD = (
    ".github/workflows/test.yml",
    ".github/ISSUE_TEMPLATE/leak.md",
    ".specify/templates/plan-template.md",
    ".claude/node_modules/pad/README.md",
    ".claude/worktrees/one/.git",
    ".claude/worktrees/one/a.md",
    ".git/notes.md",
    ".vscode/readme.md",
    ".obsidian/plugins/x/README.md",
    ".trash/old.md",
    ".pytest_cache/README.md",
    ".editor/a.json",
    ".editor/b.json",
    ".editor/notes.md",
    ".hidden.md",
)


def test_documents_in_dot_folders_are_read(tmp_path: Path) -> None:
    for name in (*READ, *UNREAD, "a.md"):
        write(tmp_path / name)
    assert {found.path for found in list_paths([tmp_path]).found} == {*READ, "a.md"}


def test_the_same_at_a_revision(tmp_path: Path) -> None:
    for name in (*READ, *UNREAD, "a.md"):
        if ".git/" not in name and not name.endswith("/.git"):
            write(tmp_path / name)
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@b"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-qm", "x"], check=True)
    with contents_of(tmp_path) as contents:
        listed = list_revision("HEAD", tmp_path, contents)
    assert {f.path for f in listed.found} == {f.path for f in list_paths([tmp_path]).found}


def test_ignored_dot_folders_are_not_read(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".gitignore", ".claude/local/\n.cursor/\n")
    for name in (".claude/local/a.md", ".claude/b.md", ".cursor/rules/c.md"):
        write(tmp_path / name)
    assert [found.path for found in list_paths([tmp_path]).found] == [".claude/b.md"]


def test_links_into_dot_folders(tmp_path: Path) -> None:
    write(
        tmp_path / "README.md",
        "# Locks\n\nThe [settings](.vscode/settings.json), the [checks](.github/workflows/test.yml), the [folder](.vscode/), "
        "the [note](.local-notes/a.json) and [nothing](.github/none.md).\n",
    )
    for name in (".vscode/settings.json", ".github/workflows/test.yml", ".github/a.md", ".local-notes/a.json"):
        write(tmp_path / name)
    broken = [f.message for f in check(tmp_path, purpose="retrieve").findings if f.code == "IDX006"]
    assert len(broken) == 1
    assert ".github/none.md" in broken[0]


@pytest.mark.parametrize(
    ("files", "folder", "what"),
    [
        ((".venv/pyvenv.cfg", ".venv/lib/a.md"), ".venv", "a virtual environment"),
        ((".docusaurus/registry.js", ".docusaurus/a.md"), ".docusaurus", "a built site"),
        (
            (".vitepress/config.ts", ".vitepress/dist/a.html", ".vitepress/dist/b.html"),
            ".vitepress/dist",
            "a built site",
        ),
    ],
)
def test_what_tools_made_in_dot_folders_is_named(
    tmp_path: Path, files: tuple[str, ...], folder: str, what: str
) -> None:
    for name in (*files, "a.md"):
        write(tmp_path / name)
    listing = list_paths([tmp_path])
    assert [(item.path, item.what.value) for item in listing.left_out] == [(folder, what)]
    assert [found.path for found in listing.found] == ["a.md"]


def test_an_environment_that_git_ignores_is_not_named(tmp_path: Path) -> None:
    for name in (".venv/pyvenv.cfg", ".venv/.gitignore", "a.md"):
        write(tmp_path / name, "*\n")
    assert not list_paths([tmp_path]).left_out


def test_include_brings_in_hidden_and_ignored_files(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".gitignore", "drafts/\n")
    for name in (".vscode/readme.md", "drafts/a.md", "drafts/b.md", ".hidden.md"):
        write(tmp_path / name)
    assert [f.path for f in list_paths([tmp_path], ("/.vscode", "/drafts/a.md")).found] == [
        ".vscode/readme.md",
        "drafts/a.md",
    ]


def test_a_link_in_a_dot_folder_that_leads_out_is_no_failure(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "a.md")
    inside = write(tmp_path / "set" / "b.md")
    (tmp_path / "set" / ".claude").mkdir()
    (tmp_path / "set" / ".claude" / "out.md").symlink_to(outside)
    (tmp_path / "set" / ".claude" / "in.md").symlink_to(inside)
    listing = list_paths([tmp_path / "set"])
    assert not listing.failures
    assert listing.aliases == ((".claude/in.md", "b.md"),)


def test_no_index_needs_to_list_documents_in_dot_folders(tmp_path: Path) -> None:
    write(tmp_path / "INDEX.md", "# Locks\n\n- [Gates](gates.md)\n")
    for name in ("gates.md", ".claude/rules.md", "night.md"):
        write(tmp_path / name, f"# {name}\n\nThe keeper opens the upper gate.\n")
    unlisted = [f.path for f in check(tmp_path, purpose="retrieve").findings if f.code == "IDX003"]
    assert unlisted == ["night.md"]


def test_rules_of_an_editor_are_markdown(tmp_path: Path) -> None:
    write(tmp_path / ".cursor" / "rules" / "python.mdc", "---\nglobs: '*.py'\n---\n\n- Use [four spaces](none.md).\n")
    assert [f.code for f in check(tmp_path, purpose="retrieve").findings if f.path != "."] == ["IDX006"]


@pytest.mark.parametrize(
    ("folder", "is_told"),
    [(".github", True), (".claude/skills", True), (".handbook", True), (".editor", False), (".cache", False)],
)
def test_a_folder_too_deep_to_be_listed_is_told_where_documents_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, is_told: bool
) -> None:
    write(tmp_path / "plan.md")
    if folder == ".handbook":
        write(tmp_path / ".handbook" / "water.md")
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(tmp_path / folder)
    # Deeper than any path that the system takes, so that it can only be made step by step.
    for _ in range(25):
        os.mkdir("d" * 200)
        os.chdir("d" * 200)
    Path("deep.md").write_text("# Deep\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    listing = list_paths([tmp_path])
    assert "plan.md" in {item.path for item in listing.found}
    assert any("can't be listed" in failure.reason for failure in listing.failures) == is_told
    os.system("rm -r ./.[a-z]*")
