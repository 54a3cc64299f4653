"""The table of types: whole, without contradictions, and enough to read what it names."""

import pytest

from checkfirst.model.formats import FormatSpec, Trait
from checkfirst.reading.detect import signatures, text_signatures
from checkfirst.reading.detect.text_classifier import shipped_model
from checkfirst.reading.formats import FORMATS, disguise, file_reader, named, suffixes_of, text_reader
from checkfirst.reading.parsed import ReadingError

READ = [spec for spec in FORMATS.values() if spec.reader]


@pytest.mark.parametrize("spec", READ, ids=lambda spec: spec.media_type)
def test_every_reader_is_there_and_survives_an_empty_file(spec: FormatSpec) -> None:
    if not spec.isolated:
        assert text_reader(spec)("").text == ""
        return
    try:
        assert file_reader(spec)(b"").text.strip() == ""
    except ReadingError:
        return


def test_an_ending_promises_one_type() -> None:
    endings = [suffix for spec in FORMATS.values() for suffix in (*spec.suffixes, *spec.shared_suffixes)]
    assert len(endings) == len(set(endings))


def test_every_type_that_is_recognized_is_in_the_table() -> None:
    found = {
        *shipped_model().types,
        *(media_type for _, _, media_type in signatures._MAGIC),
        *(media_type for _, media_type in signatures._ZIP_MEMBERS),
        *signatures._PACKAGES,
        *text_signatures._INTERPRETERS.values(),
        *text_signatures._NEEDED,
        *text_signatures._TYPICAL,
    }
    assert found <= set(FORMATS)


def test_what_is_read_as_a_document_is_code_data_or_prose() -> None:
    families = {Trait.PROSE, Trait.CODE, Trait.DATA, Trait.ARCHIVE}
    assert all(len(spec.traits & families) == 1 for spec in READ)
    assert not any(spec.traits & families for spec in FORMATS.values() if not spec.reader)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("NOTES.MD", "text/markdown"),
        ("ls.1", "text/troff"),
        ("build.log", "text/plain"),
        ("a.tar.gz", "application/gzip"),
    ],
)
def test_names_promise_types(name: str, media_type: str) -> None:
    spec = named(name)
    assert spec is not None
    assert spec.media_type == media_type


@pytest.mark.parametrize("name", ["README", "a.unknown", ".md"])
def test_names_without_a_known_ending_promise_nothing(name: str) -> None:
    assert named(name) is None


def test_disguises() -> None:
    assert disguise("invoice.pdf.exe") is FORMATS["application/pdf"]
    assert disguise("letter.eml.txt") is None
    assert disguise("report.pdf") is None


def test_links_to_files_of_any_type_promise_no_document() -> None:
    assert not {".log", ".asc", ".me"} & set(suffixes_of(Trait.LISTED))
    assert {".md", ".pdf", ".ipynb"} <= set(suffixes_of(Trait.LISTED))
