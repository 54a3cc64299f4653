"""A rule: a function from measures to hits, with its code, severity and explanation."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Generic, TypeVar

from msgspec import Struct

from checkfirst.model.finding import Data, Severity
from checkfirst.model.location import TextSpan
from checkfirst.model.needs import Needs, complete
from checkfirst.model.quotes import Quote
from checkfirst.model.views import DocumentView, SetView

View = TypeVar("View", DocumentView, SetView)


class Mention(Struct, frozen=True, kw_only=True):
    """A line named in a message; the engine replaces it with the line of the file."""

    span: TextSpan
    path: str | None = None
    """Path of the line's document, if it is not the finding's."""


class Hit(Struct, frozen=True, kw_only=True):
    """One result of a rule, from which the engine makes a finding."""

    message: str | tuple[str | Mention, ...]
    """What is wrong, for people. The engine joins the items of a tuple."""
    evidence: tuple[Quote, ...]
    """The first is the main one. Quotes without a path are lines of the finding's document."""
    confidence: float
    span: TextSpan | None = None
    """Lines of the finding; those of the first evidence by default."""
    path: str | None = None
    """Path of the document, for rules about the set; ``None`` for the set as a whole."""
    severity: Severity | None = None
    """One of the rule's severities; the usual one by default."""
    related: tuple[str, ...] = ()
    """Paths of the other files that the message names, missing files included."""
    data: Data = ()
    """The values in the message, for programs; made by ``facts``."""


def facts(**named: str | int | float | tuple[str, ...] | None) -> Data:
    """The values sorted by name, without those that are ``None`` or empty."""
    return tuple(sorted((name, value) for name, value in named.items() if value is not None and value not in ("", ())))


class Rule(Struct, Generic[View], frozen=True, kw_only=True):
    """One kind of defect, with the function that finds it."""

    code: str
    name: str
    sees: type[View]
    """Type of the function's argument."""
    severity: Severity
    """The usual one."""
    severities: tuple[tuple[Severity, str], ...]
    """All that its findings can have, most severe first, each with its condition in words that follow "if". The condition
    of the usual one is empty: it applies when no other does."""
    since: str
    """Version of checkfirst that added the rule."""
    preview: bool
    """Whether it is on trial: it runs only if it is selected by its full code, or if previews are enabled."""
    needs: frozenset[Needs]
    """The measures that it reads and that take time."""
    whole: bool
    """Whether it is about a document as a whole. Its evidence is then the best of many lines, and an edit anywhere may
    change which lines are quoted; so the finding is identified by the document's words, not by the quotes."""
    explanation: str
    """The function's docstring: what the defect is, why it matters and what to do."""
    help: str
    """What to do, in a sentence: the docstring's last paragraph."""
    no_sample: str
    """Why there is no sample that triggers the rule; empty if there is one."""
    apply: Callable[[View], Iterator[Hit]]
    source: str = ""
    """The package that brings it, with its version; empty for checkfirst's own rules."""

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
    also: Mapping[Severity, str] = MappingProxyType({}),
    needs: tuple[Needs, ...] = (),
    preview: bool = False,
    whole: bool = False,
    no_sample: str = "",
) -> Callable[[Callable[[View], Iterator[Hit]]], Rule[View]]:
    """A decorator that turns a function into a rule; its name becomes the rule's name, its docstring the explanation.

    ``also`` gives the other severities that its hits can have, each with its condition in words that follow "if".
    A rule about whole documents always needs ``Needs.WORDS``: its findings are identified by the document's words.
    """

    def decorate(function: Callable[[View], Iterator[Hit]]) -> Rule[View]:
        explanation = inspect.cleandoc(function.__doc__ or "")
        return Rule(
            code=code,
            name=function.__name__.replace("_", "-"),
            sees=sees,
            severity=severity,
            severities=tuple(sorted(((severity, ""), *also.items()), key=lambda pair: pair[0].rank)),
            since=since,
            preview=preview,
            needs=complete((*needs, Needs.WORDS) if whole else needs),
            whole=whole,
            explanation=explanation,
            help=" ".join(explanation.rpartition("\n\n")[2].split()),
            no_sample=no_sample,
            apply=function,
        )

    return decorate
