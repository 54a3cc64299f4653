"""The configuration and the lock of one call, from its options and from the nearest files."""

import argparse
from collections.abc import Sequence
from os.path import commonpath, exists, join, relpath
from pathlib import Path

from msgspec.structs import replace

from checkfirst.checking.lock import Lock, read_lock
from checkfirst.cli.nearest import Nearest, nearest_config, nearest_lock
from checkfirst.cli.output import say
from checkfirst.config import Config, load_config
from checkfirst.errors import ConfigError, UsageError
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Purpose


def settings(options: argparse.Namespace, checked: Sequence[Path]) -> Config:
    """The configuration of one call: that of the named or the nearest file, overridden by the options."""
    config = configured(options.config, checked)
    if options.purpose:
        config = replace(config, purpose=Purpose(options.purpose))
    if options.select is not None:
        config = replace(config, select=codes(options.select))
    if options.ignore is not None:
        config = replace(config, ignore=codes(options.ignore))
    if options.include:
        config = replace(config, include=(*config.include, *(_inside(name, checked) for name in options.include)))
    if options.exclude:
        config = replace(config, exclude=(*config.exclude, *options.exclude))
    if options.min_confidence is not None:
        config = replace(config, min_confidence=options.min_confidence)
    if options.index:
        config = replace(config, index=tuple(options.index))
    if options.about is not None:
        config = replace(config, about=options.about)
    if options.no_inline:
        config = replace(config, inline=False)
    return replace(config, preview=config.preview or options.preview)


def judged(config: Config, options: argparse.Namespace) -> Config:
    """The configuration with what the options say makes the verdict."""
    if options.fail_on is not None:
        return replace(config, fail_on=Severity(options.fail_on), strict=False)
    return replace(config, strict=config.strict or options.strict)


def configured(named: Path | None, checked: Sequence[Path]) -> Config:
    """The configuration in the named file, or in the nearest one outside the checked paths. Raises ``ConfigError``."""
    if named is not None and not exists(named):
        raise ConfigError(f"{named}: no such configuration file")
    path = named or _usable(nearest_config(checked), "--config")
    return load_config(path) if path else Config()


def locked(named: Path | None, checked: Sequence[Path]) -> Lock:
    """The lock in the named file, or in the nearest one outside the checked paths. Raises ``ConfigError``."""
    if named is not None and not exists(named):
        raise ConfigError(f"{named}: no such lock file; `checkfirst accept --lock {named}` writes it")
    path = named or _usable(nearest_lock(checked), "--lock")
    return read_lock(path) if path else Lock()


def _usable(found: Nearest, option: str) -> Path | None:
    """The file to use. A file inside the set is not used, which is printed on standard error."""
    if found.foreign:
        say(f"{found.foreign} belongs to another user and is not used; to use it: {option} {found.foreign}")
    if found.passed_over:
        path = relpath(found.passed_over)
        shown = join(".", path) if path == found.passed_over.name else path
        say(f"{shown} stands inside the set and is not used; to use it: {option} {path}")
    return found.path


def _inside(name: str, checked: Sequence[Path]) -> str:
    """The pattern for a path that is relative to the set or to the current folder. Raises ``UsageError`` if it is nowhere."""
    folders = [path if path.is_dir() else path.parent for path in checked]
    root = Path(commonpath([folder.resolve() for folder in folders]))
    for path in (root / name, Path(name)):
        if path.exists() and path.resolve().is_relative_to(root):
            inside = path.resolve().relative_to(root).as_posix()
            return "/*" if inside == "." else f"/{inside}"
    if not set(name) & set("*?["):
        raise UsageError(f"--include {name}: no such file or folder in {' '.join(map(str, checked))}")
    return name


def codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in text.split(",") if code.strip())
