"""A process that checks documents for another one: ``python -m checkfirst.checking.worker``.

It reads pickled values from standard input: the configuration, then lists of documents to check (``Found``). It writes
the list of results for each, pickled, and ends with its input: when the other process closes it or has ended.
"""

import os
import pickle
import sys
from typing import BinaryIO

from checkfirst.checking.document import check_one, rules_of
from checkfirst.measuring.models.weights import load_weights


def main() -> None:
    """Serve until the input ends."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Anything that a library prints goes to standard error, so that it can't damage the results.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        _serve(source, sink)
    except BrokenPipeError:
        # The other process has ended. Exit without flushing, which would fail again.
        os._exit(0)


def _serve(source: BinaryIO, sink: BinaryIO) -> None:
    try:
        config = pickle.load(source)
        rules, weights = rules_of(config), load_weights()
        while True:
            results = [check_one(item, rules, config, weights) for item in pickle.load(source)]
            pickle.dump(results, sink, pickle.HIGHEST_PROTOCOL)
            sink.flush()
    except EOFError:
        return


if __name__ == "__main__":
    main()
