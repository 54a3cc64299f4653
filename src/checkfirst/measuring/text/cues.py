"""Cues: patterns on single lines that mark comments, dates, counts, buttons and other parts of web pages.

For speed, only short lines are searched, and a pattern only on lines with one of the words that it needs.
"""

import re
from enum import IntEnum

from checkfirst import lazy_re
from checkfirst.measuring.text.triggers import Trigger


class Cue(IntEnum):
    """What a pattern matches. The value is the cue's index among the cue features of a line."""

    # Enum's own hash is a slow Python function that runs at every dictionary look-up of a member.
    __hash__ = int.__hash__

    SAYS = 0
    STAMP = 1
    DATE = 2
    BY = 3
    NUMBERED_NAME = 4
    COUNT = 5
    ACTION = 6
    AT_NAME = 7
    POINTS = 8
    BARE_NAME = 9
    COPYRIGHT = 10
    TAGS = 11
    REPUBLISHED = 12
    PLACEHOLDER = 13


#: Longest line, in characters, that is searched for cues, and longest that is tried as a name. The weights were
#: learned with both; not measured.
LONGEST = 200
_LONGEST_NAME = 60

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
_DAY = (
    rf"(?:{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? ?(?:\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?[ .\-/]{_MONTH}[,.\-/]? ?\d{{0,4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})"
)
_TIME = r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b)"
_AGO = lazy_re.compile(r"(?<!\d)\d+ ?(?:(?:second|sec|minute|min|hour|hr|day|week|month|year|yr)s?|h|d|w|mo|y) ago\b")
_STAMP = lazy_re.compile(rf"(?<!\d){_DAY}.{{0,14}}?{_TIME}|(?<!\d){_TIME}.{{0,8}}?{_DAY}")
_DATE = lazy_re.compile(rf"(?<!\d){_DAY}")
_SAID_VERB = r"(?:says|said|wrote|writes|writes in|commented|replied|responded|added|adds)"
_SAYS = lazy_re.compile(
    rf"^\W{{0,4}}(?:\d{{1,4}}[.):]?\s+)?\S.{{0,60}}?\s{_SAID_VERB}\s*(?:[:.…]+\s*$|on\s+\S.*\d|at\s+\d|\d|:\s+\S.*\d)"
    rf"|^\W{{0,4}}(?:\d{{1,4}}[.):]?\s+)?\S+(?:\s\S+){{0,3}}\s{_SAID_VERB},?\s*$"
    r"|^\W{0,4}(?:pingback|trackback)\b",
    re.IGNORECASE,
)
_BY = lazy_re.compile(
    r"^\W{0,4}(?:posted |written |comment |submitted |words )?by:? +[A-Z@\w][\w.'’\-]*(?: [\w.'’&()\-]+){0,5}\W{0,3}",
    re.IGNORECASE,
)
_LINKED_NAME = lazy_re.compile(r"^https?://\S+ \S[\w.'’ &@\-]{0,40}$", re.IGNORECASE)
_NUMBERED_NAME = lazy_re.compile(r"^#?\d{1,4}(?:[.):]\s*|\s+)[A-Z@][\w.'’@\-]*(?: [\w.'’@&\-]+){0,5}\W{0,3}$")
_COUNT = lazy_re.compile(
    r"^\W{0,6}(?:(?:view |show |load |all |see )?\d[\d,]* (?:comments?|replies|responses?|answers?|thoughts? on|reader comments?|reviews?)\b"
    r"|(?:comments?|responses?|replies|answers?|discussion|reader comments?|join the (?:discussion|conversation)|leave a (?:reply|comment)"
    r"|post a comment|add a comment|what do you think)\W{0,3}(?:\(?\d+\)?)?\W{0,3}$)",
    re.IGNORECASE,
)
_ACTION = lazy_re.compile(
    r"^\W{0,6}(?:(?:log in to )?reply(?: to this)?|permalink|report(?: abuse)?|flag|like|dislike|share|upvote|downvote|quote|edit|delete"
    r"|parent|link|show more|read more|hide|replies|•)(?:\W+(?:reply|permalink|report|flag|like|share|quote|link|parent|\d+|edit|delete|to|this"
    r"|comment|top|more|via|on|twitter|facebook))*\W*$",
    re.IGNORECASE,
)
_AT_NAME = lazy_re.compile(r"^\W{0,3}@\w[\w.\-]{1,30}\b")
_POINTS = lazy_re.compile(
    r"(?:^|[\s|·•(])[-+]?\d[\d,]* (?:points?|pts|votes?|likes?|upvotes?|karma|posts|reputation)\b", re.IGNORECASE
)
_BARE_NAME = lazy_re.compile(r"^[A-Z][\w'’.\-]*(?: (?:[A-Z][\w'’.\-]*|&|de|van|von|la|the|of)){0,3}:?$")
_COPYRIGHT = lazy_re.compile(r"©|\(c\) ?\d{4}|copyright|all rights reserved", re.IGNORECASE)
_TAGS = lazy_re.compile(
    r"^\W{0,4}(?:tags?|filed under|filed in|labels?|categor(?:y|ies)|tagged(?: with| as)?|topics?|keywords|posted in|more on)\s*[:|]",
    re.IGNORECASE,
)
_REPUBLISHED = lazy_re.compile(
    r"\b(?:re-?published|re-?printed|cross-?posted|re-?posted|syndicated) (?:here )?(?:from|with|by|at|on|courtesy|under)\b"
    r"|\b(?:originally|first) (?:appeared|published|posted|ran|printed) (?:on|in|at|by|here|under)\b"
    r"|\b(?:article|post|piece|story|essay|column) (?:was |has been )?(?:originally|first|previously) (?:appeared|published|posted)\b",
    re.IGNORECASE,
)
_PLACEHOLDER = lazy_re.compile(
    r"\[email[\s\u00a0]*protected\]|e-?mail address is being protected from spambots|(?:please )?enable javascript to (?:view|see|read|continue|use)"
    r"|you need javascript enabled|(?:^|[.!?:*]\s*)javascript (?:is|must be) (?:disabled|enabled|required)|please turn on javascript|view this (?:photo|post) on instagram"
    r"|your browser does not support (?:the )?(?:video|audio|iframe|html5|javascript)|^\s*\[?(?:advertisement|advertisment|sponsored content|story continues below)\W*$"
    r"|this (?:video|embed|content) (?:is not|isn.t) available",
    re.IGNORECASE,
)

