"""Patterns that are compiled when they are first used."""

import re
import subprocess
import sys

import pytest

from checkfirst import lazy_re


def test_a_pattern_is_used_as_a_compiled_one() -> None:
    pattern = lazy_re.compile(r"(?P<word>[a-z]+)\d", re.IGNORECASE)
    found = pattern.search("in Room7")
    assert found is not None
    assert found["word"] == "Room"
    assert pattern.sub("-", "a1 b2") == "- -"
    assert (pattern.pattern, pattern.groups, pattern.flags & re.IGNORECASE) == (r"(?P<word>[a-z]+)\d", 1, re.IGNORECASE)
    assert lazy_re.compile(rb"\x00+").findall(b"a\x00\x00b") == [b"\x00\x00"]


def test_the_work_waits_for_the_first_use() -> None:
    pattern = lazy_re.compile("(unclosed")
    assert pattern.pattern == "(unclosed"
    with pytest.raises(re.error):
        pattern.search("text")


#: Prints the modules of the package that call ``re.compile`` while they are imported.
COMPILING = """
import re, sys
made, compile_now = set(), re.compile
def noted(*arguments, **options):
    made.add(sys._getframe(1).f_globals["__name__"])
    return compile_now(*arguments, **options)
re.compile = noted
import checkfirst.checking.run, checkfirst.reporting.terminal, checkfirst.reporting.registry
print(sorted(name for name in made if name.startswith("checkfirst.")))
"""


def test_no_module_compiles_patterns_when_it_is_imported() -> None:
    done = subprocess.run([sys.executable, "-c", COMPILING], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
