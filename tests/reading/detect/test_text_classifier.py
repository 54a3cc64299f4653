"""The classifier of texts: the same bytes get the same scores in every run."""

import os
import subprocess
import sys

SCORES = """
from checkfirst.reading.detect.text_classifier import shipped_model, tokens_of
text = "".join(f"def f{n}(x): return x[{n}] + {n * n}  # [tool.a{n}] key = <v>\\n" for n in range(60))
print(repr(shipped_model().scores(tokens_of(text.encode()))))
"""


def scores(seed: int) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.run(
        [sys.executable, "-c", SCORES], capture_output=True, check=True, env=environment
    ).stdout.decode()


def test_scores_do_not_depend_on_the_hash_seed() -> None:
    assert len({scores(seed) for seed in range(4)}) == 1
