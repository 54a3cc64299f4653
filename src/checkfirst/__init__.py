"""checkfirst: check the documents before you build on them.

``check`` takes folders and files, ``check_documents`` takes documents in memory; both return a ``Report``.
"""

from checkfirst.version import __version__

# Type checkers take it for true. Defined here because importing `typing` is slow.
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

#: The public names. Everything in other modules may change in any version.
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
    # Imported on first use, so that `checkfirst --help` stays quick. Hidden from type checkers, which would otherwise
    # accept any name of a module that has `__getattr__`.
    _MODULES = {
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
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(_MODULES[name]), name)

    def __dir__() -> list[str]:
        return list(__all__)
