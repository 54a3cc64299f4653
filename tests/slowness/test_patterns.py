"""No pattern of the package takes more time than in proportion to a text, whatever the text repeats.

All patterns that modules, classes and functions hold are found by walking through the package, and those that are written
where they are used by reading its source. Each is applied to texts made of its own parts (``attacks``) in the most costly
of the ways in which the code applies it: at one place for ``match`` and ``fullmatch``, at all places for the others.

``python -m tests.slowness.longer`` tries more texts.
"""

import re
import signal
from collections import defaultdict
from functools import partial
from math import inf
from time import thread_time
from typing import Any, Final

import pytest

from tests.slowness.attacks import Attack, attacks, text_of
from tests.slowness.cost import growth
from tests.slowness.patterns import AT_ONE_PLACE, Used, patterns

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer that ends a long search")
#: Patterns whose texts are never longer: the characters, and what bounds them.
BOUNDED: Final = {
    "comments.marks:_SCORE": (130, "marks._LONGEST"),
    "comments.marks:_MEMBER": (130, "marks._LONGEST"),
    "kind.social_threads:_HEAD": (90, "social_threads._LONGEST"),
    "comments.names:_LINK": (600, "marks._LONGEST_RAW"),
    "index.kept_elsewhere:_OF_LANGUAGES": (400, "kept_elsewhere._LONGEST_PATH"),
    "index.standings:_LINK": (200, "quotes are shortened (safe_text.shortened)"),
    "page.line_patterns:_CODE_LINE": (300, "line_patterns._MATCHED"),
    "index.toctrees:": (2_000, "a line: the block of a toctree ends with the first that is not deeper"),
    "detect.text_signatures:": (4_096, "text_signatures._HEAD"),
    "text.subtitles:_FIRST_CUE": (2_000, "subtitles._HEAD"),
}
#: Seconds for each pattern; some with many words need that for a few texts.
_WITHIN: Final = 0.4
#: Patterns that are applied in one way alone, which the code does not show: they stand in a tuple.
AT_START: Final = ("content.answer_words:STATED",)
_BY_MODULE: Final[dict[str, list[Used]]] = defaultdict(list)
for _used in patterns():
    _BY_MODULE[_used.where.partition(":")[0]].append(_used)


def applied(used: Used, text: str) -> Any:
    """A call that applies a pattern in the most costly way in which it is used."""
    data: Any = text.encode("utf-8", "surrogatepass") if isinstance(used.pattern.pattern, bytes) else text
    at_start = used.where.endswith(AT_START) or bool(used.methods and used.methods <= AT_ONE_PLACE)
    if at_start:
        return lambda: used.pattern.match(data) if "fullmatch" not in used.methods else used.pattern.fullmatch(data)
    return lambda: sum(1 for _ in used.pattern.finditer(data))


def _call(used: Used, attack: Attack, size: int) -> Any:
    return applied(used, text_of(attack, size))


def slow_texts(used: Used, pairs: int, within: float = inf) -> list[str]:
    """What is wrong with a pattern, with the first text that shows it, of those tried ``within`` so many seconds."""
    start = thread_time()
    most = next((most for name, (most, _) in BOUNDED.items() if name in used.where), 40_000)
    for attack in attacks(used.pattern, pairs):
        if found := growth(partial(_call, used, attack), most=most):
            return [f"{used.where} {used.pattern.pattern!r:.120} on {attack!r:.200}: {found}"]
        if thread_time() - start > within:
            break
    return []


@pytest.mark.parametrize("module", sorted(_BY_MODULE))
def test_patterns_take_time_in_proportion(module: str) -> None:
    assert [wrong for used in _BY_MODULE[module] for wrong in slow_texts(used, pairs=12, within=_WITHIN)] == []


def test_the_patterns_are_found() -> None:
    where = {used.where for used in patterns()}
    assert len(where) > 600
    # One that a module holds, one in a table, one of a class of words, one that is written where it is used.
    wanted = ("blanks:_BRACKETS", "asciidoc:_HEADING", "answer_words:SITE", "marks:_SIGNS")
    for name in wanted[:2]:
        assert any(used.endswith(name) for used in where), name
    assert any(used.partition(":")[2].isdigit() for used in where)


@pytest.mark.parametrize("name", BOUNDED)
def test_what_is_bounded_is_there(name: str) -> None:
    assert any(name in used.where for used in patterns())


@pytest.mark.parametrize("slow", [r"\s+$", r"\[[^\]]*\]\(", r"(a+)+$"])
def test_a_slow_pattern_is_found(slow: str) -> None:
    used = Used("made up", re.compile(slow), frozenset({"search"}))
    assert slow_texts(used, pairs=12)


@pytest.mark.parametrize("quick", [r"\s*+$", r"a++$", r"<!--[^-]*+", r"\[[^\[\]]*+\]\(", r"[ab]*+c", r"x{0,40}y"])
def test_a_quick_pattern_is_not(quick: str) -> None:
    assert not slow_texts(Used("made up", re.compile(quick), frozenset({"match"})), pairs=12)
