"""The core in C does what its twins in plain Python do, whatever the text, and keeps nothing of it."""

import os
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkfirst import twins

_COMPILED = find_spec("checkfirst._core") is not None
needs_compiler = pytest.mark.skipif(not _COMPILED, reason="the core could not be compiled")
#: Words of a table: in another script, of one letter, and parts of one another.
WORDS = {word.encode(): n for n, word in enumerate(("a", "ab", "alpha", "al", "pha", "größe", "ber", "слово"), 1)}
COUNTED = {b"ab": 3, b"a": 1, b"the": 3}
CLASSES = bytes(7 if byte == 10 else byte % 7 for byte in range(256))
#: A bit for each of 64 bytes in turn, that of a line's end among them.
BITS = b"".join((1 << byte % 64).to_bytes(8, sys.byteorder) for byte in range(256))
#: Parts of one another, in another script, and two with the same first bytes.
LITERALS = {word.encode(): 1 << 13 * n for n, word in enumerate(("al", "alpha", "a b", "größe", "--"))}
#: What the functions listen to, beside any text: words of the table whole and in parts, numbers, signs, spaces of many
#: sorts, marks without width, digits and letters outside ASCII and outside the first plane, lone surrogates, NUL.
PIECES = (
    "al pha",
    "al  pha",
    "al-pha",
    "al\npha",
    "_al pha",
    "al pha1",
    *(
        "The",
        "THE",
        "tHE",
        "alPHA",
        "alpha7",
        "Größe",
        "größe",
        "alpha",
        "a b",
        "a",
        "b",
        "ber",
        "слово",
        "0 12",
        "7",
        "**",
        "`",
        "|",
        "#",
        "--",
        "~",
        ":",
    ),
    *" \t\n\r\x0b\x0c\x1c\x85\u00a0\u2003\u2028\x00\x01’‘“”\u00ad\ufeff–•（é\u0301²٣Ⅷǅ\ud800\udfff😀𐐀𝟎",
)
#: The role of each block of Markdown.
ROLES = {
    name: number
    for number, name in enumerate(
        ("Paragraph", "Heading", "CodeBlock", "Table", "BlockQuote", "List", "FootnoteDefinition"), 1
    )
}
#: Markdown: what begins and ends blocks, links and pictures, with what may be in them.
MARKDOWN_PIECES = (
    *("# ", "## ", "###### ", " #\n", "\n", "\n\n", "\n\n", "===\n", "---\n", "- ", "  - ", "1. ", "> ", "    ", "\t"),
    *("```", "```\n", "~~~sh\n", "`code`", "| a | b |\n", "|---|---|\n", "[^1]", "[^1]: ", "***\n", "\\", "&amp;"),
    *("[", "](a.md)", "](<a b.md> 'title')", "][ref]", "[ref]: b.md\n", "![", "[text](c.md#d)", "![p](p.png)", "[]()"),
    *("<a@b.org>", "<https://example.org>", "<b id=x>", "</b>", "<div>\n", "</div>\n", "<!-- c -->", "<a href='e'>"),
    *("word", " words behind ", "*", "**", "_", "größe", "слово", "😀", "\u2028", "\x0b", "x" * 2100),
)
MARKDOWN = st.lists(st.sampled_from(MARKDOWN_PIECES) | st.text(max_size=3), max_size=40).map("".join)
_PARSER = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join) | st.text()


def core() -> ModuleType:
    return import_module("checkfirst._core")


def results(functions: ModuleType, text: str) -> list[object]:
    """What all functions give for a text."""
    table, data = functions.word_table(WORDS), text.encode("utf-8", "surrogatepass")
    return [
        functions.number_words(data, table),
        functions.words_alone(data),
        *(functions.without_blanks(data, prose) for prose in (True, False)),
        functions.broken_pairs(text, table),
        functions.listed_pairs(text, table),
        functions.line_words(text, table),
        functions.count_tokens(text, functions.word_table(COUNTED), table),
        functions.class_counts(data, CLASSES, 3),
        functions.line_bits(data, BITS),
        functions.line_literals(data, functions.literal_table(LITERALS)),
        functions.text_literals(data, functions.literal_table(LITERALS)),
    ]


def parts(functions: ModuleType, text: str) -> object:
    """What is kept of a Markdown text."""
    whole = text.encode("utf-8", "replace").decode()
    return functions.markdown_parts(_PARSER.events_with_range(whole), whole.encode(), ROLES)


@needs_compiler
@given(TEXTS)
def test_twins_agree(text: str) -> None:
    assert results(core(), text) == results(twins, text)


