"""Entries of an index: links in lists and tables, MkDocs' ``nav``, Sphinx's toctrees, and lines with file names."""

import re
from bisect import bisect_right
from itertools import islice
from typing import Final
from urllib.parse import unquote

from checkfirst import lazy_re
from checkfirst.measuring.index.demonstrations import is_demonstrated
from checkfirst.measuring.index.generated_lists import generated_lines
from checkfirst.measuring.index.own_addresses import is_address
from checkfirst.measuring.index.running_text import is_in_sentence
from checkfirst.measuring.index.target_forms import gitbook_mark, leads_elsewhere, written_path
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document, Role
from checkfirst.model.entries import RawEntry
from checkfirst.model.formats import Format, Trait
from checkfirst.model.index_names import INDEX_NAMES, LINES_READ, SITE_INDEX, IndexName
from checkfirst.path_parts import name_of, suffix_of
from checkfirst.reading.formats import suffixes_of
from checkfirst.reading.text.markdown_inline import ANY_LINK
from checkfirst.safe_text import printable

#: Suffixes of documents, and the same as alternatives of a pattern.
_LISTED: Final = suffixes_of(Trait.LISTED)
_ENDINGS: Final = "|".join(suffix.removeprefix(".") for suffix in _LISTED)
#: An item of ``nav``; the colons behind which its target may begin, of which the first few are tried; and the target.
_NAV_ITEM = lazy_re.compile(r"\s++-\s++")
_NAV_COLON = lazy_re.compile(r":\s++")
_MOST_COLONS: Final = 12
_NAV_TARGET = lazy_re.compile(r"[\"']?([^\"'#\s][^\"'#]*+)([\"']?)\s*+(?:#.*)?$")
_TOCTREE_TARGET = lazy_re.compile(r"[\w./\-]+")
_PLAIN_LINE = lazy_re.compile(
    rf"^\s*+(?:[-*+•|]\s*+|\d++[.)]\s*+)?(\w[\w./ \-]*\.(?:{_ENDINGS}))\b\s*+[:|–—-]?\s*+(.*)$", re.IGNORECASE
)
#: Pages that Sphinx generates without a source file.
_SPHINX_PAGES: Final = {"self", "genindex", "modindex", "search"}
#: Fewest links to documents that make a README an index. Not measured.
_FEWEST_LISTED: Final = 3
#: A Markdown link in a list, in files without a Markdown suffix: llms.txt.
_LINKED_LINE = lazy_re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+\[([^\]]+)\]\(([^)\s]+)\)(.*)$")
_ITEM = lazy_re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_MARKS = lazy_re.compile(r"[*_`|]+|<[^<>]{0,200}>|^\s*(?:[-*+]|\d+[.)])\s+")
#: The name of an icon, as site generators write it.
_ICON = lazy_re.compile(r":[a-z0-9_]+(?:-[a-z0-9_]+)*:")
#: A link beside another in one line, after a comma, a bar or a word for "and" or "or"; a colon or a dash begins a description.
_BESIDE = lazy_re.compile(
    r"\s{0,3}(?:[,;/|·•&+]\s{0,3})?(?:(?:and|or|und|oder|sowie|et|ou|y|o|e|en|og|eller|och|i|oraz)\s{1,3})?"
    r"\[[^\[\]]{1,300}\]\(",
    re.IGNORECASE,
)
#: Characters between the target of an entry and its description.
_SEPARATORS: Final = " \t:;,.|–—-"
#: Number of first characters of a description that are kept.
_LONGEST: Final = 600
#: Number of first characters of a heading that are kept.
_LONGEST_TITLE: Final = 120


def raw_entries(document: Document, named: tuple[str, ...] = ()) -> tuple[RawEntry, ...] | None:
    """The entries of a document that is an index, by its file name or by its path in ``named``; else ``None``."""
    known = INDEX_NAMES.get(name_of(document.path).lower())
    if known and known.navigation:
        return _nav(document)
    if known is None and document.path not in named:
        return None
    firm = (known is not None and known.firm) or document.path in named
    found = _toctrees(document) if Trait.TOCTREE in document.traits else _listed_links(document, firm, known)
    if not found and Trait.PLAIN in document.traits:
        found = _plain(document, firm)
    return found if firm or len(found) >= _FEWEST_LISTED else None


