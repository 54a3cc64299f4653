"""GitHub Copilot, the command line and the cloud agent (https://docs.github.com/en/copilot/reference/hooks-reference).

The object of an event does not name it; its members tell. What is answered after a tool was used is not read, so that an
edit can't be answered, nor a tool's output replaced. The cloud agent takes ``ask`` for ``deny``.
"""

import json
import os

from checkfirst.hooks.event import BEFORE_READ, OTHER, SESSION, Answer, Event, member, text_in
from checkfirst.hooks.shell import files_read

_SHELLS = {"bash", "powershell"}
EVENTS: dict[str, str | None] = {"sessionStart": None, "preToolUse": "view|bash|powershell"}
FILE = os.path.join(".github", "hooks", "checkfirst.json")
TIMEOUT = 60


def event_of(data: dict[str, object]) -> Event:
    """The event in the host's JSON object, in either of its two forms."""
    tool = text_in(data, "toolName", "tool_name")
    cwd = text_in(data, "cwd")
    given = member(data, "toolArgs", "tool_input")
    given = _parsed(given) if isinstance(given, str) else given
    name = text_in(data, "hook_event_name") or _name(data, tool)
    match name:
        case "sessionStart" | "SessionStart":
            return Event(SESSION, name, cwd or None)
        case "preToolUse" | "PreToolUse" if tool == "view":
            path = text_in(given, "path", "file_path")
            return Event(BEFORE_READ, name, cwd or None, (os.path.join(cwd, path),) if path else ())
        case "preToolUse" | "PreToolUse" if tool in _SHELLS:
            return Event(BEFORE_READ, name, cwd or None, tuple(files_read(text_in(given, "command"), cwd)))
        case _:
            return Event(OTHER, name, cwd or None)


def _name(data: dict[str, object], tool: str) -> str:
    if tool:
        return "postToolUse" if "toolResult" in data or "error" in data else "preToolUse"
    return "sessionStart" if "source" in data else ""


def _parsed(text: str) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def answer_of(answer: Answer, event: Event) -> dict[str, object]:
    """The host's JSON object."""
    if answer.refusal:
        decision = "ask" if answer.asks else "deny"
        return {"permissionDecision": decision, "permissionDecisionReason": answer.refusal}
    return {"additionalContext": answer.context} if answer.context and event.when == SESSION else {}


def settings(command: str) -> dict[str, object]:
    """What the host's file has to hold so that the command is called."""
    called: dict[str, object] = {"type": "command", "command": command, "timeoutSec": TIMEOUT}
    return {
        "version": 1,
        "hooks": {name: [{**called, **({"matcher": tools} if tools else {})}] for name, tools in EVENTS.items()},
    }
