"""What is kept and what is dropped: every row is there as it was, with what is claimed of it and why it was dropped."""

import json
from pathlib import Path

import pytest

from checkfirst.cli.app import main
from tests.corpus.made import Records, json_lines, parquet_file, records, specification
from tests.texts import LOGIN_PAGE


def filtered(tmp_path: Path, corpus: Path, *options: str) -> tuple[Records, Records]:
    """The rows that are kept and those that are dropped, of a corpus that is checked before."""
    out, parts = tmp_path / "out", tmp_path / "sorted"
    assert main(["corpus", "check", str(corpus), "-o", str(out), "-q", "-j", "1"]) in {0, 1}
    assert main(["corpus", "filter", str(corpus), "--results", str(out), "-o", str(parts), *options]) == 0
    kept, dropped = (
        [json.loads(line) for file in (parts / name).iterdir() for line in file.read_text("utf-8").splitlines()]
        for name in ("kept", "dropped")
    )
    return kept, dropped


def result(row: dict[str, object]) -> dict[str, object]:
    found = row["checkfirst"]
    assert isinstance(found, dict)
    return found


def test_a_dropped_row_names_the_rule_the_claim_and_the_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, dropped = filtered(tmp_path, json_lines(tmp_path / "a.jsonl", records(30)))
    assert (len(kept), len(dropped)) == (23, 7)
    assert "23 kept, 7 dropped: 4 WEB001, 3 KND003" in capsys.readouterr().err
    login = next(row for row in dropped if row["id"] == "d5")
    assert str(login["text"]).startswith(LOGIN_PAGE)
    assert result(login) == {
        "id": "d5",
        "reason": "KND003 (wrong): is an error, login or waiting page; line 4: Password",
        "claim": "wrong",
        "severity": "error",
        "confidence": 0.95,
        "code": "KND003",
        "line": 4,
        "quote": "Password",
    }
    assert result(kept[0]) == {"id": kept[0]["id"]}
    assert all(str(row["url"]).startswith("https://") for row in kept)


def test_rows_that_could_not_be_checked_keep_what_they_had_and_say_why(tmp_path: Path) -> None:
    corpus = tmp_path / "a.jsonl"
    good = [json.dumps(row) for row in records(3)]
    odd = ["{never was JSON", "[1, 2]", '{"id": "empty", "text": null}', '{"id": "number", "text": 7}']
    corpus.write_bytes("\n".join([good[0], "", *odd, *good[1:]]).encode() + b"\n{latin \xe9")
    kept, dropped = filtered(tmp_path, corpus)
    assert [row["id"] for row in kept] == ["d0", "d1", "d2"]
    assert [{k: v for k, v in row.items() if k != "checkfirst"} for row in dropped] == [
        {"unread": "{never was JSON"},
        {"unread": "[1, 2]"},
        {"id": "empty", "text": None},
        {"id": "number", "text": 7},
        {"unread": "{latin \\xe9"},
    ]
    reasons = [str(result(row)["reason"]) for row in dropped]
    assert reasons[0].startswith("not checked: the line is no JSON: ")
    assert reasons[0].endswith(f"{{never was JSON ({corpus}, line 3)")
    assert reasons[1] == f"not checked: the line is no JSON object but list: [1, 2] ({corpus}, line 4)"
    assert reasons[2:4] == ["not checked: the row has no text", "not checked: its text is no text but int"]
    assert "line 9" in reasons[4]


def test_a_file_that_ends_too_early_is_named(tmp_path: Path) -> None:
    cut = json_lines(tmp_path / "cut.jsonl.gz", records(60))
    cut.write_bytes(cut.read_bytes()[:400])
    false = tmp_path / "false.parquet"
    false.write_bytes(b"no Parquet")
    _, dropped = filtered(tmp_path, tmp_path)
    reasons = [str(result(row)["reason"]) for row in dropped]
    assert len(reasons) == 2
    for file in (cut, false):
        assert any(r.startswith(f"not checked: the file can't be read any further: {file}: ") for r in reasons)


def test_a_line_with_a_secret_is_quoted_without_it(tmp_path: Path) -> None:
    from tests.corpus.made import check_inputs, documents

    token = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{token}\n{json.dumps(records(1)[0])}\n')
    check_inputs([tmp_path / "a.jsonl"], tmp_path / "out")
    failure = str(documents(tmp_path / "out")[0]["failure"])
    assert "the line is no JSON" in failure
    assert token not in failure


@pytest.mark.parametrize("options", [(), ("--drop-from", "warning")])
def test_what_was_written_before_is_replaced(tmp_path: Path, options: tuple[str, ...]) -> None:
    own = tmp_path / "sorted" / "kept" / "notes.jsonl"
    own.parent.mkdir(parents=True)
    own.write_text('{"id": "mine", "checkfirst": {}}\n')
    first = json_lines(tmp_path / "a.jsonl", records(8))
    filtered(tmp_path, first)
    json_lines(first, records(5))
    kept, dropped = filtered(tmp_path, first, *options)
    assert sorted(str(row["id"]) for row in [*kept, *dropped]) == ["d0", "d1", "d2", "d3", "d4", "mine"]


def test_inputs_with_the_same_rows_are_both_there(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        json_lines(tmp_path / name, records(4))
    kept, dropped = filtered(tmp_path, tmp_path)
    assert (len(kept), len(dropped)) == (6, 2)


def test_the_main_text_of_a_page_is_what_a_reader_sees(tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in specification(4).splitlines() if line)
    page = f"<html><body><nav><a href='/'>Home page</a></nav><main>{body}</main></body></html>"
    rows: Records = [{"id": "a", "path": "a.html", "content": page.encode()}, {"id": "b", "path": "", "content": b""}]
    kept, dropped = filtered(tmp_path, parquet_file(tmp_path / "a.parquet", rows), "--clean")
    (text,) = (str(result(row)["main_text"]) for row in kept)
    assert text.startswith("# The boiler of line 4")
    assert "<p>" not in text
    assert "Home page" not in text
    assert [result(row)["reason"] for row in dropped] == ["not checked: the row has no text"]


def test_what_was_written_is_no_input_of_the_next_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "pump.md").write_text(specification(4), "utf-8")
    json_lines(tmp_path / "set" / "a.jsonl", records(3))
    for _ in range(2):
        main(["corpus", "check", "set", "-o", "set/out", "-q", "-j", "1"])
        assert main(["corpus", "filter", "set", "--results", "set/out", "-o", "set/out/sorted"]) == 0
    assert "0 documents checked, 4 known from before" in capsys.readouterr().err
