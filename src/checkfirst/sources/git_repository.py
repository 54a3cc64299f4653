"""A git repository as a store of objects: git is asked such that nothing the repository configures can run.

Only commands that read objects and names of commits are called: none reads the index or the files of the work tree, so no
filter, hook or monitor has an occasion to run. What could run all the same when an object is missing, a transport that
fetches it, is forbidden.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from msgspec import Struct

from checkfirst.errors import UsageError
from checkfirst.sources.git_contents import Contents, stopped_after
from checkfirst.sources.git_folder import program, refuse_what_is_no_file

#: Bytes of an answer, seconds of a question, and bytes of memory that git may use. Not measured.
_MOST_BYTES: Final = 64 << 20
_SECONDS: Final = 60.0
_MEMORY: Final = 2 << 30
#: Settings that a repository could make otherwise (git-config(1)). They come before its own.
_SETTINGS: Final = (
    *("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "core.pager=cat", "core.sshCommand=false"),
    *("core.askPass=false", "core.gitProxy=none", "core.alternateRefsCommand=true", "core.untrackedCache=false"),
    *(f"core.attributesFile={os.devnull}", f"core.excludesFile={os.devnull}", "protocol.allow=never"),
    *("core.packedGitLimit=256m", "core.deltaBaseCacheLimit=64m", "safe.bareRepository=explicit"),
)
#: The environment that git gets besides that of the caller, of which all of git's own variables are taken out.
_ENVIRONMENT: Final = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    # No transport at all, whatever the repository allows (git(1)).
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
}


class Repository(Struct, frozen=True):
    """The repository that a folder is in."""

    folder: Path
    """The folder, with links resolved."""
    top: Path
    """The top of its work tree."""

    @property
    def prefix(self) -> str:
        """The path of the folder below the top, with ``/`` at its end; empty for the top itself."""
        inside = self.folder.relative_to(self.top).as_posix()
        return "" if inside == "." else f"{inside}/"

    def ask(self, *arguments: str, given: bytes = b"") -> bytes:
        """The answer to a question. Raises ``UsageError`` where git has none, or not in time."""
        with self._started(*arguments) as process, ThreadPoolExecutor(2) as pool, _killed_on_error(process):
            is_late = stopped_after(process, _SECONDS)
            pool.submit(_feed, process.stdin, given)
            problem = pool.submit(_first_bytes, process.stderr)
            answer = _first_bytes(process.stdout)
            process.kill() if len(answer) > _MOST_BYTES else process.wait()
        if is_late():
            raise UsageError(f"{self.folder}: git took longer than {_SECONDS:.0f} s")
        if len(answer) > _MOST_BYTES:
            raise UsageError(f"{self.folder}: git lists more than {_MOST_BYTES:,} bytes of names; check a part of it")
        if process.returncode:
            raise UsageError(f"{self.folder}: {_reason(problem.result())}")
        return answer

    def contents(self) -> Contents:
        """The contents of objects, one after the other; it has to be closed."""
        return Contents(self._started("cat-file", "--batch", problems=subprocess.DEVNULL))

    def _started(self, *arguments: str, problems: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
        own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        settings = [part for setting in _SETTINGS for part in ("-c", setting)]
        # Named, the repository is the one that was found here: git looks for none, such as one inside the set.
        where = [f"--git-dir={self.top / '.git'}", f"--work-tree={self.top}"]
        try:
            process = subprocess.Popen(
                [program(), "--no-pager", "--no-optional-locks", *where, *settings, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=problems,
                env={**own, **_ENVIRONMENT},
                cwd=self.top,
            )
        except OSError as error:
            raise UsageError(f"git can't be run: {error.strerror}; install it, or leave out the revision") from None
        _limit(process)
        return process


def find_repository(folder: Path) -> Repository:
    """The repository whose work tree holds the folder. Raises ``UsageError`` if there is none, or none that is read.

    A folder laid out like a repository is none: only ``.git`` tells where one begins.
    """
    # Not ``resolve``, which fails for links in a circle.
    here = Path(os.path.realpath(folder))
    top = next((place for place in (here, *here.parents) if os.path.lexists(place / ".git")), None)
    if top is None:
        raise UsageError(f"{folder}: not in a git repository; a revision needs one")
    refuse_what_is_no_file(top)
    repository = Repository(folder=here, top=top)
    common = Path(os.fsdecode(repository.ask("rev-parse", "--git-common-dir").rstrip(b"\n")))
    if os.path.lexists(top / common / "objects" / "info" / "alternates"):
        raise UsageError(
            f"{folder}: its repository takes objects from another folder, which is not read; "
            "`git repack -a -d` brings them in, then delete .git/objects/info/alternates"
        )
    return repository


@contextmanager
def _killed_on_error(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Kill the process if the block is interrupted: else whoever waits for its answer waits with it."""
    try:
        yield
    except BaseException:
        process.kill()
        raise


def _feed(pipe: IO[bytes] | None, given: bytes) -> None:
    """Write the question while the answer is read, and close the pipe."""
    if pipe:
        try:
            with pipe:
                pipe.write(given)
        except OSError:
            # It died, which its status tells.
            return


def _first_bytes(pipe: IO[bytes] | None) -> bytes:
    """What is written to the pipe, up to one byte more than is accepted."""
    return pipe.read(_MOST_BYTES + 1) if pipe else b""


def _limit(process: subprocess.Popen[bytes]) -> None:
    """Limit the memory of a process, where the system can."""
    if sys.platform == "linux":
        import resource

        with suppress(OSError):
            resource.prlimit(process.pid, resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _reason(problem: bytes) -> str:
    lines = problem.decode("utf-8", "replace").strip().splitlines() or ["git has no answer"]
    reason = lines[-1].removeprefix("fatal: ").removeprefix("error: ")
    return "not in a git repository; a revision needs one" if "not a git repository" in reason else reason
