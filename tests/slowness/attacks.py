"""Texts made of a pattern's own parts, which bring out a pattern that tries the same letters again and again."""

import random
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

# Only Python's own parser knows the parts of a pattern; it has no public name.
constants, parser = import_module("re._constants"), import_module("re._parser")

#: Repeats up to which a repeat of a pattern is written out; what repeats more often counts as endless.
_WRITTEN_OUT = 12
#: Letters of each kind, from which those are taken that a class of letters has.
_LETTERS = " a\n0-\t._:/\"'*#=[]()<>`|,;!?@&%$~^+\\{}AZz9é\xa0中\x0b\r\x00,…–«•"
_CATEGORIES = {
    constants.CATEGORY_DIGIT: "0",
    constants.CATEGORY_NOT_DIGIT: "a\n -",
    constants.CATEGORY_SPACE: " \n\t",
    constants.CATEGORY_NOT_SPACE: "a0-",
    constants.CATEGORY_WORD: "a0_",
    constants.CATEGORY_NOT_WORD: "-\n .",
}
_MOST_ATOMS = 16
#: Ends of a text that make most patterns fail; the last is one that lets others succeed.
ENDS = ("\x00", "", "\n")


def parts_of(pattern: re.Pattern[Any]) -> tuple[list[str], list[str]]:
    """The parts of a pattern that are worth repeating, and the texts that lead to each of its repeats."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = parser.parse(text, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)
    atoms: dict[str, None] = {}
    leads: dict[str, None] = {"": None}
    _walk(tree, "", atoms, leads)
    return list(atoms), list(leads)


def _walk(nodes: Iterable[Any], lead: str, atoms: dict[str, None], leads: dict[str, None]) -> str:
    """Collect the parts of a sequence; returns a text that it matches."""
    made = ""
    for operation, value in nodes:
        step = _step(operation, value, lead + made, atoms, leads)
        made += step
        if made.strip() and len(made) < 200:
            atoms.setdefault(made, None)
    return made


def _step(operation: Any, value: Any, lead: str, atoms: dict[str, None], leads: dict[str, None]) -> str:
    match operation:
        case constants.MAX_REPEAT | constants.MIN_REPEAT | constants.POSSESSIVE_REPEAT:
            least, most, body = value
            leads.setdefault(lead[-200:], None)
            inner = _walk(body, lead, atoms, leads)
            atoms.setdefault(inner, None)
            for letter in _variants(body):
                atoms.setdefault(letter, None)
            times: int = min(max(least, 1 if most else 0), _WRITTEN_OUT)
            return inner * times
        case constants.SUBPATTERN:
            return _walk(value[3], lead, atoms, leads)
        case constants.ATOMIC_GROUP:
            return _walk(value, lead, atoms, leads)
        case constants.BRANCH:
            made = [_walk(branch, lead, atoms, leads) for branch in value[1]]
            return min(made, key=len) if made else ""
        case constants.ASSERT | constants.ASSERT_NOT:
            _walk(value[1], lead, atoms, leads)
            return ""
        case constants.LITERAL:
            return chr(value)
        case constants.NOT_LITERAL | constants.IN | constants.ANY:
            letters = letters_of(operation, value)
            for letter in letters[:3]:
                atoms.setdefault(letter, None)
            return letters[0] if letters else "a"
    return ""


def _variants(body: Any) -> list[str]:
    """Letters of which a repeat of one letter may consist, of different kinds."""
    if len(body) != 1:
        return []
    operation, value = body[0]
    if operation is constants.SUBPATTERN:
        return _variants(value[3])
    return letters_of(operation, value)[:4] if operation in {constants.NOT_LITERAL, constants.IN, constants.ANY} else []


def letters_of(operation: Any, value: Any) -> list[str]:
    """Some letters that one element of a pattern takes."""
    if operation is constants.ANY:
        return ["a", " ", "-", "<"]
    if operation is constants.NOT_LITERAL:
        return [c for c in "a -0\n" if ord(c) != value]
    negated = value[0][0] is constants.NEGATE
    own: list[str] = []
    for kind, detail in value:
        if kind is constants.LITERAL:
            own.append(chr(detail))
        elif kind is constants.RANGE:
            own.append(chr(detail[0]))
        elif kind is constants.CATEGORY:
            own += _CATEGORIES.get(detail, "")
    if not negated:
        return list(dict.fromkeys(own))
    return [c for c in _LETTERS if not _takes(value[1:], c)]


def _takes(parts: Any, letter: str) -> bool:
    for kind, detail in parts:
        if kind is constants.LITERAL and ord(letter) == detail:
            return True
        if kind is constants.RANGE and detail[0] <= ord(letter) <= detail[1]:
            return True
        if kind is constants.CATEGORY and re.fullmatch(_AS_TEXT[detail], letter):
            return True
    return False


_AS_TEXT = {
    constants.CATEGORY_DIGIT: r"\d",
    constants.CATEGORY_NOT_DIGIT: r"\D",
    constants.CATEGORY_SPACE: r"\s",
    constants.CATEGORY_NOT_SPACE: r"\S",
    constants.CATEGORY_WORD: r"\w",
    constants.CATEGORY_NOT_WORD: r"\W",
}


Attack = tuple[str, str, str]
"""What a text begins with, what is repeated in it, and its end."""


def text_of(attack: Attack, size: int) -> str:
    """The text of so many letters."""
    lead, atom, end = attack
    return lead + atom * max(1, (size - len(lead)) // len(atom)) + end


def attacks(pattern: re.Pattern[Any], pairs: int) -> Iterator[Attack]:
    """Each part repeated, behind what leads to each repeat of the pattern; and ``pairs`` of parts repeated, thrice."""
    atoms, leads = parts_of(pattern)
    atoms = sorted(filter(None, atoms), key=len)
    if len(atoms) > _MOST_ATOMS:
        # Single letters, and what is nearly the whole pattern.
        atoms = [*atoms[: _MOST_ATOMS // 2], *atoms[-_MOST_ATOMS // 2 :]]
    for atom in atoms:
        for end in ENDS:
            for lead in dict.fromkeys(leads[:1] + leads[-6:]) if len(atom) == 1 else [""]:
                yield lead, atom, end
    both = sorted(((a, b) for a in atoms for b in atoms if a != b), key=lambda pair: len(pair[0] + pair[1]))
    letters, more = both[: pairs * 2], both[pairs * 2 :]
    random.Random(len(both)).shuffle(more)
    for a, b in (*letters, *more[:pairs]):
        yield "", a + b, ENDS[0]
