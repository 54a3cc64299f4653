"""All rules by code, found in the folders of the prefixes, and the selection of them for one check."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import TypeGuard

from msgspec import Struct

from checkfirst import rules
from checkfirst.errors import UsageError
from checkfirst.model.needs import Needs, complete
from checkfirst.model.rule import Rule
from checkfirst.model.views import DocumentView, SetView
from checkfirst.rules.others import AnyRule as AnyRule
from checkfirst.rules.others import others

#: How alike a mistyped code and a suggested one are at least (``difflib`` ratio, 0..1); not measured.
_SUGGESTED_FROM = 0.4


def modules() -> Iterator[str]:
    """The names of the modules that define a rule: those in the prefixes' folders that begin with no underscore."""
    for prefix in pkgutil.iter_modules(rules.__path__, f"{rules.__name__}."):
        if prefix.ispkg:
            folder = [f"{path}/{prefix.name.rpartition('.')[2]}" for path in rules.__path__]
            yield from (f"{prefix.name}.{m.name}" for m in pkgutil.iter_modules(folder) if not m.name.startswith("_"))


def _rule_of(module: str) -> AnyRule:
    """The rule that has its module's name. Raises ``TypeError`` when the module defines none."""
    found = getattr(import_module(module), module.rpartition(".")[2], None)
    if not isinstance(found, Rule):
        raise TypeError(f"{module} defines no rule with the name of its file")
    return found


_OWN: dict[str, AnyRule] = {rule.code: rule for rule in map(_rule_of, modules())}
_OTHERS, PROBLEMS = others(_OWN.keys())
RULES: dict[str, AnyRule] = dict(sorted({**_OWN, **_OTHERS}.items()))


class Selection(Struct, frozen=True, kw_only=True):
    """The rules of one check, by what they see, and the measures that are to be taken."""

    document: tuple[Rule[DocumentView], ...]
    set: tuple[Rule[SetView], ...]
    needs: frozenset[Needs]


def selected(
    select: tuple[str, ...], ignore: tuple[str, ...], *, preview: bool = False, also: tuple[Needs, ...] = ()
) -> Selection:
    """The rules whose code begins with a member of ``select`` (any code, when it is empty) and with none of ``ignore``.

    A preview rule is among them when ``select`` has its whole code or ``preview`` is true. The selection's needs are
    those of its rules and ``also``. Raises ``UsageError`` for a member of ``select`` or ``ignore`` that no code begins with.
    """
    for code in (*select, *ignore):
        known(code)

    def chosen(rule: AnyRule) -> bool:
        wanted = not select or rule.code.startswith(select)
        unwanted = bool(ignore) and rule.code.startswith(ignore)
        return wanted and not unwanted and (preview or not rule.preview or rule.code in select)

    applied = [rule for rule in RULES.values() if chosen(rule)]
    return Selection(
        document=tuple(filter(_sees_document, applied)),
        set=tuple(filter(_sees_set, applied)),
        needs=complete((*also, *(need for rule in applied for need in rule.needs))),
    )


def _sees_document(rule: AnyRule) -> TypeGuard[Rule[DocumentView]]:
    return rule.sees is DocumentView


def _sees_set(rule: AnyRule) -> TypeGuard[Rule[SetView]]:
    return rule.sees is SetView


def known(code: str) -> None:
    """Raise ``UsageError``, which suggests the nearest code, when no rule's code begins with ``code``."""
    if not code or not any(rule.startswith(code) for rule in RULES):
        from difflib import get_close_matches

        near = get_close_matches(code.upper(), [*RULES, *{c[:3] for c in RULES}], n=1, cutoff=_SUGGESTED_FROM)
        raise UsageError(f"no rule {code!r}{f'; did you mean {near[0]}?' if near else ''} (see: checkfirst rules)")
