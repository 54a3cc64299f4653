"""The most that is kept of one document. What lies beyond is told as a loss; memory stays bounded whatever the file."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, TypeVar

from msgspec.structs import replace

from checkfirst.model.document import Link, Segment
from checkfirst.model.location import LineMap, TextLine, TextSpan
from checkfirst.model.losses import Hidden, Loss, LossKind
from checkfirst.reading.parsed import Structure

#: Lines and characters of a text, and items of each sort, that are kept. A line takes some 500 bytes when it is measured,
#: a character up to 90, an item some 600. A file that is unpacked to be read may be far larger than it is stored.
LINES: Final = 200_000
CHARACTERS: Final = 8_000_000
UNPACKED_CHARACTERS: Final = 4_000_000
#: Characters that are kept of any file that is unpacked, beside one for each byte of it; and those for which a line is kept.
_UNPACKED_LEAST: Final = 2_000_000
_CHARACTERS_OF_LINE: Final = 20
ITEMS: Final = 50_000
#: Characters of all hidden texts together, and of one target or text of a link.
HIDDEN: Final = 2_000_000
TARGET: Final = 20_000

#: Characters of all links together. Many links may lead to one long target, which is written for each.
LINKED: Final = 8_000_000
#: What a loss names where a reader stopped and does not know how much is left.
END: Final = "its end"

_Item = TypeVar("_Item")


def bounded_unpacked(structure: Structure, size: int) -> Structure:
    """The structure of a file of so many bytes that is unpacked to be read, bounded as ``bounded`` does."""
    characters = min(UNPACKED_CHARACTERS, _UNPACKED_LEAST + size)
    return bounded(structure, characters, min(LINES, characters // _CHARACTERS_OF_LINE))


def bounded(structure: Structure, characters: int = CHARACTERS, lines: int | None = None) -> Structure:
    """The structure without what is beyond the limits, and with a loss that says how much that is."""
    text, left_out = _cut(structure.text, characters, LINES if lines is None else lines)
    last = text.count("\n") + 1
    links, anchors, hidden = _links_within(structure.links), structure.anchors, _within(structure.hidden)
    # A reader may have stopped before the end: what it left out was not counted.
    before = [name for loss in structure.losses if loss.kind is LossKind.BEYOND_LIMIT for name in loss.names]
    told = [
        *([_lines(left_out, ends_line=text.endswith("\n"))] if left_out and END not in before else []),
        *more_than_kept(len(structure.links) - len(links), len(anchors) - ITEMS, len(structure.hidden) - len(hidden)),
    ]
    if not told and not left_out and all(len(link.target) <= TARGET for link in links):
        return structure
    return replace(
        structure,
        text=text,
        segments=tuple(_up_to(structure.segments, last)),
        # What is beyond the end still is a link, or may be led to.
        links=tuple(replace(x, target=x.target[:TARGET], span=_at_most(x.span, last)) for x in links),
        anchors=tuple(replace(x, span=_at_most(x.span, last)) for x in anchors[:ITEMS]),
        hidden=tuple(replace(x, span=_at_most(x.span, last)) for x in hidden),
        comments=tuple(_at_most(span, last) for span in structure.comments[:ITEMS] if span.start_line <= last),
        around=tuple(_at_most(span, last) for span in structure.around[:ITEMS] if span.start_line <= last),
        losses=(
            *(_placed(loss, last) for loss in structure.losses if loss.kind is not LossKind.BEYOND_LIMIT),
            *_loss([*before, *told]),
        ),
        line_map=_shortened(structure.line_map, last) if left_out else structure.line_map,
    )


def more_than_kept(links: int, anchors: int, hidden: int) -> Iterator[str]:
    """What a loss names for so many links, names and hidden texts that are left out."""
    yield from _number(links, "link", "links")
    yield from _number(anchors, "name of a heading or place", "names of headings and places")
    yield from _number(hidden, "hidden text", "hidden texts")


def _loss(told: list[str]) -> tuple[Loss, ...]:
    return (Loss(kind=LossKind.BEYOND_LIMIT, count=len(told), names=tuple(told)),) if told else ()


def _lines(left_out: int, *, ends_line: bool) -> str:
    if left_out == 1:
        return "1 line at its end" if ends_line else "the end of its last line"
    return f"{left_out:,} lines at its end"


def _number(count: int, one: str, more: str) -> list[str]:
    return [f"{count:,} {one if count == 1 else more}"] if count > 0 else []


def _cut(text: str, characters: int, most: int) -> tuple[str, int]:
    """The beginning of a text that is kept, and the number of lines of which nothing or only a part is."""
    end, lines = min(len(text), characters), text.count("\n", 0, characters)
    if lines > most:
        end = _end_of_line(text, most)
    elif end < len(text):
        end = text.rfind("\n", 0, end) + 1 or end
    left_out = text.count("\n", end) + (not text.endswith("\n"))
    return (text, 0) if end >= len(text) else (text[:end], left_out)


def _end_of_line(text: str, number: int) -> int:
    """The offset behind so many lines."""
    end = 0
    for _ in range(number):
        end = text.index("\n", end) + 1
    return end


def _links_within(links: Sequence[Link]) -> Sequence[Link]:
    """The first links that are together no longer than is kept."""
    most = max([len(link.target) + len(link.text) for link in links], default=0)
    if len(links) <= ITEMS and most * len(links) <= LINKED:
        return links
    sizes = accumulate(min(len(link.target), TARGET) + len(link.text) for link in links[:ITEMS])
    return links[: sum(size <= LINKED for size in sizes)]


def _within(hidden: Sequence[Hidden]) -> Sequence[Hidden]:
    """The first hidden texts that are together no longer than is kept."""
    sizes = accumulate(len(item.text) for item in hidden[:ITEMS])
    return hidden[: sum(size <= HIDDEN for size in sizes)]


def _up_to(segments: Iterable[Segment[TextSpan]], last: int) -> Iterable[Segment[TextSpan]]:
    return (replace(s, span=_at_most(s.span, last)) for s in segments if s.span.start_line <= last)


def _at_most(span: TextSpan, last: int) -> TextSpan:
    """The part of a span that is kept; the last line for one beyond it."""
    if span.end_line <= last:
        return span
    return replace(span, start_line=TextLine(min(span.start_line, last)), end_line=TextLine(last))


def _placed(loss: Loss, last: int) -> Loss:
    return replace(loss, span=_at_most(loss.span, last)) if loss.span else loss


def _shortened(lines: LineMap, last: int) -> LineMap:
    def first(values: tuple[_Item, ...] | None) -> tuple[_Item, ...] | None:
        return None if values is None else values[:last]

    return replace(
        lines,
        source_lines=first(lines.source_lines),
        end_lines=first(lines.end_lines),
        pages=first(lines.pages),
        cells=first(lines.cells),
    )
