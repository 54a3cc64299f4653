"""The published schema of reports in JSON: it takes every report, describes every field, and refuses what is no report."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checkfirst import Report, check, check_documents
from checkfirst.reporting.json_schema import schema
from checkfirst.reporting.json_v1 import render
from tests.reading.binary.rich_files import docx, paragraph, pdf, run, workbook, zipped
from tests.texts import FOREIGN, GARDEN, LEDGER_SERIES, OPINION, SAVED_PAGE

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "report.schema.json"
SCHEMA: dict[str, Any] = json.loads(schema())
EXAMPLES = sorted(path.name for path in (ROOT / "examples").iterdir() if path.is_dir())


def example(name: str) -> Report:
    return check(ROOT / "examples" / name)


def of_many_formats() -> Report:
    documents: dict[str, str | bytes] = {
        **LEDGER_SERIES,
        "roses.md": GARDEN,
        "foreign.md": FOREIGN,
        "page.txt": SAVED_PAGE,
        "page.html": f"<html><body><h1>A</h1><p>{OPINION}</p><script>x()</script></body></html>",
        "letter.docx": docx(paragraph(run("The ledger keeps one row a day."))),
        "pages.pdf": pdf([["One page"], ["Another page"]]),
        "rows.xlsx": workbook([[(1, "Name"), (2, "Ada")]]),
        "more.zip": zipped({"inside.md": "# Inside\n\nSee [gone](gone.md).\n"}),
        "INDEX.md": "# Index\n\n- [Roses](roses.md): how a payment is booked\n- [Gone](gone.md)\n",
    }
    return check_documents(documents.items())


def hostile() -> Report:
    nasty = '"}], {"\\ \x1b[31m \u202e \u2028 </script> '
    documents: dict[str, str | bytes] = {
        f"{nasty}.md": OPINION.replace("\n", f"\n{nasty}\n", 3),
        "lone-\udcff.md": b"\xff\xfe\x00 text \xed\xa0\x80 \0\n" * 20,
        "a\nb.md": "",
        "INDEX.md": f"- [{nasty}]({nasty})\n- [x](<../../{'y' * 3000}.md>)\n",
        "broken.pdf": b"%PDF-1.4 no more\n",
        "broken.docx": b"PK\x03\x04" + bytes(500),
        "long.txt": "word " * 100_000,
        "huge.txt": b"a" * 32_000_001,
        "numbers.txt": "1. a\n" * 5_000,
    }
    return check_documents(documents.items())


def nothing() -> Report:
    return check_documents([])


def stopped() -> Report:
    def stop(done: int, _total: int, _name: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    report = check_documents(LEDGER_SERIES.items(), progress=stop)
    assert report.partial
    return report


REPORTS: dict[str, Callable[[], Report]] = {
    **{name: partial(example, name) for name in EXAMPLES},
    **{made.__name__: made for made in (of_many_formats, hostile, nothing, stopped)},
}


def undescribed(schema: Any, value: object, at: str) -> Iterator[str]:
    """Fields of a value that the schema does not describe."""
    for choice in schema.get("anyOf", ()):
        if choice["type"] != "null" and value is not None:
            yield from undescribed(choice, value, at)
    if isinstance(value, list) and "items" in schema:
        for item in value:
            yield from undescribed(schema["items"], item, f"{at}[]")
    elif isinstance(value, dict) and "anyOf" not in schema:
        fields, others = schema.get("properties", {}), schema.get("additionalProperties")
        for name, inner in value.items():
            if name in fields:
                if not fields[name].get("description"):
                    yield f"{at}.{name} has no description"
                yield from undescribed(fields[name], inner, f"{at}.{name}")
            elif others is None:
                yield f"{at}.{name} is not described"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_is_as_described(name: str) -> None:
    report = json.loads(render(REPORTS[name]()))
    assert [f"{e.json_path}: {e.message[:200]}" for e in Draft202012Validator(SCHEMA).iter_errors(report)] == []
    assert sorted(set(undescribed(SCHEMA, report, ""))) == []


def test_what_is_found_in_a_folder_is_as_described(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    (tmp_path / ".hidden").touch()
    (tmp_path / "a.md").write_text("# A\n\n[b](b.md)\n", "utf-8")
    report = json.loads(render(check(tmp_path)))
    assert len(report["failures"]) == 2
    assert len(report["skipped"]) == 1
    assert list(Draft202012Validator(SCHEMA).iter_errors(report)) == []
    assert sorted(set(undescribed(SCHEMA, report, ""))) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["version"], 2),
        (["verdict"], "fine"),
        (["documents", 0, "kind"], "novel"),
        (["documents", 0, "segments", 0, "role"], "nothing"),
        (["documents", 0, "losses"], ["3 nothings"]),
        (["findings", 0, "severity"], "fatal"),
        (["findings", 0, "evidence", 0, "start_line"], 0),
        (["summary", "errors"], -1),
        (["findings"], None),
    ],
)
def test_what_is_no_report_is_refused(path: list[str | int], value: object) -> None:
    report = json.loads(render(example("wrong-file")))
    holder: Any = report
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    assert list(Draft202012Validator(SCHEMA).iter_errors(report))
    del holder[path[-1]]
    if isinstance(path[-1], str):
        assert list(Draft202012Validator(SCHEMA).iter_errors(report)), "the field is always there"


def test_fields_may_be_added() -> None:
    report = json.loads(render(example("wrong-file")))
    report["new"] = report["documents"][0]["new"] = report["findings"][0]["new"] = 1
    assert list(Draft202012Validator(SCHEMA).iter_errors(report)) == []


def test_the_published_file_with_the_program_that_others_use(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(render(example("mixed")), "utf-8")
    for call in (["--check-metaschema", str(PUBLISHED)], ["--schemafile", str(PUBLISHED), str(path)]):
        done = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", *call], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout
