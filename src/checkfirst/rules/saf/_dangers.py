"""What the rules about dangers share: one finding for all places of a kind in a document."""

from checkfirst.model.dangers import Danger
from checkfirst.model.finding import Severity
from checkfirst.model.rule import Hit, facts

#: Lines that are quoted.
_MOST_QUOTES = 3


def one_hit(dangers: tuple[Danger, ...], message: str, confidence: float) -> Hit:
    """The hit for all places of one kind, the gravest first; a note if none is grave."""
    grave = any(danger.grave for danger in dangers)
    ordered = sorted(dangers, key=lambda danger: not danger.grave)
    others = len(dangers) - 1
    more = f"; and in {others} other place{'s' if others > 1 else ''}" if others else ""
    return Hit(
        message=f"{message}{more}",
        evidence=tuple(danger.quote for danger in ordered[:_MOST_QUOTES]),
        confidence=confidence,
        severity=None if grave else Severity.NOTE,
        data=facts(channel=ordered[0].how, count=len(dangers), text=ordered[0].text),
    )


def gravest(dangers: tuple[Danger, ...]) -> Danger:
    """The first grave one, else the first."""
    return next((danger for danger in dangers if danger.grave), dangers[0])
