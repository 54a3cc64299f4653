"""Command-line options over the configuration file."""

import argparse
from dataclasses import replace
from pathlib import Path

from checkfirst.checking.lock import Lock, find_lock, read_lock
from checkfirst.config import Config, find_config, load_config
from checkfirst.errors import ConfigError
from checkfirst.model.kinds import Purpose


def settings(options: argparse.Namespace) -> Config:
    """The configuration for one call: the named file or the nearest, then what the call says."""
    config = configured(options.config)
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


def configured(named: Path | None) -> Config:
    """The configuration of the named file, or of the nearest."""
    if named is not None and not named.is_file():
        raise ConfigError(f"{named}: no such configuration file")
    path = named or find_config(Path.cwd())
    return load_config(path) if path else Config()


def locked(named: Path | None) -> Lock:
    """What was accepted, in the named file or the nearest."""
    if named is not None and not named.is_file():
        raise ConfigError(f"{named}: no such lock file; `checkfirst accept --lock {named}` writes it")
    path = named or find_lock(Path.cwd())
    return read_lock(path) if path else Lock()


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in text.split(",") if code.strip())
