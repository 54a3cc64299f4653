"""What nobody foresaw: a line and an exit code, and the traceback for whoever asks."""

import subprocess
import sys
from pathlib import Path

import pytest

#: A fault put into the reader of Markdown, and into the program itself.
FAULT = """
import sys, runpy
import {module} as broken
def fail(*_, **__): raise LookupError("a fault\\nof two lines")
broken.{function} = fail
sys.argv = ["checkfirst", *sys.argv[1:]]
runpy.run_module("checkfirst", run_name="__main__")
"""
READER = FAULT.format(module="checkfirst.checking.document", function="read")
PROGRAM = FAULT.format(module="checkfirst.api", function="list_paths")


def ended(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    (tmp_path / "note.md").write_text("# Note\n\nThe server stores every entry once.\n")
    return str(tmp_path)


def test_a_fault_on_a_document_is_a_failure_of_that_document(folder: str) -> None:
    done = ended(READER, folder, "--no-cache", "--format", "json")
    assert "LookupError" in done.stdout
    assert done.stderr == f"checkfirst: nothing could be read in {folder}\n"
    assert done.returncode == 3


def test_its_traceback_is_printed_where_it_is_asked_for(folder: str) -> None:
    done = ended(READER, folder, "--no-cache", "--format", "json", "--debug")
    assert "Traceback" in done.stderr
    assert "LookupError" in done.stdout
    assert done.returncode == 3


def test_a_fault_of_the_program_is_one_line(folder: str) -> None:
    done = ended(PROGRAM, folder, "--no-cache")
    assert done.stderr.splitlines() == [
        "checkfirst: unexpected LookupError: a fault; this is a mistake in checkfirst: "
        "run again with --debug and report what it prints"
    ]
    assert done.returncode == 70


def test_a_fault_of_the_program_in_full(folder: str) -> None:
    done = ended(PROGRAM, folder, "--no-cache", "--debug")
    assert "Traceback" in done.stderr
    assert done.returncode != 0
