"""Dangers and gaps: hidden channels that are found, sound documents that are flagged, secrets, conflicts that are planted."""

import random
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.danger_channels import CHANNELS, ORDERS
from benchmarks.danger_files import CHANNELS as IN_FILES
from benchmarks.options import Figure, data_folder, print_table
from checkfirst.api import check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity
from checkfirst.model.report import Report
from training.corpus import SUFFIX, Row, rows

_CODES: Final = ("SAF001", "SAF002", "SAF003", "SAF005", "SAF008", "GAP002", "GAP006")
_SEED: Final = 7
#: Documents that orders are hidden in, and that values are planted in; characters of one.
_CARRIERS: Final = 20
_LENGTHS: Final = range(500, 20_000)
_PACKS: Final = ("documents", "documents2")
#: Documents that are checked in one call.
_BATCH: Final = 500
#: Secrets of each provider that are planted.
_PLANTED: Final = 20
_LETTERS: Final = string.ascii_letters + string.digits
_SECRETS: Final = {
    "AWS": ("AKIA", 16, string.ascii_uppercase + "234567"),
    "GitHub": ("ghp_", 36, _LETTERS),
    "GitLab": ("glpat-", 20, _LETTERS),
    "Stripe": ("sk_" + "live_", 24, _LETTERS),
    "Google": ("AIza", 35, _LETTERS),
    "Anthropic": ("sk-ant-api03-", 95, _LETTERS),
    "npm": ("npm_", 36, _LETTERS),
    "DigitalOcean": ("dop_v1_", 64, "0123456789abcdef"),
    "Hugging Face": ("hf_", 34, string.ascii_letters),
    "Shopify": ("shpat_", 32, "0123456789abcdef"),
}  # fmt: skip
#: Kinds of documents that state how things are.
_STATING: Final = ("specification", "reference", "readme", "faq", "project-policy")
#: Sentences that give one thing two values.
_CONFLICTS: Final = (
    ("A parcel that is not fetched is kept for {} days.", (10, 14)),
    ("The lease of a garden ends after {} months without notice.", (6, 12)),
    ("A login token expires {} minutes after issue.", (15, 60)),
    ("A lost badge costs {} euros.", (5, 8)),
    ("Der Zugang zur Werkstatt wird nach {} Tagen gesperrt.", (30, 60)),
    ("Une clé perdue coûte {} euros.", (12, 20)),
)


def carriers(data: Path, kinds: tuple[str, ...] = ()) -> list[str]:
    """Texts of Markdown documents of the kinds, or of any, drawn by lot."""
    of_kind = (r for r in rows(data, "documents") if not kinds or r["kind"] in kinds)
    texts = [r["text"] for r in of_kind if r["format"] == "md" and len(r["text"]) in _LENGTHS]
    return random.Random(_SEED).sample(texts, min(_CARRIERS, len(texts)))


def channels(texts: list[str]) -> list[tuple[str, int, int]]:
    """Of each channel, how many hidden orders are told as a warning, and how many were hidden."""
    draw = random.Random(_SEED)
    config = Config(select=("SAF",))
    found = []
    for name, hide in {**CHANNELS, **IN_FILES}.items():
        reports = [check_documents([hide(draw.choice(texts), order)], config=config) for order in ORDERS]
        found.append(
            (name, sum(any(f.severity is not Severity.NOTE for f in r.findings) for r in reports), len(ORDERS))
        )
    return found


def flagged(data: Path) -> tuple[Counter[tuple[str, Severity]], int]:
    """How many real documents have a finding of each rule and severity, and how many there are; each is printed."""
    counts: Counter[tuple[str, Severity]] = Counter()
    documents = [(_name(row), row["text"]) for row in _documents(data)]
    config = Config(select=tuple(code for code in _CODES if code != "GAP006"), readings=False)
    for start in range(0, len(documents), _BATCH):
        report = check_documents(documents[start : start + _BATCH], config=config)
        for finding in report.findings:
            print(f"{finding.code} {finding.severity.value} {finding.path}: {finding.message[:200]}")
        counts.update(Counter((code, severity) for code, severity, _ in _flags(report)))
    return counts, len(documents)


