"""Radar: what radars of missile defence see by whose claim, and what a battery stands between."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from ui.map import build_map
from ui.page import address_pairs, catalog_or_stop, component, page_furniture
from ui.scene import problem_rows, radar_asked, read_pairs, scene_of

catalog = catalog_or_stop(draws=True)
page_furniture("radar")
pairs = address_pairs()
view, _, problems = read_pairs(pairs, catalog)
asked, more = radar_asked(pairs, catalog)
with st.container(key="panel"):
    component("radarpage", "radarpage")(
        data={
            "scene": scene_of(view),
            "asked": asked,
            "problems": problem_rows([*problems, *more], view.lang),
        },
        key="radar",
    )
with st.container(key="map"):
    st_folium(build_map(), key="world", height=600, use_container_width=True, returned_objects=[])
