"""Addresses of a project that stand for another one: ``github.com/github_username/repo_name`` in a README never filled in."""

import re
from collections.abc import Iterable
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.code_spans import CODE_SPAN

#: What stands for an owner or a project in an address of a host for code.
_NAME: Final = (
    r"(?:your[-_ ]?\w{0,14}|(?:github|gitlab|git)[-_]?(?:user(?:[-_]?name)?|org|owner|handle)|user[-_]?name|(?:owner|org|repo|project|repository)[-_](?:name|title|slug)"
    r"|user|owner|org|repo|repository|project|<[\w -]+>|\{[\w -]+\}|\[[\w -]+\])"
)
_STANDING_IN = lazy_re.compile(
    rf"(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)/(?:{_NAME})/{_NAME}(?=[/#?)\].,\s\"'>]|$)", re.IGNORECASE
)
_ADDRESS: Final = "://"
#: Fewest lines with such an address, and their share of the addresses of a text. A guide shows one or two as samples. Not
#: measured.
_FEWEST, _SHARE_FROM = 4, 0.25


def stand_ins(texts: list[str], outside: Iterable[int]) -> tuple[int, ...]:
    """Positions of the lines with such addresses, where they are many of all; ``outside`` are the lines outside code."""
    with_address = [n for n in outside if _ADDRESS in texts[n]]
    if len(with_address) < _FEWEST:
        return ()
    # In a code span, an address is shown: how it is written is what the text speaks of.
    found = [n for n in with_address if _STANDING_IN.search(CODE_SPAN.sub(" ", texts[n]))]
    if len(found) < _FEWEST:
        return ()
    count = sum(texts[n].count(_ADDRESS) for n in with_address)
    named = sum(len(_STANDING_IN.findall(texts[n])) for n in found)
    return tuple(found) if named >= _SHARE_FROM * count else ()