def _flags(report: Report) -> set[tuple[str, Severity, str]]:
    return {(finding.code, finding.severity, finding.path) for finding in report.findings}


def _documents(data: Path) -> Iterator[Row]:
    for pack in _PACKS:
        if (data / f"{pack}.jsonl.gz").exists():
            yield from rows(data, pack)


def _name(row: Row) -> str:
    return f"{str(row['id']).replace('/', '_').replace(':', '_')}{SUFFIX.get(row['format'], '.txt')}"


def secrets(texts: list[str]) -> list[tuple[str, int]]:
    """How many planted secrets of each provider are told."""
    draw = random.Random(_SEED)
    config = Config(select=("SAF005",))
    found = []
    for provider, (prefix, length, letters) in _SECRETS.items():
        told = 0
        for _ in range(_PLANTED):
            secret = prefix + "".join(draw.choices(letters, k=length))
            told += bool(
                check_documents([("a.md", f"{draw.choice(texts)}\n\nkey: {secret}\n")], config=config).findings
            )
        found.append((provider, told))
    return found


def conflicts(texts: list[str]) -> tuple[int, int]:
    """How many planted conflicts are told among sound documents, and how many were planted."""
    draw = random.Random(_SEED)
    told = 0
    for sentence, values in _CONFLICTS:
        one, other, *rest = draw.sample(texts, 5)
        planted = [_with(t, sentence.format(v)) for t, v in zip((one, other), values, strict=True)]
        files = {f"{chr(ord('a') + n)}-text.md": text for n, text in enumerate((*planted, *rest))}
        told += bool(check_documents(files.items(), config=Config(select=("GAP006",))).findings)
    return told, len(_CONFLICTS)


def _with(text: str, sentence: str) -> str:
    """The text with a paragraph more behind its first one."""
    first, _, rest = text.partition("\n\n")
    return f"{first}\n\n{sentence}\n\n{rest}"


def series(data: Path) -> tuple[int, int]:
    """Findings of GAP006 on sound series of documents, each printed, and the number of documents."""
    by_name: dict[str, list[tuple[str, str]]] = {}
    for row in rows(data, "collections"):
        name = row["path"] if Path(row["path"]).suffix in {".md", ".rst", ".txt"} else f"{row['path']}.md"
        by_name.setdefault(row["collection"], []).append((name, row["text"]))
    found = 0
    for name, files in by_name.items():
        for finding in check_documents(dict(files).items(), config=Config(select=("GAP006",))).findings:
            print(f"GAP006 {name} {finding.path}: {finding.message} | {finding.evidence[0].quote}")
            found += 1
    return found, sum(map(len, by_name.values()))


def figures(data: Path) -> list[Figure]:
    """Print all tables. Returns the figures of the page."""
    texts = carriers(data)
    hidden = channels(texts)
    print_table(["channel", "told", "hidden"], [[name, str(told), str(of)] for name, told, of in hidden])
    planted = secrets(texts)
    print_table(["secrets of", "told", "planted"], [[name, str(told), str(_PLANTED)] for name, told in planted])
    counts, total = flagged(data)
    print_table(
        ["rule", "severity", "documents", "of"],
        [[code, severity.value, str(n), str(total)] for (code, severity), n in sorted(counts.items())],
    )
    told, of = conflicts(carriers(data, _STATING))
    wrong, in_series = series(data)
    loud = sum(n for (code, severity), n in counts.items() if code.startswith("SAF") and severity is not Severity.NOTE)
    found = [
        ("orders hidden in a document, told", f"{sum(t for _, t, _ in hidden)} of {sum(n for *_, n in hidden)}"),
        ("real documents with a warning of a danger", f"{loud} of {total:,}"),
        ("secrets planted, told", f"{sum(t for _, t in planted)} of {_PLANTED * len(planted)}"),
        ("conflicting values planted, told", f"{told} of {of}"),
        ("conflicting values told in sound series", f"{wrong} in {in_series:,} documents"),
    ]
    for what, ours in found:
        print(f"{what}: {ours}")
    return [Figure(what, ours, "", "dangers") for what, ours in found]


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
