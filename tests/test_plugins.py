"""Packages that bring rules, types of files and reports: the example is installed as a user would, and broken ones are told."""

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the example is installed, without a network."""
    target = tmp_path_factory.mktemp("installed")
    source = ROOT / "examples" / "plugin"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
         "--disable-pip-version-check", "--target", str(target), str(source)],
        check=True,
    )  # fmt: skip
    return target


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "queue.md").write_text("# Queue\n\nThe queue keeps a message until a worker takes it.\n")
    (folder / "owned.md").write_text(
        "# Worker\n\nOwner: Ada\n\nThe worker takes a message from the queue and runs it.\n"
    )
    (folder / "page.housewiki").write_text("!! Store\n\nThe store keeps each order until it is paid.\n")
    return folder


def checkfirst(installed: Path | None, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    path = {"PYTHONPATH": str(installed)} if installed else {}
    return subprocess.run(
        [sys.executable, "-m", "checkfirst", *map(str, arguments)],
        env={**os.environ, **path},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def found(done: subprocess.CompletedProcess[str], code: str) -> list[dict[str, object]]:
    return [finding for finding in json.loads(done.stdout)["findings"] if finding["code"] == code]


def test_its_rule_is_on_trial_and_names_its_package(house: Path, documents: Path) -> None:
    assert found(checkfirst(house, documents, "-f", "json"), "HOU001") == []
    for arguments in (["--select", "HOU001"], ["--preview"]):
        hits = found(checkfirst(house, documents, "-f", "json", *arguments), "HOU001")
        assert [hit["path"] for hit in hits] == ["page.housewiki", "queue.md"]
        assert all(hit["data"] == {"plugin": "checkfirst-house 0.1.0"} for hit in hits)
    assert "HOU001  no-owner" in checkfirst(house, "rules").stdout
    assert "names no owner" in checkfirst(house, "rule", "HOU001").stdout


def test_every_report_takes_its_findings(house: Path, documents: Path) -> None:
    for form in ("terminal", "concise", "agent", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "html"):
        done = checkfirst(house, documents, "-f", form, "--preview", "-v")
        assert done.returncode in {0, 1}, done.stderr
        assert "Traceback" not in done.stderr


def test_its_type_of_file_is_read(house: Path, documents: Path) -> None:
    read = {
        installed: {
            d["path"]: d["media_type"]
            for d in json.loads(checkfirst(installed, documents, "-f", "json").stdout)["documents"]
        }
        for installed in (None, house)
    }
    assert read[house]["page.housewiki"] == "text/x-house-wiki"
    # What was kept of an earlier check without it is not used.
    assert read[None]["page.housewiki"] != "text/x-house-wiki"


def test_its_report_is_a_format(house: Path, documents: Path) -> None:
    told = checkfirst(house, documents, "--format", "house-list")
    assert sorted(line.partition("\t")[0] for line in told.stdout.splitlines()) == [
        "owned.md",
        "page.housewiki",
        "queue.md",
    ]
    assert checkfirst(None, documents, "--format", "house-list").returncode == 2


BROKEN = """
from msgspec.structs import replace
from checkfirst.model.finding import Severity
from checkfirst.model.rule import rule
from checkfirst.model.views import DocumentView


@rule(code="KND099", sees=DocumentView, severity=Severity.ERROR, since="1")
def taken(view):
    "It takes our prefix."
    yield from ()


@rule(code="house-1", sees=DocumentView, severity=Severity.ERROR, since="1")
def no_code(view):
    "It has no code."
    yield from ()


@rule(code="BAD001", sees=DocumentView, severity=Severity.ERROR, since="1")
def failing(view):
    "It fails."
    raise ZeroDivisionError("a \\x1b[31mred\\nline")
    yield


