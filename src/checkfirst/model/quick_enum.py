"""What enumerations are made of whose members are often looked up in sets and dictionaries."""

from enum import StrEnum


class QuickEnum(StrEnum):
    """An enumeration of texts. Enum's own hash is a slow Python function that runs at every look-up of a member."""

    __hash__ = str.__hash__
