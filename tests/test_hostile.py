"""Bad input is a finding or a failure with its place, never a traceback; the rest is checked all the same."""

import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkfirst import Report, check, check_documents
from checkfirst.reporting.json_v1 import render as render_json
from checkfirst.reporting.terminal import Style, render

GOOD = (
    "good.md",
    "# Limits\n\nThe importer reads at most 10,000 rows. A longer file is refused with `too-many-rows`.\n",
)


def codes(report: Report) -> set[tuple[str, str]]:
    return {(f.path, f.code) for f in report.findings}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("long-line.txt", b"word " * 2_000_000),
        ("one-word.txt", b"x" * 3_000_000),
        ("empty-lines.txt", b"\n" * 1_000_000),
        ("quotes.md", b">" * 10_000 + b" deep\n"),
        ("lists.md", b"".join(b" " * n + b"- x\n" for n in range(2000))),
        ("brackets.md", b"[" * 50_000),
        ("stars.md", b"*a " * 50_000),
        ("backticks.md", b"`" * 50_000 + b"a"),
        ("links.md", b"[a](" * 20_000),
        ("nul.txt", b"\0" * 100_000),
        ("mixed-nul.md", b"# A\n\ntext \0 text\n" * 1000),
        ("divs.html", b"<html>" + b"<div>" * 50_000),
        ("attributes.html", b"<html><p " + b"a=1 " * 50_000 + b">x</p>"),
        ("controls.txt", bytes(range(32)) * 1000),
        ("bidi.txt", "a\u202eb\u2066c\u200bd\n".encode() * 1000),
        ("surrogates.txt", b"\xed\xa0\x80 text \xed\xb0\x80\n" * 100),
        ("latin.txt", b"caf\xe9 " * 5000),
        ("spaces.txt", b" " * 1_000_000 + b"x"),
        ("numbers.txt", b"1. a\n" * 50_000),
        ("says.txt", b"Name says:\nHello there.\n" * 20_000),
        ("dates.txt", b"January 1, 2020 at 10:00 am\n" * 20_000),
        ("templates.md", b"{{ a }} [your name] " * 20_000),
        ("conflicts.md", b"<<<<<<< a\n=======\n" * 5000),
        ("rst.rst", b"====\n" * 20_000),
        ("directives.rst", b".. a::\n   b\n" * 10_000),
        ("json.txt", b"[" * 100_000 + b"]" * 100_000),
        ("mkdocs.yml", b"nav:\n" + b"  - A: &a [*a, *a].md\n" * 10_000),
        ("SUMMARY.md", b"- [x](y.md)\n" * 20_000),
        ("white-space.txt", "\u00a0\n\u2003 \u2028x\n\x1c\n\x85\n".encode()),
        ("no-break-space.md", b"\xa0"),
        ("zip.docx", b"PK\x03\x04" + b"\0" * 1000),
    ],
)
def test_the_rest_is_checked_all_the_same(name: str, data: bytes) -> None:
    report = check_documents([(name, data), GOOD])
    assert not report.failures
    assert {d.path for d in report.documents} | {s.path for s in report.skipped} == {name, "good.md"}
    assert ("good.md", "FIL002") not in codes(report)
    render_json(report)
    render(report)


def test_control_characters_never_reach_the_terminal() -> None:
    text = (
        "\x1b[31mred\x07\x08 \u202ereversed\u2066 \U000e0041tag\x9b1m\n"
        + "As an AI language model, I \x1b]0;title\x07 think.\n"
    )
    report = check_documents([("evil\x1b[2Jname.md", text), ("x\u202egpj.txt", "")])
    for output in (render(report), render(report, Style(color=False, width=80, files=True))):
        assert all(c.isprintable() or c == "\n" for c in output)


def test_nul_bytes_are_a_finding_with_a_place() -> None:
    report = check_documents([("notes.txt", b"fine\nbro\0ken\n")])
    finding = next(f for f in report.findings if f.code == "FIL002")
    assert finding.place is not None
    assert finding.place.start_line == 2


