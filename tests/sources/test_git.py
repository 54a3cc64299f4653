"""Revisions are read from any repository, and nothing that a repository configures runs."""

import os
import signal
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path
from typing import Final

import pytest

from checkfirst.cli.app import main
from checkfirst.errors import UsageError
from checkfirst.sources.git import changed_since, contents_of, list_revision
from checkfirst.sources.git_repository import find_repository
from checkfirst.sources.interface import Found, Unreadable
from checkfirst.sources.site_files import site_files_among

#: Settings that name a program, or that lead to one (git-config(1), gitattributes(5), gitremote-helpers(7)).
_PROGRAMS: Final = (
    *("core.fsmonitor", "core.sshCommand", "core.gitProxy", "core.askPass", "core.pager", "core.editor"),
    *("core.alternateRefsCommand", "credential.helper", "diff.external", "diff.x.command", "diff.x.textconv"),
    *("filter.x.clean", "filter.x.smudge", "filter.x.process", "merge.x.driver", "mergetool.x.cmd", "difftool.x.cmd"),
    *("gpg.program", "gpg.ssh.program", "gpg.x509.program", "gpg.ssh.defaultKeyCommand", "interactive.diffFilter"),
    *("pager.ls-tree", "pager.rev-parse", "pager.cat-file", "pager.diff", "sequence.editor", "sendemail.smtpServer"),
    *("alias.ls-tree", "alias.rev-parse", "alias.cat-file", "alias.diff", "remote.origin.uploadpack"),
    *("remote.origin.receivepack", "remote.origin.proxy", "uploadpack.packObjectsHook", "receive.procReceiveRefs"),
    *("ssh.variant", "trailer.x.cmd", "trailer.x.command", "browser.x.cmd", "man.x.cmd", "web.browser", "help.browser"),
    *("tar.x.command", "maintenance.strategy", "instaweb.httpd", "guitool.x.cmd", "http.proxy", "init.templateDir"),
)
_TRANSPORTS: Final = ("ssh://host.invalid/a", "ext::{program}", "{program}::a", "git://host.invalid/a", "file://{top}")