@needs_compiler
@given(MARKDOWN)
def test_twins_agree_on_markdown(text: str) -> None:
    assert parts(core(), text) == parts(twins, text)


@needs_compiler
@given(st.binary())
def test_bytes_that_are_no_text_are_taken(data: bytes) -> None:
    table = core().word_table(WORDS)
    for found, wanted in (
        (core().number_words(data, table), twins.number_words(data, WORDS)),
        (core().class_counts(data, CLASSES, 3), twins.class_counts(data, CLASSES, 3)),
        (core().line_bits(data, BITS), twins.line_bits(data, BITS)),
        (core().line_literals(data, core().literal_table(LITERALS)), twins.line_literals(data, LITERALS)),
        (core().text_literals(data, core().literal_table(LITERALS)), twins.text_literals(data, LITERALS)),
    ):
        assert found == wanted
    assert len(core().words_alone(data)) <= 3 * len(data) + 3
    assert len(core().without_blanks(data, True)) <= len(data)


@needs_compiler
def test_nothing_is_kept() -> None:
    text, markdown = "".join(PIECES), "".join((*MARKDOWN_PIECES, *reversed(MARKDOWN_PIECES)))
    results(core(), text)
    parts(core(), markdown)
    before = sys.getallocatedblocks()
    for _ in range(200):
        results(core(), text)
        parts(core(), markdown)
    assert sys.getallocatedblocks() - before < 100


@needs_compiler
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("word_table", ([],)),
        ("word_table", ({"a": 1},)),
        ("word_table", ({b"a": 0},)),
        ("word_table", ({b"a": 2**40},)),
        ("number_words", (b"a", None)),
        ("number_words", ("a", {})),
        ("broken_pairs", (b"a", {})),
        ("line_words", (b"a", {})),
        ("line_words", ("a", {})),
        ("count_tokens", (b"a", {}, {})),
        ("count_tokens", ("a", {}, {})),
        ("class_counts", (b"a", b"short", 0)),
        ("class_counts", (b"a", CLASSES, 256)),
        ("line_bits", (b"a", b"short")),
        ("literal_table", ([],)),
        ("literal_table", ({"ab": 1},)),
        ("literal_table", ({b"a": 1},)),
        ("literal_table", ({b"a\nb": 1},)),
        ("literal_table", ({b"ab": -1},)),
        ("literal_table", ({b"ab": 2**64},)),
        ("line_literals", (b"a", {})),
        ("line_literals", ("a", None)),
        ("text_literals", (b"a", {})),
        ("text_literals", ("a", None)),
        ("markdown_parts", ([], "a", {})),
        ("markdown_parts", ([], b"a", [])),
        ("markdown_parts", (1, b"a", {})),
        ("markdown_parts", ([1], b"a", {})),
        ("markdown_parts", ([({"Start": "List"}, {"start": 0, "end": 2})], b"a", {})),
        ("markdown_parts", ([({"Start": "List"}, {"start": -1, "end": 1})], b"a", {})),
        ("markdown_parts", ([({"Start": "List"}, {"start": "0", "end": 1})], b"a", {})),
        ("markdown_parts", ([({"Start": "List"}, ())], b"a", {})),
        ("markdown_parts", ([({"Start": "List"}, {"start": 0, "end": 1})], b"a", {"List": "1"})),
        ("markdown_parts", ([({"Start": {"Link": {}}}, {"start": 0, "end": 1})], b"a", {})),
        ("markdown_parts", ([({"Start": {"Link": 1}}, {"start": 0, "end": 1})], b"a", {})),
        ("markdown_parts", ([({"Start": {"Heading": {"level": "H"}}}, {"start": 0, "end": 1})], b"a", {})),
        ("markdown_parts", ([({"Start": {"Heading": 1}}, {"start": 0, "end": 1})], b"a", {})),
        ("words_alone", ("a",)),
    ],
)
def test_wrong_arguments_are_errors(name: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises((TypeError, ValueError, OverflowError)):
        getattr(core(), name)(*arguments)


def version(**environment: str) -> str:
    """What ``checkfirst --version`` prints."""
    call = [sys.executable, "-m", "checkfirst", "--version"]
    return subprocess.run(call, env=os.environ | environment, capture_output=True, text=True, check=True).stdout


def test_the_version_tells_which_core_is_used() -> None:
    assert "(plain Python)" in version(CHECKFIRST_PURE="1")
    assert ("(core in C)" in version(CHECKFIRST_PURE="0")) is _COMPILED