def test_a_file_over_the_limit_is_a_failure_and_no_silence(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    (tmp_path / GOOD[0]).write_text(GOOD[1])
    report = check(tmp_path)
    assert [(f.path, f.stage) for f in report.failures] == [("huge.txt", "reading")]
    assert [d.path for d in report.documents] == ["good.md"]
    assert report.verdict == "check-first"


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "moving.md"
    path.write_text(GOOD[1])
    real = os.read

    def read_and_grow(descriptor: int, size: int) -> bytes:
        with path.open("a") as file:
            file.write("more\n")
        return real(descriptor, size)

    monkeypatch.setattr(os, "read", read_and_grow)
    report = check(tmp_path)
    assert [f.reason for f in report.failures] == ["changed while it was read; run again when it is at rest"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(
        ["a.md", "a.txt", "a.html", "a.rst", "a.json", "README.md", "mkdocs.yml", "index.rst", "a", "a.pdf"]
    ),
    st.one_of(
        st.binary(max_size=3000),
        st.lists(
            st.sampled_from(
                [
                    "# Title",
                    "text that goes on for a while.",
                    "- [a](b.md)",
                    "```",
                    "| a | b |",
                    "",
                    "> q",
                    "Name says:",
                    "<html>",
                    "<p>x",
                    "</div>",
                    "<<<<<<< a",
                    "=======",
                    ">>>>>>> b",
                    "3 comments",
                    "May 3, 2020 at 4:00 pm",
                    "    code = 1",
                    ".. note:: x",
                    "nav:",
                    "  - A: b.md",
                    "\x00",
                    "\u202e",
                    "é" * 30,
                    "[email\xa0protected]",
                ]
            ),
            max_size=60,
        ).map(lambda lines: "\n".join(lines).encode("utf-8")),
    ),
)
def test_any_file_gives_a_sound_report(name: str, data: bytes) -> None:
    report = check_documents([(name, data)])
    assert not report.failures
    for document in report.documents:
        lines = document.measures.statistics.lines
        spans = [s.span for s in document.measures.segments]
        if name.endswith((".md", ".txt")) and document.source.media_type in {"text/markdown", "text/plain"} and spans:
            assert spans[0].start_line == 1
            assert spans[-1].end_line >= lines
            assert all(a.end_line + 1 == b.start_line for a, b in itertools.pairwise(spans))
    for finding in report.findings:
        assert finding.evidence
        assert all(len(e.quote) <= 120 for e in finding.evidence)
    render_json(report)
    render(report)


def test_texts_in_languages_not_known_are_accused_of_nothing() -> None:
    texts = {
        "ja.txt": "昔々、ある所に子供のいない老夫婦が住んでいた。ある日、お婆さんが川で洗濯をしていると、\n" * 12,
        "th.txt": "รหัสสำหรับ อักขระไทย ที่ใช้กับ คอมพิวเตอร์ ในระบบ เครือข่าย ทั่วไป\n" * 12,
        "ru.txt": "Матрос вышел на палубу и долго смотрел на воду, пока не стемнело совсем.\n" * 12,
    }
    for name, text in texts.items():
        assert {code for _, code in codes(check_documents([(name, text)]))} <= {"IDX001"}


def test_reference_definitions_and_underlines_are_no_breaks() -> None:
    body = GOOD[1] * 12 + "\n[the importer of rows that this text is about]: importer-of-rows-as-specified.md\n"
    underline = GOOD[1] + "\n    error: no rows\n\n~~~~~~~~^^^^^^^^\n\nThe importer ends here.\n"
    assert codes(check_documents([("a.md", body), ("b.md", underline)])) <= {(".", "IDX001")}


def test_a_text_past_the_limit_is_said_and_the_rest_checked() -> None:
    report = check_documents([GOOD, ("dump.txt", b"a" * 32_000_001)])
    assert [d.path for d in report.documents] == ["good.md"]
    assert [(f.path, f.stage) for f in report.failures] == [("dump.txt", "reading")]
    assert "32,000,000" in report.failures[0].reason


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Limits\n\nA limit holds.\n")
    with open("/dev/full", "w") as full:
        call = [sys.executable, "-m", "checkfirst", str(tmp_path)]
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "checkfirst: the report can't be printed: No space left on device\n")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "deep.html",
            "<div class=comment><p>Ann, 3 March 2020</p><p>some words are said</p>" * 3_000 + "</div>" * 3_000,
        ),
        ("menus.html", "<nav>menu " * 3_000 + "</nav>" * 3_000 + "<p>The importer of rows ends here.</p>"),
        ("fences.md", "```a\n" * 40_000),
        ("levels.txt", "INFO " * 60_000 + "\n"),
        ("choices.md", "# Rows\n\nStatus: " + "x<a‹a…]" * 20_000 + "\n"),
        ("INDEX.md", "# Rows\n\n| a |\n|---|\n|" + "|".join(f" [a{n}](a{n}.md) " for n in range(9_000)) + "|\n"),
        ("titles.md", "# Rows (" + "word " * 20_000 + "\n"),
    ],
)
def test_texts_made_to_be_slow_are_checked_to_the_end(name: str, text: str) -> None:
    report = check_documents([GOOD, (name, text)])
    assert report.failures == ()
