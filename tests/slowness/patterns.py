"""Every regular expression of the package, with the ways in which it is applied."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import checkfirst
from checkfirst import lazy_re
from checkfirst.measuring.content import answer_words

#: Methods of a pattern that try it at one place alone; all others try it at each place of a text.
AT_ONE_PLACE = {"match", "fullmatch"}
METHODS = {*AT_ONE_PLACE, "search", "sub", "subn", "findall", "finditer", "split"}
#: Modules that run a program when they are imported.
_PROGRAMS = {"checkfirst.__main__"}


#: Patterns that are made of words of a text's languages: here of all.
_MADE: dict[str, re.Pattern[Any]] = {
    f"{answer_words.__name__}:{name}": getattr(answer_words, name)(frozenset(answer_words.LANGUAGES))
    for name in ("SITE", "FAILED")
}


@dataclass(frozen=True)
class Used:
    """A pattern of the package."""

    where: str
    """The module and the name in it, or the line for a pattern without a name."""
    pattern: re.Pattern[Any]
    methods: frozenset[str]
    """The methods by which it is applied; empty if that can't be told."""


def modules() -> Iterator[ModuleType]:
    """All modules of the package."""
    for found in pkgutil.walk_packages(checkfirst.__path__, "checkfirst."):
        if found.name not in _PROGRAMS:
            yield importlib.import_module(found.name)


@cache
def patterns() -> tuple[Used, ...]:
    """Every pattern, each once: those that modules and classes hold, and those that are written in functions."""
    methods = _methods()
    found: dict[re.Pattern[Any], tuple[str, set[str]]] = {}
    for module in modules():
        for name, value in vars(module).items():
            for pattern in _inside(value, module.__name__, set()):
                _, known = found.setdefault(pattern, (f"{module.__name__}:{name}", set()))
                known.update(methods.get((module.__name__, name), set()))
        for line, method, pattern in _written(module):
            _, known = found.setdefault(pattern, (f"{module.__name__}:{line}", set()))
            known.update({method} & METHODS)
    for name, made in _MADE.items():
        found.setdefault(made, (name, set()))
    return tuple(Used(where, pattern, frozenset(known)) for pattern, (where, known) in found.items())


def _inside(value: object, module: str, seen: set[int]) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value of a module: in containers, classes, objects, and what functions hold on to."""
    if id(value) in seen or isinstance(value, ModuleType | str | bytes | int):
        return
    seen.add(id(value))
    if isinstance(value, lazy_re.Later):
        yield value.compiled()
    elif isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for part in (*value.keys(), *value.values()):
            yield from _inside(part, module, seen)
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from _inside(part, module, seen)
    elif isinstance(owner := getattr(value, "__self__", None), re.Pattern):
        yield owner
    elif inspect.isfunction(value) and value.__module__ == module:
        kept = inspect.getclosurevars(value).nonlocals
        for part in (*(value.__defaults__ or ()), *kept.values()):
            yield from _inside(part, module, seen)
    elif isinstance(value, type):
        if value.__module__ == module:
            for part in vars(value).values():
                yield from _inside(part, module, seen)
    elif type(value).__module__.startswith("checkfirst"):
        slots = [getattr(value, name, None) for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
        for part in (*slots, *getattr(value, "__dict__", {}).values()):
            yield from _inside(part, module, seen)


@cache
def _trees() -> dict[str, ast.Module]:
    written = (module for module in modules() if (module.__file__ or "").endswith(".py"))
    return {module.__name__: ast.parse(inspect.getsource(module)) for module in written}


@cache
def _methods() -> dict[tuple[str, str], set[str]]:
    """The methods that the code applies to each pattern, by module and name.

    A name in another use, as an argument or in a container, may be applied in any way.
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for module, tree in _trees().items():
        home = {
            name.asname or name.name: (node.module or "", name.name)
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for name in node.names
        }
        applied = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                applied.add(id(node.value))
                if node.attr in METHODS:
                    found[home.get(node.value.id, (module, node.value.id))].add(node.attr)
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in applied:
                found[home.get(node.id, (module, node.id))].update({"search", "match"})
    return dict(found)


def _written(module: ModuleType) -> Iterator[tuple[int, str, re.Pattern[Any]]]:
    """The patterns that are written where they are used. What an f-string takes from a function's arguments is ``x``."""
    for node in ast.walk(_trees().get(module.__name__, ast.Module([], []))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        if isinstance(node.func.value, ast.Name) and node.func.value.id in {"re", "lazy_re"}:
            text = _text(node.args[0], module)
            if text is not None and node.func.attr in {*METHODS, "compile"}:
                flags = [
                    arg for arg in (*node.args[1:], *(k.value for k in node.keywords)) if "re." in ast.unparse(arg)
                ]
                value = eval(ast.unparse(flags[-1]), {"re": re}) if flags and _is_flag(flags[-1]) else 0
                yield node.lineno, node.func.attr, re.compile(text, value)


def _is_flag(node: ast.expr) -> bool:
    return all(isinstance(part, ast.Attribute | ast.BinOp | ast.Name | ast.BitOr | ast.Load) for part in ast.walk(node))


def _text(node: ast.expr, module: ModuleType) -> str | bytes | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return None
    parts = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        elif isinstance(part, ast.FormattedValue):
            try:
                parts.append(str(eval(ast.unparse(part.value), dict(vars(module)))))
            except Exception:  # an argument of the function
                parts.append("x")
    return "".join(parts)
