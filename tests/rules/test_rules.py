"""Each rule is one module, fires on its own samples and keeps silent on the others, and is documented."""

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from checkfirst import Report, check_documents
from checkfirst.checking.lock import NAME, parse_lock
from checkfirst.config import Config
from checkfirst.model.rule import Rule
from checkfirst.rules.registry import RULES, AnyRule, modules
from checkfirst.rules.samples import Sample, samples_of

SAMPLES = {rule.code: samples_of(rule.code, rule.name) for rule in RULES.values()}
FIRES = [(code, sample) for code, samples in SAMPLES.items() for sample in samples.fires]
SILENT = [(code, sample) for code, samples in SAMPLES.items() for sample in samples.silent]


def checked(sample: Sample, config: Config) -> Report:
    lock = parse_lock(sample.get(NAME, b"").decode(), NAME)
    files = [(name, content) for name, content in sample.items() if name != NAME]
    report = check_documents(files, config=config, lock=lock)
    assert not report.failures
    return report


def codes(sample: Sample, code: str) -> set[str]:
    return {finding.code for finding in checked(sample, Config(select=(code,))).findings}


@pytest.mark.parametrize(("code", "sample"), FIRES, ids=[code for code, _ in FIRES])
def test_fires(code: str, sample: Sample) -> None:
    assert codes(sample, code) == {code}


@pytest.mark.parametrize(("code", "sample"), SILENT, ids=[code for code, _ in SILENT])
def test_silent(code: str, sample: Sample) -> None:
    assert codes(sample, code) == set()


def files_of(folder: Path) -> Sample:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


EXAMPLES = [(folder.name, files_of(folder)) for folder in sorted((Path(__file__).parents[2] / "examples").iterdir())]


@pytest.mark.parametrize("sample", [s for _, s in (*FIRES, *EXAMPLES)], ids=[name for name, _ in (*FIRES, *EXAMPLES)])
def test_a_rule_alone_finds_what_it_finds_among_all(sample: Sample) -> None:
    """What a rule needs is measured for it; nothing of what it finds comes from what others need."""
    whole = checked(sample, Config(preview=True))
    for code in RULES:
        alone = checked(sample, Config(select=(code,), readings=False))
        assert alone.findings == tuple(f for f in whole.findings if f.code == code)


#: What programs read of the first sample of some rules: other files by path, and the rest by name.
FIELDS = {
    "DUP002": (("ledger.md",), {"other": "ledger.md", "likeness": "near", "similarity": 0.984, "differing": 1}),
    "IDX002": (("protocol.md",), {"target": "protocol.md", "target_path": "protocol.md"}),
    "IDX005": (
        ("roses.md", "ledger-storage.md"),
        {
            "target_path": "roses.md",
            "entry_title": "Ledger storage",
            "title": "Roses in spring",
            "fitting": "ledger-storage.md",
            "missing": ("ledger", "storage", "kept"),
        },
    ),
    "IDX006": (("limits.md",), {"target": "limits.md", "target_path": "limits.md", "count": 1}),
    "IDX007": (("protocol.md",), {"target": "protocol.md#messages", "target_path": "protocol.md", "count": 1}),
    "KND001": (("INDEX.md",), {"declared": "specification", "kind": "news-article", "group": "article"}),
    "KND006": ((), {"count": 7, "empty_sections": 5, "sections": 5}),
    "WEB002": ((), {"count": 4}),
    "FIL009": ((), {"loss": "no-text-layer", "count": 1}),
}


@pytest.mark.parametrize("code", FIELDS)
def test_programs_read_fields(code: str) -> None:
    first = checked(SAMPLES[code].fires[0], Config(select=(code,))).findings[0]
    assert (first.related, dict(first.data)) == FIELDS[code]
    assert list(first.data) == sorted(first.data)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_documented(rule: AnyRule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.name)
    paragraphs = rule.explanation.split("\n\n")
    assert len(paragraphs) >= 3, "what it is, why it hurts, what to do"
    assert rule.help.endswith(".")
    assert SAMPLES[rule.code].silent
    assert SAMPLES[rule.code].fires or rule.no_sample


@pytest.mark.parametrize("module", list(modules()))
def test_a_module_is_one_rule(module: str) -> None:
    prefix, name = module.split(".")[-2:]
    found = [value for value in vars(import_module(module)).values() if isinstance(value, Rule)]
    assert [rule.name for rule in found] == [name.replace("_", "-")]
    assert found[0].code[:3].lower() == prefix


def test_names_and_codes_are_unique() -> None:
    found = [import_module(module) for module in modules()]
    assert len({rule.name for rule in RULES.values()}) == len(RULES) == len(found)


def test_help_imports_no_rule() -> None:
    call = "import sys; from checkfirst.cli.app import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    told = "print([name for name in sys.modules if name.startswith('checkfirst.rules')], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", call + told], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
