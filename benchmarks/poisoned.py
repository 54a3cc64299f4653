"""Poisoned copies: numbers, negations, "and" and "or" changed in copies of sound documents; versions that are none.

``--versions FOLDER`` has a folder for each document with the versions of it that were published: each two that follow one
another are checked, and none is a poisoned copy.
"""

import argparse
import random
import re
import textwrap
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Final

from benchmarks.options import Figure, print_table
from checkfirst.api import check_documents
from checkfirst.config import Config
from training.corpus import rows

_SEED: Final = 18
_DOCUMENTS: Final = 100
_LENGTHS: Final = range(2_000, 20_000)
_KINDS: Final = ("specification", "reference", "project-policy", "readme", "faq", "how-to")
_CODES: Final = ("DUP001", "DUP002", "DUP003", "DUP005", "SAF009")
_NUMBER: Final = re.compile(r"(?<= )\d{1,4}(?= [a-z]{2})")
_MODAL: Final = re.compile(r"\b(must|shall|should|may|can|is|are)\b(?= (?!not)[a-z])")
_AND: Final = re.compile(r"\b(and|or)\b")
#: What is no prose: code, the fields at the start, tags and addresses.
_NO_PROSE: Final = re.compile(
    r"^(?:```|~~~).*?^(?:```|~~~)|\A---\n.*?^---$|<[a-z/!][^<>]*>|\]\([^()]*\)", re.MULTILINE | re.DOTALL
)


def _number(match: re.Match[str], draw: random.Random) -> str:
    return str(int(match[0]) + draw.randrange(1, 90))


def _negated(match: re.Match[str], _: random.Random) -> str:
    return f"{match[0]} not"


def _swapped(match: re.Match[str], _: random.Random) -> str:
    return "or" if match[0] == "and" else "and"


_POISONS: Final[dict[str, tuple[re.Pattern[str], Callable[[re.Match[str], random.Random], str]]]] = {
    "numbers": (_NUMBER, _number),
    "negations": (_MODAL, _negated),
    "and, or": (_AND, _swapped),
}


def poisoned(text: str, kind: str, draw: random.Random) -> str | None:
    """The text with one to three changes of the kind in its prose; ``None`` if it has no place for one."""
    pattern, change = _POISONS[kind]
    aside = [m.span() for m in _NO_PROSE.finditer(text)]
    places = [m for m in pattern.finditer(text) if not any(a <= m.start() < b for a, b in aside)]
    if not places:
        return None
    for match in sorted(draw.sample(places, min(draw.randrange(1, 4), len(places))), key=lambda m: -m.start()):
        text = text[: match.start()] + change(match, draw) + text[match.end() :]
    return text


def wrapped(text: str) -> str:
    """The text as a page shows it: a menu before it, reactions behind it."""
    head = "Home | Library | About | Sign in\n\nYou are reading a page of the Ostara Library of Documents, shared by its readers."
    tail = (
        "Was this page of use to you? Yes · No\n\nMore from the library: The tide tables, A short history of the pier"
    )
    return f"{head}\n\n{text}\n\n{tail}\n"


def rewrapped(text: str) -> str:
    """The wrapped page with lines of another length."""
    paragraphs = re.split(r"\n\s*\n", wrapped(text))
    return "\n\n".join(p if "```" in p or "|" in p else _filled(p) for p in paragraphs)


def _filled(paragraph: str) -> str:
    return textwrap.fill(" ".join(paragraph.split()), 70, break_on_hyphens=False, break_long_words=False)


_FORMS: Final = {"as it is": lambda text: text, "wrapped": wrapped, "wrapped, other lines": rewrapped}


def told(original: str, copy: str) -> tuple[bool, bool]:
    """Whether a finding names the changes, and whether one says that the copy is poisoned."""
    config = Config(select=_CODES, readings=False)
    found = check_documents([("original.md", original), ("page.md", copy)], config=config, purpose="retrieve").findings
    return any("changes" in dict(f.data) for f in found), any(f.code == "SAF009" for f in found)


def figures(data: Path, versions: Path | None = None) -> list[Figure]:
    """Print what is told by kind and form, and of published versions. Returns the figures of the page."""
    draw = random.Random(_SEED)
    texts = [r["text"] for r in rows(data, "documents") if r["kind"] in _KINDS and r["format"] == "md"]
    texts = draw.sample([t for t in texts if len(t) in _LENGTHS], _DOCUMENTS)
    table, all_told, all_planted = [], 0, 0
    for kind in _POISONS:
        for form, make in _FORMS.items():
            pairs = [(t, make(p)) for t in texts if (p := poisoned(t, kind, draw))]
            results = [told(*pair) for pair in pairs]
            named, accused = (sum(column) for column in zip(*results, strict=True))
            table.append([kind, form, str(named), str(accused), str(len(pairs))])
            all_told, all_planted = all_told + named, all_planted + len(pairs)
    print_table(["changed", "form", "changes named", "poisoned copy", "planted"], table)
    found = [("changes of poisoned copies, named", f"{all_told} of {all_planted}")]
    if versions:
        accused, pairs_of_versions = _versions(versions)
        found.append(("published versions called poisoned copies", f"{accused} of {pairs_of_versions} pairs"))
    for what, ours in found:
        print(f"{what}: {ours}")
    return [Figure(what, ours, "", "poisoned") for what, ours in found]


def _versions(folder: Path) -> tuple[int, int]:
    """How many pairs of versions are called poisoned copies, each printed, and how many there are."""
    accused = count = 0
    for place in sorted(p for p in folder.iterdir() if p.is_dir()):
        for one, other in pairwise(sorted(place.iterdir())):
            texts = [path.read_text("utf-8", "replace") for path in (one, other)]
            for first, second in (texts, texts[::-1]):
                named, poison = told(first, second)
                if named or poison:
                    print(
                        f"  {'poisoned copy' if poison else 'changes named'}: {one.parent.name} {one.name} {other.name}"
                    )
                accused += poison
            count += 1
    return accused, count


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the packed documents")
    parser.add_argument("--versions", type=Path, help="folder with published versions")
    options = parser.parse_args()
    figures(options.data, options.versions)


if __name__ == "__main__":
    main()
