"""The command line as its users see it: whole outputs, exit codes, mistakes."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from checkfirst.cli.app import main

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(autouse=True)
def in_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        code = main(arguments)
    except SystemExit as left:
        code = int(str(left.code))
    out, err = capsys.readouterr()
    return code, re.sub(r"\d+\.\d s\b", "0.0 s", out), err


def test_ready(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "ready") == snapshot(
        (
            0,
            """\
READY  ready/ · 5 documents: 3 specifications, 1 technical document, the index
nothing found · 0.0 s
""",
            "",
        )
    )


def test_stale_index(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "stale-index")
    assert code == 1
    assert out == snapshot("""\
CHECK FIRST  stale-index/ · 4 documents: 2 missing

✗ stale-index/PLAN.md               is missing
    INDEX.md:7 │ 3. [Plan](PLAN.md): milestones until the pilot
    → Add the file, correct the entry, or take it out of the index    IDX002 97%
✗ stale-index/security/threat-model.md  is missing
    INDEX.md:8 │ 4. [Threat model](security/threat-model.md): who attacks a loc…
    → Add the file, correct the entry, or take it out of the index    IDX002 97%
· stale-index/firmware-update.md:1  no index lists it                     IDX003

looks right: firmware-update.md, locker-api.md (technical documents), INDEX.md
(index)
can't tell: opening-sequence.md
2 errors, 1 note · 0.0 s
more: checkfirst show FILE · checkfirst rule CODE · --format html
""")


def test_wrong_file_at_80_columns(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "wrong-file")
    assert code == 1
    assert max(map(len, out.split("\n"))) <= 100
    # Probabilities move with the weights; the rest is the product.
    assert re.sub(r"\d+%", "n%", out) == snapshot("""\
CHECK FIRST  wrong-file/ · 1 document: 1 wrong

