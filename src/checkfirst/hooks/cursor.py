"""Cursor: events on standard input, flat answers (https://cursor.com/docs/hooks).

``ask`` is accepted before a tool and not enforced there, so it is answered as ``deny``. The output of a tool can be
replaced for MCP tools alone.
"""

import os

from checkfirst.hooks.event import AFTER_TOOL, BEFORE_READ, OTHER, SESSION, Answer, Event, member, text_in
from checkfirst.hooks.shell import files_read, uses_of
from checkfirst.hooks.wording import problem_note

_PATH = ("file_path", "path", "target_file")
_EDITS = {"Write", "Edit", "StrReplace", "Delete"}
#: Events that can only be allowed or denied; all answers to them are permissions.
_PERMISSIONS = {"preToolUse", "beforeReadFile", "beforeShellExecution"}
#: Events after which the agent can be told something.
_TOLD = {"sessionStart", "postToolUse", "postToolUseFailure"}
#: Folders of a workspace in which the set is looked for. Not measured.
_MOST_ROOTS = 20
EVENTS: dict[str, str | None] = {
    "sessionStart": None,
    "preToolUse": "Read|Grep|Shell",
    "postToolUse": None,
    "postToolUseFailure": None,
}
FILE = os.path.join(".cursor", "hooks.json")
TIMEOUT = 60
#: What is left to do once the file is written.
THEN = ""


def event_of(data: dict[str, object]) -> Event:
    """The event in the host's JSON object."""
    told = member(data, "workspace_roots")
    roots = [root for root in told if isinstance(root, str) and root] if isinstance(told, list) else []
    base = os.environ.get("CURSOR_PROJECT_DIR") or next(iter(roots), "") or text_in(data, "cwd")
    return _event_of(data, base)._replace(also=tuple(roots[:_MOST_ROOTS]))


def _event_of(data: dict[str, object], base: str) -> Event:
    name, tool = text_in(data, "hook_event_name"), text_in(data, "tool_name")
    given = member(data, "tool_input")
    path = text_in(given, *_PATH)
    match name:
        case "sessionStart":
            return Event(SESSION, name, base or None)
        case "preToolUse" if tool in {"Read", "Grep"}:
            return Event(BEFORE_READ, name, base or None, (os.path.join(base, path),) if path else ())
        case "preToolUse" if tool == "Shell":
            here = os.path.join(base, text_in(data, "cwd"), text_in(given, "working_directory", "cwd"))
            return Event(BEFORE_READ, name, base or None, tuple(files_read(text_in(given, "command"), here)))
        case "beforeReadFile":
            path = text_in(data, "file_path")
            return Event(BEFORE_READ, name, base or None, (os.path.join(base, path),) if path else ())
        case "beforeShellExecution":
            here = os.path.join(base, text_in(data, "cwd"))
            return Event(BEFORE_READ, name, base or None, tuple(files_read(text_in(data, "command"), here)))
        case "postToolUse" | "postToolUseFailure" if tool == "Shell":
            here = os.path.join(base, text_in(data, "cwd"), text_in(given, "working_directory", "cwd"))
            used = uses_of(text_in(given, "command"), here)
            return Event(AFTER_TOOL, name, base or None, searched=used.searched, read=used.read)
        case "postToolUse" | "postToolUseFailure":
            paths = (os.path.join(base, path),) if path else ()
            if tool in _EDITS:
                return Event(AFTER_TOOL, name, base or None, paths)
            return Event(
                AFTER_TOOL, name, base or None, searched=(paths or (base,)) if tool == "Grep" else (), read=paths
            )
        case _:
            return Event(OTHER, name, base or None)


def answer_of(answer: Answer, event: Event) -> dict[str, object]:
    """The host's JSON object."""
    if answer.refusal and event.name in _PERMISSIONS:
        said: dict[str, object] = {"permission": "deny", "user_message": answer.refusal}
        # What a file is read for has one message, which both see.
        return said if event.name == "beforeReadFile" else {**said, "agent_message": answer.refusal}
    context = answer.context or problem_note(answer.problem)
    return {"additional_context": context} if context and event.name in _TOLD else {}


def settings(command: str) -> dict[str, object]:
    """What the host's file has to hold so that the command is called."""
    called: dict[str, object] = {"command": command, "timeout": TIMEOUT}
    return {
        "version": 1,
        "hooks": {name: [{**called, **({"matcher": tools} if tools else {})}] for name, tools in EVENTS.items()},
    }
