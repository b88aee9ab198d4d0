"""Methods: how it is computed, and what it does not say."""

from __future__ import annotations

from geo.earth import LatLon, distance_km
from geo.facts import MAX_RANGE_KM
from geo.towns import MIN_TOWN_POPULATION
from geo.words import format_number
from ui.page import catalog_or_stop, reading_page, show_text

NORTH_POLE = LatLon(90, 0)

reading_page("Methods")
catalog = catalog_or_stop()
sohae = catalog.site("sohae") or catalog.launch_sites[0]
show_text(
    "methods",
    pole_km=format_number(distance_km(sohae.point, NORTH_POLE), catalog.lang),
    most_km=format_number(MAX_RANGE_KM, catalog.lang),
    town_people=format_number(MIN_TOWN_POPULATION, catalog.lang),
)
