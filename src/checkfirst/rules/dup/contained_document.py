"""DUP005: the text of the document stands almost whole in a longer one."""

from collections.abc import Iterator
from typing import Final

from checkfirst.model.finding import Severity
from checkfirst.model.likeness import ContainedDocuments
from checkfirst.model.location import text_span
from checkfirst.model.needs import Needs
from checkfirst.model.quotes import Quote
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView
from checkfirst.rules.dup._copies import changes_told, listed

#: Share of a document that a message calls the whole of it.
_WHOLE_FROM: Final = 0.95


@rule(
    code="DUP005",
    sees=SetView,
    severity=Severity.NOTE,
    since="0.2.0",
    needs=(Needs.DUPLICATES, Needs.TEXT),
)
def contained_document(view: SetView) -> Iterator[Hit]:
    """The text of the document stands almost whole in a longer one of the set.

    Both are found for the same question, and only one of them will be kept up to date. A document that holds several
    others, as a handbook of chapters or one file of all pages does, is one finding.

    Keep the text in one place, and link to it from the other.
    """
    first_lines = {document.path: document.first_line for document in view.measures.documents}
    for group in view.measures.contained:
        path = group.paths[0] if len(group.paths) == 1 else group.holder
        others = (group.holder,) if len(group.paths) == 1 else group.paths
        yield Hit(
            message=_message(group),
            evidence=(first_lines.get(path) or Quote(span=text_span(0), text=path),),
            confidence=0.95,
            path=path,
            related=others,
            data=facts(
                other=group.holder if len(group.paths) == 1 else None,
                members=group.paths if len(group.paths) > 1 else (),
                share=group.share,
                changes=tuple(map(str, group.changes)),
            ),
        )


def _message(group: ContainedDocuments) -> str:
    amount = "the whole" if group.share >= _WHOLE_FROM else f"{int(group.share * 100)}%"
    if len(group.paths) == 1:
        changes = f"; with {changes_told(group.changes)}" if group.changes else ""
        return f"{amount} of its text also stands in {group.holder}, which is longer{changes}"
    least = amount if group.share >= _WHOLE_FROM else f"{amount} or more"
    return f"holds {least} of the text of {len(group.paths)} other documents: {listed(group.paths)}"
