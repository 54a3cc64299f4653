"""The summary of a document, which is kept after its text is dropped, and all measures of a set, from its summaries."""

from collections.abc import Iterable

from msgspec.structs import replace

from checkfirst.config import Config
from checkfirst.measuring.content.acronyms import acronyms_of
from checkfirst.measuring.content.dangling import dangling_references
from checkfirst.measuring.content.named_paths import named_paths
from checkfirst.measuring.content.quantities import quantities, states_how_things_are
from checkfirst.measuring.content.references import references
from checkfirst.measuring.content.registers import registers
from checkfirst.measuring.content.standing import stated_standing
from checkfirst.measuring.content.textless import said_beside, textless
from checkfirst.measuring.content.versions import version_of
from checkfirst.measuring.index.absent import absent_documents
from checkfirst.measuring.index.addresses import addresses_of, is_orphan, other_names
from checkfirst.measuring.index.conflicting_values import conflicting_values
from checkfirst.measuring.index.copied_entries import copied_entries
from checkfirst.measuring.index.declared import declared_kinds, version_mismatches
from checkfirst.measuring.index.entries import raw_entries
from checkfirst.measuring.index.entry_match import broken_promises
from checkfirst.measuring.index.includes import included, includers, resolved_includes
from checkfirst.measuring.index.labels import labels_of
from checkfirst.measuring.index.links import broken_links, known_anchors, outgoing_links
from checkfirst.measuring.index.listed import firm_folders, links_to_most, resolved_entries, unlisted, with_principal
from checkfirst.measuring.index.missing_paths import missing_paths
from checkfirst.measuring.index.moved import entries_from_above
from checkfirst.measuring.index.names_elsewhere import ids_of_layout
from checkfirst.measuring.index.own_addresses import with_own_addresses
from checkfirst.measuring.index.standings import other_standings
from checkfirst.measuring.index.stubs import stub_documents
from checkfirst.measuring.index.successors import successors
from checkfirst.measuring.index.target_forms import written_path
from checkfirst.measuring.index.targets import Targets
from checkfirst.measuring.index.toctrees import toctree_pages
from checkfirst.measuring.index.tree import PLAIN_TREE, Tree
from checkfirst.measuring.index.unannounced import unannounced_records
from checkfirst.measuring.index.undefined_acronyms import undefined_acronyms
from checkfirst.measuring.index.unpublished import is_draft
from checkfirst.measuring.index.wiki_links import MOST as MOST_WIKI_LINKS
from checkfirst.measuring.index.wiki_links import WikiPages, is_vault, linked_by_name, missing_pages, wiki_links
from checkfirst.measuring.kind.buildable import nothing_to_build
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.similarity.duplicates import find_duplicates
from checkfirst.measuring.similarity.outliers import main_language, measure_fits
from checkfirst.measuring.similarity.topic import measure_topic
from checkfirst.model.acronyms import NO_ACRONYMS
from checkfirst.model.agent_names import defines_agent
from checkfirst.model.document import Document
from checkfirst.model.entries import BrokenPromise, Declared, Entry
from checkfirst.model.formats import Trait
from checkfirst.model.kinds import Answer
from checkfirst.model.likeness import DuplicateGroup
from checkfirst.model.links import BrokenLink
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.needs import EVERYTHING, Needs
from checkfirst.model.set_measures import DocumentSummary, SetMeasures
from checkfirst.model.traces import TraceKind


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
    ended = next(iter(measures.traced(TraceKind.SUPERSEDED, TraceKind.MOVED, TraceKind.DEPRECATED)), None)
    texts = document.text.split("\n") if needs & {Needs.QUANTITIES, Needs.REFERENCES, Needs.ACRONYMS} else []
    return DocumentSummary(
        path=document.path,
        size=document.source.size,
        lines=measures.statistics.lines,
        words=measures.statistics.words,
        kind=measures.kind,
        describes_system=measures.describes_system,
        states_requirements=measures.requirements.stated,
        is_scraped=measures.scraped.answer is Answer.YES,
        comments=len(measures.thread.comments) if measures.thread and measures.thread.is_sure else 0,
        is_narrated=measures.requirements.is_narrated,
        first_line=measures.first_line,
        is_prose=Trait.PROSE in document.traits,
        stub=measures.stub,
        textless=textless(document, measures),
        entries=raw_entries(document, named_indexes),
        links=outgoing_links(document) if Needs.LINKS in needs else (),
        wiki_links=wiki_links(document),
        names=other_names(document),
        line_map=document.line_map,
        anchors=known_anchors(document) if Needs.LINKS in needs else None,
        layout_ids=ids_of_layout(document) if Needs.LINKS in needs else (),
        includes=included(document),
        addresses=addresses_of(document),
        labels=labels_of(document) if Needs.LINKS in needs else (),
        toctree=toctree_pages(document),
        unlisted_on_purpose=is_orphan(document),
        is_draft=is_draft(document),
        references=references(document) if Needs.REFERENCES in needs else (),
        quantities=quantities(document, texts)
        if Needs.QUANTITIES in needs and _states_values(document, measures, ended=ended is not None)
        else (),
        named_paths=named_paths(document, texts) if Needs.REFERENCES in needs else (),
        dangling=dangling_references(document, texts) if Needs.REFERENCES in needs else (),
        acronyms=acronyms_of(document, texts, specifies=measures.specifies and measures.language == "en")
        if Needs.ACRONYMS in needs
        else NO_ACRONYMS,
        title=document.title,
        first_sentence=measures.first_sentence,
        language=measures.language,
        fingerprint=measures.fingerprint,
        embedding=measures.embedding,
        version=version_of(document),
        states_status=measures.states_status,
        ended=ended,
        other_version=next((trace.quote for trace in measures.traced(TraceKind.OTHER_VERSION)), None),
        stated=stated_standing(document) if Needs.STATUS in needs else None,
    )


