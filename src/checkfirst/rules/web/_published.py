"""Pages in HTML that say themselves what they are, with what their site put around them."""

from checkfirst.model.document import Format
from checkfirst.model.finding import Severity
from checkfirst.model.folder_names import is_for_news, is_page_part, is_specimen
from checkfirst.model.kinds import with_article
from checkfirst.model.losses import LossKind
from checkfirst.model.page_signs import PageSigns, Statement
from checkfirst.model.rule import Hit, facts
from checkfirst.model.views import DocumentView

#: Confidence in such a page, and in one that only says what it is. Not measured.
_AGREED, _STATED = 0.9, 0.6
#: Surroundings that a message names.
_MOST_NAMED = 3


def published_page(view: DocumentView) -> Hit | None:
    """The hit about a page in HTML that a site published as an article, a shop page or a thread; ``None`` for others."""
    signs, path = view.document.page_signs, view.document.path
    if signs is None or view.document.format is not Format.HTML or is_page_part(path):
        return None
    # The source of a site has such elements in its layouts.
    if view.measures.lost(LossKind.PAGE_TEMPLATE, LossKind.DRAWN):
        return None
    if not signs.is_page and signs.statement is not Statement.TYPE:
        return None
    minor = not signs.is_page or is_for_news(path) or is_specimen(path)
    return Hit(
        message=f"{with_article(f'{signs.form}')} as its site published it{_around(signs)}",
        evidence=(signs.stated, *(quote for _, quote in signs.around[:_MOST_NAMED])),
        confidence=_AGREED if signs.is_page else _STATED,
        severity=Severity.NOTE if minor else Severity.WARNING,
        data=facts(count=view.measures.chrome_lines),
    )


def _around(signs: PageSigns) -> str:
    named = [what.value for what, _ in signs.around[:_MOST_NAMED]]
    if not named:
        return ""
    *first, last = named
    return f", with {', '.join(first)} and {last}" if first else f", with {last}"
