"""Bylines of an article, which look like comment headers but differ from them in the text above and below them."""

from difflib import SequenceMatcher
from typing import Final, NamedTuple

import numpy as np

from checkfirst.measuring.comments.averages import median
from checkfirst.measuring.comments.headers import Header
from checkfirst.measuring.comments.start_features import StartFeatures
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import Lines

# How these numbers were chosen is not on record, and none was measured by itself.
# `python -m benchmarks.roles` measures what they do together.

#: Cues that no byline of an article has.
_OPENS_COMMENTS: Final = frozenset({Cue.SAYS, Cue.POINTS})
#: Fewest headers of a thread if none of them is strong.
FEWEST_NAMES: Final = 3
#: A header with fewer characters of text above it is near the top, where an article has its byline.
_HEAD: Final = 300
#: Similarity of their parts (``SequenceMatcher.ratio``) from which two forms are alike.
_ALIKE: Final = 0.7
#: Number of non-blank lines above a header that are searched for a count of comments ("3 Comments").
_ANNOUNCED_WITHIN: Final = 2
#: Fewest parts of forms that are compared part by part; shorter ones must be equal.
_FEWEST_PARTS: Final = 3
#: The headers after the first that are searched for "by": if none has it, a first header with it is a byline.
_LATER_HEADERS: Final = slice(1, 4)
#: Upper bound of the usual length of a comment in characters, so that one long text among few does not raise it.
_LONGEST_USUAL: Final = 800


class _Length(NamedTuple):
    """A limit for the text below a header, relative to the usual length of a comment. Above it the header is a
    byline."""

    times: float
    more: int
    """Characters."""

    def exceeded(self, size: int, usual: float) -> bool:
        """Whether ``size`` characters are more than the limit for comments of ``usual`` characters."""
        return size > self.times * usual + self.more


#: Limits for a header near the top: with the form of the other headers, and with another form.
_TOP_ALIKE: Final = _Length(3, 300)
_TOP_OTHER: Final = _Length(1.5, 100)
#: Limit for a header further down with a form unlike the others.
_LOWER_OTHER: Final = _Length(3, 600)
#: Limit for every header.
_ANYWHERE: Final = _Length(8, 3000)


def without_bylines(candidates: StartFeatures, lines: Lines) -> list[Header]:
    """The headers from the first that belongs to a comment; those before it are bylines of the article.

    The byline of an article has little text above it, and far more text below it than a comment. Below an article it
    has a form unlike that of the other headers.
    """
    headers = [header for header in candidates.headers if header.strong or alike(header.form, candidates.form)]
    if not any(header.strong for header in headers) and len(headers) < FEWEST_NAMES:
        return []
    sizes = [_size(lines, header, after) for header, after in zip(headers, [*headers[1:], None], strict=True)]
    while headers and (Cue.BY in headers[0].cues or not headers[0].cues & _OPENS_COMMENTS):
        usual = min(median(sizes[1:]), _LONGEST_USUAL) if len(sizes) > 1 else 0
        above = int(lines.lengths[: headers[0].first].sum())
        if above >= _HEAD and _is_announced(candidates, lines, headers[0]):
            break
        if not _is_byline(headers, candidates.form, above, sizes[0], usual):
            break
        headers, sizes = headers[1:], sizes[1:]
    return headers


def _is_byline(headers: list[Header], form: str | None, above: int, below: int, usual: float) -> bool:
    """Whether the first header is a byline, given the characters of text above and below it and in a usual comment."""
    first = headers[0]
    if _ANYWHERE.exceeded(below, usual):
        return True
    only_by = Cue.BY in first.cues and not any(Cue.BY in h.cues for h in headers[_LATER_HEADERS])
    like_others = not only_by and alike(first.form, form) and sum(alike(h.form, form) for h in headers) >= FEWEST_NAMES
    if above < _HEAD:
        limit = _TOP_ALIKE if like_others and first.form == form else _TOP_OTHER
        return only_by or limit.exceeded(below, usual)
    return not like_others and len(headers) > 1 and _LOWER_OTHER.exceeded(below, usual)


def _is_announced(candidates: StartFeatures, lines: Lines, header: Header) -> bool:
    """Whether a line just above the header announces comments ("3 Comments")."""
    row = int(np.searchsorted(candidates.lines, header.first))
    return any(Cue.COUNT in lines.cues.get(int(n), ()) for n in candidates.lines[max(0, row - _ANNOUNCED_WITHIN) : row])


def alike(form: str, other: str | None) -> bool:
    """Whether two forms are equal, or share most of their parts in the same order."""
    if other is None or form == other:
        return form == other
    parts, others = form.split(), other.split()
    if min(len(parts), len(others)) < _FEWEST_PARTS:
        return False
    return SequenceMatcher(None, parts, others, autojunk=False).ratio() >= _ALIKE


def _size(lines: Lines, header: Header, after: Header | None) -> int:
    """Number of characters between a header and the next one."""
    end = after.first if after else len(lines.texts)
    return int(lines.lengths[header.last + 1 : end].sum())
