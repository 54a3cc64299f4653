"""The claim about each document, fused from its findings: how likely it is, and whether the set can wait for it."""

from collections import defaultdict
from collections.abc import Iterable
from math import prod
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from checkfirst.claims.promises import promises_of
from checkfirst.claims.signs import Signed, Source, document_of, sign_of
from checkfirst.claims.wording import as_promised, entry_of, worded
from checkfirst.model.claim import Claim, ClaimStatus, Promise
from checkfirst.model.finding import Finding, Severity
from checkfirst.model.kinds import Group, Kind, Purpose
from checkfirst.model.report import DocumentReport, ListedEntry

#: Share of a note's confidence that counts. Not measured.
_NOTE_COUNTS: Final = 0.5
#: Confidence of a warning, of another sign beside it, and of a warning about a document that an index lists or that is
#: the only one, from which they are an error. Chosen on one half of the families of ``python -m benchmarks.claims``.
_STRONG_FROM: Final = 0.75
_BESIDE_FROM: Final = 0.9
_PROMISED_FROM: Final = 0.9
#: Documents with a status field, or that say that they no longer hold, from which a set is a register, which keeps such
#: documents on purpose. Not measured.
_REGISTER: Final = 3
#: Probability below which nothing is claimed. Not measured.
_CLAIMED_FROM: Final = 0.5
#: The highest probability of a claim: one that rounds to 1 is still no certainty.
_HIGHEST: Final = 0.99
#: Statuses by what they mean for a reader, the worst first.
_ORDER: Final = (
    ClaimStatus.WRONG,
    ClaimStatus.DAMAGED,
    ClaimStatus.INCOMPLETE,
    ClaimStatus.SUPERSEDED,
    ClaimStatus.COPY,
)
#: What findings call the title of the entry of their file.
_ENTRY: Final = "entry_title"
#: Sources that are in the document itself, not in what surrounds it.
_OWN: Final = frozenset(Source) - {Source.PROMISE, Source.FIT, Source.LANGUAGE, Source.LIKENESS, Source.LINKS}
#: Probability from which a document is one of those that a system can be built from, and their kinds and groups. Not measured.
_BUILDABLE_FROM: Final = 0.5
_BUILDABLE: Final = (Group.TECHNICAL, Group.RESEARCH, Group.UNKNOWN, Kind.PLAN)


def with_claims(
    documents: tuple[DocumentReport, ...],
    findings: Iterable[Finding],
    entries: tuple[ListedEntry, ...],
    purpose: Purpose,
) -> tuple[DocumentReport, ...]:
    """The documents, each with its claim. Findings that are accepted speak for nothing."""
    found: dict[str, list[Signed]] = defaultdict(list)
    for finding in findings:
        path = document_of(finding)
        if path is not None and not finding.accepted:
            sign = sign_of(finding)
            if finding.severity is not Severity.NOTE or sign.notes:
                found[path].append(Signed(sign, finding))
    promised = promises_of(entries)
    read = [document for document in documents if document.is_read]
    statuses = sum(document.measures.states_status for document in documents)
    dead = sum(any(s.sign.source is Source.STATUS for s in signed) for signed in found.values())
    register = max(statuses, dead) >= _REGISTER
    buildable = sum(document.measures.kind.probability(*_BUILDABLE) >= _BUILDABLE_FROM for document in read)
    context = _Context(
        purpose=purpose,
        alone=len(read or documents) == 1,
        register=register,
        of_specifications=buildable * 2 > len(read),
    )
    return tuple(replace(d, claim=_claim(d, found[d.path], promised.get(d.path), context)) for d in documents)


def claim_of_one(document: DocumentReport, findings: Iterable[Finding], purpose: Purpose) -> Claim:
    """The claim about one document of many, of which nothing else is known. ``findings`` are those about it."""
    told = [finding for finding in findings if document_of(finding) is not None and not finding.accepted]
    signs = [(sign_of(finding), finding) for finding in told]
    signed = [Signed(sign, finding) for sign, finding in signs if finding.severity is not Severity.NOTE or sign.notes]
    context = _Context(purpose=purpose, alone=False, register=False, of_specifications=False)
    return _claim(document, signed, None, context)


class _Context(Struct, frozen=True, kw_only=True):
    """What the set says about each of its documents."""

    purpose: Purpose
    alone: bool
    """Whether the document is the only one that could be read."""
    of_specifications: bool
    """Whether most of its documents are such that a system can be built from them."""
    register: bool
    """Whether its documents have a status of their own: then some may be kept for the record."""


