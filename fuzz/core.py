"""``python -m fuzz.core --seconds 40``: the core in C under the sanitizers for addresses and undefined behaviour.

It is compiled anew with them, and takes random bytes and texts, many made of what it listens to, beside its twins in
plain Python. What a sanitizer finds, or a difference, ends the program with 1. Needs gcc or clang with its sanitizers.
"""

import argparse
import os
import random
import subprocess
import sys
import sysconfig
import tempfile
import time
from importlib.machinery import ExtensionFileLoader
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Final

from checkfirst import twins
from tests.test_core import BITS, CLASSES, LITERALS, MARKDOWN_PIECES, PIECES, WORDS, parts, results

_SOURCE: Final = Path(__file__).parents[1] / "src/checkfirst/_core.c"
_SANITIZERS: Final = (
    "-fsanitize=address,undefined",
    "-fno-sanitize-recover=all",
    "-fno-omit-frame-pointer",
    "-g",
    "-O1",
)
#: Pieces, and bytes, of the longest input.
_MOST_PIECES, _MOST_BYTES = 60, 400


def main() -> int:
    """Compile the core and fuzz it in another process, or be that process."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.core", description=__doc__)
    parser.add_argument("--seconds", type=float, default=40.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("library", nargs="?", type=Path)
    options = parser.parse_args()
    if options.library:
        print(f"{_fuzz(_loaded(options.library), options.seconds, options.seed):,} inputs: nothing found")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "_core.so")
        compiler = (os.environ.get("CC", "cc"), *_SANITIZERS, "-shared", "-fPIC", "-DPy_LIMITED_API=0x030B0000")
        subprocess.run([*compiler, f"-I{sysconfig.get_path('include')}", _SOURCE, "-o", library], check=True)
        found = subprocess.run([compiler[0], "-print-file-name=libasan.so"], capture_output=True, text=True, check=True)
        # Python itself frees little at its end, and its own allocator would hide what lies beyond an object.
        safe = {"LD_PRELOAD": found.stdout.strip(), "ASAN_OPTIONS": "detect_leaks=0", "PYTHONMALLOC": "malloc"}
        call = [sys.executable, "-m", "fuzz.core", "--seconds", options.seconds, "--seed", options.seed, library]
        return 1 if subprocess.run([*map(str, call)], env=os.environ | safe, check=False).returncode else 0


def _loaded(library: Path) -> ModuleType:
    spec = spec_from_file_location("_core", library, loader=ExtensionFileLoader("_core", str(library)))
    if spec is None or spec.loader is None:
        raise AssertionError("a library can be loaded")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _fuzz(core: ModuleType, seconds: float, seed: int) -> int:
    """How many inputs were tried until the time was over."""
    chance, count, until = random.Random(seed), 0, time.monotonic() + seconds
    table, literals = core.word_table(WORDS), core.literal_table(LITERALS)
    while time.monotonic() < until:
        text = "".join(chance.choices(PIECES, k=chance.randrange(_MOST_PIECES)))
        assert results(core, text) == results(twins, text), text
        markdown = "".join(chance.choices(MARKDOWN_PIECES, k=chance.randrange(_MOST_PIECES)))
        assert parts(core, markdown) == parts(twins, markdown), markdown
        data = _broken(text.encode("utf-8", "surrogatepass"), chance)
        core.words_alone(data)
        core.without_blanks(data, True)
        assert core.number_words(data, table) == twins.number_words(data, WORDS), data
        assert core.class_counts(data, CLASSES, 3) == twins.class_counts(data, CLASSES, 3), data
        assert core.line_bits(data, BITS) == twins.line_bits(data, BITS), data
        assert core.line_literals(data, literals) == twins.line_literals(data, LITERALS), data
        assert core.text_literals(data, literals) == twins.text_literals(data, LITERALS), data
        count += 1
    return count


def _broken(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some cut out and others put in; now and then other bytes."""
    for _ in range(chance.randrange(4)):
        start = chance.randrange(len(data) + 1)
        data = data[:start] + chance.randbytes(chance.randrange(3)) + data[start + chance.randrange(3) :]
    return data or chance.randbytes(chance.randrange(_MOST_BYTES))


if __name__ == "__main__":
    sys.exit(main())
