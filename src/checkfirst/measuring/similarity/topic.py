"""Documents off the stated topic of their set. The configuration states it, or title and first sentence of the
index."""

from collections.abc import Mapping
from typing import Final

from checkfirst.measuring.text.content_words import WordCodes, codes_of, content_words, with_digits
from checkfirst.measuring.text.function_words import FUNCTION_WORDS
from checkfirst.model.fit import Topic
from checkfirst.model.set_measures import DocumentSummary

#: Fewest documents of a set, and fewest words of a document, that are compared. Not measured.
_FEWEST, _FEWEST_WORDS = 4, 60
#: Share of the documents with a word of the statement from which the word belongs to the topic. Not measured.
_SHARED: Final = 0.5
#: Fewest words of a topic: for a single word, a document may use a synonym. Not measured.
_FEWEST_SHARED: Final = 2
#: Share of documents off the topic above which none is reported. Not measured.
_MOST_MISSING: Final = 0.2


def measure_topic(
    documents: tuple[DocumentSummary, ...],
    index: DocumentSummary | None,
    about: str,
    language: str | None,
    vocabulary: Mapping[bytes, int],
) -> Topic | None:
    """The stated topic with the documents that have none of its words.

    ``about`` is the statement of the configuration, ``index`` the principal index. ``None`` without a statement, or if
    too few documents can be compared.
    """
    statement = about or (f"{index.title or ''} {index.first_sentence}".strip() if index else "")
    compared = [
        d
        for d in documents
        if d.is_prose and d.words >= _FEWEST_WORDS and d.language in {language, None} and d is not index
    ]
    if not statement or len(compared) < _FEWEST:
        return None
    words = [word for word in content_words(statement) if word not in FUNCTION_WORDS.get(language or "", ())]
    reader = WordCodes(vocabulary)
    found = {d.path: {w for w in words if reader.occurs_in(w, codes_of(d))} for d in compared}
    shared = [w for w in words if sum(w in present for present in found.values()) >= _SHARED * len(compared)]
    missing = tuple(path for path, present in found.items() if not present.intersection(shared))
    if len(shared) < _FEWEST_SHARED or len(missing) > _MOST_MISSING * len(compared):
        missing = ()
    source = "" if about or index is None else index.path
    return Topic(source=source, missing=missing, words=with_digits(shared, statement))
