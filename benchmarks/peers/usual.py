"""Range rings the usual way: `st.slider`, geopy, a `folium.Map`, `st_folium`, `st.dataframe`.

What a good tutorial leads to, not a straw man: the table and its distances are cached, `st_folium`
is told to return nothing. Three rings, one of them set by the slider. It is there to be timed:
beyond 180 degrees its rings are as wrong as such rings usually are.
"""

from pathlib import Path

import folium
import pandas as pd
import streamlit as st
from geopy.distance import geodesic
from geopy.point import Point
from streamlit_folium import st_folium

DATA = Path(__file__).resolve().parents[2] / "data"
SITE = (39.66, 124.706)  # Sohae
FIXED_KM = (5_000, 10_000)


@st.cache_data
def read_places() -> pd.DataFrame:
    """About 200 places, cities and bases, with their distances from the site."""
    columns = ["name", "country", "lat", "lon"]
    tables = [pd.read_csv(DATA / name) for name in ("cities.csv", "bases.csv")]
    places = pd.concat([table[columns] for table in tables], ignore_index=True)
    places["distance_km"] = [
        geodesic(SITE, (lat, lon)).km for lat, lon in zip(places.lat, places.lon, strict=True)
    ]
    return places.sort_values("distance_km")


def ring(range_km: float) -> list[tuple[float, float]]:
    """361 vertices, one geodesic at a time, as geopy's documentation shows."""
    site = Point(*SITE)
    reach = geodesic(kilometers=range_km)
    points = [reach.destination(site, bearing=bearing) for bearing in range(361)]
    return [(point.latitude, point.longitude) for point in points]


def world_map(range_km: float) -> folium.Map:
    """A stock map with the rings put into it."""
    world = folium.Map(location=SITE, zoom_start=2)
    for km in (range_km, *FIXED_KM):
        folium.Polygon(ring(km), tooltip=f"{km:,} km", fill=True, fill_opacity=0.1).add_to(world)
    return world


def reach_table(range_km: float) -> pd.DataFrame:
    """Every place with its distance and whether the range covers it."""
    places = read_places()
    return places.assign(in_reach=places.distance_km <= range_km)


st.set_page_config(layout="wide")
st.title("Missile ranges")
chosen_km = st.slider("Range (km)", 100, 15_000, 8_000, 10)
st_folium(world_map(chosen_km), width=1000, height=500, returned_objects=[])
st.dataframe(reach_table(chosen_km))
