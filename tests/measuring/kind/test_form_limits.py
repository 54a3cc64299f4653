"""The form of a text rules kinds out: a guide is no source code, a law no error page; what is one of them still is."""

import numpy as np
import pytest

from checkfirst.measuring.document import measure
from checkfirst.measuring.kind.form_limits import within_limits
from checkfirst.measuring.kind.kind import kind_probabilities
from checkfirst.measuring.models.weights import load_weights
from checkfirst.measuring.text.text_features import text_features
from checkfirst.model.kind_measures import KindMeasure
from checkfirst.model.kinds import Group, Kind
from checkfirst.reading.read import read

GUIDE = """# Retrying a call

Wrap the call in a policy, and give the policy a limit.

```python
from dataclasses import dataclass
import asyncio, random

@dataclass
class Policy:
    limit: int = 5
    base: float = 0.2

    async def run(self, call):
        for attempt in range(self.limit):
            try:
                return await call()
            except ConnectionError:
                await asyncio.sleep(self.base * 2 ** attempt * random.random())
        raise TimeoutError(f"{self.limit} attempts failed")
```

## With a budget

```python
class Budget(Policy):
    def __init__(self, tokens: int) -> None:
        super().__init__()
        self.tokens = tokens

    def take(self) -> bool:
        self.tokens -= 1
        return self.tokens >= 0
```
"""
USAGE = """.. _prune:

Examples
~~~~~~~~

::

    $ store prune --keep 7 /srv/backup
    {"archive": "monday", "size": 1182, "kept": true}
    {"archive": "tuesday", "size": 1190, "kept": true}
    {"archive": "sunday", "size": 990, "kept": false}

    $ store prune --json /srv/backup
    {"archives": [], "repository": {"id": "ab12", "location": "/srv/backup"}}
"""
ASCIIDOC = """= Messwerte

== Aufbau

----
{"zeit": 12, "wert": 3.4, "einheit": "bar"}
{"zeit": 13, "wert": 3.5, "einheit": "bar"}
----
"""
PROGRAM = '''"""Counts the words of a file."""

import sys
from collections import Counter


def count(path: str) -> Counter[str]:
    """The words of the file at ``path``, each with its number."""
    found: Counter[str] = Counter()
    with open(path, encoding="utf-8") as file:
        for line in file:
            found.update(line.split())
    return found


if __name__ == "__main__":
    for word, number in count(sys.argv[1]).most_common(20):
        print(number, word)
'''
LOG = "".join(
    f"2026-03-0{day} 11:{minute}:05 INFO worker-{minute % 7} finished job {day * minute} in {minute} ms\n"
    for day in range(1, 8)
    for minute in range(10, 30)
)
LAW = "\n".join(
    f"Artikel {n}\n\nDer Verwalter legt dem Rat jährlich einen Bericht über die Gärten vor. Er verweigert den Zugang.\n"
    for n in range(1, 5)
)
SECTIONS = "\n".join(f"§ {n}. A person who is not signed in is denied access to page {n}.\n" for n in (12, 13, 15))
CHAPTER = (
    "Il guardiano chiuse il cancello e salì lentamente verso la casa. La pagina che cercava non si trovava più nel"
    " registro, e nessuno sapeva dire chi l'avesse strappata. "
) * 14
REPORT = (
    "La page du registre manquait depuis deux ans, et le gardien n'en savait rien. Il refusait pourtant l'accès à"
    " quiconque venait sans demande écrite. "
) * 17
LISTED = "\n".join(f"Plot {n}: page not found, access denied" for n in range(200))
NOT_FOUND = """404

Page not found

Sorry, the page you are looking for does not exist or has been moved. Please check the address, or log in and try
again.

Go back to the home page | Contact support
"""


def kind_of(name: str, text: str) -> KindMeasure:
    return measure(read(name, text.encode()), load_weights()).kind


def told(kind: Kind, name: str, text: str) -> dict[Kind, float]:
    """The probabilities of the kinds, where the words of the text speak for one kind alone."""
    weights = load_weights()
    scores = np.array([1 if known is kind else -0.5 for known in weights.kind.names], dtype=np.float32)
    document = read(name, text.encode())
    main = text_features(document, weights.vocabulary)
    limited = within_limits(kind_probabilities(scores, weights), weights.kind.names, document, main)
    assert limited.sum() == pytest.approx(1, abs=1e-3)
    return dict(zip(weights.kind.names, limited.tolist(), strict=True))


@pytest.mark.parametrize(("name", "text"), [("a.md", GUIDE), ("prune.rst", USAGE), ("m.adoc", ASCIIDOC)])
@pytest.mark.parametrize("kind", [Kind.SOURCE_CODE, Kind.STRUCTURED_DATA, Kind.LOG])
def test_a_document_that_quotes_code_is_no_code(name: str, text: str, kind: Kind) -> None:
    chances = told(kind, name, text)
    assert max(chances, key=lambda k: chances[k]).group is not Group.DATA
    assert max(chances.values()) < 0.5
    assert kind_of(name, text).probability(Group.DATA) < 0.01


@pytest.mark.parametrize(("name", "text"), [("a.txt", CHAPTER), ("b.txt", LAW + CHAPTER), ("c.html", REPORT)])
def test_running_text_is_no_log(name: str, text: str) -> None:
    assert told(Kind.LOG, name, text)[Kind.LOG] == 0


@pytest.mark.parametrize(("name", "text"), [("a.txt", PROGRAM), ("b.txt", LOG), ("b.md", LOG), ("a.html", LOG)])
def test_code_and_logs_under_another_name_stay_so(name: str, text: str) -> None:
    assert told(Kind.LOG, name, text)[Kind.LOG] > 0.9
    assert kind_of(name, text).probability(Group.DATA) > 0.8


@pytest.mark.parametrize("text", [LAW, SECTIONS, CHAPTER, REPORT, LISTED])
def test_a_law_a_chapter_and_a_long_text_are_no_error_page(text: str) -> None:
    assert told(Kind.ERROR_PAGE, "text.txt", text)[Kind.ERROR_PAGE] == 0


def test_an_error_page_stays_one() -> None:
    assert told(Kind.ERROR_PAGE, "page.txt", NOT_FOUND)[Kind.ERROR_PAGE] > 0.9
    assert kind_of("page.txt", NOT_FOUND).probability(Kind.ERROR_PAGE) > 0.5


@pytest.mark.parametrize(("right", "wrong"), [("a.py", "a.txt"), ("a.py", "a.md"), ("a", "a.rst")])
def test_code_under_the_name_of_a_text_is_less_certain(right: str, wrong: str) -> None:
    assert kind_of(right, PROGRAM).confidence > 0.9 > kind_of(wrong, PROGRAM).confidence > 0.5


def test_what_is_ruled_out_makes_no_other_kind_certain() -> None:
    assert all(chance < 0.9 for _, chance in kind_of("a.md", GUIDE).kinds)
