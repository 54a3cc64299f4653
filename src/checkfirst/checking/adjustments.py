"""Findings as the configuration wants them: some left out, some of another severity."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from checkfirst.config import Config
from checkfirst.errors import ConfigError
from checkfirst.model.finding import Finding, Severity


def adjusted(findings: tuple[Finding, ...], config: Config) -> tuple[Finding, ...]:
    """The findings without those that the configuration ignores or finds too doubtful, with its severities.

    Raises ``ConfigError`` for a wrong pattern and ``UsageError`` for a code that no rule has.
    """
    if not (config.per_file_ignores or config.severity or config.min_confidence):
        return findings
    from checkfirst.rules.registry import known

    for code in (*(code for code, _ in config.severity), *(c for _, codes in config.per_file_ignores for c in codes)):
        known(code)
    ignored = _ignored(findings, config)
    return tuple(
        _with_severity(finding, config)
        for finding in findings
        if finding.confidence >= config.min_confidence
        and not finding.code.startswith(ignored.get(finding.path, ()) or "-")
    )


def _with_severity(finding: Finding, config: Config) -> Finding:
    """The finding with the severity that the longest beginning of its code is given."""
    given = [(len(code), severity) for code, severity in config.severity if finding.code.startswith(code)]
    wanted = max(given, default=(0, finding.severity), key=lambda item: item[0])[1]
    return finding if wanted is finding.severity else replace(finding, severity=Severity(wanted))


def _ignored(findings: Iterable[Finding], config: Config) -> dict[str, tuple[str, ...]]:
    """The ignored codes of each path with findings."""
    if not config.per_file_ignores:
        return {}
    from checkfirst.sources.ignore_patterns import spec_of

    try:
        specs = [(spec_of((pattern,)), codes) for pattern, codes in config.per_file_ignores]
    except (ValueError, re.error) as error:
        raise ConfigError(f"per-file-ignores: not a pattern as in .gitignore: {error}") from None
    paths = dict.fromkeys(finding.path for finding in findings)
    return {path: tuple(code for spec, codes in specs if spec.match_file(path) for code in codes) for path in paths}
