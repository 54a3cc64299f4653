"""``checkfirst hook install`` and ``remove``: checkfirst's hooks in the settings file of a coding agent."""

import argparse
import difflib
import shlex
from importlib import import_module
from pathlib import Path

from checkfirst.cli import hook_event
from checkfirst.cli.output import CHECK_FIRST, READY, say, write
from checkfirst.errors import UsageError
from checkfirst.hooks.hosts import HOSTS
from checkfirst.hooks.settings_file import installed, removed
from checkfirst.safe_text import inert, on_lines
from checkfirst.sources.interface import Unreadable
from checkfirst.sources.regular_file import read_bytes
from checkfirst.whole_file import replace_file

#: What the command does besides answering events.
INSTALL, REMOVE = "install", "remove"


def run(options: argparse.Namespace) -> int:
    """Answer an event, or show and write the change of a settings file. Returns the exit code."""
    if options.what in HOSTS:
        reading = [f"--reading={options.reading}"] if options.reading else []
        return hook_event.main([options.what, *options.sets, *reading, *(["--clean"] if options.clean else [])])
    if not options.sets or options.sets[0] not in HOSTS:
        raise UsageError(f"{options.what} which host's hooks? checkfirst hook {options.what} {'|'.join(HOSTS)}")
    host, *sets = options.sets
    module = import_module(HOSTS[host])
    path = Path(module.FILE)
    before = _text(path)
    if options.what == INSTALL:
        after: str | None = installed(before, module.settings(_command(host, sets, options)), host, str(path))
    else:
        after = removed(before, host, str(path))
    if (after or "") == before:
        say(f"{path}: nothing to change")
        return READY
    write([inert(on_lines(_difference(before, after or "", path)))], None)
    if not options.write:
        say(f"{path} is not written; --write writes it")
        return CHECK_FIRST
    if after is None:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, [after], within=Path.cwd())
    say(f"{path} {'deleted' if after is None else 'written'}")
    if module.THEN and options.what == INSTALL:
        say(module.THEN)
    return READY


def _command(host: str, sets: list[str], options: argparse.Namespace) -> str:
    """The command that the host calls; it is found on the path, for the file is shared."""
    words = ["checkfirst", "hook", host, *sets]
    if options.reading:
        words.append(f"--reading={options.reading}")
    if options.clean:
        words.append("--clean")
    return shlex.join(words)


def _text(path: Path) -> str:
    if not path.exists():
        return ""
    try:
        return read_bytes(path, follow=True).decode("utf-8")
    except (Unreadable, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}") from None


def _difference(before: str, after: str, path: Path) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), str(path), str(path), lineterm="")
    return "\n".join(lines) + "\n"
