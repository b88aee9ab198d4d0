"""Entry of every page: which pages there are, and what they share."""

from __future__ import annotations

import streamlit as st

from ui.assetfiles import ASSETS_DIR

st.set_page_config(page_title="Reachmap", page_icon=str(ASSETS_DIR / "icon.svg"), layout="wide")
page = st.navigation(
    [
        st.Page("../pages/map.py", title="Reachmap", default=True),
        st.Page("../pages/sources.py", title="Sources", url_path="sources"),
        st.Page("../pages/methods.py", title="Methods", url_path="methods"),
    ],
    position="hidden",
)
page.run()
