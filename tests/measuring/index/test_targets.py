"""What a target leads to: links, entries of indexes and texts get the same answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.measuring.index.targets import Target, Targets, TargetState

PRESENT = ("README.md", "guide.markdown", "a b.md", "100%25.md", "parts/index.md", "parts/tide.rst", "notes", "map.png")
TARGETS = Targets(PRESENT, [path for path in PRESENT if path != "map.png"])
NOTE = "# Note\n\nThe importer reads at most 10,000 rows.\n"


@pytest.mark.parametrize(
    ("folder", "target", "file"),
    [
        ("", "guide.markdown", "guide.markdown"),
        ("", "guide.html#start", "guide.markdown"),
        ("", "guide?raw=1", "guide.markdown"),
        ("", "a%20b.md", "a b.md"),
        ("", "100%25.md", "100%25.md"),
        ("", "parts", "parts/index.md"),
        ("", "parts/", "parts/index.md"),
        ("parts", "tide", "parts/tide.rst"),
        ("parts", "..\\guide.htm", "guide.markdown"),
        ("parts", "/parts/tide.rst", "parts/tide.rst"),
        ("parts", "..", "README.md"),
        ("", "map.png", "map.png"),
    ],
)
def test_there(folder: str, target: str, file: str) -> None:
    found = TARGETS.find(folder, target)
    assert (found.state, found.file) == (TargetState.THERE, file)


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("gone.md", Target(TargetState.MISSING, "gone.md")),
        ("gone%20too.md#x", Target(TargetState.MISSING, "gone too.md")),
        ("GUIDE.markdown", Target(TargetState.MISSING, "GUIDE.markdown")),
        ("../other.md", Target(TargetState.OUTSIDE)),
        ("%2e%2e/other.md", Target(TargetState.OUTSIDE)),
        ("/site/x.md", Target(TargetState.UNKNOWN)),
        ("adr/*.md", Target(TargetState.UNKNOWN)),
        ("{{ page }}.md", Target(TargetState.UNKNOWN)),
        ("#top", Target(TargetState.UNKNOWN)),
    ],
)
def test_not_there(target: str, found: Target) -> None:
    assert TARGETS.find("", target) == found


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("Guide.markdown", "guide.markdown"),
        ("docs/tide.rst", "parts/tide.rst"),
        ("parts/tdie.rst", "parts/tide.rst"),
        ("else/index.md", ""),
        ("ledger.md", ""),
    ],
)
def test_nearest(path: str, near: str) -> None:
    assert TARGETS.similar.nearest(path) == near


@given(st.text(alphabet="ab./#%?:\\ -é\x00[]{}*~", max_size=30), st.sampled_from(["", "parts"]))
def test_no_target_is_too_odd(target: str, folder: str) -> None:
    found = TARGETS.find(folder, target)
    assert (found.file is not None) == (found.state is TargetState.THERE)


@pytest.mark.parametrize("target", ["guide.html", "guide", "parts/", "/site/gone.md", "a%20b.md", "adr/*.md"])
def test_an_entry_is_there_where_a_link_is(target: str) -> None:
    documents = {"guide.markdown": NOTE, "a b.md": NOTE + "\nTwo.\n", "parts/README.rst": "Parts\n=====\n\nText.\n"}
    codes = Config(select=("IDX002", "IDX006"))
    page = f"# Set\n\n- [it]({target})\n- [other](guide.markdown)\n"
    for name in ("INDEX.md", "page.md"):
        assert check_documents([*documents.items(), (name, page)], config=codes).findings == ()


def test_an_entry_by_the_name_of_a_page_lists_its_source() -> None:
    documents = [("INDEX.md", "# Set\n\n- [it](guide.html)\n"), ("guide.markdown", NOTE), ("b.md", NOTE + "\nTwo.\n")]
    found = check_documents(documents, config=Config(select=("IDX003",))).findings
    assert [f.path for f in found] == ["b.md"]


@pytest.mark.parametrize(
    ("source", "link"),
    [
        ("gates.md.erb", "gates.md"),
        ("gates.html.j2", "gates.html"),
        ("guide/gates.rst.in", "guide/gates.html"),
        ("gates.tmpl.md", "gates.md"),
        ("écluse.adoc.tmpl", "écluse.adoc"),
        ("LICENSE.j2", "LICENSE"),
    ],
)
def test_a_page_that_a_build_makes_from_a_template_is_there(source: str, link: str) -> None:
    targets = Targets({source, "a.md"}, {"a.md"})
    assert targets.find("", link).file == source


@pytest.mark.parametrize(("source", "link"), [("gates.md.bak", "gates.md"), ("template.md", "md"), ("in.md", "x.md")])
def test_other_suffixes_make_no_page(source: str, link: str) -> None:
    assert Targets({source}, set()).find("", link).state is TargetState.MISSING
