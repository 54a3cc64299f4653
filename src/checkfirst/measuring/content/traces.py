"""Traces in a text: conflict markers, placeholders, pointers, phrases of error pages and of chat models.

Each kind of trace is searched for once; rules decide what it means.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.chat import find_chat, is_prompt
from checkfirst.measuring.content.conflicts import indented_conflicts, is_edit
from checkfirst.measuring.content.ending import find_cut_end
from checkfirst.measuring.content.machine_answer import find_machine_answer
from checkfirst.measuring.content.placeholders import find_placeholders
from checkfirst.measuring.content.samples_in_text import without_samples
from checkfirst.measuring.content.search_results import find_search_results
from checkfirst.measuring.content.status import find_other_version, find_status, may_state_status
from checkfirst.measuring.content.told_to_developers import is_told_to_developers
from checkfirst.measuring.text.cues import Cue, rare_cues
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.measuring.text.triggers import Trigger
from checkfirst.model.document import Document, Role, Segment
from checkfirst.model.formats import Format, Trait
from checkfirst.model.location import TextSpan
from checkfirst.model.losses import LossKind
from checkfirst.model.traces import Trace, TraceKind

_POINTERS: Final = (
    # Lines of extensions may stand between; hawser is what Git LFS was called at first.
    lazy_re.compile(
        r"\Aversion https://(?:git-lfs|hawser)\.github\.com/spec/v\d+\n(?:ext-\d+-\w+ \w+:[0-9a-f]{64}\n)*oid sha256:[0-9a-f]{64}"
    ),
    lazy_re.compile(r"\A(?:\.\./)*\.git/annex/objects/\S+\s*\Z|\A/annex/objects/\S+\s*\Z"),
)
_CONFLICT_START = lazy_re.compile(r"^<{7}(?: |$)", re.MULTILINE)
_CONFLICT_MIDDLE = lazy_re.compile(r"^={7}$", re.MULTILINE)
_CONFLICT_END = lazy_re.compile(r"^>{7}(?: |$)", re.MULTILINE)

_MODEL = lazy_re.compile(
    r"^\W{0,4}(?:as an ai (?:language )?model|i(?:'|’)m sorry,? but (?:i can(?:'|’)?t|as an ai)|i cannot (?:fulfill|assist with) (?:this|that) request"
    r"|(?:certainly|sure|of course|absolutely)[!,.] (?:here(?:'|’)?s|here is|below is|i(?:'|’)ll|i have)\b"
    r"|(?:here(?:'|’)s|here is) (?:the|a|an|your) (?:revised|updated|complete|comprehensive|rewritten|improved|full|detailed)\b[^.\n]{0,80}:\s*$"
    r"|i hope this (?:helps|email finds)|let me know if you(?:'|’)d like (?:me to|any)|would you like me to\b"
    r"|feel free to (?:ask|let me know|adjust|modify|customi[sz]e)\b|is there anything else (?:i can|you(?:'d| would) like me)"
    r"|as of my (?:last|knowledge) (?:update|cutoff|training)|my knowledge cutoff)"
    r"|\b(?:as an ai language model|regenerate response|as of my last (?:knowledge )?update)\b",
    re.IGNORECASE | re.MULTILINE,
)
_ERROR_PAGE = lazy_re.compile(
    r"\b(?:404|403|500|502|503|401|410)\b[^\n]{0,30}\b(?:not found|forbidden|error|unavailable|bad gateway|unauthori[sz]ed|gone)\b"
    r"|\b(?:error|http|status|code)[ :]+(?:404|403|500|502|503|401|410|429)\b"
    r"|\bpage (?:not found|(?:you (?:are|were|requested|tried)[^.\n]{0,60})?(?:can(?:no|')t be found|could not be found|does(?:n't| not) exist|no longer exists|is not available|isn't available|was not found))"
    r"|\b(?:we (?:can(?:no|')t|could(?:n't| not)) find (?:the|that|this|what) (?:page|you)|this page (?:isn't|is not) available|nothing (?:was )?found (?:here|at this)|oops[!,.])"
    r"|\b(?:log ?in|sign ?in) (?:to (?:continue|your account|access|view)|required|with (?:google|github|facebook|email|sso))"
    r"|\b(?:forgot(?:ten)? (?:your )?(?:password|username)|remember me|create an account|don(?:'|’)?t have an account|keep me (?:logged|signed) in|reset (?:your )?password)\b"
    r"|\b(?:checking your browser|verify (?:that )?you are (?:a )?human|are you a robot|enable (?:javascript and )?cookies|cloudflare ray id|ddos protection by|attention required|unusual traffic|complete the security check|access (?:to this page has been )?denied)\b"
    r"|\b(?:you (?:have been|are being) (?:blocked|redirected)|please wait while|temporarily unavailable|under maintenance|session (?:has )?expired|subscribe to (?:continue|keep) reading|this content is for (?:subscribers|members))\b"
    # These end in a sign, after which no word boundary follows.
    r"|\b(?:ray[ -]id:|just a moment ?(?:\.\.\.|…))",
    re.IGNORECASE,
)
_CUED: Final = {Cue.PLACEHOLDER: TraceKind.PLACEHOLDER, Cue.REPUBLISHED: TraceKind.REPUBLISHED}
#: Labels of advertisements stand between the paragraphs of a text, and for none of it.
_ADVERTISEMENT = lazy_re.compile(r"^\W*(?:advertise?ment|sponsored content|story continues below)\W*$", re.IGNORECASE)
#: A text that speaks of readers without scripts supposes them; a page that has one of them tells that reader.
_SUPPOSED = lazy_re.compile(
    r"\b(?:if|when|where|whether|unless|even|though)\b[^.!?]{0,40}\bjavascript\b", re.IGNORECASE
)
_OPENING_QUOTE = lazy_re.compile(r"[“„«‘'\"`]\W{0,3}$")
#: An item of a list that begins with a link: what is said of it was published elsewhere.
_OTHER_TEXT = lazy_re.compile(r"\s*(?:[-*+•]|\d+[.)])\s+[*_]{0,2}\[")
#: An element of a page whose text is shown only where its recording or frame can't be, and lines below its start.
_WITH_FALLBACK = lazy_re.compile(r"<(?:video|audio|iframe|object|canvas|embed)\b", re.IGNORECASE)
_FALLBACK_WITHIN: Final = 6
#: What a line quotes between curly quotation marks, it speaks of.
_SPOKEN_OF = lazy_re.compile(r"“[^”\n]{2,120}”|(?<=[\s(:])\"[^\"\n]{2,120}\"")
#: Most words of a text that is searched for phrases of error pages. Not measured.
_ERROR_WORDS: Final = 1_100
#: Number of lines at each end that are searched for phrases of a chat model; in the middle of a text such phrases are
#: mostly quoted. Not measured.
_MODEL_WITHIN: Final = 24
#: Most traces of phrases of error pages, and of phrases of chat models in one document.
_MOST_ERRORS: Final = 12
_MOST_MODEL: Final = 6


def find_traces(
    document: Document, lines: Lines, segments: tuple[Segment[TextSpan], ...], language: str | None
) -> tuple[Trace, ...]:
    """All traces of a document, in text order. ``language`` is that of its text."""
    text, texts = document.text, lines.texts
    found: list[Trace] = []
    if any(pointer.match(text) for pointer in _POINTERS):
        found.append(Trace(kind=TraceKind.POINTER, quote=quote(texts, 0, max(0, len(texts) - 2))))
    if "<<<<<<<" in text:
        found.extend(_conflicts(text, texts) or indented_conflicts(document, texts))
    if Trait.PROSE in document.traits and Trait.PAGE not in document.traits:
        found.extend(_model_phrases(document, lines))
        if document.named_format is not Format.DATA and may_state_status(text, lines):
            found.extend(find_status(lines, without_samples(document, texts), _headings(document), document.title))
        found.extend(find_other_version(document, lines))
        found.extend(find_placeholders(document, lines))
    is_short = int(lines.word_counts.sum()) <= _ERROR_WORDS
    # Most texts need not be asked.
    is_told = cache(lambda: is_short and is_told_to_developers(document))
    if is_short:
        errors = _on_lines(TraceKind.ERROR_PHRASE, _ERROR_PAGE, lines, _with(lines, Trigger.ERROR), _MOST_ERRORS)
        found.extend(errors if errors and not is_told() else ())
    found.extend(find_search_results(text, lines, len(document.links)))
    found.extend(find_machine_answer(document, lines, language, is_told=is_told))
    of_unknown_type = document.named is None and PurePosixPath(document.path).suffix
    is_cut = any(loss.kind is LossKind.BEYOND_LIMIT for loss in document.losses)
    if Trait.MACROS not in document.traits and not of_unknown_type and not is_cut:
        found.extend(find_cut_end(lines, segments, language, is_page=Trait.PAGE in document.traits))
    found.extend(_cued(document, lines, segments))
    return tuple(sorted(found, key=lambda t: (t.quote.span.start_line, t.kind)))


def _headings(document: Document) -> list[int]:
    """Positions of the headings, in order."""
    return [s.span.start_line - 1 for s in document.segments if s.role is Role.HEADING]


def _with(lines: Lines, trigger: Trigger) -> list[int]:
    """The lines with a word of the trigger."""
    return [line for line, triggers in lines.triggers.items() if triggers & trigger]


def _on_lines(
    kind: TraceKind, pattern: re.Pattern[str], lines: Lines, candidates: Iterable[int], most: int
) -> list[Trace]:
    """Traces of the first ``most`` candidate lines that the pattern matches."""
    traces: list[Trace] = []
    for line in candidates:
        text = lines.texts[line]
        said = _SPOKEN_OF.sub(" ", text) if "“" in text or '"' in text else text
        if pattern.search(said.replace("’", "'")):
            traces.append(Trace(kind=kind, quote=quote(lines.texts, line)))
            if len(traces) >= most:
                break
    return traces


def _model_phrases(document: Document, lines: Lines) -> list[Trace]:
    """Traces of what a chat model said; what an agent shall say at the end of its work stands at the end of its prompt."""
    talk = _model_talk(lines)
    told = {trace.quote.span for trace in talk}
    found = [*talk, *(trace for trace in find_chat(document, lines) if trace.quote.span not in told)]
    if found and is_prompt(document, lines):
        found = [trace for trace in found if trace.quote.span.start_line <= _MODEL_WITHIN]
    return found


def _model_talk(lines: Lines) -> list[Trace]:
    """Traces of a chat model's phrases near the start and the end."""
    count = len(lines.texts)
    near = [n for n in _with(lines, Trigger.MODEL_PHRASE) if n < _MODEL_WITHIN or n >= count - _MODEL_WITHIN]
    return _on_lines(
        TraceKind.MODEL_PHRASE, _MODEL, lines, (n for n in near if not _is_quoted(lines.texts[n])), _MOST_MODEL
    )


