"""Quiz: questions on distances and ranges, played on the map in the browser."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from ui.map import build_map
from ui.page import address_pairs, catalog_or_stop, component, page_furniture
from ui.scene import read_pairs, scene_of

catalog = catalog_or_stop(draws=True)
page_furniture("quiz")
view = read_pairs(address_pairs(), catalog)[0]
with st.container(key="panel"):
    component("quiz", "quiz")(data={"scene": scene_of(view)}, key="quiz")
with st.container(key="map"):
    st_folium(build_map(), key="world", height=600, use_container_width=True, returned_objects=[])
