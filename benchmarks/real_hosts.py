"""What coding agents do with the answers of their hooks: ``python -m benchmarks.real_hosts``.

Claude Code, Codex and Copilot run without a person, each in a folder and a home of its own, with a stand-in for the model on
this machine and no credentials. The model reads a document that is wrong, then programs put wrong documents into the set.
What is not installed (``npm install @anthropic-ai/claude-code @openai/codex @github/copilot``) is passed over.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.model_stand_in import Call, StandIn
from benchmarks.options import print_table

HERE = Path(__file__).parents[1]
DOCUMENTED = HERE / "tests" / "hooks" / "documented"
WRONG = "scheduling-service.txt"
#: Seconds for which a host may run.
SECONDS = 120
#: Keeps the events that a host sends, and answers them as the program does.
KEEPING = """#!{python}
import subprocess, sys
given = sys.stdin.buffer.read()
with open({events!r}, "ab") as file:
    file.write(given.strip() + b"\\n")
sys.exit(subprocess.run([{python!r}, "-m", "checkfirst", *sys.argv[1:]], input=given).returncode)
"""


class Host(NamedTuple):
    """How a host is run."""

    program: str
    reads: Callable[[str], Call]
    runs: Callable[[str], Call]
    words: tuple[str, ...]
    prepare: Callable[[Path, Path, str], dict[str, str]]
    """Writes what is needed into the home, for the project and the address of the model. Returns the environment."""


def claude(home: Path, project: Path, address: str) -> dict[str, str]:
    """https://code.claude.com/docs/en/settings#environment-variables"""
    return {"ANTHROPIC_BASE_URL": address, "ANTHROPIC_API_KEY": "none", "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1"}


def codex(home: Path, project: Path, address: str) -> dict[str, str]:
    """https://developers.openai.com/codex/config-reference"""
    (home / ".codex").mkdir()
    (home / ".codex" / "config.toml").write_text(
        'model = "none"\nmodel_provider = "here"\ncheck_for_update_on_startup = false\n'
        f'[model_providers.here]\nname = "here"\nbase_url = "{address}/v1"\nwire_api = "responses"\n'
        f'[projects."{project}"]\ntrust_level = "trusted"\n'
    )
    return {}


def copilot(home: Path, project: Path, address: str) -> dict[str, str]:
    """``copilot help providers``"""
    return {
        "COPILOT_PROVIDER_TYPE": "anthropic",
        "COPILOT_PROVIDER_BASE_URL": address,
        "COPILOT_PROVIDER_API_KEY": "none",
        "COPILOT_MODEL": "claude-sonnet-4",
        "COPILOT_OFFLINE": "true",
        "COPILOT_AUTO_UPDATE": "false",
    }


def _in_shell(tool: str, name: str) -> Callable[[str], Call]:
    return lambda command: Call(tool, {name: command, **({"description": "run it"} if tool == "bash" else {})})


#: No option lets a host pass over a hook's decision. Hooks of a project have to be trusted in Codex and Copilot.
HOSTS = {
    "claude": Host(
        "claude",
        lambda path: Call("Read", {"file_path": path}),
        _in_shell("Bash", "command"),
        ("-p", "Read it.", "--allowedTools", "Read Bash"),
        claude,
    ),
    "codex": Host(
        "codex",
        lambda path: Call("exec_command", {"cmd": f"cat {path}"}),
        _in_shell("exec_command", "cmd"),
        ("exec", "--dangerously-bypass-approvals-and-sandbox", "--dangerously-bypass-hook-trust", "Read it."),
        codex,
    ),
    "copilot": Host(
        "copilot",
        lambda path: Call("view", {"path": path}),
        _in_shell("bash", "command"),
        ("-p", "Read it.", "--allow-all-tools", "--allow-all-paths", "--trust-folder"),
        copilot,
    ),
}


class Ran(NamedTuple):
    """One run: what the model was asked, what it was told after each call, and the events."""

    asked: list[str]
    results: list[str]
    events: list[dict[str, Any]]


