"""Whether the file of an index entry is the one that the entry describes.

A network compares the words of the entry with title, headings and text of the file, and with those of the other
documents: titles need not be equal, if no other document matches better. Entries that name no subject are not judged.
"""

import re
from pathlib import PurePosixPath
from typing import Final

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.measuring.index.entry_match_features import EntryMatcher, EntryText
from checkfirst.measuring.index.entry_paths import is_named_by_path
from checkfirst.measuring.index.entry_spellings import spelled_otherwise
from checkfirst.measuring.index.entry_subjects import subject_words, with_subjects, without_conventions
from checkfirst.measuring.models.networks import yes_probabilities
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.content_words import content_words, forms, plain_title, with_digits
from checkfirst.model.entries import BrokenPromise, Entry
from checkfirst.model.languages import LEARNED_LANGUAGES
from checkfirst.model.project_files import PROJECT_FILES
from checkfirst.model.set_measures import DocumentSummary

#: Fewest words of a file that is judged. The weights were learned with it; not measured.
FEWEST_WORDS: Final = 60
#: Most entries that are judged, and most documents that each is compared with; in larger sets the first ones. They
#: bound the time.
_MOST_ENTRIES, _MOST_DOCUMENTS = 1_000, 400
#: Probability from which another file is given as the one that was meant. Not measured.
_FITS_FROM: Final = 0.8
#: Threshold for an entry whose file has none of the words of its title, and fewest words of such a title. If the
#: letters of the two titles are more similar than the last number, the words may only be spelled differently, and the
#: learned threshold applies. Not measured.
_DISJOINT_LIMIT: Final = 0.5
_FEWEST_DISJOINT: Final = 2
_SPELLED_ALIKE: Final = 0.3
#: Words of an entry of which at least one is in its file, unless it is another file. Not measured.
_MANY_WORDS: Final = 4
#: What shows that a file is another if no file is the one that was meant: a probability up to the first, or a greater
#: share of the title's words that the file lacks than the second. Chosen on ``python -m benchmarks.promises --data DIR``.
_EVIDENT: Final = 0.0075
_MOST_MISSING: Final = 0.5
#: Probability from which a file is the one that an entry of its own describes. Not measured.
_OWN: Final = 0.5
#: Upper bound of ``BrokenPromise.kept``, so that no finding has a confidence below .95: the network gives higher
#: probabilities to some entries below its threshold, though few of those are about their file. Not measured.
_MOST_KEPT: Final = 0.05
#: Words for its subject up to which an entry is short: "Basics", "Concepts". Not measured.
_FEW_WORDS: Final = 1

#: Letters of scripts that write words without spaces between them: the words of such a title are not known.
_UNSPACED: Final = lazy_re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")

#: Link texts that say nothing of what they lead to.
_GENERIC = lazy_re.compile(
    r"(?:(?:additional|more|further|other|related) (?:info|information|details|reading|resources|documentation|documents|links)"
    r"|(?:learn|read|see|find out|show)(?: more)?|more|details|here|click here|link|docs?|documentation|this (?:page|document|link|file)"
    r"|mehr(?: erfahren| dazu)?|weitere informationen|hier|details|en savoir plus|voir|ici|más información|leer más|aquí|ver más"
    r"|maggiori informazioni|leggi|saiba mais|ler mais|meer informatie|lees meer|więcej)",
    re.IGNORECASE,
)


