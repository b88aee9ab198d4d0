"""The map page: show the Scenario of the link, and of each commit after it."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from ui.map import build_map
from ui.page import (
    catalog_or_stop,
    committed_pairs,
    last_commit,
    page_furniture,
    panel,
    summary,
    table,
)
from ui.scene import opened_map
from ui.visitor import read_seq

catalog = catalog_or_stop(draws=True)
page_furniture("map")


@st.fragment
def live() -> None:
    """All that answers a change; the map is not called again."""
    commit = last_commit()
    seq, pairs = read_seq(commit), committed_pairs(commit)
    told, said = opened_map(seq, pairs, catalog)
    with st.container(key="panel"):
        panel(told)
    with st.container(key="summary"):
        summary(said)


live()
with st.container(key="map"):
    st_folium(build_map(), key="world", height=600, use_container_width=True, returned_objects=[])
with st.container(key="table"):
    table()
