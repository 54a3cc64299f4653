"""Documents that sound sets hold, and that were once told falsely."""

import pytest

from checkfirst import Finding, check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity
from tests.texts import LEDGER_SERIES, OPINION

DRAWING = (
    '<!DOCTYPE html>\n<html><head><title>flow</title></head><body>\n<div class="chart" data-chart="'
    + "{&quot;nodes&quot;:[1,2,3],&quot;edges&quot;:[[1,2],[2,3]]}" * 5
    + '"></div>\n<script src="https://viewer.example/static.min.js"></script>\n</body></html>\n'
)
SHELL = (
    '<!DOCTYPE html>\n<html><head><title>App</title></head><body><div id="root"></div>\n'
    '<script src="/static/js/main.4f2a.js"></script></body></html>\n'
)
HEADER = """<header>
  <a href="#main">Skip to content</a>
  <form action="/search"><input name="q"></form>
  {% if page.layout == "error" %}<p>Page not found</p><p>Error 404: the page you requested could not be found.</p>{% endif %}
</header>
"""
MESSAGE = """h1. Keys should not both be set..

This is a "fault of the tool":http://tracker.example/index.php?id=16. The error message displayed by the tool is
incorrect. You should ignore it.
"""
PARSE_ERROR = """# Parse error: unexpected end

These and similar errors occur when the shop's files have been damaged or changed in the wrong way. The best way is to
download a fresh copy and to replace the files on your server.

If it happens again, make sure that the program with which you send files to your server isn't set to text mode.
"""
IGNORED = """# Keys that should not both be set

The tool for the database warns of this for no reason. You can ignore it.
"""


def found(files: dict[str, str], *codes: str) -> list[Finding]:
    return list(check_documents(files.items(), config=Config(select=codes)).findings)


def test_a_drawing_that_a_script_shows_is_no_page_without_text() -> None:
    assert [f.severity for f in found({"flow.html": DRAWING, **LEDGER_SERIES}, "FIL004")] == [Severity.NOTE]
    assert [f.severity for f in found({"flow.html": SHELL, **LEDGER_SERIES}, "FIL004")] == [Severity.ERROR]


@pytest.mark.parametrize("text", [PARSE_ERROR, IGNORED, MESSAGE])
def test_a_short_answer_about_an_error_is_no_error_page(text: str) -> None:
    assert [f for f in found({"answer.md": text, **LEDGER_SERIES}, "KND003") if f.severity is Severity.ERROR] == []


def test_a_part_of_a_page_is_no_error_page() -> None:
    assert found({"_includes/header.html": HEADER, **LEDGER_SERIES}, "KND003") == []


def test_a_row_about_a_part_of_a_file_does_not_outweigh_its_own_entry() -> None:
    listed = "".join(f"- [{path.removesuffix('.md').capitalize()} of the ledger]({path})\n" for path in LEDGER_SERIES)
    table = "| kind | what | where |\n|---|---|---|\n| 34 | Bridge toll manifest | [S](storage.md) (deprecated) |\n"
    assert found({"README.md": f"# Ledger\n\n{listed}\n{table}", **LEDGER_SERIES}, "IDX004", "IDX005") == []


@pytest.mark.parametrize(
    ("name", "entry", "heading", "codes"),
    [
        ("030-root-user.md", "30. Root user security", "29 Auditing of the cluster", ["IDX004"]),
        ("ADR-0007.md", "ADR 7: Pumps", "ADR 6: Valves", ["IDX004"]),
        ("12-anlage.md", "12. Anlage", "11. Anlage", ["IDX004"]),
        ("12-anlage.md", "12. Anlage", "12. Die Anlage", []),
        ("12-anlage.md", "Anlage", "3 Wege zur Anlage", []),
        ("notes.md", "12. Anlage", "3 Wege zur Anlage", []),
        ("1.2-release.md", "1.2 Release", "1.3 Release", []),
    ],
)
def test_the_number_of_a_series_is_that_of_its_entry(name: str, entry: str, heading: str, codes: list[str]) -> None:
    files = {"INDEX.md": f"# Entscheidungen\n\n- [{entry}]({name})\n", name: f"# {heading}\n\nEin Satz dazu.\n"}
    assert [f.code for f in found(files, "IDX004")] == codes


@pytest.mark.parametrize(
    "banner",
    [
        "> __Warning__ `unrecommended`: deprecated in favor of [N-17](17.md)",
        "> **Hinweis** `alt`: ersetzt durch [N-17](17.md)",
        "> Note: *legacy*: superseded by N-17",
    ],
)
def test_a_banner_may_have_a_word_of_its_own(banner: str) -> None:
    text = f"{banner}\n\n# Messages\n\nThe relay keeps each message for a day.\n"
    assert [f.code for f in found({"04.md": text}, "IDX010")] == ["IDX010"]


def test_how_to_enter_a_licence_is_no_wrong_kind() -> None:
    text = (
        "# Licensing\n\n## Upload a key\n\nOpen the settings of the server and choose *License*. Paste the key into the field, "
        "then press `Save`.\n\n## Check a key\n\nRun `runbook license show`. The command prints the date on which the key ends.\n"
    )
    assert found({"administration/license.md": text * 3, **LEDGER_SERIES}, "KND001") == []


@pytest.mark.parametrize(
    "text",
    [
        "# Sample\n\nThis is the translation of the text verification to your language\n",
        "# Muster\n\nDies ist die Übersetzung des Textes in eine Sprache\n",
        "# Bestätigung\n\nSo heißt die Spalte mit der Nummer des Boten.\n",
    ],
)
def test_a_short_text_that_speaks_to_nobody_is_no_error_page(text: str) -> None:
    assert [f for f in found({"sample.md": text, **LEDGER_SERIES}, "KND003") if f.severity is Severity.ERROR] == []


