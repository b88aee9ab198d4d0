"""Claim: one published range, where it is printed, and what follows from it on the map."""

from __future__ import annotations

import streamlit as st

from geo.evidence import title_of_claim
from ui.evidence import asked_claim, show_claim, show_no_claim
from ui.page import address_pairs, catalog_or_stop, page_frame
from ui.scene import read_pairs

catalog = catalog_or_stop()
tell = page_frame()
view = read_pairs(address_pairs(), catalog)[0]
claim, asked = asked_claim(catalog)
if claim is None:
    st.title(tell("Which claim?"))
    show_no_claim(asked, view)
else:
    title = title_of_claim(claim, view)
    st.set_page_config(page_title=f"{title} - Reachmap")
    st.title(title)
    show_claim(claim, view)
