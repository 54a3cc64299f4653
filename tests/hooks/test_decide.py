"""What is decided without a host: of a set with very many files, only the agent's own edits are followed."""

from checkfirst.hooks.decide import DENY, Asked, decide
from checkfirst.hooks.event import AFTER_TOOL, Event
from checkfirst.known.look import MOST
from checkfirst.known.state import State
from tests.known.test_news import row, state


def test_a_very_large_set_is_looked_at_after_edits_alone() -> None:
    stamps: dict[str, list[int] | None] = {f"/set/{n}.md": None for n in range(MOST + 1)}
    before: State = {**state(10, row("0.md", "KND002")), "stamps": stamps}
    looked: list[str] = []

    def now(base: str) -> State:
        looked.append(base)
        return {**state(20), "rows": [{**row("1.md", "KND002"), "since": 20}]}

    asked = Asked(
        before=lambda _: before,
        now=now,
        unchanged=lambda _: False,
        told=lambda *_: None,
        cleaned=lambda _: ("", ""),
    )
    ran = Event(AFTER_TOOL, "PostToolUse", "/")
    assert decide(ran, "/", asked, reading=DENY, cleans=False).context == ""
    assert looked == []
    edited = ran._replace(paths=("/set/1.md",))
    assert "1.md" in decide(edited, "/", asked, reading=DENY, cleans=False).context
    assert looked == ["/"]
