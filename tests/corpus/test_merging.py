"""What is added up over a corpus is the same in any order; a source that loses nearly everything to one rule is told."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from checkfirst.corpus.store import Store, each_block
from checkfirst.corpus.summary import Example, SourceSummary, block_summary, merge, summary_of, whole
from checkfirst.corpus.told import report_lines
from tests.corpus.made import Records, check_inputs, json_lines, records
from tests.texts import LOGIN_PAGE

words = st.sampled_from(["wrong error", "as-promised", "stub warning", "en", "de", "KND001", "WEB001"])
counts = st.dictionaries(words, st.integers(1, 9), max_size=4)
examples = st.builds(
    Example,
    rank=st.integers(0, 1),
    doubt=st.sampled_from([0.01, 0.2]),
    id=st.sampled_from(["a", "b", "c", "d"]),
    text=st.sampled_from(["is a login page", "is a stub"]),
    code=st.just("WEB001"),
    line=st.integers(1, 3),
    quote=st.just("q"),
)
summaries = st.dictionaries(
    st.sampled_from(["x.example", "y.example", "z.example"]),
    st.builds(
        SourceSummary,
        documents=st.integers(0, 9),
        failures=st.integers(0, 9),
        words=st.integers(0, 999),
        claims=counts,
        kinds=counts,
        languages=counts,
        rules=counts,
        reasons=counts,
        examples=st.lists(examples, max_size=3).map(lambda some: tuple(sorted(some))),
    ),
    max_size=3,
)


@given(summaries, summaries, summaries)
def test_the_order_of_merging_changes_nothing(
    a: dict[str, SourceSummary], b: dict[str, SourceSummary], c: dict[str, SourceSummary]
) -> None:
    assert merge(a, merge(b, c)) == merge(merge(a, b), c)
    assert merge(a, b) == merge(b, a)


def test_blocks_add_up_to_the_corpus(tmp_path: Path) -> None:
    check_inputs([json_lines(tmp_path / "a.jsonl", records(300))], tmp_path / "out")
    store = Store(tmp_path / "out")
    added: dict[str, SourceSummary] = {}
    for name, key in reversed(list(each_block(store))):
        added = merge(block_summary(store, name, key), added)
    assert added == summary_of(store)
    assert whole(added).documents == 300


def test_a_source_that_one_rule_finds_wrong_throughout_is_told(tmp_path: Path) -> None:
    rows: Records = [{"id": f"x{n}", "site": "wall.example", "text": f"{LOGIN_PAGE}\nPage {n}.\n"} for n in range(30)]
    rows += [{**row, "site": "fine.example"} for row in records(30)]
    check_inputs([json_lines(tmp_path / "a.jsonl", rows)], tmp_path / "out")
    text = "".join(report_lines(summary_of(Store(tmp_path / "out"))))
    assert "! wall.example: " in text
    assert "finds 30 of its 30 documents wrong" in text
    assert "! fine.example" not in text
