"""What the change of a few words in a copy is: another number, unit, operator, obligation, a negation or the opposite."""

from difflib import SequenceMatcher
from typing import Final

from checkfirst.measuring.content.units import NUMBER_WORDS, UNITS
from checkfirst.model.likeness import ChangeKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEGATIONS: Final = _words(
    "not no never none nor neither without nicht nichts kein keine keinen keinem keiner keines nie niemals ohne pas ne n "
    "jamais aucun aucune sans nunca ningún ninguna sin não nunca nenhum sem non mai nessun nessuna senza niet geen nooit "
    "nie bez inte ikke не ни никогда без 不 未 无 無 非 勿 没 ない 않"
)
#: Words that a negation brings along.
_WITH_NEGATION: Final = _words("do does did is are be been being")
_OPERATORS: Final = _words(
    "and or && || < > <= >= == != ≤ ≥ ≠ ± + - und oder et ou y o e i lub oraz и или en of och eller 和 或 与 且 及 "
    "least most less more greater fewer than min max minimum maximum minimal maximal minimale maximale mindestens "
    "höchstens moins plus menos más mais meno più before after above below over under until from vor nach unter über bis "
    "avant après sous sur antes después depois prima dopo up to exactly only all any every each both either"
)
_OBLIGATIONS: Final = _words(
    "must shall should may can could will might required optional recommended mandatory forbidden prohibited allowed "
    "permitted muss müssen soll sollen sollte sollten darf dürfen kann können doit doivent peut peuvent devrait "
    "debe deben puede pueden deve devem pode podem devono può possono moet moeten mag mogen kan kunnen "
    "должен должна должны может могут 必 须 須 可 以 应 應 该 得 能 要"
)
_OPPOSITES: Final = tuple(
    frozenset(words.split())
    for words in (
        "always never", "allow deny forbid", "allows denies forbids", "allowed denied forbidden prohibited",
        "accept reject refuse", "accepts rejects refuses", "accepted rejected refused", "enable disable",
        "enabled disabled", "enables disables", "include exclude omit", "includes excludes omits", "true false",
        "yes no", "on off", "success failure error", "succeeds fails", "open closed", "valid invalid",
        "increase decrease", "first last", "before after", "with without", "immer nie niemals", "erlaubt verboten",
        "ja nein", "wahr falsch", "an aus", "ein aus", "vor nach", "mit ohne", "toujours jamais", "autorisé interdit", "oui non",
        "avec sans", "siempre nunca", "permitido prohibido", "sí no", "con sin", "sempre mai nunca", "permesso vietato",
        "con senza", "com sem", "encrypted unencrypted", "synchronous asynchronous", "ascending descending",
        "read write", "public private", "inclusive exclusive", "higher lower", "larger smaller", "longer shorter",
    )
)  # fmt: skip
_SIGNS: Final = _words("% ° € $ £")


def kinds_of(own: list[str], other: list[str]) -> list[tuple[ChangeKind, slice, slice]]:
    """The changes between two short rows of words, each with the places in both; empty if one is of no kind.

    Words that both rows have between two changes part them.
    """
    whole = kind_of(own, other)
    if whole:
        return [(whole, slice(0, len(own)), slice(0, len(other)))]
    return _kinds(own, other, _word_by_word(own, other)) or _kinds(own, other, _by_runs(own, other))


Parts = list[tuple[slice, slice]]


def _kinds(own: list[str], other: list[str], parts: Parts) -> list[tuple[ChangeKind, slice, slice]]:
    kinds = [kind_of(own[a], other[b]) for a, b in parts]
    return [(kind, *part) for kind, part in zip(kinds, parts, strict=True) if kind] if all(kinds) else []


def _word_by_word(own: list[str], other: list[str]) -> Parts:
    if len(own) != len(other):
        return []
    return [(slice(n, n + 1), slice(n, n + 1)) for n, (a, b) in enumerate(zip(own, other, strict=True)) if a != b]


def _by_runs(own: list[str], other: list[str]) -> Parts:
    opcodes = SequenceMatcher(None, own, other, autojunk=False).get_opcodes()
    return [(slice(i, to_i), slice(j, to_j)) for tag, i, to_i, j, to_j in opcodes if tag != "equal"]


def kind_of(own: list[str], other: list[str]) -> ChangeKind | None:
    """The kind of one change; ``None`` if it is another one."""
    if not own and not other:
        return None
    if len(own) == len(other) == 1:
        one, two = own[0], other[0]
        if _is_number(one) and _is_number(two):
            return ChangeKind.NUMBER
        if _is_unit(one) and _is_unit(two):
            return ChangeKind.UNIT
        if any(one in pair and two in pair for pair in _OPPOSITES):
            return ChangeKind.OPPOSITE
    rests = [_without(side) for side in (own, other)]
    if len(rests[0]) == len(rests[1]) and all(map(_is_form_of, *rests)) and own != other:
        return ChangeKind.NEGATION
    words = {*own, *other}
    if own and other and words <= _OPERATORS:
        return ChangeKind.OPERATOR
    if own and other and words <= _OBLIGATIONS | _NEGATIONS | _WITH_NEGATION:
        return ChangeKind.OBLIGATION
    return None


def _is_number(word: str) -> bool:
    return word in NUMBER_WORDS or word.lstrip("+-−")[:1].isdigit()


def _is_unit(word: str) -> bool:
    return word in UNITS or word in _SIGNS


def _without(words: list[str]) -> list[str]:
    """The words without negations and what these bring along."""
    if _NEGATIONS.isdisjoint(words):
        return words
    return [word for word in words if word not in _NEGATIONS and word not in _WITH_NEGATION]


def _is_form_of(word: str, other: str) -> bool:
    """Whether they are the same but for the ending that "does not" takes away."""
    short, long = sorted((word, other), key=len)
    return word == other or (long.startswith(short) and long[len(short) :] in {"s", "es", "ed", "d"})
