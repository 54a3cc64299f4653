"""The files that a shell command reads and searches, as far as its words tell."""

import os
from collections.abc import Iterator
from glob import iglob
from itertools import islice
from typing import NamedTuple

from checkfirst import lazy_re

#: Characters of a command that are looked at. Not measured.
_MOST = 20_000
#: A text in quotes, a sign that ends a command, or a word.
_TOKEN = lazy_re.compile(r"'[^'\n]{0,4000}'|\"[^\"\n]{0,4000}\"|\|\||&&|[;|&\n()]|[<>]+|[^\s'\";|&()<>]{1,4000}")
_ENDS = {"||", "&&", ";", "|", "&", "\n", "(", ")"}
#: Signs of a pattern of names, and the files of one that are looked at. Not measured.
_PATTERN = lazy_re.compile(r"[*?\[]")
_MOST_FITTING = 2_000
#: An option of grep by which it searches through folders.
_RECURSIVE = lazy_re.compile(r"-[A-Za-z]{0,10}[rR]|--(?:dereference-)?recursive$")
#: The current folder at the beginning of a word.
_HERE = lazy_re.compile(r"^\$(?:PWD|\{PWD\})/")
#: Commands that show what is in the files that they name.
# fmt: off
_READERS = frozenset({
    "awk", "bat", "batcat", "cat", "cut", "egrep", "fgrep", "fold", "gawk",
    "grep", "head", "less", "more", "nl", "pandoc", "pdftotext", "rg", "sed",
    "sort", "strings", "tac", "tail", "type", "uniq", "w3m", "xxd", "get-content",
    "gc", "ag", "ack", "base64", "cmp", "diff", "hexdump", "iconv", "od",
})
# fmt: on
#: Those that search through folders, always or by an option; and an option by which others write the files that they read.
_SEARCH_FOLDERS = frozenset({"rg", "ag", "ack"})
_MAY_SEARCH = frozenset({"grep", "egrep", "fgrep"})
_IN_PLACE = lazy_re.compile(r"-(?:[a-zA-Z]{0,3}i\b|i[.~])|--in-place|-pi")
_MAY_WRITE = frozenset({"sed", "perl", "gawk", "awk"})
#: Words before a command that are none.
_BEFORE = frozenset({
    "sudo", "env", "time", "command", "xargs", "nice", "nohup", "timeout", "exec",
    "{", "!", "if", "then", "else", "elif", "while", "until", "do",
})  # fmt: skip
#: A time or an option of such a word.
_OF_BEFORE = lazy_re.compile(r"-|\d+(?:\.\d+)?[smhd]?$")
#: Shells that take a command line as a text, and the option by which they do.
_SHELLS = frozenset({"bash", "sh", "dash", "zsh", "ksh"})
_LINE = lazy_re.compile(r"-[a-z]{0,5}c$")


class Uses(NamedTuple):
    """What a command does with files, whose paths are joined with the folder in which it runs.

    Words that are no paths are among them: who asks looks for documents that are known.
    """

    read: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    """Folders through which it searches."""


class _Called(NamedTuple):
    """One command of a line."""

    program: str
    words: list[str]
    """Its words as they were written."""
    sources: list[str]
    piped: bool
    """Whether it reads what another one wrote."""


def uses_of(command: str, base: str) -> Uses:
    """What a command line does with files when it runs in ``base``. Programs that open files by themselves are not seen."""
    here = base
    read: list[str] = []
    searched: list[str] = []
    for called in _calls(command[:_MOST]):
        words = [word for word in called.words if not word.startswith("-")]
        if called.program == "cd" and words:
            here = os.path.join(here, _bare(words[0]))
        named = [path for word in words for path in _named(here, word)]
        read += (path for word in called.sources for path in _named(here, word))
        if called.program in _SHELLS and any(map(_LINE.match, called.words)) and words:
            # A text in quotes holds none of its own kind, so that this ends.
            inner = uses_of(_bare(words[0]), here) if words[0][0] in "'\"" else Uses()
            read += inner.read
            searched += inner.searched
        elif called.program == "git" and words[:1] == ["show"]:
            read += (path for word in words[1:] for path in _named(here, _bare(word).partition(":")[2] or "."))
        elif called.program == "dd":
            read += (path for word in words if word.startswith("if=") for path in _named(here, word[3:] or "."))
        elif called.program == "cp":
            read += named[:-1]
        elif called.program in _READERS and not _writes_in_place(called):
            read += (path for word in called.words for path in _named(here, word))
            searched += _folders(called, named, here)
    return Uses(tuple(read), tuple(searched))


def files_read(command: str, base: str) -> list[str]:
    """The paths that a command reads. Commands that move, delete or check a file don't read it."""
    return list(uses_of(command, base).read)


def _calls(command: str) -> Iterator[_Called]:
    called, redirected = _Called("", [], [], piped=False), ""
    for token in (*_TOKEN.findall(command), "\n"):
        if token in _ENDS:
            if called.program or called.sources:
                yield called
            called, redirected = _Called("", [], [], piped=token == "|"), ""
        elif token[0] in "<>":
            redirected = token
        elif redirected:
            if redirected == "<":
                called.sources.append(token)
            redirected = ""
        elif called.program:
            called.words.append(token)
        else:
            name = _bare(token).replace("\\", "/").rpartition("/")[2].lower()
            # A setting before a command is no command: LANG=C cat page.txt
            called = called._replace(program="" if _is_before(name) else name)


def _is_before(name: str) -> bool:
    return "=" in name or name in _BEFORE or _OF_BEFORE.match(name) is not None


def _writes_in_place(called: _Called) -> bool:
    return called.program in _MAY_WRITE and any(_IN_PLACE.match(word) for word in called.words)


def _folders(called: _Called, named: list[str], here: str) -> list[str]:
    """The folders through which a command searches: those that it names, or the one in which it runs if it names no file."""
    recursive = called.program in _MAY_SEARCH and any(_RECURSIVE.match(word) for word in called.words)
    if not (recursive or called.program in _SEARCH_FOLDERS):
        return []
    folders = [path for path in named if os.path.isdir(path)]
    reads_other = called.piped or called.sources or not named or any(map(os.path.exists, named))
    return folders or ([] if reads_other else [here])


def _named(here: str, word: str) -> Iterator[str]:
    """The path that a word is; of a pattern that the shell expands, the files that it fits now."""
    path = os.path.join(here, _HERE.sub("./", _bare(word)))
    if word[0] in "'\"" or not _PATTERN.search(path):
        yield path
    else:
        yield from islice(iglob(path), _MOST_FITTING)


def _bare(token: str) -> str:
    return token[1:-1] if token[0] in "'\"" and len(token) > 1 else token
