"""Train the text type classifier on files of known type: ``python -m training.types --files DIR --data DIR``.

``--files`` has a folder for each source (a package, a project); a source is held out as a whole.
"""

import argparse
import gzip
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from checkfirst.model.document import Format
from checkfirst.reading.detect.text_classifier import SHIPPED, TypeModel, tokens_of
from checkfirst.reading.detect.text_signatures import type_by_form
from training.corpus import rows
from training.folds import stable_hash
from training.media_types import FORMAT_OF, NAMED

#: Most files of one type from one source, and number of commonest tokens that have weights.
_MOST, _TOKENS = 40, 12_000
_FORMATS: Final = {"md": "text/markdown", "rst": "text/x-rst", "html": "text/html", "text": "text/plain"} | {
    "asciidoc": "text/asciidoc",
    "tex": "text/x-tex",
    "pod": "text/x-perl",
}
_MANUAL = re.compile(r"\.[1-8][a-z]*\.gz$")


@dataclass(frozen=True, slots=True)
class Sample:
    """One file: the source it comes from, its name, its true type, and its bytes."""

    family: str
    name: str
    media_type: str
    data: bytes


def samples(files: Path | None, data: Path | None, seed: int = 0) -> list[Sample]:
    """Texts with their types, at most ``_MOST`` of each type from one source."""
    rng = random.Random(seed)
    found: dict[tuple[str, str], list[Path | bytes]] = defaultdict(list)
    for path in sorted(files.rglob("*")) if files else []:
        if path.is_file() and not path.is_symlink() and (media_type := _type_by_name(path)):
            found[str(path.relative_to(files or path).parts[0]), media_type].append(path)
    for row in rows(data, "documents") if data else []:
        if (media_type := _FORMATS.get(row["format"])) and media_type != "text/x-perl":
            found[row["family"], media_type].append(row["text"].encode())
    return [
        sample
        for (family, media_type), held in sorted(found.items(), key=lambda pair: pair[0])
        for sample in _drawn(family, media_type, held, rng)
    ]


def _type_by_name(path: Path) -> str | None:
    if _MANUAL.search(path.name) and "/man/" in path.as_posix():
        return "text/troff"
    if path.name == "CMakeLists.txt":
        return "text/x-cmake"
    named = NAMED.get(path.suffix.lower())
    if path.suffix.lower() == ".m" or named is None or named[0] in {Format.RICH, Format.BINARY}:
        return None
    return None if path.suffix[1:].isdigit() or named[1] == "text/x-source" else named[1]


def _drawn(family: str, media_type: str, held: list[Path | bytes], rng: random.Random) -> Iterator[Sample]:
    rng.shuffle(held)
    taken = 0
    for item in held:
        name = item.name if isinstance(item, Path) else f"text{taken}"
        data = _bytes(item) if isinstance(item, Path) else item
        if taken >= _MOST:
            return
        if len(data.strip()) > 60 and b"\0" not in data[:1024] and _is_honest(media_type, data):
            taken += 1
            yield Sample(family=family, name=name, media_type=media_type, data=data)


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > 2_000_000:
        return b""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def _is_honest(media_type: str, data: bytes) -> bool:
    """Whether a text is of the type of its name, and not for example Markdown in a ``.txt`` file."""
    start = data[:4096].lstrip()
    if type_by_form(data) not in {None, media_type}:
        return media_type in {"text/x-typescript", "text/x-ini"}
    if media_type == "text/troff":
        return not start.startswith(b".so")
    if media_type == "text/plain":
        headings = len(re.findall(rb"^#{1,4} \w|^```|^\[[^\]]+\]: |\]\(http", start, re.MULTILINE))
        underlined = len(re.findall(rb"^[=\-~^]{4,}\s*$|^\.\. \S+:|::\s*$", start, re.MULTILINE))
        return headings < 2 and underlined < 2 and not start.startswith((b"{", b"[", b"<", b"#!"))
    if media_type == "text/x-diff":
        return type_by_form(data) == media_type
    if media_type == "application/yaml":
        return b"{{" not in start
    return True


