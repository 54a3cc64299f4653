"""A process that checks documents for another one: ``python -m checkfirst.checking.worker``.

It reads pickled values from its input: the configuration, then documents that were found and not read yet, some at a
time. It answers each such list with the list of their results, and ends when its input ends: when the other process
closes it, or is no more.
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
    # What a library might print is no answer.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        _serve(source, sink)
    except BrokenPipeError:
        # Nobody is there to be told; whatever else would be said at the end neither.
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
