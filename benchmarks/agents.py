"""What hooks and the server cost on a set that did not change: time beside that of bare Python, and what an agent has to read.

A set of 1,000 made-up documents, of which every tenth is an error page, is checked once and then asked about.
"""

import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.options import Figure, print_table

DOCUMENTS, RUNS = 1_000, 25
#: Bytes of a token, about.
TOKEN = 4
#: Seconds that a set has to be at rest before what is found in it is relied on.
AT_REST = 2.5
WORDS = ("system", "sends", "request", "payload", "webhook", "retry", "queue", "message", "server", "client", "returns")


class Cost(NamedTuple):
    """One process: seconds by the clock and of the processor, and what it printed."""

    wall: float
    cpu: float
    out: bytes


def write_set(folder: Path) -> None:
    """Write the documents."""
    rng = random.Random(1)
    for n in range(DOCUMENTS):
        path = folder / f"part-{n // 100}" / f"component-{n}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = "\n\n".join(" ".join(rng.choices(WORDS, k=60)).capitalize() + "." for _ in range(8))
        text = f"# Component {n}\n\n{body}\n" if n % 10 else f"404 Not Found\n\nPage {n} could not be found.\n"
        path.write_text(text, "utf-8")


def run(project: Path, arguments: list[str], given: bytes = b"") -> Cost:
    """Run a command in the project's folder."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(arguments, input=given, capture_output=True, cwd=project, check=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout)


def messages(*calls: dict[str, Any]) -> bytes:
    """A session of the protocol: the handshake, the list of tools, then calls of the check."""
    hello = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "b", "version": "1"}}
    sent: list[dict[str, Any]] = [
        {"id": 0, "method": "initialize", "params": hello},
        {"method": "notifications/initialized"},
        {"id": 1, "method": "tools/list"},
        *(
            {"id": n, "method": "tools/call", "params": {"name": "check_set", "arguments": call}}
            for n, call in enumerate(calls, start=2)
        ),
    ]
    return b"".join(json.dumps({"jsonrpc": "2.0", **message}).encode() + b"\n" for message in sent)


def figures(data: Path | None = None) -> list[Figure]:
    """Print the table. Returns the figures of the page."""
    program = str(Path(sys.executable).with_name("checkfirst"))
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(project / "cache")
        write_set(project / "set")
        time.sleep(AT_REST)
        event = {"hook_event_name": "PreToolUse", "cwd": name, "tool_name": "Read"}
        read = json.dumps({**event, "tool_input": {"file_path": f"{name}/set/part-0/component-1.md"}}).encode()
        after = json.dumps(
            {
                **event,
                "session_id": "b",
                "hook_event_name": "PostToolUse",
                "tool_name": "Bash",
                "tool_input": {"command": "make"},
            }
        ).encode()
        start = json.dumps({"hook_event_name": "SessionStart", "cwd": name}).encode()
        hook = [program, "hook", "claude", "set"]
        note = json.loads(run(project, hook, start).out)["hookSpecificOutput"]["additionalContext"]
        session, page = [program, "mcp"], messages({"path": "set"})
        run(project, session, page)
        bare, hooks, tools_done, servers = [], [], [], []
        for _ in range(RUNS):
            bare.append(run(project, [sys.executable, "-c", ""]))
            hooks.append(run(project, hook, read))
            tools_done.append(run(project, hook, after))
            servers.append(run(project, session, page))
        answers = [json.loads(line)["result"] for line in servers[-1].out.splitlines()]
    each = {"bare": bare, "hook": hooks, "after": tools_done}
    wall = {what: statistics.median(cost.wall for cost in costs) for what, costs in each.items()}
    cpu = statistics.median(cost.cpu for cost in servers)
    tools = len(json.dumps(answers[1]["tools"], separators=(",", ":")))
    answer = len(answers[2]["content"][0]["text"].encode())
    rows = [
        ["hook before a file is read, times bare Python by the clock", f"{wall['hook'] / wall['bare']:.1f}", "5"],
        ["the same in milliseconds, bare Python", f"{wall['hook'] * 1e3:.0f}, {wall['bare'] * 1e3:.0f}", ""],
        ["hook after any tool, times bare Python by the clock", f"{wall['after'] / wall['bare']:.1f}", "5"],
        ["server: handshake, list and a check, ms of processor time", f"{cpu * 1e3:.0f}", "150"],
        ["note at the start of a session, tokens", f"{len(note.encode()) / TOKEN:.0f}", "300"],
        ["schemas of the tools, tokens", f"{tools / TOKEN:.0f}", "400"],
        ["a page of the answer, tokens", f"{answer / TOKEN:.0f}", "1,000"],
    ]
    print_table(["what", "measured", "goal"], rows)
    return [Figure(what, ours, f"at most {goal}" if goal else "", "agents") for what, ours, goal in rows]


if __name__ == "__main__":
    figures()
