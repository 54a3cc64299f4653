"""Whether two quantities are said of one thing: their terms are shared, and neither has one of its own where the other does."""

from typing import Final

from checkfirst.measuring.content.terms import SPECIFIC
from checkfirst.measuring.content.units import COUNTED, KNOWN_UNITS
from checkfirst.model.quantities import Form, Quantity

#: Share by which two values differ at most if they count as one: a month has 30 or 31 days, a kilobyte 1,000 or 1,024 bytes.
_NEAR: Final = 0.05
#: Times by which one value is the other one at most, if their words are not the same, and if they are: else they are of different things.
_FAR, _VERY_FAR = 25, 100
#: Units that say by themselves what is bounded of a thing: the characters of a password, the bytes of an upload.
_TELLING: Final = COUNTED | {"bytes"}
#: Units of which a thing has one amount, whether or not it is bounded.
_ONE_AMOUNT: Final = frozenset({"euro", "dollar", "pound", "yen", "yuan", "port"})
#: Predicates that a unit says by itself, or of which a thing has mostly one alone.
_IMPLIED: Final = (
    {unit: frozenset({"=size"}) for unit in _TELLING}
    | {unit: frozenset({"=cost", "=payable"}) for unit in _ONE_AMOUNT}
    | {"port": frozenset({"=listen"}), "times": frozenset({"=retry"}), "time": frozenset({"=lifetime"})}
)
#: Units that are members of a thing.
_MEMBERS: Final = COUNTED - {"port", "times", "characters", "digits"}
#: Stems of words for a session, which ends by a timeout.
_SESSIONS: Final = frozenset({"sess", "ses", "sitzung", "сесс", "セッション", "会话", "세션"})
#: Seconds from which a time is that of a promise among people. Not measured, as the numbers below.
_DAY: Final = 86_400
_FEWEST_WORDS, _FEWEST_ALONE, _FEWEST_REWORDED = 2, 3, 3
_SHARED_CONDITION: Final = 0.5


def same_value(one: Quantity, other: Quantity) -> bool:
    """Whether two values count as one."""
    return abs(one.value - other.value) <= _NEAR * max(abs(one.value), abs(other.value))


def of_one_thing(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of one unit are said of one thing, under conditions that are alike."""
    if not _same_condition(_held(one, other), _held(other, one)) or {
        one.bound,
        other.bound,
    } == {"min", "max"}:
        return False
    if one.unit not in KNOWN_UNITS:
        few = _FEWEST_WORDS if one.bound or other.bound else _FEWEST_ALONE
        return one.sentence == other.sentence and one.said_of == other.said_of and len(one.said_of) >= few
    if Form.SETTING in (one.form, other.form):
        return (
            one.form is not other.form and one.said_of == other.said_of and _names(one, other, one.said_of, one.said_of)
        )
    return _in_clause(one, other) or _in_sentence(one, other) or _behind_label(one, other) or _behind_label(other, one)


def _in_clause(one: Quantity, other: Quantity) -> bool:
    shared, own, others = _compared(one.said_of, other.said_of)
    if _is_limit(one, other, shared):
        return len(own) <= 1 and len(others) <= 1
    if (own and others) or not _names(one, other, one.said_of, other.said_of):
        return False
    # Further words name a part of the thing, or a case of it.
    return len(own) + len(others) <= max(1, len(shared) // 2)


def _names(one: Quantity, other: Quantity, said: frozenset[str], others: frozenset[str]) -> bool:
    """Whether the terms that two share name one thing: two words, a word with a predicate, or one of which the unit says enough."""
    shared = said & others
    words = sum(not term.startswith("=") for term in shared)
    if words >= _FEWEST_WORDS or (words and len(shared) > words):
        return True
    apart = said ^ others
    implied = _IMPLIED.get(one.unit, frozenset())
    few = len(apart) <= 1 and min(len(said), len(others)) == 1 and _is_bare(one, other)
    # "The warranty is two years", "the warranty covers three years".
    if words and one.unit == "time" and few and not apart & implied:
        return not any(term.startswith("=") for term in apart)
    if words and apart <= implied and Form.SETTING not in (one.form, other.form):
        bounded = one.bound or other.bound or implied & (said | others)
        bare = _is_bare(one, other)
        return one.unit in _ONE_AMOUNT or bool(bounded if one.unit in _TELLING else apart and bare)
    promised = min(one.value, other.value) >= _DAY and one.unit.endswith("time")
    return promised and not SPECIFIC.isdisjoint(shared) and len(apart) <= 1


def _is_bare(one: Quantity, other: Quantity) -> bool:
    """Whether sentences say hardly more than that a thing has a value."""
    return max(len(one.sentence), len(other.sentence)) <= _FEWEST_ALONE


def _is_limit(one: Quantity, other: Quantity, shared: frozenset[str]) -> bool:
    """Whether both say how many of a sort one thing may have, whatever the verb."""
    return bool(one.bound and other.bound and one.unit in _MEMBERS and any(not t.startswith("=") for t in shared))


def _in_sentence(one: Quantity, other: Quantity) -> bool:
    """Whether whole sentences say the same, of which one may say a little more."""
    shared, own, others = _compared(one.sentence, other.sentence)
    return len(shared) >= _FEWEST_REWORDED and not (own and others) and len(own) + len(others) <= len(shared) // 2


def _behind_label(cell: Quantity, said: Quantity) -> bool:
    """Whether a label names what a sentence is about: its terms are those before the number."""
    return (
        cell.form is Form.CELL
        and said.form is Form.SENTENCE
        and cell.before == said.before
        and _names(cell, said, cell.before, cell.before)
    )


def _compared(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The terms that two statements share, and those of each alone; a session expires by a timeout."""
    if not _SESSIONS.isdisjoint(one & other) and {"=timeout", "=lifetime"} <= one | other:
        one, other = (frozenset("=lifetime" if t == "=timeout" else t for t in terms) for terms in (one, other))
    shared = one & other
    return shared, one - shared, other - shared


def contradict(one: Quantity, other: Quantity) -> bool:
    """Whether two values of one thing can't both hold."""
    if same_value(one, other):
        return False
    times = _FAR if one.said_of != other.said_of else _VERY_FAR
    if max(one.value, other.value) > times * min(one.value, other.value):
        return False
    # A plain value within a bound agrees with it.
    for bounded, plain in ((one, other), (other, one)):
        if bounded.bound and not plain.bound and plain.form is Form.SENTENCE and not _is_of_bounds(plain):
            inside = plain.value < bounded.value if bounded.bound == "max" else plain.value > bounded.value
            if inside:
                return False
    return True


def _is_of_bounds(quantity: Quantity) -> bool:
    """Whether a plain value says how long or how much at most by its predicate: what expires after an hour lives no longer."""
    return any(term.startswith("=") for term in quantity.said_of)


def _held(one: Quantity, other: Quantity) -> frozenset[str]:
    """The conditions of one that the other does not name; a label need not say for what the number is counted."""
    held = one.condition - other.sentence
    return frozenset(c for c in held if not c.startswith("/")) if Form.CELL in (one.form, other.form) else held


def _same_condition(one: frozenset[str], other: frozenset[str]) -> bool:
    if one == other:
        return True
    return len(one & other) >= _SHARED_CONDITION * len(one | other) and bool(one) and bool(other)
