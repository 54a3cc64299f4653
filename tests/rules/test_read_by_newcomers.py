"""Mistakes that somebody met who read a public set for the first time, each kind in other words."""

import pytest

from checkfirst import check_documents
from checkfirst.model.finding import Finding, Severity

NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR


def found(files: dict[str, str | bytes], *codes: str) -> list[Finding]:
    documents = [(path, text.encode() if isinstance(text, str) else text) for path, text in files.items()]
    return [finding for finding in check_documents(documents).findings if finding.code in codes]


def severities(files: dict[str, str | bytes], *codes: str) -> list[Severity]:
    return [finding.severity for finding in found(files, *codes)]


def page(head: str, body: str) -> str:
    return f"<!doctype html>\n<html><head><title>Tides</title>{head}</head>\n<body>{body}</body></html>\n"


@pytest.mark.parametrize(
    "body",
    [
        "<redoc spec-url='https://tides.example/v2/openapi.yaml'></redoc><script src='https://cdn.example/redoc.js'></script>",
        "<div id='ui'></div><script src='https://cdn.example/ui.js'></script>"
        "<script>window.ui = SwaggerUIBundle({url: '/tides.json', dom_id: '#ui'})</script>",
        "<elements-api apiDescriptionUrl='tides.yaml' router='hash'></elements-api><script src='/web.min.js'></script>",
        "<script id='api-reference' data-url='/tides.json'></script><script src='https://cdn.example/api.js'></script>",
    ],
)
def test_a_page_that_shows_the_description_of_an_interface_is_meant_to_hold_no_text(body: str) -> None:
    assert severities({"tides.html": page("", body)}, "FIL004") == [NOTE]


def test_a_page_whose_text_was_not_saved_is_empty() -> None:
    shell = page("<script defer src='/static/main.4f1c2a9b.js'></script>", "<div id='root'></div>")
    assert severities({"tides.html": shell}, "FIL004") == [ERROR]


def test_a_name_with_two_endings_is_told_by_the_one_that_people_read() -> None:
    text = page("", "<p>The tide tables are printed each January, and the pier office keeps the last ten.</p>")
    report = check_documents([("tables.pdf.html", text.encode())])
    assert [f.message for f in report.findings if f.code == "FIL001"] == ["named like a PDF, but it is an HTML page"]
    claim = report.documents[0].claim
    assert claim
    assert claim.text == "is an HTML page, not a PDF as its name says"


RULES = "{title}\n{line}\n\nThe {what} is checked by two people each morning. They write down its state and the time.\n"


def rules(suffix: str, *paths: str) -> dict[str, str | bytes]:
    """A document for each path, about what its name says."""
    return {
        f"{path}{suffix}": RULES.format(title=path.title(), line="=" * len(path), what=path.rpartition("/")[2])
        for path in paths
    }


@pytest.mark.parametrize(
    ("index", "suffix", "folder"),
    [
        ({"INDEX.md": "# Yard\n\n- [Crane](crane.md)\n- [Slip](docks/slip.md)\n"}, ".md", "docks/tools"),
        ({"index.rst": "Yard\n====\n\n.. toctree::\n\n   crane\n   docks/slip\n"}, ".rst", "docks/tools"),
        ({"INDEX.txt": "The yard\n\ncrane.txt: the crane\ndocks/slip.txt: the slip\n"}, ".txt", "werkzeug"),
    ],
)
def test_a_folder_that_no_index_knows_is_one_finding(index: dict[str, str | bytes], suffix: str, folder: str) -> None:
    tools = [f"{folder}/{name}" for name in ("adze", "brace", "chisel", "drill", "edge", "file", "gouge")]
    files = {**index, **rules(suffix, "crane", "docks/slip", "docks/rope", *tools)}
    told = found(files, "IDX003")
    assert [f.path for f in told] == sorted([f"docks/rope{suffix}", f"{tools[0]}{suffix}"])
    assert [f.message for f in told if f.related] == [
        f"no index lists it, nor any of the other 6 documents below {folder}/"
    ]


