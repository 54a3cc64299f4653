"""A host's settings file with checkfirst's hooks, or without them. What others put there stays."""

import json
import re
from typing import Final

from checkfirst.errors import UsageError

#: Members that make a file's form and hold no settings.
_FORM: Final = {"version"}


def installed(text: str, wanted: dict[str, object], host: str, name: str) -> str:
    """The text of the settings with the ``wanted`` hooks, in place of those of an earlier call.

    Raises ``UsageError``, which names the file, for a text that is no object of JSON or has other hooks than lists.
    """
    settings = _without(_parsed(text, name), host, name)
    hooks = wanted["hooks"]
    assert isinstance(hooks, dict)
    events = _events(settings, name)
    merged = {**events, **{event: [*events.get(event, []), *entries] for event, entries in hooks.items()}}
    return _written({**{key: value for key, value in wanted.items() if key in _FORM}, **settings, "hooks": merged})


def removed(text: str, host: str, name: str) -> str | None:
    """The text of the settings without the hooks; ``None`` where nothing else is left. Raises as ``installed``."""
    settings = _without(_parsed(text, name), host, name)
    return _written(settings) if settings.keys() - _FORM else None


def _parsed(text: str, name: str) -> dict[str, object]:
    try:
        found = json.loads(text) if text.strip() else {}
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name}: not JSON: {error}; mend it first, nothing was written") from None
    if not isinstance(found, dict):
        raise UsageError(f"{name}: not an object of JSON; nothing was written")
    return found


def _events(settings: dict[str, object], name: str) -> dict[str, list[object]]:
    events = settings.get("hooks", {})
    if not isinstance(events, dict) or not all(isinstance(entries, list) for entries in events.values()):
        raise UsageError(f"{name}: hooks is not a table of lists; nothing was written")
    return events


def _without(settings: dict[str, object], host: str, name: str) -> dict[str, object]:
    """The settings without hooks that call checkfirst for this host, and without what is empty then."""
    kept = {
        event: [left for entry in entries if (left := _entry(entry, host))]
        for event, entries in _events(settings, name).items()
    }
    others = {event: entries for event, entries in kept.items() if entries}
    rest = {key: value for key, value in settings.items() if key != "hooks"}
    return {**rest, "hooks": others} if others else rest


def _entry(entry: object, host: str) -> object:
    """The entry, or what is left of a group of hooks; ``None`` for one of ours."""
    if not isinstance(entry, dict):
        return entry
    group = entry.get("hooks")
    if isinstance(group, list):
        left = [hook for hook in group if _entry(hook, host) is not None]
        return {**entry, "hooks": left} if left else None
    ours = re.compile(rf"(?:^|[\s/\\\"'])checkfirst(?:\.exe)?[\"']?\s{{1,9}}hook\s{{1,9}}{host}(?:\s|$)")
    commands = [value for key in ("command", "bash", "powershell") if isinstance(value := entry.get(key), str)]
    return None if any(ours.search(command) for command in commands) else entry


def _written(settings: dict[str, object]) -> str:
    return json.dumps(settings, indent=2, ensure_ascii=False) + "\n"