def test_markdown_with_php_in_its_fences_is_markdown() -> None:
    text = (
        "Mehrere Modelle\n===============\n\nEin Formular kann Daten mehrerer Modelle aufnehmen.\n\n"
        "```php\nclass UpdateAction { public function run($id) { $user = User::findOne($id); return $user; } }\n```\n\n"
        "```php\n<?php\nuse yii\\widgets\\ActiveForm;\n$form = ActiveForm::begin();\n?>\n<?= $form->field($user, 'name') ?>\n```\n"
    )
    assert found({"models.md": text}, "FIL001") == []


@pytest.mark.parametrize(
    "link",
    [
        "[`Plug.Upload.give_away/3`](`Plug.Upload.give_away/3`)",
        "[`ContinuousCallback`](@ref)",
        '[the index](@ref "dae_initialization")',
    ],
)
def test_references_that_a_build_resolves_are_no_files(link: str) -> None:
    assert found({"guide.md": f"# Guide\n\nSee {link} for more.\n"}, "IDX006", "IDX007") == []


def test_javascript_may_be_required_for_a_feature() -> None:
    feature = "# Views\n\n- Minimal JavaScript is required for interactive features\n- No build step\n"
    shell = "Your orders\n\nJavaScript is required.\n"
    assert found({"views.md": feature}, "WEB004") == []
    assert [f.code for f in found({"orders.md": shell}, "WEB004")] == ["WEB004"]


def test_titles_in_scripts_without_spaces_are_not_compared_word_by_word() -> None:
    text = "# 单元测试\n\n" + "This part of the guide says how each test of the ledger is written and run. " * 12
    files = {"README.md": "# Guide\n\n- [单元测试（Unit Tests）](test-unit.md)\n", "test-unit.md": text}
    assert found({**files, **LEDGER_SERIES}, "IDX004", "IDX005") == []


def test_what_programs_are_tested_on_may_be_anything() -> None:
    codes = ("KND002", "KND003", "FIT001")
    beside = found({"specs/words.txt": OPINION, **LEDGER_SERIES}, *codes)
    tested = found({"specs/hamt/fixture/words.txt": OPINION, **LEDGER_SERIES}, *codes)
    assert {f.severity for f in beside} - {Severity.NOTE}
    assert {f.severity for f in tested} <= {Severity.NOTE}


def test_a_list_of_changes_is_no_bare_listing() -> None:
    changes = "".join(
        f"- Let operators set the size of pump {n} in the settings ([#{n}](https://forge.example/pull/{n}))\n"
        for n in range(100, 130)
    )
    text = f"# Release 1.4.0\n\n## New features\n\n{changes}\n## Bug fixes\n\n{changes}"
    assert [f for f in found({"release-1.4.0.md": text}, "KND004") if f.severity is not Severity.NOTE] == []
    links = "".join(f"* [Page {n}](p{n}.html)\n" for n in range(30))
    assert found({"TOC-releases.md": links, "content-nav.md": links}, "KND004") == []


def test_a_draft_with_open_sections_is_no_error() -> None:
    written = "".join(
        f"## Rule {n}\n\nSay who you are and whom you speak for. Rule {n} holds on every board and in every call. "
        + "Nobody speaks for the harbour who was not asked to, and nobody who was asked keeps silent for longer than a day. "
        * 5
        + "\n\n"
        for n in range(9)
    )
    text = f"# Guidelines\n\n{written}" + "".join(f"## Board {n}\n\nTo be added.\n\n" for n in range(8))
    assert [f for f in found({"guidelines.md": text}, "KND006") if f.severity is Severity.ERROR] == []


def test_a_page_that_is_hardly_begun_is_no_waiting_page() -> None:
    text = "# Privacy\n\n## 1% complete\n\nPlease direct all requests to privacy@harbour.example.\n"
    assert found({"privacy.md": text, **LEDGER_SERIES}, "KND003") == []


def test_a_template_of_a_document_is_not_that_document() -> None:
    pages = {f"p{n}.md": f"# Page {n}\n\nFor its form see templates/snippet.md.j2 in the tools.\n" for n in range(4)}
    assert found(pages, "GAP003") == []


MANY = {
    f"part{n}.md": f"# Part {n}\n\nThe lock of gate {n} opens when the level on both sides is the same.\n"
    for n in range(5)
}


@pytest.mark.parametrize("target", ["tools/#readme", "tools/README.md#readme", "part1.md#README"])
def test_code_hosts_have_a_place_for_what_presents_a_folder(target: str) -> None:
    files = {
        "tools/README.md": "# Tools\n\nAll tools of the harbour.\n",
        "a.md": f"# A\n\nSee [it]({target}).\n",
        **MANY,
    }
    assert found(files, "IDX007") == []
    assert found({**files, "a.md": "# A\n\nSee [it](tools/README.md#read-them).\n"}, "IDX007") != []


@pytest.mark.parametrize("directive", [".. sectnum::", ".. section-numbering::\n   :depth: 3"])
def test_numbered_sections_have_names_with_their_numbers(directive: str) -> None:
    text = f"""Locks
=====

{directive}

Gates
-----

Upper gate
~~~~~~~~~~

See `the lower one <#12lower-gate>`_ and `all <#1gates>`_.

Lower gate
~~~~~~~~~~

It opens last. Wrong are `this <#13lower-gate>`_ and no other.
"""
    assert [f.place.start_line for f in found({"locks.rst": text}, "IDX007") if f.place] == [len(text.split("\n")) - 1]
    assert len(found({"locks.rst": text.replace(directive, "")}, "IDX007")) == 3


def test_a_target_of_two_words_has_an_id() -> None:
    text = "Locks\n=====\n\n.. _`Lower Gate`:\n\nIt opens last, see `it <#{}>`_.\n"
    assert found({"locks.rst": text.format("lower-gate")}, "IDX007") == []
    assert len(found({"locks.rst": text.format("upper-gate")}, "IDX007")) == 1


