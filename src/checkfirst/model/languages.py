"""The language that the learned models know."""

from typing import Final

#: ISO 639-1 code of the language of the texts from which all weights were learned.
ENGLISH: Final = "en"
#: Languages of the documents that learned models judge; ``None`` is an unknown language.
LEARNED_LANGUAGES: Final = frozenset({ENGLISH, None})
