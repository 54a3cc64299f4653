"""Findings without the secrets that their quotes may have."""

from dataclasses import replace

from checkfirst.measuring.danger.secrets import without_secrets
from checkfirst.model.finding import Finding


def masked_finding(finding: Finding) -> Finding:
    """The finding with each secret in its message and its quotes masked."""
    evidence = tuple(replace(e, quote=without_secrets(e.quote)) for e in finding.evidence)
    return replace(finding, message=without_secrets(finding.message), evidence=evidence)
