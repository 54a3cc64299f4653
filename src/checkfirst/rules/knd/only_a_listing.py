"""KND004: the document only lists other pages."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst import lazy_re
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer, Kind, Purpose
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView
from checkfirst.rules.knd._kinds import MOST_QUOTES, NOT_PROSE, evidence_of

#: Probability of the kind from which a document is a listing; not measured.
_LISTING_FROM = 0.8
#: Share and number of lines with a link from which the form alone shows a listing; not measured.
_SHARE_FROM, _LINKS_FROM = 0.8, 6
#: Share of lines with a link that a listing has at least, if it has links; not measured.
_MOSTLY_LINKS = 0.5
#: A document with more words beside its links has content of its own; not measured.
_OTHER_WORDS_BELOW = 150
#: Share of lines that are a link alone from which a page is nothing but links; not measured.
_ALONE_FROM = 0.85
#: Confidence in a listing that its form shows; not measured.
_BY_FORM = 0.95
#: Words in the names of files that are meant to list others.
_OF_MENUS = lazy_re.compile(
    r"(?:^|[^a-z])(?:index|readme|summary|llms|toc|contents?|nav|menu|sidebar|links|mkdocs|documentation|threads?|archives?|sitemap)(?![a-z])",
    re.IGNORECASE,
)

#: Titles of documents that are meant to list sources.
_OF_SOURCES = lazy_re.compile(
    r"\b(?:sources|links|references|further reading|bibliography|resources|bronnen|quellen|literatur|verweise|sources|liens"
    r"|bibliographie|références|fuentes|enlaces|referencias|bibliografía|fonti|riferimenti|bibliografia|källor|kilder)\b",
    re.IGNORECASE,
)


@rule(
    code="KND004",
    sees=DocumentView,
    severity=Severity.NOTE,
    also={Severity.WARNING: "both its words and its form are those of a listing, or it counts the results of a search"},
    since="0.1.0",
    needs=(Needs.TEXT,),
    whole=True,
)
def only_a_listing(view: DocumentView) -> Iterator[Hit]:
    """The document only lists other pages: titles and links, no content of its own.

    Often a page that lists a folder was saved instead of a page that it leads to. For retrieval it is told only if it is
    nothing but links to pages outside of the set.

    Follow the listing to the document that was meant, and save that.
    """
    measures = view.measures
    name = PurePosixPath(view.document.path)
    titled = _OF_SOURCES.search(view.document.title or "")
    likely = measures.kind.probability(Kind.INDEX_LISTING)
    # A list of changes has a link in each of its sentences.
    other = measures.kind.probability(Kind.CHANGELOG) >= _LISTING_FROM
    if _OF_MENUS.search(name.stem) or titled or view.document.format in NOT_PROSE:
        return
    listing = measures.link_list
    if (results := measures.traced(TraceKind.SEARCH_RESULTS)) and not other:
        quotes = tuple(trace.quote for trace in results[:MOST_QUOTES])
        message = "a page of search results, with no content of its own"
        yield Hit(message=message, evidence=quotes, confidence=_BY_FORM, severity=Severity.WARNING)
        return
    if view.purpose is Purpose.RETRIEVE:
        if _is_links_alone(view):
            yield _hit(
                view, "nothing but links to other pages: a search finds their titles and no text", _BY_FORM, None
            )
        return
    if other or view.purpose is not Purpose.BUILD:
        return
    bare = listing.share >= _SHARE_FROM and listing.linked >= _LINKS_FROM and listing.other_words < _OTHER_WORDS_BELOW
    # A text whose links are the smaller part is about something, whatever its words are like.
    has_content = listing.linked > 0 and listing.share < _MOSTLY_LINKS
    if ((likely >= _LISTING_FROM and not has_content) or bare) and measures.describes_system.answer is not Answer.YES:
        if not (listing.quotes or evidence_of(measures)):
            return
        confidence = round(max(likely, _BY_FORM if bare else 0.0), 2)
        severity = Severity.WARNING if bare and likely >= _LISTING_FROM else None
        yield _hit(view, "only a listing of other pages, with no content of its own", confidence, severity)


def _hit(view: DocumentView, message: str, confidence: float, severity: Severity | None) -> Hit:
    return Hit(
        message=message,
        evidence=(view.measures.link_list.quotes or evidence_of(view.measures) or (view.start,))[:MOST_QUOTES],
        confidence=confidence,
        severity=severity,
        data=facts(links=view.measures.link_list.linked),
    )


def _is_links_alone(view: DocumentView) -> bool:
    """Whether nearly every line is a link and nothing else, and most of them lead to pages that are no files beside it.

    A list of files of the set is a menu, which a search needs as little, but which somebody made for readers.
    """
    listing, targets = view.measures.link_list, [link.target for link in view.document.links if not link.image]
    away = sum("://" in target or target.startswith("/") for target in targets)
    enough = listing.alone >= _LINKS_FROM and listing.alone >= _ALONE_FROM * listing.content_lines
    return enough and 2 * away >= len(targets)
