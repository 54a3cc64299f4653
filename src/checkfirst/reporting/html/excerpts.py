"""Quotes as evidence: the quoted lines, each with the lines around it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from checkfirst.model.finding import Evidence
from checkfirst.reporting.html.escape import safe, safe_path
from checkfirst.reporting.html.layout import Layout, Text
from checkfirst.reporting.html.lines import line_html, quote_html
from checkfirst.reporting.phrases import lines_of

#: Lines above and below a quoted one. Not measured.
_AROUND = 2


def excerpts(
    layout: Layout, path: str, quotes: Sequence[Evidence], around: int = _AROUND, captioned: bool = True
) -> Iterator[str]:
    """The quotes, those of one document together. ``path`` is the document that they are told at. HTML, piece by piece.

    Without ``captioned`` lines of that document have no caption: their numbers stand beside them.
    """
    # A line of signs alone, such as a rule of dashes, shows nothing.
    telling = [evidence for evidence in quotes if any(map(str.isalnum, evidence.quote))] or quotes
    for of, group in groupby(telling, key=lambda evidence: evidence.path):
        evidences = list(group)
        where = safe(_where(evidences))
        name = f"{_named(layout, of)}, " if of != path else ""
        caption = f"<figcaption>{name}{where}</figcaption>" if captioned or name or _is_paged(evidences) else ""
        yield f'<figure class="quote">{caption}\n<div class="lines">\n'
        yield from _lines(layout.texts.get(of, Text(())), evidences, around)
        yield "</div></figure>\n"


def _where(evidences: Sequence[Evidence]) -> str:
    """``line 4``, ``lines 4, 7``; with pages and cells one by one."""
    places = [evidence.place for evidence in evidences]
    numbers = list(dict.fromkeys(place.start_line for place in places))
    if len(numbers) > 1 and not any(p.page or p.cell or p.start_line != p.end_line for p in places):
        return f"lines {', '.join(map(str, numbers))}"
    return ", ".join(dict.fromkeys(map(lines_of, places)))


def _is_paged(evidences: Sequence[Evidence]) -> bool:
    return any(evidence.place.page or evidence.place.cell for evidence in evidences)


def _named(layout: Layout, path: str) -> str:
    number = layout.anchors.get(path)
    return f'<a href="#d{number}">{safe_path(path)}</a>' if number is not None else safe_path(path)


def _lines(text: Text, evidences: Sequence[Evidence], around: int) -> Iterator[str]:
    """The quoted lines with those around them; what is not among the lines of the document first, by itself."""
    marked: defaultdict[int, list[str]] = defaultdict(list)
    for evidence in evidences:
        index = text.find(evidence)
        if index is None:
            yield quote_html(evidence)
        else:
            marked[index].append(evidence.quote)
    near = {n for index in marked for n in range(index - around, index + around + 1)}
    indices = [n for n in sorted(near) if 0 <= n < len(text.lines)]
    for last, n in pairwise([None, *indices]):
        if n is None:
            continue
        if last is not None and n > last + 1:
            yield '<p class="gap">…</p>\n'
        yield line_html(text.lines[n], marked.get(n, ()))
