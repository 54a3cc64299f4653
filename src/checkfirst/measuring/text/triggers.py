"""Words without which a pattern can't fit: a line that lacks them is never tried against it.

Word numbers are known for every line, so the look-up costs nothing that is not paid already.
"""

from enum import IntEnum
from typing import Final


class Trigger(IntEnum):
    """What a word may be part of; each is a bit. No flag type: its operators cost more than the patterns."""

    SAID = 1
    DATED = 2
    WORDED = 4
    COPIED = 8
    HELD = 16
    OWNED = 32
    POINTS = 64
    AGO = 128
    ERROR = 256
    FILLER = 512
    TALK = 1024


TRIGGER_WORDS: Final[dict[Trigger, str]] = {
    Trigger.SAID: "says said wrote write writes commented replied responded added adds pingback trackback",
    Trigger.AGO: "ago now",
    Trigger.DATED: "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec",
    Trigger.WORDED: "by posted written comment comments submitted words view show load see response responses reply"
    " replies answer answers discussion reader join leave post add what log permalink report flag like dislike share"
    " upvote downvote quote edit delete parent link read hide tag tags filed label labels category categories tagged"
    " topic topics keywords more thoughts reviews",
    Trigger.COPIED: "republished reprinted crossposted reposted syndicated published posted appeared printed ran"
    " originally publish",
    Trigger.HELD: "protected javascript advertisement advertisment sponsored instagram browser continues available",
    Trigger.OWNED: "copyright reserved c",
    Trigger.POINTS: "point points pts vote votes like likes upvotes karma posts reputation",
    Trigger.ERROR: "found forbidden error unavailable gateway unauthorized unauthorised gone http status code page find"
    " oops log login sign password username remember account logged signed browser human robot cookies ray ddos attention"
    " unusual security denied blocked redirected moment wait temporarily maintenance expired subscribe subscribers members"
    " nothing available exist exists",
    Trigger.FILLER: "lorem todo tbd filled written completed determined replace delete remove describe goes yyyy"
    " firstname name",
    Trigger.TALK: "ai fulfill assist certainly sure course absolutely here's here hope let would feel else knowledge"
    " regenerate sorry",
}
"""The words of each trigger, as the tokeniser gives them."""

ALL_WORDS: Final = tuple(sorted({word for words in TRIGGER_WORDS.values() for word in words.split()}))


#: Triggers that say nothing on a line without a digit.
WITH_DIGITS: Final = int(Trigger.DATED | Trigger.POINTS)
#: Words from the start of a line within which a trigger of worded cues must stand.
WORDED_WITHIN: Final = 3
#: The triggers of cues on single lines.
OF_CUES: Final = sum(int(trigger) for trigger in Trigger if trigger < Trigger.ERROR)


def triggers_of(word: str) -> int:
    """All triggers of a word, as bits."""
    return sum(int(trigger) for trigger, words in TRIGGER_WORDS.items() if word in words.split())