def test_documents_beside_listed_ones_are_told_each() -> None:
    index = "# Yard\n\n- [Crane](yard/crane.md)\n- [Slip](yard/slip.md)\n- [Rope](yard/rope.md)\n"
    left = [f"yard/{name}" for name in ("adze", "brace", "chisel", "drill", "edge", "file", "gouge")]
    files: dict[str, str | bytes] = {"INDEX.md": index, **rules(".md", "yard/crane", "yard/slip", "yard/rope", *left)}
    assert [f.path for f in found(files, "IDX003")] == [f"{path}.md" for path in left]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("Mooring fees, 2025 season", "Mooring fees, 2024 season"),
        ("Schulordnung 2025/26", "Schulordnung 2023/24"),
        ("Tarifas del puerto (2025)", "Tarifas del puerto 2022"),
    ],
)
def test_an_entry_of_this_year_leads_to_the_document_of_another(entry: str, title: str) -> None:
    files: dict[str, str | bytes] = {
        "INDEX.md": f"# Papers\n\n- [{entry}](paper.md)\n- [Gate](gate.md)\n",
        "paper.md": f"# {title}\n\nA boat of up to eight metres pays 12 a night, a longer one 3 more for each metre.\n",
        "gate.md": "# Gate\n\nThe gate is shut from ten at night until six in the morning.\n",
    }
    assert severities(files, "IDX004") == [WARNING]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("Mooring fees 2025", "Mooring fees 2024–2025"),
        ("Report of the pier 2025", "What the crews did in 2024"),
        ("Mooring fees", "Mooring fees 2024"),
        ("Plan 2025", "Plan 2024 to 2030: the new pier"),
        ("Depth 2000 m", "Depth 1900.5 m"),
    ],
)
def test_years_that_overlap_or_stand_in_other_titles_are_no_contradiction(entry: str, title: str) -> None:
    files: dict[str, str | bytes] = {
        "INDEX.md": f"# Papers\n\n- [{entry}](paper.md)\n",
        "paper.md": f"# {title}\n\nA boat of up to eight metres pays 12 a night, a longer one 3 more for each metre.\n",
    }
    assert not any("found_version" in dict(f.data) for f in found(files, "IDX004"))


@pytest.mark.parametrize(
    ("first", "own", "other"),
    [
        ("PILOT REQUESTS", "pilot-requests.txt", "tugs.txt"),
        ("Liegeplätze am Kai", "liegeplätze.txt", "lotsen.txt"),
        ("The dredging of the basin", "dredging-plan.txt", "a.txt"),
    ],
)
def test_of_two_equal_texts_the_copy_is_the_one_whose_name_is_of_something_else(
    first: str, own: str, other: str
) -> None:
    text = f"{first}\n\nThe agent writes to the office six hours before. The office answers within twenty minutes.\n"
    assert [(f.path, f.related) for f in found({own: text, other: text}, "DUP001")] == [(other, (own,))]


def test_of_two_equal_texts_with_names_that_fit_the_shorter_name_is_the_original() -> None:
    text = "Tug orders\n\nThe agent orders tugs an hour before. The office answers within twenty minutes by wireless.\n"
    files: dict[str, str | bytes] = {"tug-orders-north.txt": text, "tugs.txt": text, "tug-orders.txt": text}
    assert [f.related[0] for f in found(files, "DUP001")] == ["tug-orders.txt"]


COMMAND = """# {name}
{alias}
Moves the yard crane to a berth and waits until it has stopped there.

Options:

- `--berth` is the number of the berth, from 1 to 40, as it is painted on the wall of the quay.
- `--slow` halves the speed of the crane, for loads of more than twelve tonnes or in strong wind.
- `--dry-run` prints each step that the crane would take, and moves nothing at all on the yard.

The command ends with 1 if the berth is taken, and with 2 if the crane did not stop within ninety seconds.
The log of the yard keeps the time, the berth, the load and the name of whoever gave the command.
"""