def test_a_link_of_restructured_text_may_go_on_in_the_next_line() -> None:
    text = "Locks\n=====\n\nThe rules for this are those of `the lock on the other\nside <other.rst>`_ and hold here, too.\n"
    told = found({"locks.rst": text, **MANY}, "IDX006")
    assert [(f.place.start_line, f.place.end_line) for f in told if f.place] == [(4, 4)]
    assert found({"locks.rst": text, "other.rst": text.replace("other.rst", "locks.rst")}, "IDX006") == []


MOVED = "Page Moved\n==========\n\nThis page has moved. Please see {}.\n"


@pytest.mark.parametrize("where", [":ref:`berthing`", ":doc:`/berths/rules`", "`the rules <berths/rules.rst>`_"])
def test_a_page_that_says_where_a_document_went_is_no_error_page(where: str) -> None:
    assert found({"old.rst": MOVED.format(where), **LEDGER_SERIES}, "KND003") == []


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("GET /berths/{id} (deprecated)", 0),
        ("`berth_of` [deprecated]", 0),
        ("list_berths() (Deprecated)", 0),
        ("ShipMoored [DEPRECATED]", 0),
        ("OpenAPI descriptions (deprecated)", 1),
        ("Rules for berths (deprecated)", 1),
    ],
)
def test_the_status_of_what_a_page_documents_is_not_its_own(title: str, told: int) -> None:
    text = f"# {title}\n\nReturns the berth of a ship. Ships without one have an empty answer.\n"
    assert len(found({"page.md": text, **MANY}, "IDX010")) == told


def test_a_document_that_was_moved_is_told_as_moved() -> None:
    text = "# Tides\n\nThis page has moved to [the handbook](handbook/tides.md).\n"
    told = found({"tides.md": text, **MANY}, "IDX010")
    assert [f.message for f in told] == ["says of itself that it was moved to the handbook, which is not in this set"]


@pytest.mark.parametrize("line", ["Coming soon.", "TODO", "Folgt noch.", ".. todo:: say how it opens"])
def test_a_section_that_says_only_that_it_is_to_come_is_open(line: str) -> None:
    text = f"Locks\n=====\n\nGates\n-----\n\n{line}\n\nLevels\n------\n\nBoth sides have the same level.\n"
    text += "\nKeys\n----\n\nThe keys hang in the yard.\n\nBells\n-----\n\nOne bell rings before a gate opens.\n"
    assert len(found({"locks.rst": text, **MANY}, "GAP001")) == 1
    said = text.replace(line, "A list of all that is coming soon is in the yard, and a TODO is on the board there.")
    assert found({"locks.rst": said, **MANY}, "GAP001") == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("The tool warns where the document says that it was withdrawn.", 0),
        ("Tell the harbour master if the page that you print is obsolete.", 0),
        ("Move older tables to a drawer, where they are kept for the record.", 0),
        ("The document for this harbour is obsolete.", 1),
        ("This table is kept for the record.", 1),
        ("Kept only for reference: see the handbook.", 1),
    ],
)
def test_what_a_text_says_of_documents_is_not_its_own_status(line: str, told: int) -> None:
    text = f"# Tide tables\n\n{line}\n\nThe tide at the northern wall is two hours later.\n"
    assert len(found({"tides.md": text, **MANY}, "IDX010")) == told


TOOLS = {
    "tracer.md": "# Tracer\n\n" + "The tracer writes a mark for each ship that passes the wall, with its name. " * 8,
    "rules/for-crews.md": "# For crews\n\n"
    + "Whoever works on board reads this page before the first shift begins. " * 8,
    "db.md": "# Minimal db\n\n" + "A small store keeps the berths in one file. It is copied every night. " * 8,
}


@pytest.mark.parametrize(
    ("entry", "target"), [("Tracing", "tracer.md"), ("Crew rules", "rules/for-crews.md"), ("Simple DB", "db.md")]
)
def test_an_entry_may_name_its_file_by_a_form_of_its_name(entry: str, target: str) -> None:
    index = f"# Tools\n\n- [{entry}]({target})\n- [Tides](tides.md)\n- [Rent](rent.md)\n"
    files = {"SUMMARY.md": index, **TOOLS, **LEDGER_SERIES}
    assert [f for f in found(files, "IDX004", "IDX005") if f.place and f.place.start_line == 3] == []


def test_each_cell_of_a_row_with_links_is_an_entry_of_its_own() -> None:
    row = "| [Tracer](tracer.md) | [Nightly copies of the berths, and invoices for crews](db.md) |"
    index = f"# Tools\n\n| a | b |\n|---|---|\n{row}\n"
    told = found({"README.md": index, **TOOLS}, "IDX004")
    assert [f for f in told if dict(f.data)["target_path"] == "tracer.md"] == []


def test_a_document_is_not_outdated_where_the_date_of_its_entry_is_mistyped() -> None:
    files = {
        "README.md": "# Board\n\n- [2014-12-12](m/2014-12-02.md)\n- [2015-01-06](m/2015-01-06.md)\n- [2015-02-03](m/2015-02-03.md)\n",
        **{
            f"m/{d}.md": f"# Meeting of {d}\n\nThe board met at noon.\n"
            for d in ("2014-12-02", "2015-01-06", "2015-02-03")
        },
    }
    report = check_documents(files.items())
    assert [f.code for f in report.findings if f.code == "IDX004"] == ["IDX004"]
    assert [d.path for d in report.documents if d.claim and d.claim.stops] == []


@pytest.mark.parametrize(
    ("title", "told"),
    [("Web API (server v5.1.0 or later)", 0), ("Web API (for Server 5.1.0)", 0), ("Web API v5.1.0", 1)],
)
def test_a_remark_in_brackets_is_no_version_of_the_document(title: str, told: int) -> None:
    files = {
        "SUMMARY.md": "# Docs\n\n- [Web API v2.1](api.md)\n",
        "api.md": f"# {title}\n\nEvery call has a key.\n",
        **MANY,
    }
    assert len(found(files, "IDX004")) == told


