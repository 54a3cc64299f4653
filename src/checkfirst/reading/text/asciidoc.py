"""AsciiDoc: the roles of lines, headings, attributes, links and anchors. It stays as it is written."""

from bisect import bisect_right
from collections import defaultdict
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.document import Anchor, Link, Role
from checkfirst.model.location import text_span
from checkfirst.model.losses import Concealment, Hidden
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap
from checkfirst.reading.text.asciidoc_places import html_ids_in, ids_in, own_heading_ids, own_references

_HEADING = lazy_re.compile(r"(={1,6})\s++(\S.*)")
_UNDERLINE = lazy_re.compile(r"^([=\-~^+])\1{3,}\s*$")
_ATTRIBUTE = lazy_re.compile(r"^:(!?[\w-]+!?):(?:\s+(.*))?$")
_DELIMITER = lazy_re.compile(r"^(-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|--|```\w*|[|,:!]={3,})\s*$")
#: The role of a delimited block by the first character of its delimiter.
_BLOCK: Final = {"-": Role.CODE, ".": Role.CODE, "_": Role.QUOTATION, "`": Role.CODE, "+": Role.CODE, "|": Role.TABLE}
_LIST = lazy_re.compile(r"^\s*(?:\*{1,5}|-|\.{1,5}|\d+\.|<\d+>)\s+\S|^\S.{0,80}?::\s*$|^\S.{0,80}?::\s+\S")
#: The attributes of the block below.
_BLOCK_ATTRIBUTES = lazy_re.compile(r"^\[{1,2}[^\]]*\]{1,2}\s*$")
_CAPTION = lazy_re.compile(r"^\.[^\s.].*$")
_MACRO = lazy_re.compile(r"\b(image|include|xref|link)::?([^\s\[\]]{1,1000})\[([^\]]{0,500})\]")
#: A reference to an attribute, and the suffix of a file.
_REFERENCE = lazy_re.compile(r"\{([\w-]+)\}")
_SUFFIX = lazy_re.compile(r"\.\w{1,12}$")
#: The suffix of a source in AsciiDoc, and an id in it that is written plainly.
_SOURCE, _ID = lazy_re.compile(r"\.(?:adoc|asciidoc|asc)$"), lazy_re.compile(r"[^\W\d][\w.:-]{0,100}")
#: Characters by which a title and its underline may differ in length (AsciiDoc, two-line section titles).
_UNDERLINE_SLACK: Final = 2
#: The underlines of the heading levels, from 1.
_UNDERLINES: Final = "=-~^+"
_URL = lazy_re.compile(r"\b(https?://[^\s\[\]<>\"]{3,2000})(?:\[([^\]]{0,500})\])?")


def read_asciidoc(text: str) -> Structure:
    """The structure of an AsciiDoc source. Conditions are not evaluated, and included files are not read."""
    lines = text.split("\n")
    role_map = RoleMap(len(lines))
    hidden: list[Hidden] = []
    blocks = _assign_block_roles(lines, role_map, hidden)
    attributes, headings = _assign_line_roles(lines, role_map, blocks, hidden)
    links, anchors = _references(lines, blocks, dict(attributes))
    return Structure(
        text=text,
        title=headings[0].text if headings else None,
        segments=role_map.segments(),
        links=tuple(sorted((*links, *own_references(text, lines, blocks)), key=lambda link: link.span.start_line)),
        anchors=tuple(
            sorted((*headings, *own_heading_ids(headings, dict(attributes)), *anchors), key=lambda a: a.span.start_line)
        ),
        hidden=tuple(hidden),
        metadata=tuple(attributes),
    )


def _assign_block_roles(lines: list[str], role_map: RoleMap, hidden: list[Hidden]) -> set[int]:
    """Assign roles to delimited blocks. Returns the lines (from 0) of blocks without markup in them."""
    literal: set[int] = set()
    closing: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if _DELIMITER.match(line):
            closing[line.rstrip()].append(number)
    number = 0
    while number < len(lines):
        match = _DELIMITER.match(lines[number])
        if match is None:
            number += 1
            continue
        fence = match[1] if match[1][0] != "`" else "```"
        heading = number > 0 and _UNDERLINE.match(lines[number]) and _is_title(lines[number - 1], lines[number])
        delimiters = closing[fence]
        after = bisect_right(delimiters, number)
        end = delimiters[after] if after < len(delimiters) else None
        if heading or end is None or fence == "--" or fence[0] in "=*":
            number += 1
            continue
        if fence[0] == "/":
            hidden.append(
                Hidden(how=Concealment.COMMENT, text="\n".join(lines[number + 1 : end]).strip(), span=text_span(number))
            )
        role = Role.TABLE if fence[0] in "|,:!" else _BLOCK.get(fence[0], Role.METADATA)
        role_map.assign(role, number, end + 1)
        if role in {Role.CODE, Role.METADATA}:
            literal.update(range(number, end + 1))
        number = end + 1
    return literal


