"""The four classes of a line; the models over lines give a probability of each."""

from enum import IntEnum


class LineClass(IntEnum):
    """What a line is; the number is its column in arrays of class probabilities."""

    MAIN = 0
    """The document's own text."""
    FURNITURE = 1
    """What a page has around its text: menus, buttons, notices."""
    COMMENT = 2
    """A reader's comment or a post."""
    HEADER = 3
    """Who wrote a comment, and when."""