def test_translated_chapters_of_a_book_may_link_to_each_others_places() -> None:
    book = {
        "_quarto.yml": "project:\n  type: book\nbook:\n  chapters:\n    - intro.qmd\n    - build.qmd\n",
        "intro.qmd": "# Intro\n\nSee [building](#building) first.\n",
        "build.qmd": "# Building {#building}\n\nAll boats are built here.\n",
        "intro.es.qmd": "# Intro\n\nVea [la construcción](#building) y [nada](#nothing).\n",
        "build.es.qmd": "# Construcción {#building}\n\nTodos los barcos se construyen aquí.\n",
    }
    config = Config(select=("IDX007",))
    report = check_documents(book.items(), config=config)
    assert [(f.path, "nothing" in f.message) for f in report.findings] == [("intro.es.qmd", True)]


@pytest.mark.parametrize("folder", ["deprecated", "attic", "docs/old-versions", "Archiv"])
def test_what_no_longer_holds_is_kept_in_its_folder(folder: str) -> None:
    text = "# Tides\n\nStatus: withdrawn\n\nThe tide is two hours later at the wall.\n"
    assert [f.severity for f in found({f"{folder}/tides.md": text, **MANY}, "IDX010")] == [Severity.NOTE]
    assert [f.severity for f in found({"golden/tides.md": text, **MANY}, "IDX010")] == [Severity.WARNING]


def test_two_folders_with_many_files_in_common_are_meant_to_be_alike() -> None:
    texts = {
        name: f"# {name}\n\n"
        + f"The {name} has two masts and one sail, and a crew of four who sleep below the deck. " * 4
        for name in ("sloop", "ketch", "brig", "yawl")
    }
    files = {f"{folder}/{name}.md": text for folder in ("ships", "ships (short)") for name, text in texts.items()}
    assert {f.severity for f in found(files, "DUP001", "DUP002")} == {Severity.NOTE}
    two = {"a/sloop.md": texts["sloop"], "b/sloop.md": texts["sloop"], **MANY}
    assert [f.severity for f in found(two, "DUP001")] == [Severity.WARNING]


LOG = "".join(
    f"2024-03-0{n} 10:0{n}:12,331 [      main] INFO  harbour.Wall - ~[tide.jar:na] [wall not set]\n"
    for n in range(1, 9)
)
GRAMMAR = "".join(f"<{a} line> ::= <{b} word> | [{b} sign] <{a} line>\n" for a, b in ("ab", "bc", "cd", "de", "ef"))


@pytest.mark.parametrize(("name", "text"), [("wall.txt", LOG), ("grammar.txt", GRAMMAR)])
def test_brackets_in_what_programs_read_and_write_are_no_blanks(name: str, text: str) -> None:
    assert found({name: text, **MANY}, "KND006") == []


def test_a_long_draft_with_open_sections_is_no_template() -> None:
    written = "".join(
        f"## Rule {n}\n\n" + "A ship that enters gives way to one that leaves the harbour. " * 40 for n in range(4)
    )
    text = f"# Right of way\n\n{written}\n" + "".join(
        f"## {t}\n\nTBD\n\n" for t in ("Lights", "Flags", "Horns", "Costs")
    )
    assert found({"way.md": text, **MANY}, "KND006") == []


@pytest.mark.parametrize(
    ("path", "severity"), [("a/partials/faq.md", "note"), ("a/snippets/use.md", "note"), ("a/faq.md", "error")]
)
def test_an_empty_part_of_a_page_is_no_error(path: str, severity: str) -> None:
    assert [f.severity.value for f in found({path: "", **MANY}, "FIL004")] == [severity]


GERMAN = "Die Wellen am Tor sind im Winter hoch, und die Schiffe warten dann im Hafen auf ruhiges Wetter. " * 6


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "quoted.md",
            "# Visitor\n\n"
            + "The mayor spoke of the waves, and we write it down as he said it. " * 3
            + f"\n\n> {GERMAN}\n",
            [],
        ),
        (
            "links.md",
            "# Quellen\n\n"
            + "".join(f"- [The waves at the gate are high in {n}](https://w.example/{n})\n" for n in range(30)),
            [],
        ),
        ("Makefile", f"# {GERMAN}\nall:\n\techo 1\n", []),
        ("README.md", f"# Hafen\n\n{GERMAN}", ["note"]),
        ("wellen.md", f"# Wellen\n\n{GERMAN}", ["warning"]),
    ],
)
def test_the_language_is_that_of_the_document_s_own_sentences(name: str, text: str, told: list[str]) -> None:
    assert [f.severity.value for f in found({name: text, **LEDGER_SERIES}, "FIT003") if f.path == name] == told


@pytest.mark.parametrize(
    "line",
    [
        "This page is **DEPRECATED**.",
        "This page is `obsolete`.",
        "This crew page is deprecated.",
        "This page has been [superseded](new.md).",
        "This translation is out-dated and not maintained.",
    ],
)
def test_marks_of_emphasis_do_not_hide_the_status_of_a_document(line: str) -> None:
    text = f"# Tides\n\n{line}\n\nThe tide is two hours later at the wall.\n"
    assert len(found({"tides.md": text, "new.md": text.replace(line, "All."), **MANY}, "IDX010")) == 1
    other = text.replace(line, "The old crane is **deprecated**, and the page `obsolete` lists its parts.")
    assert found({"tides.md": other, **MANY}, "IDX010") == []


@pytest.mark.parametrize("target", ["schema.harbour.org/Tide", "harbour.social/@desk"])
def test_an_address_without_its_scheme_is_no_missing_file(target: str) -> None:
    told = found({"a.md": f"# A\n\nSee [it]({target}).\n", **MANY}, "IDX006")
    assert [(f.severity, f"https://{target}" in f.message) for f in told] == [(Severity.NOTE, True)]
    assert [f.severity for f in found({"a.md": "# A\n\nSee [it](tide.pages/x.md).\n", **MANY}, "IDX006")] == [
        Severity.WARNING
    ]


