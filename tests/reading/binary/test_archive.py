"""Archives as sets inside the set."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from checkfirst.api import check, check_documents
from checkfirst.reading.binary.archive import unpack
from checkfirst.reading.parsed import Damaged, Encrypted, LimitExceeded
from tests.reading.binary.rich_files import LEDGER_DOCX, zipped

NOTE = b"# Retries\n\nA client retries three times when the server does not answer within two seconds.\n"


def tarred(members: dict[str, bytes], *, link: str = "") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        if link:
            member = tarfile.TarInfo(link)
            member.type, member.linkname = tarfile.SYMTYPE, "/etc/hostname"
            archive.addfile(member)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped({"docs/retries.md": NOTE})),
        ("a.tar", tarred({"docs/retries.md": NOTE})),
        ("a.tar.gz", gzip.compress(tarred({"docs/retries.md": NOTE}))),
        ("a.tgz", gzip.compress(tarred({"./docs//retries.md": NOTE}))),
        ("a.tar.bz2", bz2.compress(tarred({"docs/retries.md": NOTE}))),
        ("a.tar.xz", lzma.compress(tarred({"docs\\retries.md": NOTE}))),
        ("outer.zip", zipped({"docs/retries.md": NOTE, ".hidden/x.md": NOTE, "__MACOSX/y.md": b"x"})),
    ],
)
def test_members_are_documents(name: str, data: bytes) -> None:
    assert unpack(data, name).files == {"docs/retries.md": NOTE}


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress], ids=["gz", "bz2", "xz"])
def test_a_single_packed_file_has_the_name_of_the_archive(pack: Callable[[bytes], bytes]) -> None:
    assert unpack(pack(NOTE), "retries.md.gz").files == {"retries.md": NOTE}


def test_archives_inside_are_opened_three_deep() -> None:
    data = zipped({"retries.md": NOTE})
    for name in ("three.zip", "two.zip"):
        data = zipped({name: data})
    assert list(unpack(data).files) == ["two.zip/three.zip/retries.md"]
    with pytest.raises(LimitExceeded, match="3 deep"):
        unpack(zipped({"one.zip": data}))


def test_names_and_links_never_lead_out() -> None:
    held = unpack(tarred({"../../up.md": NOTE, "/root.md": NOTE, "C:\\disk.md": NOTE, "in.md": NOTE}, link="out.md"))
    assert list(held.files) == ["in.md"]
    assert [why for _, why in held.refused] == ["its name leads out of the archive"] * 3 + [
        "a link or device in an archive; not followed"
    ]


def test_the_second_of_two_files_with_one_name_is_said() -> None:
    assert unpack(tarred({"a.md": NOTE})[:1024] + tarred({"a.md": b"other\n"})).refused == [
        ("a.md", "a second file of this name in the archive")
    ]


@pytest.mark.parametrize(
    "data",
    [
        zipped({"blank.txt": bytes(200_000_000)}),
        gzip.compress(bytes(200_000_000)),
        zipped({f"{n}.txt": b"x" for n in range(10_001)}),
        zipped({f"{n}.zip": zipped({"blank.txt": bytes(28_000_000)}) for n in range(4)}),
    ],
    ids=["zip", "gzip", "many", "nested"],
)
def test_bombs_are_stopped(data: bytes) -> None:
    with pytest.raises(LimitExceeded):
        unpack(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        zipped({"a.md": NOTE})[:40],
        gzip.compress(NOTE * 50)[:60],
        tarred({"a.md": NOTE * 99})[:900],
        zipped({}),
    ],
    ids=["empty", "text", "half a zip", "half a gzip", "half a tar", "no members"],
)
def test_broken_archives(data: bytes) -> None:
    with pytest.raises(Damaged):
        unpack(data)


def test_a_locked_archive() -> None:
    data = bytearray(zipped({"a.md": NOTE}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Encrypted):
        unpack(bytes(data))


def test_a_set_with_archives(tmp_path: Path) -> None:
    index = b"# Index\n\n- [Retries](retries.md)\n- [Timeouts](timeouts.md)\n"
    (tmp_path / "pack.zip").write_bytes(zipped({"docs/INDEX.md": index, "docs/retries.md": NOTE}))
    (tmp_path / "INDEX.md").write_text("# Index\n\n- [Pack](pack.zip)\n- [Retries](pack.zip/docs/retries.md)\n")
    (tmp_path / "broken.tar.gz").write_bytes(gzip.compress(NOTE * 50)[:60])
    (tmp_path / "letter.docx").write_bytes(LEDGER_DOCX)
    report = check(tmp_path)
    assert [d.path for d in report.documents] == [
        "INDEX.md",
        "broken.tar.gz",
        "letter.docx",
        "pack.zip/docs/INDEX.md",
        "pack.zip/docs/retries.md",
    ]
    assert ("pack.zip", "an archive: its 2 files are checked one by one") in [
        (s.path, s.reason) for s in report.skipped
    ]
    assert [(f.code, f.path) for f in report.findings if f.code in {"FIL006", "IDX002"}] == [
        ("FIL006", "broken.tar.gz"),
        ("IDX002", "pack.zip/docs/INDEX.md"),
    ]


def test_records_may_be_archives() -> None:
    report = check_documents([("pack.zip", zipped({"retries.md": NOTE})), ("other.zip", zipped({"retries.md": NOTE}))])
    assert [d.path for d in report.documents] == ["other.zip/retries.md", "pack.zip/retries.md"]


def test_members_can_be_excluded() -> None:
    from checkfirst.config import Config

    report = check_documents([("pack.zip", zipped({"a.md": NOTE, "b/c.md": NOTE}))], config=Config(exclude=("b/",)))
    assert [d.path for d in report.documents] == ["pack.zip/a.md"]


def test_a_member_without_a_name_is_said() -> None:
    nameless = io.BytesIO()
    with zipfile.ZipFile(nameless, "w") as archive:
        member = zipfile.ZipInfo("x")
        member.filename = ""
        archive.writestr(member, "# Words\n")
        archive.writestr("b.md", "# More\n")
    found = unpack(nameless.getvalue(), "a.zip")
    assert set(found.files) == {"b.md"}
    assert found.refused == [("", "a member of an archive without a name")]


@pytest.mark.parametrize("name", ["a/" * 300 + "x.md", "n" * 1_500 + ".md", "b" * 200 + "/" + "c/" * 900 + "y.txt"])
def test_a_path_of_many_folders_is_said_and_the_rest_is_read(name: str) -> None:
    members = unpack(zipped({"rows.md": b"# Rows\n", name: b"# Far down\n"}))
    assert list(members.files) == ["rows.md"]
    ((shown, reason),) = members.refused
    assert name.startswith(shown.removesuffix("…"))
    assert len(shown) <= 201
    assert "100 folders" in reason
    with pytest.raises(LimitExceeded, match="1,024 characters"):
        unpack(zipped({name: b"# Far down\n"}))


def test_a_path_of_some_folders_is_read() -> None:
    assert list(unpack(zipped({"folder/" * 60 + "rows.md": b"# Rows\n"})).files) == ["folder/" * 60 + "rows.md"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_global_fields_are_bounded(pack: Callable[[bytes], bytes]) -> None:
    def archive(fields: int) -> bytes:
        out = io.BytesIO()
        headers = {f"field.{number}": "x" for number in range(fields)}
        with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT, pax_headers=headers) as tar:
            member = tarfile.TarInfo("retries.md")
            member.size = len(NOTE)
            tar.addfile(member, io.BytesIO(NOTE))
        return pack(out.getvalue())

    assert list(unpack(archive(3)).files) == ["retries.md"]
    with pytest.raises(LimitExceeded, match="global fields"):
        unpack(archive(5_000))
