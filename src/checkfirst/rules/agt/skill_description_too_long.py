"""AGT002: the description of a skill is longer than hosts read."""

from collections.abc import Iterator
from typing import Final

from checkfirst.model.finding import Severity
from checkfirst.model.location import text_span
from checkfirst.model.quotes import Quote
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView
from checkfirst.safe_text import shortened

#: Characters of a description (https://agentskills.io/specification, read on 2026-11-28).
_MOST: Final = 1_024
#: Lines of front matter that are looked at. Not measured.
_MOST_LINES: Final = 400
_KEY, _FENCE, _NAME = "description:", "---", "SKILL.md"


@rule(code="AGT002", sees=DocumentView, severity=Severity.NOTE, since="0.2.0", preview=True)
def skill_description_too_long(view: DocumentView) -> Iterator[Hit]:
    """The description of a skill has more characters than the hosts of agents read.

    By the description an agent decides whether it uses the skill; one that is too long is cut, or the skill is refused.

    Shorten the description to 1,024 characters, and say the rest in the text.
    """
    if view.document.path.rpartition("/")[2] != _NAME:
        return
    found = _description(view.document.text.split("\n")[:_MOST_LINES])
    if found is None or len(found[1]) <= _MOST:
        return
    line, text = found
    quote = Quote(span=text_span(line), text=shortened(text))
    message = f"a description of {len(text):,} characters; hosts read {_MOST:,}"
    yield Hit(message=message, evidence=(quote,), confidence=0.95, data=facts(characters=len(text), most=_MOST))


def _description(lines: list[str]) -> tuple[int, str] | None:
    """The line of the description, from 0, and its words; ``None`` for a file without one."""
    if not lines or lines[0].strip() != _FENCE:
        return None
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.strip() == _FENCE), 0)
    start = next((n for n, line in enumerate(lines[:end]) if line.startswith(_KEY)), None)
    if start is None:
        return None
    parts = [lines[start][len(_KEY) :]]
    for line in lines[start + 1 : end]:
        if line.strip() and not line[0].isspace():
            break
        parts.append(line)
    return start, " ".join(" ".join(parts).split()).lstrip("|>- ").strip("\"'")
