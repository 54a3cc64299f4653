"""Findings without the secrets and the personal data that their quotes may have."""

from msgspec.structs import replace

from checkfirst.measuring.danger.private import without_private
from checkfirst.model.finding import Finding, Value


def masked_finding(finding: Finding) -> Finding:
    """The finding with each secret and each number of a person in its message, its quotes and its values masked."""
    evidence = tuple(replace(e, quote=without_private(e.quote)) for e in finding.evidence)
    data = tuple((name, _masked(value)) for name, value in finding.data)
    return replace(finding, message=without_private(finding.message), evidence=evidence, data=data)


def _masked(value: Value) -> Value:
    """The value of a finding, its words masked."""
    if isinstance(value, str):
        return without_private(value)
    return tuple(map(without_private, value)) if isinstance(value, tuple) else value
