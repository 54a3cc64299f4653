"""IDX011: the set holds a folder that a tool made or fetched."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.left_out import LeftOut
from checkfirst.model.location import text_span
from checkfirst.model.quotes import Quote
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView
from checkfirst.safe_text import printable


@rule(
    code="IDX011",
    sees=SetView,
    severity=Severity.NOTE,
    since="0.2.0",
)
def left_out(view: SetView) -> Iterator[Hit]:
    """A folder of the set holds what a tool made or fetched, and is not checked.

    Installed packages, vendored code, virtual environments, caches, built sites and generated API pages repeat what is
    written elsewhere, or are about something else. Whoever reads the set as a whole reads them, too. Links that lead
    into such a folder are checked.

    Take the folder out of the set, or check it with `--include`.
    """
    for folder in view.measures.left_out:
        quote = Quote(span=text_span(0), text=printable(folder.mark), path=folder.mark)
        yield Hit(
            message=_message(folder),
            evidence=(quote,),
            confidence=0.95,
            path=folder.path,
            data=facts(what=folder.what.value, mark=folder.mark, count=folder.files),
        )


def _message(folder: LeftOut) -> str:
    """What the folder holds, what shows it, and how much of it is not checked."""
    mark = "" if folder.mark == folder.path else f", as {printable(folder.mark)} shows"
    files = {None: "not checked", 1: "1 file is not checked"}.get(
        folder.files, f"{folder.files:,} files are not checked"
    )
    return f"{folder.what}{mark}; {files}"
