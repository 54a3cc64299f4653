"""True types, whatever the name says."""

import pytest

from checkfirst.model.document import Format
from checkfirst.model.formats import Trait
from checkfirst.reading.detect.identify import identify
from checkfirst.reading.detect.signatures import also_archive
from tests.reading.binary.rich_files import LEDGER_DOCX, LEDGER_EPUB, LEDGER_ODT, LEDGER_PDF, LEDGER_XLSX, zipped

_OFFICE = "application/vnd.openxmlformats-officedocument."


@pytest.mark.parametrize("name", ["right", "notes.txt", "archive.zip", "page.html"])
@pytest.mark.parametrize(
    ("data", "media_type", "format_"),
    [
        (LEDGER_PDF, "application/pdf", Format.RICH),
        (LEDGER_DOCX, f"{_OFFICE}wordprocessingml.document", Format.RICH),
        (LEDGER_XLSX, f"{_OFFICE}spreadsheetml.sheet", Format.RICH),
        (LEDGER_ODT, "application/vnd.oasis.opendocument.text", Format.RICH),
        (LEDGER_EPUB, "application/epub+zip", Format.RICH),
        (b"{\\rtf1 x}", "application/rtf", Format.RICH),
        (zipped({"a.md": "# A"}), "application/zip", Format.BINARY),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml", Format.BINARY),
        (b"\x89PNG\r\n\x1a\n....", "image/png", Format.BINARY),
    ],
    ids=["pdf", "docx", "xlsx", "odt", "epub", "rtf", "zip", "svg", "png"],
)
def test_content_decides(name: str, data: bytes, media_type: str, format_: Format) -> None:
    found = identify(name, data)
    assert (found.media_type, found.spec.format) == (media_type, format_)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("a.eml", "message/rfc822"), ("a.mbox", "application/mbox"), ("a.ipynb", "application/x-ipynb+json")],
)
def test_the_name_decides_for_text_within_text(name: str, media_type: str) -> None:
    data = b'{"cells": [], "nbformat": 4}\n' if name.endswith("b") else b"From: someone\n\nWords.\n"
    assert identify(name, data).media_type == media_type


def test_half_a_document_is_a_broken_one_of_its_kind() -> None:
    assert identify("a.docx", LEDGER_DOCX[:100]).media_type == f"{_OFFICE}wordprocessingml.document"
    assert identify("a.bin", LEDGER_DOCX[:100]).media_type == "application/zip"


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ('{"name": "ledger", "parts": [1, 2]}\n', "application/json"),
        ('{"cells": [], "nbformat": 4, "metadata": {}}\n', "application/x-ipynb+json"),
        (
            "Return-Path: <a@b.example>\nFrom: a@b.example\nTo: c@d.example\nSubject: Retries\n\nHello.\n",
            "message/rfc822",
        ),
        ("1\n00:00:01,000 --> 00:00:03,000\nThe server answers.\n", "application/x-subrip"),
        ("WEBVTT\n\n00:01.000 --> 00:03.000\nThe server answers.\n", "text/vtt"),
        (".TH LEDGER 1\n.SH NAME\nledger \\- keep entries\n", "text/troff"),
        ("\\documentclass{article}\n\\begin{document}\nThe ledger.\n\\end{document}\n", "text/x-tex"),
        ("= Ledger storage\n:toc:\n\n== Entries\n\nThe server stores entries.\n", "text/asciidoc"),
        ("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "text/x-diff"),
        ("#!/usr/bin/env python3\nprint('entries')\n", "text/x-python"),
        ('<?xml version="1.0"?>\n<ledger><entry/></ledger>\n', "text/xml"),
        (
            "# Ledger\n\nThe **server** stores [entries](entries.md):\n\n- one\n- two\n\n```sh\nledger add\n```\n",
            "text/markdown",
        ),
        (
            "Ledger\n======\n\n.. note:: Entries are `kept <entries.html>`_.\n\n.. code-block:: sh\n\n   ledger\n",
            "text/x-rst",
        ),
        (
            "The server stores every entry once.\nNobody may change one afterwards, it says, and why.\nNot even we.\n"
            * 3,
            "text/plain",
        ),
    ],
)
@pytest.mark.parametrize("name", ["unnamed", "wrong.pdf", "wrong.json", "wrong.tex"])
def test_form_decides_where_the_name_says_nothing_or_is_wrong(name: str, text: str, media_type: str) -> None:
    assert identify(name, text.encode()).media_type == media_type


def test_utf16_is_told_by_its_form_too() -> None:
    assert identify("x", '{"name": "ledger"}'.encode("utf-16")).media_type == "application/json"


def test_a_name_is_trusted_where_the_text_does_not_deny_it() -> None:
    assert identify("schedule.md", b"Monday, Tuesday, Wednesday\n").media_type == "text/markdown"
    assert identify("ledger.yaml", b"[one, two]\n").media_type == "application/yaml"


GO = 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfor i := 0; i < 3; i++ {\n\t\tfmt.Println(i)\n\t}\n}\n' * 3
PYTHON = (
    "import sys\n\n\ndef count(path):\n    return len(open(path).read().split())\n\n\nprint(count(sys.argv[1]))\n" * 3
)
SQL = "CREATE TABLE entry (\n  id INTEGER PRIMARY KEY,\n  amount NUMERIC NOT NULL\n);\nSELECT id FROM entry;\n" * 3


@pytest.mark.parametrize("code", [GO, PYTHON, SQL], ids=["go", "python", "sql"])
@pytest.mark.parametrize("fence", ["```", "~~~", "````"])
def test_a_guide_is_markdown_however_much_code_it_quotes(code: str, fence: str) -> None:
    text = f"# Count the words\n\nRun it on a file.\n\n{fence}\n{code}{fence}\n"
    assert identify("guide.md", text.encode()).media_type == "text/markdown"


@pytest.mark.parametrize("name", ["count.md", "count.txt", "count"])
def test_code_without_a_fence_is_code(name: str) -> None:
    assert identify(name, PYTHON.encode()).media_type == "text/x-python"


def test_a_pdf_with_junk_before_its_header() -> None:
    assert identify("a.txt", b"\r\n\r\njunk" + LEDGER_PDF).media_type == "application/pdf"


def test_two_files_in_one() -> None:
    assert also_archive(LEDGER_PDF + zipped({"a.txt": "words"}))
    assert not also_archive(LEDGER_PDF)
    assert not also_archive(LEDGER_PDF + zipped({"a.txt": "words"}) + b"\n%%EOF")


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("Makefile", "text/x-makefile"),
        ("tools/GNUmakefile", "text/x-makefile"),
        ("Dockerfile", "text/x-dockerfile"),
        ("Dockerfile.test", "text/x-dockerfile"),
        ("Jenkinsfile", "text/x-groovy"),
        ("Gemfile", "text/x-ruby"),
        ("src/CMakeLists.txt", "text/x-cmake"),
    ],
)
def test_files_of_programs_are_known_by_their_whole_name(name: str, media_type: str) -> None:
    declared = identify(name, b"all: boat\n\nboat:\n\tplane oak\n").named
    assert declared is not None
    assert declared.media_type == media_type


@pytest.mark.parametrize("name", ["makefile.md", "Dockerfile.txt", "gemfile-notes"])
def test_another_ending_of_such_a_name_counts(name: str) -> None:
    declared = identify(name, b"How the boat is built.\n").named
    assert declared is None or Trait.CODE not in declared.traits
