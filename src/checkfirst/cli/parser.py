"""The command-line arguments of all commands."""

import argparse
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NoReturn

from checkfirst import lazy_re
from checkfirst.cli.agent_options import add_hook, add_lsp, add_mcp
from checkfirst.cli.check_options import add_check, add_settings
from checkfirst.cli.corpus_options import add_corpus
from checkfirst.cli.output import say
from checkfirst.cli.review_options import add_review
from checkfirst.model.kinds import Purpose
from checkfirst.reporting.registry import JSON, TERMINAL
from checkfirst.version import __version__

#: The exit code for a mistake in the call.
MISTAKE = 2
_SHELLS: Final = ("bash", "zsh", "fish", "powershell", "tcsh")
#: An option whose value is the sign that ends all options: argparse takes it for a list of no values.
_NO_VALUE: Final = lazy_re.compile(r"(--[\w-]+)=--")
#: Similarity (difflib's ratio) from which a known option is suggested for an unknown one. Not measured.
_SUGGEST_FROM: Final = 0.7
_EXIT_CODES: Final = (
    "Exit code: 0 ready, 1 check first, 2 a mistake in the call, 3 nothing to check, 70 a mistake in checkfirst "
    "itself, 130 interrupted."
)


class _Version(argparse.Action):
    """Prints the version, and whether the core is that in C."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from checkfirst.core import COMPILED

        print(f"checkfirst {__version__} ({'core in C' if COMPILED else 'plain Python'})")
        parser.exit()


class _Parser(argparse.ArgumentParser):
    """Prints a mistake in one line and ends the program with exit code 2."""

    def error(self, message: str) -> NoReturn:
        say(f"{message} (see: {self.prog} --help)")
        raise SystemExit(MISTAKE)


class _Main(_Parser):
    """Suggests the nearest option for an unknown one, and shows the options of ``check`` in its help."""

    def parse(self, given: list[str]) -> argparse.Namespace:
        """The options of a call. A mistake in them ends the program."""
        if found := next(filter(None, map(_NO_VALUE.fullmatch, given)), None):
            self.error(f"{found[1]}: -- is no value")
        options, unknown = self.parse_known_args(given)
        if unknown:
            command = self.commands[options.command] if options.command else self
            known = [name for action in command._actions for name in action.option_strings]
            near = get_close_matches(unknown[0].partition("=")[0], known, n=1, cutoff=_SUGGEST_FROM)
            command.error(f"no option {unknown[0]!r}{f'; did you mean {near[0]}?' if near else ''}")
        return options

    @property
    def commands(self) -> dict[str, argparse.ArgumentParser]:
        """The parsers of the commands, by name."""
        found = next(action for action in self._actions if isinstance(action, argparse._SubParsersAction))
        return dict(found.choices)

    def format_help(self) -> str:
        """The help of ``check`` below the list of commands, for that is the command that most calls mean."""
        check = self.commands["check"].format_help()
        usage = "usage: checkfirst [OPTIONS] [PATH ...]\n       checkfirst COMMAND ...\n"
        below = check[check.index("\npositional arguments:") :].rstrip()
        own = super().format_help()
        # On a narrow terminal the end is wrapped, after its first word at the earliest.
        commands = own[own.index("\ncommands:") : own.index("\n`checkfirst")]
        version = "\n\nof checkfirst itself:\n  --version             show the version"
        return f"{usage}\n{self.description}\n{commands}{below}{version}\n\n{self.epilog}\n"


def build_parser() -> _Main:
    """The parser of all commands; the reference page is generated from it."""
    parser = _Main(
        prog="checkfirst",
        description="Check the documents before you build on them.",
        epilog=f"`checkfirst PATH` is the same as `checkfirst check PATH`.\n{_EXIT_CODES}",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version")
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND", parser_class=_Parser)

    def added(name: str, about: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=about, description=f"{about[:1].upper()}{about[1:]}.", allow_abbrev=False)

    add_check(added("check", "check a folder or files and say what is wrong with them"))
    show = added("show", "explain how one file is read: its kind and why, the role of each line, its thread")
    show.add_argument("file", type=Path, metavar="FILE")
    clean = added("clean", "print the main text of one file as Markdown, without page chrome and comments")
    clean.add_argument("file", type=Path, metavar="FILE")
    clean.add_argument("--comments", action="store_true", help="print the comment thread as JSON instead")
    _add_index(added("index", "write an INDEX.md for a folder, or repair its index; shows the change first"))
    _add_accept(added("accept", "accept findings, or approve documents as they are"))
    review = added("review", "read the findings in a browser, and keep what you mark in the lock file")
    add_review(review)
    _add_lock(review)
    _add_config(review)
    _add_diff(added("diff", "compare two states of a set: findings new, gone and kept"))
    add_corpus(added("corpus", "check millions of documents: JSON lines, Parquet, CSV, WARC, folders, archives"))
    add_hook(added("hook", "answer an event of a coding agent, or write its hooks into the agent's settings"))
    add_mcp(added("mcp", "serve the check to agents by the Model Context Protocol, on standard input and output"))
    add_lsp(added("lsp", "serve findings to an editor by the Language Server Protocol, on standard input and output"))
    completion = added("completion", "print a script with which a shell completes commands")
    completion.add_argument("shell", choices=_SHELLS)
    added("clean-cache", "delete what is kept of earlier checks and reviews")
    added("rule", "explain one rule").add_argument("code", metavar="CODE")
    added("rules", "list all rules")
    return parser


def _add_index(index: argparse.ArgumentParser) -> None:
    index.add_argument("path", type=Path, metavar="FOLDER")
    index.add_argument("--write", action="store_true", help="write the file; without it the change is only shown")
    _add_config(index)


def _add_accept(accept: argparse.ArgumentParser) -> None:
    accept.add_argument(
        "what",
        nargs="*",
        metavar="CODE:FILE or PATH",
        help="accept the findings of this rule on this file (default: all findings), in the set that the paths make up "
        "(default: this folder)",
    )
    accept.add_argument(
        "--document", action="append", default=[], metavar="FILE", help="approve this document as it is"
    )
    accept.add_argument("--why", default="", metavar="TEXT", help="the reason, kept in the lock file")
    accept.add_argument("--by", metavar="NAME", help="who accepts (default: the user's name)")
    accept.add_argument("--prune", action="store_true", help="drop acceptances that no finding needs any more")
    _add_lock(accept)
    add_settings(accept)
    _add_config(accept)


def _add_diff(diff: argparse.ArgumentParser) -> None:
    diff.add_argument("before", metavar="A", help="a folder, or a revision that git knows")
    diff.add_argument("after", metavar="B", nargs="?", help="the other one (default: the folder as it is now)")
    diff.add_argument(
        "--folder", type=Path, default=Path(), help="the folder that revisions are of (default: this one)"
    )
    diff.add_argument("--format", choices=(TERMINAL, JSON), default=TERMINAL, help="how to report (default: terminal)")
    diff.add_argument("-o", "--output", type=Path, metavar="FILE", help="write there instead of printing")
    diff.add_argument("--purpose", choices=tuple(p.value for p in Purpose), help="what the set is for (default: build)")
    _add_lock(diff)
    _add_config(diff)


def _add_lock(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--lock", type=Path, metavar="FILE", help="the lock file (default: the nearest checkfirst.lock outside the set)"
    )


def _add_config(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--config", type=Path, metavar="FILE", help="read this configuration (default: the nearest one outside the set)"
    )
