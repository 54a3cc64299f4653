"""The check of a corpus: every format, nothing done twice, nothing lost, every failure a row."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from fsspec.spec import AbstractBufferedFile

from checkfirst.cli.app import main
from checkfirst.corpus.batch import check_batch
from checkfirst.corpus.row import Row
from checkfirst.corpus.store import Store, each_block
from tests.corpus.made import WRITERS, Deadly, check_inputs, documents, json_lines, parquet_file, records, specification
from tests.texts import LOGIN_PAGE


def told(results: Path) -> list[tuple[object, ...]]:
    return [(d["id"], d["source"], d["claim"], d["words"], d["failure"]) for d in documents(results)]


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_has_the_same_documents(tmp_path: Path, name: str) -> None:
    rows = records(20)
    check_inputs([WRITERS[name](tmp_path / name, rows)], tmp_path / "out")
    found = told(tmp_path / "out")
    assert [row[0] for row in found] == [row["id"] for row in rows]
    assert {row[1] for row in found} == {"site0.example", "site1.example", "site2.example"}
    assert [row[0] for row in found if row[2] == "wrong"] == [f"d{n}" for n in range(20) if n % 7 == 3 or n % 9 == 5]


def test_folders_and_archives_of_documents(tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "set"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "login.html").write_text(f"<html><body>{LOGIN_PAGE}</body></html>", "utf-8")
    (folder / "pump.md").write_text(specification(4), "utf-8")
    archive = Path(shutil.make_archive(str(tmp_path / "set"), "zip", folder))
    for path in (folder, archive):
        out = tmp_path / f"out-{path.suffix}"
        check_inputs([path], out)
        assert {Path(str(d["id"])).name: d["claim"] for d in documents(out)} == {
            "login.html": "wrong",
            "pump.md": None,
        }


def test_what_is_known_is_not_checked_again(tmp_path: Path) -> None:
    rows = records(700)
    first, second = rows[:500], rows[500:]
    out = tmp_path / "out"
    json_lines(tmp_path / "a.jsonl", first)
    json_lines(tmp_path / "b.jsonl", second)
    assert check_inputs([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], out, workers=2).checked == 700
    before = {d["id"]: d for d in documents(out)}
    # Another name, order, format and number of processes.
    json_lines(tmp_path / "z.jsonl.gz", first)
    again = check_inputs([tmp_path / "b.jsonl", tmp_path / "z.jsonl.gz"], out)
    assert (again.checked, again.known) == (0, 700)
    # A row more changes the block that it stands in.
    json_lines(tmp_path / "z.jsonl.gz", [{"id": "new", "url": "", "text": specification(9_999)}, *first])
    more = check_inputs([tmp_path / "z.jsonl.gz", tmp_path / "b.jsonl"], out)
    assert 0 < more.checked < 600
    assert more.checked + more.known == 701
    after = {d["id"]: d for d in documents(out)}
    assert after.pop("new")["claim"] is None
    assert after == before


def test_killed_at_any_moment_nothing_is_lost_or_double(tmp_path: Path) -> None:
    rows = records(400)
    corpus = json_lines(tmp_path / "a.jsonl", rows)
    out = tmp_path / "out"
    for attempt, workers in enumerate((2, 1, 2)):
        command = [
            sys.executable,
            "-m",
            "checkfirst",
            "corpus",
            "check",
            str(corpus),
            "-o",
            str(out),
            "-q",
            "-j",
            str(workers),
        ]
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        deadline = time.monotonic() + 60
        # Each run is killed once it has kept a block more, or while it begins.
        while (
            len(list(out.glob("documents/[0-9a-f]*"))) <= attempt
            and process.poll() is None
            and time.monotonic() < deadline
        ):
            time.sleep(0.01)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    check_inputs([corpus], out)
    assert [d["id"] for d in documents(out)] == [row["id"] for row in rows]
    assert not list(out.rglob(".unfinished-*"))


def test_a_row_that_cannot_be_checked_is_a_failure_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checkfirst.corpus.rows_of_records.LONGEST", 10_000)
    rows = [json.dumps(row) for row in records(3)]
    odd = [
        '{"id": "null", "text": null}',
        '{"id": "list", "text": ["a"]}',
        "{no json",
        "7",
        json.dumps({"text": "long " * 9_999}),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join([rows[0], *odd, *rows[1:]]), "utf-8")
    check_inputs([tmp_path / "a.jsonl"], tmp_path / "out")
    found = documents(tmp_path / "out")
    assert [d["id"] for d in found if d["failure"] is None] == ["d0", "d1", "d2"]
    reasons = [str(d["failure"]) for d in found if d["failure"] is not None]
    assert [reason.split(":")[0] for reason in reasons] == [
        "the row has no text",
        "its text is no text but list",
        "the line is no JSON",
        "the line is no JSON object but int",
        "longer than 10,000 characters",
    ]


def test_bytes_go_through_the_readers(tmp_path: Path) -> None:
    import io
    import zipfile

    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 200_000_000)
    rows: list[dict[str, object]] = [
        {"id": "text", "path": "x/pump.md", "content": specification(3).encode()},
        {"id": "bomb", "path": "x/large.docx", "content": bomb.getvalue()},
        {"id": "broken", "path": "x/scan.pdf", "content": b"%PDF-1.7 nothing behind it"},
    ]
    check_inputs([parquet_file(tmp_path / "a.parquet", rows)], tmp_path / "out")
    found = {d["id"]: d for d in documents(tmp_path / "out")}
    assert found["text"]["media_type"] == "text/markdown"
    assert found["text"]["claim"] is None
    assert found["broken"]["claim"] == "damaged"
    assert found["bomb"]["claim"] in {"damaged", "unsure"} or found["bomb"]["failure"]


def test_a_document_that_ends_its_worker_is_a_failure_of_that_document(tmp_path: Path) -> None:
    from checkfirst.config import Config
    from checkfirst.corpus.blocks import Block
    from checkfirst.corpus.local import check_blocks

    def row(n: int, content: Any) -> Row:
        return Row(id=f"d{n}", content=content)

    store = Store(tmp_path / "out")
    store.create()
    rows = (row(0, specification(0)), row(1, Deadly()), row(2, specification(2)))
    blocks = [Block(key="aa", rows=rows), Block(key="bb", rows=(row(3, specification(3)),))]
    assert {block.key for block in check_blocks(iter(blocks), store, Config(), workers=2)} == {"aa", "bb"}
    failures = [(d["id"], d["failure"]) for d in store.documents("aa").to_pylist()]
    assert [reason is None for _, reason in failures] == [True, False, True]
    assert store.documents("bb")["failure"].to_pylist() == [None]


def test_a_batch_is_judged_row_by_row() -> None:
    rows = records(12)
    together = check_batch(pa.Table.from_pylist(rows)).to_pylist()
    alone = [check_batch(pa.Table.from_pylist([row])).to_pylist()[0] for row in rows]
    assert together == alone
    assert [d["claim"] for d in together].count("wrong") == 3


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["check", "none.jsonl", "-o", "out"], "none.jsonl: no such file or folder"),
        (["check", "odd.jsonl", "-o", "out"], "no column looks like the text; name it with --text (columns: a, b)"),
        (["check", "odd.jsonl", "-o", "out", "--text", "c"], "no column 'c' (columns: a, b)"),
        (["report", "out"], "no results of a run that came to its end"),
        (["filter", "good.jsonl", "--results", "out", "-o", "sorted"], "not checked as it is now"),
    ],
)
def test_mistakes_are_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], call: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "odd.jsonl").write_text('{"a": 1, "b": "x"}\n')
    json_lines(tmp_path / "good.jsonl", records(3))
    assert main(["corpus", *call]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


def test_from_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    json_lines(tmp_path / "a.jsonl", records(30))
    assert main(["corpus", "check", "a.jsonl", "-o", "out", "-q", "-j", "1"]) == 1
    out, err = capsys.readouterr()
    assert "text: text, id: id" in err
    assert "30 documents of 3 sources: 7 errors, 23 clear" in out
    assert main(["corpus", "report", "out", "-o", "report.html"]) == 1
    assert "site0.example" in (tmp_path / "report.html").read_text("utf-8")


def test_a_sample_is_shared_out(tmp_path: Path) -> None:
    from checkfirst.config import Config
    from checkfirst.corpus.columns import Columns
    from checkfirst.corpus.inputs import inputs_of
    from checkfirst.corpus.local import check_blocks
    from checkfirst.corpus.run import check_corpus

    for name in "abc":
        json_lines(tmp_path / f"{name}.jsonl", records(20))
    store = Store(tmp_path / "out")
    done = check_corpus(
        inputs_of([str(tmp_path)], Columns()),
        store,
        Config(),
        lambda b, s, c: check_blocks(b, s, c, 1),
        lambda _: None,
        7,
    )
    assert done.checked + done.known == 7
    assert [name.rpartition("/")[2] for name, _ in each_block(store)] == ["a.jsonl", "b.jsonl", "c.jsonl"]


def test_a_sample_does_not_replace_a_whole_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    json_lines(tmp_path / "a.jsonl", records(30))
    check = ["corpus", "check", "a.jsonl", "-q", "-j", "1", "-o"]
    assert main([*check, "sampled", "--sample", "5"]) == 1
    assert "a sample: the first rows of each input, 5 in all" in capsys.readouterr().out
    assert main([*check, "sampled"]) == 1
    assert "a sample" not in capsys.readouterr().out
    assert main([*check, "sampled", "--sample", "5"]) == 2
    assert "sampled: has the results of a whole run; give a sample another folder" in capsys.readouterr().err
    assert len(documents(tmp_path / "sampled")) == 30


def test_debug_prints_the_traceback_of_what_went_wrong(tmp_path: Path) -> None:
    json_lines(tmp_path / "a.jsonl", records(3))
    (tmp_path / "pyarrow.py").write_text("raise RuntimeError('broken on purpose')\n")
    program = [sys.executable, "-c", "from checkfirst.__main__ import program; raise SystemExit(program())"]
    call = [*program, "corpus", "check", "a.jsonl", "-o", "out"]
    for options, expected in (([], 0), (["--debug"], 1)):
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        done = subprocess.run(
            [*call, *options], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.stderr.count("Traceback") == expected
        assert "broken on purpose" in done.stderr


def test_an_address_that_is_none_ends_nothing(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [{"id": "a", "url": "https://[broken/", "text": specification(1)}, *records(3)]
    check_inputs([json_lines(tmp_path / "a.jsonl", rows)], tmp_path / "out")
    assert next(d["source"] for d in documents(tmp_path / "out")) == "https://[broken/"


def test_a_file_that_is_cut_is_a_failure_and_the_others_are_checked(tmp_path: Path) -> None:
    whole = json_lines(tmp_path / "whole.jsonl", records(4))
    cut = json_lines(tmp_path / "cut.jsonl.gz", records(60))
    cut.write_bytes(cut.read_bytes()[:400])
    false = tmp_path / "false.jsonl.gz"
    false.write_bytes(b"no archive\n")
    told = check_inputs([whole, cut, false], tmp_path / "out")
    found = documents(tmp_path / "out")
    assert told.checked == len(found) >= 6
    assert sum("can't be read any further" in str(d["failure"]) for d in found) == 2
    assert sum(d["failure"] is None for d in found) >= 4


@pytest.mark.parametrize("text", ["", "  \n\t\n"])
def test_a_row_without_text_is_a_failure(text: str) -> None:
    table = check_batch(pa.table({"id": ["a"], "text": [text]}))
    assert table["failure"].to_pylist() == ["the row has no text"]


def test_an_address_without_a_driver_and_an_output_that_is_a_file_are_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["corpus", "check", "nosuch://bucket/x.jsonl", "-o", str(tmp_path / "out")]) == 2
    assert "nosuch" in capsys.readouterr().err
    corpus = json_lines(tmp_path / "a.jsonl", records(3))
    assert main(["corpus", "check", str(corpus), "-o", str(tmp_path / "out"), "-q"]) in {0, 1}
    capsys.readouterr()
    assert main(["corpus", "filter", str(corpus), "--results", str(tmp_path / "out"), "-o", str(corpus)]) == 2
    assert "rows are written into a folder" in capsys.readouterr().err


def test_the_folders_have_each_row_of_the_last_run_once(tmp_path: Path) -> None:
    out = tmp_path / "out"
    rows = records(300)
    first = json_lines(tmp_path / "a.jsonl", rows)
    check_inputs([first], out)
    assert pq.read_table(out / "documents").num_rows == 300
    other = json_lines(tmp_path / "b.jsonl", [{"id": "new", "url": "", "text": specification(9_999)}, *rows])
    check_inputs([other], out)
    found = pq.read_table(out / "documents")["id"].to_pylist()
    assert len(found) == len(set(found)) == 301
    again = check_inputs([first], out)
    assert (again.checked, again.known) == (0, 300)
    found = pq.read_table(out / "documents")["id"].to_pylist()
    assert sorted(found) == sorted(str(row["id"]) for row in rows)


UNGUARDED = """
from pathlib import Path
from checkfirst.config import Config
from checkfirst.corpus.columns import Columns
from checkfirst.corpus.inputs import inputs_of
from checkfirst.corpus.local import check_blocks
from checkfirst.corpus.run import check_corpus
from checkfirst.corpus.store import Store

