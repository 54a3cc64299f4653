"""Claude Code: events on standard input, answers in ``hookSpecificOutput`` (https://code.claude.com/docs/en/hooks)."""

import os

from checkfirst.hooks.event import AFTER_READ, AFTER_TOOL, BEFORE_READ, OTHER, SESSION, Answer, Event, member, text_in
from checkfirst.hooks.shell import uses_of

_READS = {"Read", "NotebookRead", "Grep"}
_SHELLS = {"Bash", "PowerShell"}
_EDITS = {"Edit", "Write", "MultiEdit", "NotebookEdit"}
_PATH = ("file_path", "notebook_path", "path")
#: The events that are asked for, with the tools that they are about: any tool may change files.
EVENTS: dict[str, str | None] = {
    "SessionStart": None,
    "PreToolUse": "Read|NotebookRead|Grep|Bash|PowerShell",
    "PostToolUse": None,
    "PostToolUseFailure": None,
}
#: Where the project's settings are, and seconds after which the host goes on without an answer.
FILE = os.path.join(".claude", "settings.json")
TIMEOUT = 60
#: What is left to do once the file is written.
THEN = ""


def event_of(data: dict[str, object]) -> Event:
    """The event in the host's JSON object."""
    name, tool = text_in(data, "hook_event_name"), text_in(data, "tool_name")
    base = os.environ.get("CLAUDE_PROJECT_DIR") or text_in(data, "cwd") or None
    given = member(data, "tool_input")
    path = text_in(given, *_PATH)
    paths = (os.path.join(text_in(data, "cwd"), path),) if path else ()
    match name:
        case "SessionStart":
            return Event(SESSION, name, base)
        case "PreToolUse" if tool in _READS:
            searched = (paths or (text_in(data, "cwd"),)) if tool == "Grep" else ()
            return Event(BEFORE_READ, name, base, paths, searched, hears=True)
        case "PreToolUse" if tool in _SHELLS:
            used = uses_of(text_in(given, "command"), text_in(data, "cwd"))
            return Event(BEFORE_READ, name, base, used.read, used.searched, hears=True)
        case "PostToolUse" if tool == "Read":
            return Event(AFTER_READ, name, base, paths, shown=_whole(member(data, "tool_response")))
        case "PostToolUse" | "PostToolUseFailure":
            return Event(AFTER_TOOL, name, base, paths if tool in _EDITS else ())
        case _:
            return Event(OTHER, name, base)


def _whole(response: object) -> object:
    """What the tool gave, if that is a whole text file; a part of one can't be replaced by the main text."""
    file = member(response, "file")
    lines, total = member(file, "numLines"), member(file, "totalLines")
    whole = isinstance(lines, int) and lines == total and bool(text_in(file, "content"))
    return response if whole and text_in(response, "type") == "text" else None


def answer_of(answer: Answer, event: Event) -> dict[str, object]:
    """The host's JSON object."""
    said: dict[str, object] = {}
    if answer.refusal:
        said = {"permissionDecision": "ask" if answer.asks else "deny", "permissionDecisionReason": answer.refusal}
    if answer.context:
        said["additionalContext"] = answer.context
    if answer.text is not None and isinstance(event.shown, dict):
        lines = answer.text.count("\n") + 1
        file = {**event.shown["file"], "content": answer.text, "numLines": lines, "totalLines": lines}
        said["updatedToolOutput"] = {**event.shown, "file": file}
    whole: dict[str, object] = {"hookSpecificOutput": {"hookEventName": event.name, **said}} if said else {}
    return {**whole, "systemMessage": answer.problem} if answer.problem else whole


def settings(command: str) -> dict[str, object]:
    """What the host's file has to hold so that the command is called."""
    called = {"type": "command", "command": command, "timeout": TIMEOUT}
    return {
        "hooks": {
            name: [{**({"matcher": tools} if tools else {}), "hooks": [called]}] for name, tools in EVENTS.items()
        }
    }
