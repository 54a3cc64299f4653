"""Threads of a social network, told by the heads of their posts: a name, the name of an account, and how long ago."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.comments.dates import stamp_of
from checkfirst.measuring.text.lines import Lines

# None of these numbers was measured.

#: Fewest posts, most words of a name, lines from a name or an account to its time, and the share of a text above the first post.
_POSTS, _NAME_WORDS, _NEAR, _ABOVE = 3, 6, 2, 0.34
_ACCOUNT: Final = r"@[\w.-]{2,40}(?:@[\w-]+(?:\.[\w-]+)+)?"
_ALONE = lazy_re.compile(rf"\W*{_ACCOUNT}\W*")
_AGE: Final = r"\d{1,3}\s?(?:s|m|h|d|w|y|min|mins|hr|hrs|sec|std|j|mo|tage?|días?|jours?|uur|分|分前|時間|時間前|日|日前)\.?(?: ago)?"
_TIME = lazy_re.compile(rf"\W*{_AGE}\W*", re.IGNORECASE)
_HEAD = lazy_re.compile(rf"(?:\S.{{0,40}}? )?{_ACCOUNT}\s{{0,3}}[·•|,–-]?\s{{1,3}}(?P<when>\S.{{0,40}})")
#: Characters of the longest head of a post, and lines of a post on average.
_LONGEST, _OF_POST = 90, 16


def social_thread(text: str, lines: Lines, samples: frozenset[int]) -> tuple[int, ...]:
    """The lines with the accounts of the posts of a thread; empty for a text that is none."""
    if "@" not in text:
        return ()
    filled = lines.filled.tolist()
    if sum("@" in lines.texts[n] for n in filled) < _POSTS:
        return ()
    texts = [lines.texts[n].strip().strip("*_").strip() for n in filled]
    posts = [k for k, n in enumerate(filled) if n not in samples and _is_head(texts, k)]
    if len(posts) < _POSTS or len({texts[k] for k in posts}) < _POSTS - 1:
        return ()
    # The time of a first post, in full, is below its text.
    first = next((k for k in range(1, posts[0]) if _ALONE.fullmatch(texts[k]) and _is_name(texts[k - 1])), posts[0])
    spread = len(posts) * _OF_POST < len(filled) - first
    near_top = first <= max(_NEAR * _POSTS, _ABOVE * len(filled))
    return tuple(filled[k] for k in posts) if near_top and not spread else ()


def _is_head(texts: list[str], k: int) -> bool:
    """Whether line ``k`` has the account of a post: with its time, or below a name and beside one with the time."""
    text = texts[k]
    if "@" not in text or len(text) > _LONGEST:
        return False
    if (head := _HEAD.fullmatch(text)) and _is_time(head["when"]):
        return True
    if not _ALONE.fullmatch(text) or k == 0 or not _is_name(texts[k - 1]):
        return False
    return any(_is_time(near) for near in (*texts[max(0, k - 1 - _NEAR) : k - 1], *texts[k + 1 : k + 1 + _NEAR]))


def _is_time(text: str) -> bool:
    return _TIME.fullmatch(text) is not None or (len(text.split()) <= _NAME_WORDS and stamp_of(text) is not None)


def _is_name(text: str) -> bool:
    return 1 <= len(text.split()) <= _NAME_WORDS and text[-1] not in ".:;,!?" and not text.startswith(("#", "|", "@"))
