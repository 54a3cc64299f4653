"""Indexes written and repaired: what a person wrote stays."""

import re
import zipfile
from pathlib import Path

import pyromark
import pytest
from inline_snapshot import snapshot

from checkfirst import check
from checkfirst.cli.app import main
from checkfirst.cli.index import planned
from checkfirst.config import Config
from tests.texts import LEDGER_SERIES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "ledger"
    for name, text in LEDGER_SERIES.items():
        path = root / ("parts" if name == "clock.md" else "") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_a_new_index(folder: Path) -> None:
    assert planned(folder, Config()).after == snapshot("""\
# ledger: documents

- [Accounts](accounts.md): An account holds entries of one currency. (specification)
- [Exporting entries](export.md): The exporter writes all entries of a period to one file, for the auditors.
- [Importing entries](importer.md): The importer reads files of entries and sends them to the ledger in batches of 500.
- [Ledger storage](storage.md): This document specifies how the ledger service stores entries and how clients read them back. (specification)

## parts

- [Clock protocol](parts/clock.md): Every node of the ledger reads the time from the clock service once a minute.
""")


def test_repaired_in_the_manner_of_its_own_list(folder: Path) -> None:
    index = folder / "INDEX.md"
    index.write_bytes(
        b"# Mine\r\n\r\n1. [Accounts](accounts.md)\r\n2. [Plan](PLAN.md), from spring\r\n\r\nWords of mine.\r\n"
    )
    after = planned(folder, Config()).after
    assert after.replace("\r\n", "\n") == snapshot("""\
# Mine

1. [Accounts](accounts.md)
2. [Plan](PLAN.md), from spring (missing)
3. [Exporting entries](export.md): The exporter writes all entries of a period to one file, for the auditors.
4. [Importing entries](importer.md): The importer reads files of entries and sends them to the ledger in batches of 500.
5. [Clock protocol](parts/clock.md): Every node of the ledger reads the time from the clock service once a minute.
6. [Ledger storage](storage.md): This document specifies how the ledger service stores entries and how clients read them back. (specification)

Words of mine.
""")
    assert after.count("\n") == after.count("\r\n")


def test_nothing_changes_twice(folder: Path) -> None:
    (folder / "INDEX.md").write_text("# Mine\n\n- [Plan](PLAN.md)\n", encoding="utf-8")
    plan = planned(folder, Config())
    plan.path.write_text(plan.after, encoding="utf-8")
    again = planned(folder, Config())
    assert again.after == again.before == plan.after


def test_tables_and_bare_indexes(folder: Path) -> None:
    (folder / "SUMMARY.md").write_text("# Summary\n\n- [Plan](PLAN.md)\n- [Accounts](accounts.md)\n", encoding="utf-8")
    after = planned(folder, Config()).after
    assert "- [Plan](PLAN.md) <!-- missing -->\n" in after
    assert "- [Clock protocol](parts/clock.md)\n" in after
    (folder / "SUMMARY.md").unlink()
    table = "# Set\n\n| file | about |\n|---|---|\n| [Plan](PLAN.md) | when |\n"
    (folder / "INDEX.md").write_text(table, encoding="utf-8")
    after = planned(folder, Config()).after
    assert "| [Plan](PLAN.md) | when (missing) |\n| [Accounts](accounts.md) | An account holds" in after
    assert "\n- " not in after


def test_rows_have_the_cells_of_their_table(folder: Path) -> None:
    table = "# Set\n\n| no | file |\n|---|---|\n| 1 | [Accounts](accounts.md) |\n\nWords below.\n"
    (folder / "INDEX.md").write_text(table, encoding="utf-8")
    (folder / "export.md").write_text("# A | B\n\nThe exporter writes all entries.\n", encoding="utf-8")
    after = planned(folder, Config()).after
    assert "| 1 | [Accounts](accounts.md) |\n|  | [A \\| B](export.md) |\n" in after
    assert after.endswith("\n\nWords below.\n")


def test_chapters_before_the_list_are_not_listed_twice(folder: Path) -> None:
    (folder / "SUMMARY.md").write_text(
        "# Summary\n\n[Accounts](accounts.md)\n[Clock](./parts/clock.md)\n\n- [Export](/export.md)\n- [Plan](PLAN.md)\n\n"
        "[Storage](storage.md)\n",
        encoding="utf-8",
    )
    after = planned(folder, Config()).after
    assert after.count("accounts.md") == after.count("clock.md") == after.count("storage.md") == 1
    assert after.count("export.md") == 1
    assert "importer.md" in after


def test_only_what_is_reported_as_unlisted_is_added(folder: Path) -> None:
    (folder / "parts" / "INDEX.md").write_text("# Parts\n\n- [Plan](plan.md)\n", encoding="utf-8")
    (folder / "parts" / "README.md").write_text("# Parts\n\nHere.\n", encoding="utf-8")
    after = planned(folder, Config()).after
    reported = {f.path for f in check(folder).findings if f.code == "IDX003"}
    assert reported == {"parts/clock.md"}
    assert after.count("](") == 2
    assert "- [Clock protocol](clock.md)" in after


