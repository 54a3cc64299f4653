"""Near-duplicates of a corpus: those that are, with how alike they are, and none that only follow one template."""

from pathlib import Path

import numpy as np
import pytest

from checkfirst.cli.app import main
from checkfirst.corpus.copies import compared, copies_in
from checkfirst.corpus.store import Store
from tests.corpus.made import Records, check_inputs, documents, json_lines, specification


def pairs(tmp_path: Path, texts: dict[str, str]) -> set[tuple[object, object]]:
    rows: Records = [{"id": name, "text": text} for name, text in texts.items()]
    check_inputs([json_lines(tmp_path / "a.jsonl", rows)], tmp_path / "out")
    ids = [d["id"] for d in documents(tmp_path / "out")]
    return {(ids[copy.first], ids[copy.second]) for copy in copies_in(Store(tmp_path / "out"))}


def test_copies_are_found_and_texts_of_one_template_are_not(tmp_path: Path) -> None:
    texts = {f"t{n}": specification(n) for n in range(120)}
    base = specification(500)
    added = {
        "same": base,
        "copy": base,
        "edited": base.replace("waits", "rests", 1),
        "longer": f"{base}\n{specification(501)}",
    }
    found = pairs(tmp_path, {**texts, **added})
    assert {("same", "copy"), ("same", "edited"), ("same", "longer")} <= found
    # The edited text stands in the longer one but for its change.
    assert found <= {("same", "copy"), ("same", "edited"), ("same", "longer"), ("edited", "longer")}


def test_many_copies_of_one_text_are_linear(tmp_path: Path) -> None:
    base = specification(7)
    found = pairs(tmp_path, {f"c{n}": f"{base}\nSeen by person {'abcdefghij'[n % 10]}{n}.\n" for n in range(80)})
    assert 79 <= len(found) <= 3 * 80


@pytest.mark.parametrize("size", [100, 5_000])
def test_likeness_is_exact_or_close(size: int) -> None:
    rng = np.random.default_rng(1)
    pool = np.unique(rng.integers(0, 2**32, 3 * size, dtype=np.uint32))
    rng.shuffle(pool)
    a, b = np.sort(pool[:size])[:1_024], np.sort(pool[size // 5 : size + size // 5])[:1_024]
    similarity, containment = compared(a, b)
    assert similarity == pytest.approx(0.8 / 1.2, abs=0.05)
    assert containment == pytest.approx(0.8, abs=0.05)


def test_they_are_written_as_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from pyarrow import parquet

    pairs(tmp_path, {"a": specification(1), "b": specification(1), "c": specification(2)})
    main(["corpus", "report", str(tmp_path / "out"), "--copies"])
    assert "1 pairs" in capsys.readouterr().err
    table = parquet.read_table(tmp_path / "out" / "copies.parquet").to_pylist()
    assert [(row["first_id"], row["second_id"], row["similarity"]) for row in table] == [("a", "b", 1.0)]
