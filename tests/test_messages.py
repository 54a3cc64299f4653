"""Programs read fields, people read messages: what a rule says in words is printed and never taken apart."""

import ast
from pathlib import Path

import checkfirst

PACKAGE = Path(checkfirst.__file__).parent
#: Who prints messages; who takes secrets out of them; who makes the fingerprint of one; and the order of findings, which they make total.
READERS = (
    "reporting/",
    "cli/",
    "corpus/",
    "checking/masking.py",
    "known/findings.py",
    "lsp/remarks.py",
    "rules/engine.py",
    "model/finding.py",
)


def reads_a_message(path: Path) -> bool:
    return any(
        isinstance(node, ast.Attribute) and node.attr == "message" for node in ast.walk(ast.parse(path.read_bytes()))
    )


def test_nothing_in_the_package_reads_messages() -> None:
    modules = {
        path: path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if "samples" not in path.parts
    }
    assert [name for path, name in modules.items() if reads_a_message(path) and not name.startswith(READERS)] == []
