"""WEB001: a web page saved as text, with what stood around the article."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer, Group
from checkfirst.model.location import text_span
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.web._pages import is_page_like

#: Share of the lines from which furniture is all that there is.
_ALL_FURNITURE = 0.95


@rule(
    code="WEB001",
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    whole=True,
)
def scraped_page(view: DocumentView) -> Iterator[Hit]:
    """A web page saved as text, with what stood around the article: menus, tags, share buttons, comments.

    The page may be about the subject, but it is not the document that was meant, and its surroundings
    are read as if they were content.

    Fetch the document from its source; to keep the page's text alone, `checkfirst clean FILE`.
    """
    scraped = view.measures.scraped
    if scraped.answer is not Answer.YES or is_page_like(view) or not scraped.evidence:
        return
    if view.measures.chrome_lines > _ALL_FURNITURE * view.measures.statistics.lines:
        # Furniture alone is a list of something else: names, tags, numbers.
        return
    technical = view.measures.kind.probability(Group.TECHNICAL) >= 0.5
    lines = view.measures.chrome_lines
    count = f": {lines} lines are the page's furniture" if lines > 1 else ""
    yield Hit(
        message=f"a web page saved as text{count}",
        evidence=scraped.evidence[:5],
        confidence=round(scraped.score, 2),
        span=text_span(0, max(0, view.measures.statistics.lines - 1)),
        severity=Severity.WARNING if technical else None,
        data=facts(count=lines),
    )
