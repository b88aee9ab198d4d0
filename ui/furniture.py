"""What the reading pages share."""

from __future__ import annotations

import streamlit as st


def back_to_map() -> None:
    """Link to the map with the same Scenario: changing pages would drop the query string."""
    values = {key: st.query_params.get_all(key) for key in st.query_params}
    pairs = [(key, each) for key, all_values in values.items() for each in all_values]
    st.page_link("../pages/map.py", label="\u2190 Back to the map", query_params=pairs)
