"""Stubs that stand where an index promises a document, or where the set has no other."""

import posixpath
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.content_words import content_words, forms
from checkfirst.model.content import StubReason
from checkfirst.model.entries import Entry, StubDocument
from checkfirst.model.set_measures import DocumentSummary

#: Reasons that make a stub only where an index says that the file is about something else.
_IF_UNRELATED: Final = {StubReason.NO_SENTENCE, StubReason.ANSWER}
#: Fewest content words of an entry that promises a subject. Not measured.
_PROMISED_WORDS: Final = 3
_MARKUP = lazy_re.compile(r"\]\([^()\s]*+\)|[\[\]*_`|]|^\s*[-+]\s")
#: Letters by whose equality two longer words are taken for forms of one. Not measured.
_STEM: Final = 6


def stub_documents(documents: tuple[DocumentSummary, ...], entries: tuple[Entry, ...]) -> tuple[StubDocument, ...]:
    """The stubs of the set, each with the entry that promises most of it."""
    promises: dict[str, Entry] = {}
    for entry in entries:
        if entry.listed and (
            entry.listed not in promises or len(entry.description) > len(promises[entry.listed].description)
        ):
            promises[entry.listed] = entry
    waiting = {d.path for d in documents if d.stub and d.stub.reason in _IF_UNRELATED} - promises.keys()
    promises |= _links_of_indexes(documents, waiting) if waiting else {}
    written = [d.path for d in documents if d.entries is None]
    parts = {_resolved(d.path, part) for d in documents for part in d.includes}
    found = []
    for document in documents:
        stub = document.stub
        if stub is None or document.path in parts:
            continue
        promise = promises.get(document.path)
        related = _is_related(stub.said, promise, document.path) if promise else False
        if stub.reason in _IF_UNRELATED and (promise is None or related):
            continue
        if stub.reason is StubReason.NO_TEXT and promise and promise.has_parts:
            # The title of a part of a book, whose chapters the index lists below it.
            continue
        found.append(
            StubDocument(
                path=document.path, stub=stub, entry=promise, related=related, alone=written == [document.path]
            )
        )
    return tuple(found)


def _resolved(path: str, included: str) -> str:
    """The path of a file that a document includes; one with a slash before it is taken from the root of the set."""
    folder = "" if included.startswith("/") else posixpath.dirname(path)
    return posixpath.normpath(posixpath.join(folder, included.lstrip("/")))


def _links_of_indexes(documents: tuple[DocumentSummary, ...], wanted: set[str]) -> dict[str, Entry]:
    """Links of indexes to files of data, which are no entries, as what promises these files."""
    found: dict[str, Entry] = {}
    for index in documents:
        for link in index.links if index.entries else ():
            path = posixpath.normpath(posixpath.join(posixpath.dirname(index.path), link.target))
            if path in wanted:
                title, _, description = _MARKUP.sub(" ", link.quote.text).strip().partition(":")
                found[path] = Entry(
                    index=index.path,
                    quote=link.quote,
                    title=title.strip(),
                    target=link.target,
                    path=path,
                    exists=True,
                    description=description.strip(),
                )
    return found


def _is_related(said: str, entry: Entry, path: str) -> bool:
    """Whether a text has a word of its entry, or the entry is too short to promise anything."""
    promised = content_words(f"{entry.title} {entry.description}")
    if len(promised) < _PROMISED_WORDS:
        return True
    wanted = {form for word in (*promised, *content_words(PurePosixPath(path).stem)) for form in forms(word)}
    stems = {word[:_STEM] for word in wanted if len(word) >= _STEM}
    return any(word in wanted or word[:_STEM] in stems for word in content_words(said))
