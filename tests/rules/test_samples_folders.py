"""In folders of samples and of what programs should print, a text that isn't what it seems is meant so."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.model.folder_names import is_sample, is_test_data
from tests.texts import GARDEN, LEDGER_SERIES, LOGIN_PAGE

PAGE = "<!DOCTYPE html>\n<html><head><title>Tides</title></head><body><h1>Tides</h1><p>High water is at noon.</p></body></html>\n"
FORM = "# [Title]\n\n## Scope\n\n[Describe the scope]\n\n## Owner\n\n[Name]\n\n## Date\n\n[Date]\n\n## Cost\n\n[Cost]\n\n## Risk\n\n[Risk]\n"


def told(files: dict[str, str], *codes: str) -> set[str]:
    documents = {**LEDGER_SERIES, **files}
    return {
        f.severity.value
        for f in check_documents(documents.items(), config=Config(select=codes)).findings
        if f.path in files
    }


@pytest.mark.parametrize(
    "folder",
    ["working-examples", "code-samples", "examples_v2", "Demos", "docs/codebeispiele/Beispiele-2024", "a/examples/b"],
)
def test_folders_of_samples(folder: str) -> None:
    assert is_sample(f"{folder}/a.md")


@pytest.mark.parametrize(
    "folder", ["sampled", "counterexamples", "demolition", "solutions-architecture", "example-com"]
)
def test_other_folders(folder: str) -> None:
    assert not is_sample(f"{folder}/a.md")


@pytest.mark.parametrize("folder", ["__snapshots__", "expected", "test/snapshots", "tests/cli/output", "golden"])
def test_folders_of_expected_output(folder: str) -> None:
    assert is_test_data(f"{folder}/a.txt")


@pytest.mark.parametrize("folder", ["snapshots", "snapshots/test", "output", "expectations", "spec/snapshots"])
def test_folders_of_what_was_saved(folder: str) -> None:
    assert not is_test_data(f"{folder}/a.txt")


@pytest.mark.parametrize(
    ("path", "severity"),
    [
        ("test/snapshots/print.txt", "note"),
        ("pkg/__snapshots__/page.md", "note"),
        ("code-samples/tides.txt", "note"),
        ("snapshots/tides.txt", "error"),
        ("code-samples/tides.pdf", "error"),
        ("tides.txt", "error"),
    ],
)
def test_a_page_that_a_program_prints(path: str, severity: str) -> None:
    assert told({path: PAGE}, "FIL001") == {severity}


@pytest.mark.parametrize(
    ("code", "text"), [("KND003", LOGIN_PAGE), ("KND006", FORM), ("KND002", GARDEN), ("FIT001", GARDEN)]
)
def test_samples_soften_alike(code: str, text: str) -> None:
    for folder in ("working-examples", "samples_web", "api-demos"):
        assert told({f"{folder}/gate.md": text}, code) <= {"note"}
    assert told({"gate.md": text}, code) & {"error", "warning"}
