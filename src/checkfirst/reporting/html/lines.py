"""A line of a document as HTML, with what is quoted of it marked."""

from collections.abc import Sequence

from checkfirst.model.finding import Evidence
from checkfirst.model.report import ShownLine
from checkfirst.reporting.html.escape import one_blank, safe, safe_line
from checkfirst.reporting.html.layout import LONGEST_LINE, words_of
from checkfirst.safe_text import printable

#: Share of a line that is kept at least where it is cut between words.
_KEPT = 0.8
_CUT = '<b class="cut" title="the line goes on">…</b>'


def line_html(
    line: ShownLine, quotes: Sequence[str] = (), codes: Sequence[str] = (), longest: int = LONGEST_LINE
) -> str:
    """The line with its number, the quotes in it marked, and the codes of the rules that quote it behind it."""
    tags = "".join(f' <span class="code">{code}</span>' for code in codes)
    return f"<p><i>{line.place.start_line}</i><span>{_marked(line.text, quotes, longest)}{tags}</span></p>\n"


def quote_html(evidence: Evidence) -> str:
    """A quote by itself, where its line is not among those that the page has."""
    return f"<p><i>{evidence.place.start_line}</i><span><mark>{safe(evidence.quote)}</mark></span></p>\n"


def _marked(text: str, quotes: Sequence[str], longest: int) -> str:
    head, is_cut = _shortened(one_blank(text), longest)
    end = _CUT if is_cut else ""
    if not quotes:
        return f"{safe_line(head)}{end}"
    quote = quotes[0]
    words = words_of(quote)
    before, found, after = head.partition(words)
    if words not in printable(head):
        # Beyond the cut.
        return f"{safe_line(head)}{end} <mark>{safe(quote)}</mark>{end}"
    if len(quotes) > 1 or not found or words != quote:
        return f"<mark>{safe_line(head)}</mark>{end}"
    # The blank at the end of what stands before is part of the line.
    lead = f"{safe_line(before + '.')[:-1]}" if before else ""
    return f"{lead}<mark>{safe_line(found)}</mark>{safe_line(after)}{end}"


def _shortened(text: str, longest: int) -> tuple[str, bool]:
    if len(text) <= longest:
        return text, False
    head = text[:longest]
    words, blank, _ = head.rpartition(" ")
    return (words if blank and len(words) > _KEPT * longest else head), True
