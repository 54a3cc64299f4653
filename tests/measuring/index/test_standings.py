"""The status of a document in an index or a register, and in the document itself."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.measuring.content.standing import standing_of


def told(documents: dict[str, str]) -> list[tuple[str, str, object]]:
    report = check_documents(documents.items(), config=Config(select=("IDX012",)), purpose="retrieve")
    return [(f.severity.value, f.path, dict(f.data)["target_path"]) for f in report.findings]


def adr(status: str, title: str = "Rudder of oak") -> str:
    return f"# {title}\n\n{status}\n\n## Context\n\nThe old one was eaten by worms within nine years.\n"


OTHER = {
    "table with a column": (
        {
            "index.md": "# Decisions\n\n| file | status |\n|---|---|\n| [Rudder](rudder.md) | Deprecated |\n| [Keel](keel.md) | Accepted |\n",
            "rudder.md": adr("Status: accepted"),
            "keel.md": adr("## Status\n\nAccepted", "Keel of elm"),
        },
        "rudder.md",
    ),
    "list, German, heading for the status": (
        {
            "README.md": "# Beschlüsse\n\n- [Ruder](ruder.md): gültig\n- [Kiel](kiel.md) (ersetzt durch Mast)\n- [Mast](mast.md)\n",
            "ruder.md": "# Ruder\n\n## Status\n\nEntwurf\n\n## Grund\n\nDas alte Ruder ist nach neun Jahren morsch.\n",
            "kiel.md": "# Kiel\n\n* Status: ersetzt durch [Mast](mast.md)\n\nDer Kiel ist aus Ulme und wird nicht gestrichen.\n",
            "mast.md": "# Mast\n\nDer Mast ist aus Fichte und wird im Winter gelegt.\n",
        },
        "ruder.md",
    ),
    "register of another name, French, front matter": (
        {
            "registre.md": "# Registre\n\n1. [Safran](safran.md) — **remplacé par Quille**\n2. [Quille](quille.md) — adopté\n",
            "safran.md": "---\nstatut: en vigueur\n---\n\n# Safran\n\nLe safran est en chêne et tient neuf ans.\n",
            "quille.md": "---\nstatut: adopté\n---\n\n# Quille\n\nLa quille est en orme et n'est pas peinte.\n",
        },
        "safran.md",
    ),
    "headings of an index": (
        {
            "index.md": "# Decisions\n\n## Accepted\n\n- [Keel](keel.md)\n\n## Superseded\n\n- [Rudder](rudder.md)\n",
            "rudder.md": adr("| Status | Approved |\n|---|---|"),
            "keel.md": adr("Status: Accepted", "Keel of elm"),
        },
        "rudder.md",
    ),
}


@pytest.mark.parametrize(("documents", "path"), OTHER.values(), ids=list(OTHER))
def test_another_status_in_the_index_is_a_note(documents: dict[str, str], path: str) -> None:
    assert told(documents) == [("note", next(iter(documents)), path)]


ENTRIES = {
    "the same in other words": "| [Rudder](rudder.md) | in force |",
    "what replaced another": "| [Keel](keel.md) | Superseded by [Rudder](rudder.md) |",
    "what it replaces": "- [Rudder](rudder.md): supersedes the rudder of ash",
    "words of a sentence": "- [Rudder](rudder.md): why drafts of the old one were rejected, and how it is kept current",
    "nothing": "- [Rudder](rudder.md)",
}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=list(ENTRIES))
def test_entries_that_say_nothing_else_are_silent(entry: str) -> None:
    keel = adr("Status: superseded by [Rudder](rudder.md)", "Keel of elm")
    assert told({"index.md": f"# Decisions\n\n{entry}\n", "rudder.md": adr("Status: Accepted"), "keel.md": keel}) == []


@pytest.mark.parametrize(
    "status", ["Status: draft | accepted | superseded", "Stage of the tide: high", "Accepted by all."]
)
def test_documents_that_state_no_status_are_silent(status: str) -> None:
    assert told({"index.md": "# Decisions\n\n- [Rudder](rudder.md) (deprecated)\n", "rudder.md": adr(status)}) == []


@pytest.mark.parametrize(
    "phrase", ["Draft horses", "final report of the yard", "current meter", "active valves", "valid keys"]
)
def test_words_of_titles_are_no_status(phrase: str) -> None:
    assert standing_of(phrase) is None


REPLACING = {
    "a field": ("Supersedes: [Rudder of oak](rudder.md)", "Status: accepted"),
    "a sentence": ("This decision replaces [the rudder](rudder.md).", "Status: Active"),
    "German": ("Ersetzt [Ruder](rudder.md)", "Status: gültig"),
    "French": ("- Remplace : [Safran](rudder.md)", "Statut : en vigueur"),
}


@pytest.mark.parametrize(("line", "status"), REPLACING.values(), ids=list(REPLACING))
def test_a_successor_says_that_it_replaces_what_is_in_force(line: str, status: str) -> None:
    files = {"rudder.md": adr(status), "keel.md": adr(f"{status}\n\n{line}", "Rudder of iron")}
    assert told(files) == [("note", "keel.md", "rudder.md")]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Status: superseded by [keel](keel.md)", "Status: accepted", "Supersedes: [Rudder](rudder.md)"),
        ("Status: accepted", "Status: proposed", "Supersedes: [Rudder](rudder.md)"),
        ("Status: accepted", "Status: accepted", "Supersedes parts of [Rudder](rudder.md)"),
        ("Status: accepted", "Status: accepted", "Amends: [Rudder](rudder.md)"),
        ("Status: accepted", "Status: accepted", "Superseded by: [Rudder](rudder.md)"),
        ("Status: accepted", "Status: accepted", "Supersedes: [sails](rudder.md#sails). See [Rudder](rudder.md)."),
    ],
)
def test_a_successor_that_does_not_contradict(old: str, new: str, line: str) -> None:
    files = {"rudder.md": adr(old), "keel.md": adr(f"{new}\n\n{line}", "Rudder of iron")}
    assert told(files) == []


@pytest.mark.parametrize("words", ["Superseded By", "Ersetzt durch", "Remplacé par", "Sustituido por"])
def test_a_link_to_what_replaced_a_document_gives_that_no_status(words: str) -> None:
    documents = {
        "0032-rudder.md": f"# Rudder of oak\n\n* {words}: [Rudder of elm](0064-rudder.md)\n\n## Context\n\nIt was eaten by worms.\n",
        "0064-rudder.md": adr("* Current Status: ACCEPTED", "Rudder of elm"),
    }
    assert [path for _, path, target in told(documents) if target == "0064-rudder.md"] == []


@pytest.mark.parametrize("field", ["Current Status: ACCEPTED", "RFC Status: approved", "Document status: accepted"])
def test_a_longer_name_of_the_field(field: str) -> None:
    index = "# Decisions\n\n| file | status |\n|---|---|\n| [Rudder](rudder.md) | Superseded |\n"
    assert told({"index.md": index, "rudder.md": adr(f"* {field}")}) == [("note", "index.md", "rudder.md")]
