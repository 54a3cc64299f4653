"""A rule: a function from what was measured to hits, with its code, its words and its examples."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from checkfirst.model.finding import Severity
from checkfirst.model.location import TextSpan
from checkfirst.model.measures import Quote
from checkfirst.model.views import DocumentView, SetView

View = TypeVar("View", DocumentView, SetView)
#: One text, checked under the name ``example.txt``; or a small set, by name.
Example = str | Mapping[str, str]


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
    """Other documents that it names, by path."""
    data: tuple[tuple[str, str | int | float], ...] = ()
    """What programs need of the message, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[View]):
    """One defect that checkfirst can name."""

    code: str
    name: str
    sees: type[View]
    severity: Severity
    since: str
    preview: bool
    links_alone: bool
    """Whether it needs nothing that is measured of texts, only what links to what."""
    whole: bool
    """Whether it speaks of a document as a whole: what it quotes are the best of many lines, and others may be better
    after an edit elsewhere."""
    explanation: str
    """What it is, why it hurts, what to do: the docstring's paragraphs."""
    help: str
    """What to do, in a sentence: the docstring's last paragraph."""
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]
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
    fires: tuple[Example, ...],
    silent: tuple[Example, ...],
    preview: bool = False,
    links_alone: bool = False,
    whole: bool = False,
) -> Callable[[Callable[[View], Iterator[Hit]]], Rule[View]]:
    """Make a rule of a function. Its name is the rule's name, its docstring the explanation."""

    def decorate(function: Callable[[View], Iterator[Hit]]) -> Rule[View]:
        explanation = inspect.cleandoc(function.__doc__ or "")
        return Rule(
            code=code,
            name=function.__name__.replace("_", "-"),
            sees=sees,
            severity=severity,
            since=since,
            preview=preview,
            links_alone=links_alone,
            whole=whole,
            explanation=explanation,
            help=" ".join(explanation.rpartition("\n\n")[2].split()),
            fires=fires,
            silent=silent,
            apply=function,
        )

    return decorate
