"""Members of packages that are made to grow: no more of them is unpacked than is read."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from checkfirst.reading.binary.zip_package import Package
from checkfirst.reading.detect.identify import identify
from checkfirst.reading.parsed import LimitExceeded

MEGABYTE = 1_000_000
METHODS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]


def packed(members: dict[str, bytes], method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def lying(data: bytes, size: int, declared: int) -> bytes:
    """The archive with another size of its member in both of its headers."""
    return data.replace(size.to_bytes(4, "little"), declared.to_bytes(4, "little"))


def peak(call: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("method", METHODS[1:])
@pytest.mark.parametrize("name", ["mimetype", "META-INF/manifest.xml"])
def test_the_type_is_told_without_unpacking(method: int, name: str) -> None:
    size = 40 * MEGABYTE
    data = lying(packed({name: bytes(size), "content.xml": b"<a/>"}, method), size, 100)
    assert peak(lambda: identify("a.zip", data)) < 3 * MEGABYTE
    assert identify("a.zip", data).media_type == "application/zip"


def test_an_honest_package_is_recognized() -> None:
    text = "application/vnd.oasis.opendocument.text"
    members = {"mimetype": text.encode(), "content.xml": b"<a/>"}
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        assert identify("a", packed(members, method)).media_type == text


def test_more_members_than_the_end_record_says() -> None:
    data = bytearray(packed({f"{n}": b"" for n in range(12_000)}, zipfile.ZIP_STORED))
    data[-14:-10] = b"\1\0\1\0"
    assert peak(lambda: identify("a.zip", bytes(data))) < 3 * MEGABYTE


@pytest.mark.parametrize("method", METHODS)
def test_members_are_read_whatever_packs_them(method: int) -> None:
    text = b"Parcels are weighed twice. " * 20_000
    package = Package(packed({"a/b.txt": text, "c": b"x", "empty": b""}, method))
    assert package.read("a/b.txt") == text
    assert package.read("c") == b"x"
    assert package.read("empty") == b""


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_what_grows_is_left_while_it_is_small(method: int) -> None:
    data = packed({"a": bytes(150 * MEGABYTE)}, method)

    def read() -> None:
        with pytest.raises(LimitExceeded, match="grows beyond"):
            Package(data).read("a")

    assert peak(read) < 30 * MEGABYTE
