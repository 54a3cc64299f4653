"""Orders and secrets in corpora of others, and what other scanners tell of them and of sound documents.

The corpora and scanners are installed apart: ``ENVIRONMENT`` is a virtual environment with ``bastioncorpus``,
``agent-injection-bench``, ``agent-cordon``, ``cisco-ai-skill-scanner``, ``kingfisher-bin`` and ``detect-secrets``, or some
of them. What is not there is left out, and a line says so. No scanner asks a server or a model.
"""

import json
import random
import subprocess
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.options import Figure, print_table
from checkfirst.api import check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity
from training.corpus import rows

_SEED: Final = 5
_SPECIFICATIONS, _AGENT_FILES, _SKILLS = 300, 110, 20
_ORDERS: Final = ("SAF001", "SAF002", "SAF003", "SAF008")
_CARRIER: Final = (
    "# The weir\n\nThe weir was inspected in May, and the sill is worn.\n\n{}\n\nThe gates were painted in June.\n"
)
_CORDON: Final = (
    "import sys, json, agent_cordon\n"
    "print(json.dumps([bool(agent_cordon.scan(t).is_suspicious) for t in json.load(sys.stdin)]))"
)
_SECONDS: Final = 900
Texts = list[tuple[str, str]]
"""Names of files and their texts."""


def orders(data: Path, environment: Path) -> list[Figure]:
    """Print what is told of orders in each group of texts, beside other scanners. Returns the figures of the page."""
    scanners: dict[str, Callable[[Texts], list[bool]]] = {"checkfirst": _ours}
    if _python(environment, "agent_cordon"):
        scanners["agent-cordon"] = lambda texts: _cordon(environment, texts)
    groups = dict(_groups(data, environment))
    counts = {who: {name: sum(tell(texts)) for name, texts in groups.items()} for who, tell in scanners.items()}
    table = [[name, *(str(told[name]) for told in counts.values()), str(len(texts))] for name, texts in groups.items()]
    print_table(["texts", *scanners, "of"], table)
    beside = counts.get("agent-cordon", {})
    return [
        Figure(
            name,
            f"{counts['checkfirst'][name]} of {len(texts)}",
            f"agent-cordon {beside[name]}" if beside else "",
            "dangers",
        )
        for name, texts in groups.items()
    ]


def _groups(data: Path, environment: Path) -> Iterator[tuple[str, Texts]]:
    """Groups of texts by name: with orders, that look like them, and sound documents."""
    for name, path, sort in (
        ("bastioncorpus", "bastioncorpus/corpus/injections.jsonl", _of_bastion),
        ("agent-injection-bench", "aib/data/attacks.jsonl", _of_bench),
    ):
        file = _file(environment, path)
        if file is None:
            print(f"{name} is not installed: left out")
            continue
        found: dict[str, Texts] = {}
        for number, line in enumerate(file.read_text("utf-8").splitlines()):
            group, text = sort(json.loads(line))
            found.setdefault(f"{name}: {group}", []).append((f"{number}.md", _CARRIER.format(text)))
        yield from sorted(found.items())
    yield "texts with words of orders (NotInject)", _not_inject(data)
    for name, kind, most in (
        ("specifications", "specification", _SPECIFICATIONS),
        ("agent files", "agent-instructions", _AGENT_FILES),
    ):
        yield name, _documents(data, kind, most)


def _of_bastion(row: dict[str, Any]) -> tuple[str, str]:
    text = str(row["text"]).replace("{canary}", "K7H2")
    if row["label"] == "benign":
        return "benign", text
    return ("orders in another writing" if row["category"] == "obfuscation" else "orders"), text


def _of_bench(row: dict[str, Any]) -> tuple[str, str]:
    return ("benign" if row["family"] == "control" else "orders"), str(row["injected"])


def _not_inject(data: Path) -> Texts:
    texts: Texts = []
    with tarfile.open(data / "dangerous_text.tar.gz") as archive:
        for name in sorted(n for n in archive.getnames() if "NotInject_" in n):
            file = archive.extractfile(name)
            said = json.load(file) if file else []
            texts += [(f"{Path(name).stem}-{n}.md", row["prompt"]) for n, row in enumerate(said)]
    return texts


def _documents(data: Path, kind: str, most: int) -> Texts:
    found = [row["text"] for pack in ("documents", "documents2") for row in rows(data, pack) if row["kind"] == kind]
    chosen = random.Random(_SEED).sample(found, min(most, len(found)))
    name = "skills/{}/SKILL.md" if kind == "agent-instructions" else "{}.md"
    return [(name.format(n), text) for n, text in enumerate(chosen)]


