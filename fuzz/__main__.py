"""``python -m fuzz --minutes 20``: each target in a process of its own, guided by coverage (atheris).

What ends a target, an exception, a hang of more than 25 s or more than 1 GB of memory, is kept in ``--kept`` and the
program ends with 1. ``python -m fuzz --target NAME FILE`` runs one input again.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from fuzz.targets import targets

#: Seconds and megabytes that one input may take, and bytes of the longest one.
_SECONDS, _MEGABYTES, _LONGEST = 25, 1_000, 20_000
#: What libFuzzer prints at its end.
_RUNS: Final = re.compile(r"^Done (\d+) runs", re.MULTILINE)
#: Files that every target begins with: our own examples and the samples of the rules.
_SEEDS: Final = ("examples", "src/checkfirst/rules", "fuzz/corpus")
_LARGEST_SEED: Final = 8_000


def main() -> int:
    """Fuzz all targets for a time, or run one input."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--seed", type=int, default=0, help="the same inputs in every run; 0 for others each time")
    parser.add_argument("--target", choices=sorted(targets()))
    parser.add_argument("--kept", type=Path, default=Path("build/fuzz"))
    parser.add_argument("file", nargs="?", type=Path)
    options = parser.parse_args()
    if options.file:
        targets()[options.target](options.file.read_bytes())
        return 0
    names = [options.target] if options.target else sorted(targets())
    seconds = max(1, int(60 * options.minutes / len(names)))
    options.kept.mkdir(parents=True, exist_ok=True)
    inputs = {name: _inputs(name, seconds, options.seed, options.kept) for name in names}
    failed = [name for name, count in inputs.items() if count is None]
    found = f"failed: {', '.join(failed)}" if failed else "nothing found"
    tried = sum(count or 0 for count in inputs.values())
    print(f"{len(names)} targets, {seconds} s each, {tried:,} inputs: {found}")
    return 1 if failed else 0


def _inputs(name: str, seconds: int, seed: int, kept: Path) -> int | None:
    """The number of inputs that a target took in so many seconds; ``None`` if one of them ended it."""
    with tempfile.TemporaryDirectory() as corpus:
        for number, path in enumerate(_seeds()):
            shutil.copy(path, Path(corpus, str(number)))
        limits = (f"-max_total_time={seconds}", f"-timeout={_SECONDS}", f"-rss_limit_mb={_MEGABYTES}", f"-seed={seed}")
        files = (f"-max_len={_LONGEST}", f"-artifact_prefix={kept}/{name.replace('/', '-')}-", corpus)
        call = [sys.executable, "-m", "fuzz.one", name, *limits, *files]
        environment = {**os.environ, "PYTHONHASHSEED": str(seed) if seed else "random"}
        done = subprocess.run(call, capture_output=True, text=True, errors="replace", check=False, env=environment)
    if done.returncode:
        print(f"{name}:\n{done.stdout[-1500:]}{done.stderr[-3000:]}")
        return None
    told = _RUNS.search(done.stderr)
    return int(told[1]) if told else 0


def _seeds() -> list[Path]:
    found = (path for folder in _SEEDS for path in Path(folder).rglob("*") if path.is_file())
    return sorted(path for path in found if path.suffix != ".pyc" and path.stat().st_size <= _LARGEST_SEED)


if __name__ == "__main__":
    sys.exit(main())
