"""``python -m tests.slowness.longer [WORD]``: all texts for the patterns whose place has a word, without a limit of time."""

import sys

from tests.slowness.patterns import patterns
from tests.slowness.test_patterns import slow_texts

_PAIRS = 120


def main(word: str = "") -> None:
    """Print each pattern that takes more than time in proportion, and at last the number of those that were tried."""
    tried = [used for used in patterns() if word in used.where]
    for used in tried:
        for wrong in slow_texts(used, pairs=_PAIRS):
            print(wrong, flush=True)
    print(f"{len(tried)} patterns")


if __name__ == "__main__":
    main(*sys.argv[1:2])
