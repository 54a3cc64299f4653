"""Writes the reference pages from the code: ``python docs/generate.py``; with ``--check``, compares only."""

import argparse
import ast
import inspect
import os
import re
import sys
from pathlib import Path

os.environ["COLUMNS"] = "100"

import schema_page
from argparse_manpage.manpage import Manpage

from checkfirst import config
from checkfirst.cli.parser import build_parser
from checkfirst.reporting.json_schema import schema
from checkfirst.reporting.rule_page import render_rule
from checkfirst.rules.registry import RULES, AnyRule
from checkfirst.version import __version__

HERE = Path(__file__).parent


def pages() -> dict[Path, str]:
    """Every generated page, by path."""
    made = {HERE / "rules" / f"{rule.code}.md": render_rule(rule) for rule in RULES.values()}
    made[HERE / "rules" / "README.md"] = _rule_list()
    made[HERE / "cli.md"] = _command_line()
    made[HERE / "checkfirst.1"] = _man_page()
    made[HERE / "config.md"] = _configuration()
    made[HERE / "report.schema.json"] = schema()
    made[HERE / "json.md"] = schema_page.page(schema())
    return made


def _rule_list() -> str:
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {_severities(rule)} | {rule.summary} |"
        for rule in RULES.values()
    ]
    intro = "The severity is the usual one; the rule's page says when a finding has another."
    return (
        "\n".join(["# Rules", "", intro, "", "| code | name | severity | what it is |", "|---|---|---|---|", *rows])
        + "\n"
    )


def _severities(rule: AnyRule) -> str:
    """The usual severity, then the others: ``error, also warning or note``."""
    others = " or ".join(severity.value for severity, condition in rule.severities if condition)
    return f"{rule.severity.value}, also {others}" if others else rule.severity.value


def _command_line() -> str:
    parser = build_parser()
    parts = ["# Command line", "", "```text", parser.format_help().rstrip(), "```"]
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    for name, command in commands.choices.items():
        parts += ["", f"## checkfirst {name}", "", "```text", command.format_help().rstrip(), "```"]
        if name == "check":
            parts += [
                "",
                "What `--format json` prints is described field by field in [Report in JSON](json.md).",
            ]
    return "\n".join(parts) + "\n"


def _man_page() -> str:
    parser = build_parser()
    # The tool reads this field, which the command `build_manpages` would fill.
    parser._manpage = []
    written = str(Manpage(parser))
    # A page that is compared has no date.
    head = f'.TH CHECKFIRST "1" "" "checkfirst {__version__}" "User Commands"'
    name = "checkfirst \\- check the documents before you build on them"
    return re.sub(r"^\.TH .*$", lambda _: head, written, count=1, flags=re.MULTILINE).replace(
        ".SH NAME\ncheckfirst\n", f".SH NAME\n{name}\n", 1
    )


def _configuration() -> str:
    fields = ast.parse(inspect.getsource(config.Config)).body[0]
    assert isinstance(fields, ast.ClassDef)
    rows = []
    for field, doc in zip(fields.body, fields.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(doc, ast.Expr) and isinstance(field.target, ast.Name):
            if field.target.id not in config.KEYS:
                continue
            assert isinstance(doc.value, ast.Constant)
            default = getattr(config.Config(), field.target.id)
            shown = (
                str(default)
                if isinstance(default, float)
                else {True: "true", False: "false", (): "[]"}.get(default, f'"{default}"')
            )
            if field.target.id in {"severity", "per_file_ignores"}:
                shown = "{}"
            rows.append(
                f"| `{field.target.id.replace('_', '-')}` | `{shown}` | {' '.join(str(doc.value.value).split())} |"
            )
    return (
        "\n".join(
            [
                "# Configuration",
                "",
                f"`{config.NAME}`, or the table `[tool.checkfirst]` of `pyproject.toml`: the nearest one from the current",
                "folder upward that does not stand in a folder that is checked: documents don't configure their own check. So",
                "`checkfirst .` passes over a configuration in `.` and says so; `checkfirst . --config checkfirst.toml` uses it.",
                "Options of the command line win over it. An unknown key is an error.",
                "",
                "| key | default | meaning |",
                "|---|---|---|",
                *rows,
                "",
                "```toml",
                'purpose = "retrieve"',
                'ignore = ["IDX001", "WEB005"]',
                'exclude = ["archive/"]',
                "```",
            ]
        )
        + "\n"
    )


def main() -> int:
    """Write the pages, or say which differ from what the code gives."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if a page is out of date")
    check = parser.parse_args().check
    wanted = pages()
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]
    left = sorted(path for path in (HERE / "rules").glob("*.md") if path not in wanted)
    if check:
        for path in (*stale, *left):
            print(f"{path}: out of date; run python docs/generate.py", file=sys.stderr)
        return 1 if stale or left else 0
    for path in left:
        path.unlink()
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path], "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
