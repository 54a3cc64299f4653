"""Does the file fit what the index says of it? The words of the entry beside the file's title, headings and text.

Titles need not match: what counts is how well the file fits beside how well others of the set do. An entry without
words that say anything is not judged.
"""

from pathlib import PurePosixPath
from typing import Final

from checkfirst.measuring.index.entry_match_features import EntryMatcher, EntryText
from checkfirst.measuring.models.networks import yes_probabilities
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.similarity.outliers import PROJECT_FILES
from checkfirst.measuring.text.content_words import plain_title
from checkfirst.model.set_measures import BrokenPromise, DocumentSummary, Entry

#: Words of a file that must be there to be told by.
FEWEST_WORDS: Final = 60
#: Entries that are judged, and documents that each is held against; in larger sets the first of them by path.
_MOST_ENTRIES, _MOST_DOCUMENTS = 1_000, 400
#: Probability from which another file is named as the one that was meant.
_FITS_FROM: Final = 0.8
#: Where nothing that an entry's title says stands in the file, the net need not be sure; words of the title for that, and
#: likeness of the titles' letters from which the words were only written together or apart.
_DISJOINT_LIMIT: Final = 0.5
_FEWEST_DISJOINT: Final = 2
_SPELLED_ALIKE: Final = 0.3
#: No promise is called broken with less confidence: among those called so, so many at most are kept.
_SURE: Final = 0.05


def broken_promises(
    documents: tuple[DocumentSummary, ...], entries: tuple[Entry, ...], weights: Weights
) -> tuple[BrokenPromise, ...]:
    """Entries whose file does not fit them, with the file that does, where there is one."""
    by_id = {d.path: d for d in documents}
    judged = [entry for entry in entries if _can_be_judged(entry, by_id.get(entry.path or ""))][:_MOST_ENTRIES]
    if not judged:
        return ()
    held = _held_against(documents, judged)
    claims = [EntryText(entry.title, entry.description) for entry in judged]
    shelf = EntryMatcher(held, claims, weights.vocabulary)
    place = {d.path: n for n, d in enumerate(held)}
    limit = weights.entry_match.threshold
    found = []
    for entry, claim in zip(judged, claims, strict=True):
        chances = yes_probabilities(shelf.features(claim), weights.entry_match.network)
        own = place[entry.path or ""]
        missing = _missing(claim, shelf, own)
        disjoint = _is_disjoint(claim, missing) and float(shelf.name_similarity(claim)[own]) < _SPELLED_ALIKE
        if chances[own] > (_DISJOINT_LIMIT if disjoint else limit):
            continue
        others = chances.copy()
        others[[own, *([place[entry.index]] if entry.index in place else [])]] = 0
        best = int(others.argmax())
        found.append(
            BrokenPromise(
                entry=entry,
                missing=missing,
                called=held[own].title or "",
                fitting=held[best].path if others[best] >= _FITS_FROM else None,
                kept=round(float(min(chances[own], _SURE)), 4),
            )
        )
    return tuple(found)


def _missing(claim: EntryText, shelf: EntryMatcher, document: int) -> tuple[str, ...]:
    """Words of the entry that the document does not have in any form."""
    title, more = claim.words
    return tuple(w for w in (*title, *more) if not shelf.counts[document, shelf.numbers[w]])


def _is_disjoint(claim: EntryText, missing: tuple[str, ...]) -> bool:
    """Whether nothing that the entry's title says stands in the file, and it says enough to tell by."""
    title, _ = claim.words
    return len(title) >= _FEWEST_DISJOINT and set(title) <= set(missing)


def _can_be_judged(entry: Entry, listed: DocumentSummary | None) -> bool:
    return (
        listed is not None
        and listed.path != entry.index
        and listed.fingerprint is not None
        and listed.words >= FEWEST_WORDS
        and listed.entries is None
        and listed.language in {"en", None}
        and plain_title(entry.title)
        not in {"", plain_title(PurePosixPath(listed.path).name), plain_title(entry.target)}
        and "#" not in entry.target
        and not PROJECT_FILES.match(PurePosixPath(listed.path).name)
    )


def _held_against(documents: tuple[DocumentSummary, ...], judged: list[Entry]) -> list[DocumentSummary]:
    """The files of the entries, and other texts of the set."""
    listed = {entry.path for entry in judged}
    own = [d for d in documents if d.path in listed]
    others = [d for d in documents if d.path not in listed and d.is_prose and d.fingerprint and d.entries is None]
    return [*own, *others[: max(0, _MOST_DOCUMENTS - len(own))]]
