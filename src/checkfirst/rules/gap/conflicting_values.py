"""GAP006: two documents, or two places of one, give one thing two values."""

from collections.abc import Iterator

from msgspec.structs import replace

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, Mention, facts, rule
from checkfirst.model.views import SetView


@rule(code="GAP006", sees=SetView, severity=Severity.NOTE, since="0.2.0", needs=(Needs.QUANTITIES,))
def conflicting_values(view: SetView) -> Iterator[Hit]:
    """Two documents, or two places of one, say the same of one thing but for the number: 30 days here, 45 days there.

    Whoever reads one of them builds or answers the wrong value, and no test shows it.

    Find out which value holds, and correct the other.
    """
    for conflict in view.measures.conflicting_values:
        here, there = conflict.quantity, conflict.other
        other = None if conflict.other_path == conflict.path else conflict.other_path
        yield Hit(
            message=(
                f"says {here.written} where ",
                Mention(span=there.quote.span, path=other),
                f" says {there.written}",
            ),
            evidence=(here.quote, replace(there.quote, path=other)),
            confidence=0.8,
            path=conflict.path,
            related=(other,) if other else (),
            data=facts(value=here.written, other_value=there.written, other=conflict.other_path),
        )
