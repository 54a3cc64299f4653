"""The public face: ``dir(checkfirst)`` shows what may be used, and every way of looking at it shows the same."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import checkfirst
from checkfirst import errors

PUBLIC = [
    "CheckfirstError",
    "Config",
    "ConfigError",
    "Finding",
    "OutputError",
    "Report",
    "UsageError",
    "WeightsError",
    "__version__",
    "check",
    "check_documents",
]
NAMES = [name for name in PUBLIC if name != "__version__"]


def typed() -> dict[str, str]:
    """What type checkers see: each name that is exported by ``import X as X``, with its module."""
    tree = ast.parse(Path(str(checkfirst.__file__)).read_text("utf-8"))
    block = next(
        node.body
        for node in tree.body
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    )
    return {
        alias.asname: str(node.module)
        for node in block
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname == alias.name
    }


def test_the_list() -> None:
    assert dir(checkfirst) == PUBLIC
    assert checkfirst.__all__ == PUBLIC


def test_every_error_that_is_raised_on_purpose_is_public() -> None:
    assert {name for name, thing in vars(errors).items() if isinstance(thing, type)} <= set(PUBLIC)


@pytest.mark.parametrize("name", NAMES)
def test_each_imports_says_what_it_is_and_is_what_type_checkers_see(name: str) -> None:
    thing = getattr(checkfirst, name)
    assert thing is getattr(import_module(typed()[name]), name)
    assert thing.__name__ == name
    assert thing.__doc__
    assert not thing.__doc__.startswith(f"{name}("), "a data class without a docstring of its own"


def test_type_checkers_see_no_more_and_the_package_says_that_it_is_typed() -> None:
    assert sorted(typed()) == NAMES
    assert (Path(str(checkfirst.__file__)).parent / "py.typed").exists()


def test_what_is_not_public_is_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'checkfirst' has no attribute 'nothing'"):
        getattr(checkfirst, "nothing")  # noqa: B009  # type checkers know that it is not there


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    code = (
        "import sys, checkfirst; dir(checkfirst); "
        "print(*(n for n in sys.modules if n.startswith('checkfirst') or n == 'numpy'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["checkfirst.version", "checkfirst"]
