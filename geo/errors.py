"""Errors a person can act on. Each message names the value and what is accepted."""


class ReachmapError(ValueError):
    """Base of all errors that are shown to people as they are."""


class CoordinateError(ReachmapError):
    """A latitude or longitude is not on the Earth, or the two are swapped."""


class RangeError(ReachmapError):
    """A range is outside 10 to 19,900 km, or its parts are out of order."""


class DataError(ReachmapError):
    """A file in data/ has faults; the message lists all of them."""
