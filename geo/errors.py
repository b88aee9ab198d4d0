"""Errors a person can act on. Each message names the value and what is accepted."""

from __future__ import annotations

from typing import Any

from geo.words import say


class ReachmapError(ValueError):
    """Base of all errors that are shown to people as they are.

    `message` is English, with its values by name as in geo.words.language, and `many` what it is
    for other numbers `n` than one, if that differs; `str()` is the English, filled in.
    """

    def __init__(self, message: str = "", many: str = "", /, **values: Any) -> None:
        """Keep message and values apart, so that they can be said in another language."""
        self.message, self.many, self.values = message, many, values
        super().__init__(self.said("en"))

    def said(self, lang: str) -> str:
        """Return the message in a language."""
        tell = say(lang)
        if self.many:
            return tell.plural(self.message, self.many, **self.values)
        return tell(self.message, **self.values)


class CoordinateError(ReachmapError):
    """A latitude or longitude is not on the Earth, or the two are swapped."""


class RangeError(ReachmapError):
    """A range is outside 10 to 19,900 km, or its parts are out of order."""


class LinkError(ReachmapError):
    """A value of a link is none of those accepted."""


class FlightError(ReachmapError):
    """What was told of a flight, or assumed of it, no missile can have flown."""


class PlaceholderError(ReachmapError):
    """A placeholder in a story's text is none that can be computed."""


class DataError(ReachmapError):
    """A file in data/ has faults; the message lists all of them."""