@pytest.mark.parametrize(
    ("first", "second", "alias"),
    [
        ("crane-move", "crane-shift", "\n**Alias:** `crane-move`\n"),
        ("berthing", "docking", "\nA synonym of berthing, kept for the older scripts.\n"),
        ("inventory", "inv", "\nShort for `inventory`, which the crews of the yard type a hundred times a day.\n"),
    ],
)
def test_a_page_that_says_that_it_is_another_name_for_a_thing_is_no_careless_copy(
    first: str, second: str, alias: str
) -> None:
    files: dict[str, str | bytes] = {
        f"{first}.md": COMMAND.format(name=first, alias=""),
        f"{second}.md": COMMAND.format(name=second, alias=alias),
    }
    assert severities(files, "DUP002") == [NOTE]


@pytest.mark.parametrize("line", ["", "\n**Alias:** `hoist`\n"])
def test_a_page_that_names_another_alias_or_none_is_a_copy(line: str) -> None:
    files: dict[str, str | bytes] = {
        "berthing.md": COMMAND.format(name="Berthing", alias=""),
        "docking.md": COMMAND.format(name="Docking", alias=line),
    }
    assert severities(files, "DUP002") == [WARNING]


@pytest.mark.parametrize(
    ("paths", "titles"),
    [
        (("north/crane.md", "south/crane.md"), ("The crane, north", "The crane, south")),
        (("cmd/post/term/list.md", "cmd/user/term/list.md"), ("yard post term list", "yard user term list")),
        (("kran/ost/regeln.md", "kran/west/regeln.md"), ("Regeln: Kran Ost", "Regeln: Kran West")),
    ],
)
def test_documents_whose_folder_and_title_differ_in_one_word_are_a_series(
    paths: tuple[str, str], titles: tuple[str, str]
) -> None:
    pairs = zip(paths, titles, strict=True)
    assert severities({path: COMMAND.format(name=title, alias="") for path, title in pairs}, "DUP002") == [NOTE]


def test_a_copy_in_another_folder_under_a_title_of_its_own_is_told() -> None:
    files: dict[str, str | bytes] = {
        "north/crane.md": COMMAND.format(name="The crane", alias=""),
        "drafts/crane.md": COMMAND.format(name="Our crane", alias=""),
    }
    assert severities(files, "DUP002") == [WARNING]


GERMAN = (
    "Die Schleuse öffnet, sobald der Pegel auf beiden Seiten gleich ist, und der Wärter gibt das Zeichen dafür.",
    "Das Wehr hält den Pegel zwischen zwei Marken; steigt das Wasser über die obere, so wird eine Klappe geöffnet.",
    "Boote unter acht Metern zahlen nichts, längere zahlen nach der Länge und Frachter nach der Ladung in Tonnen.",
    "Die Lampen am Tor leuchten rot, solange es geschlossen ist, und grün, sobald ein Schiff einfahren darf.",
    "Der Wärter trägt jede Fahrt mit der Uhrzeit und dem Namen des Schiffes in das Buch ein, das im Turm liegt.",
)
STARTED = (
    "2024-05-0{n} 06:1{n}:20 gate[10{n}]: the connection to the level sensor was lost, trying again in five seconds\n"
)
BUILT = "[INFO] Building the lock control 1.{n}\n[INFO] Nothing to compile, all classes are up to date\n[INFO] Tests run: {n}\n"
WAITED = "[   {n}.48120{n}] pump 0{n}: the valve is not there, so the driver was not loaded and the device is off\n"
WINTER = "From November on the keeper clears the ice from gate {n} before the first boat, and writes down how thick it was.\n"


@pytest.mark.parametrize(("line", "severity"), [(STARTED, NOTE), (BUILT, NOTE), (WAITED, NOTE), (WINTER, WARNING)])
def test_a_log_is_written_in_the_language_of_its_program(line: str, severity: Severity) -> None:
    files: dict[str, str | bytes] = {f"t{n}.md": f"# Teil {n}\n\n" + f"{text}\n\n" * 3 for n, text in enumerate(GERMAN)}
    told = found({**files, "run.txt": "".join(line.format(n=n) for n in range(9))}, "FIT003")
    assert [(f.path, f.severity) for f in told] == [("run.txt", severity)]
