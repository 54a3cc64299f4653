"""Entries whose file holds the text of another entry's file, which is the one that the text fits.

That two files are one text is certain, so that titles in any language can be held against it: one entry or file name has
a word of the text's title, and the other has none of its words there nor, but for a passing mention, in the text. Of two
texts that are nearly one, under one title, each is held against its own entry.
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

import numpy as np
from msgspec import Struct

from checkfirst.measuring.index.entry_subjects import subject_words, with_subjects
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.content_words import WordCodes, content_words, forms, plain_title
from checkfirst.model.entries import BrokenPromise, Entry
from checkfirst.model.likeness import DuplicateGroup, DuplicateKind
from checkfirst.model.set_measures import DocumentSummary

_ONE_TEXT: Final = {DuplicateKind.IDENTICAL, DuplicateKind.SAME_TEXT}
#: Similarity from which texts are one but for a few lines. Not measured.
_NEARLY_ONE: Final = 0.9
#: Most times that a text mentions the subject of another document. Not measured.
_MENTIONS: Final = 1
#: Letters in a run, by which titles without spaces between words are compared.
_RUN: Final = 2
#: Probability that such an entry is about its file. Not measured.
_KEPT: Final = 0.02


def copied_entries(
    documents: Iterable[DocumentSummary],
    entries: tuple[Entry, ...],
    duplicates: Iterable[DuplicateGroup],
    weights: Weights,
) -> tuple[BrokenPromise, ...]:
    """The entries whose file is a copy of the file of another entry, which the text fits."""
    same = [g for g in duplicates if g.alike is None and (g.likeness in _ONE_TEXT or g.similarity >= _NEARLY_ONE)]
    if not same:
        return ()
    by_path, by_file = {d.path: d for d in documents}, defaultdict(list)
    for entry in with_subjects(entries):
        by_file[entry.listed].append(entry)
    reader, found = WordCodes(weights.vocabulary.numbers), []
    for group in same:
        listed = [path for path in group.paths if by_file[path] and by_path[path].entries is None]
        if not listed[1:]:
            continue
        nearly = group.likeness not in _ONE_TEXT
        if nearly and len({plain_title(by_path[path].title or "") for path in listed}) > 1:
            # The text may have been written after another one.
            continue
        texts = {path: _Text(by_path[path if nearly else listed[0]], reader) for path in listed}
        keepers = [path for path in listed if any(texts[path].fits(entry) for entry in by_file[path])]
        for path in listed:
            if keepers and path not in keepers and all(texts[path].lacks(entry) for entry in by_file[path]):
                found += [_promise(entry, by_path[path], keepers[0], nearly=nearly) for entry in by_file[path]]
    return tuple(found)


def _promise(entry: Entry, document: DocumentSummary, keeper: str, *, nearly: bool) -> BrokenPromise:
    return BrokenPromise(
        entry=entry,
        missing=(),
        called=document.title or "",
        kind=document.kind.kind,
        fitting=None,
        absent=True,
        kept=_KEPT,
        copy_of=keeper,
        nearly=nearly,
    )


class _Text(Struct, frozen=True):
    """The text that several files hold."""

    document: DocumentSummary
    reader: WordCodes

    def fits(self, entry: Entry) -> bool:
        """Whether the title of the entry or the name of its file has a word of the text's title."""
        title = plain_title(self.document.title or "")
        words = set(content_words(self.document.title or ""))
        own = _words(entry)
        if any(not forms(word).isdisjoint(words) for word in own):
            return True
        wanted = plain_title(entry.title)
        return bool(title and wanted) and (wanted in title or title in wanted or _share_run(wanted, title))

    def lacks(self, entry: Entry) -> bool:
        """Whether the text says nothing of the subject of the entry, and its title is another."""
        if self.fits(entry) or not self.document.title:
            return False
        return all(self._mentions(word) <= _MENTIONS for word in _words(entry))

    def _mentions(self, word: str) -> int:
        """How often the text has a word in one of its forms."""
        print_ = self.document.fingerprint
        if print_ is None:
            return 0
        codes = np.frombuffer(print_.vocabulary, dtype=np.uint32)
        wanted = np.array(sorted({self.reader.code(form) for form in forms(word)}), dtype=np.uint32)
        return int(np.frombuffer(print_.counts, dtype=np.uint8)[np.isin(codes, wanted)].sum())


def _words(entry: Entry) -> list[str]:
    """The words of an entry's title and of its file's name that may name a subject."""
    return [*subject_words(entry.title), *subject_words(PurePosixPath(entry.listed or "").stem)]


def _share_run(a: str, b: str) -> bool:
    """Whether two titles in a script without spaces share two letters that follow one another."""
    if a.isascii() or " " in a:
        return False
    return any(a[n : n + _RUN] in b for n in range(len(a) - _RUN + 1))
