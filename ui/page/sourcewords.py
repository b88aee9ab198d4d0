"""Headings of columns and words for codes in the tables of the Sources page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from geo.facts import ROLE_WORDS
from geo.records import MISSILE_IS, NO_RANGE, OUTCOMES, TRAJECTORIES
from geo.words import Say, message

TITLES: Final = {
    "id": message("id"),
    "name": message("name"),
    "name_ko": message("Korean name"),
    "short_name": message("Short name"),
    "other_names": message("other names"),
    "label": message("who says so"),
    "said_by": message("shown as"),
    "claimed_by": message("claimed by"),
    "capacity": message("capacity"),
    "statement": message("what was said"),
    "launch_date": message("of the launch of"),
    "unit": message("original unit"),
    "stated_low": message("low in that unit"),
    "stated_high": message("high in that unit"),
    "page": message("page"),
    "read_on": message("read on"),
    "second_source_name": message("second source"),
    "second_source_url": message("its link"),
    "second_source_says": message("what it adds"),
    "beside": message("others within 3 km"),
    "alias": message("spelling"),
    "launch_site_id": message("launch site"),
    "changed_on": message("day of the change"),
    "table": message("table"),
    "row_id": message("row"),
    "column": message("column"),
    "old_value": message("was"),
    "new_value": message("is"),
    "reason": message("why"),
    "claim_date": message("date"),
    "context": message("context"),
    "missile_id": message("missile"),
    "missile_class": message("missile class"),
    "missile_classes": message("missile class"),
    "range_km_low": message("range low, km"),
    "range_km_best": message("range best, km"),
    "range_km_high": message("range high, km"),
    "first_flight": message("first flight"),
    "first_used": message("first used"),
    "last_used": message("last used"),
    "tests_count": message("launches"),
    "kind": message("kind"),
    "role": message("role"),
    "system": message("system"),
    "status": message("status"),
    "host": message("host"),
    "country": message("country"),
    "country_code": message("country code"),
    "population": message("population"),
    "lat": message("latitude"),
    "lon": message("longitude"),
    "precision_km": message("precision, km"),
    "deployed_from": message("deployed from"),
    "deployed_to": message("deployed to"),
    "interceptor_range_km": message("interceptor range, km"),
    "radar_range_km_low": message("radar range low, km"),
    "radar_range_km_high": message("radar range high, km"),
    "radar_mode": message("radar mode"),
    "radar_sector_deg": message("radar sector, degrees"),
    "assumed_azimuth_deg": message("assumed azimuth, degrees"),
    "geonameid": message("GeoNames id"),
    "flight": message("flight"),
    "date": message("day in Korea"),
    "missile_is": message("type is"),
    "apogee_km": message("altitude, km"),
    "apogee_is": message("altitude is"),
    "range_flown_km": message("distance flown, km"),
    "flight_time_min": message("flight time, min"),
    "flight_time_s": message("flight time, s"),
    "azimuth_deg": message("direction, degrees"),
    "trajectory": message("trajectory"),
    "outcome": message("outcome"),
    "no_range_because": message("no range, because"),
    "reported_by": message("reported by"),
    "year": message("year"),
    "launches": message("launches"),
    "notes": message("notes"),
    "source_name": message("source"),
    "source_url": message("link"),
    "fact_source_url": message("another link"),
}
# Words for cells that are one of a few codes, by column; the codes are the same in all languages.
_STATEMENTS: Final = {
    "value": message("a value"),
    "about": message("an approximate value"),
    "span": message("a span"),
    "floor": message("a floor"),
    "ceiling": message("a ceiling"),
    "class": message("a class"),
    "flown": message("a distance flown"),
}
CODES: Final[Mapping[str, Mapping[str, str]]] = {
    "statement": _STATEMENTS,
    "apogee_is": _STATEMENTS,
    "second_source_says": {
        "agrees": message("agrees"),
        "differs": message("differs"),
        "defines": message("defines the kilometres"),
    },
    "missile_is": MISSILE_IS,
    "trajectory": TRAJECTORIES,
    "outcome": OUTCOMES,
    "no_range_because": NO_RANGE,
    "role": ROLE_WORDS,  # what cities are stands in words already
}


def title_of(column: str, tell: Say) -> str:
    """Return the heading of a column."""
    return tell(TITLES[column])
