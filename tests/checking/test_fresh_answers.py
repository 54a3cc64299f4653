"""What is said of a file depends on nothing that was read before it: not on the order, nor on the number of processes."""

import random
from pathlib import Path

import pytest

from checkfirst import Report, check, check_documents
from checkfirst.checking import workers
from checkfirst.reading.sandbox import client
from checkfirst.reading.sandbox.protocol import OUT_OF_MEMORY
from checkfirst.reporting.json_v1 import render
from tests.reading.binary.rich_files import (
    LEDGER_DOCX,
    LEDGER_EPUB,
    LEDGER_ODT,
    LEDGER_PDF,
    LEDGER_PPTX,
    LEDGER_XLSX,
    book,
    docx,
    paragraph,
    pdf_of,
    run,
)

#: A PDF that is locked with a password: the trailer names how, and its key fits none.
LOCK = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"ab" * 32 + b"> /U <" + b"cd" * 32 + b"> >>"
    b" /ID [<00> <00>] /Root"
)
PDF = pdf_of(["60 760 Td (The server stores every entry once.) Tj"])


def hostile() -> dict[str, bytes]:
    """Whole, locked, empty and damaged files of each rich type, and texts that are none."""
    rng = random.Random(11)
    whole = {
        "pdf": LEDGER_PDF, "docx": LEDGER_DOCX, "xlsx": LEDGER_XLSX, "pptx": LEDGER_PPTX, "odt": LEDGER_ODT, "epub": LEDGER_EPUB,
    }  # fmt: skip
    files = {
        "locked.pdf": PDF.replace(b"/Root", LOCK),
        "nothing.pdf": PDF.replace(b"/Count 1", b"/Count 0").replace(b"/Kids [", b"/Kids [] /Lost ["),
        "half.pdf": PDF[: len(PDF) // 2],
        "head.pdf": b"%PDF-1.7\n%%EOF",
        "deep.docx": docx("<w:p>" * 3_000 + "</w:p>" * 3_000),
        "bomb.docx": docx(paragraph(run("x" * 9_000_000))),
        "empty.epub": book([]),
        "words.txt": b"The warden weighs it.\xff\xfe\n",
        "broken.ipynb": b'{"cells": [',
        "cut.zip": b"PK\x03\x04" + bytes(40),
    }
    for suffix, data in whole.items():
        files[f"whole.{suffix}"] = data
        files[f"wrong.{suffix}"] = whole["pdf" if suffix != "pdf" else "docx"]
        for number in range(3):
            changed = bytearray(data)
            for _ in range(8):
                changed[rng.randrange(len(changed))] = rng.randrange(256)
            files[f"changed{number}.{suffix}"] = bytes(changed)
    return files


def of_each(report: Report) -> dict[str, tuple[object, ...]]:
    """What is said of each file, by its name without the letter before it."""
    assert not report.failures
    return {
        d.path[2:]: (
            d.losses,
            d.source,
            d.measures.losses,
            [(f.code, f.message) for f in report.findings if f.path == d.path and f.code.startswith("FIL")],
        )
        for d in report.documents
    }


def test_the_order_changes_nothing() -> None:
    files = hostile()
    names = sorted(files)
    rng = random.Random(5)
    orders = [names, names[::-1], *(rng.sample(names, len(names)) for _ in range(2))]
    said = []
    for order in orders:
        # Documents are read in the order of their names.
        named = {f"{n:02}/{name}": files[name] for n, name in enumerate(order)}
        said.append({path[1:]: rest for path, rest in of_each(check_documents(named.items())).items()})
    assert len(said[0]) == len(files)
    assert said[0]["locked.pdf"] != said[0]["nothing.pdf"]
    assert all(other == said[0] for other in said)


def test_each_file_is_told_as_if_it_were_alone() -> None:
    files = hostile()
    together = of_each(check_documents((f"a/{name}", data) for name, data in files.items()))
    for name in ("locked.pdf", "nothing.pdf", "half.pdf", "head.pdf", "changed1.pdf", "deep.docx"):
        client._stop_all()
        assert of_each(check_documents([(f"a/{name}", files[name])]))[name][:3] == together[name][:3]


def test_the_number_of_processes_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_FEWEST", 1)
    monkeypatch.setattr(workers, "_CHUNK", 3)
    for name, data in hostile().items():
        (tmp_path / name).write_bytes(data)
    seconds = '"seconds"'
    printed = [
        [line for line in "".join(render(check(tmp_path, jobs=jobs))).split("\n") if seconds not in line]
        for jobs in (1, 2, 4)
    ]
    assert printed[0] == printed[1] == printed[2]


def test_a_process_that_lacks_memory_is_asked_no_second_file_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory that earlier files left behind is no reason to call this one too large."""
    client._stop_all()
    asked = []

    def ask(worker: client._Worker, request: str, _data: bytes) -> tuple[bytes, bytes]:
        worker.files += 1
        asked.append(worker)
        return (OUT_OF_MEMORY if worker.files > 1 else b'{"request": "%s"}' % request.encode()), b""

    monkeypatch.setattr(client._Worker, "ask", ask)
    assert client._answered("a", b"")[0] == {"request": "a"}
    assert client._answered("b", b"")[0] == {"request": "b"}
    assert len(asked) == 3
    assert len(set(map(id, asked))) == 2
    client._stop_all()
