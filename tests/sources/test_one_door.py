"""One door for files: what is no regular file is refused wherever it stands, and nothing else opens a file by its path."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import checkfirst
from checkfirst.checking.lock import NAME as LOCK
from checkfirst.checking.lock import read_lock
from checkfirst.config import NAME as CONFIG
from checkfirst.config import PROJECT, load_config, looks_like_config
from checkfirst.errors import ConfigError
from checkfirst.model.finding import Stage
from checkfirst.sources.folder import list_paths
from checkfirst.sources.interface import Unreadable
from checkfirst.sources.regular_file import read_bytes, read_start

SOURCES = Path(checkfirst.__file__).parent
#: Modules that open files by their path, with what they open; none of it comes from a set.
OPENERS = {
    "sources/regular_file.py": "the door",
    "checking/cache.py": "our own cache",
    "checking/worker.py": "its own output",
    "cli/hook_event.py": "the null device",
    "cli/mcp.py": "the null device",
    "cli/output.py": "the null device",
    "corpus/inputs.py": "inputs that the caller named, on any file system",
    "corpus/ragged.py": "its own parts",
    "corpus/spill.py": "its own parts",
    "corpus/store.py": "its own results",
    "exclusive.py": "a folder, or a file of our own, to hold a lock on it",
    "known/store.py": "what we keep in the user's cache folder",
    "review/address.py": "the address that it noted itself in the user's cache folder",
    "plugins.py": "what installed packages declare",
    "whole_file.py": "what the caller wants written",
    "cli/interruption.py": "the null device",
    "measuring/models/weights_file.py": "our own weights",
    "reading/detect/text_classifier.py": "our own weights",
    "reporting/html/assets.py": "our own style and script",
    "rules/precision.py": "our own table",
    "rules/samples.py": "our own samples",
}
#: Calls that open a file if they are given a path.
OPENING = {
    "open", "open_code", "fdopen", "read_text", "read_bytes", "write_text", "write_bytes", "fromfile", "memmap", "loadtxt",
    "ZipFile", "TarFile", "PdfDocument", "FileIO", "connect", "copyfile", "shutil.copy", "getline", "np.load", "numpy.load",
}  # fmt: skip
#: Of these, calls that are given bytes and no path.
OF_BYTES = {
    ("reading/binary/archive.py", "tarfile.open"),
    ("reading/binary/pdf.py", "pdfium.PdfDocument"),
    ("reading/binary/zip_package.py", "self.archive.open"),
    ("reading/detect/signatures.py", "archive.open"),
}


def opens(path: Path) -> Iterator[str]:
    """The calls of a module that may open a file by its path."""
    tree = ast.parse(path.read_text("utf-8"))
    names = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "checkfirst.sources.regular_file"
        for alias in node.names
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        given = ast.unparse(node.args[0]) if node.args else ""
        if called in names or "BytesIO" in given:
            continue
        if called in OPENING or (isinstance(node.func, ast.Attribute) and node.func.attr in OPENING):
            yield called


def test_no_other_module_opens_a_file_by_its_path() -> None:
    found = {
        (name, called)
        for path in SOURCES.rglob("*.py")
        if "samples" not in (name := path.relative_to(SOURCES).as_posix()).split("/")
        for called in opens(path)
    }
    others = {(name, called) for name, called in found - OF_BYTES if name not in OPENERS}
    assert not others, f"read these through {read_bytes.__module__}"
    assert {name for name, _ in found} >= set(OPENERS), "a module that opens nothing any more"


@pytest.fixture(params=["pipe", "zero", "folder", "socket"])
def no_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Something that is no regular file, or a link to it."""
    path = tmp_path / "odd"
    match request.param:
        case "pipe":
            os.mkfifo(path)
        case "zero":
            path.symlink_to("/dev/zero")
        case "folder":
            path.mkdir()
        case _:
            code = "import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])"
            subprocess.run([sys.executable, "-c", code, path.name], check=True, cwd=tmp_path)
    return path


def test_what_is_no_file_is_refused(no_file: Path) -> None:
    for follow in (False, True):
        with pytest.raises(Unreadable, match="not a file"):
            read_bytes(no_file, follow=follow)
    with pytest.raises(Unreadable, match="not a file"):
        read_start(no_file, 10)


def test_more_than_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"abcdef")
    assert read_bytes(path, 6) == b"abcdef"
    assert read_start(path, 4) == b"abcd"
    with pytest.raises(Unreadable, match="6 bytes; at most 5 are read"):
        read_bytes(path, 5)


def test_configuration_and_lock_that_are_no_file(no_file: Path) -> None:
    for name, read in ((CONFIG, load_config), (PROJECT, load_config), (LOCK, read_lock)):
        path = no_file.rename(no_file.with_name(name))
        with pytest.raises(ConfigError, match="not a file"):
            read(path)
        assert looks_like_config(path) == (name == CONFIG)
        path.rename(no_file)


def test_the_caller_may_name_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("strict = true\n")
    (tmp_path / "link.toml").symlink_to("real")
    assert load_config(tmp_path / "link.toml").strict


@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize("name", [CONFIG, PROJECT, LOCK])
def test_a_command_ends_with_one_line(tmp_path: Path, name: str, *, named: bool) -> None:
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "a.md").write_text("# A\n\nText.\n")
    os.mkfifo(tmp_path / name)
    option = [f"--{'lock' if name == LOCK else 'config'}", name] if named else []
    call = [sys.executable, "-m", "checkfirst", "set", "--no-cache", *option]
    run = subprocess.run(call, cwd=tmp_path, timeout=30, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "a named pipe, not a file" in run.stderr


@pytest.mark.parametrize("where", ["set", "set/deep", "."])
def test_patterns_that_cannot_be_read_are_told(tmp_path: Path, no_file: Path, where: str) -> None:
    folder = tmp_path / "set" / "deep"
    folder.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (folder / "a.md").write_text("# A\n")
    no_file.rename(tmp_path / where / ".gitignore")
    listing = list_paths([tmp_path / "set"])
    assert [item.path for item in listing.found] == ["deep/a.md"]
    (failure,) = [item for item in listing.failures if item.path.endswith(".gitignore")]
    assert failure.stage is Stage.SOURCES
    assert failure.path == {"set": ".gitignore", "set/deep": "deep/.gitignore", ".": "../.gitignore"}[where]
    assert failure.reason.startswith("its patterns are not read: a")


def test_patterns_behind_a_link_or_too_many(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n")
    (tmp_path / "real").write_text("*.md\n")
    (tmp_path / ".gitignore").symlink_to("real")
    listing = list_paths([tmp_path])
    assert [item.path for item in listing.found] == ["a.md", "real"]
    assert "symbolic link" in listing.failures[0].reason
    (tmp_path / ".gitignore").unlink()
    (tmp_path / ".gitignore").write_text("*.md\n" * 100_000)
    assert "are read" in list_paths([tmp_path]).failures[0].reason


def test_lines_that_are_no_patterns_match_nothing(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("# A\n")
    (tmp_path / ".gitignore").write_text("\\\n!\n[z-a]\na.md\n")
    listing = list_paths([tmp_path])
    assert [item.path for item in listing.found] == ["b.md"]
    assert not listing.failures