def learn(items: list[Sample], strength: float = 30.0) -> TypeModel:
    """A model trained on samples; within a type each source has the same weight."""
    # Sets of strings are ordered differently in every run, which would change the rounding of sums.
    read = [sorted(tokens_of(item.data)) for item in items]
    families: dict[str, set[str]] = defaultdict(set)
    for item, tokens in zip(items, read, strict=True):
        for token in tokens:
            families[token].add(item.family)
    common = Counter({token: len(held) for token, held in families.items() if len(held) >= 3})
    vocabulary = {token: number for number, (token, _) in enumerate(common.most_common(_TOKENS))}
    types = sorted({item.media_type for item in items})
    model: Any = LogisticRegression(C=strength, max_iter=400)
    matrix = _matrix(read, vocabulary)
    model.fit(matrix, [types.index(item.media_type) for item in items], sample_weight=_weights(items))
    weights = model.coef_.T.astype(np.float32)
    return TypeModel(vocabulary, weights, model.intercept_.astype(np.float32), tuple(types))


def _matrix(read: list[list[str]], vocabulary: dict[str, int]) -> csr_matrix:
    columns, values, ends = [], [], [0]
    for tokens in read:
        known = [vocabulary[token] for token in tokens if token in vocabulary]
        columns += known
        values += [1 / max(1.0, len(known)) ** 0.5] * len(known)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(read), len(vocabulary)))


def _weights(items: list[Sample]) -> list[float]:
    sizes = Counter((item.family, item.media_type) for item in items)
    families = Counter(media_type for _, media_type in sizes)
    weights = [1.0 / sizes[item.family, item.media_type] ** 0.5 / families[item.media_type] for item in items]
    mean = sum(weights) / len(weights)
    return [weight / mean for weight in weights]


def save(model: TypeModel, path: Path) -> None:
    """Write a model with 8 bits per weight."""
    scale = np.abs(model.weights).max() / 127
    order = sorted(model.vocabulary, key=lambda token: model.vocabulary[token])
    np.savez_compressed(
        path,
        tokens=np.array(order),
        weights=np.round(model.weights / scale).astype(np.int8),
        scale=np.float32(scale),
        bias=model.bias,
        types=np.array(model.types),
    )


def held_out(family: str) -> bool:
    """Whether a source is kept for evaluation, as one in four is."""
    return stable_hash(family) % 4 == 0


def card(items: list[Sample]) -> str:
    """The training data, and the quality of a model on held-out sources."""
    tested = [item for item in items if held_out(item.family)]
    model = learn([item for item in items if not held_out(item.family)])
    right: dict[str, list[bool]] = defaultdict(list)
    for item in tested:
        scores = model.scores(tokens_of(item.data))
        found = type_by_form(item.data) or max(scores, key=lambda name: scores[name])
        right[item.media_type].append(found == item.media_type)
    learned = Counter(item.media_type for item in items)
    families: dict[str, set[str]] = defaultdict(set)
    for item in items:
        families[item.media_type].add(item.family)
    total = sum(map(sum, right.values())) / len(tested)
    rows_ = [
        f"| {name} | {learned[name]} | {len(families[name])} | {len(right[name])} | "
        f"{f'{sum(right[name]) / len(right[name]):.2f}' if right[name] else '-'} |"
        for name in sorted(learned)
    ]
    return "\n".join(
        [
            "# Card of the model that tells types of texts",
            "",
            "Generated by `python -m training.types --files DIR --data DIR`; do not edit. The files are fetched by",
            "`python -m training.type_sources DIR`: packages of Debian, npm and PyPI under many licences, of which nothing",
            "is kept but weights for words and signs. The type that a file's name promises is taken as true.",
            "",
            f"{len(items)} files of {len({item.family for item in items})} sources. On the quarter of the sources that was",
            f"held out, by content alone and with no name: {total:.3f} of {len(tested)} files are told rightly.",
            "",
            "| type | files | sources | tested | right |",
            "| --- | --- | --- | --- | --- |",
            *rows_,
            "",
            "Types of few sources (SQL, Lua, Haskell, Julia, R, Dart, Elixir, AsciiDoc by words) can hardly be told",
            "from this data unless their form gives them away.",
            "",
        ]
    )


def main() -> None:
    """Train on all sources and write the model."""
    parser = argparse.ArgumentParser(prog="python -m training.types", description=main.__doc__)
    parser.add_argument("--files", type=Path, required=True, help="folder with a folder for each source")
    parser.add_argument("--data", type=Path, help="folder with the labelled data")
    parser.add_argument("--output", type=Path, default=SHIPPED, help="file to write")
    options = parser.parse_args()
    items = samples(options.files, options.data)
    unknown = {item.media_type for item in items} - set(FORMAT_OF)
    assert not unknown, unknown
    model = learn(items)
    save(model, options.output)
    options.output.with_name("TYPES_CARD.md").write_text(card(items), encoding="utf-8")
    print(f"{len(items)} files of {len({item.family for item in items})} sources, {len(model.types)} types")


if __name__ == "__main__":
    main()
