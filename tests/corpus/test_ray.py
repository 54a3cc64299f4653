"""Ray's engine has the same rows as the local one. Needs the extra ``ray``; without it these tests say so."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checkfirst.config import Config
from checkfirst.corpus.batch import check_batch
from checkfirst.corpus.blocks import Block
from checkfirst.corpus.columns import Columns
from checkfirst.corpus.inputs import inputs_of
from checkfirst.corpus.row import Row
from checkfirst.corpus.run import check_corpus
from checkfirst.corpus.store import Store
from tests.corpus.made import Deadly, check_inputs, documents, json_lines, records, specification

ray = pytest.importorskip("ray", reason="needs Ray: pip install '.[ray]'")

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    yield
    ray.shutdown()


def test_the_same_rows_as_on_one_machine(tmp_path: Path) -> None:
    from checkfirst.corpus.on_ray import check_blocks

    corpus = json_lines(tmp_path / "a.jsonl", records(300))
    inputs = inputs_of([str(corpus)], Columns())
    store = Store(tmp_path / "ray")
    done = check_corpus(inputs, store, Config(), lambda b, s, c: check_blocks(b, s, c, 2), lambda _: None)
    assert done.checked == 300
    check_inputs([corpus], tmp_path / "local")
    assert documents(tmp_path / "ray") == documents(tmp_path / "local")


def test_by_hand_in_ray_data() -> None:
    rows = records(20)
    found = ray.data.from_items(rows).map_batches(check_batch, batch_format="pyarrow").take_all()
    assert sorted(row["id"] for row in found if row["claim"] == "wrong") == ["d10", "d14", "d17", "d3", "d5"]


def test_a_document_that_ends_its_actor_is_a_failure_of_that_document(tmp_path: Path) -> None:
    from checkfirst.corpus.on_ray import check_blocks

    def row(n: int, content: Any) -> Row:
        return Row(id=f"d{n}", content=content)

    store = Store(tmp_path / "out")
    store.create()
    rows = (row(0, specification(0)), row(1, Deadly()), row(2, specification(2)))
    blocks = [Block(key="aa", rows=rows), *(Block(key=key, rows=(row(3, specification(3)),)) for key in ("bb", "cc"))]
    assert {block.key for block in check_blocks(iter(blocks), store, Config(), workers=1)} == {"aa", "bb", "cc"}
    assert [reason is None for reason in store.documents("aa")["failure"].to_pylist()] == [True, False, True]
    assert [store.documents(key)["failure"].to_pylist() for key in ("bb", "cc")] == [[None], [None]]
