"""Turns hits into findings: the engine adds code, name and place, so that no rule can leave them out."""

import hashlib
from collections.abc import Iterable, Mapping

from checkfirst import lazy_re
from checkfirst.measuring.similarity.simhash import has_many_words, joint_simhash, simhash
from checkfirst.model.finding import SET_PATH, Evidence, Finding
from checkfirst.model.location import AS_STORED, LineMap, Place, TextSpan, text_span
from checkfirst.model.rule import Hit, Mention, Rule, View
from checkfirst.model.views import DocumentView
from checkfirst.safe_text import cut_message

#: Counts in a message, such as ``12 lines`` or ``98%``. A fingerprint leaves them out, because an edit elsewhere in the
#: document changes them; numbers in file names stay.
_COUNTS = lazy_re.compile(r"(?<![\w.,-])\d[\d,]{0,30}(?:%|(?= (?:lines?|times|links|words|of its|blanks|bytes)))")
#: The highest confidence of a finding: a probability that rounds to 1 is still no certainty. Not measured.
_HIGHEST_CONFIDENCE = 0.99
#: Hexadecimal digits of a fingerprint; half of them name rule and file where the other half is a simhash of 32 bits.
_DIGITS = 16


def findings_of(
    rules: Iterable[Rule[View]], view: View, path: str, lines: Mapping[str, LineMap]
) -> tuple[Finding, ...]:
    """The findings of ``rules`` about what ``view`` holds.

    ``path`` is the document, or ``SET_PATH``; ``lines`` gives the line map of each document by path. Raises
    ``ValueError`` when a rule yields a hit without evidence, or with a severity that the rule does not declare.
    """
    return tuple(
        _finding(rule, hit, hit.path or path, lines, number, view)
        for rule in rules
        for number, hit in enumerate(rule.apply(view))
    )


def _finding(rule: Rule[View], hit: Hit, path: str, lines: Mapping[str, LineMap], number: int, view: View) -> Finding:
    if not hit.evidence:
        raise ValueError(f"{rule.code} gave a finding without evidence")
    severity = hit.severity or rule.severity
    if severity not in dict(rule.severities):
        raise ValueError(f"{rule.code} gave a finding with a severity that it does not declare: {severity.value}")
    evidence = tuple(
        Evidence(
            path=quote.path or path,
            place=_place(quote.span, quote.path or path, lines),
            quote=quote.text,
        )
        for quote in hit.evidence
    )
    message = cut_message(_message(hit.message, path, lines))
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity,
        confidence=min(hit.confidence, _HIGHEST_CONFIDENCE),
        path=path,
        place=_placed(hit, path, lines) or evidence[0].place,
        message=message,
        help=rule.help,
        evidence=evidence,
        fingerprint=_fingerprint(rule, hit, path, message, number, view),
        related=hit.related,
        data=tuple(sorted((*hit.data, ("plugin", rule.source)))) if rule.source else hit.data,
    )


def _placed(hit: Hit, path: str, lines: Mapping[str, LineMap]) -> Place | None:
    """The place of a finding that is not that of its first evidence; ``None`` if it is."""
    first = hit.evidence[0]
    span = hit.span or (text_span(0) if first.opens and first.path is None else None)
    return _place(span, path, lines) if span else None


def _place(span: TextSpan, path: str, lines: Mapping[str, LineMap]) -> Place:
    return lines.get(path, AS_STORED).place(span)


def _message(parts: str | tuple[str | Mention, ...], path: str, lines: Mapping[str, LineMap]) -> str:
    """The message as text, in which each line mentioned has its number in the file."""
    if isinstance(parts, str):
        return parts
    return "".join(part if isinstance(part, str) else _mentioned_line(part, path, lines) for part in parts)


def _mentioned_line(mention: Mention, path: str, lines: Mapping[str, LineMap]) -> str:
    line = _place(mention.span, mention.path or path, lines).start_line
    return f"{mention.path}, line {line}" if mention.path else f"line {line}"


def _fingerprint(rule: Rule[View], hit: Hit, path: str, message: str, number: int, view: View) -> str:
    """The digits by which a later check knows the finding again, wherever its lines have moved.

    They are a digest of rule, file, message and quotes. A finding about a document or the set as a whole may quote other
    lines after any edit, so message and quotes are left out: it is known by rule and file, and by a simhash of the
    words, which ``checking.lock`` compares by the number of bits that differ.
    """
    if path == SET_PATH and not rule.whole:
        return _digest(rule.code, path)
    if rule.whole:
        # A second finding of one rule about one document needs a fingerprint of its own.
        ordinal = [str(number)] if number and hit.path is None and path != SET_PATH else []
        return _digest(rule.code, path, *ordinal)[: _DIGITS // 2] + f"{_simhash(view, path):08x}"
    return _digest(rule.code, path, _COUNTS.sub("#", message), *(quote.text for quote in hit.evidence))


def _simhash(view: View, path: str) -> int:
    """The simhash of the document's words, or of all documents' words where ``path`` is the set; 32 bits."""
    if isinstance(view, DocumentView):
        return simhash(view.measures.fingerprint)
    documents = view.measures.documents
    if path == SET_PATH:
        # A file with few words says nothing of what the set is.
        return joint_simhash(simhash(d.fingerprint) for d in documents if has_many_words(d.fingerprint))
    return next((simhash(document.fingerprint) for document in documents if document.path == path), 0)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