def run(name: str, *options: str) -> Ran:
    """Run a host whose hook has these options."""
    host = HOSTS[name]
    with tempfile.TemporaryDirectory() as folder:
        home, project, page = Path(folder, "home"), Path(folder, "project"), Path(folder, "page.txt")
        home.mkdir()
        shutil.copytree(HERE / "examples" / "wrong-file", project / "set")
        page.write_text((project / "set" / WRONG).read_text("utf-8"), "utf-8")
        program = Path(folder, "bin", "checkfirst")
        program.parent.mkdir()
        program.write_text(KEEPING.format(python=sys.executable, events=str(Path(folder, "events"))))
        program.chmod(0o755)
        subprocess.run(["git", "init", "-q"], cwd=project, check=True)
        install = [sys.executable, "-m", "checkfirst", "hook", "install", name, "set", *options, "--write"]
        subprocess.run(install, cwd=project, check=True, capture_output=True)
        copying = [
            shlex.join([sys.executable, "-c", f"import shutil; shutil.copy({str(page)!r}, 'set/{new}')"])
            for new in ("one.txt", "two.txt")
        ]
        script = [
            host.reads(str(project / "set" / WRONG)),
            *(host.runs(command) for command in (copying[0], f"{copying[1]}; false", "grep -rn calendar set")),
        ]
        with StandIn(script) as model:
            environment = {
                "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
                "HOME": str(home),
                "XDG_CACHE_HOME": str(home / "cache"),
                **host.prepare(home, project, model.address),
            }
            command = [host.program, *host.words]
            subprocess.run(
                command,
                cwd=project,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
            events = [json.loads(line) for line in Path(folder, "events").read_text("utf-8").splitlines()]
            return Ran(model.asked, [model.result(n) for n in range(len(script))], events)


def kind_of(event: dict[str, Any]) -> str:
    """What the fixtures call such an event."""
    tool, named = event.get("tool_name", event.get("toolName")), event.get("hook_event_name", "")
    if tool is None:
        return "session"
    shell = tool in {"Bash", "bash"}
    if "Failure" in named or "error" in event:
        return "after_failure"
    if "Post" in named or "toolResult" in event:
        return "after_shell" if shell else "after_read"
    return "shell" if shell else "before_read"


def missing(name: str, events: list[dict[str, Any]]) -> list[str]:
    """The members of documented events that the real ones lack, with the kind of event."""
    documented = json.loads((DOCUMENTED / f"{name}.json").read_text("utf-8"))
    return sorted(
        {
            f"{kind}.{member}"
            for event in events
            if (kind := kind_of(event)) in documented
            for member in documented[kind]["input"].keys() - event.keys()
        }
    )


def rows_of(name: str, version: str) -> list[list[str]]:
    """What a host did, a row for each question."""
    denied, asking = run(name), run(name, "--reading=ask")
    cleaned, told = (run(name, "--reading=tell", *more).results[0] for more in (["--clean"], []))
    quoted, told_once = "Quiet Tyranny", re.compile(r"is new(?:(?!checkfirst:).){0,600}?one\.txt")
    facts = {
        "the model is told at the start": any("CHECK FIRST" in asked for asked in denied.asked[:1]),
        "it is kept from the document, and told why": "saved news article" in denied.results[0]
        and quoted not in denied.results[0],
        "with --reading=ask and nobody to answer, too": asking.results[0] != "" and quoted not in asking.results[0],
        "with --reading=tell it reads on, and is told": quoted in told and "do not build on this file" in told,
        "it is told which files of a search are wrong": "this search goes through" in denied.results[3],
        "it is told what a program put into the set": "one.txt" in denied.results[1] and "is new" in denied.results[1],
        "it is told so after a command that failed": "two.txt" in denied.results[2] and "is new" in denied.results[2],
        "with --clean it gets the main text of the page alone": quoted in cleaned and "Leave a Reply" not in cleaned,
        "nothing is told twice": max(len(told_once.findall(text)) for text in denied.asked) == 1,
    }
    rows = [[f"{name} {version}", what, "yes" if fact else "no"] for what, fact in facts.items()]
    lacking = missing(name, [*denied.events, *asking.events])
    return [*rows, [f"{name} {version}", "documented members that its events lack", ", ".join(lacking) or "none"]]


def main() -> int:
    """Print the table of the hosts that are installed. Returns 0."""
    rows: list[list[str]] = []
    for name, host in HOSTS.items():
        if shutil.which(host.program) is None:
            print(f"{name}: not installed, passed over", file=sys.stderr)
            continue
        said = subprocess.run([host.program, "--version"], capture_output=True, text=True, check=False).stdout
        version = next((word for word in said.split() if word[:1].isdigit()), "of an unknown version").rstrip(".")
        rows += rows_of(name, version)
    if rows:
        print_table(["host", "what", "found"], rows)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
