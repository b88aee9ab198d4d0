"""Methods: how it is computed, and what it does not say."""

from __future__ import annotations

from geo.constants import MAX_RANGE_KM
from geo.geodesic import distance_km
from geo.points import LatLon
from geo.towns import MIN_TOWN_POPULATION
from ui.data import catalog_or_stop, show_text
from ui.furniture import reading_page

NORTH_POLE = LatLon(90, 0)

reading_page("Methods")
catalog = catalog_or_stop()
sohae = catalog.site("sohae") or catalog.launch_sites[0]
show_text(
    "methods",
    pole_km=f"{distance_km(LatLon(sohae.lat, sohae.lon), NORTH_POLE):,.0f}",
    most_km=f"{MAX_RANGE_KM:,.0f}",
    town_people=f"{MIN_TOWN_POPULATION:,}",
)
