"""The process in which risky files are read: ``python -m checkfirst.reading.sandbox.worker``.

It reads requests from standard input (a line with the media type and the number of bytes, then the bytes) and answers
each with a line of two sizes, then JSON of the first size and the members of an archive of the second. It opens no
connection, writes no file and starts no process; the operating system limits its memory and processor time, where it can.
"""

import json
import os
import sys
from collections.abc import Callable, Collection
from importlib import import_module
from typing import Any, Final

from checkfirst.model.losses import LossKind
from checkfirst.reading.bounds import bounded, bounded_unpacked
from checkfirst.reading.formats import FORMATS, file_reader, text_reader
from checkfirst.reading.parsed import ReadingError
from checkfirst.reading.sandbox.protocol import (
    MEMBERS,
    MEMORY,
    OUT_OF_MEMORY,
    SECONDS,
    as_message,
    members_message,
)

#: Beginnings of the audit events (PEP 578) of actions that no reader needs.
_REFUSED: Final = (
    *("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.", "ftplib."),
    *("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown"),
    *("shutil.", "ctypes.dlopen"),
)
#: Flags of ``open`` that write.
_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
#: Characters of an unexpected error's text that are reported.
_LONGEST_ERROR: Final = 200


def main() -> None:
    """Serve until the input ends."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    for spec in FORMATS.values():
        if spec.isolated:
            # Imported now, since the audit hook refuses to load libraries.
            file_reader(spec)
    import_module("pypdfium2")
    limit_cpu, missing = _limits()
    sys.addaudithook(_refuse)
    sink.write(b" ".join([b"ready", *missing]) + b"\n")
    sink.flush()
    while line := source.readline():
        request, size = line.decode().split()
        data = source.read(int(size))
        limit_cpu()
        answer, content = _encoded_answer(request, data)
        sink.write(b"%d %d\n" % (len(answer), sum(map(len, content))))
        sink.write(answer)
        sink.writelines(content)
        sink.flush()


def _encoded_answer(request: str, data: bytes) -> tuple[bytes, Collection[bytes]]:
    try:
        message, content = _answer(request, data)
        return json.dumps(message, ensure_ascii=True).encode(), content
    except MemoryError:
        return OUT_OF_MEMORY, ()


def _answer(request: str, data: bytes) -> tuple[dict[str, Any], Collection[bytes]]:
    """The answer, and the members of an archive that follow it."""
    try:
        if request == MEMBERS:
            from checkfirst.reading.binary.archive import unpack

            # The archive's name comes before its bytes: a packed single file is named after it.
            name, _, archive = data.partition(b"\n")
            members = unpack(archive, name.decode())
            return members_message(members), members.files.values()
        spec = FORMATS[request]
        if spec.isolated:
            return as_message(bounded_unpacked(file_reader(spec)(data), len(data))), ()
        return as_message(bounded(text_reader(spec)(data.decode("utf-8", "surrogatepass")))), ()
    except ReadingError as error:
        return _failed(error.kind, str(error)), ()
    except MemoryError:
        raise
    except RecursionError:
        return _failed(LossKind.LIMIT_EXCEEDED, "its parts are nested too deep"), ()
    except Exception as error:  # an error of a reader must not end the process
        return _failed(LossKind.DAMAGED, f"{type(error).__name__}: {error}"[:_LONGEST_ERROR]), ()


def _failed(kind: LossKind, why: str) -> dict[str, Any]:
    return {"failed": kind.value, "why": why}


def _limits() -> tuple[Callable[[], None], list[bytes]]:
    """Set the limits. Returns a function that restarts the processor time, and the names of limits that can't be set."""
    try:
        import resource
    except ImportError:
        return lambda: None, [b"memory", b"processor-time"]
    missing = []
    # Address space, size of written files, size of core dumps.
    for name, most in (("AS", MEMORY), ("FSIZE", 0), ("CORE", 0)):
        limit = getattr(resource, f"RLIMIT_{name}", None)
        try:
            if limit is None:
                raise OSError
            resource.setrlimit(limit, (most, most))
        except (ValueError, OSError):
            # The system can't set the limit; the client's time limit still holds.
            missing += [b"memory"] if name == "AS" else []

    def start() -> None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))

    return start, missing


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"{event} is not allowed while a document is read")
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES:
        raise PermissionError("nothing is written while a document is read")


if __name__ == "__main__":
    main()
