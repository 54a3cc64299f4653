"""The sort of page that a document is: by rows of its site's interface, by its markup, or by its words and lines."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from checkfirst.measuring.content.samples_in_text import sample_lines
from checkfirst.measuring.kind.host_pages import host_page
from checkfirst.measuring.kind.kind import with_kind
from checkfirst.measuring.kind.named_forms import named_form
from checkfirst.measuring.kind.question_pages import question_page
from checkfirst.measuring.kind.social_threads import social_thread
from checkfirst.measuring.kind.text_forms import text_form
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document
from checkfirst.model.formats import Trait
from checkfirst.model.kind_measures import KindMeasure, PageForm
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.location import TextSpan
from checkfirst.model.threads import Thread
from checkfirst.model.traces import Trace, TraceKind

#: Confidence in the kind of such a page: below that of an error. Not measured.
_SURE: Final = 0.85
#: Probability of being technical from which no sort is looked for in words and lines. Not measured.
_TECHNICAL_FROM: Final = 0.5
#: Most lines that are quoted.
_QUOTED: Final = 4
_ARTICLES: Final = tuple(kind for kind in Kind if kind.group is Group.ARTICLE)
_KINDS: Final = {
    PageForm.ISSUE_PAGE: Kind.FORUM_THREAD,
    PageForm.PULL_REQUEST_PAGE: Kind.FORUM_THREAD,
    PageForm.QUESTION_PAGE: Kind.FORUM_THREAD,
    PageForm.SOCIAL_THREAD: Kind.FORUM_THREAD,
    PageForm.REPOSITORY_PAGE: Kind.README,
}


class FoundForm(Struct, frozen=True):
    """A sort of page, and the lines that tell it, numbered from 0."""

    form: PageForm
    rows: tuple[int, ...]


def find_form(document: Document, lines: Lines) -> FoundForm | None:
    """The sort of page that the rows of a document show, or its markup says; ``None`` without one."""
    if Trait.PROSE not in document.traits or Trait.TYPESET in document.traits or not len(lines.filled):
        return None
    samples = sample_lines(document, lines.texts)
    if host := host_page(document.text, lines, samples):
        return FoundForm(*host)
    if rows := question_page(document.text, lines, samples):
        return FoundForm(PageForm.QUESTION_PAGE, rows)
    if posts := social_thread(document.text, lines, samples):
        return FoundForm(PageForm.SOCIAL_THREAD, posts)
    if document.page_signs is not None and document.page_signs.is_page:
        return FoundForm(document.page_signs.form, ())
    return None


def with_found(kind: KindMeasure, found: FoundForm) -> KindMeasure:
    """The kind of a page whose rows were found."""
    sort = _KINDS.get(found.form) if found.rows else None
    known = kind.kind is sort or (found.form is PageForm.REPOSITORY_PAGE and kind.group is Group.TECHNICAL)
    if sort is not None and not known:
        kind = with_kind(sort, max(_SURE, kind.probability(sort)), kind)
    return replace(kind, form=found.form)


def with_sort(
    kind: KindMeasure, document: Document, lines: Lines, thread: Thread[TextSpan] | None, words_above: int
) -> KindMeasure:
    """The kind with the sort of page that the words and lines of a document show, if it is probably not technical."""
    if Trait.PROSE not in document.traits or kind.probability(Group.TECHNICAL, Group.DATA) >= _TECHNICAL_FROM:
        return kind
    form = named_form(document.text) or text_form(lines, thread, words_above)
    # The kind of an article says more than that it is one.
    is_told = form is PageForm.ARTICLE_PAGE and kind.group is Group.ARTICLE and kind.kind is not Kind.UNKNOWN
    if form is PageForm.ARTICLE_PAGE and kind.group is Group.DISCUSSION:
        # The thread below the article is not what the page is.
        likeliest = max(_ARTICLES, key=kind.probability)
        kind, is_told = with_kind(likeliest, _SURE, kind), True
    return kind if is_told else replace(kind, form=form)


def traces_of_rows(lines: Lines, found: FoundForm | None) -> Iterator[Trace]:
    """The rows as traces."""
    for n in found.rows[:_QUOTED] if found else ():
        yield Trace(kind=TraceKind.PAGE_ROW, quote=quote(lines.texts, n))
