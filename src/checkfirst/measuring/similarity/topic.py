"""Is a document about what the set is said to be about? By the words of the configuration, or of the index's opening."""

from collections.abc import Mapping
from typing import Final

from checkfirst.measuring.text.content_words import WordCodes, codes_of, content_words
from checkfirst.model.set_measures import DocumentSummary, Topic

#: Documents that must be there to tell, and words of each.
_FEWEST, _FEWEST_WORDS = 4, 60
#: Share of the documents in which a word must stand to be what the set is about.
_SHARED: Final = 0.5
#: Such words needed; with one alone a document may well call the thing by another name.
_FEWEST_SHARED: Final = 2
#: Share of documents without any beyond which the words say nothing.
_MOST_MISSING: Final = 0.2


def measure_topic(
    documents: tuple[DocumentSummary, ...],
    index: DocumentSummary | None,
    about: str,
    language: str | None,
    vocabulary: Mapping[bytes, int],
) -> Topic | None:
    """The documents that share no word with the set's mission, where others do; ``None`` where nothing is said."""
    said = about or (f"{index.title or ''} {index.first_sentence}".strip() if index else "")
    asked = [
        d
        for d in documents
        if d.is_prose and d.words >= _FEWEST_WORDS and d.language in {language, None} and d is not index
    ]
    if not said or len(asked) < _FEWEST:
        return None
    reader = WordCodes(vocabulary)
    found = {d.path: {w for w in content_words(said) if reader.stands_in(w, codes_of(d))} for d in asked}
    shared = [w for w in content_words(said) if sum(w in words for words in found.values()) >= _SHARED * len(asked)]
    missing = tuple(path for path, words in found.items() if not words.intersection(shared))
    if len(shared) < _FEWEST_SHARED or len(missing) > _MOST_MISSING * len(asked):
        missing = ()
    source = "" if about or index is None else index.path
    return Topic(said=said, source=source, missing=missing, words=tuple(shared))
