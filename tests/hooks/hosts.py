"""The documented events of each host, and a client that runs a session as a host does."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOSTS = ("claude", "cursor", "copilot", "codex")
DOCUMENTED = {
    host: json.loads((Path(__file__).parent / "documented" / f"{host}.json").read_text("utf-8")) for host in HOSTS
}


@dataclass(frozen=True)
class Client:
    """A host in a project folder; each event is a process of its own, as the hosts do it."""

    host: str
    project: Path
    arguments: tuple[str, ...] = ("set",)

    def answer(self, event: str, **words: str) -> dict[str, Any]:
        """The answer to a documented event, whose capital words are replaced. The process ended with 0."""
        given = json.dumps(DOCUMENTED[self.host][event]["input"])
        for word, value in {"CWD": str(self.project), **words}.items():
            given = given.replace(
                word,
                json.dumps(json.dumps(value)[1:-1])[1:-1]
                if event == "shell" and self.host == "copilot" and word == "COMMAND"
                else json.dumps(value)[1:-1],
            )
        done = self.sent(given.encode())
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def sent(self, given: bytes) -> subprocess.CompletedProcess[bytes]:
        done = subprocess.run(
            [sys.executable, "-m", "checkfirst", "hook", self.host, *self.arguments],
            input=given,
            capture_output=True,
            cwd=self.project,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done


def members(answer: dict[str, Any]) -> set[str]:
    """The members of an answer, those inside its one table by their paths."""
    inner = answer.get("hookSpecificOutput", {})
    return {*(key for key in answer if key != "hookSpecificOutput"), *(f"hookSpecificOutput.{key}" for key in inner)}


def said(answer: dict[str, Any]) -> str:
    """All that an answer tells an agent."""
    flat = {**answer, **answer.get("hookSpecificOutput", {})}
    return "\n".join(str(value) for key, value in flat.items() if key != "hookSpecificOutput")


def decision(answer: dict[str, Any]) -> str:
    flat = {**answer, **answer.get("hookSpecificOutput", {})}
    return str(flat.get("permission", flat.get("permissionDecision", "")))
