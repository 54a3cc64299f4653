"""checkfirst: check the documents before you build on them."""

from typing import TYPE_CHECKING

from checkfirst.version import __version__

if TYPE_CHECKING:
    from checkfirst.api import check as check
    from checkfirst.api import check_documents as check_documents
    from checkfirst.model.finding import Finding as Finding
    from checkfirst.model.report import Report as Report

__all__ = ["Finding", "Report", "__version__", "check", "check_documents"]

_HOMES = {
    "check": "checkfirst.api",
    "check_documents": "checkfirst.api",
    "Finding": "checkfirst.model.finding",
    "Report": "checkfirst.model.report",
}


def __getattr__(name: str) -> object:
    """Import the public names when they are first used, so that ``checkfirst --help`` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
