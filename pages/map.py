"""The map page: read the Scenario from the link, show it, write changes to the link."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from geo.reach import summarize
from ui.map import build_map
from ui.page import (
    address_pairs,
    catalog_or_stop,
    last_commit,
    page_furniture,
    panel,
    problem_rows,
    read_address,
    summary,
    table,
    take_freshness,
    write_address,
)
from ui.scene import scene_of
from ui.visitor import read_seq

catalog = catalog_or_stop(draws=True)
page_furniture("map")


@st.fragment
def live() -> None:
    """All that answers a change; the map is not called again."""
    view, visit, problems = read_address(catalog)
    is_commit = take_freshness()
    data = {
        "kind": "commit" if is_commit else "url",
        "seq": read_seq(last_commit()),
        "address": address_pairs(),
        "scene": {**scene_of(view), "story": visit.story, "step": visit.step},
        "problems": problem_rows(problems, view.lang),
    }
    with st.container(key="panel"):
        commit = panel(data, on_commit=write_address)
    said = summarize(view)
    with st.container(key="summary"):
        summary(said, read_seq(commit))


live()
with st.container(key="map"):
    st_folium(build_map(), key="world", height=600, use_container_width=True, returned_objects=[])
with st.container(key="table"):
    table()
