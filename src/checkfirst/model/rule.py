"""A rule: a function from what was measured to hits, with its code and its words."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from checkfirst.model.finding import Data, Severity
from checkfirst.model.location import TextSpan
from checkfirst.model.measures import Quote
from checkfirst.model.needs import Needs, complete
from checkfirst.model.views import DocumentView, SetView

View = TypeVar("View", DocumentView, SetView)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A line that a message names; the engine puts the file's own line in its place."""

    span: TextSpan
    path: str | None = None
    """The document, where it is another one than the finding's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a rule says; the engine makes the finding of it, with code, name and place."""

    message: str | tuple[str | Mention, ...]
    """For people. A tuple is joined, with the places that it mentions."""
    evidence: tuple[Quote, ...]
    """The first is the primary place. Lines of ``path``, unless a quote names its own document."""
    confidence: float
    span: TextSpan | None = None
    """The place, where it is wider than the primary evidence."""
    path: str | None = None
    """For rules about the set: the document; ``None`` is the set itself."""
    severity: Severity | None = None
    """Where one hit weighs less than the rule."""
    related: tuple[str, ...] = ()
    """Other files of the set that it names, by path; one that is missing, too."""
    data: Data = ()
    """What programs need of the message; ``facts`` makes it."""


def facts(**named: str | int | float | tuple[str, ...] | None) -> Data:
    """The data of a hit, in the order of the names, without what is ``None`` or empty."""
    return tuple(sorted((name, value) for name, value in named.items() if value is not None and value not in ("", ())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[View]):
    """One defect that checkfirst can name."""

    code: str
    name: str
    sees: type[View]
    severity: Severity
    since: str
    preview: bool
    needs: frozenset[Needs]
    """What it reads that takes time to measure."""
    whole: bool
    """Whether it speaks of a document as a whole: what it quotes are the best of many lines, and others may be better
    after an edit elsewhere."""
    explanation: str
    """What it is, why it hurts, what to do: the docstring's paragraphs."""
    help: str
    """What to do, in a sentence: the docstring's last paragraph."""
    no_sample: str
    """Why no sample shows it, where none does."""
    apply: Callable[[View], Iterator[Hit]]

    @property
    def summary(self) -> str:
        """The first sentence of the explanation."""
        return self.explanation.partition("\n")[0]


def rule(
    *,
    code: str,
    sees: type[View],
    severity: Severity,
    since: str,
    needs: tuple[Needs, ...] = (),
    preview: bool = False,
    whole: bool = False,
    no_sample: str = "",
) -> Callable[[Callable[[View], Iterator[Hit]]], Rule[View]]:
    """Make a rule of a function. Its name is the rule's name, its docstring the explanation.

    What a rule says of a document as a whole is known by the document's words, so such a rule always needs the text.
    """

    def decorate(function: Callable[[View], Iterator[Hit]]) -> Rule[View]:
        explanation = inspect.cleandoc(function.__doc__ or "")
        return Rule(
            code=code,
            name=function.__name__.replace("_", "-"),
            sees=sees,
            severity=severity,
            since=since,
            preview=preview,
            needs=complete((*needs, Needs.TEXT) if whole else needs),
            whole=whole,
            explanation=explanation,
            help=" ".join(explanation.rpartition("\n\n")[2].split()),
            no_sample=no_sample,
            apply=function,
        )

    return decorate