def _is_quoted(line: str) -> bool:
    """Whether every phrase of a chat model in a line stands in quotation marks or in a code span: it is spoken about."""
    return all(
        line[: match.start()].count('"') % 2
        or line[: match.start()].count("`") % 2
        or _OPENING_QUOTE.search(line[: match.start()])
        for match in _MODEL.finditer(line)
    )


def _conflicts(text: str, texts: list[str]) -> list[Trace]:
    """Traces of merge conflicts: markers of start, middle and end in this order, all at the start of lines."""
    traces = []
    position, line = 0, 0
    while start := _CONFLICT_START.search(text, position):
        middle = _CONFLICT_MIDDLE.search(text, start.end())
        end = _CONFLICT_END.search(text, middle.end()) if middle else None
        if end is None:
            break
        if is_edit(text[start.start() : start.start() + 40]):
            line += text.count("\n", position, end.end())
            position = end.end()
            continue
        first = line + text.count("\n", position, start.start())
        line = first + text.count("\n", start.start(), end.end())
        traces.append(Trace(kind=TraceKind.CONFLICT, quote=quote(texts, first, line)))
        position = end.end()
    return traces


def _is_fallback(texts: list[str], line: int) -> bool:
    """Whether a line is what an author put into a recording or a frame for browsers that don't show it."""
    return any(_WITH_FALLBACK.search(text) for text in texts[max(0, line - _FALLBACK_WITHIN) : line + 1])


def _cued(document: Document, lines: Lines, segments: tuple[Segment[TextSpan], ...]) -> list[Trace]:
    """Traces of page placeholders and notes of republication, outside code, comments and quotations."""
    cued = [(n, cue) for n, cues in lines.cues.items() for cue in _CUED if cue in cues]
    if not cued:
        return []
    outside = without_samples(document, lines.texts)
    cued = [
        (n, cue)
        for n, cue in cued
        if (outside[n] == lines.texts[n] or cue in rare_cues(outside[n]))
        and not _ADVERTISEMENT.match(outside[n])
        and not _SUPPOSED.search(f"{outside[n - 1] if n else ''} {outside[n]}")
        and not _is_fallback(lines.texts, n)
        and not (cue is Cue.REPUBLISHED and _OTHER_TEXT.match(outside[n]))
    ]
    excluded = {
        n
        for s in segments
        if s.role in {Role.CODE, Role.COMMENT, Role.QUOTATION}
        for n in range(s.span.start_line - 1, s.span.end_line)
    }
    return [Trace(kind=_CUED[cue], quote=quote(lines.texts, n)) for n, cue in cued if n not in excluded]
