"""Command-line options over the configuration file."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from os.path import join, relpath
from pathlib import Path

from checkfirst.checking.lock import Lock, read_lock
from checkfirst.cli.nearest import Nearest, nearest_config, nearest_lock
from checkfirst.config import Config, load_config
from checkfirst.errors import ConfigError
from checkfirst.model.kinds import Purpose


def settings(options: argparse.Namespace, checked: Sequence[Path]) -> Config:
    """The configuration for one call: the named file or the nearest outside the set, then what the call says."""
    config = configured(options.config, checked)
    if options.purpose:
        config = replace(config, purpose=Purpose(options.purpose))
    if options.select is not None:
        config = replace(config, select=_codes(options.select))
    if options.ignore is not None:
        config = replace(config, ignore=_codes(options.ignore))
    if options.index:
        config = replace(config, index=tuple(options.index))
    if options.about is not None:
        config = replace(config, about=options.about)
    if options.no_inline:
        config = replace(config, inline=False)
    return replace(config, strict=config.strict or options.strict, preview=config.preview or options.preview)


def configured(named: Path | None, checked: Sequence[Path]) -> Config:
    """The configuration of the named file, or of the nearest outside of the checked paths."""
    if named is not None and not named.is_file():
        raise ConfigError(f"{named}: no such configuration file")
    path = named or _told(nearest_config(checked), "--config")
    return load_config(path) if path else Config()


def locked(named: Path | None, checked: Sequence[Path]) -> Lock:
    """What was accepted, in the named file or the nearest outside of the checked paths."""
    if named is not None and not named.is_file():
        raise ConfigError(f"{named}: no such lock file; `checkfirst accept --lock {named}` writes it")
    path = named or _told(nearest_lock(checked), "--lock")
    return read_lock(path) if path else Lock()


def _told(found: Nearest, option: str) -> Path | None:
    """The file that counts; one that was passed over is said on standard error."""
    if found.passed_over:
        named = relpath(found.passed_over)
        seen = join(".", named) if named == found.passed_over.name else named
        print(f"checkfirst: {seen} stands inside the set and is not used; to use it: {option} {named}", file=sys.stderr)
    return found.path


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in text.split(",") if code.strip())
