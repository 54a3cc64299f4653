"""The end of a budget of time."""


class OutOfTime(BaseException):
    """The budget of time is used up. It is no ``Exception``, so that nothing on the way takes it for an error of its own."""
