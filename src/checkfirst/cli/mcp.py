"""``checkfirst mcp``: a server for agents on standard input and output. It imports the check when a tool is called."""

import json
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checkfirst.known.state import State
from checkfirst.mcp.protocol import Message
from checkfirst.mcp.server import MOST_BYTES, Server
from checkfirst.mcp.tools import Doing

if TYPE_CHECKING:
    import argparse


def run(options: "argparse.Namespace") -> int:
    """Serve the folders that the options name. Returns the exit code."""
    return main(options.folders)


def main(folders: list[str]) -> int:
    """Serve until standard input ends. Returns 0, or 2 for a folder that is none."""
    wrong = next((folder for folder in folders if not os.path.isdir(folder)), None)
    if wrong is not None:
        from checkfirst.cli.output import say

        say(f"{wrong}: not a folder; name the folders whose files the server may read")
        return 2
    # Whatever a module prints must not become a message.
    out, sys.stdout = sys.stdout, sys.stderr
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

    def send(message: Message) -> None:
        # ASCII alone: lone surrogates of file names are text in no encoding.
        out.write(json.dumps(message, separators=(",", ":")) + "\n")
        out.flush()

    try:
        Server(folders, Doing(check=_check, show=_show), send).run(_lines())
    except BrokenPipeError:
        # The client is gone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 0


def _lines() -> Iterator[bytes]:
    """The lines of standard input; the rest of one that is too long is passed over, so that it counts as one message."""
    while line := sys.stdin.buffer.readline(MOST_BYTES + 2):
        rest = line
        while len(rest) > MOST_BYTES and not rest.endswith(b"\n"):
            rest = sys.stdin.buffer.readline(MOST_BYTES + 2)
        yield line


def _check(root: str, path: str, purpose: str) -> State:
    from checkfirst.cli.interruption import raise_if_interrupted
    from checkfirst.cli.set_state import state_of

    return state_of(root, [os.path.relpath(path, root)], purpose, interrupted=raise_if_interrupted)


def _show(path: str) -> list[str]:
    from pathlib import Path

    from checkfirst.api import read_one
    from checkfirst.reporting.show import render_show

    return render_show(*read_one(Path(path))).splitlines()
