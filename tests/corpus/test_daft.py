"""Daft takes ``check_batch`` as the guide says. Needs Daft; without it this test says so."""

from typing import Any

import pyarrow as pa
import pytest

from checkfirst.corpus.batch import check_batch
from tests.corpus.made import records

daft: Any = pytest.importorskip("daft", reason="needs Daft: pip install daft")

pytestmark = pytest.mark.filterwarnings("ignore")


def test_by_hand_in_a_query() -> None:
    string = daft.DataType.string()

    def claims(ids: Any, texts: Any) -> list[dict[str, object]]:
        batch = pa.table({"id": ids.to_arrow(), "text": texts.to_arrow()})
        found: list[dict[str, object]] = check_batch(batch).select(["id", "claim"]).to_pylist()
        return found

    told = daft.func.batch(return_dtype=daft.DataType.struct({"id": string, "claim": string}))(claims)
    rows = daft.from_pylist(records(20))
    found = [row["told"] for row in rows.select(told(rows["id"], rows["text"]).alias("told")).to_pylist()]
    assert sorted(row["id"] for row in found if row["claim"] == "wrong") == ["d10", "d14", "d17", "d3", "d5"]
