"""Content words of titles and entries (no stop words), and look-up of their inflected forms in fingerprints."""

from collections.abc import Iterable, Mapping
from typing import Final
from zlib import crc32

import numpy as np

from checkfirst.measuring.text.normal_form import normalized
from checkfirst.measuring.text.tokens import LINE_MARK, split_words
from checkfirst.model.set_measures import DocumentSummary

#: Stop words: function words, and words that any title may have whatever its document is about. Chosen by hand.
_STOP_WORDS: Final = (
    "the and for with from that this how what when where why who your our you are was not all any can using use "
    "used into about more other guide overview introduction document documents documentation docs page pages "
    "reference getting started start list index readme file files notes note see also its but does have has will "
    "new home first next read here part chapter section md rst txt html they them their there then than these "
    "those which while each every only very such some same been being were would could should must may might per "
    "via between after before because through during over under without within both either until upon onto off "
    "out own ours his her him she"
)
_STOP: Final = frozenset(_STOP_WORDS.split())
#: The characters of ASCII that are no letters and no digits, for ``str.translate``.
_NEITHER: Final = {code: None for code in range(128) if not chr(code).isalnum()}
#: Letters of the shortest content word. Not measured.
_SHORTEST: Final = 3


class WordCodes:
    """The codes of words in fingerprints: see ``Words.codes``."""

    def __init__(self, vocabulary: Mapping[bytes, int]) -> None:
        self.vocabulary = vocabulary

    def code(self, word: str) -> int:
        """The code of one word in lower case."""
        raw = word.encode("utf-8", "surrogatepass")
        return self.vocabulary.get(raw) or crc32(raw) | 0x8000_0000

    def occurs_in(self, word: str, codes: set[int]) -> bool:
        """Whether the code of the word or of one of its forms is among the codes."""
        return any(self.code(form) in codes for form in forms(word))


def codes_of(document: DocumentSummary) -> set[int]:
    """Codes of all words of a document; empty without a fingerprint."""
    stored = document.fingerprint.vocabulary if document.fingerprint else b""
    return set(np.frombuffer(stored, dtype=np.uint32).tolist())


def content_words(text: str) -> list[str]:
    """The distinct words of a text in their order, without stop words, short words and numbers.

    Their digits are all 0, as in the vocabulary: ``with_digits`` returns the words as written.
    """
    words = (w.decode("utf-8", "replace") for w in split_words(text) if w != LINE_MARK)
    return [w for w in dict.fromkeys(words) if len(w) >= _SHORTEST and w not in _STOP and set(w) != {"0"}]


def with_digits(words: Iterable[str], text: str) -> tuple[str, ...]:
    """The words as ``text`` has them, with their digits; ``words`` are content words of that text.

    Of words that differ in their digits alone, the first is returned.
    """
    written: dict[str, str] = {}
    for word, full in zip(split_words(text), split_words(text, keep_digits=True), strict=True):
        written.setdefault(word.decode("utf-8", "replace"), full.decode("utf-8", "replace"))
    return tuple(written.get(word, word) for word in words)


def forms(word: str) -> set[str]:
    """The word with the commonest English suffixes added and removed, whether or not such a word exists."""
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
    """A title normalised for comparison: in lower case, with its digits, without punctuation and an id in braces."""
    raw = split_words(text.partition("{#")[0], keep_digits=True)
    words = " ".join(w.decode("utf-8", "replace") for w in raw if w != LINE_MARK)
    return words.replace("frequently asked questions", "faq").replace("quick start", "quickstart")


def letters_and_digits(text: str) -> str:
    """The letters and digits of a text in lower case, on which all rules for the names of anchors agree."""
    if text.isascii():
        return text.lower().translate(_NEITHER)
    return "".join(filter(str.isalnum, text.lower()))


def squashed(text: str) -> str:
    """The letters and digits of a text without regard to case or to how accents are encoded."""
    return "".join(filter(str.isalnum, normalized("NFC", text).casefold()))