def _states_values(document: Document, measures: DocumentMeasures, *, ended: bool) -> bool:
    """Whether a document states values of the set's subject: what readers of a saved page wrote, what stands around its text
    and what an agent is to strive for does not."""
    of_page = measures.scraped.answer is Answer.YES or measures.thread is not None
    apart = of_page or defines_agent(document.metadata)
    return not apart and states_how_things_are(document.path, measures.kind, ended=ended)


def measure_set(
    documents: tuple[DocumentSummary, ...],
    present: Iterable[str],
    unread: int,
    weights: Weights,
    config: Config | None = None,
    needs: frozenset[Needs] = EVERYTHING,
    tree: Tree = PLAIN_TREE,
) -> SetMeasures:
    """The set's indexes with their resolved entries, and those of the other measures that are among the ``needs``.

    ``present`` has the path of every known file and folder below the root, read or not; ``unread`` is the number of
    documents in formats that are not read; ``tree`` what surrounds the documents.
    """
    present, settings = frozenset(present), config or Config()
    tree = _with_documents(tree, documents, present)
    targets = Targets(present, (document.path for document in documents), tree)
    pages = WikiPages(documents, targets) if any(d.wiki_links for d in documents) else None
    if pages and is_vault(documents, pages):
        targets = Targets(present, (d.path for d in documents), replace(tree, is_vault=True))
    indexes = with_own_addresses(with_principal(documents, settings.index), targets)
    paths, principal = tuple(index.path for index in indexes), next(iter(indexes), None)
    entries = entries_from_above(resolved_entries(indexes, targets), targets)
    language = main_language(documents) if needs & {Needs.LANGUAGE, Needs.TOPIC} else None
    listed = frozenset(e.listed for e in entries if e.listed)
    duplicates, contained = find_duplicates(documents, listed) if Needs.DUPLICATES in needs else ((), ())
    return SetMeasures(
        documents=documents,
        indexes=paths,
        has_other_index=not paths
        and (any(s.has_navigation for s in tree.sites) or links_to_most(documents, targets, pages)),
        entries=entries,
        unlisted=_unlisted(documents, indexes, entries, tree, pages) if Needs.UNLISTED in needs else (),
        broken_links=_broken_links(documents, targets, pages) if Needs.LINKS in needs else (),
        duplicates=duplicates,
        contained=contained,
        stubs=stub_documents(documents, entries) if Needs.TEXT in needs else (),
        conflicting_values=conflicting_values(documents) if Needs.QUANTITIES in needs else (),
        undefined_acronyms=undefined_acronyms(documents, weights.vocabulary.numbers) if Needs.ACRONYMS in needs else (),
        missing_paths=missing_paths(documents, targets) if Needs.REFERENCES in needs else (),
        absent_documents=absent_documents(documents, present, targets) if Needs.REFERENCES in needs else (),
        fits=measure_fits(documents, frozenset(paths), weights) if Needs.FITS in needs else {},
        language=language,
        topic=measure_topic(documents, principal, settings.about, language, weights.vocabulary.numbers)
        if Needs.TOPIC in needs
        else None,
        broken_promises=_broken_promises(documents, entries, duplicates, weights) if Needs.PROMISES in needs else (),
        declared=_declared(documents, entries) if Needs.DECLARED in needs else (),
        version_mismatches=version_mismatches(documents, entries) if Needs.VERSIONS in needs else (),
        other_standings=other_standings(documents, entries, targets) if Needs.STATUS in needs else (),
        successors=successors(documents, targets) if Needs.LINKS in needs else {},
        registers=registers(documents),
        nothing_to_build=nothing_to_build(documents),
        said_beside=said_beside(documents, present),
        unread=unread,
        unsettled=_unsettled(documents, targets),
    )


