"""What an SVG picture holds besides its drawing: words, seen and unseen, and scripts.

A picture is no document, so that no row of the table of formats names this reader: the check asks it for dangers alone.
"""

import re
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.model.location import LineMap, SourceLine, as_source_lines, text_span
from checkfirst.model.losses import MOST_NAMED, Concealment, Hidden, Loss, LossKind
from checkfirst.reading.parsed import Structure
from checkfirst.reading.text.hiding_styles import declarations, is_not_displayed, is_white, trick_of

#: Elements whose words a viewer shows, and those whose words it keeps for programs (SVG 2, sections 5.7 and 11).
_SHOWN: Final = frozenset({"text", "foreignobject"})
_UNSEEN: Final = frozenset({"title", "desc", "metadata"})
#: Elements that run a program or open a page, and the types of a script that is data.
_PROGRAMS: Final = frozenset({"script", "handler", "iframe", "object", "embed"})
_DATA: Final = ("json", "text/plain", "template")
_HANDLER: Final = lazy_re.compile(r"on[a-z]{3,30}")
_ADDRESS: Final = lazy_re.compile(
    r"\s*(?:(?:java|vb|live)script\s*:|data:\s*(?:text/html|application/xhtml))", re.IGNORECASE
)
#: What stands between the letters of an address that programs read over (URL Standard, section 4.4).
_IGNORED: Final = str.maketrans("", "", "\t\r\n\0")
#: Presentation attributes that may hide words, by the name of the property of a page.
_PRESENTATION: Final = {
    "display": "display",
    "visibility": "visibility",
    "opacity": "opacity",
    "fill-opacity": "opacity",
    "font-size": "font-size",
    "fill": "color",
    "clip-path": "clip-path",
    "transform": "transform",
}
_SPACE: Final = lazy_re.compile(r"\s+")
#: Characters of a passage, passages of a picture, and levels of elements that are read. Not measured.
_LONGEST, _MOST, _DEEPEST = 4_000, 2_000, 5_000


def read_svg(data: bytes) -> Structure:
    """The words that a picture shows, one line for each text, those that it does not, and its scripts as a loss.

    Entities of the file are resolved as a viewer does, within expat's limit for their growth; nothing is fetched. Of a file
    that breaks off or is no XML it is what stands before the fault.
    """
    walk = _Walk()
    try:
        walk.parser.Parse(data, True)
    except expat.ExpatError:
        walk.keep()
    return Structure(
        text="\n".join(text for text, _ in walk.lines),
        line_map=LineMap(source_lines=as_source_lines(line for _, line in walk.lines) or as_source_lines([1])),
        hidden=tuple(walk.hidden),
        losses=_losses(walk.scripts),
    )


def _losses(scripts: list[tuple[str, int]]) -> tuple[Loss, ...]:
    if not scripts:
        return ()
    names = tuple(dict.fromkeys(name for name, _ in scripts))[:MOST_NAMED]
    first = replace(text_span(0), source_line=SourceLine(scripts[0][1]))
    return (Loss(kind=LossKind.PICTURE_SCRIPT, count=len(scripts), span=first, names=names),)


class _Walk:
    """One pass over the elements. Nothing is kept of them but words and what is open."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, int]] = []
        self.hidden: list[Hidden] = []
        self.scripts: list[tuple[str, int]] = []
        # How each open element is hidden, by itself or by one around it.
        self.open: list[Concealment | None] = []
        # The words of the element that is read, its line, how it is hidden, and how many elements were open around it.
        self.words: list[str] = []
        self.line, self.how, self.around = 1, None, -1  # type: int, Concealment | None, int
        parser = self.parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self.opens
        parser.EndElementHandler = self.closes
        parser.CharacterDataHandler = self.says
        parser.CommentHandler = self.comments

    def opens(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = name.rpartition(":")[2].lower()
        self.see_scripts(tag, attributes)
        above = self.open[-1] if self.open else None
        how = above or (Concealment.NOT_SHOWN if tag in _UNSEEN else _hiding(attributes))
        if len(self.open) >= _DEEPEST:
            raise expat.ExpatError("too many levels")
        if self.around < 0 and tag in _SHOWN | _UNSEEN:
            self.around, self.how, self.line = len(self.open), how, self.parser.CurrentLineNumber
        elif self.around >= 0 and how is not self.how:
            # A part of a text that is hidden, or is shown again.
            self.keep()
            self.how, self.line = how, self.parser.CurrentLineNumber
        self.open.append(how)
        for key, value in attributes.items():
            if key.startswith(("aria-", "data-")) and " " in value.strip():
                self.hide(Concealment.ATTRIBUTE, value, self.parser.CurrentLineNumber)

    def closes(self, _: str) -> None:
        how = self.open.pop()
        if self.around == len(self.open):
            self.keep()
            self.around = -1
        elif self.around >= 0 and self.open[-1] is not how:
            self.keep()
            self.how, self.line = self.open[-1], self.parser.CurrentLineNumber

    def says(self, text: str) -> None:
        if self.around >= 0 and len(self.words) < _LONGEST:
            self.words.append(text[:_LONGEST])

    def comments(self, text: str) -> None:
        self.hide(Concealment.COMMENT, text, self.parser.CurrentLineNumber)

    def keep(self) -> None:
        """End the passage that is read."""
        said = _SPACE.sub(" ", "".join(self.words)[: 2 * _LONGEST]).strip()
        self.words = []
        if not said:
            return
        if self.how:
            self.hide(self.how, said, self.line)
        elif len(self.lines) < _MOST:
            self.lines.append((said[:_LONGEST], self.line))

    def hide(self, how: Concealment, text: str, line: int) -> None:
        said = _SPACE.sub(" ", text[: 2 * _LONGEST]).strip()[:_LONGEST]
        if said and len(self.hidden) < _MOST:
            span = replace(text_span(max(0, len(self.lines) - 1)), source_line=SourceLine(line))
            self.hidden.append(Hidden(how=how, text=said, span=span))

    def see_scripts(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _PROGRAMS and not any(kind in attributes.get("type", "").lower() for kind in _DATA):
            self.scripts.append((f"<{tag}>", self.parser.CurrentLineNumber))
        for name, value in attributes.items():
            if _HANDLER.fullmatch(name.lower()):
                self.scripts.append((name.lower(), self.parser.CurrentLineNumber))
            elif ":" in value and any(_ADDRESS.match(part.translate(_IGNORED)) for part in value[:_LONGEST].split(";")):
                self.scripts.append(("an address that is a script", self.parser.CurrentLineNumber))


def _hiding(attributes: Mapping[str, str]) -> Concealment | None:
    """How the attributes and the style of an element hide its words; ``None`` where they don't."""
    style = {name: attributes[key] for key, name in _PRESENTATION.items() if key in attributes}
    if own := attributes.get("style"):
        said = declarations(own)
        style |= said | ({"color": said["fill"]} if "fill" in said else {})
    if "x" in attributes or "y" in attributes:
        style |= {"position": "absolute", "left": attributes.get("x", ""), "top": attributes.get("y", "")}
    if not style:
        return None
    if is_not_displayed(style):
        return Concealment.HIDDEN_STYLE
    # White words may stand on something dark, which no style tells: like a trick, they count where they order a model.
    return Concealment.TRICK_OF_STYLE if trick_of(style) or is_white(style) else None
