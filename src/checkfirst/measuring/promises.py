"""Does the file fit what the index says of it? The words of the entry against those of the file.

Titles need not match: an entry is believed if any of its own words stands in the file. Where none does, or where
another file alone bears them all in its title, the promise is not kept. One word is too little to tell by.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.words import split_words
from checkfirst.model.set_measures import DocumentSummary, Entry, Promise

#: Words that any entry may have, whatever its file is about.
_EMPTY: Final = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "from",
        "that",
        "this",
        "how",
        "what",
        "when",
        "where",
        "why",
        "who",
        "your",
        "our",
        "you",
        "are",
        "was",
        "not",
        "all",
        "any",
        "can",
        "using",
        "use",
        "used",
        "into",
        "about",
        "more",
        "other",
        "guide",
        "overview",
        "introduction",
        "document",
        "documents",
        "documentation",
        "docs",
        "page",
        "pages",
        "reference",
        "getting",
        "started",
        "start",
        "list",
        "index",
        "readme",
        "file",
        "files",
        "notes",
        "note",
        "see",
        "also",
        "its",
        "but",
        "does",
        "have",
        "has",
        "will",
        "new",
        "home",
        "first",
        "next",
        "read",
        "here",
        "part",
        "chapter",
        "section",
        "md",
        "rst",
        "txt",
        "html",
    ]
)
#: Words of an entry that must be there to tell, and words of a file that must be there to be told by.
_FEWEST: Final = 2
_FEWEST_IN_FILE: Final = 60
#: Words of an entry that are looked for in titles.
_MOST_WORDS: Final = 30
Codes = NDArray[np.uint32]


class _Reader:
    """Words as the numbers that fingerprints are made of."""

    def __init__(self, vocabulary: Mapping[bytes, int]) -> None:
        self.vocabulary = vocabulary

    def code(self, word: str) -> int:
        raw = word.encode("utf-8", "surrogatepass")
        return self.vocabulary.get(raw) or crc32(raw) | 0x8000_0000

    def stands_in(self, word: str, codes: set[int]) -> bool:
        """Whether the word, or a form of it, is among the codes."""
        return any(self.code(form) in codes for form in forms(word))


def content_words(text: str) -> list[str]:
    """The words of an entry or a title that say something, each once."""
    words = (w.decode("utf-8", "replace") for w in split_words(text) if w != b"\x01")
    return [w for w in dict.fromkeys(words) if len(w) > 2 and w not in _EMPTY and set(w) != {"0"}]


def forms(word: str) -> set[str]:
    """The word with the commonest endings put on and taken off."""
    found = {word, f"{word}s", f"{word}es", word.rstrip("s"), f"{word}ing", f"{word}ed", f"{word}d"}
    for ending, others in (
        ("ies", ("y",)),
        ("y", ("ies",)),
        ("ing", ("", "e", "s")),
        ("ed", ("", "e")),
        ("ion", ("e", "")),
    ):
        if word.endswith(ending):
            found.update(word.removesuffix(ending) + other for other in others)
    return found


def broken_promises(
    documents: tuple[DocumentSummary, ...], entries: tuple[Entry, ...], vocabulary: Mapping[bytes, int]
) -> tuple[Promise, ...]:
    """Entries whose file does not fit them, with the file that does, where there is exactly one."""
    reader = _Reader(vocabulary)
    by_id = {d.id: d for d in documents}
    # Names are no proof: a name is what the file was taken for.
    titled: dict[int, set[str]] = defaultdict(set)
    for document in documents:
        for word in content_words(document.title or ""):
            titled[reader.code(word)].add(document.id)
    found = []
    for entry in entries:
        listed = by_id.get(entry.path or "")
        words = content_words(entry.title)
        if listed is None or listed.id == entry.index or not words or not _can_be_judged(listed):
            continue
        own = _codes(listed)
        missing = [word for word in words if not reader.stands_in(word, own)]
        if not missing:
            continue
        fitting = _bearing(words, titled, listed.id, entry.index, reader)
        if fitting or (len(missing) == len(words) and len(words) >= _FEWEST):
            found.append(Promise(entry=entry, missing=tuple(missing), fitting=fitting))
    return tuple(found)


def _can_be_judged(document: DocumentSummary) -> bool:
    return document.fingerprint is not None and document.words >= _FEWEST_IN_FILE and document.language in {"en", None}


def _codes(document: DocumentSummary) -> set[int]:
    stored = document.fingerprint.vocabulary if document.fingerprint else b""
    return set(np.frombuffer(stored, dtype=np.uint32).tolist())


def _bearing(words: list[str], titled: dict[int, set[str]], listed: str, index: str, reader: _Reader) -> str | None:
    """The one other file that bears all words in its title, where the listed one bears none."""
    by_word = [
        set().union(*(titled.get(reader.code(form), ()) for form in forms(word))) for word in words[:_MOST_WORDS]
    ]
    if any(listed in paths for paths in by_word):
        return None
    bearing = set.intersection(*by_word) - {index}
    return bearing.pop() if len(bearing) == 1 else None
