"""More documents that sound sets hold, and that were once told falsely: types, templates, answers, copies, statuses."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from checkfirst import Finding, check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Purpose
from tests.texts import GARDEN, LEDGER_SERIES, OPINION

NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR
HARBOUR = {
    f"berth{n}.md": f"# Berth {n}\n\nBerth {n} lies at wall {n * 3}. A ship of {n * 9} metres must ask the desk before noon.\n"
    for n in range(9)
}
TEXT = "\n\n".join(f"Berth {n} is let for {n * 3} nights, and the keeper writes it in book {n * 7}." for n in range(30))


def found(files: Mapping[str, str | bytes], *codes: str, purpose: Purpose = Purpose.BUILD) -> list[Finding]:
    config = Config(select=codes, purpose=purpose)
    return list(check_documents({**files, **HARBOUR}.items(), config=config).findings)


def severities(files: Mapping[str, str | bytes], *codes: str) -> list[Severity]:
    return [finding.severity for finding in found(files, *codes)]


def package(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return out.getvalue()


def test_a_spreadsheet_without_its_type_is_known_by_its_manifest() -> None:
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    sheet = package(content_xml=content, **{"META-INF__manifest_xml": manifest})
    assert severities({"fees.ods": sheet}, "FIL001") == []
    assert severities({"fees.ods": package(fees_xml=content)}, "FIL001") == [ERROR]


@pytest.mark.parametrize(
    "root", ["<urlset>{% for p in pages %}<url>{{ p }}</url>{% endfor %}</urlset>", "<rss><channel/></rss>"]
)
def test_fields_of_a_site_generator_may_stand_above_xml(root: str) -> None:
    text = f'---\nlayout: none\npermalink: /feed.xml\n---\n<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'
    assert severities({"feed.xml": text}, "FIL001") == []
    page = "<!doctype html><html><head><title>Feed</title></head><body><p>Sign in.</p></body></html>"
    assert severities({"feed.xml": page}, "FIL001") == [ERROR]


def test_a_fragment_of_a_page_may_be_a_drawing() -> None:
    inner = '<g><circle v-for="b in berths" :cx="b.x" r="4"/></g>'
    assert severities({"template.html": f'<svg width="200">{inner}</svg>'}, "FIL001") == []
    alone = f'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'
    assert severities({"template.html": alone}, "FIL001") == [ERROR]


def test_a_font_is_not_read() -> None:
    font = b"OTTO\x00\x0b\x00\x80\x00\x03\x000CFF " + bytes(range(256)) * 20
    assert severities({"Harbour.otf": font}, "FIL002", "FIL003", "FIL001") == []


@pytest.mark.parametrize("name", ["berths.webm", "tour.mov", "view.jpg", "bell.mp3"])
def test_a_pointer_to_a_recording_is_a_note(name: str) -> None:
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'3f' * 32}\nsize 48213\n"
    assert severities({name: pointer}, "FIL008") == [NOTE]
    assert severities({"berths.pdf": pointer}, "FIL008") == [ERROR]


def test_an_empty_log_is_there_to_be_written() -> None:
    assert severities({"run.log": b""}, "FIL004") == [NOTE]
    assert severities({"run.md": b""}, "FIL004") == [ERROR]


@pytest.mark.parametrize(("start", "end", "told"), [("SEARCH", "REPLACE", []), ("HEAD", "feature/bells", [ERROR])])
def test_an_edit_in_the_signs_of_a_merge_is_none(start: str, end: str, told: list[Severity]) -> None:
    text = f"# Edits\n\nAnswer with blocks:\n\n<<<<<<< {start}\nbells ring at noon\n=======\nbells ring at one\n>>>>>>> {end}\n"
    assert severities({"edits.md": text}, "FIL010") == told


def test_headings_of_asciidoc_may_begin_with_any_letter() -> None:
    listing = "----\n<<<<<<< HEAD\nbells\n=======\ngongs\n>>>>>>> gongs\n----\n"
    text = f"[[merge]]\n=== 統合\n\n鐘は正午に鳴る。\n\n==== 衝突\n\n[source,text]\n{listing}\n"
    assert severities({"merge.asc": text}, "FIL010") == []


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就" * 4),
        "C G D\nA E B\nF C G\n" * 20,
        "\n".join(f"({n}, 0) -- ({n}, -.81) -- ({n + 1}, 1);" for n in range(40)),
    ],
)
def test_lists_of_signs_notes_and_coordinates_are_no_damage(text: str) -> None:
    assert severities({"signs.txt": text}, "FIL013") == []
    assert severities({"signs.txt": "t h e  g a t e  i s  s h u t  a t  n o o n\n" * 20}, "FIL013") == [WARNING]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("dump.hex", "\n".join(f"{n:08x}: 4865 6c6c 6f20 776f 726c 6421 0a00 0000  ......" for n in range(20))),
        ("gates.md", "# Gates\n\n" + "* [https://gates.example/{0} Rules of gate]\n" * 5),
        ("gates.md", "# Gates\n\n## Proof\n\n" + "$\\{v_{i+1},\\dots\\}$\n\n" * 5),
        (
            "gates.tex",
            "\\section{Gates}\n" + "\\begin{scope}[transform canvas={rotate around={-90:(0,0)}}]\n\\end{scope}\n" * 6,
        ),
    ],
)
def test_dumps_addresses_formulas_and_options_are_no_blanks(name: str, text: str) -> None:
    assert severities({name: text}, "KND006") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_get_berth.md", "**NoResult (status code 404)**|\n`No Result`|Check the number.|\n"),
        ("tables/step/App/template.html", "<ChildPart>Message: {{ msg }} (error)</ChildPart>"),
        ("applet.html", "<html><body><canvas id=c></canvas><p>Loading...</p><script>draw(c)</script></body></html>"),
        ("content/errors/377.md", "# Error\n\nIn this case, you cannot access the page because the server refused.\n"),
        (
            "standby.md",
            "# Standby\n\nThere can be many standby servers in a group. These servers do not access the store and do not"
            " receive any data from clients. They only wait until the active server has failed, and your page is back.\n",
        ),
    ],
)
def test_parts_applets_and_pages_about_errors_are_no_answers(name: str, text: str) -> None:
    assert [s for s in severities({name: text}, "KND003") if s is not NOTE] == []


def test_an_answer_is_still_told() -> None:
    answer = "# 404 Not Found\n\nThe page you requested could not be found on this server.\n"
    assert [s for s in severities({"berths.md": answer}, "KND003") if s is not NOTE]


@pytest.mark.parametrize("name", ["preface_ann.md", "dedication.md", "Vorwort.md", "00-avant-propos.md"])
def test_what_stands_before_the_chapters_of_a_book_is_in_its_place(name: str) -> None:
    assert [s for s in severities({name: OPINION, **LEDGER_SERIES}, "KND002") if s is not NOTE] == []
    assert [s for s in severities({"webhooks.md": OPINION, **LEDGER_SERIES}, "KND002") if s is not NOTE]


def test_one_polite_sentence_is_no_model() -> None:
    text = f"# How to help\n\n{TEXT}\n\nFeel free to ask for help in any part of this.\n"
    assert severities({"CONTRIBUTING.md": text}, "KND005") == []
    assert severities({"help.md": f"# Help\n\n{TEXT}\n\nWould you like me to add a table of fees?\n"}, "KND005") == [
        WARNING
    ]


@pytest.mark.parametrize(
    ("top", "told"),
    [
        ("States are told by the harbour office (Active,\nDeprecated, Removed).", []),
        ("This page lists the bells that are currently in the\n**Deprecated** state under the rules.", []),
        ("Stand: Ersetzt V v. 3.5.1988 über die Glocken", []),
        ("- Adds the plan of bells\n  - Replaced by: https://bells.example/56", []),
        (":::warning Deprecated\nThe `ring` class is deprecated since version 7, use `chime`.\n:::", [NOTE]),
        (".. deprecated:: 7.1\n\n   Use another bell.", [NOTE]),
        (".. module:: bells\n   :deprecated:\n\nThe :mod:`bells` module is deprecated.", [NOTE]),
        ("**Deprecated**: The Bells feature is deprecated as of version 3.", [NOTE]),
        ("Stand: ersetzt durch V v. 3.5.1999", [WARNING]),
        ("**DEPRECATED**: use the gongs in place of this one.", [WARNING]),
        ("This document has been moved to <https://bells.example/rules>", [WARNING]),
    ],
)
def test_what_is_said_to_be_given_up(top: str, told: list[Severity]) -> None:
    text = f"# Bells\n\n{top}\n\nA bell rings at noon, and another one when a ship is late.\n"
    assert severities({"bells.md": text}, "IDX010") == told


def test_a_title_may_say_it_in_capitals() -> None:
    text = "# DEPRECATED — forwards to the gongs\n\nA bell rings at noon.\n"
    assert severities({"bells.md": text}, "IDX010") == [WARNING]


def test_a_header_that_links_to_its_own_document_is_no_register() -> None:
    text = "# Bells\n\n* Proposal: [B-{0}](b-{0}.md)\n* Status: **Accepted**\n\nBell {0} rings at noon.\n"
    assert severities({f"b-{n}.md": text.format(n) for n in range(4)}, "IDX012") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("_north.md", "_south.md"),
        ("tests/fixtures/a.md", "guide/a.md"),
        ("demos/bad/index.html", "demos/good/index.html"),
        ("pier.excalidraw.md", "wall.excalidraw.md"),
        ("tree_dark.md", "tree_light.md"),
        ("template-sop-tar.md", "sop-tar.md"),
        ("changes/2025-12-30-add-bells/bells.md", "changes/2025-12-31-mend-gongs/bells.md"),
    ],
)
def test_variants_parts_samples_and_drawings_may_be_the_same(first: str, second: str) -> None:
    told = found({first: f"# Berths\n\n{TEXT}\n", second: f"# Berths\n\n{TEXT}\n\n"}, "DUP001", "DUP002")
    assert [f.severity for f in told] == [NOTE]


def test_notes_that_were_not_begun_are_no_copies() -> None:
    note = "---\nstage: not-begun\ntags: [harbour, bells, gongs, walls, keys, maps]\n---\n\n```js\nrender(this.page, 'bells', 'gongs')\n```\n"
    assert severities({"a/bells.md": note, "b/gongs.md": note}, "DUP001") in ([], [NOTE])
    assert severities({"a/bells.md": TEXT, "b/gongs.md": TEXT}, "DUP001") == [WARNING]


def test_source_code_of_an_unknown_type_does_not_break_off() -> None:
    code = "; rotates\n" + "        mov a, b ; and then the\n" * 60 + "        jmp and\n"
    assert severities({"rot8.asm": code}, "FIL005") == []


def test_a_set_that_is_translated_in_part_is_one_note() -> None:
    english = {
        f"en{n}.md": f"# Gate {n}\n\n" + "The gate is shut at noon and opened when the bell rings. " * 14
        for n in range(40)
    }
    german = {
        f"seite{n}.md": f"# Tor {n}\n\n" + "Das Tor wird am Mittag geschlossen und erst mit der Glocke geöffnet. " * 14
        for n in range(7)
    }
    assert severities({**english, **german}, "FIT003") == [NOTE]
    assert severities({**english, "seite.md": german["seite1.md"]}, "FIT003") == [WARNING]


@pytest.mark.parametrize("name", ["README_CN.md", "guide.zh.md", "cn/guide.md"])
def test_names_of_countries_are_names_of_translations(name: str) -> None:
    chinese = "# 港口\n\n" + "港口的门在中午关闭，钟声响起时再打开，船长必须先向办公室登记。" * 12
    english = {
        f"en{n}.md": f"# Gate {n}\n\n" + "The gate is shut at noon and opened when the bell rings. " * 14
        for n in range(9)
    }
    assert severities({**english, name: chinese}, "FIT003") == []
    assert severities({**english, "guide.md": chinese}, "FIT003") == [WARNING]


def test_one_survey_among_many_minutes_is_a_note() -> None:
    body = "Present: Ann, Bo. The board met on day {0} and spoke of the wall, the bell and gate {0}. " * 6
    minutes = {f"{2000 + n}.md": f"# Minutes {n}\n\n{body.format(n)}\n" for n in range(60)}
    lines = "".join(f"{n}. Which function may throw inside of an async callback {n}?\n" for n in range(40))
    survey = f"# Survey on promises\n\n{lines}"
    assert [s for s in severities({**minutes, "survey.md": survey}, "FIT001") if s is not NOTE] == []


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Bells\nid: bells\n---\n\n:::warning\n🚧 This page is work in progress, please refer to [the plan](plan.md).\n:::\n",
        "---\nlayout: page\n---\n\n# TO WRITE\n",
        "# Soon™\n",
        "# Glocken\n\n> [!NOTE]\n> Diese Seite ist noch in Arbeit.\n",
    ],
)
def test_a_page_that_is_still_to_be_written_is_a_stub(text: str) -> None:
    assert [f.path for f in found({"bells.md": text}, "FIL016")] == ["bells.md"]
    written = "# Soon\n\nThe bell rings soon after noon, and the gate is opened by the keeper of the north wall.\n"
    assert found({"bells.md": written}, "FIL016") == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Status: superseded by [Berth 3](berth3.md)", "; berth3.md replaced it"),
        (
            "> **Obsolete.** Use [the new rules](rules/new.md).",
            "; the new rules, which replaced it, is not in this set",
        ),
        ("Status: ersetzt durch Berth 4", "; berth4.md replaced it"),
        ("Status: superseded by ADR-0007", "; 0007-bells.md replaced it"),
        ("Status: withdrawn", ""),
        ("Status: superseded by https://harbour.example/rules", ""),
    ],
)
def test_what_replaced_a_document_is_named(line: str, message: str) -> None:
    bells = {"0007-bells.md": "# Bells\n\nA bell rings at noon.\n"}
    told = found({"0002-gongs.md": f"# Gongs\n\n{line}\n\nA gong rings at one.\n", **bells}, "IDX010")
    assert [f.message for f in told] == [f"says of itself that it no longer holds{message}"]


@pytest.mark.parametrize(
    "text",
    [
        "503\nService unavailable\nPlease pass this page on to bells.example's keeper.\nberths.example/list.pdf (port 80)\n",
        "404\n\nNot Found\n\nbells.example/tides/table.html\n",
        "Fehler 404\n\nSeite nicht gefunden\n\nhafen.example/glocken\n",
    ],
)
def test_a_status_above_what_failed_is_an_answer(text: str) -> None:
    assert [s for s in severities({"tides.txt": text}, "KND003") if s is not NOTE]
    listed = "404\n\nBerths\n\nThe harbour has 404 berths, and each of them has a number on the wall.\n"
    assert severities({"tides.txt": listed}, "KND003") == []


def test_rows_of_columns_and_answers_of_a_quiz_are_no_saved_page() -> None:
    banks = "".join(f"{n:04},BANK OF THE {('NORTH', 'SOUTH', 'EAST', 'WEST')[n % 4]} HARBOUR\n" for n in range(300))
    assert severities({"banks.txt": banks}, "WEB001") == []
    assert [
        s
        for s in severities({"c5-1.md": "## Answer\n- Small multiples\n\n![[image 2023.png|500]]"}, "WEB001")
        if s is not NOTE
    ] == []


@pytest.mark.parametrize("name", ["part.md", "block.mdx"])
def test_components_in_markdown_are_no_xml(name: str) -> None:
    text = (
        "import Hero from '../hero'\n\n<Hero title='Gates' wide={true}>\n  <Text size='2'>Open at noon</Text>\n  <Bell loud={false} />\n</Hero>\n"
        * 4
    )
    assert severities({name: text}, "FIL001") == []
    page = '<?xml version="1.0"?>\n<gates>\n' + "<gate><name>north</name></gate>\n" * 20 + "</gates>\n"
    assert severities({name: page}, "FIL001") == [ERROR]


def test_attribute_lists_are_no_blanks() -> None:
    text = "# Gates\n\n" + "".join(f"## Gate {n}\n{{: #gate-{n} .wide }}\n\n" for n in range(6))
    assert [s for s in severities({"gates.md": text}, "KND006") if s is ERROR] == []


def test_an_empty_common_part_is_a_sign() -> None:
    assert severities({"include.rst.txt": b""}, "FIL004") == [NOTE]


def test_a_packed_drawing_is_no_damage() -> None:
    packed = "\n".join(
        "N4KAkARALgngDgUwgLgAQQQDwMYEMA2AlgCYBOuA7hADTgQBuCpAzoQPYB2KqATLZMzYBXUtiRoIACyhQ4z" for _ in range(20)
    )
    text = f"---\nexcalidraw-plugin: parsed\n---\n\n# Drawing\n```compressed-json\n{packed}\n```\n"
    assert severities({"berths.excalidraw.md": text}, "FIL013") == []


def test_all_addresses_of_a_page_lead_to_it() -> None:
    todo = "---\ntitle: To do\npermalink: /ref/todo\nredirect_from:\n  - /ref/Dim\n  - /ref/Sub\n  - /ref/Loop\n---\n\n# To do\n\nNot yet.\n"
    page = "---\npermalink: /ref/class\n---\n\n# Class\n\nSee [Dim](Dim), [Sub](Sub), [Loop](Loop) and [Gate](Gate).\n"
    site = {"_config.yml": "title: Reference\n", "docs/todo.md": todo, "docs/class.md": page}
    assert [dict(f.data)["target"] for f in found(site, "IDX006")] == ["Gate"]


def test_conditional_lines_of_asciidoc_hold_elsewhere() -> None:
    text = "= Gates\n\nifdef::one-page[<<bell>>]\nifdef::one-page[link:api/gates.html[API]]\n\nSee <<keys>>.\n\n[[walls]]\n== Walls\n\nLong.\n"
    assert [dict(f.data)["target"] for f in found({"gates.adoc": text}, "IDX006", "IDX007")] == ["#keys"]


def test_links_may_count_from_a_folder_above() -> None:
    files = {
        f"docs/gates/g{n}.md": f"# Gate {n}\n\nSee [wall](walls/w{n}.md) and [bell](bells/b{n}.md).\n" for n in range(4)
    }
    files |= {f"docs/walls/w{n}.md": f"# Wall {n}\n\nLong.\n" for n in range(4)}
    files |= {f"docs/bells/b{n}.md": f"# Bell {n}\n\nLoud.\n" for n in range(3)}
    assert [dict(f.data)["target"] for f in found(files, "IDX006")] == ["bells/b3.md"]
    few = {"docs/gates/g1.md": "# Gate\n\nSee [wall](walls/w1.md).\n", "docs/walls/w1.md": "# Wall\n\nLong.\n"}
    assert [dict(f.data)["target"] for f in found(few, "IDX006")] == ["walls/w1.md"]


def test_terms_that_a_build_appends_are_in_doubt() -> None:
    terms = {
        f"terms/term-{word}.md": f"# {word}\n\nA word.\n"
        for word in ("bell", "gate", "wall", "berth", "lamp", "key", "book")
    }
    links = " ".join(f"[{word}](#{word})" for word in ("bell", "gate", "wall", "berth", "lamp", "key", "book"))
    rules = {f"rule{n}.md": f"# Rule {n}\n\nUses {links}.\n" for n in range(5)}
    assert severities({**rules, **terms}, "IDX007") == [NOTE]


def test_many_pairs_that_are_alike_are_one_finding() -> None:
    def page(name: str, number: int) -> str:
        body = "\n\n".join(
            f"Step {n} of {number * 31 + n} turns the wheel {n * number} times to the {name[0]} side."
            for n in range(30)
        )
        return f"# {name} {number}\n\n{body}\n"

    names = ["amber", "birch", "cedar", "dune", "elm", "fern", "grove"]
    pairs = {f"{name}.md": page(name, n) for n, name in enumerate(names, 1)}
    pairs |= {
        f"{name}-alias-of-the-other.md": page(name, n) + "\nThis is an alias for the other one.\n"
        for n, name in enumerate(names, 1)
    }
    assert len([s for s in severities(pairs, "DUP002") if s is WARNING]) <= 1


def test_one_sentence_below_front_matter_was_written() -> None:
    said = "The page is closed until the harbour opens again, please come back in May.\n"
    assert severities({"beta.md": f"---\ntitle: Beta\nlayout: page\n---\n\n{said}"}, "KND003") == []


@pytest.mark.parametrize(
    ("title", "told"),
    [("5 steps to a gate", 0), ("Gate 4 rules", 0), ("5. Gates", 1), ("ADR 5 Gates", 1), ("5: Gates", 1)],
)
def test_a_number_in_a_title_is_that_of_the_document_where_it_is_set_apart(title: str, told: int) -> None:
    files = {
        "INDEX.md": "# Index\n\n- [1. Gates](01-gates.md)\n",
        "01-gates.md": f"# {title}\n\nA gate is shut at noon.\n",
    }
    assert len([f for f in found(files, "IDX004") if "number" in f.message]) == told


def test_an_entry_that_is_the_name_of_its_file_promises_nothing_else() -> None:
    form = f"# What was changed\n\n{TEXT}\n"
    listed = "# Forms\n\n| file | use |\n|---|---|\n| [{0}](pull_request_template.md) | asked for |\n| [Berth](berth1.md) | let |\n"
    for name in ("pull_request_template.md", "PullRequestTemplate.md"):
        files = {"README.md": listed.format(name), "pull_request_template.md": form}
        assert [s for s in severities(files, "IDX004", "IDX005") if s is not NOTE] == []


def test_tabs_of_mkdocs_are_no_headings_of_asciidoc() -> None:
    tabs = "".join(
        f'=== "{name}"\n\n    Turn the wheel of the {name} gate.\n\n' for name in ("north", "south", "east", "west")
    )
    page = f"# Gates\n\n{tabs}\nSee [the bell](bell.md).\n"
    assert [dict(f.data)["target"] for f in found({"gates.md": page}, "IDX006", "FIL001")] == ["bell.md"]


def test_rows_of_slashes_stand_in_code() -> None:
    code = "".join(
        f"//////////////////////\n// Gate {n}\n//////////////////////\nint gate_{n}(int level) {{ return level; }}\n\n"
        for n in range(5)
    )
    assert severities({"gates.c": code, "gates.js": code}, "FIL001") == []


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_output_of_programs_is_no_heading_of_asciidoc(fence: str) -> None:
    shown = "".join(f"=== Gate {n} ===\nlevel {n}\n\n=== Bell {n}\n" for n in range(4))
    page = f"# Gates\n\n{fence}text\n{shown}{fence}\n\nSee [the bell](bell.md).\n"
    assert [dict(f.data)["target"] for f in found({"gates.md": page}, "IDX006", "FIL001")] == ["bell.md"]
    wiki = "".join(f"=== Gate {n} ===\n\nIt is shut at noon.\n\n" for n in range(5))
    assert severities({"gates.md": wiki}, "FIL001") == []


@pytest.mark.parametrize("folder", ["test/data", "tests/rsrc/pages", "src/__tests__/input", "testing/cases"])
def test_what_tests_read_below_a_folder_of_tests_is_meant(folder: str) -> None:
    dummy = "# Walls\n\n" + "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor. " * 6
    page = "<!doctype html><html><head><title>Walls</title></head><body><p>The wall is old.</p></body></html>"
    files: dict[str, str | bytes] = {f"{folder}/walls.md": dummy, f"{folder}/page.txt": page}
    files[f"{folder}/links.md"] = "# Walls\n\nSee [the wall](gone.md) and the keeper's book of the year.\n"
    assert ERROR not in severities(files, "KND006", "FIL001", "IDX006")
    assert WARNING not in severities(files, "KND006", "FIL001", "IDX006")
    elsewhere = {name.replace(folder, "walls"): text for name, text in files.items()}
    assert severities(elsewhere, "KND006") == [WARNING]
    assert severities(elsewhere, "FIL001") == [ERROR]
    assert severities(elsewhere, "IDX006") == [WARNING]


def test_a_chapter_on_tests_is_no_test_data() -> None:
    assert severities({"docs/tests/walls.md": "# Walls\n\nSee [the wall](gone.md), which is old.\n"}, "IDX006") == [
        WARNING
    ]


@pytest.mark.parametrize("space", ["\\\\[0.4cm]", "\\\\[-5cm]", "\\\\*[1.5\\baselineskip]", "\\\\[12 pt]"])
def test_the_space_below_a_line_of_latex_is_no_blank(space: str) -> None:
    text = "\\documentclass{article}\n\\begin{document}\n" + f"Berth {space}\nWall {space}\nDesk {space}\n" * 2
    assert severities({"cover.tex": f"{text}\\end{{document}}\n"}, "KND006") == []


@pytest.mark.parametrize("target", ["DOCS_ROOT/walls.md", "BASE_URL/walls", "SITE_DATA_DIR/a/walls.md#desk"])
def test_a_variable_in_capitals_is_no_folder(target: str) -> None:
    assert severities({"a.md": f"# A\n\nSee [the wall]({target}) and the keeper.\n"}, "IDX006") == []
    assert severities({"a.md": "# A\n\nSee [the wall](DOCS/walls.md) and the keeper.\n"}, "IDX006") == [WARNING]


@pytest.mark.parametrize(
    "said",
    [
        "This home-made guidance is no longer applicable. It has been superseded by the levels of the guild.",
        "This safety policy has been superseded by the one of the guild.",
        "This old harbour runbook was withdrawn in May.",
    ],
)
def test_a_policy_that_says_it_no_longer_holds(said: str) -> None:
    assert (
        len(found({"levels.md": f"# Levels\n\n> {said}\n\nThe keeper has three levels, each with a test.\n"}, "IDX010"))
        == 1
    )
    about = "The keeper's last policy was superseded by the one of the guild, and this text explains the new one."
    assert found({"levels.md": f"# Levels\n\n{about}\n\nThe keeper has three levels.\n"}, "IDX010") == []


def test_instructions_in_the_folder_of_an_agent_are_there_on_purpose() -> None:
    skill = OPINION.replace("\n\n", "\n\n## More\n\n", 2)
    marked = {f.severity for f in found({".claude/skills/old/SKILL.md": skill}, "FIT001")}
    assert marked <= {NOTE}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Status: superseded by Mooring Rules v2 (March 2024)", "Mooring Rules v2"),
        ("> **Ersetzt durch** Liegeplatzordnung 2025.", "Liegeplatzordnung 2025"),
        ("Ce document est remplacé par NF-1203.", "NF-1203"),
    ],
)
def test_a_successor_that_the_set_lacks_is_named(line: str, name: str) -> None:
    text = (
        f"# Mooring\n\n{line}\n\n" + "Every ship MUST be moored with two ropes, and the keeper writes down both. " * 9
    )
    told = [finding.message for finding in found({"mooring.md": text, **LEDGER_SERIES}, "IDX010")]
    assert [name in message and "not in this set" in message for message in told] == [True]


@pytest.mark.parametrize(
    "line", ["superseded by version 2 of the rules", "superseded by a later decision", "superseded by PR 431"]
)
def test_a_vague_successor_is_not_named(line: str) -> None:
    text = (
        f"# Mooring\n\nStatus: {line}\n\n"
        + "Every ship MUST be moored with two ropes, and the keeper writes down both. " * 9
    )
    told = [finding.message for finding in found({"mooring.md": text, **LEDGER_SERIES}, "IDX010")]
    assert told == ["says of itself that it no longer holds"]


def alone(text: str) -> list[Severity]:
    """The severities of what is said of one document that is the whole set."""
    report = check_documents({"lock.md": text}.items(), config=Config(select=("IDX009", "KND002")))
    return [finding.severity for finding in report.findings]


_ROUTES = (
    "# Archive interface\n\n`GET /v1/berths/{id}/levels` answers with CSV, one line an hour. The answer has at most 744 lines. A call"
    " without a key is answered with 401. A key is sent in the header `X-Key`, and is valid for a year.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        _ROUTES,
        "# Restart of the lock\n\nRun `systemctl restart lockd` on the host of the lock. Wait until the lamp is green, which takes"
        " up to two minutes. If it stays red, call the keeper and note the time in the log of the day.\n",
        "# Flags\n\n| flag | meaning |\n|---|---|\n| 0 | good |\n| 1 | checked by the keeper |\n| 9 | missing, no value is sent |\n\n"
        "A value with flag 9 MUST NOT be used for an average of the day.\n",
    ],
)
def test_a_short_specification_alone_does_not_stop(text: str) -> None:
    assert ERROR not in alone(text)


def test_a_column_alone_does_stop() -> None:
    assert ERROR in alone(OPINION * 3)


@pytest.mark.parametrize("text", ["Additional information", "Learn more", "Weitere Informationen"])
def test_a_link_text_that_says_nothing_promises_nothing(text: str) -> None:
    index = f"# Harbour\n\n- [{text}](roses.md)\n- [Accounts](accounts.md)\n"
    assert severities({"INDEX.md": index, **LEDGER_SERIES, "roses.md": GARDEN}, "IDX004") == []
    named = index.replace(text, "Mooring winches and their ropes")
    assert severities({"INDEX.md": named, **LEDGER_SERIES, "roses.md": GARDEN}, "IDX004", "IDX005")


def test_a_claim_names_the_entry_that_its_finding_is_about() -> None:
    files = {
        "INDEX.md": "# Harbour\n\n- [Roses](roses.md)\n- [Accounts](accounts.md)\n",
        "MORE.md": "# More\n\n- [Mooring winches and their ropes](roses.md): how ships are held at the quay\n- [Clock](clock.md)\n",
        **LEDGER_SERIES,
        "roses.md": GARDEN,
    }
    report = check_documents(files.items(), config=Config(select=("IDX004", "IDX005"), index=("MORE.md",)))
    claims = [d.claim for d in report.documents if d.path == "roses.md" and d.claim and d.claim.codes]
    assert all(
        "Mooring winches" in claim.text and claim.promise and claim.promise.path == "MORE.md" for claim in claims
    )


@pytest.mark.parametrize(
    "option", [":keywords lang=fr: quai, grue, navire", ":description: The quay and its cranes", ":alt: a crane"]
)
def test_options_at_the_end_are_no_open_sentence(option: str) -> None:
    paragraphs = "".join(
        f"The crane at quay {n} lifts eleven tons, and its keeper writes that down each day.\n\n" for n in range(9)
    )
    page = f"Cranes\n======\n\n{paragraphs}.. meta::\n    {option}\n"
    assert severities({"cranes.rst": page}, "FIL005") == []


def test_a_guide_with_open_sections_is_a_draft() -> None:
    section = (
        "The keeper answers within a day, in the language of the letter, and asks the office where he does not know. "
        * 9
    )
    written = "".join(f"## Part {n}\n\n{section}\n\n" for n in range(8))
    waiting = "".join(f"### Case {n}\n\nTo be added.\n\n" for n in range(7))
    assert severities({"guide.md": f"# Letters\n\n{written}{waiting}"}, "KND006") == []
    assert severities({"guide.md": f"# Letters\n\n{waiting}"}, "KND006")


def _radio(version: str) -> str:
    return (
        f"# Radio\n\nVersion {version}\n\n"
        + "A frame MUST begin with the number of its sender, and ends with a sum. " * 9
    )


@pytest.mark.parametrize("told", ["frames and commands, version 2.3", "frames of the radio (v2.3)", "Version 2.3."])
def test_the_version_at_the_end_of_a_description_counts(told: str) -> None:
    index = f"# Gauges\n\n- [Radio protocol](radio.md): {told}\n- [Accounts](accounts.md)\n"
    files = {"INDEX.md": index, **LEDGER_SERIES}
    assert severities({**files, "radio.md": _radio("2.1")}, "IDX004")
    assert severities({**files, "radio.md": _radio("2.3.1")}, "IDX004") == []


@pytest.mark.parametrize("told", ["needs version 2.3 of the firmware", "what changed since v2.3 and why"])
def test_a_version_inside_a_description_is_of_something_else(told: str) -> None:
    index = f"# Gauges\n\n- [Radio protocol](radio.md): {told}\n- [Accounts](accounts.md)\n"
    assert severities({"INDEX.md": index, **LEDGER_SERIES, "radio.md": _radio("2.1")}, "IDX004") == []


def test_the_version_in_the_name_of_a_file_is_its_own() -> None:
    index = "# Gauges\n\n- [Radio protocol v1](radio-v1.md)\n- [Accounts](accounts.md)\n"
    assert severities({"INDEX.md": index, **LEDGER_SERIES, "radio-v1.md": _radio("0.9")}, "IDX004") == []
