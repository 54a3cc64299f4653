"""Codex: events on standard input, answers in ``hookSpecificOutput`` (https://developers.openai.com/codex/hooks).

It reads files by shell commands and edits them by patches. A hook can't make it ask the user: ``ask`` would be refused as
unsupported and the command run, so it is answered as ``deny``.
"""

import os
import re

from checkfirst import lazy_re
from checkfirst.hooks.event import AFTER_TOOL, BEFORE_READ, OTHER, SESSION, Answer, Event, member, text_in
from checkfirst.hooks.shell import uses_of

#: The line of a patch that names a file.
_PATCHED = lazy_re.compile(
    r"^\*\*\* (?:Add|Update|Delete) File: (.{1,1000})$|^\*\*\* Move to: (.{1,1000})$", re.MULTILINE
)
#: Characters of a patch that are looked at. Not measured.
_MOST = 1_000_000
EVENTS: dict[str, str | None] = {
    "SessionStart": None,
    "PreToolUse": "Bash",
    "PostToolUse": None,
}
FILE = os.path.join(".codex", "hooks.json")
TIMEOUT = 60
#: What is left to do once the file is written.
THEN = "Codex runs them once you trust them: type /hooks in a session"


def event_of(data: dict[str, object]) -> Event:
    """The event in the host's JSON object."""
    name, tool, cwd = text_in(data, "hook_event_name"), text_in(data, "tool_name"), text_in(data, "cwd")
    given = member(data, "tool_input")
    command = text_in(given, "command", "input", "patch")
    match name:
        case "SessionStart":
            return Event(SESSION, name, cwd or None)
        case "PreToolUse" if tool == "Bash":
            used = uses_of(command, cwd)
            return Event(BEFORE_READ, name, cwd or None, used.read, used.searched, hears=True)
        case "PostToolUse" if tool in {"apply_patch", "Edit", "Write"}:
            named = [text_in(given, "file_path", "path")] + [a or b for a, b in _PATCHED.findall(command[:_MOST])]
            return Event(AFTER_TOOL, name, cwd or None, tuple(os.path.join(cwd, path) for path in named if path))
        case "PostToolUse":
            return Event(AFTER_TOOL, name, cwd or None)
        case _:
            return Event(OTHER, name, cwd or None)


def answer_of(answer: Answer, event: Event) -> dict[str, object]:
    """The host's JSON object; it takes no members but those that it documents."""
    said: dict[str, object] = {}
    if answer.refusal:
        said = {"permissionDecision": "deny", "permissionDecisionReason": answer.refusal}
    if answer.context:
        said["additionalContext"] = answer.context
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