def test_brackets_in_a_formula_are_no_link() -> None:
    text = "# Roots\n\nWith $\\sqrt[3](x)$ and $a[i](j)$ it holds. It costs $3, see [list](list.md) for $2.\n"
    assert [dict(f.data)["target"] for f in found({"a.md": text, **MANY}, "IDX006")] == ["list.md"]


def test_a_hint_is_written_as_the_link_should_be() -> None:
    files = {"a/b/page.md": "# A\n\nSee [tides](tide.md).\n", "a/c/tides.md": "# Tides\n\nThey are late.\n", **MANY}
    message = found(files, "IDX006")[0].message
    assert "did you mean ../c/tides.md?" in message or "did you mean" not in message


@pytest.mark.parametrize(
    "end", ["Continue reading: [Tides](part1.md)", "Keep reading :doc:`tides`", "“It [...] rose”, says the log [@R3]."]
)
def test_a_link_to_the_next_document_is_no_cut(end: str) -> None:
    assert found({"a.md": f"# A\n\nThe gate opens at noon.\n\n{end}\n", **MANY}, "FIL005") == []


def test_the_name_of_a_host_is_no_symbolic_link() -> None:
    assert found({"CNAME": "docs.harbour.example\n", **MANY}, "FIL016") == []


def test_the_first_line_is_not_that_of_the_front_matter() -> None:
    text = "---\ntitle: Tides\n---\n\nThe tide is two hours later at the wall.\n"
    files = {"INDEX.md": "# All\n\n" + "".join(f"- [P{n}](part{n}.md)\n" for n in range(5)), "tides.md": text, **MANY}
    assert [e.quote for f in found(files, "IDX003") for e in f.evidence] == ["The tide is two hours later at the wall."]


