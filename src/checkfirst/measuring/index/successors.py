"""What replaced a document that no longer holds, as its own line says, and whether the set has it."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.targets import Targets, TargetState
from checkfirst.model.entries import Successor
from checkfirst.model.links import OutgoingLink
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.traces import TraceKind

#: Lines from the one that says so in which the link to what replaced it stands. Not measured.
_WITHIN: Final = 3
#: What replaced a document, by a name or a number without a link.
_NAMED = lazy_re.compile(
    r"\b(?:(?:superseded|replaced|obsoleted) by|moved to|in favou?r of|use|see|ersetzt durch|abgelöst durch|remplacée? par"
    r"|sustituid[oa] por|reemplazad[oa] por|sostituit[oa] da|substituíd[oa] por|vervangen door|zastąpion[aey] przez)\b[\s:*_`\"'“(\[<]*"
    r"(?P<name>[^\s*_`\"'”,;()\[\]<>|](?:[^*`\"”;()\[\]<>|.,\n]|\.(?=\w)){0,60})",
    re.IGNORECASE,
)
#: A name with a number, such as "ADR-0012", "RFC 2616" or "0012", and words that may stand before it.
_NUMBERED = lazy_re.compile(r"^(?:[^\W\d]{1,12}[-_ #]{0,2})?(\d{1,5})\b")
#: What replaced a document, by a name that begins with a capital and has a number in its first words; what such a name is
#: not: a part of the project's history, or a word for any version.
_PLAINLY = lazy_re.compile(
    r"\b(?:superseded by|replaced by|obsoleted by|ersetzt durch|abgelöst durch|remplacée? par|sustituid[oa] por"
    r"|reemplazad[oa] por|sostituit[oa] da|substituíd[oa] por|vervangen door)\b[\s:*_`\"'“]*"
    r"(?P<name>(?-i:[A-ZÀ-ÖØ-Þ])[\w-]*(?: [\w-]+){0,3}? ?[vV]?\d[\w.]*\w|(?-i:[A-ZÀ-ÖØ-Þ])[\w-]*(?: [\w-]+){0,3}? [vV]?\d)(?![\w.-]*\w)",
    re.IGNORECASE,
)
_NO_NAME = lazy_re.compile(
    r"(?:versions?|revisions?|releases?|editions?|drafts?|sections?|chapters?|pr|pull|mr|merge|issues?|commits?|phase|step|stage)\b",
    re.IGNORECASE,
)
_WORD = lazy_re.compile(r"\w+")
_DIGITS = lazy_re.compile(r"\d+")
_LINKED = lazy_re.compile(r"\[([^\[\]]{1,80})\]\(")
_LINKS = lazy_re.compile(r"\[([^\[\]]{1,80})\]\(([^\s()]{1,400})")
#: A link behind a name, to another site.
_OUTSIDE = lazy_re.compile(r"[*_`]{0,2}\]\((https?://[^\s()…]{1,400})(?:\)|…|$)")
#: The text of a link that is the status itself: it leads to what the word means, and not to what replaced the document.
_STATUS: Final = frozenset(
    [
        "deprecated",
        "archived",
        "obsolete",
        "obsoleted",
        "retired",
        "withdrawn",
        "superseded",
        "legacy",
        "discontinued",
        "inactive",
        "historic",
        "abandoned",
        "status",
        "veraltet",
        "überholt",
        "abgekündigt",
        "archiviert",
        "zurückgezogen",
        "ersetzt",
        "obsolète",
        "déprécié",
        "archivé",
        "retiré",
        "abandonné",
        "obsoleto",
        "obsoleta",
        "retirado",
        "archivado",
        "archiviato",
        "deprecato",
        "verouderd",
        "vervallen",
        "gearchiveerd",
        "przestarzały",
        "wycofany",
        "устарел",
        "устарело",
        "архив",
        "非推奨",
        "廃止",
        "已弃用",
        "已废弃",
        "已归档",
        "已過時",
    ]
)


def successors(documents: tuple[DocumentSummary, ...], targets: Targets) -> dict[str, Successor]:
    """By path of each document that says what replaced it: the name, and the file of the set that it is."""
    ended = [d for d in documents if d.ended and d.ended.kind is not TraceKind.DEPRECATED]
    if not ended:
        return {}
    by_name = {name: document.path for document in reversed(documents) for name in _names(document)}
    by_number = _numbered(documents)
    found = {}
    for document in ended:
        successor = _linked(document, targets) or _named(document, by_name, by_number)
        if successor and successor.file != document.path:
            found[document.path] = successor
    return found


def _linked(document: DocumentSummary, targets: Targets) -> Successor | None:
    """The first link in or below the line; one that can't be resolved names nothing that the set lacks."""
    if document.ended is None:
        return None
    first = document.ended.quote.span.start_line
    for link in document.links:
        if first <= link.quote.span.start_line < first + _WITHIN and not link.image:
            text = _text_of(link)
            if text.casefold() in _STATUS:
                continue
            target = targets.find(posixpath.dirname(document.path), link.target, document.path)
            if target.state is TargetState.UNKNOWN:
                return None
            return Successor(name=text or link.target, file=target.file)
    return None


