"""The links and targets of reStructuredText, each found by its own form in a line."""

from checkfirst import lazy_re
from checkfirst.model.document import Anchor, Link
from checkfirst.model.location import text_span
from checkfirst.reading.role_map import RoleMap
from checkfirst.reading.text.rst_numbers import numbers_sections, section_numbers

TARGET = lazy_re.compile(r"^\s*\.\. _([^:]+):\s*(\S*)\s*$")
#: A name that is its own id.
_ID = lazy_re.compile(r"[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+")
_INLINE_LINK = lazy_re.compile(r"`([^`<]{0,300}?)\s*<([^`>]{1,2000})>`_{1,2}")
_FILE = lazy_re.compile(r"^\s*\.\. +(image|figure|include|literalinclude)::\s+(\S[^\n]{0,500}?)\s*$")
_DOWNLOAD = lazy_re.compile(r":download:`(?:[^`<]{0,200}<)?([^`<>]{1,500})>?`")
#: A reference to a named target: in backticks, or a single word.
_REFERENCE = lazy_re.compile(r"`([^`<>]{1,300})`_{1,2}(?!\w)|(?<![\w`:])([\w][\w.+-]{0,100}?)_{1,2}(?![\w`])")
#: A reference to a document of a Sphinx project, by its path without suffix. ``:external+other:doc:`` and ``other:path``
#: lead to another project (Sphinx, "intersphinx").
_DOCUMENT = lazy_re.compile(r"(?<![`\w]):doc:`(?:([^`<]{0,300}?)\s*<)?([^`<>!~]{1,500})>?`")


def links_of(text: str, lines: list[str], literal: set[int]) -> list[Link]:
    """All links of a source; lines in ``literal`` (from 0) are text without markup."""
    # Literal blocks and comments are examples, and no links of the page.
    shown = [(number, line) for number, line in enumerate(lines) if number not in literal]
    links = _inline_links(lines, literal)
    # A target that nothing refers to is shown to nobody.
    referred = {" ".join((name or word).lower().split()) for name, word in _REFERENCE.findall(text)}
    links += [
        Link(target=match[2], text=match[1].strip("`"), span=text_span(number))
        for number, line in shown
        if line.lstrip().startswith(".. _")
        and (match := TARGET.match(line))
        and match[2]
        and ("://" in match[2] or " ".join(match[1].strip("`").lower().split()) in referred)
    ]
    # "text <name_>" and ".. _name: other_" refer to a target of the document, which is a link of its own.
    links = [link for link in links if not link.target.endswith("_")]
    links += _files(shown)
    links += [
        Link(target=match[2].strip(), text=(match[1] or "").strip(), span=text_span(number))
        for number, line in shown
        if ":doc:`" in line
        for match in _DOCUMENT.finditer(line)
        if ":" not in match[2]
    ]
    return links


def _inline_links(lines: list[str], literal: set[int]) -> list[Link]:
    """Links in running text; one may run over two lines."""
    found = []
    before = ""
    for number, line in enumerate(lines):
        shown = "" if number in literal else line
        if "`_" in shown:
            joined = f"{before}\n{shown}"
            found += [
                Link(
                    target=match[2],
                    text=" ".join(match[1].split()),
                    span=text_span(number - (match.start() <= len(before))),
                )
                for match in _INLINE_LINK.finditer(joined)
                if match.end() > len(before)
            ]
        # What a link on this line ends with is no start of another.
        before = _INLINE_LINK.sub(lambda match: " " * len(match[0]), shown) if "`" in shown else shown
    return found


def _files(lines: list[tuple[int, str]]) -> list[Link]:
    """Files that are shown, included or offered for download, without those relative to the top of the sources."""
    found = []
    for number, line in lines:
        if ":: " in line and (match := _FILE.match(line)):
            found.append(Link(target=match[2], text="", span=text_span(number), image=match[1] in {"image", "figure"}))
        elif ":download:" in line:
            found += [Link(target=target, text="", span=text_span(number)) for target in _DOWNLOAD.findall(line)]
    return [link for link in found if not link.target.startswith(("/", "<", "|", "{"))]


def section_anchors(text: str, headings: list[str], role_map: RoleMap) -> list[Anchor]:
    """The anchors of the headings; where sections are numbered, a name may begin with the number."""
    levels = [role_map.levels[line] for line in sorted(role_map.levels)]
    numbers = section_numbers(levels) if numbers_sections(text) else []
    if len(numbers) != len(headings):
        return [Anchor(text=title, span=text_span(0)) for title in headings]
    return [
        Anchor(text=title, span=text_span(0), variants=(f"{number}{title}", f"{number} {title}"))
        for number, title in zip(numbers, headings, strict=True)
    ]


def targets(lines: list[str]) -> list[Anchor]:
    """Explicit targets inside the document."""
    found = ((n, TARGET.match(line)) for n, line in enumerate(lines) if line.lstrip().startswith(".. _"))
    named = [(n, match[1].strip("`")) for n, match in found if match and not match[2]]
    # The id of a target is made from its name as that of a heading is.
    return [
        Anchor(text=name, span=text_span(n), explicit=is_explicit)
        for n, name in named
        for is_explicit in ((True,) if _ID.fullmatch(name) else (True, False))
    ]
