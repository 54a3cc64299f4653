"""What rules see."""

from dataclasses import dataclass

from checkfirst.model.document import Document
from checkfirst.model.kinds import Purpose
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.set_measures import SetMeasures


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """What a rule about one document sees."""

    document: Document
    measures: DocumentMeasures
    purpose: Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class SetView:
    """What a rule about the set sees."""

    measures: SetMeasures
    purpose: Purpose
