"""Every format on honest and hostile sets: it parses, nothing of a document's words acts, and nothing is lost."""

import base64
import hashlib
import json
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from junitparser import Failure, JUnitXml
from lxml import html
from msgspec.structs import replace
from sarif_pydantic import Sarif

from checkfirst import Report, check, check_documents
from checkfirst.config import Config
from checkfirst.model.report import Skipped, SkipReason
from checkfirst.reporting.html.assets import SCRIPTS, STYLE
from checkfirst.reporting.phrases import skipped_phrase
from checkfirst.reporting.registry import parts_of
from checkfirst.reporting.rows import rows
from checkfirst.reporting.terminal import Style, render
from tests.texts import GARDEN, LEDGER_SERIES, OPINION

FORMATS = ("concise", "agent", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "html")
NASTY = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> ]]> ::error::forged %0A::error:: | a | b | `x` @someone "
    "[link](javascript:alert(1)) \x1b[31mred\x1b[0m \u202egnp.exe \u2028 http://example.com </style><style>*{}</style>"
)


def told(report: Report, name: str) -> str:
    return "".join(parts_of(name, report))


def lines_told(report: Report) -> list[str]:
    """The claims, and the findings beside them."""
    told = rows(report)
    found = [f.message for row in told for group in row.beside for f in group.findings]
    return [row.text for row in told if row.text] + found


@pytest.fixture(scope="module")
def hostile() -> Report:
    """Words that would act, in names, titles, quotes and lines without end."""
    documents = {
        **LEDGER_SERIES,
        f"{NASTY}.md": OPINION.replace("\n", f"\n{NASTY}\n", 3),
        "a\nb\r::error::.md": "",
        "INDEX.md": f"# {NASTY}\n\n- [{NASTY} specification](accounts.md)\n- [gone](<{NASTY}>)\n- [x](gone.md)\n",
        "long.txt": "word <b> " * 1_200_000,
        "report.pdf": f"%PDF-1.4 {NASTY}",
    }
    return check_documents(documents.items())


@pytest.fixture(scope="module")
def honest() -> Report:
    return check_documents({**LEDGER_SERIES, "roses.md": GARDEN}.items())


@pytest.mark.parametrize("which", ["honest", "hostile"])
def test_sarif(which: str, request: pytest.FixtureRequest) -> None:
    report: Report = request.getfixturevalue(which)
    log = json.loads(told(report, "sarif"))
    Sarif.model_validate(log)
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(report.findings)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["region"]["endLine"] >= place["region"]["startLine"] >= 1
        assert not set(place["artifactLocation"]["uri"]) & set("<> \n\r\x1b|`")


@pytest.mark.parametrize("which", ["honest", "hostile"])
def test_junit(which: str, request: pytest.FixtureRequest) -> None:
    report: Report = request.getfixturevalue(which)
    root = ElementTree.fromstring(told(report, "junit"))
    cases = root.findall("testsuite/testcase")
    assert int(root.get("tests", "0")) == len(cases)
    assert int(root.get("failures", "0")) == len(root.findall("testsuite/testcase/failure"))
    assert len(cases) >= len(report.documents)


