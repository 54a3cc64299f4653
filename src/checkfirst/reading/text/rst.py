"""reStructuredText: the roles of lines, headings, links, targets and metadata.

It is scanned line by line and not parsed in full: docutils runs directives, reads other files and takes a hundred times
as long.
"""

from checkfirst import lazy_re
from checkfirst.model.document import Role
from checkfirst.model.location import text_span
from checkfirst.model.losses import Concealment, Hidden
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap
from checkfirst.reading.text.rst_links import TARGET, links_of, section_anchors, targets

_ADORNMENT = lazy_re.compile(r"^([=\-`:.'\"~^_*+#<>!$%&(),/;?@\[\\\]{|}])\1{2,}\s*$")
_DIRECTIVE = lazy_re.compile(r"^(\s*)\.\. +([\w:+.-]+)::\s*(.*)$")
_COMMENT = lazy_re.compile(r"^(\s*)\.\.(?:\s+(?![_\[|])(.*))?$")
_FIELD = lazy_re.compile(r"^:([\w -]+):\s*(.*)$")
_PREAMBLE = lazy_re.compile(r"^([A-Z][\w-]+):\s+(.*)$")
#: Lines at the top in which fields, and lines of an RFC 822 preamble, are searched. Not measured.
_FIELD_LINES, _PREAMBLE_LINES = 60, 30
_BULLET = lazy_re.compile(r"^\s*(?:[*+\-•]|\d+\.|#\.|\(?[a-z0-9]\))\s+\S")
_CODE = {"code", "code-block", "sourcecode", "literalinclude", "parsed-literal", "highlight", "doctest"}
#: The borders of simple and of grid tables.
_SIMPLE_BORDER = lazy_re.compile(r"^\s*={2,}(?:\s+={2,})+\s*$")
_GRID_BORDER = lazy_re.compile(r"^\s*\+(?:[-=]{2,}\+)+\s*$")
#: The most borders of a simple table: above it, below its header, and below it.
_BORDERS = 3
_NOTE = lazy_re.compile(r"^\s*\.\. \[(?:#?[\w.-]*|\*|\d+)\]\s")
_SUBSTITUTION = lazy_re.compile(r"^\s*\.\. \|[^|]{1,200}\|\s+\w+::")
#: Directives by the role of their content.
_DIRECTIVE_ROLE = {
    **dict.fromkeys(_CODE, Role.CODE),
    **dict.fromkeys(("epigraph", "pull-quote"), Role.QUOTATION),
    "toctree": Role.NAVIGATION,
    **dict.fromkeys(("contents", "figure", "image", "include"), Role.METADATA),
    **dict.fromkeys(("list-table", "csv-table", "table"), Role.TABLE),
}
#: Characters of the shortest underline of a longer title. Not measured.
_SHORTEST_UNDERLINE = 4


def read_restructured(text: str) -> Structure:
    """The structure of a reStructuredText source, which stays as it is written."""
    lines = text.split("\n")
    role_map = RoleMap(len(lines))
    headings = _assign_heading_roles(lines, role_map)
    hidden, literal = _assign_block_roles(lines, role_map)
    links = links_of(text, lines, literal)
    fields = _leading_fields(lines, role_map)
    title = dict(fields).get("Title") or (headings[0] if headings else None)
    return Structure(
        text=text,
        title=title,
        segments=role_map.segments(),
        links=tuple(sorted(links, key=lambda link: link.span.start_line)),
        anchors=(*section_anchors(text, headings, role_map), *targets(lines)),
        hidden=tuple(hidden),
        metadata=tuple(fields),
    )


def _assign_heading_roles(lines: list[str], role_map: RoleMap) -> list[str]:
    """Assign the role of headings to titles and their adornments. Returns the titles.

    Levels follow the order in which the styles of adornment first appear.
    """
    styles: list[str] = []
    titles = []
    for number in range(len(lines) - 1):
        title, under = lines[number], lines[number + 1]
        if not (title.strip() and _ADORNMENT.match(under)) or _ADORNMENT.match(title):
            continue
        if len(under.rstrip()) < min(len(title.rstrip()), _SHORTEST_UNDERLINE) or (
            title.startswith((" ", "\t", "..")) and number == 0
        ):
            continue
        over = number > 0 and lines[number - 1].rstrip() == under.rstrip()
        if number > 0 and lines[number - 1].strip() and not over:
            continue
        style = under[0] * (2 if over else 1)
        if style not in styles:
            styles.append(style)
        first = number - 1 if over else number
        role_map.assign(Role.HEADING, first, number + 2)
        role_map.levels[first] = styles.index(style) + 1
        titles.append(title.strip())
    return titles


