"""GitHub Copilot, the command line and the cloud agent (https://docs.github.com/en/copilot/reference/hooks-reference).

The object of an event does not name it; its members tell. The cloud agent takes ``ask`` for ``deny``. The command line runs
hooks of a project only in a folder that the user trusts.
"""

import json
import os

from checkfirst.hooks.event import AFTER_READ, AFTER_TOOL, BEFORE_READ, OTHER, SESSION, Answer, Event, member, text_in
from checkfirst.hooks.shell import files_read, uses_of
from checkfirst.hooks.wording import problem_note

#: Tools in the two forms of an event, whose second one has the names of Claude Code.
_SEARCHES = {"grep", "rg", "Grep"}
_READS = {"view", "Read", *_SEARCHES}
_SHELLS = {"bash", "powershell", "Bash"}
_EDITS = {"create", "edit", "str_replace_editor", "Write", "Edit"}
EVENTS: dict[str, str | None] = {
    "sessionStart": None,
    "preToolUse": "view|grep|rg|bash|powershell",
    "postToolUse": None,
}
FILE = os.path.join(".github", "hooks", "checkfirst.json")
TIMEOUT = 60
#: What is left to do once the file is written.
THEN = "Copilot runs them in folders that you trust"


def event_of(data: dict[str, object]) -> Event:
    """The event in the host's JSON object, in either of its two forms."""
    tool = text_in(data, "toolName", "tool_name")
    cwd = text_in(data, "cwd")
    given = member(data, "toolArgs", "tool_input")
    given = _parsed(given) if isinstance(given, str) else given
    name = text_in(data, "hook_event_name") or _name(data, tool)
    path = text_in(given, "path", "file_path")
    paths = (os.path.join(cwd, path),) if path else ()
    match name:
        case "sessionStart" | "SessionStart":
            return Event(SESSION, name, cwd or None)
        case "preToolUse" | "PreToolUse" if tool in _READS:
            return Event(BEFORE_READ, name, cwd or None, paths)
        case "preToolUse" | "PreToolUse" if tool in _SHELLS:
            return Event(BEFORE_READ, name, cwd or None, tuple(files_read(text_in(given, "command"), cwd)))
        case "postToolUse" if tool == "view" and not member(given, "view_range"):
            return Event(AFTER_READ, name, cwd or None, paths, shown=member(data, "toolResult"), read=paths)
        case "postToolUse" | "PostToolUse" if tool in _READS:
            searched = (paths or (cwd,)) if tool in _SEARCHES else ()
            return Event(AFTER_TOOL, name, cwd or None, searched=searched, read=paths)
        case "postToolUse" | "PostToolUse" if tool in _SHELLS:
            used = uses_of(text_in(given, "command"), cwd)
            return Event(AFTER_TOOL, name, cwd or None, searched=used.searched, read=used.read)
        case "postToolUse" | "PostToolUse":
            return Event(AFTER_TOOL, name, cwd or None, paths if tool in _EDITS else ())
        case _:
            return Event(OTHER, name, cwd or None)


def _name(data: dict[str, object], tool: str) -> str:
    if tool:
        return "postToolUse" if "toolResult" in data else "postToolUseFailure" if "error" in data else "preToolUse"
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
    context = answer.context or (problem_note(answer.problem) if event.when == SESSION else "")
    if not context or event.when == BEFORE_READ:
        return {}
    said: dict[str, object] = {"additionalContext": context}
    if answer.text is not None:
        said["modifiedResult"] = {"resultType": "success", "textResultForLlm": answer.text}
    return said


def settings(command: str) -> dict[str, object]:
    """What the host's file has to hold so that the command is called."""
    called: dict[str, object] = {"type": "command", "command": command, "timeoutSec": TIMEOUT}
    return {
        "version": 1,
        "hooks": {name: [{**called, **({"matcher": tools} if tools else {})}] for name, tools in EVENTS.items()},
    }
