"""KND001: the document is of another kind than its index or name says."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Group, Kind, plain_name, with_article
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, Mention, facts, rule
from checkfirst.model.views import SetView
from checkfirst.rules.knd._kinds import GROUP_NAMES

#: Groups that a document declared to be of a kind may be of, for the borders between them are soft.
_MAY_BE = {
    Kind.SPECIFICATION: (Group.TECHNICAL, Group.RESEARCH, Group.DATA, Group.POLICY),
    Kind.REFERENCE: (Group.TECHNICAL, Group.RESEARCH, Group.DATA),
    Kind.TUTORIAL: (Group.TECHNICAL, Group.RESEARCH, Group.ARTICLE, Group.LITERATURE),
    Kind.CHANGELOG: (Group.TECHNICAL, Group.ARTICLE, Group.RECORD, Group.DATA),
    Kind.MEETING_NOTES: (Group.RECORD, Group.DISCUSSION, Group.POLICY),
    Kind.TRANSCRIPT: (Group.RECORD, Group.DISCUSSION, Group.ARTICLE, Group.LITERATURE),
    Kind.ACADEMIC_PAPER: (Group.RESEARCH, Group.TECHNICAL, Group.LITERATURE),
    Kind.LEGAL: (Group.POLICY,),
}
#: Probability of those groups together below which the document is of none; and of its own group.
_NONE_BELOW, _OTHER_FROM = 0.05, 0.85


@rule(
    code="KND001",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    needs=(Needs.DECLARED,),
    whole=True,
)
def not_the_declared_kind(view: SetView) -> Iterator[Hit]:
    """The index, or the file's own name, says that the document is of one kind, and it is of another.

    Readers trust the word: minutes listed as a specification are built from.

    Put the right document in its place, or say what this one is.
    """
    by_id = {document.path: document for document in view.measures.documents}
    for declared in view.measures.declared:
        kind = by_id[declared.path].kind
        sure = max((p for _, p in kind.groups), default=0.0)
        # Error pages and listings have rules of their own.
        if (
            kind.group in {Group.UNKNOWN, Group.SHELL}
            or sure < _OTHER_FROM
            or kind.probability(*_MAY_BE[declared.kind]) > _NONE_BELOW
        ):
            continue
        what = plain_name(kind.kind) if kind.kind is not Kind.UNKNOWN else GROUP_NAMES.get(kind.group, kind.group)
        by = f"listed as {with_article(plain_name(declared.kind))}" if declared.entry else "by its name"
        entry = declared.entry
        evidence = kind.evidence or tuple(q for q in (by_id[declared.path].first_line,) if q)
        if evidence:
            said = what if what in GROUP_NAMES.values() else with_article(what)
            wanted = with_article(plain_name(declared.kind))
            where = (" in ", Mention(span=entry.quote.span, path=entry.index)) if entry else (f" {wanted}",)
            yield Hit(
                message=(by, *where, f", but it is {said}"),
                evidence=evidence[:3],
                confidence=round(sure, 2),
                path=declared.path,
                related=(entry.index,) if entry else (),
                data=facts(declared=declared.kind.value, kind=kind.kind.value, group=kind.group.value),
            )
