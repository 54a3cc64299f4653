"""GAP002: a document refers to a part of itself, or names a file, that is not there."""

from collections.abc import Iterator
from typing import Final

from checkfirst.model.finding import Severity
from checkfirst.model.links import Naming
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView

#: How each sort of naming is told.
_SAYS: Final = {
    Naming.IMPORTED: "imports {}, which is not there",
    Naming.OF_SKILL: "names {}, which its folder does not have",
    Naming.NAMED: "names {}, which is not there",
    Naming.TICKED: "ticks off {}, which is not there",
}


@rule(code="GAP002", sees=SetView, severity=Severity.NOTE, since="0.2.0", needs=(Needs.REFERENCES,))
def dangling_reference(view: SetView) -> Iterator[Hit]:
    """A document sends its reader to a section, a figure, a table, a requirement or a file that is not there.

    What it relies on is said nowhere: a builder has to guess, and an agent works without its rules.

    Add what is missing, or mend the reference.
    """
    for document in view.measures.documents:
        for dangling in document.dangling:
            yield Hit(
                message=f"refers to {dangling.name}, which the document does not have",
                evidence=(dangling.quote,),
                confidence=0.9,
                path=document.path,
                data=facts(name=dangling.name),
            )
    for missing in view.measures.missing_paths:
        name = missing.reference.name
        yield Hit(
            message=_SAYS[missing.reference.how].format(name),
            evidence=(missing.reference.quote,),
            confidence=0.9,
            path=missing.path,
            related=(missing.target_path,),
            data=facts(name=name, target_path=missing.target_path),
        )
