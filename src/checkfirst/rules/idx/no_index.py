"""IDX001: no file says what the documents are."""

from collections.abc import Iterator

from msgspec.structs import replace

from checkfirst.model.finding import Severity
from checkfirst.model.location import text_span
from checkfirst.model.needs import Needs
from checkfirst.model.quotes import Quote
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.views import SetView
from checkfirst.safe_text import printable


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
    if not documents or view.measures.indexes or view.measures.has_other_index:
        return
    readme = next((d.path for d in documents if _is_readme(d)), None)
    if readme and len(documents) == 1:
        return
    count, they = (f"{len(documents)} documents", "they are") if len(documents) > 1 else ("one document", "it is")
    # A README may well say what the documents are, all together.
    lacking = f"{printable(readme)} does not list them" if readme else f"no file that says what {they}"
    first = documents[0]
    quote = replace(first.first_line or Quote(span=text_span(0), text=first.path), path=first.path)
    yield Hit(
        message=f"no index: {count}, and {lacking}",
        evidence=(quote,),
        confidence=0.97,
        data=facts(documents=len(documents)),
    )


def _is_readme(document: DocumentSummary) -> bool:
    """Whether a document is a README at the root of the set, in whatever format and language, that is not blank."""
    return document.is_prose and document.first_line is not None and document.path.lower().partition(".")[0] == "readme"
