"""From hits to findings: the engine adds code, name and place, so that no rule can leave them out."""

import hashlib
import re
from collections.abc import Iterable, Mapping

from checkfirst.measuring.similarity.simhash import joint_simhash, simhash
from checkfirst.model.finding import SET_PATH, Evidence, Finding
from checkfirst.model.location import AS_STORED, LineMap, Place, TextSpan
from checkfirst.model.rule import Hit, Mention, Rule, View
from checkfirst.model.views import DocumentView

#: Counts in a message, which change with lines elsewhere; names of files keep their numbers.
_COUNTS = re.compile(r"(?<![\w.-])\d[\d,]*(?:%|(?= (?:lines?|times|links|words|of its|blanks|bytes)))")
#: No probability is certainty, however it is rounded.
_SUREST = 0.99


def findings_of(
    rules: Iterable[Rule[View]], view: View, path: str, lines: Mapping[str, LineMap]
) -> tuple[Finding, ...]:
    """Apply rules to what they see. ``path`` is the document or the set; ``lines`` has the line map of each document."""
    return tuple(
        _finding(rule, hit, hit.path or path, lines, number, view)
        for rule in rules
        for number, hit in enumerate(rule.apply(view))
    )


def _finding(rule: Rule[View], hit: Hit, path: str, lines: Mapping[str, LineMap], number: int, view: View) -> Finding:
    if not hit.evidence:
        raise ValueError(f"{rule.code} gave a finding without evidence")
    evidence = tuple(
        Evidence(
            path=quote.path or path,
            place=_place(quote.span, quote.path or path, lines),
            quote=quote.text,
            primary=n == 0,
        )
        for n, quote in enumerate(hit.evidence)
    )
    message = _message(hit.message, path, lines)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=hit.severity or rule.severity,
        confidence=min(hit.confidence, _SUREST),
        path=path,
        place=_place(hit.span, path, lines) if hit.span else evidence[0].place,
        message=message,
        help=rule.help,
        evidence=evidence,
        fingerprint=_fingerprint(rule, hit, path, message, number, view),
        related=hit.related,
        data=hit.data,
    )


def _place(span: TextSpan, path: str, lines: Mapping[str, LineMap]) -> Place:
    return lines.get(path, AS_STORED).place(span)


def _message(parts: str | tuple[str | Mention, ...], path: str, lines: Mapping[str, LineMap]) -> str:
    """The message with the file's own lines where it mentions any."""
    if isinstance(parts, str):
        return parts
    return "".join(part if isinstance(part, str) else _mentioned(part, path, lines) for part in parts)


def _mentioned(mention: Mention, path: str, lines: Mapping[str, LineMap]) -> str:
    line = _place(mention.span, mention.path or path, lines).start_line
    return f"{mention.path}, line {line}" if mention.path else f"line {line}"


def _fingerprint(rule: Rule[View], hit: Hit, path: str, message: str, number: int, view: View) -> str:
    """Stable while the rule, the file and what it says of the quoted words stay, wherever their lines move.

    What is said of a document or of the set as a whole can be proved by other lines after any edit. It is known by rule
    and file, and by a sketch of the words: eight digits that ``lockfile`` compares by how many bits differ.
    """
    if path == SET_PATH and not rule.whole:
        return _digest(rule.code, path)
    if rule.whole:
        # The second thing that a rule says of a whole document is another one than the first.
        ordinal = [str(number)] if number and hit.path is None and path != SET_PATH else []
        return _digest(rule.code, path, *ordinal)[:8] + f"{_simhash(view, path):08x}"
    return _digest(rule.code, path, _COUNTS.sub("#", message), *(quote.text for quote in hit.evidence))


def _simhash(view: View, path: str) -> int:
    if isinstance(view, DocumentView):
        return simhash(view.measures.fingerprint)
    documents = view.measures.documents
    if path == SET_PATH:
        return joint_simhash(simhash(document.fingerprint) for document in documents)
    return next((simhash(document.fingerprint) for document in documents if document.path == path), 0)


def _digest(*said: str) -> str:
    return hashlib.sha256("\n".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]
