"""The HTML report in a browser, the speed of a second run, acceptances after edits, and concurrent ``accept``.

The HTML report needs Chromium. In each of ``--trials``, one of two processes that accept is killed at a random moment.
"""

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.options import print_table
from checkfirst.api import check
from checkfirst.checking.lock import Accepted, Known, Lock, read_lock
from training.corpus import rows

_SUFFIX = {"md": ".md", "html": ".html", "rst": ".rst", "text": ".txt"}
_RUN = [sys.executable, "-m", "checkfirst"]


def folder_of(data: Path, into: Path, count: int) -> Path:
    """A folder with ``count`` documents, taken from all families in turn."""
    into.mkdir()
    by_family: dict[str, list[dict[str, str]]] = {}
    for row in rows(data, "documents"):
        if row["format"] in _SUFFIX:
            by_family.setdefault(row["family"], []).append(row)
    taken = 0
    while taken < count:
        for held in by_family.values():
            if held and taken < count:
                row = held.pop()
                (into / f"{taken:04}{_SUFFIX[row['format']]}").write_text(row["text"], "utf-8")
                taken += 1
    return into


def page(folder: Path, work: Path) -> list[list[str]]:
    """The size of the HTML report, and the milliseconds until it is interactive and first painted."""
    from playwright.sync_api import sync_playwright

    file = work / "report.html"
    subprocess.run([*_RUN, str(folder), "--format", "html", "--output", str(file)], check=False, capture_output=True)
    with sync_playwright() as driver:
        own = shutil.which("chromium") or shutil.which("google-chrome")
        browser = driver.chromium.launch(executable_path=own, args=["--no-sandbox"])
        opened = browser.new_page(viewport={"width": 1440, "height": 900})
        opened.goto(file.as_uri(), wait_until="load")
        timing = "performance.getEntriesByType('navigation')[0]"
        ready = opened.evaluate(f"Math.max({timing}.domInteractive, {timing}.loadEventEnd)")
        painted = opened.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
        browser.close()
    return [
        ["page of 200 documents, megabytes", f"{file.stat().st_size / 1e6:.2f}"],
        ["milliseconds to interactive; to first paint", f"{ready:.0f}; {painted:.0f}"],
    ]


def second_run(folder: Path, work: Path) -> list[list[str]]:
    """The seconds of whole processes: a first run on a set, a second one, and one after an edit of one document."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(work / "cache")}

    def seconds() -> float:
        began = time.perf_counter()
        subprocess.run([*_RUN, str(folder)], check=False, capture_output=True, env=environment)
        return time.perf_counter() - began

    first, second = seconds(), min(seconds() for _ in range(3))
    edited = next(folder.iterdir())
    edited.write_text(edited.read_text("utf-8") + "\n\nOne more line.\n", "utf-8")
    third = seconds()
    return [
        [
            "first run on 1,000 documents, second, share of the first",
            f"{first:.2f} s; {second:.2f} s; {second / first:.3f}",
        ],
        ["after one edit", f"{third:.2f} s; {third / first:.3f}"],
    ]


def edits(folder: Path, work: Path) -> list[list[str]]:
    """The number of accepted findings that are reported again after unrelated edits."""
    report = check(folder, purpose="retrieve")
    findings = [f for f in report.findings if f.path != "." and not f.code.startswith(("DUP", "FIT"))]
    stamp = {"date": "2024-05-01", "who": "ada"}
    lock = Lock(
        accepted=tuple(Accepted(path=f.path, code=f.code, fingerprint=f.fingerprint, **stamp) for f in findings)
    )
    moved = work / "another name"
    shutil.copytree(folder, moved)
    rng = random.Random(0)
    for path in {moved / f.path for f in findings}:
        text = path.read_text("utf-8", "replace")
        match rng.randrange(3):
            case 0 if path.suffix != ".html":
                text = "A line above that says nothing new about it.\n\n" + text
            case 1:
                text = text.replace("\n", "\r\n")
            case _:
                text += "\n\nA line below that says nothing new about it.\n"
        path.write_bytes(text.encode("utf-8"))
    again = check(moved, purpose="retrieve", lock=lock)
    known = {(f.code, f.path) for f in findings}
    back = [f for f in again.findings if not f.accepted and (f.code, f.path) in known]
    return [["accepted findings that came back after edits", f"{len(back)} of {len(findings)}"]]


def trials(folder: Path, work: Path, count: int) -> list[list[str]]:
    """The numbers of lost acceptances and broken lock files when one of two processes that accept is killed."""
    rng = random.Random(0)
    report = check(folder, purpose="retrieve")
    first, second = [f for f in report.findings if f.path != "."][:2]
    lost = broken = 0
    for number in range(count):
        lock = work / f"lock{number}" / "checkfirst.lock"
        lock.parent.mkdir()
        calls = [
            [*_RUN, "accept", str(folder), f"{f.code}:{f.path}", "--lock", str(lock), "--purpose", "retrieve"]
            for f in (first, second)
        ]
        lock.write_text("")
        running = [subprocess.Popen(call, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) for call in calls]
        time.sleep(rng.uniform(0.2, 1.2))
        running[0].send_signal(signal.SIGKILL)
        for process in running:
            process.wait()
        try:
            held = read_lock(lock)
        except Exception:
            broken += 1
            continue
        lost += running[1].returncode == 0 and Known(held.accepted).same_as(second) is None
        left = [
            path.name
            for path in lock.parent.iterdir()
            if not re.fullmatch(r"checkfirst\.lock|\.checkfirst\.lock\..*", path.name)
        ]
        broken += bool(left)
        shutil.rmtree(lock.parent)
    return [["acceptances lost, lock files broken, of trials", f"{lost}, {broken} of {count}"]]


def main() -> None:
    """Measure the HTML report, the cache and the lock file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reports", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled data")
    parser.add_argument("--trials", type=int, default=200, help="times that two accept at once")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        many = folder_of(options.data, work / "thousand", 1_000)
        table = page(folder_of(options.data, work / "documents", 200), work)
        table += edits(many, work)
        table += second_run(many, work)
        few = work / "few"
        few.mkdir()
        (few / "a.md").write_text("# Menu\n\nThe cafÃ© keeps itâ€™s menu online, and more.\n", "utf-8")
        (few / "b.md").write_text("# Bill\n\nThe cafÃ© keeps itâ€™s bills online, and others.\n", "utf-8")
        table += trials(few, work, options.trials)
    print_table(["", "found"], table)


if __name__ == "__main__":
    main()
