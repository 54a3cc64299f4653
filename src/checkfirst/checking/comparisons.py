"""Documents that are alike, compared word by word: their texts are read once more, for they were released."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from checkfirst.checking.document import text_of
from checkfirst.measuring.similarity.comparison import with_comparison
from checkfirst.measuring.similarity.wrapped import altered_copy, held
from checkfirst.model.likeness import AlteredCopy, ContainedDocuments, DuplicateKind
from checkfirst.model.set_measures import SetMeasures
from checkfirst.sources.interface import Listing

#: Groups of duplicates, and documents that stand in longer ones, whose texts are compared; each costs two readings.
MOST_COMPARED: Final = 50


def with_comparisons(measures: SetMeasures, listing: Listing) -> SetMeasures:
    """The measures, the first ``MOST_COMPARED`` groups of duplicates with a comparison of two of their texts."""
    groups = [g for g in measures.duplicates if g.likeness is not DuplicateKind.IDENTICAL][:MOST_COMPARED]
    contained = measures.contained[:MOST_COMPARED]
    texts = _texts(listing, {p for g in groups for p in g.paths[:2]} | {p for c in contained for p in _pair(c)})
    prose = {document.path for document in measures.documents if document.is_prose}
    return replace(
        measures,
        duplicates=tuple(
            with_comparison(g, texts[g.paths[1]], texts[g.paths[0]], prose=prose.issuperset(g.paths[:2]))
            if g in groups
            else g
            for g in measures.duplicates
        ),
        contained=tuple(_with_changes(c, texts) if c in contained else c for c in measures.contained),
        altered_copies=tuple(_altered(measures, texts, prose)),
    )


def _texts(listing: Listing, paths: set[str]) -> dict[str, str]:
    """The texts by path, read in the order of their paths, so that each archive is opened once."""
    found = {item.path: item for item in listing.found}
    return {path: text_of(found[path]) for path in sorted(paths)}


def _pair(contained: ContainedDocuments) -> tuple[str, str]:
    return contained.holder, contained.paths[0]


def _with_changes(contained: ContainedDocuments, texts: dict[str, str]) -> ContainedDocuments:
    """With what the longer document changes of the text that it holds, if it holds one alone."""
    if len(contained.paths) > 1:
        return contained
    found = held(texts[contained.holder], texts[contained.paths[0]])
    return replace(contained, changes=tuple(place.change for place in found.places)) if found else contained


def _altered(measures: SetMeasures, texts: dict[str, str], prose: set[str]) -> Iterator[AlteredCopy]:
    """Of documents that are nearly alike or stand in longer ones, those that wrap another and change its words."""
    near = [g.paths[:2] for g in measures.duplicates if g.likeness is DuplicateKind.NEAR and g.alike is None]
    for one, other in (*near, *map(_pair, measures.contained)):
        if not ({one, other} <= texts.keys() and {one, other} <= prose):
            continue
        # By words: a copy with other lines may have fewer blanks than what it copies.
        longer, shorter = sorted((one, other), key=lambda path: -len(texts[path].split()))
        found = altered_copy(longer, texts[longer], shorter, texts[shorter])
        if found:
            yield found
