"""A weights file that doesn't fit this version is refused in one line, never half used."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open
from safetensors.numpy import save_file

from checkfirst.cli.app import main
from checkfirst.errors import WeightsError
from checkfirst.measuring.arrays import AnyArray
from checkfirst.measuring.models.columns import COLUMNS
from checkfirst.measuring.models.layout import ARRAYS
from checkfirst.measuring.models.manifest import Manifest, check_manifest, from_json, to_json, vocabulary_digest
from checkfirst.measuring.models.weights import SHIPPED, load_weights, weights_of
from checkfirst.measuring.models.weights_file import read_arrays, write_arrays
from training.card import provenance

Change = Callable[[dict[str, AnyArray], Manifest], Manifest | None]


def refused(tmp_path: Path, change: Change) -> str:
    """What is said of the shipped weights after a change."""
    arrays, manifest = read_arrays(SHIPPED)
    path = tmp_path / "weights.safetensors"
    write_arrays(path, arrays, change(arrays, manifest) or manifest)
    with pytest.raises(WeightsError) as caught:
        load_weights(path)
    said = str(caught.value)
    assert said.startswith(f"{path}: ")
    assert said.endswith("; learn them anew with python -m training all")
    assert "\n" not in said
    return said.removeprefix(f"{path}: ").partition(";")[0]


@pytest.mark.parametrize("name", ARRAYS)
def test_no_array_may_be_missing(name: str) -> None:
    arrays, manifest = read_arrays(SHIPPED)
    del arrays[name]
    with pytest.raises(WeightsError, match=f"the array {name} is missing"):
        weights_of(arrays, manifest)


def test_a_new_column_is_named(tmp_path: Path) -> None:
    def change(_: dict[str, AnyArray], manifest: Manifest) -> Manifest:
        return manifest._replace(columns={**COLUMNS, "scraped": COLUMNS["scraped"][:-1]})

    assert refused(tmp_path, change) == "the model scraped has not learned the column 'words of a line'"


def test_a_dropped_column_is_named(tmp_path: Path) -> None:
    def change(_: dict[str, AnyArray], manifest: Manifest) -> Manifest:
        return manifest._replace(columns={**COLUMNS, "outlier": (*COLUMNS["outlier"], "age")})

    assert refused(tmp_path, change) == "the model outlier needs the column 'age', which is not computed any more"


def test_columns_in_another_order_are_refused(tmp_path: Path) -> None:
    def change(_: dict[str, AnyArray], manifest: Manifest) -> Manifest:
        return manifest._replace(columns={**COLUMNS, "outlier": COLUMNS["outlier"][::-1]})

    assert refused(tmp_path, change) == "the model outlier has its columns in another order"


def test_another_schema_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, lambda _, manifest: manifest._replace(schema=2)) == "schema version 2, not 1"


def test_another_vocabulary_is_refused(tmp_path: Path) -> None:
    def change(arrays: dict[str, AnyArray], _: Manifest) -> None:
        arrays["words"] = arrays["words"][::-1].copy()

    assert refused(tmp_path, change) == "the words are not those of the manifest"


def test_a_trigger_word_must_be_in_the_vocabulary(tmp_path: Path) -> None:
    def change(arrays: dict[str, AnyArray], manifest: Manifest) -> Manifest:
        words = arrays["words"].tobytes().replace(b"\nreply\n", b"\nreplx\n")
        arrays["words"] = np.frombuffer(words, dtype=np.uint8)
        return manifest._replace(vocabulary=vocabulary_digest(words))

    assert refused(tmp_path, change) == "the trigger word 'reply' is not in the vocabulary"


def test_shapes_must_fit_one_another(tmp_path: Path) -> None:
    def change(arrays: dict[str, AnyArray], _: Manifest) -> None:
        arrays["outlier/hidden_bias"] = arrays["outlier/hidden_bias"][:-1]

    said = refused(tmp_path, change)
    assert said.startswith("the array outlier/hidden_bias has the shape (95,)")


@pytest.mark.parametrize(("name", "value"), [("kind/temperature", np.nan), ("kind/body", np.inf), ("idf", -np.inf)])
def test_numbers_must_be_finite(tmp_path: Path, name: str, value: float) -> None:
    def change(arrays: dict[str, AnyArray], _: Manifest) -> None:
        arrays[name] = arrays[name].copy()
        arrays[name].flat[0] = value

    with np.errstate(invalid="ignore"):
        assert refused(tmp_path, change) == f"the array {name} has values that are not finite numbers"


def test_a_kind_that_this_version_does_not_know_is_refused(tmp_path: Path) -> None:
    def change(arrays: dict[str, AnyArray], _: Manifest) -> None:
        arrays["kind/names"] = np.array(["poem", *arrays["kind/names"].tolist()[1:]])

    assert refused(tmp_path, change) == "'poem' is not a valid Kind"


@pytest.mark.parametrize(
    "content", [b"", SHIPPED.read_bytes()[:90_000], b"no weights"], ids=["empty", "cut off", "other"]
)
def test_a_damaged_file_is_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "weights.safetensors"
    path.write_bytes(content)
    with pytest.raises(WeightsError, match="the file can't be read; learn them anew"):
        load_weights(path)


def test_a_file_without_manifest_is_refused(tmp_path: Path) -> None:
    save_file({"words": np.zeros(1)}, tmp_path / "weights.safetensors")
    with pytest.raises(WeightsError, match="the file has no manifest"):
        load_weights(tmp_path / "weights.safetensors")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"columns": 1}', '{"columns": {}, "vocabulary": "", "new": 1}'])
def test_what_is_no_manifest_is_refused(text: str) -> None:
    with pytest.raises(WeightsError, match="the manifest can't be read"):
        from_json(text)


def test_a_manifest_is_read_as_it_was_written() -> None:
    manifest = load_weights().manifest
    assert from_json(to_json(manifest)) == manifest
    assert json.loads(to_json(manifest))["columns"]["scraped"][0] == "furniture lines"


def test_the_shipped_weights_fit_and_their_card_says_what_they_say() -> None:
    arrays, manifest = read_arrays(SHIPPED)
    check_manifest(manifest, arrays["words"].tobytes())
    assert set(arrays) == set(ARRAYS)
    card = SHIPPED.with_name("MODEL_CARD.md").read_text(encoding="utf-8")
    assert "\n".join(provenance(manifest)) in card


def test_the_program_ends_with_one_line_and_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text("# A\n", encoding="utf-8")
    monkeypatch.setattr(
        "checkfirst.measuring.models.weights.load_weights", lambda: load_weights(tmp_path / "none.safetensors")
    )
    assert main(["check", str(tmp_path / "a.md"), "--no-cache"]) == 2
    said = capsys.readouterr().err
    assert (
        said
        == f"checkfirst: {tmp_path / 'none.safetensors'}: the file is not there; learn them anew with python -m training all\n"
    )


def test_a_number_that_was_changed_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "weights.safetensors"
    with safe_open(SHIPPED, framework="numpy") as stored:
        names = stored.keys()
        arrays = {name: stored.get_tensor(name).copy() for name in names}
        arrays["kind/bias"][0] = np.nan
        save_file(arrays, path, metadata=stored.metadata())
    with pytest.raises(WeightsError, match="the numbers are not those of the manifest"):
        load_weights(path)
