"""What is added up over a corpus is the same in any order; a source that loses nearly everything to one rule is told."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from checkfirst.corpus.store import Store, each_block
from checkfirst.corpus.strangers import Mark, Member, strangers_in
from checkfirst.corpus.summary import Example, SourceSummary, block_summary, merge, summary_of, whole
from checkfirst.corpus.told import report_lines
from tests.corpus.made import Records, check_inputs, json_lines, records, specification
from tests.texts import LOGIN_PAGE

words = st.sampled_from(["wrong error", "as-promised", "stub warning", "en", "de", "KND001", "WEB001"])
counts = st.dictionaries(words, st.integers(1, 9), max_size=4)
examples = st.builds(
    Example,
    rank=st.integers(0, 1),
    doubt=st.sampled_from([0.01, 0.2]),
    id=st.sampled_from(["a", "b", "c", "d"]),
    text=st.sampled_from(["is a login page", "is a stub"]),
    code=st.sampled_from(["WEB001", "WEB002"]),
    line=st.integers(1, 3),
    quote=st.just("q"),
)
members = st.builds(Member, id=st.sampled_from(["a", "b", "c", "d"]), opening=st.just("x"))
marks = st.builds(
    Mark, count=st.integers(1, 9), members=st.lists(members, max_size=3).map(lambda some: tuple(sorted(some)))
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
        marks=st.dictionaries(st.sampled_from(["language en", "language de", "group article"]), marks, max_size=3),
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
    assert "has something against 30 of its 30 documents" in text
    assert "! fine.example" not in text


GERMAN = (
    "Die Pumpe der Linie antwortet dem Ventil innerhalb von drei Sekunden und schreibt alle Werte in das Buch. " * 5
)
FRENCH = (
    "La pompe de la ligne répond à la vanne en moins de trois secondes et écrit toutes les valeurs dans le livre. " * 5
)


def strangers(tmp_path: Path, rows: Records) -> list[tuple[str, str, list[str]]]:
    check_inputs([json_lines(tmp_path / "a.jsonl", rows)], tmp_path / "out")
    summary = summary_of(Store(tmp_path / "out"))
    return [
        (source, stranger.value, [member.id for member in stranger.members])
        for source, found in summary.items()
        for stranger in strangers_in(found.marks, found.documents)
    ]


def test_a_text_in_another_language_is_a_stranger_in_its_source(tmp_path: Path) -> None:
    rows: Records = [{"id": f"e{n}", "site": "x.example", "text": specification(n)} for n in range(40)]
    rows += [{"id": "g", "site": "x.example", "text": GERMAN}, {"id": "f", "site": "x.example", "text": FRENCH}]
    assert strangers(tmp_path, rows) == [("x.example", "de", ["g"]), ("x.example", "fr", ["f"])]
    text = "".join(report_lines(summary_of(Store(tmp_path / "out"))))
    assert "x.example: 1 in de, where nearly all are in en" in text
    assert "g │ Die Pumpe der Linie" in text


def test_sources_of_several_languages_and_small_ones_have_no_strangers(tmp_path: Path) -> None:
    both: Records = [{"id": f"e{n}", "site": "both.example", "text": specification(n)} for n in range(30)]
    both += [{"id": f"g{n}", "site": "both.example", "text": f"{GERMAN}\nTeil {n}.\n"} for n in range(5)]
    small: Records = [{"id": f"s{n}", "site": "small.example", "text": specification(n)} for n in range(6)]
    small += [{"id": "sg", "site": "small.example", "text": GERMAN}]
    short: Records = [{"id": f"k{n}", "site": "short.example", "text": specification(n)} for n in range(30)]
    short += [{"id": "sk", "site": "short.example", "text": "Ende der Liste."}]
    assert strangers(tmp_path, [*both, *small, *short]) == []
