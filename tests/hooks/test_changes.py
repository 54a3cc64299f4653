"""Whatever program changed the documents, the agent is told once what is new."""

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.hooks.hosts import DOCUMENTED, HOSTS, Client, decision, members, said

EXAMPLES = Path(__file__).parents[2] / "examples"
WRONG = "scheduling-service.txt"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CLAUDE_PROJECT_DIR", "CURSOR_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    project = tmp_path / "project"
    shutil.copytree(EXAMPLES / "ready", project / "set")
    shutil.copy(EXAMPLES / "wrong-file" / WRONG, tmp_path / WRONG)
    return project


def git(project: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=n", "-c", "user.email=e", *words], cwd=project, check=True, capture_output=True
    )


def checkout(project: Path) -> None:
    git(project, "checkout", "-q", "other")


def before_checkout(project: Path) -> None:
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "set")
    git(project, "commit", "-q", "-m", "ready")
    git(project, "checkout", "-q", "-b", "other")
    shutil.copy(project.parent / WRONG, project / "set" / WRONG)
    git(project, "add", "set")
    git(project, "commit", "-q", "-m", "wrong")
    git(project, "checkout", "-q", "main")


def unpack(project: Path) -> None:
    with zipfile.ZipFile(project.parent / "page.zip", "w") as archive:
        archive.write(project.parent / WRONG, WRONG)
    command = [sys.executable, "-m", "zipfile", "-e", str(project.parent / "page.zip"), "set"]
    subprocess.run(command, cwd=project, check=True)


def script(project: Path) -> None:
    code = f"import shutil; shutil.copy('../{WRONG}', 'set')"
    subprocess.run([sys.executable, "-c", code], cwd=project, check=True)


def renamed(project: Path) -> None:
    (project / "set" / "new").mkdir()
    (project.parent / WRONG).rename(project / "set" / "new" / WRONG)


CHANGES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "git": ("git checkout -q other", checkout),
    "archive": ("python -m zipfile -e ../page.zip set", unpack),
    "script": ("make documents", script),
    "folder": ("./fetch.sh", renamed),
}


@pytest.mark.parametrize(
    ("host", "change"),
    [*(("claude", change) for change in CHANGES), ("cursor", "git"), ("codex", "archive"), ("copilot", "script")],
)
def test_what_a_program_changed_is_told_once(host: str, change: str, project: Path) -> None:
    command, make = CHANGES[change]
    before_checkout(project)
    client = Client(host, project)
    assert client.answer("session") == {}
    assert client.answer("after_shell", COMMAND="ls") == {}
    make(project)
    answer = client.answer("after_shell", COMMAND=command)
    assert members(answer) <= set(DOCUMENTED[host]["after_shell"]["answer"])
    assert WRONG in said(answer)
    assert client.answer("after_shell", COMMAND=command) == {}
    assert client.answer("after_edit", FILE=str(project / "README.md")) == {}


@pytest.mark.parametrize("host", HOSTS)
def test_what_was_wrong_at_the_start_is_not_told_again(host: str, project: Path) -> None:
    shutil.copy(project.parent / WRONG, project / "set" / WRONG)
    client = Client(host, project)
    assert WRONG in said(client.answer("session"))
    (project / "set" / "notes.md").write_text("# Notes\n\nThe queue keeps a message until it was read.\n", "utf-8")
    git(project, "init", "-q")
    assert client.answer("after_shell", COMMAND="git init") == {}


def test_a_change_that_is_taken_back_and_made_again_is_told_again(project: Path) -> None:
    client = Client("claude", project)
    client.answer("session")
    for _ in range(2):
        shutil.copy(project.parent / WRONG, project / "set" / WRONG)
        assert WRONG in said(client.answer("after_shell", COMMAND="make"))
        (project / "set" / WRONG).unlink()
        assert client.answer("after_shell", COMMAND="make clean") == {}


def with_session(given: Any, name: str) -> Any:
    """An event of another session."""
    return {key: name if key in {"session_id", "conversation_id"} else value for key, value in given.items()}