def _ours(texts: Texts) -> list[bool]:
    report = check_documents(texts, config=Config(select=_ORDERS, readings=False))
    told = {f.path for f in report.findings if f.severity is not Severity.NOTE}
    return [name in told for name, _ in texts]


def _cordon(environment: Path, texts: Texts) -> list[bool]:
    call = [str(environment / "bin" / "python"), "-c", _CORDON]
    said = json.dumps([text for _, text in texts])
    done = subprocess.run(call, input=said, capture_output=True, text=True, check=True, timeout=_SECONDS)
    told: list[bool] = json.loads(done.stdout.splitlines()[-1])
    return told


def skills(data: Path, environment: Path) -> None:
    """Print how many agent files of other people the scanner of skills calls dangerous, beside ours."""
    command = environment / "bin" / "skill-scanner"
    if not command.exists():
        print("cisco-ai-skill-scanner is not installed: left out")
        return
    texts = _documents(data, "agent-instructions", _SKILLS)
    told = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts:
            place = Path(folder, name)
            place.parent.mkdir(parents=True)
            head = "" if text.startswith("---") else "---\nname: notes\ndescription: Use for notes.\n---\n\n"
            place.write_text(head + text, "utf-8", "replace")
            call = [str(command), "scan", str(place.parent), "--format", "json"]
            done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=_SECONDS)
            told += '"max_severity": "CRITICAL"' in done.stdout or '"max_severity": "HIGH"' in done.stdout
    print_table(
        ["agent files called dangerous", "told", "of"],
        [
            ["checkfirst", str(sum(_ours(texts))), str(len(texts))],
            ["cisco-ai-skill-scanner", str(told), str(len(texts))],
        ],
    )


def secrets(planted: Texts, sound: Texts, environment: Path) -> None:
    """Print how many files with a planted secret, and how many sound ones, each scanner flags, and how fast."""
    scanners: dict[str, Callable[[Path, Texts], set[str]]] = {"checkfirst": _our_secrets}
    for command, scan in (("kingfisher", _kingfisher), ("detect-secrets", _detect_secrets)):
        if (environment / "bin" / command).exists():
            scanners[command] = lambda folder, _, scan=scan: scan(environment / "bin", folder)  # type: ignore[misc]
        else:
            print(f"{command} is not installed: left out")
    table = []
    size = sum(len(text) for _, text in sound) / 1e6
    with tempfile.TemporaryDirectory() as name:
        folders = []
        for number, texts in enumerate((planted, sound)):
            folders.append(Path(name, str(number)))
            folders[-1].mkdir()
            for file, text in texts:
                (folders[-1] / file).write_text(text, "utf-8", "replace")
        for who, find in scanners.items():
            told = find(folders[0], planted)
            began = time.perf_counter()
            wrong = find(folders[1], sound)
            speed = size / (time.perf_counter() - began)
            table.append([who, f"{len(told)} of {len(planted)}", f"{len(wrong)} of {len(sound)}", f"{speed:.2f}"])
    print_table(["scanner", "planted secrets", "sound documents", "MB a second"], table)


def _our_secrets(_: Path, texts: Texts) -> set[str]:
    report = check_documents(texts, config=Config(select=("SAF005",), readings=False))
    return {f.path for f in report.findings}


def _kingfisher(bin_folder: Path, folder: Path) -> set[str]:
    call = [str(bin_folder / "kingfisher"), "scan", str(folder), "--format", "json", "--no-validate"]
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=_SECONDS)
    # A second object behind the first one sums up.
    said = json.JSONDecoder().raw_decode(done.stdout.strip())[0] if done.stdout.strip() else {}
    return {Path(f["finding"]["path"]).name for f in said.get("findings", [])}


def _detect_secrets(bin_folder: Path, folder: Path) -> set[str]:
    call = [str(bin_folder / "detect-secrets"), "scan", "--all-files", str(folder)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=_SECONDS, cwd=folder)
    return {Path(path).name for path in json.loads(done.stdout)["results"]}


def _python(environment: Path, package: str) -> bool:
    there = _file(environment, f"{package}/__init__.py") is not None
    if not there:
        print(f"{package.replace('_', '-')} is not installed: left out")
    return there


def _file(environment: Path, path: str) -> Path | None:
    return next(environment.glob(f"lib/python*/site-packages/{path}"), None)
