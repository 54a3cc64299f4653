"""Origin of the weights: digest of the data, commit of the code, versions of the libraries."""

import hashlib
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Final

from checkfirst.errors import UsageError
from checkfirst.measuring.models.manifest import UNKNOWN, Manifest, vocabulary_digest
from training.sizes import FULL, Sizes
from training.store import digest

#: Files of the labelled data.
DATA_FILES: Final = ("documents.jsonl.gz", "flat_lines.jsonl.gz", "threads.jsonl.gz")
_LIBRARIES: Final = ("numpy", "scipy", "scikit-learn")
_CODE: Final = (":(glob)src/**/*.py", ":(glob)training/**/*.py")


def data_digest(data: Path) -> str:
    """SHA-256 of the names and digests of the data files. Raises ``UsageError`` if one is missing."""
    missing = [name for name in DATA_FILES if not (data / name).is_file()]
    if missing:
        raise UsageError(f"{data}: no {missing[0]}; name the folder with the labelled data")
    said = "".join(f"{name} {digest(data / name)}\n" for name in DATA_FILES)
    return hashlib.sha256(said.encode()).hexdigest()


def manifest_of(words: bytes, data: Path, sizes: Sizes) -> Manifest:
    """The manifest of weights that this run has trained."""
    commit, changed = _git("rev-parse", "HEAD"), _git("status", "--porcelain", "--", *_CODE)
    return Manifest(
        vocabulary=vocabulary_digest(words),
        data=data_digest(data),
        commit=(commit or UNKNOWN) + ("+changes" if changed else ""),
        date=_git("show", "-s", "--format=%cs", "HEAD") or UNKNOWN,
        libraries={"python": platform.python_version(), **{name: version(name) for name in _LIBRARIES}},
        note="" if sizes is FULL else "Learned from small draws, to try the stages: of no use.",
    )


def _git(*arguments: str) -> str:
    """The output of git; empty without git or a repository."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