#: Cues that open a line with one of the words of ``Trigger.CONTROL``.
_CONTROLS: tuple[tuple[Cue, re.Pattern[str]], ...] = (
    (Cue.BY, _BY),
    (Cue.COUNT, _COUNT),
    (Cue.ACTION, _ACTION),
    (Cue.TAGS, _TAGS),
)
#: Beginnings of the lines that a pattern of ``_CONTROLS`` can match: quicker than trying each.
_CONTROL_START = lazy_re.compile(
    r"\W{0,6}(?:\d|by|posted|written|comment|submitted|words|view|show|load|all|see|response|repl|answer|discussion|reader"
    r"|join|leave|post|add|what|log|permalink|report|flag|like|dislike|share|upvote|downvote|quote|edit|delete|parent"
    r"|link|read|hide|•|tag|filed|label|categor|topic|keyword|more)",
    re.IGNORECASE,
)


#: Fewest digits of a date that is written without the name of a month ("1.2.24").
DATE_DIGITS = 4
_NUMERIC_DAY = lazy_re.compile(r"\d[-/.]\d\d?[-/.]\d")
#: Cues with a trigger of their own, searched anywhere on the line.
_RARE: tuple[tuple[Cue, Trigger, re.Pattern[str]], ...] = (
    (Cue.SAYS, Trigger.SAYS, _SAYS),
    (Cue.COPYRIGHT, Trigger.COPYRIGHT, _COPYRIGHT),
    (Cue.REPUBLISHED, Trigger.REPUBLISHED, _REPUBLISHED),
    (Cue.PLACEHOLDER, Trigger.PLACEHOLDER, _PLACEHOLDER),
)


def rare_cues(line: str) -> frozenset[Cue]:
    """The cues of a line that have a trigger of their own, without looking at its words."""
    return frozenset(cue for cue, _, pattern in _RARE if pattern.search(line))


def cues_of(line: str, triggers: int, digits: int) -> list[Cue]:
    """The cues of one stripped, non-empty line of at most ``LONGEST`` characters.

    ``triggers`` are the bits of its words' triggers, and ``digits`` is the number of its digits.
    """
    low = line.lower() if triggers or digits or line[0] in "•hH" else line
    found: list[Cue] = []
    if (triggers & Trigger.CONTROL or line[0] == "•") and _CONTROL_START.match(low):
        found += [cue for cue, pattern in _CONTROLS if pattern.match(line)]
    if len(line) <= _LONGEST_NAME:
        if line[0].isupper():
            if line[-1] not in ".,;!?)" and _BARE_NAME.match(line):
                found.append(Cue.BARE_NAME)
        elif digits and line[0] in "#0123456789" and _NUMBERED_NAME.match(line):
            found.append(Cue.NUMBERED_NAME)
    if "@" in line and _AT_NAME.match(line):
        found.append(Cue.AT_NAME)
    if low.startswith("http") and _LINKED_NAME.match(line):
        found.append(Cue.NUMBERED_NAME)
    if digits:
        if triggers & (Trigger.MONTH | Trigger.AGO) or (digits >= DATE_DIGITS and _NUMERIC_DAY.search(low)):
            if _AGO.search(low):
                found.append(Cue.STAMP)
            elif _DATE.search(low):
                found.append(Cue.STAMP if _STAMP.search(low) else Cue.DATE)
        if triggers & Trigger.POINTS and _POINTS.search(low):
            found.append(Cue.POINTS)
    elif triggers & Trigger.AGO and (" ago" in low or low == "just now"):
        found.append(Cue.STAMP)
    if triggers & _ANY_RARE:
        found += [cue for cue, trigger, pattern in _RARE if triggers & trigger and pattern.search(line)]
    elif "©" in line:
        found.append(Cue.COPYRIGHT)
    return found


_ANY_RARE = Trigger.SAYS | Trigger.COPYRIGHT | Trigger.REPUBLISHED | Trigger.PLACEHOLDER
