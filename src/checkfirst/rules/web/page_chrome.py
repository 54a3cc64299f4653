"""WEB003: some lines look like page chrome."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.web._pages import is_skipped

#: Lines of page chrome from which a document is reported; not measured.
_LINES_FROM = 6
#: Lines that are quoted.
_MOST_QUOTES = 3


@rule(
    code="WEB003",
    sees=DocumentView,
    severity=Severity.NOTE,
    since="0.1.0",
    preview=True,
    needs=(Needs.TEXT,),
    whole=True,
    no_sample="a short text leaves no doubt whether it is a saved page",
)
def page_chrome(view: DocumentView) -> Iterator[Hit]:
    """Some lines look like page chrome, though the document as a whole may be no saved page.

    Menus and notices among the text are noise to a reader and to an index.

    Look at the lines; if they are page chrome, take them out.
    """
    scraped = view.measures.scraped
    if (
        scraped.answer is Answer.UNKNOWN
        and view.measures.chrome_lines >= _LINES_FROM
        and not is_skipped(view)
        and scraped.evidence
    ):
        message = f"{view.measures.chrome_lines} lines look like page chrome (menus, tags, buttons)"
        yield Hit(
            message=message,
            evidence=scraped.evidence[:_MOST_QUOTES],
            confidence=0.7,
            data=facts(count=view.measures.chrome_lines),
        )
