"""The families and pages that the shipped weights were trained on, so that benchmarks can leave them out."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("learned_from.json")


def families() -> frozenset[str]:
    """Families of documents that the shipped weights were trained on."""
    return frozenset(str(name) for name in json.loads(FILE.read_text(encoding="utf-8"))["families"])


def pages() -> frozenset[int]:
    """Hashes (``stable_hash``) of the names of the flattened pages that they were trained on."""
    return frozenset(int(number) for number in json.loads(FILE.read_text(encoding="utf-8"))["pages"])


def write(path: Path, families: Iterable[str], pages: Iterable[int]) -> None:
    """Write both lists, one item per line."""
    held = {"families": sorted(families), "pages": sorted(pages)}
    path.write_text(json.dumps(held, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
