"""Contradictions planted in sound sets: a sentence that states a quantity, with another number, in another place."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from training.corpus import SUFFIX

#: A number and what it counts, found by other means than those of the program that is measured.
_QUANTITY: Final = re.compile(
    r"(?<![\w.,:/#-])(?P<number>[2-9]|[1-9]\d{1,4})(?P<unit>\s?(?:%|[€$£]|[kMGT]i?B\b|ms\b|s\b)|[ -](?:milliseconds?|seconds?|minutes?|hours?|(?:business |working )?days?|weeks?|months?|years?|bytes?|characters?|digits?|attempts?|times|retries|requests?|entries|items?|files?|users?|nodes?|messages?|lines?|euros?"
    r"|Sekunden?|Minuten?|Stunden?|Tagen?|Wochen?|Monaten?|Jahren?|Zeichen|Versuchen?|jours?|heures?|minutes?|mois|ans|semaines?|caractères)\b|(?:分|秒|時間|日間|回|文字|件)(?![間月]))"
)
_STATES: Final = re.compile(
    r"\b(?:must|shall|should|is|are|has|have|can|may|will|within|after|every|expires?|defaults?|up to|at (?:most|least)|maximum|minimum|muss|müssen|ist|sind|wird|werden|beträgt|kann|darf|nach|est|sont|doit|doivent|peut|dans|sous|avant)\b|です|ます|こと|する"
)
#: Sentences about one person's or team's doings, or that hold only under a condition, which a clause of them would lose.
_PERSONAL: Final = re.compile(
    r"\b(?:we|our|us|you|your|i|my|if|when|unless|wir|unser\w*|sie|ihr\w*|wenn|falls|nous|notre|vous|votre|si|quand|lorsque)\b",
    re.IGNORECASE,
)
#: Sentences from which nobody knows what is meant, or which tell of what was or is only an example.
_UNFIT: Final = re.compile(
    r"^\W*(?:this|that|these|those|it|its|they|he|she|we|i|you|in this|for example|e\.g|dies\w*|es|sie|wir|ich|du|cela|ce|cette|il|elle|on|nous|vous|これ|それ)\b|\b(?:example|e\.g|was|were|ago|about|approximately|around|roughly|wurde|war|beispiel|exemple|environ|était|etwa|ca|rule of thumb)\b|[?~≈]|例|約|[\"“”«»{}<>$\\]|://|\]\(|\d\.\d+\.\d",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜÉÈÀ])|(?<=。)")
_LIST_SIGN: Final = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+")
_MARKS: Final = re.compile(r"[*_`]+")
_OTHER_WORDS: Final = {
    "must": "has to", "shall": "must", "at most": "no more than", "up to": "at most", "at least": "no less than", "within": "in at most",
    "cannot": "can not", "is kept": "is retained", "are kept": "are retained", "should": "ought to",
    "muss": "hat", "höchstens": "maximal", "mindestens": "wenigstens", "doit": "devra", "au moins": "au minimum", "au plus": "au maximum",
}  # fmt: skip
_LENGTHS: Final = range(30, 230)
_FENCE: Final = re.compile(r"^\s*(?:```|~~~)")
_LABEL: Final = re.compile(
    r"^(?P<label>[A-ZÄÖÜÉ][^,;:.()]{6,60}?)\s(?:is|are|must be|should be|defaults to|ist|beträgt|est de)\s(?:at (?:most|least) |up to )?(?=\d)"
)


@dataclass(frozen=True)
class Plant:
    """A contradiction: the document and words that it was taken from, where it was put, and how it is worded."""

    source: str
    sentence: str
    target: str
    planted: str
    form: str


def candidates(files: dict[str, str]) -> list[tuple[str, str]]:
    """The sentences of documents that state one quantity, and where they stand."""
    return [(path, sentence) for path, text in files.items() for sentence in _sentences(text)]


def _sentences(text: str) -> Iterator[str]:
    fenced = False
    for line in text.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        if fenced or line.startswith(("    ", "\t", "|", "#", ">", "=")):
            continue
        for sentence in _SENTENCE.split(_MARKS.sub("", _LIST_SIGN.sub("", line)).strip()):
            numbers = re.findall(r"\d+", sentence)
            fits = len(sentence) in _LENGTHS and not _UNFIT.search(sentence) and not _PERSONAL.search(sentence)
            fits = fits and len(numbers) == 1 and sentence.endswith((".", "。"))
            if (
                fits
                and sentence[0].isupper() | (not sentence.isascii())
                and _QUANTITY.search(sentence)
                and _STATES.search(sentence)
            ):
                yield sentence


def plant(files: dict[str, str], count: int, draw: random.Random) -> tuple[dict[str, str], list[Plant]]:
    """A copy of a set with contradictions, each between two documents or, every other one, within one."""
    found = candidates(files)
    draw.shuffle(found)
    changed, plants, used = dict(files), list[Plant](), set[str]()
    for source, sentence in found:
        if len(plants) >= count:
            break
        within = len(plants) % 2 == 1
        others = [path for path in files if path != source and Path(path).suffix in _SUFFIXES and path not in used]
        if source in used or not (others or within) or sum(s == sentence for _, s in found) > 1:
            continue
        target = source if within else draw.choice(others)
        form, words = _worded(sentence, draw)
        text = _inserted(changed[target], words, draw, after=sentence if within else None)
        if text is None:
            continue
        changed[target] = text
        used |= {source, target}
        plants.append(Plant(source, sentence, target, words, form))
    return changed, plants


_SUFFIXES: Final = {".md", ".rst", ".adoc", ".txt"} | set(SUFFIX.values()) - {".html"}


def _worded(sentence: str, draw: random.Random) -> tuple[str, str]:
    """The sentence with another number, as it stands, in other words, or as a label with its value."""
    match = _QUANTITY.search(sentence)
    assert match
    number = int(match["number"])
    other = next(
        n for n in (draw.choice((number * 2, number * 3, number + 15, max(1, number // 2))), number + 1) if n != number
    )
    altered = f"{sentence[: match.start('number')]}{other}{sentence[match.end('number') :]}"
    form = draw.choice(("same words", "other words", "a clause", "a label"))
    if form == "other words":
        for old, new in _OTHER_WORDS.items():
            altered = re.sub(rf"\b{old}\b", new, altered)
    elif form == "a clause":
        clauses = re.split(r",\s|;\s|\s\(", altered)
        held = [c for c in clauses if str(other) in c and len(c.split()) >= 5]
        altered = f"{held[0][0].upper()}{held[0][1:].rstrip('.)')}." if held else altered
    elif form == "a label":
        label = _LABEL.match(altered)
        unit = match["unit"]
        if label and str(other) not in label["label"]:
            altered = f"- {label['label']}: {other}{unit}"
        else:
            form = "same words"
    return form, altered


def _inserted(text: str, words: str, draw: random.Random, after: str | None) -> str | None:
    """The text with a paragraph more, below a heading that is drawn; not in the section that has the sentence already."""
    lines = text.split("\n")
    fenced, places = False, list[int]()
    held = -1
    start = 0
    for n, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
        if not fenced and re.match(r"#{2,3}\s|={2,3}\s", line) and n + 1 < len(lines) and not lines[n + 1].strip():
            places.append(n + 1)
            start = n + 1
        if after and held < 0 and after.split(" ")[0] in line and after[-25:] in _MARKS.sub("", line):
            held = start
    if not places and after is None:
        places = [n for n, line in enumerate(lines) if not line.strip()]
    places = [place for place in places if place != held]
    if not places or (after and held < 0):
        return None
    place = draw.choice(places)
    return "\n".join([*lines[:place], "", words, *lines[place:]])
