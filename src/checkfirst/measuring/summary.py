"""The summary of a document, which is kept after its text is dropped."""

from checkfirst.measuring.content.references import references
from checkfirst.measuring.content.versions import version_of
from checkfirst.measuring.index.entries import raw_entries
from checkfirst.measuring.index.links import known_anchors, outgoing_links
from checkfirst.model.document import Document
from checkfirst.model.formats import Trait
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.needs import EVERYTHING, Needs
from checkfirst.model.set_measures import DocumentSummary


def summarize(
    document: Document,
    measures: DocumentMeasures,
    *,
    named_indexes: tuple[str, ...] = (),
    needs: frozenset[Needs] = EVERYTHING,
) -> DocumentSummary:
    """The summary of a document, from which all measures of a set are computed.

    ``named_indexes`` are paths of indexes from the configuration. Fields that are not among the ``needs`` stay empty,
    which saves a search through the text.
    """
    return DocumentSummary(
        path=document.path,
        lines=measures.statistics.lines,
        words=measures.statistics.words,
        kind=measures.kind,
        describes_system=measures.describes_system,
        states_requirements=measures.requirements.stated,
        first_line=measures.first_line,
        is_prose=Trait.PROSE in document.traits,
        entries=raw_entries(document, named_indexes),
        links=outgoing_links(document) if Needs.LINKS in needs else (),
        line_map=document.line_map,
        anchors=known_anchors(document) if Needs.LINKS in needs else None,
        references=references(document) if Needs.REFERENCES in needs else (),
        title=document.title,
        first_sentence=measures.first_sentence,
        language=measures.language,
        fingerprint=measures.fingerprint,
        embedding=measures.embedding,
        version=version_of(document),
    )
