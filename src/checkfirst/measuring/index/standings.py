"""Entries of indexes and registers that give a document another status than the document gives itself."""

import posixpath
import re
from collections.abc import Iterator

from checkfirst import lazy_re
from checkfirst.measuring.content.standing import standing_of
from checkfirst.measuring.index.replaced_standings import replaced_standings
from checkfirst.measuring.index.targets import Targets
from checkfirst.model.entries import Entry, OtherStanding, Standing
from checkfirst.model.set_measures import DocumentSummary

#: A link, and what is set apart from the words around it: in emphasis, brackets or code.
_LINK = lazy_re.compile(r"~*\[[^\[\]]*\]\([^()]*\)~*|`[^`<]*<[^<>`]*>`_{1,2}|(?:xref|link):[^\[\]\s]*\[[^\[\]]*\]")
_SET_APART = lazy_re.compile(
    r"\*\*(?P<a>[^*]+)\*\*|__(?P<b>[^_]+)__|[*_](?P<c>[^*_]+)[*_]|`(?P<d>[^`]+)`|\((?P<e>[^()]+)\)|\[(?P<f>[^\[\]]+)\]"
)
#: Where the first words behind or before a link end.
_BREAK = lazy_re.compile(r"[.,;:()|]\s|\s[–—-]+\s|[()|]")
_ITEM = lazy_re.compile(r"\s*(?:[-*+•|]|\d+[.)])\s")
#: The end of words before a link to what replaced the document that has them.
_REPLACED_BY = lazy_re.compile(r"\b(?:by|with|durch|von|par|por|da|door|przez|av|заменен[оа]?)\W*$", re.IGNORECASE)
_LIST_SIGN = lazy_re.compile(r"^\s*(?:[-*+•]|\d+[.)])?\s*")


def other_standings(
    documents: tuple[DocumentSummary, ...], entries: tuple[Entry, ...], targets: Targets
) -> tuple[OtherStanding, ...]:
    """The entries whose status for a document is not that of the document, one for each document of an index, and lines of
    successors that no entry told of.

    Lists and tables of links in other documents count as entries: a register need not have the name of an index.
    """
    by_path = {d.path: d for d in documents if d.stated and d.entries is None}
    if not by_path:
        return ()
    found: dict[tuple[str, str], OtherStanding] = {}
    seen = set()
    for entry in (*entries, *_registered(documents, targets)):
        # The other links of a line are what replaced its document, and so on.
        line = (entry.index, entry.quote.span)
        if line in seen or entry.in_sentence:
            continue
        seen.add(line)
        document = by_path.get(entry.listed or "")
        # A header may link to its own document.
        if document is None or document.stated is None or document.path == entry.index:
            continue
        listed_as = _standing(entry)
        if listed_as and listed_as is not document.stated.standing:
            key = (entry.index, document.path)
            found.setdefault(key, OtherStanding(entry=entry, listed_as=listed_as, stated=document.stated))
    told = {path for _, path in found}
    successors = (other for other in replaced_standings(documents, targets) if other.entry.file not in told)
    return (*found.values(), *successors)


def _registered(documents: tuple[DocumentSummary, ...], targets: Targets) -> Iterator[Entry]:
    """The links in lists and tables of documents that are no indexes, as entries."""
    for document in documents:
        if document.entries is not None:
            continue
        for link in document.links:
            if _ITEM.match(link.quote.text) and not link.image:
                found = targets.find(posixpath.dirname(document.path), link.target, document.path)
                yield Entry(
                    index=document.path,
                    quote=link.quote,
                    title="",
                    target=link.target,
                    path=found.path,
                    exists=found.file is not None,
                    file=found.file,
                    firm=False,
                )


def _standing(entry: Entry) -> Standing | None:
    """The status that an entry gives; the heading above it counts if its line says nothing; ``None`` if it is in doubt."""
    said = {standing for phrase in _phrases(entry.quote.text) if (standing := standing_of(phrase))}
    if len(said) > 1:
        return None
    return next(iter(said), None) or _of_section(entry.section)


def _of_section(heading: str) -> Standing | None:
    """The status in a heading such as "Superseded" and "Accepted decisions"."""
    first, _, more = heading.partition(" ")
    return standing_of(heading) or (standing_of(first) if more.isalpha() else None)


def _phrases(line: str) -> Iterator[str]:
    """The parts of a line that may be a status: cells, what is set apart, the words next to the link."""
    linked = _LINK.search(line)
    if line.lstrip().startswith("|"):
        for cell in line.strip().strip("|").split("|"):
            own = _LINK.sub(" ", cell)
            yield from (part for match in _SET_APART.finditer(own) for part in match.groups() if part)
            if own == cell:
                yield cell
        return
    if not linked:
        return
    before, after = _LIST_SIGN.sub("", line[: linked.start()]), line[linked.end() :]
    if before.strip(" :*_–—-") and not _REPLACED_BY.search(before):
        yield before
    yield from (part for match in _SET_APART.finditer(after) for part in match.groups() if part)
    said = after.lstrip(" :–—-,\t")
    yield _BREAK.split(said, maxsplit=1)[0]
    yield _BREAK.split(said)[-1]
