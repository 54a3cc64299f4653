"""Whether a text was read off a picture and came out wrong: its commonest words are misread, or run together.

The words that hold sentences together are a third of every text, and everybody spells them right. Code, identifiers, old
spelling and other languages have none of their misread forms.
"""

import re
from collections import Counter
from functools import cache
from typing import Final

import numpy as np

from checkfirst.core import WordTable, count_tokens, word_table
from checkfirst.measuring.content.wrong_words import WrongWords
from checkfirst.measuring.text.function_words import FUNCTION_WORDS
from checkfirst.measuring.text.vocabulary import Vocabulary, known_words

#: Letters that are taken for others, in both directions.
_ALIKE: Final = (
    ("h", "b"), ("e", "c"), ("l", "1"), ("i", "1"), ("i", "l"), ("o", "0"), ("m", "rn"), ("m", "ni"), ("h", "li"), ("n", "ii"),
    ("n", "u"), ("w", "vv"), ("d", "cl"), ("t", "f"), ("t", "l"), ("s", "5"), ("i", "j"), ("a", "u"), ("h", "ii"), ("y", "v"),
)  # fmt: skip
_LANGUAGES: Final = ("en", "de", "fr", "es", "it", "nl", "pt")
_ALL: Final = frozenset().union(*FUNCTION_WORDS.values())
#: Fewest words; share of function words of the text's language from which it is running prose of it. Not measured.
_FEWEST_WORDS, _PROSE_FROM = 80, 0.12
#: Share of misread words among the function words of a text, fewest of them, and fewest different ones, in English and in
#: languages whose other words are not known. Not measured.
_SHARE_FROM, _FEWEST, _DIFFERENT, _DIFFERENT_ELSEWHERE = 0.025, 6, 5, 8
#: Times that one misread word counts at most. Not measured.
_OFTEN: Final = 3
#: Letters of the shortest word that may be misread. Not measured.
_SHORTEST: Final = 3


def find_misread(text: str, vocabulary: Vocabulary) -> WrongWords | None:
    """The misread words of a text; ``None`` for one that was not misread. ``vocabulary`` has the words that are known."""
    table, groups = _function_words()
    of_numbers, times = count_tokens(text, table, vocabulary.table)
    counts = np.frombuffer(of_numbers, dtype=np.int64).tolist()
    total = sum(counts) + sum(times.values())
    if total < _FEWEST_WORDS:
        return None
    right = {code: sum(counts[n] for n in numbers) for code, numbers in groups.items()}
    for word, number in times.items():
        if (lower := word.lower()) in _ALL:
            for code in _LANGUAGES:
                right[code] += number if lower in FUNCTION_WORDS[code] else 0
    language = max(right, key=lambda code: right[code])
    if right[language] < _PROSE_FROM * total:
        return None
    # In the order of their first appearance. Words that were counted by number are right.
    known = known_words(vocabulary)
    wrong = [word for word in times if _is_misread(word, language, known)]
    # A name that looks like a misread word comes again and again; misreadings differ.
    often = Counter[str]()
    for word in wrong:
        often[word.lower()] += times[word]
    count = sum(min(number, _OFTEN) for number in often.values())
    enough = count >= _FEWEST and len(often) >= (_DIFFERENT if language == "en" else _DIFFERENT_ELSEWHERE)
    if not enough or count < _SHARE_FROM * (count + right[language]):
        return None
    misread = sum(times[word] for word in wrong)
    return WrongWords(wrong[0], misread / (misread + right[language]))


@cache
def _function_words() -> tuple[WordTable, dict[str, tuple[int, ...]]]:
    """A table of all function words, of which those of the same languages have one number; and each language's numbers."""
    by_languages: dict[tuple[str, ...], list[bytes]] = {}
    for word in sorted(_ALL):
        languages = tuple(code for code in _LANGUAGES if word in FUNCTION_WORDS[code])
        by_languages.setdefault(languages, []).append(word.encode())
    table = {word: n for n, words in enumerate(by_languages.values(), start=1) for word in words}
    return word_table(table), {
        code: tuple(n for n, languages in enumerate(by_languages, start=1) if code in languages) for code in _LANGUAGES
    }


def _is_misread(word: str, language: str, known: frozenset[str]) -> bool:
    """Whether a word is a function word that came out wrong."""
    lower, own = word.lower(), FUNCTION_WORDS[language]
    if lower in own:
        return len(word) > 1 and not (word.islower() or word.isupper() or word.istitle())
    if lower in _ALL or lower in known:
        return False
    # Only of English enough words are known to tell two run together from one: German "wieder" is none of "wie der".
    together = language == "en" and _is_run_together(lower, own)
    return together or lower in _misreadings(language)


def _is_run_together(word: str, own: frozenset[str]) -> bool:
    """Whether a word is two function words without a space."""
    return len(word) > _SHORTEST + 1 and any(word[:n] in own and word[n:] in own for n in range(2, len(word) - 1))


@cache
def _misreadings(language: str) -> frozenset[str]:
    """What the function words of a language become when letters of one are taken for others."""
    pairs = [*_ALIKE, *((wrong, right) for right, wrong in _ALIKE)]
    found = set()
    for word in FUNCTION_WORDS[language]:
        for right, wrong in pairs:
            for match in re.finditer(right, word):
                made = word[: match.start()] + wrong + word[match.end() :]
                # Misread by a letter, a short word is another one; with a digit in it, it is none.
                if min(len(made), len(word)) >= _SHORTEST or (len(word) > 1 and any(map(str.isdigit, wrong))):
                    found.add(made)
    return frozenset(found - _ALL)