def _unlisted(
    documents: tuple[DocumentSummary, ...],
    indexes: list[DocumentSummary],
    entries: tuple[Entry, ...],
    tree: Tree,
    pages: WikiPages | None,
) -> tuple[str, ...]:
    """The documents that neither an index lists nor another document links to by name."""
    by_name = linked_by_name(documents, pages) if pages else frozenset()
    paths = tuple(index.path for index in indexes)
    found = unlisted(documents, paths, entries, firm_folders(indexes), tree)
    return tuple(document.path for document in found if document.path not in by_name)


def _unsettled(documents: tuple[DocumentSummary, ...], targets: Targets) -> tuple[str, ...]:
    """What could not be compared to its end, one line each."""
    many = (document.path for document in documents if len(document.wiki_links) >= MOST_WIKI_LINKS)
    return (
        *sorted(targets.unsettled),
        *(f"only the first {MOST_WIKI_LINKS:,} links by name in {path} were looked up" for path in many),
    )


def _broken_links(
    documents: tuple[DocumentSummary, ...], targets: Targets, pages: WikiPages | None
) -> tuple[BrokenLink, ...]:
    return (*broken_links(documents, targets), *(missing_pages(documents, pages) if pages else ()))


def _declared(documents: tuple[DocumentSummary, ...], entries: tuple[Entry, ...]) -> tuple[Declared, ...]:
    return (*declared_kinds(documents, entries), *unannounced_records(documents, entries))


def _broken_promises(
    documents: tuple[DocumentSummary, ...],
    entries: tuple[Entry, ...],
    duplicates: tuple[DuplicateGroup, ...],
    weights: Weights,
) -> tuple[BrokenPromise, ...]:
    """The entries whose file is not the one they describe; that one is a copy says more than that its words differ."""
    copied = copied_entries(documents, entries, duplicates, weights)
    judged = broken_promises(documents, entries, weights)
    elsewhere = [promise.entry for promise in judged if promise.fitting]
    kept = [promise for promise in copied if promise.entry not in elsewhere]
    told = [promise.entry for promise in kept]
    return (*kept, *(promise for promise in judged if promise.entry not in told))


def _with_documents(tree: Tree, documents: tuple[DocumentSummary, ...], present: frozenset[str]) -> Tree:
    """The tree with what its documents say of their addresses and of the files that they include."""
    roots = tuple(dict.fromkeys(folder for site in tree.sites for folder in (site.content, site.folder)))
    includes = resolved_includes(documents, present, roots)
    return replace(
        tree,
        addresses={document.path: document.addresses for document in documents if document.addresses},
        includes=includes,
        includers=includers(includes),
        labels=frozenset(label for document in documents for label in document.labels),
        ids=frozenset(a.text.lower() for d in documents for a in d.anchors or () if a.explicit),
        roots=_proven_roots(documents, present),
    )


def _proven_roots(documents: tuple[DocumentSummary, ...], present: frozenset[str]) -> frozenset[str]:
    """The first folders of the files that links and entries with a leading ``/`` lead to from the root of the set."""
    targets = [link.target for document in documents for link in document.links]
    targets += [entry.target for document in documents for entry in document.entries or ()]
    paths = (written_path(target).lstrip("/") for target in targets if target.startswith("/"))
    return frozenset(path.partition("/")[0] for path in paths if "/" in path and path in present)