@pytest.mark.parametrize("host", ["claude", "cursor"])
def test_each_session_is_told(host: str, project: Path) -> None:
    client = Client(host, project)
    events = {}
    for event in ("session", "after_shell"):
        given = json.dumps(DOCUMENTED[host][event]["input"]).replace("CWD", str(project)).replace("COMMAND", "make")
        events[event] = json.loads(given)

    def answer(event: str, session: str) -> dict[str, Any]:
        done = client.sent(json.dumps(with_session(events[event], session)).encode())
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    for session in ("one", "two"):
        assert answer("session", session) == {}
    shutil.copy(project.parent / WRONG, project / "set" / WRONG)
    # A read in a third session looks at the set, and takes the news from nobody.
    client.answer("before_read", FILE=str(project / "set" / WRONG))
    for session in ("one", "two"):
        assert WRONG in said(answer("after_shell", session))
        assert answer("after_shell", session) == {}
    # One that begins afterwards was told at its start.
    assert WRONG in said(answer("session", "four"))
    assert answer("after_shell", "four") == {}


def test_of_events_at_once_one_tells(project: Path) -> None:
    client = Client("claude", project)
    client.answer("session")
    shutil.copy(project.parent / WRONG, project / "set" / WRONG)
    given = json.dumps(DOCUMENTED["claude"]["after_shell"]["input"]).replace("CWD", str(project))
    command = [sys.executable, "-m", "checkfirst", "hook", "claude", "set"]
    (project / "event").write_text(given)
    with ExitStack() as open_files:
        inputs = [open_files.enter_context((project / "event").open("rb")) for _ in range(3)]
        outputs = [open_files.enter_context((project / f"answer-{n}").open("wb")) for n in range(3)]
        running = [
            subprocess.Popen(command, stdin=given, stdout=out, cwd=project)
            for given, out in zip(inputs, outputs, strict=True)
        ]
        assert [process.wait() for process in running] == [0, 0, 0]
    assert sum(WRONG in (project / f"answer-{n}").read_text() for n in range(3)) == 1


@pytest.mark.parametrize("host", ["claude", "cursor"])
def test_a_tool_that_failed_may_have_changed_files(host: str, project: Path) -> None:
    client = Client(host, project)
    client.answer("session")
    shutil.copy(project.parent / WRONG, project / "set" / WRONG)
    answer = client.answer("after_failure", COMMAND="make; false")
    assert members(answer) <= set(DOCUMENTED[host]["after_failure"]["answer"])
    assert WRONG in said(answer)


def test_the_hooks_of_another_host_take_no_news_from_its_own(project: Path) -> None:
    # Copilot also runs what a project has for Claude Code, and drops what that adds.
    hosts = [Client(host, project) for host in ("claude", "copilot")]
    for client in hosts:
        client.answer("session")
    shutil.copy(project.parent / WRONG, project / "set" / WRONG)
    for client in hosts:
        assert WRONG in said(client.answer("after_shell", COMMAND="make"))


def test_while_nothing_changes_nothing_is_checked(project: Path) -> None:
    client = Client("claude", project)
    client.answer("session")
    given = json.dumps(DOCUMENTED["claude"]["after_shell"]["input"]).replace("CWD", str(project))
    command = [sys.executable, "-X", "importtime", "-m", "checkfirst", "hook", "claude", "set"]

    def imported() -> str:
        done = subprocess.run(command, input=given.encode(), capture_output=True, cwd=project, check=True)
        return done.stderr.decode()

    # The first event of this kind, and one after a command of version control beside the set.
    assert "numpy" not in imported()
    git(project, "init", "-q")
    imported()
    git(project, "add", "set")
    assert "numpy" not in imported()
    (project / "set" / "new.md").write_text("# Notes\n\nThe queue keeps a message until it was read.\n", "utf-8")
    assert "numpy" in imported()


@pytest.mark.parametrize("host", ["claude", "codex"])
def test_what_changed_between_two_tools_is_told_before_the_next_one(host: str, project: Path) -> None:
    # Codex ends no event for a patch inside a shell command.
    client = Client(host, project)
    client.answer("session")
    shutil.copy(project.parent / WRONG, project / "set" / WRONG)
    answer = client.answer("shell", COMMAND="make")
    assert members(answer) <= set(DOCUMENTED[host]["before_read"]["answer"])
    assert WRONG in said(answer)
    assert decision(answer) == ""
    assert client.answer("after_shell", COMMAND="make") == {}
    assert client.answer("shell", COMMAND="make") == {}
