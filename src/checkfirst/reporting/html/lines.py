"""Lines of documents: where a quote stands among them, and a line as HTML with what is quoted of it marked."""

from collections.abc import Sequence

from checkfirst.model.finding import Evidence
from checkfirst.model.report import ShownLine
from checkfirst.reporting.html.escape import safe, safe_line
from checkfirst.safe_text import printable

#: Characters of a line that are shown. Lines that come longer were cut before.
_LONGEST = 239
#: Share of a line that is kept at least where it is cut between words.
_KEPT = 0.8
_CUT = '<b class="cut" title="the line goes on">…</b>'


def located(shown: Sequence[ShownLine], evidence: Evidence) -> int | None:
    """The index of the line that has the quoted words at the quoted place; ``None`` where none has them."""
    place, words = evidence.place, _words(evidence.quote)
    lines = [
        n
        for n, line in enumerate(shown)
        if line.place.start_line <= place.end_line
        and line.place.end_line >= place.start_line
        and line.place.page == place.page
    ]
    found = next((n for n in lines if words and words in printable(shown[n].text)), None)
    if found is None and len(lines) == 1 and len(shown[lines[0]].text) > _LONGEST:
        # The words stand where the line is cut.
        return lines[0]
    return found


def line_html(line: ShownLine, quotes: Sequence[str] = (), codes: Sequence[str] = ()) -> str:
    """The line with its number, the quotes in it marked, and the codes of the rules that quote it behind it."""
    tags = "".join(f' <span class="code">{code}</span>' for code in codes)
    return f"<p><i>{line.place.start_line}</i><span>{_marked(line.text, quotes)}{tags}</span></p>\n"


def quote_html(evidence: Evidence) -> str:
    """A quote by itself, where its line is not among those that the page has."""
    return f"<p><i>{evidence.place.start_line}</i><span><mark>{safe(evidence.quote)}</mark></span></p>\n"


def _marked(text: str, quotes: Sequence[str]) -> str:
    head, is_cut = _shortened(text)
    end = _CUT if is_cut else ""
    if not quotes:
        return f"{safe_line(head)}{end}"
    quote = quotes[0]
    words = _words(quote)
    before, found, after = head.partition(words)
    if words not in printable(head):
        # Beyond the cut.
        return f"{safe_line(head)}{end} <mark>{safe(quote)}</mark>{end}"
    if len(quotes) > 1 or not found or words != quote:
        return f"<mark>{safe_line(head)}</mark>{end}"
    # The blank at the end of what stands before is part of the line.
    lead = f"{safe_line(before + '.')[:-1]}" if before else ""
    return f"{lead}<mark>{safe_line(found)}</mark>{safe_line(after)}{end}"


def _shortened(text: str) -> tuple[str, bool]:
    if len(text) <= _LONGEST:
        return text, False
    head = text[:_LONGEST]
    words, blank, _ = head.rpartition(" ")
    return (words if blank and len(words) > _KEPT * _LONGEST else head), True


def _words(quote: str) -> str:
    """The quote without the sign that it was cut."""
    return quote.removesuffix("…").strip()
