"""Command-line options over the configuration file."""

import argparse
from dataclasses import replace
from pathlib import Path

from checkfirst.config import Config, find_config, load_config
from checkfirst.errors import ConfigError
from checkfirst.model.kinds import Purpose


def settings(options: argparse.Namespace) -> Config:
    """The configuration for one call: the named file or the nearest, then what the call says."""
    if options.config is not None and not options.config.is_file():
        raise ConfigError(f"{options.config}: no such configuration file")
    path = options.config or find_config(Path.cwd())
    config = load_config(path) if path else Config()
    if options.purpose:
        config = replace(config, purpose=Purpose(options.purpose))
    if options.select is not None:
        config = replace(config, select=_codes(options.select))
    if options.ignore is not None:
        config = replace(config, ignore=_codes(options.ignore))
    return replace(config, strict=config.strict or options.strict, preview=config.preview or options.preview)


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in text.split(",") if code.strip())
