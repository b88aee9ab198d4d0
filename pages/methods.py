"""Methods: how it is computed, and what it does not say."""

from __future__ import annotations

import streamlit as st

from geo.constants import MAX_RANGE_KM
from geo.geodesic import distance_km
from geo.points import LatLon
from geo.texts import long_text
from geo.towns import MIN_TOWN_POPULATION
from ui.address import page_language
from ui.data import catalog_or_stop
from ui.furniture import reading_page

NORTH_POLE = LatLon(90, 0)

reading_page("Methods")
sohae = next(site for site in catalog_or_stop().launch_sites if site.id == "sohae")
st.markdown(
    long_text(
        "methods",
        page_language(),
        pole_km=f"{distance_km(LatLon(sohae.lat, sohae.lon), NORTH_POLE):,.0f}",
        most_km=f"{MAX_RANGE_KM:,.0f}",
        town_people=f"{MIN_TOWN_POPULATION:,}",
    )
)
