"""The manifest of a weights file: the features it expects, and the data and code it was learned with."""

import hashlib
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from checkfirst.errors import WeightsError
from checkfirst.measuring.models.columns import COLUMNS

#: Version of the names and meanings of the arrays. Raise it for a change that ``layout.ARRAYS`` does not show.
SCHEMA: Final = 1
#: Value of fields that were not recorded.
UNKNOWN: Final = "unknown"


class Manifest(NamedTuple):
    """The manifest. Loading checks ``schema``, ``columns``, ``vocabulary`` and ``arrays``; the other fields are for people."""

    vocabulary: str
    """SHA-256 of the words, one per line, in the order of their numbers."""
    arrays: str = UNKNOWN
    """SHA-256 of the arrays as they are stored, so that no changed number goes unnoticed."""
    data: str = UNKNOWN
    """SHA-256 of the labelled data."""
    commit: str = UNKNOWN
    """Commit of the training code, with ``+changes`` if files differed from it."""
    date: str = UNKNOWN
    """Date of that commit, and not of the training, so that two trainings give the same bytes."""
    libraries: Mapping[str, str] = MappingProxyType({})
    """Versions of Python and of the libraries used in training; empty if unknown."""
    note: str = ""
    """Anything else about the origin of the weights."""
    schema: int = SCHEMA
    columns: Mapping[str, tuple[str, ...]] = COLUMNS
    """Names of the feature columns, by model."""


def vocabulary_digest(words: bytes) -> str:
    """The digest for ``Manifest.vocabulary``, of words separated by newlines."""
    return hashlib.sha256(words).hexdigest()


def to_json(manifest: Manifest) -> str:
    """The manifest as a JSON object."""
    return json.dumps({**manifest._asdict(), "libraries": dict(manifest.libraries)}, ensure_ascii=False, indent=1)


def from_json(text: str | bytes) -> Manifest:
    """The manifest in a JSON object. Raises ``WeightsError`` for any other text."""
    try:
        fields = json.loads(text)
        columns = {str(model): tuple(names) for model, names in fields.pop("columns").items()}
        return Manifest(columns=columns, **fields)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise WeightsError("the manifest can't be read") from error


def check_manifest(manifest: Manifest, words: bytes) -> None:
    """Raise ``WeightsError`` unless the manifest fits this code's features and ``words``, the bytes of the
    vocabulary."""
    if manifest.schema != SCHEMA:
        raise WeightsError(f"schema version {manifest.schema}, not {SCHEMA}")
    for model, names in COLUMNS.items():
        if (learned := manifest.columns.get(model, ())) != names:
            raise WeightsError(f"the model {model} {_difference(learned, names)}")
    if manifest.vocabulary != vocabulary_digest(words):
        raise WeightsError("the words are not those of the manifest")


def _difference(learned: tuple[str, ...], names: tuple[str, ...]) -> str:
    """The first difference between the columns of the weights and those of this code, for an error message."""
    if missing := [name for name in names if name not in learned]:
        return f"has not learned the column {missing[0]!r}"
    if dropped := [name for name in learned if name not in names]:
        return f"needs the column {dropped[0]!r}, which is not computed any more"
    return "has its columns in another order"
