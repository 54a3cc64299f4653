"""Near-duplicates of a corpus: those that are, with how alike they are, and none that only follow one template."""

import re
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from checkfirst.cli.app import main
from checkfirst.corpus.candidates import counted_pairs, spill_pairs, spill_sketches
from checkfirst.corpus.copies import copies_in
from checkfirst.corpus.copies_table import read_copies, write_copies
from checkfirst.corpus.likeness import likeness
from checkfirst.corpus.ragged import Ragged, RaggedFile
from checkfirst.corpus.spill import Spill
from checkfirst.corpus.store import Store
from tests.corpus.made import SUBJECTS, Records, check_inputs, documents, json_lines, specification

MENU = (
    "home products support downloads forum about careers press contact imprint privacy cookies terms newsletter account basket "
    "search language region help returns delivery payment stores events partners suppliers investors accessibility feedback "
    "sitemap archive tags authors topics calendar gallery videos podcasts glossary tools training certification jobs legal"
)


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
    assert 79 <= len(found) <= 5 * 80


def test_copies_are_found_among_pages_that_share_their_menu_and_footer(tmp_path: Path) -> None:
    around = " ".join(f"{SUBJECTS[n % 10]} {SUBJECTS[n * 7 % 9]} {word}" for n, word in enumerate(MENU.split()))
    pages = {f"p{n:02}": f"{around}\n\n{specification(n)}\n" for n in range(70)}
    copied = {f"z{n}": pages[f"p{n:02}"].replace("waits", "rests", 1) for n in (3, 31, 59)}
    assert pairs(tmp_path, {**pages, **copied}) >= {("p03", "z3"), ("p31", "z31"), ("p59", "z59")}


def ragged(arrays: list[set[int]]) -> Ragged:
    """Hashes of documents, in memory."""
    return Ragged(
        np.array([value for array in arrays for value in sorted(array)], dtype=np.uint32),
        np.cumsum([len(array) for array in arrays], dtype=np.int64),
    )


sets = st.lists(st.sets(st.integers(0, 40) | st.sampled_from([2**32 - 1, 2**31]), max_size=12), min_size=1, max_size=6)


@given(sets, st.data())
def test_likeness_of_pairs_is_that_of_sets(arrays: list[set[int]], data: st.DataObject) -> None:
    number = st.integers(0, len(arrays) - 1)
    chosen = data.draw(st.lists(st.tuples(number, number), max_size=8))
    pairs = np.array(chosen, dtype=np.int64).reshape(-1, 2)
    similarity, containment = likeness(pairs, ragged(arrays), kept=100)
    both = [(arrays[a], arrays[b]) for a, b in chosen]
    assert similarity.tolist() == [len(a & b) / max(1, len(a | b)) for a, b in both]
    assert containment.tolist() == [len(a & b) / max(1, min(len(a), len(b))) for a, b in both]


@pytest.mark.parametrize("size", [100, 5_000])
def test_likeness_is_exact_or_close(size: int) -> None:
    rng = np.random.default_rng(1)
    pool = rng.permutation(np.unique(rng.integers(0, 2**32, 3 * size, dtype=np.uint32))).tolist()
    a, b = sorted(pool[:size])[:1_024], sorted(pool[size // 5 : size + size // 5])[:1_024]
    similarity, containment = likeness(np.array([[0, 1]]), ragged([set(a), set(b)]), kept=1_024)
    assert similarity[0] == pytest.approx(0.8 / 1.2, abs=0.05)
    assert containment[0] == pytest.approx(0.8, abs=0.05)


@given(st.lists(st.none() | st.lists(st.integers(0, 2**32 - 1), max_size=5), max_size=9), st.integers(0, 9))
def test_arrays_of_a_column_are_read_as_they_were_written(arrays: list[list[int] | None], cut: int) -> None:
    data = [np.array(array, dtype=np.uint32).tobytes() if array is not None else None for array in arrays]
    column = pa.chunked_array([pa.array(data, pa.binary())])
    with TemporaryDirectory() as folder:
        file = RaggedFile(Path(folder, "hashes"))
        file.add(column.slice(0, cut))
        file.add(column.slice(cut))
        found = file.read()
        values, sizes = found.first(np.arange(len(arrays)), most=3)
        assert sizes.tolist() == [min(3, len(array or ())) for array in arrays]
        assert values.tolist() == [value for array in arrays for value in (array or ())[:3]]


def test_pairs_of_sketches_are_those_with_a_hash_in_common(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    arrays = [set(rng.integers(0, 200, 8).tolist()) for _ in range(60)]
    sketches, found = Spill(tmp_path / "sketches"), Spill(tmp_path / "pairs")
    spill_sketches(ragged(arrays), np.arange(60), sketches)
    common = spill_pairs(sketches, found, 60)
    counted = {
        tuple(pair): n for some, times in counted_pairs(found) for pair, n in zip(some.tolist(), times, strict=True)
    }
    expected = {(a, b): len(arrays[a] & arrays[b]) for a, b in combinations(range(60), 2) if arrays[a] & arrays[b]}
    assert counted == expected
    assert not common.any()


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
