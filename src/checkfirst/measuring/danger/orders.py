"""Whether words order a model about: to set aside what it was told, to conceal, to run or send, to favour something."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.danger.order_words import (
    ADDRESS,
    CALLED,
    CONCEAL,
    FAVOUR,
    MODEL,
    OVERRIDE,
    OVERRIDE_SIGNS,
    PEOPLE,
    RUN,
    SECRET,
    SEND,
    SENT,
    SPOKEN_BEFORE,
    SPOKEN_BEHIND,
)
from checkfirst.measuring.text.lowered import lowered
from checkfirst.model.quick_enum import QuickEnum

#: Characters of a passage that are searched, and of what stands behind the name of a model. Not measured.
_SEARCHED: Final = 4_000
_BEHIND: Final = 100
#: Characters before the name of a model with which a sentence begins.
_FIRST: Final = 24
#: Sentences behind one that speaks to a model, which are spoken to it, too. Not measured.
_STILL: Final = 3
#: Sentences within which an order to send something says to keep it from people. Not measured.
_NEAR: Final = 3
#: What is told of others, and of what programs do: "even if they don't say", "is silently skipped".
_TOLD_OF: Final = lazy_re.compile(
    r"\b(?:they|users?|people|he|she|who|it|nobody|someone)\s(?:do|does|did)(?: not|n['’]t)\s\w+|\bsilently\s\w{2,14}ed\b",
    re.IGNORECASE,
)
_END: Final = lazy_re.compile(r"(?<=[.!?:;])\s|[。！？；]")


class Order(QuickEnum):
    """What words order, as a message says it."""

    OVERRIDE = "to set aside its instructions"
    CONCEAL = "to keep something from people"
    RUN = "to run a program from elsewhere"
    SEND = "to hand something over"
    FAVOUR = "to answer in a given way"


def order_of(text: str, *, for_agents: bool = False) -> Order | None:
    """What a passage orders its reader's model; ``None`` where it orders nothing.

    ``for_agents`` says that a model reads the whole file, so that it need not be addressed.
    """
    passage = " ".join(text[:_SEARCHED].split())
    if has_sign(passage, OVERRIDE_SIGNS) and OVERRIDE.search(passage):
        return Order.OVERRIDE
    spoken = passage if for_agents else spoken_to_model(passage)
    if spoken and RUN.search(spoken):
        return Order.RUN
    if spoken and SEND.search(spoken) and SECRET.search(spoken):
        return Order.SEND
    hands_over = ADDRESS.search(spoken or passage) is not None and SEND.search(spoken or passage) is not None
    if not (spoken or hands_over):
        return None
    # A cheap test first: hardly any text conceals.
    concealing = _TOLD_OF.sub(" ", spoken or passage) if CONCEAL.search(spoken or passage) else ""
    if CONCEAL.search(concealing) and (PEOPLE.search(spoken) if for_agents else spoken or _hides_sending(concealing)):
        return Order.CONCEAL
    if not spoken or for_agents:
        return None
    if hands_over:
        return Order.SEND
    return Order.FAVOUR if FAVOUR.search(spoken) else None


def _hides_sending(passage: str) -> bool:
    """Whether words that speak to nobody order to send something to an address, and right there to keep it from people."""
    sentences = _END.split(passage)
    near = (" ".join(sentences[n : n + _NEAR]) for n in range(max(1, len(sentences) - _NEAR + 1)))
    return any(ADDRESS.search(said) and SEND.search(said) and CONCEAL.search(said) for said in near)


def hands_secrets_over(text: str) -> bool:
    """Whether a sentence orders to send what nobody hands over, or names an address for it."""
    sentences = _END.split(" ".join(text[:_SEARCHED].split()))
    return any(
        SECRET.search(said) and (SENT.search(said) or (SEND.search(said) and ADDRESS.search(said)))
        for said in sentences
    )


def has_sign(text: str, signs: tuple[str, ...]) -> bool:
    """Whether a text has one of the pieces of words that a pattern can't do without: seeking them takes less time."""
    low = lowered(text)
    return any(sign in low for sign in signs)


def spoken_to_model(passage: str, *, called: bool = False) -> str:
    """The sentences of a passage that speak to a model, with those right behind them; empty without one.

    ``called`` takes only those that call on it: that an assistant must do something may be what a text specifies.
    """
    sentences = _END.split(passage)
    said: list[str] = []
    left = 0
    for sentence in sentences:
        if _speaks(sentence, called=called):
            left = _STILL + 1
        if left:
            said.append(sentence)
            left -= 1
    return " ".join(said)


def _speaks(sentence: str, *, called: bool) -> bool:
    """Whether a sentence names a model and speaks to it."""
    for match in MODEL.finditer(sentence):
        behind = sentence[match.end() : match.end() + _BEHIND]
        before = sentence[: match.start()]
        if SPOKEN_BEFORE.search(before[-_BEHIND:]) or (not called and SPOKEN_BEHIND.search(behind)):
            return True
        if len(before) <= _FIRST and CALLED.search(behind):
            return True
    return False