def test_a_list_of_links_described_without_spaces_is_no_bare_listing() -> None:
    rows = "".join(
        f"- [组件{n}](https://c.example/{n})：这个组件为港口的船只记录每天的潮汐和停靠时间，并且把结果写入一个文件里，供管理员在第二天早上检查。\n"
        for n in range(12)
    )
    told = found({"components.md": f"# 组件库\n\n下面的组件由社区维护，欢迎补充。\n\n{rows}", **MANY}, "KND004")
    assert [f for f in told if f.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("name", ["tides/index.md", "tides/README.md", "tides/_index.md"])
def test_the_page_of_a_folder_that_is_to_come_is_a_stub(name: str) -> None:
    assert len(found({name: "# Tides\n\nComing soon.\n", **MANY}, "FIL016")) == 1
    assert found({name: "# Tides\n\nAll about tides.\n", **MANY}, "FIL016") == []
    assert found({name: "# Tides\n", **MANY}, "FIL016") == []


def test_a_line_that_an_author_left_for_later_is_an_open_place() -> None:
    text = "# Tides\n\nThe tide is two hours later at the wall.\n\n- TODO: add the tables of the northern gate\n"
    assert len(found({"tides.md": text, **MANY}, "GAP001")) == 1
    for line in ("**TODO** — where is it kept?", "- Room: _TODO_", "The key is **TODO: where?** in the yard."):
        assert len(found({"tides.md": text.replace("- TODO: add", line + "\n\nAdd"), **MANY}, "GAP001")) == 1
    for line in ("We keep a TODO list with", "Write `TODO:` before", "The file notes/TODO: it has"):
        assert found({"tides.md": text.replace("- TODO: add", line), **MANY}, "GAP001") == []


def test_signs_for_the_layout_of_slides_are_no_blanks() -> None:
    slides = "".join(
        f"# [fit] Part {n}\n\n[.column]\n\nShips wait here.\n\n[.hide-footer]\n\n---\n\n" for n in range(6)
    )
    assert found({"welcome.md": slides, **MANY}, "KND006") == []


def test_the_handle_of_a_person_is_no_file() -> None:
    files = {"a.md": "# A\n\nOwner: [Ilse](@ilse-quay), with [Omar](@omar).\n\nSee [it](gone.md).\n", **MANY}
    assert [dict(f.data)["target"] for f in found(files, "IDX006")] == ["gone.md"]


@pytest.mark.parametrize("script", ["d3.select('#a').append('svg')", "new Chart(c, {})", "Plotly.newPlot('a', [])"])
def test_a_figure_that_a_script_draws_is_no_page_without_text(script: str) -> None:
    page = (
        '<!DOCTYPE html>\n<html><body><div id="a"></div><script src="https://cdn.example/lib.js"></script>\n'
        f"<script>{script}</script></body></html>\n"
    )
    assert [f.severity for f in found({"fig.html": page, **MANY}, "FIL004")] == [Severity.NOTE]


def test_a_question_to_an_audience_is_no_chat_models() -> None:
    text = "# Welcome\n\nThe tour starts at noon.\n\n## Questions?\n\n- Is there anything else you would like to know today?\n"
    assert found({"welcome.md": text, **MANY}, "KND005") == []


@pytest.mark.parametrize("end", ["```\t", "``` \t ", "> ```"])
def test_a_tab_may_stand_behind_a_closing_fence(end: str) -> None:
    mark = "> " if end.startswith(">") else ""
    text = f"# Calls\n\n{mark}```sh\n{mark}ls\n{end}\n\nThe gate opens.\n"
    assert found({"calls.md": text, **MANY}, "FIL011") == []


def test_dead_links_of_what_no_longer_holds_are_notes() -> None:
    text = "# Tides\n\nSee [it](gone.md).\n"
    assert [f.severity for f in found({"deprecated/tides.md": text, **MANY}, "IDX006")] == [Severity.NOTE]
    assert [f.severity for f in found({"guide/tides.md": text, **MANY}, "IDX006")] == [Severity.WARNING]


def test_headings_in_a_code_block_that_is_not_closed_are_told_once() -> None:
    target = "# Gates\n\n```sh\nls\n\n## Upper gate\n\nIt opens first.\n"
    files = {"gates.md": target, "a.md": "# A\n\nSee [it](gates.md#upper-gate).\n", **MANY}
    assert {f.code for f in found(files, "IDX007", "FIL011")} == {"FIL011"}
    closed = {**files, "gates.md": target.replace("ls\n\n", "ls\n```\n\n").replace("Upper", "Lower")}
    assert {f.code for f in found(closed, "IDX007", "FIL011")} == {"IDX007"}


@pytest.mark.parametrize(
    ("text", "told"), [("All is here.", 0), ("See `Old plan`_ first.", 1), ("See oldplan_ first.", 0)]
)
def test_a_target_that_nothing_refers_to_is_no_link(text: str, told: int) -> None:
    page = f"Plans\n=====\n\n{text}\n\n.. _Old plan: plans/old.rst\n"
    assert len(found({"plans.rst": page, **MANY}, "IDX006")) == told


def test_the_page_that_a_sites_script_fills_is_kept_for_it() -> None:
    shell = '<!DOCTYPE html>\n<html><head><title>Docs</title></head><body><div id="app">Loading...</div>\n<script>window.$docs = {}</script><script src="//cdn.example/docs.js"></script></body></html>\n'
    assert [f.severity for f in found({"index.html": shell, **MANY}, "KND003") if f.severity is not Severity.NOTE] == []
    assert [f.severity for f in found({"berths.html": shell, **MANY}, "KND003")] == [Severity.ERROR]


def test_antora_begins_at_the_pages_of_the_module() -> None:
    files = {
        "migration/up.adoc": "= Up\n\nSee xref:deployment/general/info.adoc[it] and xref:deployment/general/gone.adoc[that].\n"
        "// See xref:old.adoc[the old one].\n",
        "deployment/general/info.adoc": "= Info\n\nAll gates are listed here.\n",
        **MANY,
    }
    assert [dict(f.data)["target"] for f in found(files, "IDX006")] == ["deployment/general/gone.adoc"]


@pytest.mark.parametrize(
    ("text", "told"), [('{\n  "a": 1,\n  "b": [1, 2],\n}\n', 0), ('{\n  "a": 1,\n  "b": [1, 2', 1)]
)
def test_a_comma_before_the_last_bracket_is_no_cut(text: str, told: int) -> None:
    assert len(found({"tides.json": text, **MANY}, "FIL005")) == told


def test_links_in_a_catalogue_of_translations_belong_to_other_pages() -> None:
    text = 'msgid ""\nmsgstr ""\n\nmsgid "See [it](./on_top) and [that](gone.md)."\nmsgstr "Siehe [es](./on_top)."\n'
    assert found({"i18n/de.po": text, **MANY}, "IDX006") == []


def test_folders_that_sphinx_copies_into_static() -> None:
    page = "# Code\n\n![Map](../_static/img/map.svg) and [list](gone.md)\n"
    files = {
        "source/conf.py": "html_static_path = ['static']\n",
        "source/t/code.md": page,
        "source/static/img/map.svg": "<svg/>",
        **MANY,
    }
    assert [dict(f.data)["target"] for f in found(files, "IDX006")] == ["gone.md"]


def test_numbers_before_names_are_left_out_of_addresses() -> None:
    files = {
        "dev/50.packaging/05.structure.mdx": "# Structure\n\nSee [it](./manifest) and [that](./nothing).\n",
        "dev/50.packaging/10.manifest.mdx": "# Manifest\n\nIt names the parts.\n",
        **MANY,
    }
    assert [dict(f.data)["target"] for f in found(files, "IDX006")] == ["./nothing"]


def test_a_page_at_a_former_address_is_no_error_page() -> None:
    page = '<!DOCTYPE html>\n<html><head><title>Redirecting</title>{}</head><body><p>This page has moved to <a href="{}">gates</a>.</p></body></html>\n'
    refresh = '<meta http-equiv="refresh" content="0; url=gates.html">'
    assert found({"old.html": page.format(refresh, "gates.html"), **MANY}, "KND003") == []


def test_a_certificate_is_no_damaged_text() -> None:
    lines = "MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\n" * 30
    text = f"-----BEGIN CERTIFICATE-----\n{lines}-----END CERTIFICATE-----\n"
    assert found({"test.pem": text, "key.txt": text, **MANY}, "FIL013") == []


def test_a_file_may_be_called_by_its_language() -> None:
    text = f"# Hafen\n\n{GERMAN}"
    names = ("localization/german.md", "deutsch/hafen.md", "rules-german.md")
    assert all(found({name: text, **LEDGER_SERIES}, "FIT003") == [] for name in names)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a/second.warning.rst",
            ".. warning::\n\n   Ask the harbour master if you don't have access to the account of the desk.\n",
        ),
        ("404/index.md", "# Page not found\n\nSorry, the page you requested does not exist.\n"),
    ],
)
def test_a_warning_and_a_folders_own_error_page_are_no_answers(name: str, text: str) -> None:
    assert [f for f in found({name: text, **MANY}, "KND003") if f.severity is not Severity.NOTE] == []


def test_a_mark_in_a_listing_is_no_cut() -> None:
    text = "Tool\n====\n\nThe tool prints the tides of the day::\n\n    [...]\n    low 03:12\n    [...]\n"
    assert found({"tool.rst": text, **MANY}, "FIL005") == []


@pytest.mark.parametrize("fields", ["superseded-by: null\nstatus: Implemented", "tags:\n  - gates\n  - deprecated"])
def test_empty_fields_and_topics_are_no_status(fields: str) -> None:
    assert (
        found({"gates.md": f"---\ntitle: Gates\n{fields}\n---\n\n# Gates\n\nThey open at noon.\n", **MANY}, "IDX010")
        == []
    )


