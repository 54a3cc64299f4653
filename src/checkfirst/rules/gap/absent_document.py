"""GAP003: several documents refer to one that the set does not have."""

import re
from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.finding import Severity
from checkfirst.model.links import AbsentDocument
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView

#: Words that send the reader to a document.
_READ: Final = lazy_re.compile(
    r"\b(?:see|refers?|referred|read|consult|described|documented|explained|follows?|according)\b", re.IGNORECASE
)


@rule(
    code="GAP003",
    sees=SetView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "they name it by its title: the set may have it under another spelling; or they only say in code font what a text"
        " file sets, which may be one that users of the product write"
    },
    since="0.1.0",
    needs=(Needs.REFERENCES,),
)
def absent_document(view: SetView) -> Iterator[Hit]:
    """Several documents refer to another document by name, and the set does not have it.

    They assume its content is known, but nobody who works from this set can know it.

    Add the document, or write what it says into those that refer to it.
    """
    for absent in view.measures.absent_documents:
        path, first = absent.references[0]
        others = len(absent.references) - 1
        more = f" and {others} other{'s' if others > 1 else ''}"
        titled = absent.by_title
        name = f"the {absent.name}" if titled else absent.name
        message = f"{name} is referred to here{more}, and the set does not have it"
        # A title has many spellings, and the document may be in the set under another one.
        severity = Severity.NOTE if titled or _is_of_users(absent) else None
        yield Hit(
            message=message,
            evidence=(first.quote,),
            confidence=0.8 if titled else 0.95,
            path=path,
            severity=severity,
            related=tuple(sender for sender, _ in absent.references[1:]),
            data=facts(name=absent.name),
        )


def _is_of_users(absent: AbsentDocument) -> bool:
    """Whether no line sends the reader to a text file in code font: a program may read what its users set there."""
    lines = [reference.quote.text for _, reference in absent.references]
    return absent.name.endswith(".txt") and all(f"`{absent.name}`" in line and not _READ.search(line) for line in lines)
