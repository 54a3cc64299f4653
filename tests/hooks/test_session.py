"""A client of each host's documented protocol runs a session on a set with a wrong file, and is told before it reads it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hooks.hosts import DOCUMENTED, HOSTS, Client, decision, members, said

EXAMPLES = Path(__file__).parents[2] / "examples"
WRONG = "scheduling-service.txt"
#: Bytes of a token, about.
TOKEN = 4


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CLAUDE_PROJECT_DIR", "CURSOR_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    shutil.copytree(EXAMPLES / "wrong-file", tmp_path / "set")
    return tmp_path


@pytest.mark.parametrize("host", HOSTS)
def test_it_is_told_at_the_start_and_kept_from_reading(host: str, project: Path) -> None:
    client = Client(host, project)
    start = client.answer("session")
    assert members(start) <= set(DOCUMENTED[host]["session"]["answer"])
    assert "CHECK FIRST" in said(start)
    assert WRONG in said(start)
    assert len(said(start).encode()) / TOKEN <= 300
    read = client.answer("before_read", FILE=str(project / "set" / WRONG))
    assert members(read) <= set(DOCUMENTED[host]["before_read"]["answer"])
    assert decision(read) == "deny"
    assert "saved news article" in said(read)
    shell = client.answer("shell", COMMAND=f"cd set && sed -n '1,40p' {WRONG} | head")
    assert decision(shell) == "deny"
    if "search" in DOCUMENTED[host]:
        # Lines of one file are shown as if it was read.
        assert decision(client.answer("search", FILE=str(project / "set" / WRONG))) == "deny"
        assert decision(client.answer("search", FILE=str(project / "set"))) == ""
    if "also_shell" in DOCUMENTED[host]:
        also = client.answer("also_shell", COMMAND=f"cat set/{WRONG}")
        assert members(also) <= set(DOCUMENTED[host]["also_shell"]["answer"])
        assert decision(also) == "deny"
    if "shell_done" in DOCUMENTED[host]:
        assert client.answer("shell_done", COMMAND="ls") == {}
    if "also_before_read" in DOCUMENTED[host]:
        also = client.answer("also_before_read", FILE=str(project / "set" / WRONG))
        assert members(also) <= set(DOCUMENTED[host]["also_before_read"]["answer"])
        assert decision(also) == "deny"


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("option", [("--reading=ask",), ("--reading", "ask")], ids=["one word", "two"])
def test_the_user_is_asked_where_the_host_can(host: str, option: tuple[str, ...], project: Path) -> None:
    client = Client(host, project, (*option, "set"))
    read = client.answer("before_read", FILE=str(project / "set" / WRONG))
    wanted = DOCUMENTED[host]["before_read"]["asked"]
    assert decision(read) == decision(wanted)


@pytest.mark.parametrize("host", HOSTS)
def test_a_ready_set_is_silent(host: str, project: Path) -> None:
    shutil.rmtree(project / "set")
    shutil.copytree(EXAMPLES / "ready", project / "set")
    client = Client(host, project)
    first = next(path for path in sorted((project / "set").iterdir()) if path.is_file())
    assert client.answer("session") == {}
    assert client.answer("before_read", FILE=str(first)) == {}
    assert client.answer("shell", COMMAND=f"cat set/{first.name}") == {}


@pytest.mark.parametrize("host", HOSTS)
def test_an_edit_is_answered_with_what_is_new(host: str, project: Path) -> None:
    shutil.rmtree(project / "set")
    shutil.copytree(EXAMPLES / "ready", project / "set")
    client = Client(host, project)
    client.answer("session")
    shutil.copy(EXAMPLES / "wrong-file" / WRONG, project / "set" / WRONG)
    edit = client.answer("after_edit", FILE=str(project / "set" / WRONG))
    assert members(edit) <= set(DOCUMENTED[host]["after_edit"]["answer"])
    assert WRONG in said(edit)
    # The same edit again brings nothing new, nor does one outside the set.
    assert client.answer("after_edit", FILE=str(project / "set" / WRONG)) == {}
    assert client.answer("after_edit", FILE=str(project / "other.md")) == {}


@pytest.mark.parametrize("host", ["claude", "codex"])
@pytest.mark.parametrize(
    "command", ["grep -rn calendar set", "rg calendar", "cd set && grep --recursive x .", "rg -n x set | head"]
)
def test_a_search_through_the_set_is_told_and_not_refused(host: str, command: str, project: Path) -> None:
    client = Client(host, project)
    answer = client.answer("shell", COMMAND=command)
    assert members(answer) <= set(DOCUMENTED[host]["before_read"]["answer"])
    assert decision(answer) == ""
    assert WRONG in said(answer)
    for other in ("grep calendar", "ls set | rg x", "grep -r x other", "rg --version | grep -r", "grep x set"):
        (project / "other").mkdir(exist_ok=True)
        assert WRONG not in said(client.answer("shell", COMMAND=other))


@pytest.mark.parametrize("host", ["copilot", "cursor"])
def test_what_a_host_drops_before_a_tool_is_said_after_it(host: str, project: Path) -> None:
    (project / "other").mkdir()
    client = Client(host, project, ("set", "--reading=tell"))
    client.answer("session")
    assert client.answer("shell", COMMAND=f"cat set/{WRONG}") == {}
    answer = client.answer("after_shell", COMMAND=f"cat set/{WRONG}")
    assert members(answer) <= set(DOCUMENTED[host]["after_shell"]["answer"])
    assert "saved news article" in said(answer)
    assert WRONG in said(client.answer("after_shell", COMMAND="grep -rn calendar set"))
    assert client.answer("after_shell", COMMAND="grep -rn calendar other") == {}
    # Where the user lets it be read, nothing is added.
    asking = Client(host, project, ("set", "--reading=ask"))
    assert asking.answer("after_shell", COMMAND=f"cat set/{WRONG}") == {}
    assert WRONG in said(asking.answer("after_shell", COMMAND="rg calendar set"))


def test_a_saved_page_is_handed_over_without_what_surrounds_it(project: Path) -> None:
    client = Client("claude", project, ("set", "--clean"))
    page = project / "set" / WRONG
    answer = client.answer("after_read", FILE=str(page), CONTENT=page.read_text("utf-8"))
    assert members(answer) <= set(DOCUMENTED["claude"]["after_read"]["answer"])
    output = answer["hookSpecificOutput"]["updatedToolOutput"]
    assert output.keys() == DOCUMENTED["claude"]["after_read"]["input"]["tool_response"].keys()
    assert len(output["file"]["content"]) < len(page.read_text("utf-8"))
    assert "main text alone" in answer["hookSpecificOutput"]["additionalContext"]
    # Without the option the agent sees the file as it is.
    assert Client("claude", project).answer("after_read", FILE=str(page), CONTENT="c") == {}
    answer = Client("copilot", project, ("set", "--clean")).answer("after_read", FILE=str(page), CONTENT="c")
    assert members(answer) <= set(DOCUMENTED["copilot"]["after_read"]["answer"])
    assert answer["modifiedResult"] == {"resultType": "success", "textResultForLlm": output["file"]["content"]}


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize(
    "given",
    [b"", b"no JSON", b"[]", b'"text"', b"[" * 100_000, b"\xff\xfe", b'{"hook_event_name": 3, "tool_input": [1]}'],
    ids=["nothing", "words", "list", "text", "deep", "no UTF-8", "other types"],
)
def test_what_is_no_event_is_let_through(host: str, given: bytes, project: Path) -> None:
    answer = json.loads(Client(host, project).sent(given).stdout)
    assert decision(answer) == ""


@pytest.mark.parametrize("host", HOSTS)
def test_an_unknown_event_is_let_through_with_a_line(host: str, project: Path) -> None:
    done = Client(host, project).sent(b'{"hook_event_name": "MoonRise", "cwd": "."}')
    assert json.loads(done.stdout) == {}
    assert done.stderr.decode().count("\n") == 1
    assert "MoonRise" in done.stderr.decode()


@pytest.mark.parametrize("host", HOSTS)
def test_a_failing_check_lets_the_agent_read_and_says_so(host: str, project: Path) -> None:
    (project / "checkfirst.toml").write_text("purpose = 'moon'\n")
    client = Client(host, project)
    file = str(project / "set" / WRONG)
    assert client.answer("before_read", FILE=file) == {}
    given = json.dumps(DOCUMENTED[host]["before_read"]["input"]).replace("CWD", str(project)).replace("FILE", file)
    assert b"purpose" in client.sent(given.encode()).stderr


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("text", ["purpose = 'moon'\n", "purpose =\n", "moon = 1\n"])
def test_a_session_is_told_that_the_check_failed(host: str, text: str, project: Path) -> None:
    (project / "checkfirst.toml").write_text(text)
    start = Client(host, project).answer("session")
    assert members(start) <= {*DOCUMENTED[host]["session"]["answer"], "systemMessage"}
    assert "ConfigError" in said(start)


def test_mistakes_in_the_call_block_nothing(project: Path) -> None:
    for arguments in (("nowhere",), ("set", "--readin=deny"), ("set", "--reading"), ("set", "--reading=never")):
        done = Client("claude", project, arguments).sent(b'{"hook_event_name": "PreToolUse", "cwd": "."}')
        assert json.loads(done.stdout) == {}


@pytest.mark.parametrize(
    "arguments",
    [
        ["claude-code", "set"],
        ["Claude"],
        [],
        ["--readin=ask", "claude-code"],
        ["--reading", "ask", "moon"],
        ["\x1b[31m"],
    ],
)
def test_a_misspelt_host_blocks_nothing(arguments: list[str], project: Path) -> None:
    done = called(arguments, project)
    assert done.returncode == 0
    assert json.loads(done.stdout) == {}
    (line,) = done.stderr.decode().splitlines()
    assert "no host" in line
    assert "\x1b" not in line


def test_options_may_stand_before_the_host(project: Path) -> None:
    given = {"hook_event_name": "SessionStart", "cwd": str(project), "session_id": "one"}
    for arguments in (["--reading", "ask", "claude", "set"], ["--reading=ask", "claude", "set"]):
        assert WRONG in called(arguments, project, json.dumps(given)).stdout.decode()
    # What is no event keeps its exit codes.
    assert called(["install", "vim"], project).returncode == 2
    assert called(["--reading", "ask", "remove", "vim"], project).returncode == 2


def called(arguments: list[str], project: Path, given: str = "{}") -> subprocess.CompletedProcess[bytes]:
    """``checkfirst hook`` with something on standard input."""
    command = [sys.executable, "-m", "checkfirst", "hook", *arguments]
    return subprocess.run(command, input=given.encode(), capture_output=True, cwd=project, check=False)
