"""Near-duplicates of a corpus: those that are, with how alike they are, and none that only follow one template."""

import re
from pathlib import Path

import numpy as np
import pytest
from pyarrow import parquet

from checkfirst.cli.app import main
from checkfirst.corpus.copies import compared, copies_in
from checkfirst.corpus.copies_table import read_copies, write_copies
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


def test_they_are_written_as_a_table_and_told_with_both_first_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, page = tmp_path / "out", tmp_path / "page.html"
    pairs(tmp_path, {"a": specification(1), "b": specification(1), "c": specification(2), "<d>": specification(2)})
    main(["corpus", "report", str(out), "--copies"])
    told = capsys.readouterr()
    assert "2 pairs of near-duplicates" in told.err
    table = parquet.read_table(out / "copies.parquet").to_pylist()
    found = [(row["first_id"], row["second_id"], row["similarity"], row["second_opening"]) for row in table]
    assert found == [("a", "b", 1.0, "# The valve of line 1"), ("c", "<d>", 1.0, "# The gate of line 2")]
    assert f"near-duplicates: 2 documents of an earlier one (2 {tmp_path / 'a.jsonl'}), 2 pairs; the least" in told.out
    assert re.findall(r"^ +(\S+) \(.*\) │ (.*)$", told.out, re.MULTILINE) == [
        ("a", "# The valve of line 1"),
        ("b", "# The valve of line 1"),
        ("c", "# The gate of line 2"),
        ("<d>", "# The gate of line 2"),
    ]
    main(["corpus", "report", str(out), "-o", str(page)])
    html = page.read_text("utf-8")
    assert html.count("# The gate of line 2</span>") == 2
    assert "<b>&lt;d&gt;</b>" in html
    # After a run over something else the pairs hold no longer.
    pairs(tmp_path, {"a": specification(1), "e": specification(5)})
    capsys.readouterr()
    main(["corpus", "report", str(out)])
    assert "near-duplicates" not in capsys.readouterr().out


def test_the_least_alike_come_first_and_a_document_leads_one_pair(tmp_path: Path) -> None:
    base = specification(7)
    texts = {"a": base, "b": base, "c": base, "d": f"{base}\n{specification(8)}"}
    pairs(tmp_path, texts)
    store = Store(tmp_path / "out")
    write_copies(store, copies_in(store))
    found = read_copies(store, most=5)
    assert found is not None
    assert (found.pairs, found.documents) == (3, 3)
    assert [(pair.first[0], pair.second[0]) for pair in found.some] == [("a", "d")]
