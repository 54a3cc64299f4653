"""Kinds that the form of a document decides: code, data, logs, papers and threads without an article."""

import json
import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.kind.kind import with_kind
from checkfirst.measuring.page.main_text import ARTICLE_WORDS
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.document import Document
from checkfirst.model.formats import Trait
from checkfirst.model.kind_measures import KindMeasure
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.location import TextSpan
from checkfirst.model.threads import Thread

#: Confidence in code, data and logs. Of labelled documents, 99 of 100 code and data files were what their suffix says.
_SURE: Final = 0.98
#: Confidence in code and data under the name of a text. Of 8,400 labelled texts, 7 were taken for code for the samples in
#: them, and of 4,100 without their markup 33; how many files of code have such a name is not known. Not measured.
_SURE_DESPITE_NAME: Final = 0.85
#: Confidence in a paper. Not measured.
_PAPER: Final = 0.95
#: Upper bound of the confidence in a comment section, and fewest comments of one. Not measured.
_SURE_COMMENTS: Final = 0.9
_FEWEST_COMMENTS: Final = 3
#: Share of comment sections among such threads, the others being of a forum: where the words of the text speak rather for a
#: comment section, 65 of 67 labelled ones, and where they speak for a forum, 40 of 59.
_COMMENTS_IF_LIKELIER, _COMMENTS_IF_NOT = 0.97, 0.68
#: Probability of a record, technical or data document from which a thread does not make a text a comment section. Not
#: measured.
_OTHER_FROM: Final = 0.5
#: Most characters of a text that is tested for JSON; it bounds the time. Not measured.
_PARSED: Final = 2_000_000
#: Number of characters at each end of a text that are searched for the braces of JSON.
_ENDS: Final = 200
#: Number of first lines of a text that are tested for a log; fewest lines with a time in it, and their least share.
#: Not measured.
_LOG_LINES: Final = 400
_FEWEST_STAMPED: Final = 8
_STAMPED_FROM: Final = 0.6
#: Number of first characters with the abstract of a paper, and its fewest citations. Not measured.
_ABSTRACT_WITHIN: Final = 6_000
_FEWEST_CITED: Final = 4
_LOG_LINE = lazy_re.compile(
    r"\W{0,3}(?:[A-Z]{1,8}[ |:/]+)?(?:- )?(?:\d{9,10} )?(?:[A-Z][a-z]{2} )?"
    r"(?:[A-Z][a-z]{2} +\d{1,2}|\d{4}[-/.]\d{2}[-/.]\d{2}|\d{2}[-/.]\d{2}(?:[-/.]\d{2,4})?|\d{6,8})"
    r"[T ,:_.-]{1,3}(?:\d{2}:\d{2}(?::\d{2})?|\d{6}|\d{2}\.\d{2}\.\d{2})"
)
_ABSTRACT = lazy_re.compile(r"^\W{0,4}abstract\b", re.IGNORECASE | re.MULTILINE)
_REFERENCES = lazy_re.compile(
    r"^\W{0,4}(?:\d+\.? )?(?:references|bibliography|literature cited)\W*$", re.IGNORECASE | re.MULTILINE
)
_CITED = lazy_re.compile(r"\bet al\b|\([A-Z][\w-]+(?: and [A-Z][\w-]+)?,? \d{4}[a-z]?\)|\[\d{1,3}(?:, ?\d{1,3})*\]")


def kind_by_form(
    document: Document, lines: Lines, measure: KindMeasure, thread: Thread[TextSpan] | None, words_above: int
) -> KindMeasure:
    """The measure, with another kind if the form of the document decides it.

    ``words_above`` is the number of words above the thread.
    """
    traits = document.traits
    sure = _SURE_DESPITE_NAME if document.named and Trait.PROSE in document.named.traits else _SURE
    if Trait.CODE in traits:
        return with_kind(Kind.SOURCE_CODE, sure, measure)
    # XML is left to the model, because some specifications are written in it.
    if Trait.DATA in traits and Trait.MARKUP not in traits:
        return with_kind(Kind.STRUCTURED_DATA, sure, measure)
    if Trait.PLAIN in traits and _is_json(document.text):
        return with_kind(Kind.STRUCTURED_DATA, _SURE, measure)
    if Trait.PLAIN in traits and _is_log(lines):
        return with_kind(Kind.LOG, _SURE, measure)
    if Trait.PROSE in traits and Trait.MARKUP not in traits and _is_paper(document.text):
        return with_kind(Kind.ACADEMIC_PAPER, _PAPER, measure)
    if thread and thread.is_sure and words_above < ARTICLE_WORDS and len(thread.comments) >= _FEWEST_COMMENTS:
        discussion = measure.probability(Group.DISCUSSION)
        other = measure.probability(Group.RECORD, Group.TECHNICAL, Group.DATA)
        if other < _OTHER_FROM and discussion < thread.confidence:
            return _discussion(min(thread.confidence, _SURE_COMMENTS), measure)
    return measure


def _discussion(confidence: float, measure: KindMeasure) -> KindMeasure:
    """The measure of a thread without an article. Its form is that of a comment section, and a forum may have it too."""
    likelier = measure.probability(Kind.COMMENT_SECTION) >= measure.probability(Kind.FORUM_THREAD)
    comments = round(confidence * (_COMMENTS_IF_LIKELIER if likelier else _COMMENTS_IF_NOT), 4)
    return with_kind(Kind.COMMENT_SECTION, comments, measure, (Kind.FORUM_THREAD, round(confidence - comments, 4)))


def _is_log(lines: Lines) -> bool:
    """Whether most of the first lines, and enough of them, start with a time."""
    filled = [line for line, blank in zip(lines.texts[:_LOG_LINES], lines.blank.tolist(), strict=False) if not blank]
    stamped = sum(bool(_LOG_LINE.match(line)) for line in filled)
    return stamped >= _FEWEST_STAMPED and stamped >= _STAMPED_FROM * len(filled)


def _is_paper(text: str) -> bool:
    """Whether a text has an abstract at the top, citations, and a list of references in its second half."""
    abstract = _ABSTRACT.search(text[:_ABSTRACT_WITHIN])
    cites = len(_CITED.findall(text)) >= _FEWEST_CITED if abstract else False
    return cites and bool(_REFERENCES.search(text, len(text) // 2))


def _is_json(text: str) -> bool:
    start, end = text[:_ENDS].lstrip()[:1], text[-_ENDS:].rstrip()[-1:]
    if (start, end) not in {("{", "}"), ("[", "]")} or len(text) > _PARSED:
        return False
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False