def _listed_links(document: Document, firm: bool, known: IndexName | None) -> tuple[RawEntry, ...]:
    """Entries from the links to documents in lists and tables, and in a file of links alone from all of them."""
    bare = known is not None and known.bare
    # These list addresses of pages, which have no suffix; a link in another index may lead anywhere.
    pages = bare or (known is not None and known.name == SITE_INDEX)
    inside = {
        line
        for s in document.segments
        if s.role in {Role.LIST, Role.TABLE}
        for line in range(s.span.start_line, s.span.end_line + 1)
    }
    lines, made = document.text.split("\n"), generated_lines(document)
    is_markdown = document.format is Format.MARKDOWN
    headings = sorted(s.span.start_line - 1 for s in document.segments if s.role is Role.HEADING)
    return tuple(
        RawEntry(
            title=_ICON.sub("", link.text).strip(),
            target=link.target,
            quote=quote(lines, link.span.start_line - 1),
            firm=firm,
            description=_description(lines[link.span.start_line - 1], link.target),
            in_sentence=is_in_sentence(lines, link.span.start_line - 1, link.target),
            has_parts=_has_items_below(lines, link.span.start_line - 1),
            section=_heading_above(lines, headings, link.span.start_line - 1),
        )
        for link in document.links
        if (bare or link.span.start_line in inside)
        and not link.image
        and link.span.start_line not in made
        and not (is_markdown and is_demonstrated(link.target, lines, link.span.start_line - 1))
        and ((firm and _names_own_page(link.target)) or _may_be_entry(link.target, pages=pages))
    )


def _heading_above(lines: list[str], headings: list[int], position: int) -> str:
    """The last heading above a line, without its signs; empty if there is none."""
    above = bisect_right(headings, position)
    return printable(lines[headings[above - 1]][:_LONGEST_TITLE]).strip(" #=*_\t") if above else ""


def _has_items_below(lines: list[str], position: int) -> bool:
    """Whether the next line that is not blank is an item of a list further in than this one."""
    below = next((line for line in islice(lines, position + 1, None) if line.strip()), "")
    depths = [len(line) - len(line.lstrip()) for line in (lines[position], below)]
    return depths[1] > depths[0] and _ITEM.match(below) is not None


def _names_document(target: str) -> bool:
    """Whether the target has the suffix of a document."""
    return suffix_of(unquote(written_path(target))).lower() in _LISTED


def _names_page(target: str) -> bool:
    """Whether the target may be the address of a page: a path without a suffix that is not a folder's."""
    path = unquote(written_path(target))
    return bool(path.strip("./")) and not path.endswith("/") and not suffix_of(path)


def _may_be_entry(target: str, *, pages: bool) -> bool:
    return _leads_within(target) and (_names_document(target) or (pages and _names_page(target)))


def _names_own_page(target: str) -> bool:
    """Whether the target is the address of a page, which may be one of the set's own site."""
    suffix = suffix_of(unquote(written_path(target))).lower()
    return is_address(target) and "#" not in target and (suffix in {"", *_LISTED} or target.endswith("/"))


def _leads_within(target: str) -> bool:
    """Whether the target may be another file of the set."""
    return not (leads_elsewhere(target) or target.startswith(("#", "{{", "<")) or gitbook_mark(target))


def _nav(document: Document) -> tuple[RawEntry, ...]:
    """Entries of MkDocs' ``nav``, read line by line: with a YAML parser, aliases could exhaust the memory."""
    found = []
    base, within = "docs", False
    lines = document.text.split("\n")[:LINES_READ]
    for number, line in enumerate(lines):
        if line[:1] not in {" ", "-", "\t", "#", ""}:
            key, _, value = line.partition(":")
            within = key.strip() == "nav"
            if key.strip() == "docs_dir":
                base = value.strip().strip("\"'") or base
        elif within and (item := _nav_item(line if line.startswith(" ") else " " + line)):
            found.append((number, *item))
    return tuple(
        RawEntry(quote=quote(lines, n), title=title, target=target, firm=True, base=base)
        for n, title, target in found
        if _leads_within(target)
    )


