"""A text without its spaces, and one whose letters were all saved as question marks."""

from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.letters import count_letters

#: Letters of the shortest row that is no word. Not measured.
ROW: Final = 25
ROW_OF_LETTERS: Final = lazy_re.compile(rf"[A-Za-z]{{{ROW},}}")
#: Fewest letters in such rows, and the share of a text that they are. Not measured.
FEWEST_LETTERS, _ROWS_FROM = 300, 0.5
#: Letters that are looked at; of words that are looked for; share of the letters that such words cover; share of capitals in
#: rows that are names of a program. Not measured.
_LOOKED_AT, _SHORTEST, _LONGEST, _COVERED_FROM, _CAPITALS_BELOW = 800, 4, 14, 0.5, 0.06
#: A word of question marks; fewest of them, and their share of the words. Not measured.
_MARKS = lazy_re.compile(r"(?<!\S)\W{0,2}\?{2,}[.,;:!)\"'*_|-]{0,3}(?!\S)")
_FEWEST_MARKS, _MARKS_FROM = 20, 0.3


def lacks_spaces(text: str, long_words: list[str], known: frozenset[str]) -> bool:
    """Whether most of a text is rows of letters that are made of known words. ``known`` has them; ``long_words`` are those
    of the text that are long enough for a row."""
    if sum(map(len, long_words)) < FEWEST_LETTERS:
        return False
    letters = "".join(ROW_OF_LETTERS.findall(" ".join(long_words)))
    if len(letters) < FEWEST_LETTERS or len(letters) < _ROWS_FROM * count_letters(text):
        return False
    if sum(map(str.isupper, letters)) >= _CAPITALS_BELOW * len(letters):
        return False
    looked_at = letters[:_LOOKED_AT].lower()
    return _covered(looked_at, known) >= _COVERED_FROM * len(looked_at)


def _covered(letters: str, known: frozenset[str]) -> int:
    """The most letters that known words can cover, side by side."""
    best = [0] * (len(letters) + 1)
    for end in range(1, len(letters) + 1):
        words = (
            best[end - size] + size
            for size in range(_SHORTEST, min(_LONGEST, end) + 1)
            if letters[end - size : end] in known
        )
        best[end] = max(best[end - 1], *words, 0)
    return best[-1]


def is_mostly_question_marks(text: str) -> bool:
    """Whether many words are nothing but question marks, as letters are that an encoding lacks."""
    if text.count("??") < _FEWEST_MARKS:
        return False
    count = len(_MARKS.findall(text))
    return count >= _FEWEST_MARKS and count >= _MARKS_FROM * len(text.split())
