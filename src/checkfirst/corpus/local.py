"""The engine for one machine: blocks are checked in processes of their own, which load the weights once."""

import os
from collections.abc import Generator, Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Final

import pyarrow as pa

from checkfirst.config import Config
from checkfirst.corpus.batch import check_rows
from checkfirst.corpus.blocks import Block
from checkfirst.corpus.row import Row
from checkfirst.corpus.store import Store
from checkfirst.corpus.tables import CHECKED, table_of_rows
from checkfirst.errors import UsageError

#: What a process says first.
_READY: Final = "ready"


def check_blocks(blocks: Iterator[Block], store: Store, config: Config, workers: int) -> Generator[Block]:
    """Check blocks and keep their results; gives each when its results are kept, in any order.

    With one worker all is done in this process. A document whose check ends its worker is a failure of that document.
    """
    if workers <= 1:
        for block in blocks:
            store.write(block.key, check_rows(list(block.rows), config))
            yield block
        return
    running: list[_Worker] = []
    try:
        running += (_Worker(store, config) for _ in range(workers))
        for worker in running:
            worker.await_start()
        yield from _shared(blocks, running, store, config)
    finally:
        for worker in running:
            worker.end()


class _Worker:
    """A process that checks one block at a time and keeps the results itself."""

    link: Connection
    process: SpawnProcess
    block: Block | None

    def __init__(self, store: Store, config: Config) -> None:
        self._store, self._config = store, config
        self.begin()

    def begin(self) -> None:
        """Start the process, anew where it has ended."""
        context = get_context("spawn")
        self.link, other = context.Pipe()
        self.process = context.Process(target=_serve, args=(other, self._store, self._config), daemon=True)
        self.process.start()
        other.close()
        self.block = None

    def await_start(self) -> None:
        """Wait until the process is there. Raises ``UsageError`` if it ended before."""
        try:
            self.link.recv()
        except (EOFError, OSError):
            raise UsageError(
                'a worker can\'t start; a program that checks a corpus does it below `if __name__ == "__main__":`, or with one'
            ) from None

    def give(self, block: Block | None) -> None:
        """Send a block, if there is one."""
        self.block = block
        if block is not None:
            with suppress(OSError):
                # A process that has ended is found when its answer is asked for.
                self.link.send(block)

    def end(self) -> None:
        self.link.close()
        self.process.kill()
        self.process.join()


def _shared(blocks: Iterator[Block], workers: list[_Worker], store: Store, config: Config) -> Iterator[Block]:
    for worker in workers:
        worker.give(next(blocks, None))
    while busy := [worker for worker in workers if worker.block]:
        ready = wait([worker.link for worker in busy])
        for worker in busy:
            if worker.link not in ready or worker.block is None:
                continue
            done = worker.block
            try:
                worker.link.recv()
            except (EOFError, OSError):
                worker.end()
                store.write(done.key, one_by_one(done, store, config))
                worker.begin()
                worker.await_start()
            worker.give(next(blocks, None))
            yield done


def one_by_one(block: Block, store: Store, config: Config) -> pa.Table:
    """The results for a block that ended its worker: a row that ends another one is the one that did."""
    tables, worker = [], _Worker(store, config)
    try:
        worker.await_start()
        for row in block.rows:
            try:
                worker.link.send(row)
                tables.append(worker.link.recv())
            except (EOFError, OSError):
                worker.end()
                worker.begin()
                worker.await_start()
                tables.append(_killed(row))
    finally:
        worker.end()
    return pa.concat_tables(tables)


def _killed(row: Row) -> pa.Table:
    failure = "its check ended the process, probably for lack of memory"
    known = {"id": row.id, "source": row.source, "name": row.name, "size": row.size}
    return table_of_rows([{**known, "failure_stage": "reading", "failure": failure}], CHECKED)


def _serve(link: Connection, store: Store, config: Config) -> None:
    """Check what comes until the other process closes the link or has ended."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _ignore_interruptions()
    link.send(_READY)
    while True:
        try:
            given = link.recv()
        except (EOFError, OSError):
            return
        try:
            if isinstance(given, Block):
                store.write(given.key, check_rows(list(given.rows), config))
                link.send(given.key)
            else:
                link.send(check_rows([given], config))
        except Exception:  # the first process does it again, and says what is wrong
            os._exit(1)


def _ignore_interruptions() -> None:
    """Ctrl-C reaches all processes of a terminal; the first one ends the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