def _is_title(line: str, under: str) -> bool:
    """Whether a line is a title, given that the line below looks like an underline."""
    slack = abs(len(line.rstrip()) - len(under.rstrip()))
    has_words = any(map(str.isalnum, line)) and not _DELIMITER.match(line)
    return has_words and slack <= _UNDERLINE_SLACK and line[0] not in " [.:|"


def _assign_line_roles(
    lines: list[str], role_map: RoleMap, blocks: set[int], hidden: list[Hidden]
) -> tuple[list[tuple[str, str]], list[Anchor]]:
    """Assign roles to lines outside literal ``blocks``. Returns document attributes and headings."""
    attributes: list[tuple[str, str]] = []
    headings: list[Anchor] = []
    for number, line in enumerate(lines):
        if number in blocks or not line.strip():
            continue
        under = lines[number + 1] if number + 1 < len(lines) else ""
        if match := _HEADING.match(line):
            _head(role_map, number, 1, len(match[1]), _without_closing(match[2]), headings)
        elif (mark := _UNDERLINE.match(under)) and _is_title(line, under) and not role_map.codes[number]:
            _head(role_map, number, 2, _UNDERLINES.index(mark[1]) + 1, line.strip(), headings)
        elif match := _ATTRIBUTE.match(line):
            attributes.append((match[1], (match[2] or "").strip()))
            role_map.assign(Role.METADATA, number, number + 1)
        elif line.startswith("//") and not line.startswith("///"):
            hidden.append(Hidden(how=Concealment.COMMENT, text=line[2:].strip(), span=text_span(number)))
            role_map.assign(Role.METADATA, number, number + 1)
        elif role_map.codes[number]:
            continue
        elif _BLOCK_ATTRIBUTES.match(line) or line.startswith(("ifdef::", "ifndef::", "endif::", "include::")):
            role_map.assign(Role.METADATA, number, number + 1)
        elif _CAPTION.match(line):
            role_map.assign(Role.CAPTION, number, number + 1)
        elif _LIST.match(line):
            role_map.assign(Role.LIST, number, number + 1)
    return attributes, headings


def _without_closing(title: str) -> str:
    """The title without the signs that may close it as they opened it."""
    bare = title.rstrip()
    open_ended = bare.rstrip("=")
    return open_ended.rstrip() if open_ended[-1:].isspace() else bare


def _head(role_map: RoleMap, number: int, count: int, level: int, text: str, headings: list[Anchor]) -> None:
    role_map.assign(Role.HEADING, number, number + count)
    role_map.levels[number] = level
    headings.append(Anchor(text=text, span=text_span(number)))


def _path_of(kind: str, target: str, attributes: dict[str, str]) -> str:
    """The path in the target of a macro; empty for a place in the same document, and for what can't be known here.

    Targets of Antora's modules and with attributes set elsewhere are resolved only when the document is rendered, and
    so is the folder of images. A fragment is kept if it is an id of another source.
    """
    path = target
    if target.startswith("++") and target.endswith("++"):
        # Inline passthrough: the characters between stay as they are (AsciiDoc, "Troubleshooting Complex URLs").
        path = target[2:-2]
    path, _, place = _REFERENCE.sub(lambda m: attributes.get(m[1], m[0]), path).partition("#")
    if kind == "image" or "{" in path or (":" in path and "://" not in path):
        return ""
    # Without a suffix the target of an xref is an id (Asciidoctor, ``InlineXrefMacroRx``).
    if kind == "xref" and not _SUFFIX.search(path) and "#" not in target:
        return ""
    return f"{path}#{place}" if kind == "xref" and _ID.fullmatch(place) and _SOURCE.search(path) else path


def _references(lines: list[str], blocks: set[int], attributes: dict[str, str]) -> tuple[list[Link], list[Anchor]]:
    links: list[Link] = []
    anchors: list[Anchor] = []
    for number, line in enumerate(lines, start=1):
        if number - 1 in blocks:
            anchors += html_ids_in(line, number - 1)
            continue
        if line.startswith("//"):
            continue
        anchors += ids_in(line, number - 1)
        # The value of an attribute is written for the pages that use it, which may lie in other folders.
        for kind, target, text in _MACRO.findall(line) if ":" in line and not _ATTRIBUTE.match(line) else ():
            if path := _path_of(kind, target, attributes):
                links.append(Link(target=path, text=text, span=text_span(number - 1)))
        for target, text in _URL.findall(line) if "://" in line else ():
            links.append(Link(target=target.rstrip(".,;)"), text=text, span=text_span(number - 1)))
    return links, anchors
