"""The report on a corpus: its numbers add up, and its page is sound, shows nothing of a document as markup and runs nothing."""

import re
from pathlib import Path

import pytest

from checkfirst.corpus.page import page_parts
from checkfirst.corpus.store import Store
from checkfirst.corpus.summary import summary_of
from checkfirst.corpus.told import report_lines
from tests.corpus.made import Records, check_inputs, documents, json_lines, records, specification
from tests.texts import LOGIN_PAGE


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of many sources with errors, warnings, rows that can't be checked, and hostile words."""
    folder = tmp_path_factory.mktemp("corpus")
    rows: Records = [*records(60), {"id": "none", "url": "https://site0.example/", "text": None}]
    rows += [{"id": f"k{n}", "url": f"https://k{n}.example/", "text": specification(n)} for n in range(40)]
    rows += [{"id": "<script>x</script>\x1b[2J", "url": "<b>", "text": f"{LOGIN_PAGE}\n<img src=x>\n"}]
    rows += [{"id": "stub", "url": "", "text": "# Valve\n\nTODO: write this page about the valve.\n"}]
    check_inputs([json_lines(folder / "a.jsonl", rows)], folder / "out")
    return folder / "out"


def test_the_numbers_add_up(results: Path) -> None:
    text = "".join(report_lines(summary_of(Store(results))))
    head = re.match(r"(\d+) documents of (\d+) sources: (.*)\n", text)
    assert head is not None
    assert int(head[1]) == len(documents(results)) == 103
    assert sum(int(number) for number in re.findall(r"(\d+) (?:errors?|warnings?|clear|not checked)", head[3])) == 103
    told = [[int(n) for n in row.split()] for row in re.findall(r"^((?: +\d+){5})  ", text, re.MULTILINE)]
    *rows, all_ = told
    assert all_ == [sum(column) for column in zip(*rows, strict=True)]
    assert all(first == sum(rest) for first, *rest in told)
    assert all_[0] == 103
    assert "promised" not in text
    errors = re.search(r"^errors: (.*)$", text, re.MULTILINE)
    assert errors is not None
    assert sum(int(n) for n in re.findall(r"(\d+) ", errors[1])) == all_[1]


def test_confidences_are_as_they_were_given(results: Path) -> None:
    found = {d["claim_confidence"] for d in documents(results) if d["claim"] == "wrong"}
    assert found <= {0.95, 0.96, 0.97, 0.98, 0.99}


def test_the_page_has_the_same_numbers_and_no_markup_of_documents(results: Path) -> None:
    html = "".join(page_parts(summary_of(Store(results)), str(results)))
    tables = re.findall(r'<table class="counts">.*?</table>', html, re.DOTALL)
    counts = [int(n) for n in re.findall(r'<td class="sure">(\d+)</td>', tables[0])]
    assert sum(counts) == 103
    assert "promised" not in html.partition("</style>")[2]
    assert "<script" not in html
    assert "<img" not in html
    assert "<b></b>" not in html
    assert "&lt;script&gt;x&lt;/script&gt;\\x1b[2J" in html
    assert "script-src" not in html
    assert "default-src &#x27;none&#x27;" in html or "default-src 'none'" in html


def test_the_page_is_whole_and_fits_a_phone(results: Path, tmp_path: Path) -> None:
    from lxml import etree

    html = "".join(page_parts(summary_of(Store(results)), str(results)))
    parsed = etree.fromstring(html.encode(), etree.HTMLParser(recover=False))
    assert len(parsed.findall(".//h2")) >= 3
    assert all(len(row) for row in parsed.iterfind(".//tr"))
