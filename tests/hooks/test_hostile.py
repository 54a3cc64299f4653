"""No document speaks through what agents are told: its words stand in strings, and nothing of them acts."""

from pathlib import Path

import pytest

from checkfirst.cli.interruption import raise_if_interrupted
from checkfirst.cli.set_state import state_of
from checkfirst.hooks import wording
from checkfirst.known.state import State
from tests.hooks.hosts import HOSTS, Client, said
from tests.hostile_set import hostile_set, spoken


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    monkeypatch.chdir(tmp_path)
    hostile_set(tmp_path / "set")
    return state_of(str(tmp_path), ["set"], interrupted=raise_if_interrupted)


def test_notes_and_refusals(state: State) -> None:
    rows = [row for row in state["rows"] if row["stops"]]
    assert len(rows) >= 7
    refusals = [wording.refusal_of(row, ["/p/set"], "/p") for row in state["rows"]]
    for text in (wording.note_of(state), wording.news_of(state["rows"]), *refusals):
        assert spoken(text) == []
        assert len(text.encode()) <= wording.MOST
    assert wording.note_of(state).count("\n- ") in range(3, 6)


@pytest.mark.parametrize("host", HOSTS)
def test_what_a_host_gets(host: str, tmp_path: Path) -> None:
    hostile_set(tmp_path / "set")
    client = Client(host, tmp_path)
    answers = [client.answer("session")]
    names = [path.name for path in (tmp_path / "set").iterdir() if "\n" not in path.name and '"' not in path.name]
    answers += [client.answer("before_read", FILE=str(tmp_path / "set" / name)) for name in names[:3]]
    assert any(said(answer) for answer in answers)
    for answer in answers:
        assert spoken(said(answer)) == []
