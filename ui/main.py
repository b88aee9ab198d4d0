"""Entry of every page: which pages there are, and what they share."""

from __future__ import annotations

import streamlit as st

from geo.errors import DataError
from geo.facts import ALL_PAGES
from geo.words import say
from ui.page import page_language, say_faults
from ui.scripts import ASSETS_DIR

tell = say(page_language())
page = st.navigation(
    [
        st.Page("../pages/map.py", title="Reachmap", default=True),
        *(
            st.Page(f"../pages/{name}.py", title=tell(title), url_path=name)
            for name, title in ALL_PAGES.items()
        ),
    ],
    position="hidden",
)
name = page.title if page.title == "Reachmap" else f"{page.title} - Reachmap"
st.set_page_config(page_title=name, page_icon=str(ASSETS_DIR / "page/icon.svg"), layout="wide")
try:
    page.run()
except DataError as error:  # a file that only this page reads
    say_faults(error)
