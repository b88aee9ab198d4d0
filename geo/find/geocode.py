"""Client of OpenStreetMap's Nominatim: asked for a place only if an operator switched it on.

Nominatim's policy: one request a second over all users of a process, an own
user agent, answers kept, no autocomplete. All processes of a deployment share
the limit, so switch it on in one of them only.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Any, Final

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim

from geo.earth import LatLon
from geo.errors import ReachmapError
from geo.find.gazetteer import MAX_QUERY_CHARS, Found
from geo.words import message

_TIMEOUT_S: Final = 5
_PATIENCE_S: Final = 2
_KEPT: Final = 500


class GeocodeError(ReachmapError):
    """The online search cannot answer; the message says why in plain words."""


class Geocoder:
    """One per process, shared by all sessions; thread-safe."""

    def __init__(self, user_agent: str, *, service: Any = None) -> None:
        """Prepare, without asking anything yet; `service` stands in for Nominatim in tests."""
        nominatim = service or Nominatim(user_agent=user_agent, timeout=_TIMEOUT_S)
        self._ask = RateLimiter(
            nominatim.geocode, min_delay_seconds=1.0, max_retries=0, swallow_exceptions=False
        )
        self._kept: OrderedDict[str, list[Found]] = OrderedDict()
        self._lock = Lock()

    def find(self, text: str) -> list[Found]:
        """Return up to 5 places of that name.

        Raises
        ------
        GeocodeError
            If the service cannot be reached or refuses.
        """
        query = text.strip()[:MAX_QUERY_CHARS]
        if not query:
            return []
        kept = self._kept.get(query)
        if kept is not None:
            return kept
        # Nobody waits long: the threads that wait here are those that serve exports.
        if not self._lock.acquire(timeout=_PATIENCE_S):
            problem = message("OpenStreetMap's search is busy; try again in a few seconds")
            raise GeocodeError(problem)
        try:
            if query not in self._kept:
                self._kept[query] = self._fetch(query)
                if len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            return self._kept[query]
        finally:
            self._lock.release()

    def _fetch(self, query: str) -> list[Found]:
        try:
            answers = self._ask(query, exactly_one=False, limit=5) or []
        except GeopyError as error:
            raise GeocodeError(
                message(
                    "OpenStreetMap's search cannot be reached now; names in the built-in list "
                    "and coordinates such as 39.87,125.27 still work"
                )
            ) from error
        return [
            Found(answer.address, "OpenStreetMap", LatLon(answer.latitude, answer.longitude))
            for answer in answers
        ]
