"""Literal traces in a text: conflict markers, placeholders, pointers, phrases of error pages.

Each sort is one pattern, looked for once; rules decide what a trace means.
"""

import re
from typing import Final

from checkfirst.measuring.quoting import quote, shortened
from checkfirst.model.document import Document, Format, Role, Span
from checkfirst.model.measures import Mark, Quote

_POINTERS: Final = (
    re.compile(r"\Aversion https://git-lfs\.github\.com/spec/v\d+\noid sha256:[0-9a-f]{64}"),
    re.compile(r"\A(?:\.\./)*\.git/annex/objects/\S+\s*\Z|\A/annex/objects/\S+\s*\Z"),
)
_CONFLICT_START = re.compile(r"^<{7}(?: |$)", re.M)
_CONFLICT_MIDDLE = re.compile(r"^={7}$", re.M)
_CONFLICT_END = re.compile(r"^>{7}(?: |$)", re.M)

_TEMPLATE = re.compile(
    r"\[(?:insert|your|enter|add|describe|project|product|company|feature|author|team|system|name|date|todo|tbd|fill|list|title|brief|short|link"
    r"|placeholder|version|number|status|why|what|how|who|when)\b[^\]\n]{0,80}\](?![(\[:])"
    r"|<(?:insert|your|enter|add|describe|project|product|company|feature|author|team|fill|todo|tbd)\b[^>\n]{1,60}>"
    r"|\{\{\s*[\w. -]{2,40}\s*\}\}"
    r"|\b(?:lorem ipsum dolor|TODO: (?:describe|write|fill|add)|TBD\b|to be (?:filled|written|completed|determined) ?(?:in|out)?\b"
    r"|(?:replace|delete|remove) this (?:text|line|section|paragraph|comment|block)|describe (?:the|your) [\w ]{3,40} here|goes here\b"
    r"|YYYY-MM-DD|firstname lastname|your[-_ ]name[-_ ]here)",
    re.I,
)
_MODEL = re.compile(
    r"^\W{0,4}(?:as an ai (?:language )?model|i(?:'|’)m sorry,? but (?:i can(?:'|’)?t|as an ai)|i cannot (?:fulfill|assist with) (?:this|that) request"
    r"|(?:certainly|sure|of course|absolutely)[!,.] (?:here(?:'|’)?s|here is|below is|i(?:'|’)ll|i have)\b"
    r"|(?:here(?:'|’)s|here is) (?:the|a|an|your) (?:revised|updated|complete|comprehensive|rewritten|improved|full|detailed)\b[^.\n]{0,80}:\s*$"
    r"|i hope this (?:helps|email finds)|let me know if you(?:'|’)d like (?:me to|any)|would you like me to\b"
    r"|feel free to (?:ask|let me know|adjust|modify|customi[sz]e)\b|is there anything else (?:you|i can)"
    r"|as of my (?:last|knowledge) (?:update|cutoff|training)|my knowledge cutoff)"
    r"|\b(?:as an ai language model|regenerate response|as of my last (?:knowledge )?update)\b",
    re.I | re.M,
)
_ERROR_PAGE = re.compile(
    r"\b(?:404|403|500|502|503|401|410)\b[^\n]{0,30}\b(?:not found|forbidden|error|unavailable|bad gateway|unauthori[sz]ed|gone)\b"
    r"|\b(?:error|http|status|code)[ :]+(?:404|403|500|502|503|401|410|429)\b"
    r"|\bpage (?:not found|(?:you (?:are|were|requested|tried)[^.\n]{0,60})?(?:can(?:no|')t be found|could not be found|does(?:n't| not) exist|no longer exists|is not available|isn't available|was not found))"
    r"|\b(?:we (?:can(?:no|')t|could(?:n't| not)) find (?:the|that|this|what) (?:page|you)|this page (?:isn't|is not) available|nothing (?:was )?found (?:here|at this)|oops[!,.])"
    r"|\b(?:log ?in|sign ?in) (?:to (?:continue|your account|access|view)|required|with (?:google|github|facebook|email|sso))"
    r"|\b(?:forgot(?:ten)? (?:your )?(?:password|username)|remember me|create an account|don(?:'|’)?t have an account|keep me (?:logged|signed) in|reset (?:your )?password)\b"
    r"|\b(?:checking your browser|verify (?:that )?you are (?:a )?human|are you a robot|enable (?:javascript and )?cookies|cloudflare ray id|ray id:|ddos protection by|attention required|unusual traffic|complete the security check|access (?:to this page has been )?denied)\b"
    r"|\b(?:you (?:have been|are being) (?:blocked|redirected)|just a moment\.\.\.|please wait while|temporarily unavailable|under maintenance|session (?:has )?expired|subscribe to (?:continue|keep) reading|this content is for (?:subscribers|members))\b",
    re.I,
)
_STUB_END = re.compile(
    r"(?:\[(?:\.\.\.|…)\]|(?:\.\.\.|…)\s*(?:read|continue|see|view|show) (?:more|reading)|(?:continue|keep) reading|read (?:the )?(?:full|rest of the) (?:article|story|post)"
    r"|to (?:read|continue reading)[^.\n]{0,40}(?:subscribe|sign in|log in|register)|(?:subscribe|sign in|log in|register)[^.\n]{0,30} to (?:read|continue|unlock|keep reading)"
    r"|this (?:article|content|story) is (?:for|available to|reserved for) (?:subscribers|members)|\[truncated\]|\(truncated\)|<truncated>|\[output truncated\]|content truncated)\W*$",
    re.I,
)
_WRITTEN: Final = {Format.TEXT, Format.MARKDOWN, Format.RESTRUCTUREDTEXT}
#: A small page is looked at whole for the phrases of error pages; of a long one, the start.
_ERROR_WITHIN: Final = 6_000
_MOST: Final = 40


