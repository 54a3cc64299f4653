"""The language of a text."""

from typing import Final

#: Number of first characters that are classified. Not measured.
_SAMPLE: Final = 2_500
#: Largest distance between the text and the profile of its language; resiliparse's documentation calls
#: answers above 1,200 mostly false. Not measured.
_FURTHEST: Final = 1_100
#: Fewest words of a text whose language is detected. Not measured.
_FEWEST_WORDS: Final = 12


def detect_language(text: str) -> str | None:
    """ISO 639-1 code, or ``None`` for a text that is too short or that is far from every known language."""
    from resiliparse.parse.lang import detect_fast

    sample = text[:_SAMPLE]
    if len(sample.split()) < _FEWEST_WORDS:
        return None
    language, _distance = detect_fast(sample, cutoff=_FURTHEST)
    return None if language == "unknown" else str(language)
