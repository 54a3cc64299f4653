"""Ray's engine has the same rows as the local one. Needs the extra ``ray``; without it these tests say so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkfirst.config import Config
from checkfirst.corpus.batch import check_batch
from checkfirst.corpus.columns import Columns
from checkfirst.corpus.inputs import inputs_of
from checkfirst.corpus.run import check_corpus
from checkfirst.corpus.store import Store
from tests.corpus.made import check_inputs, documents, json_lines, records

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
