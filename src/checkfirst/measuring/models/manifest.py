"""What a weights file says of itself: what it expects, and what it was learned from."""

import hashlib
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from checkfirst.errors import WeightsError
from checkfirst.measuring.models.columns import COLUMNS

#: Version of the arrays' names and meanings. Raise it when they change in a way that their shapes don't show.
SCHEMA: Final = 1
#: Stands for what nobody wrote down.
UNKNOWN: Final = "unknown"


class Manifest(NamedTuple):
    """Checked when weights are loaded: ``schema``, ``columns``, ``vocabulary`` and ``arrays``. The rest is for people."""

    vocabulary: str
    """SHA-256 of the words in the order of their numbers, a line each."""
    arrays: str = UNKNOWN
    """SHA-256 over the arrays as they are kept, so that no number is ever another one unnoticed."""
    data: str = UNKNOWN
    """SHA-256 over the labelled data."""
    commit: str = UNKNOWN
    """Commit of the code that learned, with ``+changes`` where files differed from it."""
    date: str = UNKNOWN
    """Day of that commit, so that learning twice gives the same bytes."""
    libraries: Mapping[str, str] = MappingProxyType({})
    """Versions of Python and of the libraries that learned; empty where unknown."""
    note: str = ""
    """What else is known of where the weights come from."""
    schema: int = SCHEMA
    columns: Mapping[str, tuple[str, ...]] = COLUMNS
    """Names of the feature columns, by model."""


def vocabulary_digest(words: bytes) -> str:
    """The digest that a manifest has of the words, given a line each."""
    return hashlib.sha256(words).hexdigest()


def to_json(manifest: Manifest) -> str:
    """The manifest as a JSON object."""
    return json.dumps({**manifest._asdict(), "libraries": dict(manifest.libraries)}, ensure_ascii=False, indent=1)


def from_json(text: str | bytes) -> Manifest:
    """Read a manifest. Raises ``WeightsError`` for anything that is none."""
    try:
        held = json.loads(text)
        columns = {str(model): tuple(names) for model, names in held.pop("columns").items()}
        return Manifest(columns=columns, **held)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise WeightsError("the manifest can't be read") from error


def check_manifest(manifest: Manifest, words: bytes) -> None:
    """Raise ``WeightsError`` unless the weights were learned for the features and with the words that there are."""
    if manifest.schema != SCHEMA:
        raise WeightsError(f"schema version {manifest.schema}, not {SCHEMA}")
    for model, names in COLUMNS.items():
        if (learned := manifest.columns.get(model, ())) != names:
            raise WeightsError(f"the model {model} {_difference(learned, names)}")
    if manifest.vocabulary != vocabulary_digest(words):
        raise WeightsError("the words are not those of the manifest")


def _difference(learned: tuple[str, ...], names: tuple[str, ...]) -> str:
    """What sets the columns that a model has learned apart from those that it would be given."""
    if missing := [name for name in names if name not in learned]:
        return f"has not learned the column {missing[0]!r}"
    if dropped := [name for name in learned if name not in names]:
        return f"needs the column {dropped[0]!r}, which is not computed any more"
    return "has its columns in another order"
