"""What is kept of a set. It is read from a file and written to one, so it consists of what JSON has."""

from typing import Final, TypedDict

#: The version of this form: a file of another one is not read.
FORM: Final = 5
#: Size, times of change in nanoseconds, inode and mode of a file or folder; ``None`` where there is none.
Stamp = list[int] | None
#: Folders, each with its stamp and those of its names that matter.
Above = dict[str, tuple[Stamp, list[str]]]


class Quote(TypedDict):
    """A line that proves a row."""

    path: str
    line: int
    quote: str


class Row(TypedDict):
    """What is said of one document, of a missing file or of the set, from the worst to the least."""

    path: str
    """Relative to the root; ``.`` for the set."""
    severity: str
    status: str
    text: str
    """What the document is, in words that follow its name; the message of a finding where nothing is claimed."""
    confidence: float
    line: int | None
    codes: list[str]
    quotes: list[Quote]
    help: str
    stops: bool
    """Whether a claim of error stands on it."""
    behind: list[str]
    """The findings that this rests on, as ``checkfirst accept`` takes them: ``CODE:PATH``, relative to the root."""
    is_page: bool
    """Whether page chrome or comments surround its text."""
    since: int
    """When this was first said of the document, in nanoseconds; a row that says something else is a new one."""


class State(TypedDict):
    """All that is kept of one set."""

    key: list[str]
    """The form, the folder that names are relative to, the purpose (empty for that of the configuration), and the paths of
    the set."""
    code: str
    """The state of checkfirst's own files."""
    looked: int
    """When the look at the set began, in nanoseconds since the epoch."""
    settled: bool
    """Whether the stamps can be relied on: nothing had changed just before they were taken, and all was read."""
    stamps: dict[str, Stamp]
    """The files and folders on which the result depends, by absolute path."""
    above: Above
    """The folders above the set in which something may appear that decides about it."""
    deciding: str
    """The pattern of names that decide."""
    root: str
    """Absolute path that the paths of rows are relative to."""
    ready: bool
    headline: str
    """The verdict with its reason, in one line; words of documents in quotes."""
    documents: int
    rows: list[Row]


class Sessions(TypedDict):
    """What sessions of agents were told of one set."""

    key: list[str]
    """The key of the set, and a word."""
    times: dict[str, int]
    """The time of the newest row that each was told, in nanoseconds; the session that was told last is the last one."""