def _text_of(link: OutgoingLink) -> str:
    """The text of a link as its line shows it; empty where it can't be told."""
    for text, target in _LINKS.findall(link.quote.text):
        if target.partition("#")[0] == link.target.partition("#")[0]:
            return str(text).strip(" *_`")
    first = _LINKED.search(link.quote.text)
    return first[1].strip(" *_`") if first else ""


def _numbered(documents: tuple[DocumentSummary, ...]) -> dict[tuple[str, str], list[str]]:
    """The documents of each folder with a number in their names."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for document in documents:
        path = PurePosixPath(document.path)
        for number in dict.fromkeys(_DIGITS.findall(path.stem)):
            found[str(path.parent), number].append(document.path)
    return found


def _named(
    document: DocumentSummary, by_name: dict[str, str], by_number: dict[tuple[str, str], list[str]]
) -> Successor | None:
    """What the line or the first sentence names by a title, a file name or a number; ``None`` if that is none of these."""
    if document.ended is None:
        return None
    # Below a title that says so, the first sentence names what to use.
    said = (document.ended.quote.text, document.first_sentence)
    for text in said:
        if match := _NAMED.search(text):
            found = _replacing(match["name"], document, by_name, by_number)
            outside = _OUTSIDE.match(text, match.end())
            if outside and found and found.file and not _is_address_of(outside[1], found.file):
                return None
            if found:
                return found
    return _elsewhere(document.ended.quote.text, by_name)


def _is_address_of(address: str, file: str) -> bool:
    """Whether an address on another site ends as the path of a file does: the file's name, or its folder and its stem."""
    parts = [part.casefold() for part in address.partition("#")[0].split("/") if part]
    path = PurePosixPath(file.casefold())
    last = PurePosixPath(parts[-1])
    return last.name == path.name or (
        last.stem in {path.name, path.stem} and len(parts) > 1 and parts[-2] == path.parent.name != ""
    )


def _elsewhere(text: str, by_name: dict[str, str]) -> Successor | None:
    """What a line plainly names with a number as its successor, and no name or title of the set has: "Refunds v2"."""
    match = _PLAINLY.search(text)
    if match is None or _NO_NAME.match(match["name"]):
        return None
    words = set(_WORD.findall(match["name"].casefold()))
    if any(words <= set(_WORD.findall(name)) for name in by_name):
        return None
    return Successor(name=match["name"], file=None)


def _replacing(
    name: str, document: DocumentSummary, by_name: dict[str, str], by_number: dict[tuple[str, str], list[str]]
) -> Successor | None:
    """The document of the set that a name or its number is; ``None`` if it is none."""
    name = name.strip()
    number = None if _NO_NAME.match(name) else _NUMBERED.match(name)
    for called in _shorter(name):
        if (file := by_name.get(called.casefold())) and file != document.path:
            return Successor(name=called, file=file)
    if number is None:
        return None
    beside = by_number.get((str(PurePosixPath(document.path).parent), number[1]), [])
    same = [path for path in beside if path != document.path]
    return Successor(name=name, file=same[0]) if len(same) == 1 else None


def _shorter(name: str) -> Iterator[str]:
    """A name, then its first words alone, for the sentence may go on: "Use Orders by mail instead"."""
    words = name.split()
    yield name
    for count in range(len(words) - 1, 0, -1):
        # One common word is no name, a file's is.
        if count > 1 or "." in words[0]:
            yield " ".join(words[:count])


def _names(document: DocumentSummary) -> Iterator[str]:
    path = PurePosixPath(document.path)
    yield from (name.casefold() for name in (document.path, path.name, path.stem, document.title or ""))
