"""Where the set of a project is looked for: agents work in folders below, and in several projects at once."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from checkfirst.hooks.project import projects_of
from tests.hooks.hosts import DOCUMENTED, HOSTS, Client, decision, said
from tests.hooks.test_session import EXAMPLES, WRONG


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a set that has a wrong file, and folders with code."""
    for name in ("CLAUDE_PROJECT_DIR", "CURSOR_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "project"
    (folder / "src" / "api").mkdir(parents=True)
    (folder / ".git").mkdir()
    shutil.copytree(EXAMPLES / "wrong-file", folder / "docs")
    return folder


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("below", ["src", "src/api"])
def test_in_a_folder_below_the_set_is_found(host: str, below: str, project: Path) -> None:
    client = Client(host, project / below, ("docs",))
    assert WRONG in said(client.answer("session"))
    assert decision(client.answer("before_read", FILE=str(project / "docs" / WRONG))) == "deny"
    up = "../" * len(Path(below).parts)
    assert decision(client.answer("shell", COMMAND=f"cat {up}docs/{WRONG}")) == "deny"
    # The same words name another file from there.
    assert decision(client.answer("shell", COMMAND=f"cat docs/{WRONG}")) == ""


def test_the_nearest_set_is_taken_and_none_outside_the_repository(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert projects_of([str(project / "src")], ["docs"]) == [str(project)]
    assert projects_of([str(project / "src"), str(project)], ["docs"]) == [str(project)]
    (project / "src" / "docs").mkdir()
    assert projects_of([str(project / "src" / "api")], ["docs"]) == [str(project / "src")]
    (project.parent / "notes").mkdir()
    assert projects_of([str(project / "src")], ["notes"]) == []
    # Without a repository the home folder is not looked into, and a missing part of the set is none.
    (project / ".git").rmdir()
    assert projects_of([str(project / "src")], ["notes"]) == [str(project.parent)]
    monkeypatch.setenv("HOME", str(project.parent))
    monkeypatch.setenv("USERPROFILE", str(project.parent))
    assert projects_of([str(project / "src")], ["notes"]) == []
    assert projects_of([str(project.parent)], ["notes"]) == [str(project.parent)]
    assert projects_of([str(project / "src")], ["docs", "absent"]) == []


def test_each_folder_of_a_workspace_is_a_project(project: Path) -> None:
    other = project.parent / "other"
    shutil.copytree(EXAMPLES / "ready", other / "docs")
    client = Client("cursor", other, ("docs",))

    def answer(event: str, roots: Sequence[object]) -> dict[str, object]:
        given = json.dumps(DOCUMENTED["cursor"][event]["input"]).replace("FILE", str(project / "docs" / WRONG))
        done = client.sent(json.dumps({**json.loads(given), "workspace_roots": roots, "cwd": ""}).encode())
        told: dict[str, object] = json.loads(done.stdout)
        return told

    for roots in ([str(other), str(project)], [str(other), 3, str(project / "src")], [str(project), str(other)]):
        assert WRONG in said(answer("session", roots))
        assert decision(answer("before_read", roots)) == "deny"
    assert answer("session", [str(other)]) == {}
    assert answer("before_read", [str(other)]) == {}
