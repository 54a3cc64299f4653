"""Writes an index for a set that has none, and repairs one without removing anything that a person wrote."""

import posixpath
from collections.abc import Iterable, Mapping
from difflib import unified_diff
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.measuring.index.listed import listed_folder
from checkfirst.measuring.index.listed import unlisted as unlisted_below
from checkfirst.model.claim import ClaimStatus
from checkfirst.model.document import Document
from checkfirst.model.entries import Entry
from checkfirst.model.formats import Trait
from checkfirst.model.index_names import INDEX_NAMES, NEW_INDEX
from checkfirst.model.kinds import Kind, plain_name
from checkfirst.model.set_measures import DocumentSummary, SetMeasures
from checkfirst.reading.formats import named
from checkfirst.safe_text import shortened

NAME: Final = NEW_INDEX
#: The start of a list item: indentation, bullet or number with its closing sign, spaces.
_ITEM = lazy_re.compile(r"^(\s*)(?:([-*+])|(\d+)([.)]))(\s+)")
#: Characters of a title or a first sentence, at most. Not measured.
_LONGEST: Final = 300
#: Words of a first line that can stand for a title, at most; not measured.
_TITLE_WORDS: Final = 12
#: A code span, in which nothing is markup: as many backticks before it as behind it. And signs that outside of one would be
#: a link, HTML or the escape of another sign.
_MARKUP: Final = lazy_re.compile(r"(?<!`)(`++)([^`]++)\1(?!`)|[\\\[\]<`]")
_MARKED = lazy_re.compile(
    r"\((?:missing|(?:{0}): [^)]*)\)|<!-- (?:missing|(?:{0}): .*?) -->".format("|".join(ClaimStatus))
)
#: A bar between cells, and one that is a sign of the text.
_CELL_END: Final = lazy_re.compile(r"(?<!\\)\|")
_BAR: Final = r"\|"
#: The line endings that ``reading.text.decode`` knows.
_LINE_END = lazy_re.compile(r"(\r\n|\r|\n)")


def is_edited(index: str) -> bool:
    """Whether an index of this name is edited; others are left to a person."""
    spec = named(index)
    return spec is not None and Trait.INDEX in spec.traits


def can_be_edited(index: Document) -> bool:
    """Whether the lines of a document's text are those of its file, with one entry each."""
    return Trait.INDEX in index.traits and index.line_map.is_identity


def new_index(measures: SetMeasures, title: str) -> str:
    """The text of a new index: all documents folder by folder, each with its title, first sentence and kind."""
    lines = [f"# {_plain(title)}: documents", ""]
    folder = ""
    for document in sorted(_documents(measures), key=lambda d: (posixpath.dirname(d.path), d.path)):
        if (parent := posixpath.dirname(document.path)) != folder:
            lines += ["", f"## {_plain(parent)}", ""] if lines[-1] else [f"## {_plain(parent)}", ""]
            folder = parent
        lines.append(f"- {entry(document, '')}")
    return "\n".join(lines) + "\n"


def repaired_index(text: str, index: str, measures: SetMeasures, wrong: Mapping[str, str] | None = None) -> str:
    """The text of the index with unlisted documents added after its last entry, and entries without a file marked.

    So are those of the files in ``wrong``, by path, with what is wrong about them. ``text`` is that of a document for which ``can_be_edited`` is true. Its line endings stay.
    """
    pieces = _LINE_END.split(text)
    lines, ends = pieces[::2], pieces[1::2]
    end = max(set(ends), key=ends.count, default="\n")
    if lines[-1]:
        ends.append("")
    else:
        lines.pop()
    known = INDEX_NAMES.get(PurePosixPath(index).name.lower())
    bare = known is not None and known.bare
    entries = [e for e in measures.entries if e.index == index]
    for number, why in sorted(_marks(entries, wrong or {}).items()):
        if not _MARKED.search(lines[number - 1]):
            lines[number - 1] = _marked(lines[number - 1], why, bare=bare)
    added = list(unlisted(measures))
    if added:
        last = max((e.quote.span.start_line for e in entries), default=len(lines))
        items = _items(added, lines[last - 1] if entries else "", posixpath.dirname(index), bare=bare)
        if last:
            ends[last - 1] = ends[last - 1] or end
        lines[last:last], ends[last:last] = items, [end] * len(items)
    return "".join(line + ending for line, ending in zip(lines, ends, strict=True))


def unlisted(measures: SetMeasures) -> Iterable[DocumentSummary]:
    """Documents in or below the folder of the principal index that no index leads to.

    They are those that IDX003 reports, and where a README is the index those of its own folder, too, for which IDX003
    keeps silent: a README that is repaired as an index is to be complete.
    """
    principal = {d.path: d for d in measures.documents}[measures.indexes[0]]
    return unlisted_below(measures.documents, measures.indexes, measures.entries, {listed_folder(principal)})


