"""Acronyms that specifications of a set use and that none of its documents explains."""

from collections.abc import Container, Iterable

from checkfirst.model.acronyms import UndefinedAcronym
from checkfirst.model.set_measures import DocumentSummary


def undefined_acronyms(
    documents: Iterable[DocumentSummary], vocabulary: Container[bytes]
) -> tuple[UndefinedAcronym, ...]:
    """The acronyms, that of most lines first, each where most lines use it.

    None of a set that says that its terms are explained elsewhere, nor any that the models learned as a word: documents of
    many sources use it.
    """
    documents = tuple(documents)
    if any(document.acronyms.elsewhere for document in documents):
        return ()
    told = frozenset(name for document in documents for name in document.acronyms.told)
    found: dict[str, UndefinedAcronym] = {}
    for document in documents:
        for used in document.acronyms.used:
            known = used.name in told or used.name.lower().encode() in vocabulary
            if not known and (used.name not in found or found[used.name].used.lines < used.lines):
                found[used.name] = UndefinedAcronym(path=document.path, used=used)
    return tuple(sorted(found.values(), key=lambda one: (-one.used.lines, one.used.name)))