def git(top: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main")
    return subprocess.run(
        ["git", "-C", str(top), *identity, *arguments], check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose folder ``docs`` has two committed files."""
    top = tmp_path / "repository"
    (top / "docs").mkdir(parents=True)
    git(top, "init", "-q")
    for name in ("limits", "units"):
        (top / "docs" / f"{name}.md").write_bytes(f"# {name.title()}\n\nThe {name} of the gateway.\n".encode())
    git(top, "add", "-A")
    git(top, "commit", "-qm", "one")
    return top


@pytest.fixture
def trap(tmp_path: Path) -> tuple[Path, Path]:
    """A program, and the file that it makes when it runs."""
    program, made = tmp_path / "git-remote-trap", tmp_path / "RAN"
    program.write_text(f"#!/bin/sh\ntouch '{made}'\n", "utf-8")
    program.chmod(0o755)
    return program, made


def ask_all(top: Path) -> None:
    """Ask whatever is asked of a revision."""
    main(["check", str(top / "docs"), "--since", "HEAD", "--no-cache"])
    main(["diff", "HEAD", "--folder", str(top / "docs")])


@pytest.mark.parametrize("key", _PROGRAMS)
def test_a_program_that_the_repository_names_never_runs(repository: Path, trap: tuple[Path, Path], key: str) -> None:
    program, made = trap
    git(repository, "config", key, str(program))
    (repository / ".gitattributes").write_text("* filter=x diff=x merge=x\n", "utf-8")
    (repository / "docs" / "limits.md").write_text("# Limits\n\nOther ones.\n", "utf-8")
    ask_all(repository)
    assert not made.exists()


def test_no_hook_runs(repository: Path, trap: tuple[Path, Path]) -> None:
    program, made = trap
    hooks = repository / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "fsmonitor-watchman", "post-checkout", "pre-auto-gc"):
        (hooks / name).symlink_to(program)
        (repository / ".git" / "hooks" / name).symlink_to(program)
    git(repository, "config", "core.hooksPath", str(hooks))
    made.unlink(missing_ok=True)
    ask_all(repository)
    assert not made.exists()


@pytest.mark.parametrize("address", _TRANSPORTS)
def test_a_missing_object_is_never_fetched(
    repository: Path, trap: tuple[Path, Path], address: str, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    program, made = trap
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    name = git(repository, "rev-parse", "HEAD:docs/units.md")
    (repository / ".git" / "objects" / name[:2] / name[2:]).unlink()
    for key, value in (
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", address.format(program="trap" if address.startswith("{program}") else program, top=repository)),
        ("remote.origin.uploadpack", str(program)),
        ("core.sshCommand", str(program)),
        ("core.gitProxy", str(program)),
        ("protocol.allow", "always"),
        ("protocol.ext.allow", "always"),
    ):  # fmt: skip
        git(repository, "config", key, value)
    assert main(["diff", "HEAD", "--folder", str(repository / "docs")]) == 2
    assert "git lacks the content of units.md at 'HEAD'; fetch it first" in capsys.readouterr().err
    (repository / "docs" / "units.md").write_text("# Units\n\nNewer.\n", "utf-8")
    assert changed_since("HEAD", repository / "docs") == ({"units.md"}, set())
    assert not made.exists()


def test_a_folder_laid_out_like_a_repository_is_none(repository: Path, trap: tuple[Path, Path]) -> None:
    program, made = trap
    inner = repository / "docs"
    (inner / "objects").mkdir()
    (inner / "refs").mkdir()
    (inner / "HEAD").write_text("ref: refs/heads/main\n", "utf-8")
    (inner / "config").write_text(f"[core]\n\tbare = false\n\tworktree = .\n\tfsmonitor = {program}\n", "utf-8")
    assert find_repository(inner).top == repository.resolve()
    ask_all(repository)
    assert not made.exists()


def test_objects_of_another_folder_are_not_read(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--shared", str(repository), "shared")
    with pytest.raises(Exception, match="takes objects from another folder"):
        find_repository(tmp_path / "shared")


def test_a_settings_file_without_end_is_one_line(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "config", "include.path", "/dev/zero")
    assert main(["diff", "HEAD", "--folder", str(repository / "docs")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_changes_are_told_by_content(repository: Path) -> None:
    docs = repository / "docs"
    (docs / "units.md").unlink()
    (docs / "limits.md").write_bytes((docs / "limits.md").read_bytes().replace(b"\n", b"\r\n"))
    (docs / "fees.md").write_text("# Fees\n", "utf-8")
    assert changed_since("HEAD", docs) == ({"fees.md"}, {"units.md"})


def test_a_pointer_to_a_stored_file_is_the_file(repository: Path) -> None:
    docs = repository / "docs"
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 12\n"
    same = "a948904f2f0f479b8f8197694b30184b0d2ed1c1cd2a1ec0fb85d299a192a447"
    for name, digest in (("same.md", same), ("other.md", "0" * 64)):
        (docs / name).write_text(pointer.format(digest), "utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "two")
    for name in ("same.md", "other.md"):
        (docs / name).write_bytes(b"hello world\n")
    assert changed_since("HEAD", docs) == ({"other.md"}, set())


def test_a_content_above_the_limit_is_not_read(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checkfirst.sources.git.SIZE_LIMIT", 8)
    with contents_of(repository) as contents:
        found = list_revision("HEAD", repository / "docs", contents).found
        with pytest.raises(Unreadable, match="bytes; at most 8 are read"):
            found[0].load()


def test_a_path_that_no_folder_can_hold_is_one_line(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blob = git(repository, "rev-parse", "HEAD:docs/units.md")
    entry = b"100644 ..\0" + bytes.fromhex(blob)
    written = ["git", "-C", str(repository), "hash-object", "-t", "tree", "-w", "--literally", "--stdin"]
    tree = subprocess.run(written, input=entry, check=True, capture_output=True).stdout.decode().strip()
    commit = git(repository, "commit-tree", "-m", "x", tree)
    assert main(["diff", commit, "--folder", str(repository)]) == 2
    assert "no folder can hold: '..'" in capsys.readouterr().err


@pytest.mark.parametrize("entries", [("",), (".",), ("", "{path}"), ("{path}", "docs")], ids=str)
def test_a_program_in_the_repository_is_not_git(
    repository: Path, trap: tuple[Path, Path], entries: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    program, made = trap
    for folder in (repository, repository / "docs"):
        (folder / "git").symlink_to(program)
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", os.pathsep.join(entries).format(path=os.environ["PATH"]))
    ask_all(repository)
    assert not made.exists()


@pytest.mark.parametrize(
    "name",
    ["config", "HEAD", "packed-refs", "commondir", "info/grafts", "shallow", "refs/heads/main", "objects/pack/a.idx"],
)
def test_a_pipe_in_place_of_a_file_is_not_waited_for(
    repository: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = repository / ".git" / name
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    start = time.monotonic()
    assert main(["diff", "HEAD", "--folder", str(repository / "docs")]) == 2
    assert main(["check", str(repository / "docs"), "--since", "HEAD", "--no-cache"]) == 2
    assert time.monotonic() - start < 20
    assert "a named pipe, not a file" in capsys.readouterr().err


def test_a_work_tree_beside_its_repository_is_read(repository: Path, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "-q", "--detach", str(tmp_path / "beside"))
    docs = tmp_path / "beside" / "docs"
    (docs / "fees.md").write_text("# Fees\n", "utf-8")
    assert changed_since("HEAD", docs) == ({"fees.md"}, set())
    os.mkfifo(repository / ".git" / "shallow")
    with pytest.raises(UsageError, match="a named pipe"):
        changed_since("HEAD", docs)


def test_an_interruption_does_not_wait_for_git(repository: Path) -> None:
    # What git's settings include is opened by git itself, and a pipe is waited for.
    os.mkfifo(repository / "pipe")
    with (repository / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(f"[include]\n\tpath = {repository / 'pipe'}\n")
    call = [sys.executable, "-m", "checkfirst", "diff", "HEAD", "--folder", str(repository / "docs")]
    # Opening the pipe for writing succeeds when git has opened it.
    with subprocess.Popen(call, stderr=subprocess.PIPE) as running, (repository / "pipe").open("wb"):
        running.send_signal(signal.SIGINT)
        assert running.communicate(timeout=30)[1] == b"checkfirst: interrupted\n"
    assert running.returncode == 130


@pytest.mark.parametrize("name", ["mkdocs.yml", "conf.py", "index.html"])
def test_large_configuration_is_not_kept(name: str) -> None:
    size = 4_000_000
    found = [Found(path=f"{number}/{name}", load=lambda: bytes(size)) for number in range(40)]
    tracemalloc.start()
    site_files = site_files_among(found)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(site_files) == len(found)
    # Some are held at a time, and the beginning of each.
    assert peak < len(found) * size / 4
