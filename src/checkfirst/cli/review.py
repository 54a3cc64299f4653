"""``checkfirst review``: check, serve the page on this machine, and write what is marked into the lock file."""

import argparse
import datetime
import os
import queue
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from os.path import relpath
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from checkfirst.api import check
from checkfirst.checking.lock import Lock, read_lock
from checkfirst.cli.interruption import raise_if_interrupted
from checkfirst.cli.lock_choice import lock_for, user
from checkfirst.cli.options import settings
from checkfirst.cli.output import READY, say, write
from checkfirst.cli.progress import ProgressLine
from checkfirst.config import Config
from checkfirst.errors import CheckfirstError, UsageError
from checkfirst.model.report import Report
from checkfirst.review.address import Address, keep, kept
from checkfirst.review.server import ReviewServer
from checkfirst.review.session import Session

#: Seconds between two looks for an interruption, where a system does not end the waiting for one.
_LOOK: Final = 1.0

#: Checks that a reader asked for. They are made by the main thread, which alone is interrupted.
Asked = queue.Queue[Future[None]]


def run(options: argparse.Namespace) -> int:
    """Serve until the user interrupts. Returns the exit code."""
    paths = options.sets or [Path()]
    config = replace(settings(options, paths), texts=True, long_lines=True)
    path = options.lock or lock_for(paths)
    asked: Asked = queue.Queue()

    def again() -> None:
        done: Future[None] = Future()
        asked.put(done)
        done.result()

    session = Session(
        path,
        within=None if options.lock else path.parent,
        shown=relpath(path),
        who=options.by or user(),
        date=lambda: datetime.date.today().isoformat(),
        again=again,
    )
    session.take(*_checked(paths, config, path))
    with _served(session, options.port, path) as server:
        write([f"{server.address}\n"], None)
        say(f"open this address in a browser; marks go into {relpath(path)}; an interruption (Ctrl-C) ends it")
        try:
            _check_when_asked(asked, session, paths, config, path)
        except KeyboardInterrupt:
            say(f"{session.count()} marked in {relpath(path)}")
    return READY


def _checked(paths: list[Path], config: Config, path: Path) -> tuple[Report, Lock]:
    lock = read_lock(path)
    with ProgressLine(sys.stderr) as line:
        report = check(paths, config=config, lock=lock, progress=line.update, jobs=os.cpu_count() or 1)
    if report.partial:
        raise KeyboardInterrupt
    return report, lock


def _check_when_asked(asked: Asked, session: Session, paths: list[Path], config: Config, path: Path) -> None:
    while True:
        raise_if_interrupted()
        try:
            done = asked.get(timeout=_LOOK)
        except queue.Empty:
            continue
        try:
            session.take(*_checked(paths, config, path))
        except CheckfirstError as error:
            done.set_exception(error)
        else:
            done.set_result(None)


@contextmanager
def _served(session: Session, port: int, lock: Path) -> Iterator[ReviewServer]:
    """The server, answering in another thread, at its last address where that is free. Raises ``UsageError`` for a port that
    can't be had."""
    server = _at_last_address(session, port, lock)
    if server is None:
        try:
            server = ReviewServer(session, port, say)
        except OSError as error:
            raise UsageError(f"--port {port}: {error.strerror}") from None
        keep(lock, Address(server.server_port, server.token))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def _at_last_address(session: Session, port: int, lock: Path) -> ReviewServer | None:
    """The server at the address that a page may still be open at; ``None`` where that is another port, or in use."""
    last = kept(lock)
    if last is None or port not in {0, last.port}:
        return None
    try:
        server = ReviewServer(session, last.port, say, last.token)
    except OSError:
        return None
    keep(lock, last)
    return server
