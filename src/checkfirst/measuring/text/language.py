"""Which language a text is in."""

from typing import Final

#: Characters looked at, from the start; and the distance above which the answer is not believed.
_SAMPLE: Final = 2_500
_FURTHEST: Final = 1_100


def detect_language(text: str) -> str | None:
    """ISO 639-1 code, or ``None`` where the text is too short or like no language known."""
    from resiliparse.parse.lang import detect_fast

    sample = text[:_SAMPLE]
    if len(sample.split()) < 12:
        return None
    language, _distance = detect_fast(sample, cutoff=_FURTHEST)
    return None if language == "unknown" else str(language)
