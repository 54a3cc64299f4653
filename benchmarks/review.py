"""Whether a review loses marks: programs killed while marks are written, two reviewers at once, requests of other pages; and
how long a key press takes to be drawn on a page of 1,000 findings.

``python -m benchmarks.review``. Every number comes from real processes and, where there is Chromium, a real browser.
"""

import argparse
import http.client
import json
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from msgspec.structs import replace

from benchmarks.options import Figure, print_table
from checkfirst.api import check
from checkfirst.checking.lock import NAME, read_lock
from checkfirst.config import Config
from checkfirst.reporting.html.page import parts

TRIALS: Final = 200
#: Findings of the page that is timed, and of the sets of the trials.
MANY, FEW = 1_000, 40
#: Seconds after the first mark within which a program is killed.
_KILLED_WITHIN: Final = 0.3
#: Marks of each reviewer in a trial.
_MARKS: Final = 20
_MARK_NAMES: Final = ("stand", "wrong")
#: Findings of each document of the page that is a file, which tells of 400 documents at most.
_TIMES: Final = 4


def write_set(folder: Path, findings: int) -> None:
    """Write a set with so many findings: every document but the index links to a file that is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    words = ("request", "payload", "queue", "retry", "server", "client", "message", "answer", "record", "account")
    for n in range(findings):
        rng = random.Random(n)
        body = " ".join(rng.choices(words, k=40))
        text = f"# Part {n}\n\nThe {body}.\n\nSee [the details of part {n}](details-{n}.md).\n"
        (folder / f"part-{n:04}.md").write_text(text, "utf-8")
    entries = "\n".join(f"- [Part {n}](part-{n:04}.md)" for n in range(findings))
    (folder / "INDEX.md").write_text(f"# Index\n\n{entries}\n", "utf-8")


@dataclass
class Reviewer:
    """Somebody who sends marks to a program, and what it said of them."""

    address: str
    kept: dict[str, str] = field(default_factory=dict)
    """The mark of each finding that the program said is kept; an empty text for one that was taken away."""
    sent: set[str] = field(default_factory=set)
    """The findings of which a mark was sent and not answered yet."""
    refused: int = 0

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        self.host, self.port, self.path = str(parts.hostname), int(parts.port or 0), parts.path
        self.connection = http.client.HTTPConnection(self.host, self.port, timeout=30)

    def __enter__(self) -> "Reviewer":
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def fingerprints(self) -> list[str]:
        """The findings of the page."""
        page = self.ask("GET", "")[1].decode()
        return sorted(set(re.findall(r' data-line="([0-9a-f]{16}) ', page)))

    def ask(self, method: str, what: str, body: object = None) -> tuple[int, bytes]:
        """Send a request as the page does. Returns status and body."""
        headers = {"Origin": f"http://{self.host}:{self.port}", "Content-Type": "application/json"}
        sent = json.dumps(body) if body is not None else None
        self.connection.request(method, f"{self.path}{what}", sent, headers if body is not None else {})
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def mark(self, fingerprint: str, mark: str | None, was: str | None) -> bool:
        """Mark a finding. Returns whether the program said that the mark is kept."""
        self.sent.add(fingerprint)
        row = {"fingerprint": fingerprint, "mark": mark, "why": "as agreed", "was": was}
        status, body = self.ask("POST", "marks", {"marks": [row]})
        answer = json.loads(body) if status == http.HTTPStatus.OK else {"refused": {fingerprint: body}}
        self.sent.discard(fingerprint)
        if fingerprint in answer["refused"]:
            self.refused += 1
            return False
        self.kept[fingerprint] = mark or ""
        return True


@contextmanager
def program(project: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """``checkfirst review set`` in a project's folder, with the address that it printed. It is killed at the end."""
    call = [sys.executable, "-m", "checkfirst", "review", "set", "--by", "ada"]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    with subprocess.Popen(
        call, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def in_lock(path: Path) -> dict[str, str] | None:
    """The marks in a lock file by fingerprint; ``None`` for a damaged one."""
    try:
        lock = read_lock(path)
    except Exception:
        return None
    return {item.fingerprint: "wrong" if item.why.startswith("wrong") else "stand" for item in lock.accepted}


@dataclass
class Lost:
    """What trials found."""

    trials: int = 0
    kept: int = 0
    """Marks that a program said are kept."""
    lost: int = 0
    damaged: int = 0
    cut: int = 0
    """Trials in which a mark was under way when the program was killed."""

    def add(self, kept: dict[str, str], under_way: set[str], found: dict[str, str] | None) -> None:
        """Compare what was said to be kept with the lock. What was under way may be either."""
        self.trials += 1
        self.kept += len(kept)
        if found is None:
            self.damaged += 1
            return
        sure = {fingerprint: mark for fingerprint, mark in kept.items() if fingerprint not in under_way}
        self.lost += sum(found.get(fingerprint, "") != mark for fingerprint, mark in sure.items())


def kill_trial(project: Path, seed: int, lost: Lost) -> None:
    """Mark findings one after another, and kill the program meanwhile."""
    rng = random.Random(seed)
    (project / NAME).unlink(missing_ok=True)
    with program(project) as (process, address), Reviewer(address) as one, Reviewer(address) as other:
        reviewers = (one, other)
        findings = reviewers[0].fingerprints()
        halves = (findings[::2], findings[1::2])
        threads = [
            threading.Thread(target=_mark_until_killed, args=(reviewer, half, random.Random(f"{seed} {n}")))
            for n, (reviewer, half) in enumerate(zip(reviewers, halves, strict=True))
        ]
        for thread in threads:
            thread.start()
        time.sleep(rng.uniform(0, _KILLED_WITHIN))
        process.send_signal(signal.SIGKILL)
        for thread in threads:
            thread.join()
        process.wait()
    under_way = one.sent | other.sent
    lost.cut += bool(under_way)
    lost.add({**one.kept, **other.kept}, under_way, in_lock(project / NAME))


def _mark_until_killed(reviewer: Reviewer, findings: list[str], rng: random.Random) -> None:
    while True:
        fingerprint = rng.choice(findings)
        was = reviewer.kept.get(fingerprint) or None
        mark = rng.choice([name for name in (*_MARK_NAMES, None) if name != was])
        try:
            reviewer.mark(fingerprint, mark, was)
        except (OSError, http.client.HTTPException):
            return


def two_trial(addresses: tuple[str, str], path: Path, findings: list[str], seed: int, lost: Lost) -> int:
    """Two reviewers mark at once, each all findings of a sample that the other marks, too. Returns how many were refused.

    Each takes what the other marked first as it is, which the program's refusal says.
    """
    path.unlink(missing_ok=True)
    sample = random.Random(seed).sample(findings, min(_MARKS, len(findings)))
    with Reviewer(addresses[0]) as one, Reviewer(addresses[1]) as other:
        threads = [
            threading.Thread(target=_mark_all, args=(reviewer, sample, name, random.Random(f"{seed} {name}")))
            for reviewer, name in zip((one, other), _MARK_NAMES, strict=True)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    # One that both were told is kept is lost to one of them, and one that neither was told is lost to both.
    lost.lost += len(one.kept.keys() & other.kept.keys()) + len(set(sample) - one.kept.keys() - other.kept.keys())
    lost.add({**one.kept, **other.kept}, set(), in_lock(path))
    return one.refused + other.refused


def _mark_all(reviewer: Reviewer, sample: list[str], mark: str, rng: random.Random) -> None:
    for fingerprint in rng.sample(sample, len(sample)):
        reviewer.mark(fingerprint, mark, None)


#: Requests that are no reader's, each as the headers that differ from those of the page.
FOREIGN: Final[dict[str, dict[str, str]]] = {
    "name of another machine (rebinding)": {"Host": "evil.test:{port}", "Origin": "http://evil.test:{port}"},
    "name of another machine, own origin": {"Host": "evil.test:{port}"},
    "host without the port": {"Host": "127.0.0.1"},
    "address of the machine in the network": {"Host": "192.0.2.7:{port}"},
    "another origin": {"Origin": "http://evil.test"},
    "another port of this machine": {"Origin": "http://127.0.0.1:1"},
    "origin null, of a file or a sandbox": {"Origin": "null"},
    "https": {"Origin": "https://127.0.0.1:{port}"},
    "no origin": {"Origin": ""},
    "a form's type": {"Content-Type": "text/plain"},
    "another site, by the browser's word": {"Sec-Fetch-Site": "cross-site"},
    "another port, by the browser's word": {"Sec-Fetch-Site": "same-site"},
}


def foreign(address: str, fingerprint: str) -> dict[str, int]:
    """Try to mark a finding by each request. Returns the status of each; each should be 403, those of the token 404."""
    parts = urlsplit(address)
    port = int(parts.port or 0)
    body = json.dumps({"marks": [{"fingerprint": fingerprint, "mark": "stand", "why": "", "was": None}]})
    own = {"Host": f"127.0.0.1:{port}", "Origin": f"http://127.0.0.1:{port}", "Content-Type": "application/json"}
    found = {}
    for name, headers in FOREIGN.items():
        given = {**own, **{key: value.format(port=port) for key, value in headers.items()}}
        found[name] = _status(port, parts.path, {key: value for key, value in given.items() if value}, body)
    found["no token"] = _status(port, "/", own, body)
    found["another token"] = _status(port, f"/{'A' * 43}/", own, body)
    return found


def _status(port: int, path: str, headers: dict[str, str], body: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.putrequest("POST", f"{path}marks", skip_host=True)
    for key, value in {**headers, "Content-Length": str(len(body))}.items():
        connection.putheader(key, value)
    connection.endheaders(body.encode())
    status = connection.getresponse().status
    connection.close()
    return status


#: Milliseconds from each press of a key until a frame with its mark was given to the screen, and until the mark stood in the page.
_TIMED: Final = """async (key) => {
  const began = performance.now();
  const before = document.querySelectorAll(".marked").length;
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
  const made = performance.now() - began;
  await new Promise((done) => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); }));
  return [made, performance.now() - began, document.querySelectorAll(".marked").length - before];
}"""


def timed(page: Any, presses: int) -> tuple[list[float], list[float]]:
    """Mark unread findings one after another. Returns the milliseconds until each mark was drawn, and of each step on."""
    drawn, moved = [], []
    for n in range(presses):
        moved.append(page.evaluate(_TIMED, "n")[1])
        _, shown, more = page.evaluate(_TIMED, "123"[n % 3])
        assert more >= 1
        drawn.append(shown)
    return drawn, moved


def write_page(project: Path) -> Path:
    """The page, as a file, of a report with many findings on fewer documents, each of which it tells several times."""
    few = project / "few"
    write_set(few, MANY // _TIMES)
    report = check(few, config=Config(texts=True))
    told = [
        replace(finding, fingerprint=f"{n:016x}", message=f"{finding.message}, {n}")
        for n, finding in enumerate(finding for finding in report.findings for _ in range(_TIMES))
    ]
    page = project / "report.html"
    page.write_text("".join(parts(replace(report, findings=tuple(told)))), "utf-8")
    return page


def browser_times(project: Path, presses: int) -> list[tuple[str, list[float]]]:
    """Times on a page of many findings: as a file, and served."""
    from playwright.sync_api import expect, sync_playwright

    write_set(project / "set", MANY)
    report = write_page(project)
    own = shutil.which("chromium") or shutil.which("google-chrome")
    times = []
    with sync_playwright() as driver, program(project) as (_, address):
        browser = driver.chromium.launch(executable_path=own, args=["--no-sandbox"])
        for name, url in (("file", report.as_uri()), ("served", address)):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(url)
            count = page.locator(".finding[data-line]").count()
            drawn, moved = timed(page, presses)
            expect(page.locator(".unsaved")).to_have_count(0)
            times += [(f"{name}, {count:,} findings: key to mark", drawn), (f"{name}: key to next unread", moved)]
            page.close()
        browser.close()
    return times


def _told(lost: Lost, what: str) -> list[str]:
    return [what, str(lost.trials), f"{lost.kept:,}", str(lost.lost), str(lost.damaged)]


def figures(data: Path | None = None, trials: int = TRIALS, presses: int = 100) -> list[Figure]:
    """Run the trials and print what was lost. Returns the figures of the page."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = str(Path(name, "cache"))
        found = _lost(Path(name, "project"), trials)
        rows = [(what, sorted(times)) for what, times in browser_times(Path(name, "many"), presses)]
    told = [
        [what, *(f"{value:.0f}" for value in (statistics.median(times), times[int(0.95 * len(times))], times[-1]))]
        for what, times in rows
    ]
    print_table(["browser, ms", "median", "95%", "most"], told)
    return [
        *found,
        *(
            Figure(f"ms, {what.replace(':', ',')}: median; 95%", "; ".join(row[:2]), "", "review")
            for what, *row in told
        ),
    ]


def _lost(project: Path, trials: int) -> list[Figure]:
    """Marks that are lost when the program is killed, or two reviewers mark at once; and requests of others."""
    killed, two, refused = Lost(), Lost(), 0
    write_set(project / "set", FEW)
    for seed in range(trials):
        kill_trial(project, seed, killed)
    with program(project) as (_, one), program(project) as (_, other):
        with Reviewer(one) as reader:
            findings = reader.fingerprints()
        for seed in range(trials):
            refused += two_trial((one, other), project / NAME, findings, seed, two)
        (project / NAME).unlink(missing_ok=True)
        statuses = foreign(one, findings[0])
        untouched = not (project / NAME).exists()
    print_table(
        ["trial", "trials", "marks kept", "lost", "locks damaged"],
        [
            _told(killed, f"killed while marks are written ({killed.cut} with one under way)"),
            _told(two, f"two reviewers at once ({refused:,} refused, which the other had marked)"),
        ],
    )
    print_table(["request", "status"], [[what, str(status)] for what, status in statuses.items()])
    print(f"lock after these requests: {'untouched' if untouched else 'WRITTEN'}\n")
    answered = sum(status == HTTPStatus.OK for status in statuses.values())
    return [
        Figure(
            f"marks lost, program killed {trials} times",
            f"{killed.lost} of {killed.kept + killed.lost:,}",
            "",
            "review",
        ),
        Figure(
            f"marks lost, two reviewers at once {trials} times", f"{two.lost} of {two.kept + two.lost:,}", "", "review"
        ),
        Figure("lock files damaged", str(killed.damaged + two.damaged), "", "review"),
        Figure("requests of other pages and hosts that were answered", f"{answered} of {len(statuses)}", "", "review"),
    ]


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=TRIALS, help=f"of each sort (default: {TRIALS})")
    parser.add_argument("--presses", type=int, default=100, help="keys pressed in the browser (default: 100)")
    options = parser.parse_args()
    figures(trials=options.trials, presses=options.presses)


if __name__ == "__main__":
    main()