def test_a_readme_that_lists_documents_is_made_whole(folder: Path) -> None:
    listed = "\n".join(f"- [{name}]({name}.md)" for name in ("accounts", "export", "importer"))
    (folder / "README.md").write_text(f"# Ledger\n\n{listed}\n", encoding="utf-8")
    after = planned(folder, Config()).after
    assert "](storage.md)" in after
    assert "](parts/clock.md)" in after


def test_a_navigation_in_yaml_is_left_to_a_person(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(
        "docs_dir: .\nnav:\n  - Accounts: accounts.md\n  - Plan: PLAN.md\n", encoding="utf-8"
    )
    plan = planned(folder, Config())
    assert "  not there: PLAN.md\n" in plan.by_hand
    assert "  not listed: [Clock protocol](parts/clock.md)" in plan.by_hand


def test_shown_first_and_written_when_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("--- a/INDEX.md\n+++ b/INDEX.md\n")
    assert "add --write" in err
    assert not (folder / "INDEX.md").exists()
    assert main(["index", str(folder), "--write"]) == 0
    assert (folder / "INDEX.md").read_text("utf-8").startswith("# ledger: documents\n")
    assert main(["index", str(folder)]) == 0


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00broken [a](b.md)"])
def test_mistakes(tmp_path: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "x.md"
    target.write_bytes(content or b"# X\n")
    assert main(["index", str(target)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html>\n<html><head>\n<title>Mine</title>\n</head><body>\n<ul>\n<li><a href='PLAN.md'>Plan</a></li>\n"
        b"<li><a href='accounts.md'>Accounts</a></li>\n</ul>\n</body></html>\n",
        b'{"documents": ["accounts.md", "PLAN.md"]}\n',
    ],
)
def test_an_index_whose_content_is_not_markdown_is_not_edited(
    folder: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    index = folder / "INDEX.md"
    index.write_bytes(content)
    assert main(["index", str(folder), "--write"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "write it as Markdown" in err
    assert index.read_bytes() == content


def test_an_index_in_an_archive_is_not_edited(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
        archive.writestr("INDEX.md", "# Mine\n\n- [Plan](PLAN.md)\n")
    assert main(["index", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_each_line_keeps_its_own_ending(folder: Path) -> None:
    index = folder / "INDEX.md"
    index.write_bytes(b"# Mine\r\r- [Plan](PLAN.md)\r\nWords.\rMore words.\n- [Accounts](accounts.md)")
    after = planned(folder, Config()).after
    assert after.startswith(
        "# Mine\r\r- [Plan](PLAN.md) (missing)\r\nWords.\rMore words.\n- [Accounts](accounts.md)\r- ["
    )
    complete = after.removesuffix("\r")
    index.write_bytes(complete.encode())
    assert planned(folder, Config()).after == complete


def test_entries_of_wrong_files_are_marked(folder: Path) -> None:
    (folder / "fees.md").write_text("404 Not Found\n\nThe page could not be found on this server.\n", "utf-8")
    (folder / "INDEX.md").write_text("# Set\n\n- [Accounts](accounts.md)\n- [Fees](fees.md)\n", "utf-8")
    after = planned(folder, Config()).after
    assert "- [Fees](fees.md) (wrong: is an error, login or waiting page)\n" in after
    (folder / "INDEX.md").write_text(after, "utf-8")
    assert planned(folder, Config()).after == after


@pytest.mark.parametrize(
    "title",
    [
        r"\[Read on\](https://host.invalid)",
        r"\`[Read on](https://host.invalid)\`",
        "```[Read on](https://host.invalid)`",
        r"\<img src=x onerror=y>",
        "`` a ` [Read on](https://host.invalid)` ``",
        r"\\![Read on](https://host.invalid/p.png)",
    ],
)
@pytest.mark.parametrize("place", ["title", "sentence", "folder"])
def test_words_of_a_document_are_no_markup_in_the_index(tmp_path: Path, title: str, place: str) -> None:
    folder = tmp_path / "set" / (title.replace("/", "") if place == "folder" else "part")
    folder.mkdir(parents=True)
    # Plain text, whose signs are no markup: they stand in the index as they are.
    said = title if place == "title" else "The limits of the gateway"
    sentence = (
        f"{title} tells how many calls it takes." if place == "sentence" else "It takes a hundred calls a minute."
    )
    (folder / "a.txt").write_text(f"{said}\n\n{sentence}\n", "utf-8")
    main(["index", str(tmp_path / "set"), "--write"])
    shown = pyromark.html((tmp_path / "set" / "INDEX.md").read_text("utf-8"))
    assert not re.search(r'(?:href|src)="http', shown)
    assert "<img" not in shown
