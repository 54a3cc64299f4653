"""KND001: the document is of another kind than its index or name says."""

from collections.abc import Iterator

from checkfirst.model.entries import Declared
from checkfirst.model.finding import Severity
from checkfirst.model.kind_measures import KindMeasure
from checkfirst.model.kinds import GROUP_NAMES, Group, Kind, plain_name, with_article
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, Mention, facts, rule
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.views import SetView
from checkfirst.rules.knd._kinds import MOST_QUOTES

#: Groups that a document declared to be of a kind may have, because the borders between groups are soft.
_MAY_BE = {
    Kind.SPECIFICATION: (Group.TECHNICAL, Group.RESEARCH, Group.DATA, Group.POLICY),
    Kind.REFERENCE: (Group.TECHNICAL, Group.RESEARCH, Group.DATA),
    Kind.TUTORIAL: (Group.TECHNICAL, Group.RESEARCH, Group.ARTICLE, Group.LITERATURE),
    Kind.CHANGELOG: (Group.TECHNICAL, Group.ARTICLE, Group.RECORD, Group.DATA),
    Kind.MEETING_NOTES: (Group.RECORD, Group.DISCUSSION, Group.POLICY),
    Kind.TRANSCRIPT: (Group.RECORD, Group.DISCUSSION, Group.ARTICLE, Group.LITERATURE),
    Kind.ACADEMIC_PAPER: (Group.RESEARCH, Group.TECHNICAL, Group.LITERATURE),
    # How a licence is bought and entered is documentation of a product.
    Kind.LEGAL: (Group.POLICY, Group.TECHNICAL),
}
#: A document contradicts the declared kind when the probability of those groups together is at most the first number and
#: that of its own group at least the second; not measured.
_DECLARED_AT_MOST, _OTHER_FROM = 0.05, 0.85


@rule(
    code="KND001",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    needs=(Needs.TEXT, Needs.DECLARED),
    whole=True,
)
def not_the_declared_kind(view: SetView) -> Iterator[Hit]:
    """The index, or the file's own name, says that the document is of one kind, but it is of another.

    Readers trust the label: work then starts from minutes that are listed as a specification.

    Put the right document in its place, or say what this one is.
    """
    by_path = view.measures.by_path
    for declared in view.measures.declared:
        document = by_path[declared.path]
        # Error pages and listings have rules of their own.
        if document.kind.group not in {Group.UNKNOWN, Group.SHELL} and _contradicts(document.kind, declared.kind):
            yield from _hits(document, declared)


def _contradicts(kind: KindMeasure, declared: Kind | None) -> bool:
    if declared is None:
        return True
    sure = max((probability for _, probability in kind.groups), default=0.0)
    return sure >= _OTHER_FROM and kind.probability(*_MAY_BE[declared]) <= _DECLARED_AT_MOST


def _hits(document: DocumentSummary, declared: Declared) -> Iterator[Hit]:
    """The hit on the document, where it has a line to quote."""
    kind, entry = document.kind, declared.entry
    evidence = kind.evidence or tuple(q for q in (document.first_line,) if q)
    if evidence:
        wanted = with_article(plain_name(declared.kind)) if declared.kind else f"{entry.title if entry else ''!r}"
        by = ("listed as ", wanted, " in ", Mention(span=entry.quote.span, path=entry.index)) if entry else None
        yield Hit(
            message=(*(by or ("by its name ", wanted)), f", but it is {_name(kind)}"),
            evidence=evidence[:MOST_QUOTES],
            confidence=round(_sureness(kind, declared), 2),
            path=declared.path,
            related=(entry.index,) if entry else (),
            data=facts(
                declared=declared.kind.value if declared.kind else None, kind=kind.kind.value, group=kind.group.value
            ),
        )


def _name(kind: KindMeasure) -> str:
    """The document's kind, or its group where the kind is unknown, with an article."""
    if kind.kind is not Kind.UNKNOWN:
        return with_article(plain_name(kind.kind))
    return GROUP_NAMES.get(kind.group) or with_article(kind.group)


def _sureness(kind: KindMeasure, declared: Declared) -> float:
    """The probability of the document's group; of one that says its kind itself, that of its kind."""
    if declared.kind is None:
        return kind.confidence
    return max(probability for _, probability in kind.groups)
