"""Broken links and anchors in a tree of linked documents; compared with lychee.

Links that only one of the two reports are printed, to be read. lychee runs offline and checks fragments; both are timed
as whole processes.
"""

import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path
from urllib.parse import unquote

from benchmarks.options import Figure, data_folder, print_table
from checkfirst.api import check
from checkfirst.config import Config
from checkfirst.model.finding import Finding

_CODES = ("IDX006", "IDX007", "IDX008")
#: A broken link: the file with the link, the name of its target, and the fragment.
Broken = tuple[str, str, str]


def lychee(tree: Path) -> tuple[set[Broken], float]:
    """The broken links by lychee, and its seconds."""
    program = Path(sys.executable).with_name("lychee")
    with tempfile.NamedTemporaryFile(suffix=".json") as output:
        call = [str(program), "--offline", "--include-fragments", "--no-progress", "--format", "json"]
        began = time.perf_counter()
        subprocess.run([*call, "--output", output.name, "."], cwd=tree, check=False, capture_output=True)
        seconds = time.perf_counter() - began
        told = json.loads(Path(output.name).read_text(encoding="utf-8"))
    found = set()
    for source, links in (told.get("error_map") or told.get("fail_map") or {}).items():
        for link in links:
            path, _, place = str(link["url"]).removeprefix("file://").partition("#")
            found.add((source.removeprefix("./"), Path(unquote(path)).name, place))
    return found, seconds


def ours(tree: Path) -> tuple[dict[Broken, Finding], float]:
    """The broken links by checkfirst, and the seconds of a whole process."""
    began = time.perf_counter()
    call = [sys.executable, "-m", "checkfirst", str(tree), "--select", ",".join(_CODES), "--jobs", "1"]
    subprocess.run(call, check=False, capture_output=True, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})
    seconds = time.perf_counter() - began
    found = {}
    for finding in check(tree, config=Config(select=_CODES)).findings:
        for target in _targets(finding):
            path, _, place = target.partition("#")
            found[finding.path, Path(unquote(path) or finding.path).name, place] = finding
    return found, seconds


def _targets(finding: Finding) -> tuple[str, ...]:
    """The targets of a finding, which is about one or more links."""
    told = dict(finding.data)
    targets = told.get("targets", told.get("target", ()))
    return targets if isinstance(targets, tuple) else (str(targets),)


def figures(data: Path) -> list[Figure]:
    """Print the links that only one reports, and both times. Returns the README's figures."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(data / "linked_docs_rfcs.tar.gz") as archive:
            archive.extractall(folder, filter="data")
        mine, my_seconds = ours(Path(folder))
        theirs, their_seconds = lychee(Path(folder))
    places = {(source, place) for source, _, place in mine if place} | {(s, p) for s, p, place in mine if not place}
    missed = [b for b in sorted(theirs) if (b[0], b[2] or b[1]) not in places]
    others = {(source, place or path) for source, path, place in theirs}
    extra = [b for b in sorted(mine) if (b[0], b[2] or b[1]) not in others]
    for source, path, place in missed:
        print(f"  only lychee: {source}: {path}#{place}")
    for broken in extra:
        print(f"  only checkfirst: {broken[0]}: {mine[broken].message}")
    rows = [
        ["checkfirst", str(len(mine)), str(len(extra)), f"{my_seconds:.2f}"],
        ["lychee", str(len(theirs)), str(len(missed)), f"{their_seconds:.2f}"],
    ]
    print_table(["", "broken", "only here", "seconds, whole process"], rows)
    return [
        Figure(
            "broken links in 650 linked documents; of lychee's missed; seconds",
            f"{len(mine)}; {len(missed)}; {my_seconds:.1f}",
            f"lychee {len(theirs)}; {len(extra)}; {their_seconds:.1f}",
            "links",
        )
    ]


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