def entry(document: DocumentSummary, folder: str, *, bare: bool = False) -> str:
    """The entry of a document in an index in ``folder``: a link with its title, and unless ``bare`` first sentence and kind."""
    title = (
        document.title or _first_line(document) or PurePosixPath(document.path).stem.replace("_", " ").replace("-", " ")
    )
    path = posixpath.relpath(document.path, folder or ".")
    target = quote(path, safe="/~!$&'*+,;=:@", errors="surrogateescape")
    link = f"[{_plain(title)}]({target})"
    if bare:
        return link
    kind = f"({plain_name(document.kind.kind)})" if document.kind.kind is not Kind.UNKNOWN else ""
    description = " ".join(part for part in (_plain(document.first_sentence), kind) if part)
    return f"{link}: {description}" if description else link


def _plain(text: str) -> str:
    """Text of a document as plain text in Markdown, short and on one line."""
    return _MARKUP.sub(lambda found: found[0] if found[1] else f"\\{found[0]}", shortened(text, _LONGEST))


def _first_line(document: DocumentSummary) -> str:
    """The document's first line where it can stand for a title: short, and not a sentence."""
    first = document.first_line.text if document.first_line else ""
    return first if 0 < len(first.split()) <= _TITLE_WORDS and first[-1] not in ".:;,…" and first[0].isalnum() else ""


def diff(before: str, after: str, name: str) -> str:
    """The changes as a unified diff."""
    changes = unified_diff(before.splitlines(), after.splitlines(), f"a/{name}", f"b/{name}", lineterm="")
    return "".join(f"{line}\n" for line in changes)


def _documents(measures: SetMeasures) -> Iterable[DocumentSummary]:
    return (d for d in measures.documents if d.is_prose and d.entries is None and not d.is_hidden)


def _marks(entries: list[Entry], wrong: Mapping[str, str]) -> dict[int, str]:
    """What is marked of entries, by line: that their file is missing, or what it is instead."""
    told = ((int(e.quote.span.start_line), wrong.get(e.listed or "", "")) for e in entries)
    marks = {line: _plain(why).replace("--", "- ") for line, why in told if why}
    return marks | {int(e.quote.span.start_line): "missing" for e in entries if not e.exists and e.path is not None}


def _marked(line: str, why: str, *, bare: bool) -> str:
    """The line with the mark at its end, or before the closing bar of a table row."""
    mark = f"<!-- {why} -->" if bare else f"({why.replace('(', '[').replace(')', ']').replace('|', _BAR)})"
    stripped = line.rstrip()
    if stripped.startswith("|") and stripped.endswith("|"):
        return f"{stripped[:-1].rstrip()} {mark} |"
    return f"{stripped} {mark}"


def _items(documents: list[DocumentSummary], last: str, folder: str, *, bare: bool) -> list[str]:
    """Lines for the documents, as items like the line ``last``, or as a new list where that is no item."""
    if row := _row_of(last):
        return [row.filled(document, folder) for document in documents]
    entries = [entry(document, folder, bare=bare) for document in documents]
    match = _ITEM.match(last)
    if match is None:
        return ["", *(f"- {line}" for line in entries)]
    indent, bullet, number, closing, space = match.groups()
    if bullet:
        return [f"{indent}{bullet}{space}{line}" for line in entries]
    return [f"{indent}{int(number) + n}{closing}{space}{line}" for n, line in enumerate(entries, start=1)]


class _Row(Struct, frozen=True):
    """The shape of a table's rows: the number of cells, and which of them holds the link."""

    indent: str
    cells: int
    link: int

    def filled(self, document: DocumentSummary, folder: str) -> str:
        """A row for a document: its link, and in the cell behind that, or else beside it, what the document is."""
        link, _, about = entry(document, folder).partition("): ")
        cells = [""] * self.cells
        cells[self.link] = f"{link})" if about else link
        if about and self.link + 1 < self.cells:
            cells[self.link + 1] = about
        return f"{self.indent}| {' | '.join(cell.replace('|', _BAR) for cell in cells)} |"


def _row_of(line: str) -> _Row | None:
    """The shape of a row with a link between bars; ``None`` for any other line."""
    stripped = line.strip()
    if not (stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 1):
        return None
    cells = _CELL_END.split(stripped[1:-1])
    link = next((n for n, cell in enumerate(cells) if "](" in cell), None)
    indent = line[: len(line) - len(line.lstrip())]
    return None if link is None else _Row(indent, len(cells), link)