def broken_promises(
    documents: tuple[DocumentSummary, ...], entries: tuple[Entry, ...], weights: Weights
) -> tuple[BrokenPromise, ...]:
    """The entries whose file is not the one they describe, each with the file that is, if there is one."""
    by_path = {d.path: d for d in documents}
    named = with_subjects(entries)
    judged = [
        entry for entry in named if _can_be_judged(entry, by_path.get(entry.listed or ""), by_path.get(entry.index))
    ][:_MOST_ENTRIES]
    if not judged:
        return ()
    compared = _compared(documents, judged)
    texts = [EntryText(entry.title, entry.description) for entry in judged]
    matcher = EntryMatcher(compared, texts, weights.vocabulary)
    rows = {d.path: n for n, d in enumerate(compared)}
    judgements = [_judged(entry, text, matcher, rows, weights) for entry, text in zip(judged, texts, strict=True)]
    odd = without_conventions([j.entry for j in judgements if not j.fits], judged)
    judged_paths = {j.entry.listed for j in judgements}
    fitted = {j.entry.listed for j in judgements if j.chance > _OWN} | {
        entry.listed for entry in entries if entry.listed not in judged_paths
    }
    broken = []
    for judgement in (j for j in judgements if j.entry in odd):
        if judgement.entry.listed in fitted:
            # Another entry of the file fits it, so this one speaks of a part of it.
            continue
        best = compared[judgement.best].path if judgement.best is not None else None
        # A file that has a fitting entry of its own is not the one that another entry meant.
        fitting = best if best not in fitted else None
        if fitting is None and not judgement.evident:
            continue
        row = rows[judgement.entry.listed or ""]
        if best and _are_translations(compared[row], compared[judgement.best or 0]):
            continue
        missing = with_digits(judgement.missing, f"{judgement.entry.title}\n{judgement.entry.description}")
        if _opens_title(judgement.entry.title, missing, compared[row].title or ""):
            continue
        if _is_said_otherwise(judgement, missing, compared[row].title or ""):
            continue
        if not missing and _is_named_as(judgement.entry):
            # A file that has its entry for a name, and all its words in its text, goes by a longer title.
            continue
        if not missing and fitting is None and _is_titled(judgement.entry, compared[row].title or ""):
            continue
        broken.append(
            BrokenPromise(
                entry=judgement.entry,
                missing=missing,
                called=compared[row].title or "",
                kind=compared[row].kind.kind,
                fitting=fitting,
                absent=judgement.absent,
                is_short=_is_short(judgement.entry),
                all_said=not missing and fitting is None,
                kept=round(min(judgement.chance, _MOST_KEPT), 4),
            )
        )
    return tuple(broken)


def _are_translations(document: DocumentSummary, other: DocumentSummary) -> bool:
    """Whether two files of one name, in folders of their own, are in different languages: an entry may be in either."""
    same = PurePosixPath(document.path).name == PurePosixPath(other.path).name and document.path != other.path
    return same and document.language != other.language


def _is_said_otherwise(judgement: "_Judgement", missing: tuple[str, ...], title: str) -> bool:
    """Whether the file's title has words of the entry in another spelling, so that it lacks few of them."""
    known = spelled_otherwise(missing, title)
    left = tuple(m for m, word in zip(judgement.missing, missing, strict=True) if word.lower() not in known)
    return bool(known) and not _lacks_subject(EntryText(judgement.entry.title, judgement.entry.description), left)


def _is_named_as(entry: Entry) -> bool:
    """Whether the title of an entry is the name of its file without the suffix."""
    return plain_title(entry.title) == plain_title(PurePosixPath(entry.listed or "").stem)


def _is_titled(entry: Entry, title: str) -> bool:
    """Whether the title of a file has all words of its entry's title, as "Baseline for Power Apps" has of "Power Apps"."""
    words = content_words(entry.title)
    said = {form for word in content_words(title) for form in forms(word)}
    return bool(words) and all(not said.isdisjoint(forms(word)) for word in words)


def _opens_title(title: str, missing: tuple[str, ...], called: str) -> bool:
    """Whether the words before the brackets of an entry are those with which its file's title begins, and the file has most
    words of the entry: "Cash (incl. vaults)" is "Cash Policy"."""
    head, bracket, _ = title.partition("(")
    words = content_words(head)
    has_most = len(missing) <= _MOST_MISSING * len(content_words(title))
    return bool(bracket and words) and has_most and content_words(called)[: len(words)] == words


def _is_short(entry: Entry) -> bool:
    """Whether an entry has one word for its subject, or none."""
    words = [word for word in subject_words(f"{entry.title} {entry.description}") if not word.isdigit()]
    return len(words) <= _FEW_WORDS


