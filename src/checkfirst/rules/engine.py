"""From hits to findings: the engine adds code, name and place, so that no rule can leave them out."""

import hashlib
import re
from collections.abc import Callable, Iterable

from checkfirst.measuring.similarity.simhash import joint_sketch, sketch
from checkfirst.model.document import Span
from checkfirst.model.finding import SET_PATH, Evidence, Finding
from checkfirst.model.rule import Hit, Rule, View
from checkfirst.model.views import DocumentView

#: The source file's line, page and cells for a line of the text.
Place = Callable[[int], tuple[int, int | None, str | None]]


#: Counts in a message, which change with lines elsewhere; names of files keep their numbers.
_COUNTS = re.compile(r"(?<![\w.-])\d[\d,]*(?:%|(?= (?:lines?|times|links|words|of its|blanks|bytes)))")
#: No probability is certainty, however it is rounded.
_SUREST = 0.99


def findings_of(rules: Iterable[Rule[View]], view: View, path: str, place: Place) -> tuple[Finding, ...]:
    """Apply rules to what they see. ``path`` is the document, or the set."""
    return tuple(
        _finding(rule, hit, hit.path or path, place, number, view)
        for rule in rules
        for number, hit in enumerate(rule.apply(view))
    )


def _finding(rule: Rule[View], hit: Hit, path: str, place: Place, number: int, view: View) -> Finding:
    if not hit.evidence:
        raise ValueError(f"{rule.code} gave a finding without evidence")
    evidence = tuple(
        Evidence(document_id=path, span=_moved(quote.span, place), quote=quote.text, primary=n == 0)
        for n, quote in enumerate(hit.evidence)
    )
    severity = hit.severity or rule.severity
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity,
        confidence=min(hit.confidence, _SUREST),
        path=path,
        span=_moved(hit.span, place) if hit.span else evidence[0].span,
        message=hit.message,
        help=rule.help,
        evidence=evidence,
        fingerprint=_fingerprint(rule, hit, path, number, view),
    )


def _moved(span: Span, place: Place) -> Span:
    start, page, cell = place(span.start_line)
    return Span(start_line=start, end_line=max(start, place(span.end_line)[0]), page=page, cell=cell)


def _fingerprint(rule: Rule[View], hit: Hit, path: str, number: int, view: View) -> str:
    """Stable while the rule, the file and what it says of the quoted words stay, wherever their lines move.

    What is said of a document or of the set as a whole can be proved by other lines after any edit. It is known by rule
    and file, and by a sketch of the words: eight digits that ``lockfile`` compares by how many bits differ.
    """
    if path == SET_PATH and not rule.whole:
        return _digest(rule.code, path)
    if rule.whole:
        # The second thing that a rule says of a whole document is another one than the first.
        ordinal = [str(number)] if number and hit.path is None and path != SET_PATH else []
        return _digest(rule.code, path, *ordinal)[:8] + f"{_sketch(view, path):08x}"
    return _digest(rule.code, path, _COUNTS.sub("#", hit.message), *(quote.text for quote in hit.evidence))


def _sketch(view: View, path: str) -> int:
    if isinstance(view, DocumentView):
        return sketch(view.measures.fingerprint)
    documents = view.measures.documents
    if path == SET_PATH:
        return joint_sketch(sketch(document.fingerprint) for document in documents)
    return next((sketch(document.fingerprint) for document in documents if document.id == path), 0)


def _digest(*said: str) -> str:
    return hashlib.sha256("\n".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]
