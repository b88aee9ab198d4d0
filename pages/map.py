"""The map page: read the Scenario from the link, show it, write changes to the link."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from ui.address import read_address, write_address
from ui.components import page_style, panel, summary, table
from ui.data import catalog_or_stop
from ui.livemap import build_map
from ui.scene import scene_of
from ui.sentences import counts_and_rest

catalog = catalog_or_stop()
page_style()


def on_commit() -> None:
    """A person changed the scene: its link is the new state."""
    write_address(st.session_state["panel"].get("commit") or {})


with st.container(key="map"):
    st_folium(build_map(), key="world", height=600, use_container_width=True, returned_objects=[])


@st.fragment
def live() -> None:
    """All that answers a change; the map is not called again."""
    scenario, problems, commit = read_address(catalog)
    data = {
        "kind": "commit" if commit.is_fresh else "url",
        "scene": scene_of(scenario, catalog),
        "problems": [
            {"key": each.key, "value": each.value, "problem": each.problem} for each in problems
        ],
    }
    with st.container(key="panel"):
        panel(data, on_commit)
    with st.container(key="summary"):
        summary(*counts_and_rest(scenario, catalog, commit.active))


live()
with st.container(key="table"):
    table()
