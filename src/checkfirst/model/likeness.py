"""Documents that are alike: copies, near-duplicates, versions, and texts that stand in another."""

from enum import StrEnum

from msgspec import Struct

from checkfirst.model.quotes import Quote


class DuplicateKind(StrEnum):
    """How the documents of a group are duplicates."""

    IDENTICAL = "identical"
    """Their bytes are equal."""
    SAME_TEXT = "same text"
    """Their texts are equal apart from white space and markup; layout or format differ."""
    SAME_WORDS = "same words"
    """Their words are equal; numbers, signs or letter case differ."""
    NEAR = "near"
    """They share most of their text."""
    VERSIONS = "versions"
    """They share most of their text, and their names or what they state of themselves show which is older."""


class Alike(StrEnum):
    """Why the documents of a group may be meant to be alike."""

    TRANSLATIONS = "translations"
    EDITIONS = "editions"
    """Each is in the folder of its own year or version, or old versions are kept on purpose."""
    SERIES = "series"
    """Their names or titles differ in numbers or dates alone, or longer names in one word."""
    LICENCES = "licences"
    TOOLS = "tools"
    """One for each of several agents or editors."""
    FOLDERS = "folders"
    """A file of the same name in each of several folders."""
    FORMATS = "formats"
    """A source and what is made from it."""


class TextDifference(StrEnum):
    """The most that two texts differ in."""

    NOTHING = "nothing"
    """They are equal apart from white space and markup."""
    CASE = "case"
    SIGNS = "signs"
    """Punctuation and other signs that belong to no number."""
    NUMBERS = "numbers"
    WORDS = "words"


class ChangeKind(StrEnum):
    """What a change of a few words is that may turn what a text says."""

    NUMBER = "number"
    UNIT = "unit"
    NEGATION = "negation"
    """One of the two denies what the other says."""
    OPERATOR = "operator"
    """"and" for "or", "at least" for "at most"."""
    OBLIGATION = "obligation"
    """"must" for "may"."""
    OPPOSITE = "opposite"
    """"allowed" for "forbidden"."""


class Change(Struct, frozen=True, kw_only=True):
    """A few words of a text in place of others in the text that it is compared with."""

    kind: ChangeKind
    before: str
    """In the original, with a word beside it where it needs one."""
    after: str
    """In the copy."""

    def __str__(self) -> str:
        """As people read it: ``30 → 45 seconds``."""
        return f"{self.before} → {self.after}"


class AlteredCopy(Struct, frozen=True, kw_only=True):
    """A document that wraps the text of another one in words of its own, and changes what that one says."""

    path: str
    original: str
    changes: tuple[Change, ...]
    lines: tuple[Quote, ...]
    """The first lines that were changed, each followed by that of the original."""


class Comparison(Struct, frozen=True, kw_only=True):
    """How the texts of two documents differ."""

    difference: TextDifference
    share: float
    """Jaccard similarity of their runs of five words, numbers as they are."""
    differing: int = 0
    """Number of lines of the first that the second lacks; 0 if the texts are wrapped differently."""
    lines: tuple[Quote, ...] = ()
    """The first of those lines, those that differ in numbers before others, each followed by the line of the second
    that differs from it in numbers alone, if there is one."""
    numbers: int = 0
    """How many numbers differ, if the words are the same."""
    examples: tuple[tuple[str, str], ...] = ()
    """The first of those numbers with the word that follows: in the first and in the second text."""
    changes: tuple[Change, ...] = ()
    """All places in which the texts differ, if each is a number, a unit, an operator, an obligation or a negation; else
    empty."""


class DuplicateGroup(Struct, frozen=True, kw_only=True):
    """Documents that are duplicates, near-duplicates or versions of one another."""

    paths: tuple[str, ...]
    """The original, or the newest version; then its closest copy, or the version before it; then the others."""
    likeness: DuplicateKind
    similarity: float
    """The least Jaccard similarity of runs of five words that connects the group, every digit taken for 0."""
    alike: Alike | None = None
    """Why they may be meant to be alike; ``None`` if no reason is seen."""
    likewise: tuple[tuple[str, ...], ...] = ()
    """Paths of further groups that are alike for the same reason."""
    named_as_copies: bool = False
    """Whether they are in one folder and their names differ only in what is added to the name of a copy."""
    in_doubt: bool = False
    """For versions: whether the older ones may be documents of their own."""
    comparison: Comparison | None = None
    """Of the second document (the copy) with the first; ``None`` if their texts were not compared."""


class ContainedDocuments(Struct, frozen=True, kw_only=True):
    """Documents whose text stands almost whole in a longer one."""

    holder: str
    """Path of the longer document."""
    paths: tuple[str, ...]
    """Paths of those that it holds, in order."""
    share: float
    """The least share of the runs of five words of one of them that the longer document has, every digit taken for 0."""
    changes: tuple[Change, ...] = ()
    """All places in which the only one of them differs from the longer one, if each is of a kind; else empty."""
