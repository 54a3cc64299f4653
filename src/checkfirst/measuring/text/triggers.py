"""Trigger words: a pattern is tried only on lines with one of the words that it needs.

Word numbers of every line are computed anyway, so that the look-up is nearly free.
"""

from enum import IntEnum
from typing import Final


class Trigger(IntEnum):
    """A group of patterns, as a bit. An ``IntEnum``, because the operators of ``IntFlag`` are slower than the
    patterns."""

    SAYS = 1
    MONTH = 2
    CONTROL = 4
    """Buttons, labels, bylines and lists of tags, at the start of a line."""
    REPUBLISHED = 8
    PLACEHOLDER = 16
    COPYRIGHT = 32
    POINTS = 64
    AGO = 128
    ERROR = 256
    TEMPLATE = 512
    MODEL_PHRASE = 1024


TRIGGER_WORDS: Final[dict[Trigger, str]] = {
    Trigger.SAYS: "says said wrote write writes commented replied responded added adds pingback trackback",
    Trigger.AGO: "ago now",
    Trigger.MONTH: "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec",
    Trigger.CONTROL: "by posted written comment comments submitted words view show load see response responses reply"
    " replies answer answers discussion reader join leave post add what log permalink report flag like dislike share"
    " upvote downvote quote edit delete parent link read hide tag tags filed label labels category categories tagged"
    " topic topics keywords more thoughts reviews",
    Trigger.REPUBLISHED: "republished reprinted crossposted reposted syndicated published posted appeared printed ran"
    " originally publish",
    Trigger.PLACEHOLDER: "protected javascript advertisement advertisment sponsored instagram browser continues available",
    Trigger.COPYRIGHT: "copyright reserved c",
    Trigger.POINTS: "point points pts vote votes like likes upvotes karma posts reputation",
    Trigger.ERROR: "found forbidden error unavailable gateway unauthorized unauthorised gone http status code page find"
    " oops log login sign password username remember account logged signed browser human robot cookies ray ddos attention"
    " unusual security denied blocked redirected moment wait temporarily maintenance expired subscribe subscribers members"
    " nothing available exist exists",
    Trigger.TEMPLATE: "lorem todo tbd filled written completed determined replace delete remove describe goes yyyy"
    " firstname name",
    Trigger.MODEL_PHRASE: "ai fulfill assist certainly sure course absolutely here's here hope let would feel else knowledge"
    " regenerate sorry",
}
"""Words of each trigger, as the tokeniser returns them."""

#: All trigger words, sorted.
ALL_WORDS: Final = tuple(sorted({word for words in TRIGGER_WORDS.values() for word in words.split()}))
#: Triggers whose patterns need a digit on the line.
DIGIT_TRIGGERS: Final = int(Trigger.MONTH | Trigger.POINTS)
#: A word of ``Trigger.CONTROL`` counts only among this many first words of a line, where its patterns need it.
CONTROL_WITHIN: Final = 3
#: Triggers of the patterns in ``cues``.
CUE_TRIGGERS: Final = sum(int(trigger) for trigger in Trigger if trigger < Trigger.ERROR)


def triggers_of(word: str) -> int:
    """Bits of all triggers of a word."""
    return sum(int(trigger) for trigger, words in TRIGGER_WORDS.items() if word in words.split())
