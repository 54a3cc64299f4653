"""Storage of measured documents as arrays, so that later stages need not measure them again."""

from dataclasses import fields

import numpy as np

from checkfirst.measuring.text.bag_of_words import BLOCKS, BagOfWords
from training.measured import Example
from training.store import Arrays

_TEXTS = tuple(field.name for field in fields(Example) if field.name not in {"blocks", "shape"})


def to_arrays(made: list[Example]) -> Arrays:
    """All examples as arrays: for each block the words of all examples, concatenated, and the end index of each."""
    arrays: Arrays = {name: np.array([getattr(example, name) for example in made]) for name in _TEXTS}
    arrays["shape"] = np.array([example.shape for example in made])
    for place in BLOCKS:
        blocks = [example.blocks[place] for example in made]
        arrays[f"{place}/ids"] = np.concatenate([block.ids for block in blocks])
        arrays[f"{place}/values"] = np.concatenate([block.values for block in blocks])
        arrays[f"{place}/ends"] = np.cumsum([len(block.ids) for block in blocks])
    return arrays


def from_arrays(arrays: Arrays) -> list[Example]:
    """The examples stored in ``arrays`` by ``to_arrays``."""
    texts = zip(*(arrays[name].tolist() for name in _TEXTS), strict=True)
    split = {
        place: list(
            zip(
                np.split(arrays[f"{place}/ids"], arrays[f"{place}/ends"][:-1]),
                np.split(arrays[f"{place}/values"], arrays[f"{place}/ends"][:-1]),
                strict=True,
            )
        )
        for place in BLOCKS
    }
    return [
        Example(
            **dict(zip(_TEXTS, told, strict=True)),
            blocks={place: BagOfWords(*split[place][n]) for place in BLOCKS},
            shape=arrays["shape"][n],
        )
        for n, told in enumerate(texts)
    ]