@pytest.mark.parametrize(
    ("field", "ended"),
    [
        ("---\ntype: vessel\nstatus: {}\n---\n\n", "archived"),
        ("* Status: {}\n\n", "Withdrawn"),
        ("| Status | {} |\n|---|---|\n\n", "superseded"),
    ],
)
def test_a_register_keeps_what_no_longer_holds(field: str, ended: str) -> None:
    def card(n: int, status: str) -> str:
        return f"{field.format(status)}# Card {n}\n\nCard {n} lies in drawer {n * 7} of the northern wall.\n"

    states = [ended, "active", ended, "active", "active", ended, "active", "active"]
    files = {f"cards/{n}.md": card(n, state) for n, state in enumerate(states)}
    told = found({**files, **LEDGER_SERIES}, "IDX010")
    assert [(f.severity, f.related) for f in told] == [
        (Severity.NOTE, ("cards/0.md", "cards/2.md", "cards/5.md")),
    ]
    alone = found({"cards/0.md": card(0, ended), **LEDGER_SERIES}, "IDX010")
    assert [(f.path, f.severity) for f in alone] == [("cards/0.md", Severity.WARNING)]


def test_a_status_in_a_list_of_cells_is_one() -> None:
    table = ".. list-table::\n\n   * - Author\n     - Mara\n   * - Status\n     - {}\n\nGates open at noon.\n"
    title = "Gates\n=====\n\n"
    assert [f.path for f in found({"gates.rst": title + table.format("Withdrawn"), **MANY}, "IDX010")] == ["gates.rst"]
    assert found({"gates.rst": title + table.format("Accepted"), **MANY}, "IDX010") == []


PICTURE = "".join(chr(65 + n * n % 26) + chr(97 + n * 7 % 26) + "x+/9"[n % 4] for n in range(40_000))


@pytest.mark.parametrize(
    "picture",
    [
        "![quay](data:image/png;base64,{})",
        "![quay][1]\n\n[1]: <data:image/jpeg;base64,{}>",
        '<img src="data:a/b;base64,{}">',
    ],
)
def test_a_picture_in_a_text_is_no_damage_and_no_word(picture: str) -> None:
    text = next(iter(LEDGER_SERIES.values()))
    files = {**LEDGER_SERIES, "quay.md": f"{text}\n\n{picture.format(PICTURE)}\n\n" + "The quay is long. " * 60}
    assert found(files, "FIT001", "FIL013") == []
    assert [
        f.code for f in found({"quay.md": f"# Quay\n\n{picture.format(PICTURE)}\n", **LEDGER_SERIES}, "FIL013")
    ] == ["FIL013"]


@pytest.mark.parametrize("element", ["video", "audio", "iframe", "object", "canvas"])
def test_the_words_for_browsers_that_show_no_recording_are_no_lost_text(element: str) -> None:
    line = "Your browser does not support the video tag."
    text = "# Locks\n\nBoth gates stay closed.\n\n<{0} width=320>\n  <source src='lock.mp4'>\n  {1}\n</{0}>\n\nThey open at noon.\n"
    assert found({"locks.md": text.format(element, line), **MANY}, "WEB004") == []
    assert found({"locks.html": f"<html><body>{text.format(element, line)}</body></html>", **MANY}, "WEB004") == []
    assert [f.code for f in found({"locks.md": text.format("p", line), **MANY}, "WEB004")] == ["WEB004"]


@pytest.mark.parametrize(
    "script",
    [
        '<script type="text/babel">function App() { return <h1>Gates</h1> }</script>',
        "<script>document.getElementById('root').innerHTML = '<p>Gates</p>'</script>",
        "<script>new Vue({ el: '#root' })</script>",
    ],
)
def test_an_exercise_that_its_own_script_draws_is_no_lost_page(script: str) -> None:
    page = '<!DOCTYPE html><html><head><script src="https://cdn.example/lib.js"></script></head><body><div id="root"></div>{}</body></html>'
    assert [f.severity for f in found({"task.html": page.format(script), **LEDGER_SERIES}, "FIL004")] == [Severity.NOTE]
    counted = "<script>window.dataLayer = []; track('page')</script>"
    assert [f.severity for f in found({"task.html": page.format(counted), **LEDGER_SERIES}, "FIL004")] == [
        Severity.ERROR
    ]


def test_a_row_of_tags_is_the_end_of_a_text() -> None:
    lines = [f"The gate of lock {n} opens when both levels are the same, and a bell rings." for n in range(16)]
    text = "# Locks\n\n" + "\n\n".join(lines) + "\n\n{}\n"
    assert found({"locks.md": text.format("#locks #gates #levels #bells #harbour #north"), **MANY}, "FIL005") == []
    cut = "The gate of the last lock opens when the keeper, who has"
    assert [f.code for f in found({"locks.md": text.format(cut), **MANY}, "FIL005")] == ["FIL005"]


TERMS = "\n\n".join(
    f"Berth {n} is let for {n * 3} nights, and the keeper writes it in book {n * 7}." for n in range(30)
)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("parts/figures.pandoc", "parts/figures.gfm", Severity.NOTE),
        ("parts/web_imprint.template.md", "parts/latex_imprint.template.md", Severity.NOTE),
        ("search/index.md", "parts/search.md", Severity.NOTE),
        ("tree.md", "drawings/tree.graffle/tree.md", Severity.NOTE),
        ("figures.md", "figures.txt", Severity.WARNING),
        ("north_imprint.md", "other.md", Severity.WARNING),
    ],
)
def test_what_a_build_makes_of_a_text_is_no_copy(first: str, second: str, told: Severity) -> None:
    files = {first: f"# Berths\n\n{TERMS}\n", second: f"# Berths\n\n{TERMS}\n\nAsk at the desk for other nights.\n"}
    assert [f.severity for f in found({**files, **MANY}, "DUP002", "DUP001")] == [told]


