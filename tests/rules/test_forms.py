"""In folders of forms, what is missing or empty is a note at most: it comes with the copy."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.model.form_names import is_in_form

CONFIG = Config(select=("IDX002", "IDX006", "IDX007", "FIL004"))


def found(documents: dict[str, str]) -> list[tuple[str, str, str]]:
    report = check_documents(list(documents.items()), config=CONFIG)
    return sorted((f.code, f.severity.value, f.path) for f in report.findings)


FORM = {
    "index.md": "# Index\n\n- [Weir](weir.md)\n- [Gates](../gates.md)\n",
    "README.md": "# Name\n\nSee [the log](../../log.md) and [fees](#fees).\n",
    "CHANGELOG.md": "",
}


@pytest.mark.parametrize(
    "folder",
    ["_template", "docs/templates", "skeleton", "cookiecutter-ferry/docs", "{{cookiecutter.name}}", "Vorlagen"],
)
def test_forms_get_notes(folder: str) -> None:
    told = found({f"{folder}/{name}": text for name, text in FORM.items()})
    assert {severity for _, severity, _ in told} <= {"note"}


@pytest.mark.parametrize("folder", ["weir", "template_engine_docs", "contemplation"])
def test_other_folders_do_not(folder: str) -> None:
    told = found({f"{folder}/{name}": text for name, text in FORM.items()})
    assert {("FIL004", "error"), ("IDX002", "error"), ("IDX007", "warning")} <= {(c, s) for c, s, _ in told}


def test_an_index_of_forms_is_not_that_of_the_set() -> None:
    readme = "# Weir\n\n- [a](a.md)\n- [b](b.md)\n- [c](c.md)\n"
    told = found({"templates/index.md": "# Index\n\n- [x](x.md)\n", "README.md": readme})
    assert told == [("IDX002", "note", "templates/index.md"), *[("IDX002", "warning", "README.md")] * 3]


@pytest.mark.parametrize("path", ["template.md", "docs/guide.md", "a/temperature/b.md"])
def test_names_of_files_make_no_form(path: str) -> None:
    assert not is_in_form(path)
