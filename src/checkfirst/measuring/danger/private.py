"""Texts without the secrets and the personal data that stand in them."""

from typing import Final

from checkfirst.measuring.danger.personal import without_personal
from checkfirst.measuring.danger.secrets import without_secrets
from checkfirst.model.dangers import DangerKind
from checkfirst.model.measures import DocumentMeasures

_PRIVATE: Final = {DangerKind.SECRET, DangerKind.PERSONAL}


def has_private(measures: DocumentMeasures) -> bool:
    """Whether what is shown of the document must be masked."""
    return any(danger.kind in _PRIVATE for danger in measures.dangers)


def without_private(text: str) -> str:
    """The text with each secret and each number of a person masked; it has as many lines as before."""
    return without_personal(without_secrets(text))
