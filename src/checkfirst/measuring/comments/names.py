"""Names in the headers of comments: lines without their markup, what stands beside a date, and what may be a name."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.comments.phrases import ACTION, JOINING_AT_END, JOINING_AT_START

#: Most words and characters of a name. Not measured.
_NAME_WORDS: Final = 6
NAME_LENGTH: Final = 48
_IMAGE = lazy_re.compile(r"!\[[^\]]*\]\([^)]*\)?|^\W{0,6}\d{0,4}\.?\s*\[[0-9a-f]{0,16}\](?!\()")
_LINK = lazy_re.compile(r"\]\([^)]*\)?|(?<!\w)\[(?=[^\]]*\]\()")
_EMPHASIS = lazy_re.compile(r"\*\*|__|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)")
_BESIDE = lazy_re.compile(r"\[[-–—+]\]|\b\d+ (?:points?|pts|votes?|likes?)\b")
_EDGES: Final = " \t,;:|·•–—-@()[]»"
_SENTENCE_END = lazy_re.compile(r"[.!?…:;]$|[!?] |\w{3}\.\s+[A-Z]|[\"“”{}=<>\\]|://|, ?.*, ?")
_SENTENCE = lazy_re.compile(r"[.…:;]$|[!?:] |\w{3}\.\s+[A-Z]|://|, .*, ")
_LETTER = lazy_re.compile(r"[^\W\d_]")
#: The words before a name that say that it is one.
BY: Final = lazy_re.compile(
    r"^(?:(?:comment|post|posted|written|submitted|added|geschrieben|publicado|enviado|escrito|publié|écrit|rédigé|inviato|scritto)\s)?(?:by|von|par|por|da|di|door|av|от)\b:?\s+",
    re.IGNORECASE,
)


def without_markup(line: str) -> str:
    """A line without images, addresses of links, and emphasis."""
    text = line.strip()
    if "[" in text or "](" in text:
        text = _LINK.sub("", _IMAGE.sub(lambda m: m[0].split("[")[0].rstrip("!"), text))
    return (_EMPHASIS.sub("", text) if "*" in text or "_" in text else text).strip()


def beside_date(text: str) -> str:
    """What a line says beside its date, without prepositions, week days and buttons. ``text`` has a tab for the date."""
    parts = [_unjoined(_BESIDE.sub(" ", part)) for part in text.split("\t")]
    return " ".join(part for part in parts if part and not ACTION.match(part))


def _unjoined(part: str) -> str:
    """The text without prepositions and the like at its ends. One word at a time, so that no text takes long."""
    while True:
        stripped = part.strip(_EDGES)
        shorter = JOINING_AT_END.sub("", JOINING_AT_START.sub("", stripped))
        if shorter == part:
            return part
        part = shorter


def name_in(text: str, *, longer: bool = False) -> str | None:
    """The text if it may be a name; ``longer`` names with other signs may be one where more speaks for it."""
    text = text.strip(" ,:|·•–—-\t")
    if not 0 < len(text) <= NAME_LENGTH * (1 + longer) or not _LETTER.search(text):
        return None
    if len(text.split()) > _NAME_WORDS * (1 + longer):
        return None
    unlike = _SENTENCE if longer else _SENTENCE_END
    return None if unlike.search(text.rstrip(".")) else text
