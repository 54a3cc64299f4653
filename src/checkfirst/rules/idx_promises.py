"""IDX: whether files are what the entries of the index say of them."""

from collections.abc import Iterator

from checkfirst.measuring.content.versions import is_date
from checkfirst.model.finding import Severity
from checkfirst.model.rule import Hit, rule
from checkfirst.model.set_measures import Promise
from checkfirst.model.views import SetView
from checkfirst.rules.sample_series import GARDEN, LEDGER_SERIES
from checkfirst.rules.samples import SPECIFICATION

_PROMISED = (
    "# Documents\n\n- [Ledger storage](ledger.md): what is kept\n- [Clock protocol](clock.md): who tells the time\n"
)
_VERSIONED = "# Documents\n\n- [Clock protocol v3](clock.md): who tells the time\n"
_CLOCK = LEDGER_SERIES["clock.md"]


def _promise_hit(promise: Promise, message: str) -> Hit:
    entry = promise.entry
    return Hit(message=message, evidence=(entry.quote,), confidence=round(1 - promise.kept, 2), path=entry.index)


def _listed_as(promise: Promise) -> str:
    called = f", but its title is {promise.called!r}" if promise.called else ""
    return f"lists {promise.entry.path} as {promise.entry.title!r}{called}"


def _shown(version: tuple[int, ...]) -> str:
    """``version 2.1``, or ``of 2026-05-01``."""
    if is_date(version):
        return "of " + "-".join(f"{part:02}" for part in version)
    return "version " + ".".join(map(str, version))


def _missing(promise: Promise) -> str:
    return f"; nothing in it says: {', '.join(promise.missing[:6])}" if promise.missing else ""


@rule(
    code="IDX004",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=(
        {"INDEX.md": _PROMISED, "ledger.md": GARDEN, "clock.md": _CLOCK},
        {"INDEX.md": _VERSIONED, "clock.md": _CLOCK.replace("protocol\n", "protocol v2\n", 1)},
    ),
    silent=(
        {"INDEX.md": _PROMISED, "ledger.md": SPECIFICATION, "clock.md": _CLOCK},
        {"INDEX.md": _VERSIONED, "clock.md": _CLOCK.replace("protocol\n", "protocol v3.1\n", 1)},
    ),
)
def promise_not_kept(view: SetView) -> Iterator[Hit]:
    """The file is about something else than its entry in the index says.

    Readers who go by the index take the file for what it is not, or never look into it.

    Look at the file, put the right one in its place, or correct the entry.
    """
    for promise in view.measures.promises:
        if promise.fitting is None:
            yield _promise_hit(promise, f"{_listed_as(promise)}{_missing(promise)}")
    for other in view.measures.other_versions:
        entry = other.entry
        wanted, found = _shown(other.wanted), _shown(other.found)
        message = f"lists {entry.path} as {wanted}, but it says that it is {found}"
        yield Hit(message=message, evidence=(entry.quote,), confidence=0.95, path=entry.index)


@rule(
    code="IDX005",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=(
        {
            "INDEX.md": _PROMISED.replace("ledger.md", "roses.md"),
            "roses.md": GARDEN,
            "ledger-storage.md": SPECIFICATION,
        },
    ),
    silent=({"INDEX.md": _PROMISED, "ledger.md": SPECIFICATION, "clock.md": _CLOCK},),
)
def promise_kept_elsewhere(view: SetView) -> Iterator[Hit]:
    """Another file of the set bears the name that the entry gives to this one.

    Most often two entries were mixed up, or a file was renamed and the index was not.

    Let the entry lead to the file that fits it.
    """
    for promise in view.measures.promises:
        if promise.fitting is not None:
            yield _promise_hit(promise, f"{_listed_as(promise)}; {promise.fitting} looks like it")


RULES = (promise_not_kept, promise_kept_elsewhere)
