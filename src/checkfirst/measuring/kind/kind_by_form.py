"""Kinds that the form alone decides: code, data, bare threads."""

import json
import re
from typing import Final

from checkfirst.measuring.kind.kind import settled
from checkfirst.measuring.page.main_text import ARTICLE_WORDS
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.document import Document
from checkfirst.model.formats import Trait
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.location import TextSpan
from checkfirst.model.measures import KindMeasure, Thread

#: Measured on documents of known kind: code and data files by suffix were what they said in 99 of 100.
_SURE: Final = 0.98
#: Above this size a JSON file is judged by its first and last characters alone.
_PARSED: Final = 2_000_000
#: Lines of a log that are looked at.
_LOG_LINES: Final = 400
_LOG_LINE = re.compile(
    r"\W{0,3}(?:[A-Z]{1,8}[ |:/]+)?(?:- )?(?:\d{9,10} )?(?:[A-Z][a-z]{2} )?"
    r"(?:[A-Z][a-z]{2} +\d{1,2}|\d{4}[-/.]\d{2}[-/.]\d{2}|\d{2}[-/.]\d{2}(?:[-/.]\d{2,4})?|\d{6,8})"
    r"[T ,:_.-]{1,3}(?:\d{2}:\d{2}(?::\d{2})?|\d{6}|\d{2}\.\d{2}\.\d{2})"
)
_ABSTRACT = re.compile(r"^\W{0,4}abstract\b", re.IGNORECASE | re.MULTILINE)
_REFERENCES = re.compile(
    r"^\W{0,4}(?:\d+\.? )?(?:references|bibliography|literature cited)\W*$", re.IGNORECASE | re.MULTILINE
)
_CITED = re.compile(r"\bet al\b|\([A-Z][\w-]+(?: and [A-Z][\w-]+)?,? \d{4}[a-z]?\)|\[\d{1,3}(?:, ?\d{1,3})*\]")


def kind_by_form(
    document: Document, lines: Lines, measure: KindMeasure, thread: Thread[TextSpan] | None, words_above: int
) -> KindMeasure:
    """The measure, overruled where the form leaves no doubt."""
    traits = document.traits
    if Trait.CODE in traits:
        return settled(Kind.SOURCE_CODE, _SURE, measure)
    # Data in markup, which is XML, is left to the model: whole series of specifications are written in it.
    if Trait.DATA in traits and Trait.MARKUP not in traits:
        return settled(Kind.STRUCTURED_DATA, _SURE, measure)
    if Trait.PLAIN in traits and _is_json(document.text):
        return settled(Kind.STRUCTURED_DATA, _SURE, measure)
    if Trait.PLAIN in traits and _is_log(lines):
        return settled(Kind.LOG, _SURE, measure)
    if Trait.PROSE in traits and Trait.MARKUP not in traits and _is_paper(document.text):
        return settled(Kind.ACADEMIC_PAPER, 0.95, measure)
    if thread and words_above < ARTICLE_WORDS and len(thread.comments) >= 3:
        likely = measure.probability(Group.DISCUSSION)
        if measure.probability(Group.RECORD, Group.TECHNICAL, Group.DATA) < 0.5 and likely < thread.confidence:
            return settled(Kind.COMMENT_SECTION, min(thread.confidence, 0.9), measure)
    return measure


def _is_log(lines: Lines) -> bool:
    """Most lines open with a time, and there are at least a handful of them."""
    filled = [line for line, blank in zip(lines.texts[:_LOG_LINES], lines.blank.tolist(), strict=False) if not blank]
    stamped = sum(bool(_LOG_LINE.match(line)) for line in filled)
    return stamped >= 8 and stamped >= 0.6 * len(filled)


def _is_paper(text: str) -> bool:
    """An abstract at the top, a list of references further down, and others' work cited by name."""
    top = _ABSTRACT.search(text[:6000])
    return bool(top) and len(_CITED.findall(text)) >= 4 and bool(_REFERENCES.search(text, len(text) // 2))


def _is_json(text: str) -> bool:
    start, end = text[:200].lstrip()[:1], text[-200:].rstrip()[-1:]
    if (start, end) not in {("{", "}"), ("[", "]")} or len(text) > _PARSED:
        return False
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False
