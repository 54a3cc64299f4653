"""IDX001: no file says what the documents are."""

from collections.abc import Iterator
from dataclasses import replace

from checkfirst.model.finding import Severity
from checkfirst.model.location import text_span
from checkfirst.model.measures import Quote
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView


@rule(
    code="IDX001",
    sees=SetView,
    severity=Severity.NOTE,
    since="0.1.0",
    needs=(Needs.LINKS,),
)
def no_index(view: SetView) -> Iterator[Hit]:
    """No file says what the documents of the set are and what each is for.

    Nobody can tell a missing document from one that was never meant to be there.

    Write an INDEX.md: a line for each document with its title and what it is.
    """
    documents = view.measures.documents
    if documents and not view.measures.indexes and not view.measures.has_other_index:
        first = documents[0]
        count = f"{len(documents)} documents" if len(documents) > 1 else "one document"
        quote = replace(first.first_line or Quote(span=text_span(0), text=first.path), path=first.path)
        yield Hit(
            message=f"no index: {count}, and no file that says what they are",
            evidence=(quote,),
            confidence=0.97,
            data=facts(documents=len(documents)),
        )
