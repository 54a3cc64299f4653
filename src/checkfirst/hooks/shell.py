"""The files that a shell command reads, as far as its words tell."""

import os
from collections.abc import Iterator
from glob import iglob
from itertools import islice

from checkfirst import lazy_re

#: Characters of a command that are looked at. Not measured.
_MOST = 20_000
#: A text in quotes, a sign that ends a command, or a word.
_TOKEN = lazy_re.compile(r"'[^'\n]{0,4000}'|\"[^\"\n]{0,4000}\"|\|\||&&|[;|&\n()]|[<>]+|[^\s'\";|&()<>]{1,4000}")
_ENDS = {"||", "&&", ";", "|", "&", "\n", "(", ")"}
#: Signs of a pattern of names, and the files of one that are looked at. Not measured.
_PATTERN = lazy_re.compile(r"[*?\[]")
_MOST_FITTING = 2_000
#: Commands that show what is in the files that they name.
# fmt: off
_READERS = frozenset({
    "awk", "bat", "batcat", "cat", "cut", "egrep", "fgrep", "fold", "gawk",
    "grep", "head", "less", "more", "nl", "pandoc", "pdftotext", "rg", "sed",
    "sort", "strings", "tac", "tail", "type", "uniq", "w3m", "xxd", "get-content",
    "gc",
})
# fmt: on


def files_read(command: str, base: str) -> list[str]:
    """The paths that a command reads, joined with the folder in which it runs.

    Words that are no paths are among them: who asks looks for documents that are known. Commands that move, delete or
    check a file don't read it.
    """
    return list(_files(command[:_MOST], base))


def _files(command: str, base: str) -> Iterator[str]:
    here, program, redirected = base, "", False
    for token in _TOKEN.findall(command):
        if token in _ENDS:
            program, redirected = "", False
        elif token[0] in "<>":
            redirected = token == "<"
            program = program or "<"
            program = ">" if ">" in token else program
        elif program == "sed" and token.startswith("-i"):
            program = "sed in place"
        elif redirected or program in _READERS:
            redirected = False
            yield from _named(os.path.join(here, _bare(token)), quoted=token[0] in "'\"")
        elif not program:
            name = _bare(token).replace("\\", "/").rpartition("/")[2].lower()
            # A setting before a command is no command: LANG=C cat page.txt
            program = "" if "=" in name or name in {"sudo", "env", "time", "command", "xargs"} else name
        elif program == "cd":
            here = os.path.join(here, _bare(token))


def _named(path: str, *, quoted: bool) -> Iterator[str]:
    """The path; of a pattern that the shell expands, the files that it fits now."""
    if quoted or not _PATTERN.search(path):
        yield path
    else:
        yield from islice(iglob(path), _MOST_FITTING)


def _bare(token: str) -> str:
    return token[1:-1] if token[0] in "'\"" and len(token) > 1 else token
