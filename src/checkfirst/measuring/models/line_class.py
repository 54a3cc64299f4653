"""The classes of the line classifier."""

from enum import IntEnum


class LineClass(IntEnum):
    """Class of a line. The value is the column of the class in arrays of class probabilities."""

    MAIN = 0
    """The main text of the document."""
    FURNITURE = 1
    """Boilerplate of a web page: menus, buttons, notices."""
    COMMENT = 2
    """A reader's comment or a post."""
    HEADER = 3
    """Author and date of a comment."""