def test_keys_and_numbers_are_no_damage() -> None:
    key = "\n".join("U2FsdGVkX1" + f"{n * 7919:08x}" * 7 for n in range(20))
    assert found({"deploy_key.enc": key, **MANY}, "FIL013") == []
    assert [f.path for f in found({"deploy.txt": key, **MANY}, "FIL013")] == ["deploy.txt"]
    names = "\n".join(f"Nordhafen {n:02}\nHellersdorf {n % 7:02}\nSüdkai 0{n % 6}\n" for n in range(20))
    assert found({"districts.txt": names, **MANY}, "FIL013") == []


def test_commands_of_latex_are_the_content_of_their_file() -> None:
    assert [f.severity for f in found({"after.tex": "\\backmatter\n\\printindex\n", **MANY}, "FIL004")] == [
        Severity.NOTE
    ]
    assert [f.severity for f in found({"after.tex": "\n\n", **MANY}, "FIL004")] == [Severity.ERROR]


def test_garbled_output_that_a_book_shows_is_a_sample() -> None:
    line = '[1] "VocÃª comerÃ¡ uma maÃ§Ã£ amanhÃ£ Ã  tarde"'
    book = "\\section{{Letters}}\n\nA wrong encoding is easily seen.\n\n\\begin{{{0}}}\n{1}\n\\end{{{0}}}\n\nSay which one it is.\n"
    assert found({"book.tex": book.format("Highlighting", line), **MANY}, "FIL003") == []
    assert [f.code for f in found({"book.tex": book.format("center", line), **MANY}, "FIL003")] == ["FIL003"]


def test_a_german_clause_ends_with_its_verb() -> None:
    lines = "\n\n".join(f"Tafel {n} zeigt den Stand der Daten und den Weg zum Amt." for n in range(30))
    text = (
        f"{lines}\n\nHier steht der ganze Weg. Dann ist zu sagen, dass alle Daten der Behörde nun veröffentlicht werden"
    )
    assert [f for f in found({"weg.txt": text, **MANY}, "FIL005") if f.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("form", ["@/guide/{}.md", "~{}", "{}.config", "../api/{}.yml", "$docs/{}.md"])
def test_links_that_mostly_fail_may_be_of_a_form_of_their_site(form: str) -> None:
    def page(n: int, target: str) -> str:
        return f"# Berth {n}\n\nBerth {n} lies at wall {n * 3}, see [its table]({target}) and [the bell](bell.md).\n"

    files = {f"page{n}.md": page(n, form.format(f"quay_{n}")) for n in range(6)}
    told = found({**files, **MANY, "bell.md": "# Bell\n\nIt rings at noon.\n"}, "IDX006")
    assert [f.severity for f in told] in ([], [Severity.NOTE])


def test_a_few_dead_links_are_told_one_by_one() -> None:
    files = {
        f"page{n}.md": f"# Berth {n}\n\nSee [the bell](bell.md) and [wall {n}](MISSING{n}.md).\n" for n in range(3)
    }
    told = found({**files, **MANY, "bell.md": "# Bell\n\nIt rings at noon.\n"}, "IDX006")
    assert [f.severity for f in told] == [Severity.WARNING] * 3


def test_numbered_places_of_one_shape_may_be_made_by_a_script() -> None:
    text = "# Berth {0}\n\nSee [its fee](#fee-{0}), [its past](#{1}) and [its wall](#walls).\n\n## Walls\n\nLong.\n"
    pages = {f"page{n}.md": text.format(n, "abc"[n % 3] * 3) for n in range(6)}
    told = found({**pages, **MANY}, "IDX007")
    assert sorted((f.severity, dict(f.data)["count"]) for f in told) == [
        (Severity.NOTE, 6),
        *[(Severity.WARNING, 1)] * 6,
    ]
    told = found({**pages, **MANY, "all.md": "# All\n\n## Fee 7\n\nIt is high.\n"}, "IDX007")
    assert [f.severity for f in told] == [Severity.WARNING] * 12
    told = found({**{f"page{n}.md": text.format(n, "past") for n in range(3)}, **MANY}, "IDX007")
    assert [f.severity for f in told] == [Severity.WARNING] * 6


@pytest.mark.parametrize(
    ("heading", "place"), [("Fees (winter {0})", "Fees-winter-{0}-"), ("How wide? Wall {0}", "how_wide_wall_{0}")]
)
def test_places_with_other_signs_than_their_headings_are_of_a_site_s_own_rule(heading: str, place: str) -> None:
    text = f"# Berth {{0}}\n\nSee [one](#{place}) and [two](#{{1}}).\n\n## {heading}\n\nLong.\n"
    names = ["ebb", "flood", "neap", "spring", "slack"]
    told = found({**{f"page{n}.md": text.format(n, names[n]) for n in range(5)}, **MANY}, "IDX007")
    assert sorted((f.severity, dict(f.data)["count"]) for f in told) == [
        (Severity.NOTE, 5),
        *[(Severity.WARNING, 1)] * 5,
    ]
    told = found({**{f"page{n}.md": text.format(n, names[n]) for n in range(2)}, **MANY}, "IDX007")
    assert [f.severity for f in told] == [Severity.WARNING] * 4


def test_places_that_a_translation_lacks_are_told_however_many() -> None:
    page = "# Quai {0}\n\n[a](#what-it-costs), [b](#how-to-moor), [c](#where-to-eat), [d](#when-to-leave)\n\n## Ce que coûte\n\nPeu.\n"
    told = found(
        {**{f"{code}/quai.md": page.format(code) for code in ("fr", "it", "es", "pt", "ro")}, **MANY}, "IDX007"
    )
    assert {f.severity for f in told} == {Severity.WARNING}


@pytest.mark.parametrize("mark", ['{id="fees"}', "{ id=fees }", "{#fees}", "{: .wide id='fees'}"])
def test_a_place_is_named_by_the_attributes_of_its_heading(mark: str) -> None:
    text = "# Berths\n\nSee [the fees](#fees) and [the bells](#bells).\n\n## What a night costs {}\n\nTwenty.\n"
    assert [dict(f.data)["target"] for f in found({"berths.md": text.format(mark), **MANY}, "IDX007")] == ["#bells"]
