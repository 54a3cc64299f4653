"""The summary of a document: what it says of itself, as whoever measures it found it."""

from msgspec.structs import replace

from checkfirst.measuring.document import measure
from checkfirst.measuring.document_set import summarize
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.needs import EVERYTHING, Needs
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.reading.read import read
from tests.texts import SAVED_PAGE, SPECIFICATION


def summary(name: str, text: str, named_indexes: tuple[str, ...] = ()) -> DocumentSummary:
    document = read(name, text.encode())
    return summarize(document, measure(document, load_weights()), named_indexes=named_indexes)


def test_a_specification() -> None:
    found = summary("ledger.md", SPECIFICATION)
    assert (found.path, found.is_prose, found.entries) == ("ledger.md", True, None)
    assert found.title
    assert found.first_sentence
    assert found.words > 100


def test_code_and_data_are_not_written_for_readers() -> None:
    assert not summary("ledger.py", "import ledger\n\n\ndef entries() -> None:\n    ledger.read()\n").is_prose
    assert not summary("ledger.json", '{"entries": []}\n').is_prose


def test_the_opening_of_a_saved_page_is_not_its_navigation() -> None:
    document = read("page.txt", SAVED_PAGE.encode())
    measures = measure(document, load_weights())
    found = summarize(document, replace(measures, embedding=b"here"))
    assert found.first_sentence == "My grandmother kept a ledger."
    assert found.embedding == b"here"


def test_any_document_can_be_named_as_an_index() -> None:
    text = "# Start\n\n- [Storage](storage.md)\n"
    assert summary("start.md", text).entries is None
    entries = summary("start.md", text, named_indexes=("start.md",)).entries
    assert entries is not None
    assert [entry.target for entry in entries] == ["storage.md"]


def test_references_are_left_out_when_nobody_asks() -> None:
    document = read("a.md", b"# A\n\nThe order is given in PLAN.md and nowhere else.\n")
    measures = measure(document, load_weights())
    assert [r.name for r in summarize(document, measures).references] == ["PLAN.md"]
    assert summarize(document, measures, needs=EVERYTHING - {Needs.REFERENCES}).references == ()