inputs = inputs_of([{corpus!r}], Columns())
engine = lambda blocks, store, config: check_blocks(blocks, store, config, workers=2)
check_corpus(inputs, Store(Path({out!r})), Config(), engine, lambda state: None)
"""


def test_a_program_without_a_guard_ends_with_a_word_and_without_results(tmp_path: Path) -> None:
    corpus = json_lines(tmp_path / "a.jsonl", records(300))
    program = tmp_path / "program.py"
    program.write_text(UNGUARDED.format(corpus=str(corpus), out=str(tmp_path / "out")), "utf-8")
    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, timeout=60, check=False)
    assert "UsageError" in done.stderr
    assert "__main__" in done.stderr
    assert not list((tmp_path / "out" / "documents").glob("[0-9a-f]*"))


class Bucket(MemoryFileSystem):  # type: ignore[misc]
    """A file system whose files come in pieces, as those of a bucket do."""

    protocol = "pieces"
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.replace("pieces://", "memory://")))

    def _open(self, path: str, mode: str = "rb", **options: Any) -> Any:
        return PieceFile(self, path, mode, block_size=1_000) if mode == "rb" else super()._open(path, mode, **options)

    def cat_file(self, path: str, start: int | None = None, end: int | None = None, **_: Any) -> bytes:
        data: bytes = self.store[self._strip_protocol(path)].getvalue()
        return data[start:end]


class PieceFile(AbstractBufferedFile):  # type: ignore[misc]
    """A file of it."""

    def _fetch_range(self, start: int, end: int) -> bytes:
        data: bytes = self.fs.cat_file(self.path, start, end)
        return data


@pytest.mark.parametrize("protocol", ["memory", "pieces"])
def test_a_bucket_is_read_as_a_folder_is(tmp_path: Path, protocol: str) -> None:
    fsspec.register_implementation("pieces", Bucket, clobber=True)
    bucket = fsspec.filesystem(protocol)
    rows = records(20)
    names = sorted({**WRITERS, "deep/b.jsonl.gz": json_lines})
    for number, name in enumerate(names):
        own = [{**row, "id": f"{number}-{row['id']}"} for row in rows]
        file = name.rpartition("/")[2]
        write = WRITERS.get(name, json_lines)
        bucket.pipe(f"/corpus/{name}", write(tmp_path / file, own).read_bytes())
    bucket.pipe("/corpus/notes.txt", b"no rows")
    try:
        check = ["corpus", "check", "-q", "-j", "1", "-o", str(tmp_path / "out"), f"{protocol}://corpus"]
        assert main(check) == 1
        assert [row["id"] for row in documents(tmp_path / "out")] == [
            f"{number}-{row['id']}" for number in range(len(names)) for row in rows
        ]
        sorted_ = ["corpus", "filter", f"{protocol}://corpus/*.jsonl", "--results", str(tmp_path / "out")]
        assert main([*sorted_, "-o", str(tmp_path / "sorted")]) == 0
        # The bucket itself is not changed.
        assert len(bucket.find("/corpus")) == len(names) + 1
    finally:
        bucket.rm("/corpus", recursive=True)


class Denied(MemoryFileSystem):  # type: ignore[misc]
    """A file system that answers with an error of its own for all that is called ``closed``."""

    protocol = "denied"
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.replace("denied://", "memory://")))

    def info(self, path: str, **options: Any) -> Any:
        if "closed-folder" in path:
            raise LookupError("403: no token\nfor this bucket")
        return super().info(path, **options)

    def _open(self, path: str, mode: str = "rb", **options: Any) -> Any:
        if "closed" in path and mode == "rb":
            raise LookupError("403: no token")
        return super()._open(path, mode, **options)


def test_a_bucket_that_refuses_is_one_line_and_a_file_of_it_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fsspec.register_implementation("denied", Denied, clobber=True)
    bucket = fsspec.filesystem("denied")
    for name in ("a", "closed", "z"):
        own = [{**row, "id": f"{name}-{row['id']}"} for row in records(3)]
        bucket.pipe(f"/corpus/{name}.jsonl", json_lines(tmp_path / "a.jsonl", own).read_bytes())
    check = ["corpus", "check", "-q", "-j", "1", "-o", str(tmp_path / "out")]
    try:
        assert main([*check, "denied://closed-folder/a.jsonl"]) == 2
        err = capsys.readouterr().err
        assert "LookupError: 403: no token" in err
        assert err.count("\n") == 1
        assert main([*check, "denied://corpus"]) == 1
        failures = [str(row["failure"]) for row in documents(tmp_path / "out") if row["failure"]]
        assert len(documents(tmp_path / "out")) == 7
        assert len(failures) == 1
        assert "closed.jsonl: LookupError: 403: no token" in failures[0]
    finally:
        bucket.rm("/corpus", recursive=True)


def test_what_a_file_system_logs_is_not_printed(tmp_path: Path) -> None:
    (tmp_path / "logging_fs.py").write_text(
        """import logging, sys
import fsspec
from fsspec.implementations.memory import MemoryFileSystem
from checkfirst.cli.app import main

class Bucket(MemoryFileSystem):
    protocol = "logged"
    def info(self, path, **options):
        try:
            raise LookupError("no route")
        except LookupError as error:
            logging.getLogger("logged").exception("out of retries")
            raise

fsspec.register_implementation("logged", Bucket)
sys.exit(main(["corpus", "check", "logged://bucket/a.jsonl", "-o", "out", *sys.argv[1:]]))
"""
    )
    run = [sys.executable, "logging_fs.py"]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "LookupError: no route" in done.stderr
    shown = subprocess.run([*run, "--debug"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "out of retries" in shown.stderr