✗ wrong-file/scheduling-service.txt:4
    is a saved news article with 14 reader comments
    12 │ You can reach her at [email protected]
    13 │ (Republished from The Canal Street Observer by permission of author or…
    21 │ 1. Dunstable says:
    → Put the specification in its place, or take it out           KND002 +4 n%
✗ wrong-file/  nothing in this set describes a system
    scheduling-service.txt:4 │ There is a small square on my screen that belong…
    scheduling-service.txt:5 │ I do not remember agreeing to this. Nobody does.…
    → Add the specification that was meant                                IDX009
  · no index: one document, and no file that says what it is              IDX001

2 errors, 1 note · 0.0 s
more: checkfirst show FILE · checkfirst rule CODE · --format html
""")


def test_color_only_when_asked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in run(capsys, "mixed")[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    colored = run(capsys, "mixed")[1]
    assert "\x1b[" in colored
    monkeypatch.setenv("NO_COLOR", "1")
    plain = run(capsys, "mixed")[1]
    assert "\x1b[" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


def test_json_is_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "check", "wrong-file", "--format", "json")
    report = json.loads(out)
    assert code == 1
    assert report["version"] == 1
    assert report["root"] == "wrong-file"
    assert report["verdict"] == "check-first"
    document = report["documents"][0]
    assert {
        "path",
        "media_type",
        "encoding",
        "lines",
        "words",
        "language",
        "kind",
        "group",
        "confidence",
        "kinds",
    } <= set(document)
    assert document["describes_system"]["answer"] == "no"
    assert document["scraped"]["answer"] == "yes"
    assert document["segments"][0]["start_line"] == 1
    assert document["segments"][-1]["end_line"] >= document["lines"]
    finding = next(f for f in report["findings"] if f["code"] == "WEB001")
    assert {"severity", "confidence", "message", "help", "fingerprint", "accepted", "evidence"} <= set(finding)
    assert all(e["quote"] and e["start_line"] for f in report["findings"] for e in f["evidence"])
    assert set(report["summary"]) >= {"documents", "errors", "warnings", "notes", "seconds"}
    keys = [(f["path"], f["start_line"], f["code"]) for f in report["findings"]]
    assert keys == sorted(keys)


def test_two_runs_print_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    outputs = {re.sub(r'"seconds": [\d.]+', "", run(capsys, "check", ".", "--format", "json")[1]) for _ in range(2)}
    assert len(outputs) == 1


def test_output_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    code, out, err = run(capsys, "check", "ready", "--format", "json", "--output", str(target))
    assert (code, out) == (0, "")
    assert err.startswith("checkfirst: READY  ready/ · ")
    assert err.endswith(f"; the report is in {target}\n")
    assert json.loads(target.read_text("utf-8"))["verdict"] == "ready"
    assert [p.name for p in tmp_path.iterdir()] == ["report.json"]


def test_select_ignore_and_strict(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "mixed", "--select", "FIL008")[1].count("\n✗ ") == 1
    assert run(capsys, "mixed", "--ignore", "KND,FIL,IDX,WEB")[0] == 0
    # A warning stops a set where an index promises the document; another one only a strict check.
    assert run(capsys, "mixed", "--select", "FIL005")[0] == 1
    assert run(capsys, "wrong-file", "--select", "WEB005")[0] == 0
    assert run(capsys, "wrong-file", "--select", "WEB005", "--strict")[0] == 1


def test_show_files(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A note\n\nThe queue keeps every message for seven days and no longer.\n")
    (tmp_path / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n0000")
    (tmp_path / ".hidden").write_text("x")
    out = run(capsys, "check", str(tmp_path), "--show-files")[1]
    assert re.search(r"read +\S*a\.md  text/markdown, 13 words", out)
    assert re.search(r"skipped  \S*p\.png  not a document: image/png", out)
    assert re.search(r"skipped  \S*\.hidden  hidden", out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "nowhere: no such file or folder"),
        (["ready", "--select", "KND02"], "no rule 'KND02'; did you mean KND002? (see: checkfirst rules)"),
        (["ready", "--purpose", "sell"], "argument --purpose: invalid choice: 'sell'"),
        (["ready", "--format", "xml"], "argument -f/--format: invalid choice: 'xml'"),
        (["ready", "--wrong"], "no option '--wrong' (see: checkfirst check --help)"),
        (["ready", "--outptu", "r.html"], "no option '--outptu'; did you mean --output?"),
        (["rule", "FIL001", "--formta"], "no option '--formta' (see: checkfirst rule --help)"),
        (["ready", "--fail-on", "all"], "argument --fail-on: invalid choice: 'all'"),
        (["ready", "--min-confidence", "2"], "'2' is no probability; give a number from 0 to 1, or 0% to 100%"),
        (["ready", "--stdin-filename", "a.md"], "give - as the path"),
        (["-", "ready"], "- is the one document on standard input"),
        (["ready", "--config", "none.toml"], "none.toml: no such configuration file"),
        (["rule", "XYZ001"], "no rule 'XYZ001'"),
        (["rule", "KND"], "KND begins several codes"),
        (["show", "ready"], "ready: a folder; name one file"),
        (["ready", "--output", "no/such/folder/report.txt"], "no/such/folder/report.txt: can't be written"),
    ],
)
def test_mistakes_exit_2_with_one_line(capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    code, out, err = run(capsys, *arguments)
    assert code == 2
    assert said in err
    assert err.count("\n") == 1
    assert out == ""


def test_nothing_to_check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "check", str(tmp_path)) == (3, f"NOTHING TO CHECK  {tmp_path}/ · no file is there\n", "")
    code, _, err = run(capsys, "check", str(tmp_path), "--format", "json")
    assert (code, err) == (3, f"checkfirst: nothing to check in {tmp_path}\n")


def test_nothing_to_check_says_why(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / ".notes").write_text("Notes on the gate.\n")
    code, out, err = run(capsys, "check", str(tmp_path))
    assert (code, err) == (3, "")
    assert "· skipped 1 path (1 hidden); --include PATH checks them all the same\n" in out


def test_rule_and_rules(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "rule", "fil008")
    assert code == 0
    assert out.startswith("# FIL008 pointer-file\n\nSeverity: error; a note if its name is not")
    assert run(capsys, "rule", "pointer-file")[1] == out
    listed = run(capsys, "rules")[1].split("\n")
    assert any(line.startswith("KND002  wrong-kind-for-purpose") for line in listed)


def test_clean_gives_the_main_text_alone(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "clean", "wrong-file/scheduling-service.txt")
    assert code == 0
    assert out.startswith("# The Quiet Tyranny of the Shared Calendar\n")
    assert "My grandfather was a lock keeper." in out
    for foreign in ("Dunstable", "Leave a Reply", "Tags:", "Share this", "hobnail"):
        assert foreign not in out


def test_clean_leaves_markdown_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "clean", "ready/protocol.md")[1]
    assert out == (EXAMPLES / "ready" / "protocol.md").read_text("utf-8")


def test_clean_comments_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    thread = json.loads(run(capsys, "clean", "--comments", "wrong-file/scheduling-service.txt")[1])
    first = thread["comments"][0]
    assert first["author"] == "Dunstable"
    assert first["number"] == 1
    assert first["text"].startswith("Finally someone has said it.")


def test_show(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "wrong-file/scheduling-service.txt")
    assert code == 0
    for part in ("kinds: ", "describes a system: no", "scraped: yes", "segments", "thread, lines", "hobnail"):
        assert part in out
    assert re.search(r"^ +1-1 +title +The Quiet Tyranny", out, re.MULTILINE)


def start(*arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "checkfirst", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_a_closed_pipe_is_no_traceback() -> None:
    running = start("check", str(EXAMPLES))
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    err = running.stderr.read()
    running.wait(timeout=60)
    running.stderr.close()
    assert b"Traceback" not in err


@pytest.mark.parametrize("columns", ["1", "12", "23", "0", "-4", "none", "9999999999"])
@pytest.mark.parametrize("command", ["check", "index", ""])
def test_help_on_a_terminal_of_any_width(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: str, command: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    with pytest.raises(SystemExit) as ended:
        main([*filter(None, [command]), "--help"])
    assert ended.value.code == 0
    assert "checkfirst" in capsys.readouterr().out
