"""Pages of a question with the answers of strangers, told by the rows of their site: when it was asked, how often it was seen."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.comments.dates import stamp_of
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.sought import Sought, holds
from checkfirst.reading.text.markdown_inline import LINK

# None of these numbers was measured.

#: Most characters of a row, rows that are looked at, and sorts of rows that a page has.
_LONGEST, _MOST_ROWS, _SORTS = 90, 4_000, 3
#: How a row begins, sought first for speed.
_BEGINS = lazy_re.compile(
    r"\W{0,8}(?:asked|gefragt|formulada|pos|pregunta|pergunta|вопрос|viewed|gesehen|vist|vue|просмотрен|\d{1,3} |share|edit|follow|cite|flag|link"
    r"|improve|sorted|add a|your a|not the|compartir|añadir|tu res|diese|eine|answered|beantwortet|respondida|répond|ответ)",
    re.IGNORECASE,
)
_ROWS: Final = tuple(
    lazy_re.compile(row, re.IGNORECASE)
    for row in (
        r"(?:asked|gefragt|formulada|posée|preguntada|perguntada|вопрос задан)\b(?P<when>.{2,40}?)(?:(?:modified|viewed|modificada|vista|geändert|modifiée)\b.*)?",
        r"(?:viewed|gesehen|vista|vue|просмотрен)\W{1,3}\d[\d.,]*\s?[km]?\s?(?:times|mal|veces|vezes|fois|раза?)?",
        r"\d{1,3} (?:answers?|antworten|respuestas?|réponses?|respostas?|ответ\w*)(?: sorted by:?)?",
        r"(?:(?:share|edit|follow|cite|flag|link)\W{0,3}){0,3}improve this (?:answer|question)(?:\W{0,3}(?:follow|edit|flag))*|sorted by:?|add a comment|your answer"
        r"|not the answer you['’]re looking for\b.{0,50}|compartir(?:\W{0,3}mejorar esta (?:respuesta|pregunta))|añadir un comentario|tu respuesta|(?:diese|eine) (?:antwort|frage) verbessern",
        r"(?:answered|beantwortet|respondida|répondue?|ответ дан)\b(?P<at>.{2,40})",
    )
)


def question_page(text: str, lines: Lines, samples: frozenset[int]) -> tuple[int, ...]:
    """A line of each sort of row of such a page; empty for a text that is none."""
    if not holds(text, Sought.QUESTION):
        return ()
    rows = [n for n in lines.filled.tolist()[:_MOST_ROWS] if _BEGINS.match(lines.texts[n])]
    if len(rows) < _SORTS:
        return ()
    found: dict[int, int] = {}
    for n in rows:
        text = LINK.sub(r"\1", lines.texts[n]).strip(" \t*_#-·")
        if len(text) > _LONGEST or n in samples or lines.texts[n].lstrip().startswith(">"):
            continue
        for sort, row in enumerate(_ROWS):
            if sort not in found and (match := row.fullmatch(text)) and _is_dated(match):
                found[sort] = n
    return tuple(sorted(set(found.values()))) if len(found) >= _SORTS else ()


def _is_dated(match: re.Match[str]) -> bool:
    """Whether what stands for a time is one."""
    return all(stamp_of(when.strip()) is not None for when in match.groupdict().values() if when)
