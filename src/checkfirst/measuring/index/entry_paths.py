"""Whether the file name of a document says what its index entry says, and its own title says the same.

An entry may name its file by a form of its name (`Tracing` for tracer.md) or by words of its path (`Template canvas` for
canvas-template.pdf), though the text has other words for it.
"""

import posixpath
from difflib import SequenceMatcher
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.entry_subjects import subject_words
from checkfirst.measuring.text.content_words import content_words, letters_and_digits, plain_title
from checkfirst.model.entries import Entry
from checkfirst.model.set_measures import DocumentSummary

#: Letters of the shortest part of a name that stands for a longer word (`gen` for generator), of the shortest beginning
#: that two forms of one word share, and its share of the longer one. Not measured.
_SHORTEST: Final = 3
_COMMON: Final = 4
_COMMON_SHARE: Final = 0.55
_PARTS = lazy_re.compile(r"[^\W\d_]+")
_WORDS = lazy_re.compile(r"[^\W\d_]+|\d+")
_NUMBER = lazy_re.compile(r"(?<![\w.])\d{1,6}(?![\d.]*\d)")
#: Ratio of ``difflib`` from which two words are one with a slip: a letter left out, doubled or swapped of six or more.
#: Not measured.
_SLIP: Final = 0.85


def is_named_by_path(entry: Entry, document: DocumentSummary) -> bool:
    """Whether every word of the entry's title stands in the document's path, and half of them in its own title."""
    if names_file(entry.title, posixpath.basename(document.path)):
        # The name of the file itself, with its suffix, promises nothing else.
        return True
    if _has_its_initials(entry.title, document):
        return True
    words = subject_words(entry.title)
    parts = [part.lower() for part in _PARTS.findall(document.path.rpartition(".")[0])]
    matched = [next((part for part in parts if _are_alike(word, part)), None) for word in words]
    if not words or None in matched:
        return False
    if _has_its_number(entry.title, posixpath.basename(document.path)):
        return True
    first = document.first_line.text if document.first_line else ""
    title = content_words(document.title or first)
    confirmed = sum(any(_are_alike(part or "", word) for word in title) for part in matched)
    return confirmed * 2 >= len(matched)


def _has_its_number(title: str, name: str) -> bool:
    """Whether the numbers of a title are those that a file's name begins with, as in ``ADR 12`` and 0012-rates.md."""
    numbers = [int(number) for number in _NUMBER.findall(title)]
    return bool(numbers) and [int(number) for number in _NUMBER.findall(name)][: len(numbers)] == numbers


def _has_its_initials(title: str, document: DocumentSummary) -> bool:
    """Whether a title has the name of the file, and that is made of the initials of the file's own title: ``CLA``."""
    name = posixpath.basename(document.path).partition(".")[0].lower()
    initials = "".join(word[0] for word in plain_title(document.title or "").split())
    return len(name) >= _SHORTEST and name in initials and name in plain_title(title).split()


def names_file(title: str, name: str) -> bool:
    """Whether a title is the name of a file, with a suffix; a slip of a letter within a word makes it no other name."""
    title = title.strip("` ")
    letters = letters_and_digits(title)
    if "." in title and letters in {letters_and_digits(name), letters_and_digits(name.rpartition(".")[0])} - {""}:
        return True
    if "." not in title or posixpath.splitext(title)[1].lower() != posixpath.splitext(name)[1].lower():
        return False
    written, called = (_WORDS.findall(word.lower()) for word in (posixpath.basename(title), name))
    return len(written) == len(called) and all(map(_is_same_or_slip, written, called))


def _is_same_or_slip(one: str, other: str) -> bool:
    if one == other:
        return True
    is_word = one.isalpha() and other.isalpha() and one[0] == other[0]
    return is_word and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SLIP


def _are_alike(one: str, other: str) -> bool:
    """Whether two words are forms of one, or the shorter stands for the longer."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST and long.startswith(short):
        return True
    common = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return common >= _COMMON and common >= _COMMON_SHARE * len(long)
