"""The words of a title that say something, in any of their forms, as the numbers that fingerprints are made of."""

from collections.abc import Mapping
from typing import Final
from zlib import crc32

import numpy as np

from checkfirst.measuring.text.tokens import split_words
from checkfirst.model.set_measures import DocumentSummary

#: Words that any entry may have, whatever its file is about.
_EMPTY_WORDS: Final = (
    "the and for with from that this how what when where why who your our you are was not all any can using use "
    "used into about more other guide overview introduction document documents documentation docs page pages "
    "reference getting started start list index readme file files notes note see also its but does have has will "
    "new home first next read here part chapter section md rst txt html they them their there then than these "
    "those which while each every only very such some same been being were would could should must may might per "
    "via between after before because through during over under without within both either until upon onto off "
    "out own ours his her him she"
)
_EMPTY: Final = frozenset(_EMPTY_WORDS.split())


class WordCodes:
    """Words as the numbers that fingerprints are made of."""

    def __init__(self, vocabulary: Mapping[bytes, int]) -> None:
        self.vocabulary = vocabulary

    def code(self, word: str) -> int:
        raw = word.encode("utf-8", "surrogatepass")
        return self.vocabulary.get(raw) or crc32(raw) | 0x8000_0000

    def stands_in(self, word: str, codes: set[int]) -> bool:
        """Whether the word, or a form of it, is among the codes."""
        return any(self.code(form) in codes for form in forms(word))


def codes_of(document: DocumentSummary) -> set[int]:
    """All words of a document."""
    stored = document.fingerprint.vocabulary if document.fingerprint else b""
    return set(np.frombuffer(stored, dtype=np.uint32).tolist())


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


def plain_title(text: str) -> str:
    """A title without case, punctuation and an id in braces, to be compared."""
    words = " ".join(w.decode("utf-8", "replace") for w in split_words(text.partition("{#")[0]) if w != b"\x01")
    return words.replace("frequently asked questions", "faq").replace("quick start", "quickstart")