class _Judgement(Struct, frozen=True):
    """What the network says of one entry."""

    entry: Entry
    chance: float
    """Probability that the file is the one that the entry describes."""
    fits: bool
    missing: tuple[str, ...]
    """Words of the entry that the file lacks."""
    evident: bool
    """Whether the file alone shows that it is another, even if no other file is the one that was meant."""
    absent: bool
    """Whether the file has none of the words of the entry, which are many."""
    best: int | None
    """The row of the other document that matches the entry, if one does."""


def _judged(entry: Entry, text: EntryText, matcher: EntryMatcher, rows: dict[str, int], weights: Weights) -> _Judgement:
    chances = yes_probabilities(matcher.features(text), weights.entry_match.network)
    row = rows[entry.listed or ""]
    missing = _missing(text, matcher, row)
    disjoint = _is_disjoint(text, missing) and float(matcher.name_similarity(text)[row]) < _SPELLED_ALIKE
    others = chances.copy()
    others[[row, *([rows[entry.index]] if entry.index in rows else [])]] = 0
    best = int(others.argmax())
    return _Judgement(
        entry=entry,
        chance=float(chances[row]),
        fits=bool(chances[row] > (_DISJOINT_LIMIT if disjoint else weights.entry_match.threshold)),
        missing=missing,
        evident=bool(chances[row] <= _EVIDENT or _lacks_subject(text, missing)),
        absent=len(missing) == sum(map(len, text.words)) >= _MANY_WORDS,
        best=best if others[best] >= _FITS_FROM else None,
    )


def _missing(text: EntryText, matcher: EntryMatcher, row: int) -> tuple[str, ...]:
    """Words of the entry that the document in ``row`` has in none of their forms."""
    title, more = text.words
    return tuple(w for w in (*title, *more) if not matcher.counts[row, matcher.columns[w]])


def _is_disjoint(text: EntryText, missing: tuple[str, ...]) -> bool:
    """Whether the entry's title has enough words, and the file has none of them."""
    title, _ = text.words
    return len(title) >= _FEWEST_DISJOINT and set(title) <= set(missing)


def _lacks_subject(text: EntryText, missing: tuple[str, ...]) -> bool:
    """Whether the file lacks most words of the title, or every word of the entry where the title has only one.

    One word may be there under another name.
    """
    title, more = text.words
    if len(title) < _FEWEST_DISJOINT:
        return len(missing) == len(title) + len(more) > 0
    return len(set(title) & set(missing)) > _MOST_MISSING * len(title)


def _can_be_judged(entry: Entry, listed: DocumentSummary | None, index: DocumentSummary | None) -> bool:
    """Whether the entry's file is a document of prose in English with enough words, and the title is not its name."""
    return (
        listed is not None
        and listed.path != entry.index
        and listed.fingerprint is not None
        and listed.words >= FEWEST_WORDS
        and listed.entries is None
        and listed.language in LEARNED_LANGUAGES
        and (index is None or index.language in LEARNED_LANGUAGES)
        and plain_title(entry.title)
        not in {"", plain_title(PurePosixPath(listed.path).name), plain_title(entry.target)}
        and not _is_name_of_person(entry.title, PurePosixPath(listed.path).stem)
        and "#" not in entry.target
        and not _UNSPACED.search(entry.title)
        and not (_GENERIC.fullmatch(entry.title.strip(" .:…")) and not entry.description)
        and not is_named_by_path(entry, listed)
        and not PROJECT_FILES.match(PurePosixPath(listed.path).name)
    )


def _is_name_of_person(title: str, name: str) -> bool:
    """Whether a title may be a person's name, and a file has it in one word: what a person wrote has any title."""
    words = title.split()
    return len(words) > 1 and all(word[0].isupper() for word in words) and "".join(words).lower() == name.lower()


def _compared(documents: tuple[DocumentSummary, ...], judged: list[Entry]) -> list[DocumentSummary]:
    """The files of the entries, and other documents up to ``_MOST_DOCUMENTS``."""
    paths = {entry.listed for entry in judged}
    listed = [d for d in documents if d.path in paths]
    others = [d for d in documents if d.path not in paths and d.is_prose and d.fingerprint and d.entries is None]
    return [*listed, *others[: max(0, _MOST_DOCUMENTS - len(listed))]]