@pytest.mark.parametrize("which", ["honest", "hostile"])
def test_another_reader_of_junit_gets_the_same(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    report: Report = request.getfixturevalue(which)
    (tmp_path / "junit.xml").write_text(told(report, "junit"), "utf-8")
    suites = JUnitXml.fromfile(str(tmp_path / "junit.xml"))
    cases = [case for suite in suites for case in suite]
    failed = [result for case in cases for result in case.result if isinstance(result, Failure)]
    assert suites.tests == len(cases)
    assert suites.failures == len(failed)
    assert all(result.message and result.type for result in failed)


@pytest.mark.parametrize("which", ["honest", "hostile"])
def test_github(which: str, request: pytest.FixtureRequest) -> None:
    report: Report = request.getfixturevalue(which)
    commands = [line for line in told(report, "github").split("\n") if line.startswith("::")]
    assert len(commands) == len(lines_told(report)) + len(report.failures)
    assert all(command.startswith(("::error ", "::warning ", "::notice ")) for command in commands)


@pytest.mark.parametrize("which", ["honest", "hostile"])
def test_gitlab(which: str, request: pytest.FixtureRequest) -> None:
    report: Report = request.getfixturevalue(which)
    issues = json.loads(told(report, "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(lines_told(report))
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}


@pytest.mark.parametrize("which", ["honest", "hostile"])
def test_markdown(which: str, request: pytest.FixtureRequest) -> None:
    report: Report = request.getfixturevalue(which)
    said = told(report, "markdown")
    assert len(said) < 65_536
    assert "<script" not in said
    assert "@someone" not in said
    assert "](javascript" not in said
    assert "\x1b" not in said


@pytest.mark.parametrize("which", ["honest", "hostile"])
def test_html(which: str, request: pytest.FixtureRequest) -> None:
    report: Report = request.getfixturevalue(which)
    page = html.document_fromstring(told(report, "html"))
    assert (
        page.xpath("count(//img | //iframe | //link | //object | //form[@action] | //a[not(starts-with(@href, '#'))])")
        == 0
    )
    assert {link.get("href").removeprefix("#") for link in page.xpath("//a")} <= set(page.xpath("//@id"))
    assert len(page.xpath("//@id")) == len(set(page.xpath("//@id")))
    assert page.xpath("//style/text()") == [STYLE]
    assert page.xpath("//script/text()") == list(SCRIPTS)
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on") or name == "style"]
    allowed = page.xpath("//meta[@http-equiv]/@content")[0]
    assert "default-src 'none'" in allowed
    digests = [f"'sha256-{base64.b64encode(hashlib.sha256(t.encode()).digest()).decode()}'" for t in (STYLE, *SCRIPTS)]
    assert f"style-src {digests[0]}; script-src {' '.join(digests[1:])};" in allowed
    assert len(page.xpath("//li[@class='finding']")) == len(report.findings)
    assert len(told(report, "html")) < 200_000


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_acts_on_a_terminal(hostile: Report, name: str) -> None:
    said = told(hostile, name)
    assert not set(said) & set("\x1b\r\u202e\u2028")


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_set(name: str) -> None:
    assert told(check_documents([]), name)


def test_the_page_keeps_the_layout_of_code() -> None:
    text = "# Store\n\nSee [one](gone.md).\n\n```python\ndef add():\n    return {\n        'a': 1,\n    }\n```\n"
    page = told(check_documents([("store.md", text)], config=Config(texts=True)), "html")
    assert "<span>        &#x27;a&#x27;: 1,</span>" in page
    assert "def add():" in page


def test_the_summary_always_fits_a_comment() -> None:
    documents = {f"{'_' * 200}/{'_' * 200}/{n}.md": OPINION + f"\n{n}\n" for n in range(40)}
    said = told(check_documents(documents.items()), "markdown")
    assert 1_000 < len(said) < 65_536


@pytest.mark.parametrize("name", ["two  spaces.md", "a\u00a0b.md", "line\nend.md", "bidi\u202e.md", "100%:,.md"])
def test_paths_are_those_of_the_files(name: str) -> None:
    report = check_documents([(name, "")], config=Config(select=("FIL004",)))
    uri = json.loads(told(report, "sarif"))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert unquote(uri["artifactLocation"]["uri"]) == name
    assert json.loads(told(report, "gitlab"))[0]["location"]["path"] == name
    named = told(report, "github").partition("file=")[2].partition(",")[0]
    if name.isprintable():
        assert unquote(named) == name
    assert not set(named) & set("\n\r\u202e")


def test_skipped_files_are_counted_by_reason_and_explained_one_by_one() -> None:
    reasons = (
        (SkipReason.LINK, "b.md"),
        (SkipReason.LINK, "c.md"),
        (SkipReason.NO_DOCUMENT, "image/png"),
        (SkipReason.HIDDEN, ""),
        (SkipReason.ARCHIVE, "its 3 files checked one by one"),
    )
    skipped = tuple(Skipped(path=f"{n}", why=why, detail=detail) for n, (why, detail) in enumerate(reasons))
    report = replace(check_documents({"a.md": "# A\n\nOne line of it.\n"}.items()), skipped=skipped)
    assert skipped_phrase(report) == "skipped 4 paths (2 symbolic link, 1 hidden, 1 not a document)"
    assert [s.reason for s in skipped] == [
        "symbolic link to b.md",
        "symbolic link to c.md",
        "not a document: image/png",
        "hidden",
        "an archive: its 3 files checked one by one",
    ]


def test_the_page_has_a_row_for_a_missing_file_with_what_the_index_promises() -> None:
    index = "# Set\n\n- [Accounts](accounts.md): what an account holds\n- [Gone](gone.md)\n"
    report = check_documents({"INDEX.md": index, "accounts.md": LEDGER_SERIES["accounts.md"]}.items())
    rows = html.document_fromstring(told(report, "html")).xpath("//tbody/tr")
    cells = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    assert cells[0][:4] == ["✗ missing", "gone.md", "Gone INDEX.md:4", "is missing"]
    assert [row[:3] for row in cells[1:]] == [
        ["✓ looks right", "INDEX.md", ""],
        ["✓ looks right", "accounts.md", "Accounts INDEX.md:3"],
    ]


@pytest.mark.parametrize("name", ["mixed", "wrong-file"])
def test_every_document_that_stops_the_set_is_counted_and_linked_first(name: str) -> None:
    report = check(Path(__file__).parents[2] / "examples" / name)
    stopping = [d.path for d in report.documents if d.claim and d.claim.stops]
    told_claims = json.loads(told(report, "json"))["summary"]["claims"]
    assert sum(told_claims.values()) == len(stopping) > 0
    page = html.document_fromstring(told(report, "html"))
    first = page.xpath("//tbody/tr")[: len(stopping)]
    assert {row.xpath("string(th)") for row in first} == set(stopping)
    assert all(row.xpath("th/a/@href") for row in first)


@pytest.mark.parametrize(
    "name", ["terminal", "concise", "agent", "markdown", "github", "gitlab", "sarif", "junit", "html"]
)
def test_a_claim_that_rests_on_the_entry_alone_is_told_at_the_document(name: str) -> None:
    files = {
        "INDEX.md": "# Set\n\n- [Crane interface v2](crane.md)\n- [Accounts](accounts.md)\n",
        "crane.md": "# Crane interface v1\n\n"
        + "Every call of a crane has a key. The service MUST answer within 3 s. " * 8,
        "accounts.md": LEDGER_SERIES["accounts.md"],
    }
    report = check_documents(files.items())
    shown = render(report, Style(width=120)) if name == "terminal" else told(report, name)
    assert "is of another version than its entry says" in html.fromstring(f"<p>{shown}</p>".encode()).text_content()
