"""No reader, no form of an index and no configuration of a generator takes more time than in proportion to its text.

Readers are given texts that repeat each of the signs that their format listens to, alone and in pairs; whole checks are
given what repeats one thing that is looked up among all others: headings of one name, links to places that are not there,
entries, conflicts, pictures in pictures.
"""

import itertools
import random
import signal
from collections.abc import Callable
from typing import Final

import pytest

from checkfirst import check_documents
from checkfirst.model.formats import FormatSpec
from checkfirst.reading.formats import FORMATS, text_reader
from tests.slowness.attacks import text_of
from tests.slowness.cost import growth
from tests.test_fuzz import SIGNS

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer that ends a long search")
#: Seconds a letter that are quick for a reader, and for the check of a whole set; and that are too many for the latter.
_QUICK_READER, _QUICK_CHECK, _MOST_CHECK = 3e-6, 40e-6, 400e-6
#: More that readers listen to, repeated as it stands.
_MORE: Final = {
    "text/markdown": [
        "![a",
        "{{ a }} ",
        "{% raw %}",
        "{#- ",
        "# a {#b}\n",
        "<summary>",
        "<h2>",
        "<!--",
        "!!! a\n",
        "``a ",
    ],
    "text/html": ["<script>", "<style ", "<a href=x>", "<div class=comment>", "<b><i>", "{{", "<a id=x "],
    "text/x-rst": ["`a`_ ", ".. _a:\n", ".. toctree::\n\n   a\n", "   a <b>\n", "a\n=\n", ":doc:`a` "],
    "text/asciidoc": ["= a  ", "<<a>> ", "== a\n", "anchor:a", "[#a", "----\n", "a:: "],
    "text/x-tex": ["\\part ", "\\verb|", "\\includegraphics ", "\\begin{a}\n"],
}
_PAIRS: Final = 6
_READERS: Final = [spec for spec in FORMATS.values() if spec.media_type in SIGNS]


@pytest.mark.parametrize("spec", _READERS, ids=lambda spec: spec.media_type)
def test_readers_take_time_in_proportion(spec: FormatSpec) -> None:
    read = text_reader(spec)
    signs = [*filter(None, SIGNS[spec.media_type].split(" ")), *_MORE.get(spec.media_type, [])]
    both = [a + b for a, b in itertools.permutations(signs, 2)]
    random.Random(len(signs)).shuffle(both)
    wrong = []
    for sign in (*signs, *both[:_PAIRS]):
        for end in ("", " \x00"):

            def made(size: int, sign: str = sign, end: str = end) -> Callable[[], object]:
                text = text_of(("", sign, end), size)
                return lambda: read(text)

            if found := growth(made, quick=_QUICK_READER, too_many=_MOST_CHECK):
                wrong.append(f"{sign!r}, {end!r}: {found}")
    assert wrong == []


def _lines(line: str) -> Callable[[int], str]:
    """A text of so many letters of numbered lines."""
    return lambda size: "".join(line.format(n=n) for n in range(size // len(line)))


#: The file and its text of so many letters.
_CHECKS: Final[dict[str, tuple[str, Callable[[int], str]]]] = {
    "headings of one name": ("x.md", _lines("# Same heading\n\n")),
    "names far and near": ("x.md", _lines("## Place {n}\n\n[x](#plac-{n})\n\n")),
    "links to missing files": ("x.md", _lines("[x](missing-{n}.md)\n\n")),
    "pictures in pictures": ("x.md", lambda size: "![" * (size // 6) + "x" + "](a)" * (size // 6)),
    "a heading of blanks": ("x.md", lambda size: "# a" + " " * size + "b\n"),
    "a heading of AsciiDoc": ("x.adoc", lambda size: "= a" + " " * size + "b\n"),
    "unfinished merges": ("x.md", _lines("<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n")),
    "unfinished merges without an end": ("x.md", _lines("<<<<<<< a\n=======\n")),
    "digits in a target": ("x.md", lambda size: f"[x]({'1,' * (size // 2)}.md)\n"),
    "empty lines": ("x.txt", lambda size: "\n" * size),
    "a line of a toctree": ("index.rst", lambda size: ".. toctree::\n\n  " + " " * size + "<\n"),
    "items of nav": ("mkdocs.yml", _lines("  - a{n}: b.md\n")),
    "colons in nav": ("mkdocs.yml", lambda size: "nav:\n  - " + "a: " * (size // 3) + "\n"),
    "quotes in nav": ("mkdocs.yml", lambda size: "nav:\n  - " + "'a' : " * (size // 6) + "\n"),
    "entries of a summary": ("SUMMARY.md", _lines("- [a{n}](b{n}.md)\n")),
    "entries on one line": ("SUMMARY.md", lambda size: "- " + "[a](b.md) " * (size // 10) + "\n"),
    "plain entries": ("INDEX.txt", _lines("a{n}.md: words\n")),
    "one plain entry": ("INDEX.txt", lambda size: "a ." * (size // 3) + "\n"),
    "a header in C with Windows line ends": ("x.c", lambda size: "// Words of a licence.\r\n" * (size // 24)),
    "attributes of AsciiDoc with Windows line ends": ("x.txt", lambda size: ":a: b\r\n" * (size // 7)),
    "scripts that are not closed": ("x.html", lambda size: "<script>" * (size // 8)),
    "mounts": ("hugo.toml", _lines("[mounts]\nsource='a{n}'\ntarget='content'\n")),
    "redirects": ("docusaurus.config.js", _lines("redirects: [{{from: '/a{n}', to: '/b'}}],\n")),
    "a name of many words": ("x.md", lambda size: f".. _{'a' * size} b:\n"),
    "a target of reStructuredText": ("x.rst", lambda size: f".. _{'a' * size} b:\n"),
}


@pytest.mark.parametrize("name", _CHECKS)
def test_checks_take_time_in_proportion(name: str) -> None:
    path, text = _CHECKS[name]
    beside = ("good.md", "# Limits\n\nThe importer reads at most 10,000 rows.\n")
    check_documents([beside])

    def made(size: int) -> Callable[[], object]:
        given = [(path, text(size)), beside]
        return lambda: check_documents(given)

    assert growth(made, quick=_QUICK_CHECK, too_many=_MOST_CHECK) == ""
