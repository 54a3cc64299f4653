"""Texts of our own writing on which a rule fires or keeps silent: files, read when somebody asks for them.

They stand beside the rules: ``rules/<prefix>/samples/<rule>/fires/1/`` is a folder with the files of one small set, and
``silent/1/`` of another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

#: The files of one small set, by path.
Sample = Mapping[str, bytes]
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """The sets that show a rule."""

    fires: tuple[Sample, ...]
    silent: tuple[Sample, ...]


def samples_of(code: str, name: str) -> Samples:
    """The samples of a rule, by its code and name; none where it has no folder."""
    folder = _HERE / code[:3].lower() / "samples" / name.replace("-", "_")
    return Samples(fires=_sets(folder / "fires"), silent=_sets(folder / "silent"))


def _sets(folder: Path) -> tuple[Sample, ...]:
    if not folder.is_dir():
        return ()
    return tuple(_files(one) for one in sorted(folder.iterdir(), key=lambda path: int(path.name)))


def _files(folder: Path) -> Sample:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found)}