text = "no rule"
same = replace(failing)
"""
ENTRIES = {
    "checkfirst.rules": {
        "absent": "no_such_module:rule", "no-member": "broken:nothing", "text": "broken:text", "taken": "broken:taken",
        "no-code": "broken:no_code", "failing": "broken:failing", "same": "broken:same",
    },
    "checkfirst.formats": {"text": "broken:text"},
    "checkfirst.reports": {"json": "broken:failing", "text": "broken:text"},
}  # fmt: skip


def installed(tmp_path: Path, name: str, points: Mapping[str, Mapping[str, str]], code: str) -> Path:
    """The folder of an installed package of one module, with its entry points by group."""
    folder = tmp_path / "installed"
    metadata = folder / f"{name}-1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    groups = (f"[{group}]\n" + "".join(f"{n} = {value}\n" for n, value in own.items()) for group, own in points.items())
    (metadata / "entry_points.txt").write_text("\n".join(groups))
    (folder / f"{name}.py").write_text(code)
    return folder


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return installed(tmp_path, "broken", ENTRIES, textwrap.dedent(BROKEN))


def test_what_can_not_be_loaded_is_told_and_the_rest_is_checked(broken: Path, documents: Path) -> None:
    done, without = checkfirst(broken, documents, "-f", "json"), checkfirst(None, documents, "-f", "json")
    assert done.returncode == without.returncode
    assert json.loads(done.stdout)["findings"] == json.loads(without.stdout)["findings"]
    told = done.stderr.splitlines()
    refused = [(group, name) for group, points in ENTRIES.items() for name in points if name != "failing"]
    assert len(told) == len(refused)
    assert all(line.startswith("checkfirst: plug-in broken 1.0, ") for line in told)
    assert "the prefix KND is checkfirst's own" in done.stderr


def test_a_failing_rule_is_named_where_it_was_asked_for(broken: Path, documents: Path) -> None:
    done = checkfirst(broken, documents, "-f", "json", "--select", "BAD001")
    reasons = {failure["reason"] for failure in json.loads(done.stdout)["failures"]}
    assert reasons
    assert all(reason.startswith("FailedRule: BAD001 of broken 1.0: ZeroDivisionError") for reason in reasons)
    shown = checkfirst(broken, documents, "--select", "BAD001")
    assert "\x1b[31m" not in shown.stdout + shown.stderr


ENDING = """
from msgspec.structs import replace
from checkfirst.model.finding import Severity
from checkfirst.model.formats import Format, FormatSpec, Trait
from checkfirst.model.rule import rule
from checkfirst.model.views import DocumentView


class Torn(BaseException):
    "No Exception."


@rule(code="END001", sees=DocumentView, severity=Severity.ERROR, since="1")
def ends(view):
    "It ends the program."
    raise SystemExit("a \\x1b[31mred\\nline")
    yield


@rule(code="END002", sees=DocumentView, severity=Severity.ERROR, since="1")
def tears(view):
    "It raises what is no Exception."
    raise Torn
    yield


def read(text):
    raise SystemExit(3)


def report(found):
    yield "a line\\n"
    raise SystemExit(3)


wiki = FormatSpec(
    media_type="text/x-ending", title="a page", format=Format.TEXT, suffixes=(".housewiki",), reader="ending:read",
    traits=frozenset({Trait.PROSE, Trait.TEXTUAL, Trait.PLAIN}),
)
"""


@pytest.fixture
def ending(tmp_path: Path) -> Path:
    """A package whose parts end the program, one of them when it is imported."""
    points = {
        "checkfirst.rules": {"ends": "ending:ends", "tears": "ending:tears", "never": "never:rule"},
        "checkfirst.formats": {"wiki": "ending:wiki"},
        "checkfirst.reports": {"ending": "ending:report"},
    }
    folder = installed(tmp_path, "ending", points, ENDING)
    (folder / "never.py").write_text('import sys\nsys.exit("needs \\x1b[31mPython\\n9")\n')
    return folder


def test_a_package_that_ends_the_program_is_left_out(ending: Path, documents: Path) -> None:
    page = documents / "queue.md"
    (documents / "page.housewiki").unlink()
    for arguments in ([documents], ["show", page], ["clean", page], ["--version"], ["rules"]):
        done, without = checkfirst(ending, *arguments), checkfirst(None, *arguments)
        assert done.returncode == without.returncode
        assert "\x1b" not in done.stdout + done.stderr
    (told,) = checkfirst(ending, documents).stderr.splitlines()
    assert told.startswith("checkfirst: plug-in ending 1.0, never: SystemExit: needs ")


def test_a_rule_a_reader_and_a_report_that_end_the_program_are_failures(ending: Path, documents: Path) -> None:
    done = checkfirst(ending, documents, "-f", "json", "--select", "END001")
    reasons = sorted({failure["reason"] for failure in json.loads(done.stdout)["failures"]})
    assert [reason.partition(": a ")[0] for reason in reasons] == [
        "FailedReader: the reader of ending:read: SystemExit: 3",
        "FailedRule: END001 of ending 1.0: SystemExit",
    ]
    torn = checkfirst(ending, documents, "-f", "json", "--select", "END002")
    assert "FailedRule: END002 of ending 1.0: Torn" in torn.stdout
    shown = checkfirst(ending, documents, "--select", "END001")
    assert "\x1b" not in shown.stdout + shown.stderr
    report = checkfirst(ending, documents, "-f", "ending")
    assert report.returncode == 2
    assert "checkfirst: ending of ending 1.0: SystemExit: 3" in report.stderr.splitlines()


@pytest.mark.parametrize("host", ["claude", "cursor"])
def test_a_package_that_ends_the_program_ends_no_hook(host: str, ending: Path, documents: Path) -> None:
    event = {"hook_event_name": "SessionStart", "cwd": str(documents.parent), "session_id": "one"}
    (documents.parent / "checkfirst.toml").write_text('select = ["END001"]\n')
    done = subprocess.run(
        [sys.executable, "-m", "checkfirst", "hook", host, "set"],
        input=json.dumps(event),
        env={**os.environ, "PYTHONPATH": str(ending)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0
    assert isinstance(json.loads(done.stdout), dict)
    assert "\x1b" not in done.stdout + done.stderr