def _claim(document: DocumentReport, signed: list[Signed], promise: Promise | None, context: _Context) -> Claim:
    carried = [status for status in _ORDER if any(s.sign.alone and s.sign.status is status for s in signed)]
    if not carried:
        return as_promised(document, promise)
    # What would stop the set by itself is not hidden behind a likelier claim that would not.
    severities = {status: _severity_of(document, _supporting(signed, status), promise, context) for status in carried}
    status = max(
        carried, key=lambda status: (-_rank(severities[status]), _weight(signed, status), -_ORDER.index(status))
    )
    supporting = _supporting(signed, status)
    confidence = _probability(supporting)
    claimed = status if confidence >= _CLAIMED_FROM else ClaimStatus.UNSURE
    return Claim(
        status=claimed,
        text=worded(claimed, document, supporting, promise),
        confidence=round(min(confidence, _HIGHEST), 2),
        codes=tuple(dict.fromkeys(s.finding.code for s in supporting)),
        severity=severities[status],
        promise=entry_of(supporting[0].finding) or promise,
    )


def _supporting(signed: list[Signed], status: ClaimStatus) -> list[Signed]:
    """The signs of a status, the one that says most first."""
    return sorted((s for s in signed if s.sign.status is status), key=lambda s: s.sort_key)


def _severity_of(
    document: DocumentReport, supporting: list[Signed], promise: Promise | None, context: _Context
) -> Severity | None:
    """The severity of the claim that the signs support; ``None`` if they are too weak for one."""
    if _probability(supporting) < _CLAIMED_FROM:
        return None
    listed = promise is not None or _names_entry(supporting)
    return _severity(document, supporting, context, listed=listed)


def _rank(severity: Severity | None) -> int:
    """0 for an error, and more for what weighs less."""
    return 0 if severity is Severity.ERROR else 1


def _names_entry(supporting: list[Signed]) -> bool:
    """Whether a finding names the entry of a file that is listed and is no document by its type, such as data."""
    return any(_ENTRY in dict(s.finding.data) for s in supporting)


def _weight(signed: list[Signed], status: ClaimStatus) -> tuple[int, float]:
    """How much speaks for a status: an error before a warning, then the probability."""
    own = [s for s in signed if s.sign.status is status]
    return (-min(s.finding.severity.rank for s in own), _probability(own))


def _probability(supporting: list[Signed]) -> float:
    """The probability that at least one of the independent signs is right; of one source the strongest counts."""
    return 1 - prod(1 - strength for strength in _strengths(supporting).values())


def _strengths(supporting: list[Signed]) -> dict[Source, float]:
    """The confidence of the strongest finding of each source, a note's reduced."""
    strengths: dict[Source, float] = {}
    for s in supporting:
        counted = s.finding.confidence * (_NOTE_COUNTS if s.finding.severity is Severity.NOTE else 1)
        strengths[s.sign.source] = max(strengths.get(s.sign.source, 0.0), counted)
    return strengths


def _severity(document: DocumentReport, supporting: list[Signed], context: _Context, *, listed: bool) -> Severity:
    """Whether the set can wait for the document; ``listed`` is one that an index promises."""
    worst = min((s.finding.severity for s in supporting), key=lambda severity: severity.rank)
    if worst is Severity.NOTE:
        sure = {s.sign.source for s in supporting if s.finding.confidence >= _BESIDE_FROM} - {Source.LANGUAGE}
        return Severity.WARNING if len(sure) > 1 else Severity.NOTE
    if worst is not Severity.WARNING or supporting[0].sign.status is ClaimStatus.COPY:
        return worst
    loud = [s for s in supporting if s.finding.severity is Severity.WARNING]
    # A text in another language may be the right one all the same.
    strong = {s.sign.source for s in loud if s.finding.confidence >= _STRONG_FROM} - {Source.LANGUAGE}
    sources = strong | {s.sign.source for s in supporting if s.finding.confidence >= _BESIDE_FROM} - {Source.LANGUAGE}
    if (
        listed
        and context.purpose is Purpose.BUILD
        and context.of_specifications
        and document.measures.kind.probability(*_BUILDABLE) <= 1 - _BESIDE_FROM
    ):
        # No finding of its own: beside specifications, a policy or a record that belongs there is nothing wrong.
        sources.add(Source.KIND)
    wanted = listed or context.alone
    one = any(s.sign.alone and s.sign.source in _OWN and s.finding.confidence >= _PROMISED_FROM for s in loud)
    kept = context.register and supporting[0].sign.status is ClaimStatus.SUPERSEDED
    several = bool(strong) and len(sources) > 1
    return Severity.ERROR if several or (wanted and one and not kept) else Severity.WARNING