def find_marks(document: Document, texts: list[str]) -> tuple[Mark, ...]:
    """All literal traces of a document, in text order."""
    text = document.text
    found: list[Mark] = [*_losses(document, texts)]
    if any(pointer.match(text) for pointer in _POINTERS):
        found.append(Mark(what="pointer", quote=quote(texts, 0, max(0, len(texts) - 2))))
    if "<<<<<<<" in text:
        found.extend(_conflicts(text, texts))
    if document.format in _WRITTEN:
        found.extend(_template(document, text, texts))
        found.extend(_each("model-phrase", _MODEL, text, texts, most=6))
    found.extend(_each("error-phrase", _ERROR_PAGE, text[:_ERROR_WITHIN], texts, most=12))
    found.extend(_cut_end(document, texts))
    return tuple(sorted(found, key=lambda m: (m.quote.span.start_line, m.what)))


def _each(what: str, pattern: re.Pattern[str], text: str, texts: list[str], most: int = _MOST) -> list[Mark]:
    """A mark for each line on which the pattern is found."""
    marks: list[Mark] = []
    for match in pattern.finditer(text):
        line = text.count("\n", 0, match.start())
        if not marks or marks[-1].quote.span.start_line != line + 1:
            marks.append(Mark(what=what, quote=quote(texts, line)))
        if len(marks) >= most:
            break
    return marks


def _losses(document: Document, texts: list[str]) -> list[Mark]:
    return [
        Mark(what=loss.what, quote=_at(texts, loss.line, f"{loss.count} {loss.what.replace('-', ' ')}"))
        for loss in document.losses
        if loss.what in {"fence-not-closed", "undecodable-bytes", "nul-bytes", "format-not-read"}
    ]


def _at(texts: list[str], line: int | None, otherwise: str) -> Quote:
    if line is None or line > len(texts):
        return Quote(span=Span(start_line=1, end_line=1), text=otherwise)
    return Quote(span=Span(start_line=line, end_line=line), text=shortened(texts[line - 1]))


def _conflicts(text: str, texts: list[str]) -> list[Mark]:
    """Conflict markers in their order: a start, a middle, an end, all at the start of lines."""
    marks = []
    position = 0
    while start := _CONFLICT_START.search(text, position):
        middle = _CONFLICT_MIDDLE.search(text, start.end())
        end = _CONFLICT_END.search(text, middle.end()) if middle else None
        if end is None:
            break
        first, last = text.count("\n", 0, start.start()), text.count("\n", 0, end.start())
        marks.append(Mark(what="conflict", quote=quote(texts, first, last)))
        position = end.end()
    return marks


def _template(document: Document, text: str, texts: list[str]) -> list[Mark]:
    """Placeholders of a template, outside code."""
    code = {
        line
        for segment in document.segments
        if segment.role is Role.CODE
        for line in range(segment.span.start_line, segment.span.end_line + 1)
    }
    return [m for m in _each("template", _TEMPLATE, text, texts) if m.quote.span.start_line not in code]


def _cut_end(document: Document, texts: list[str]) -> list[Mark]:
    last = next((n for n in range(len(texts) - 1, -1, -1) if texts[n].strip()), None)
    if last is None:
        return []
    if _STUB_END.search(texts[last].strip()[-200:]):
        return [Mark(what="stub-end", quote=quote(texts, last))]
    return []