def _nav_item(line: str) -> tuple[str, str] | None:
    """The title and the target of an item of ``nav``, behind the first colon that a target follows; or of a target alone."""
    item = _NAV_ITEM.match(line)
    if item is None:
        return None
    for colon in islice(_NAV_COLON.finditer(line, item.end()), _MOST_COLONS):
        if target := _nav_target(line, colon.end()):
            title = line[item.end() : colon.start()].rstrip()
            return title.removeprefix(title[:1] if title[:1] in {'"', "'"} else "").rstrip("\"'"), target
    target = _nav_target(line, item.end())
    return ("", target) if target else None


def _nav_target(line: str, start: int) -> str:
    """The path that a line ends with from ``start`` on, before a comment; empty if that is no path of a document."""
    found = _NAV_TARGET.match(line, start)
    path = (found[1] if found[2] else found[1].rstrip()) if found else ""
    return path if path.endswith(_LISTED) else ""


def _toctrees(document: Document) -> tuple[RawEntry, ...]:
    """Entries of Sphinx's toctrees, except those with ``:glob:``."""
    lines = document.text.split("\n")
    found = []
    for segment in document.segments:
        if segment.role is not Role.NAVIGATION:
            continue
        globbed = any(":glob:" in line for line in lines[segment.span.start_line - 1 : segment.span.end_line])
        for number in range(segment.span.start_line + 1, segment.span.end_line + 1):
            title, target = _toctree_item(lines[number - 1])
            if not target or globbed or title.startswith(":"):
                continue
            if target not in _SPHINX_PAGES and _leads_within(target):
                found.append(RawEntry(quote=quote(lines, number - 1), title=title, target=target, firm=True))
    return tuple(found)


def _toctree_item(line: str) -> tuple[str, str]:
    """The title and the target in an indented line of a toctree; both empty for any other line."""
    bare = line.strip()
    if not line[:1].isspace():
        return "", ""
    if bare.endswith(">"):
        title, _, target = bare[:-1].rpartition("<")
        return (title.strip(), target) if target and ">" not in target else ("", "")
    return ("", bare) if _TOCTREE_TARGET.fullmatch(bare) else ("", "")


def _description(line: str, target: str) -> str:
    """The text after the link in a line, or in a table row without any, before it; links become their texts.

    Cells with links of their own are other entries, and so is a link right beside this one.
    """
    before, _, after = line.partition(f"]({target}")
    text = after.partition(")")[2]
    if line.lstrip().startswith("|"):
        own = _own_cells(text[:_LONGEST])
        text = own if own.strip(_SEPARATORS + "*_") else _own_cells(before[-_LONGEST:].rpartition("[")[0])
    elif _BESIDE.match(text):
        return ""
    return " ".join(_MARKS.sub(" ", ANY_LINK.sub(r"\1", printable(text[:_LONGEST]))).split()).strip(_SEPARATORS)


def _own_cells(text: str) -> str:
    """A part of a table row without the cells that have links."""
    return " | ".join(cell for cell in text.split("|") if "](" not in cell)


def _plain(document: Document, firm: bool) -> tuple[RawEntry, ...]:
    """Entries from lines with a file name and a description (``name.md: …``), or with a Markdown link in a list."""
    found = []
    lines = document.text.split("\n")[:LINES_READ]
    for number, line in enumerate(lines):
        if linked := _LINKED_LINE.match(line):
            title, target, more = linked.groups()
            if not ((firm and _names_own_page(target)) or _may_be_entry(target, pages=True)):
                continue
        elif match := _PLAIN_LINE.match(line):
            title, target, more = match[2], match[1], ""
        else:
            continue
        found.append(
            RawEntry(
                quote=quote(lines, number),
                title=title,
                target=target,
                firm=firm,
                description=printable(more[:_LONGEST]).strip(_SEPARATORS),
            )
        )
    return tuple(found)