def _assign_block_roles(lines: list[str], role_map: RoleMap) -> tuple[list[Hidden], set[int]]:
    """Assign roles to blocks other than headings. Returns the comments, and the lines (from 0) of text without markup."""
    hidden: list[Hidden] = []
    literal: set[int] = set()
    number = 0
    while number < len(lines):
        if lines[number].strip() and not role_map.codes[number]:
            number = max(_read_block(lines, number, role_map, hidden, literal), number + 1)
        else:
            number += 1
    return hidden, literal


def _read_block(lines: list[str], number: int, role_map: RoleMap, hidden: list[Hidden], literal: set[int]) -> int:
    """Assign the role of the block that begins on a line. Returns the line after it, or the next one to examine."""
    line = lines[number]
    indent = len(line) - len(line.lstrip())
    if match := _DIRECTIVE.match(line):
        role = _DIRECTIVE_ROLE.get(match[2])
        # The content of other directives, such as notes, is read like any text.
        end = _block_end(lines, number, len(match[1])) if role else number + 1
        role_map.assign(role or Role.METADATA, number, end)
        literal.update(range(number + 1, end) if role is Role.CODE else ())
    elif (end := _table_end(lines, number)) > number:
        role_map.assign(Role.TABLE, number, end)
    elif _NOTE.match(line):
        end = _block_end(lines, number, indent)
        role_map.assign(Role.REFERENCE_LIST, number, end)
    elif _SUBSTITUTION.match(line) or TARGET.match(line):
        end = number + 1
        role_map.assign(Role.METADATA, number, end)
    elif match := _COMMENT.match(line):
        end = _block_end(lines, number, len(match[1]))
        comment = "\n".join(lines[number:end]).strip()
        hidden.append(Hidden(how=Concealment.COMMENT, text=comment, span=text_span(number)))
        role_map.assign(Role.METADATA, number, end)
        literal.update(range(number, end))
    elif line.rstrip().endswith("::"):
        end = _block_end(lines, number, indent)
        first = next((n for n in range(number + 1, end) if lines[n].strip()), end)
        role_map.assign(Role.CODE, first, end)
        literal.update(range(first, end))
    else:
        end = number + 1
        if _BULLET.match(line):
            item_end = _block_end(lines, number, indent)
            role_map.assign(Role.LIST, number, _paragraph_end(lines, number, item_end))
    return end


def _table_end(lines: list[str], first: int) -> int:
    """The line after the table that begins on a line; that line itself if none does."""
    if _GRID_BORDER.match(lines[first]):
        return _paragraph_end(lines, first)
    if not _SIMPLE_BORDER.match(lines[first]):
        return first
    end, borders = first + 1, 1
    while end < len(lines):
        if _SIMPLE_BORDER.match(lines[end]):
            borders += 1
            if borders > _BORDERS:
                return first
            # The last border has a blank line below it. A blank line inside a simple table is a row.
            if borders > 1 and (end + 1 == len(lines) or not lines[end + 1].strip()):
                return end + 1
        elif borders == 1 and not lines[end].strip():
            return first
        end += 1
    return first


def _block_end(lines: list[str], first: int, indent: int) -> int:
    """The line after the block that begins at ``first`` and whose other lines are indented deeper than ``indent``."""
    end = last = first + 1
    while end < len(lines):
        line = lines[end]
        if line.strip():
            if len(line) - len(line.lstrip()) <= indent:
                break
            last = end + 1
        end += 1
    return last


def _paragraph_end(lines: list[str], first: int, most: int | None = None) -> int:
    """The line after a paragraph, at most ``most``."""
    end, most = first, len(lines) if most is None else most
    while end < most and lines[end].strip():
        end += 1
    return end


def _leading_fields(lines: list[str], role_map: RoleMap) -> list[tuple[str, str]]:
    """The field list at the top, or the RFC 822 preamble of a Python enhancement proposal."""
    pairs = []
    for number, line in enumerate(lines[:_FIELD_LINES]):
        match = _FIELD.match(line) or (_PREAMBLE.match(line) if number < _PREAMBLE_LINES else None)
        if match:
            pairs.append((match[1], match[2].strip()))
            role_map.assign(Role.METADATA, number, number + 1)
        elif line.strip() and not line.startswith((" ", "\t")) and not role_map.codes[number]:
            break
    return pairs
