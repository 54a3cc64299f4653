"""A process that checks documents for another one: ``python -m checkfirst.checking.worker``.

It reads pickled values from standard input: the configuration, then lists of documents to check (``Found``). It writes
the list of results for each (``packed``), and ends with its input: when the other process closes it or has ended.
"""

import os
import pickle
import sys
from typing import IO, BinaryIO

import msgspec

from checkfirst.checking.document import Result, check_one, rules_of
from checkfirst.garbage import collect_seldom
from checkfirst.measuring.models.weights import load_weights


def main() -> None:
    """Serve until the input ends."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Anything that a library prints goes to standard error, so that it can't damage the results.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    collect_seldom()
    try:
        _serve(source, sink)
    except BrokenPipeError:
        # The other process has ended. Exit without flushing, which would fail again.
        os._exit(0)


def packed(results: list[Result], sink: BinaryIO) -> None:
    """Write results as MessagePack, which takes a tenth of the time that pickle does; ``unpacked`` reads them."""
    try:
        value: bytes | list[Result] = msgspec.msgpack.encode(results)
    except UnicodeEncodeError:  # the name of a file is no Unicode
        value = results
    pickle.dump(value, sink, pickle.HIGHEST_PROTOCOL)
    sink.flush()


def unpacked(source: IO[bytes]) -> list[Result]:
    """The results that a worker wrote. Raises ``EOFError`` or ``UnpicklingError`` if it ended meanwhile."""
    value: bytes | list[Result] = pickle.load(source)
    return msgspec.msgpack.decode(value, type=list[Result]) if isinstance(value, bytes) else value


def _serve(source: BinaryIO, sink: BinaryIO) -> None:
    try:
        config = pickle.load(source)
        rules, weights = rules_of(config), load_weights()
        while True:
            packed([check_one(item, rules, config, weights) for item in pickle.load(source)], sink)
    except EOFError:
        return


if __name__ == "__main__":
    main()
