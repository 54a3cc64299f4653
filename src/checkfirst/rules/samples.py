"""Small sets of documents, written for this project, on which a rule fires or keeps silent.

Each is a folder beside the rules: ``rules/<prefix>/samples/<rule>/fires/1/`` holds the files of a set on which the rule
fires, ``silent/1/`` those of a set on which it does not.
"""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

#: The files of one small set, by path.
Sample = Mapping[str, bytes]
_HERE = Path(__file__).parent


class Samples(Struct, frozen=True, kw_only=True):
    """The sets that show when a rule fires and when it keeps silent."""

    fires: tuple[Sample, ...]
    silent: tuple[Sample, ...]


def samples_of(code: str, name: str) -> Samples:
    """The samples of the rule with this code and name; empty where it has no folder."""
    folder = _HERE / code[:3].lower() / "samples" / name.replace("-", "_")
    return Samples(fires=_sets(folder / "fires"), silent=_sets(folder / "silent"))


def _sets(folder: Path) -> tuple[Sample, ...]:
    if not folder.is_dir():
        return ()
    return tuple(_files(one) for one in sorted(folder.iterdir(), key=lambda path: int(path.name)))


def _files(folder: Path) -> Sample:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found)}
