"""How often each rule was right on sound document sets, by findings that were read by hand.

The numbers stand in ``precision.toml`` beside this module; ``python -m benchmarks.precision --data DIR --write`` writes
them. A severity is earned: an error may be wrong on one in 5,000 sound documents, a warning on one in 500.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from msgspec import Struct

from checkfirst.model.finding import Severity

#: Sound documents for each of which at most one false finding of the severity is accepted.
ONE_IN: Final = {Severity.ERROR: 5_000, Severity.WARNING: 500}


class Precision(Struct, frozen=True, kw_only=True):
    """Findings of one rule and severity that were read by hand."""

    code: str
    severity: Severity
    right: int
    wrong: int
    debatable: int
    documents: int
    """Number of sound documents that were checked."""
    sets: int
    date: str

    @property
    def wrong_per_thousand(self) -> float:
        """False findings per 1,000 sound documents."""
        return 1_000 * self.wrong / self.documents

    @property
    def is_earned(self) -> bool:
        """Whether false findings of the severity are rare enough on sound documents."""
        return self.wrong * ONE_IN[self.severity] <= self.documents


@cache
def precisions() -> tuple[Precision, ...]:
    """All readings, by code and severity; rules without an error or a warning on the sets are not among them."""
    table = tomllib.loads(files(__package__).joinpath("precision.toml").read_text("utf-8"))
    checked = table["checked"]
    return tuple(
        Precision(
            code=row["code"],
            severity=Severity(row["severity"]),
            right=row["right"],
            wrong=row["wrong"],
            debatable=row["debatable"],
            documents=checked["documents"],
            sets=checked["sets"],
            date=str(checked["date"]),
        )
        for row in table["read"]
    )


def documents_checked() -> tuple[int, int, str]:
    """The number of sound documents and of sets that were checked, and the date."""
    checked = tomllib.loads(files(__package__).joinpath("precision.toml").read_text("utf-8"))["checked"]
    return checked["documents"], checked["sets"], str(checked["date"])
