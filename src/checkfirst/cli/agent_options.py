"""The options of the commands that agents and editors call."""

import argparse

from checkfirst.hooks.decide import READING
from checkfirst.hooks.hosts import HOSTS


def add_hook(hook: argparse.ArgumentParser) -> None:
    """Add the options of ``hook``. What answers an event reads them itself (``cli.hook_event``)."""
    hook.add_argument(
        "what",
        choices=(*HOSTS, "install", "remove"),
        metavar="HOST or install or remove",
        help=f"answer the event on standard input in the format of {', '.join(HOSTS)}; exits with 0 whatever happens. "
        "Or install, or remove, the hooks of the host that is named next: shows the change of its settings first",
    )
    hook.add_argument(
        "sets", nargs="*", metavar="SET", help="the folders or files that make up the set (default: the project)"
    )
    hook.add_argument(
        "--reading",
        choices=READING,
        help="what becomes of the reading of a document that is not what it was taken for: it is denied, the user is asked "
        "where the host can, or the agent is told where it can be (default: deny)",
    )
    hook.add_argument(
        "--clean",
        action="store_true",
        help="hand over the main text of saved pages, without page chrome and comments, where the host lets a tool's "
        "output be replaced (claude, copilot)",
    )
    hook.add_argument("--write", action="store_true", help="with install or remove: write the file")


def add_mcp(mcp: argparse.ArgumentParser) -> None:
    """Add the arguments of ``mcp``."""
    mcp.add_argument(
        "folders",
        nargs="*",
        metavar="FOLDER",
        help="the folders whose files may be read (default: the client's roots, or this folder where it has none)",
    )


def add_lsp(lsp: argparse.ArgumentParser) -> None:
    """Add the arguments of ``lsp``."""
    lsp.add_argument(
        "sets", nargs="*", metavar="SET", help="the folders or files that make up the set (default: the project)"
    )
