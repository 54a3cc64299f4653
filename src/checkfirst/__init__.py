"""checkfirst: check the documents before you build on them.

``check`` takes folders and files, ``check_documents`` what is in memory; both give a ``Report`` of ``Finding``s.
"""

from checkfirst.version import __version__

# True for type checkers alone, as that of `typing`, which takes a while to import.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from checkfirst.api import check as check
    from checkfirst.api import check_documents as check_documents
    from checkfirst.config import Config as Config
    from checkfirst.errors import CheckfirstError as CheckfirstError
    from checkfirst.errors import ConfigError as ConfigError
    from checkfirst.errors import OutputError as OutputError
    from checkfirst.errors import UsageError as UsageError
    from checkfirst.errors import WeightsError as WeightsError
    from checkfirst.model.finding import Finding as Finding
    from checkfirst.model.report import Report as Report

#: All that may be imported from here. What stands in other modules may change in any version.
__all__ = [
    "CheckfirstError",
    "Config",
    "ConfigError",
    "Finding",
    "OutputError",
    "Report",
    "UsageError",
    "WeightsError",
    "__version__",
    "check",
    "check_documents",
]

if not TYPE_CHECKING:
    # Imported when they are first used, so that `checkfirst --help` stays quick. Type checkers see the imports above and
    # no more: a module with this function would have every name for them.
    _HOMES = {
        "check": "checkfirst.api",
        "check_documents": "checkfirst.api",
        "Config": "checkfirst.config",
        "CheckfirstError": "checkfirst.errors",
        "ConfigError": "checkfirst.errors",
        "OutputError": "checkfirst.errors",
        "UsageError": "checkfirst.errors",
        "WeightsError": "checkfirst.errors",
        "Finding": "checkfirst.model.finding",
        "Report": "checkfirst.model.report",
    }

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)

    def __dir__() -> list[str]:
        return list(__all__)
