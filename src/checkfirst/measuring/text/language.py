"""Which language the prose of a document is in: by its script, then by its function words."""

from collections import Counter
from typing import Final

import numpy as np

from checkfirst import lazy_re
from checkfirst.measuring.text.function_words import FUNCTION_WORDS
from checkfirst.measuring.text.letters import count_letters

#: Letters of prose that are looked at; more change no answer.
SAMPLE: Final = 3_000
#: Letters without which nothing is said.
_FEWEST_LETTERS: Final = 60
#: Share of the letters in one script from which a text is written in it.
_SCRIPT_FROM: Final = 0.6
#: Share of Japanese letters that are kana at least: the rest of its text may be ideographs.
_KANA_FROM: Final = 0.1
#: Words, and the share of function words among them, without which a text is no running prose of a language.
_FEWEST_WORDS, _SHARE_FROM = 12, 0.16
#: Different function words, and their share of two letters and more: formulas are full of single letters. Not measured.
_FEWEST_DIFFERENT, _LONG_FROM = 4, 0.5
#: Share of Chinese, Japanese and Korean letters, each of which says as much as several others, from which a text is of
#: two languages. Not measured.
_MIXED_FROM: Final = 0.1
#: How many times the function words of the next language a language must have.
_AHEAD: Final = 1.25
#: First and last letters of the ranges of each script (Unicode's blocks); no two have one in common.
_SCRIPTS: Final = {
    "latin": "A-Z a-z À-ɏ Ḁ-ỿ",
    "cyrillic": "\u0400-\u052f",
    "greek": "\u0370-\u03ff \u1f00-\u1fff",
    "han": "\u3400-\u4dbf \u4e00-\u9fff",
    "kana": "\u3040-\u30ff",
    "hangul": "\uac00-\ud7af \u1100-\u11ff",
    "arabic": "\u0600-\u06ff",
    "hebrew": "\u0590-\u05ff",
    "devanagari": "\u0900-\u097f",
    "thai": "\u0e00-\u0e7f",
}
_RANGES: Final = sorted((ord(r[0]), ord(r[-1]), name) for name, ranges in _SCRIPTS.items() for r in ranges.split())
_NAMES: Final = tuple(name for _, _, name in _RANGES)
_EDGES: Final = np.array([edge for first, last, _ in _RANGES for edge in (first, last + 1)], dtype=np.uint32)
#: Languages by script, where the script says it alone.
_ALONE: Final = {"hangul": "ko", "hebrew": "he", "thai": "th"}
#: The languages of which each function word is one.
_LANGUAGES_OF: Final = {
    word: tuple(code for code, listed in FUNCTION_WORDS.items() if word in listed)
    for word in frozenset().union(*FUNCTION_WORDS.values())
}
_WORD = lazy_re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def detect_language(prose: str) -> str | None:
    """ISO 639-1 code of a text without markup and code; ``None`` where it can't be told.

    Short texts, lists of names and identifiers, and scripts that several languages share have no answer.
    """
    sample = prose[:SAMPLE]
    if sample.isascii():
        return _by_words(sample) if count_letters(sample) >= _FEWEST_LETTERS else None
    codes = np.frombuffer(sample.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    counts = np.bincount(_EDGES.searchsorted(codes, side="right"), minlength=len(_EDGES) + 1).tolist()
    # Between the first and the last letter of a range, edges are passed an odd number of times.
    letters = dict.fromkeys(_SCRIPTS, 0)
    for number, name in enumerate(_NAMES):
        letters[name] += counts[2 * number + 1]
    total = sum(letters.values())
    wide = letters["han"] + letters["kana"]
    if total + 2 * (wide + letters["hangul"]) < _FEWEST_LETTERS:
        return None
    if wide >= _SCRIPT_FROM * total:
        return "ja" if letters["kana"] >= _KANA_FROM * wide else "zh"
    written = wide + letters["hangul"]
    if written >= _FEWEST_LETTERS and written >= _MIXED_FROM * total and letters["hangul"] < _SCRIPT_FROM * total:
        # A text of two languages, or one with much code: it is in neither alone.
        return None
    script = max(letters, key=lambda name: letters[name])
    if letters[script] < _SCRIPT_FROM * total:
        return None
    return _ALONE.get(script) or (_by_words(sample) if script in {"latin", "cyrillic", "greek"} else None)


def _by_words(text: str) -> str | None:
    """The language whose function words the text is full of, where no other comes near."""
    words = _WORD.findall(text.lower().replace("’", "'"))
    if len(words) < _FEWEST_WORDS:
        return None
    times = Counter(words)
    counts: dict[str, int] = {}
    function_words = [(word, codes) for word in times if (codes := _LANGUAGES_OF.get(word))]
    for word, codes in function_words:
        for code in codes:
            counts[code] = counts.get(code, 0) + times[word]
    # Of equal ones, the first that was met comes first.
    (language, best), (_, second) = (*Counter(counts).most_common(2), ("", 0), ("", 0))[:2]
    sure = best >= _SHARE_FROM * len(words) and best >= _AHEAD * second
    told = {word: times[word] for word, codes in function_words if language in codes}
    return language if sure and _is_varied(told) else None


def _is_varied(told: dict[str, int]) -> bool:
    """Whether the function words of a text are those of running prose, not a few letters of formulas and labels. ``told``
    says how often each comes."""
    long = sum(number for word, number in told.items() if len(word) > 1)
    return len(told) >= _FEWEST_DIFFERENT and long >= _LONG_FROM * sum(told.values())
