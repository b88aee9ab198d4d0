"""Evidence: who claimed which range, which flights are on record, how often was launched."""

from __future__ import annotations

import streamlit as st

from ui.evidence import asked_missile, show_claims, show_flights, show_launches, show_unusable
from ui.page import address_pairs, catalog_or_stop, reading_page
from ui.scene import read_pairs

catalog = catalog_or_stop()
tell = reading_page("Evidence")
view = read_pairs(address_pairs(), catalog)[0]
st.write(
    tell(
        "A range has an author, a day and a reason. Here are all claims, flights and launches of "
        "the data, each with its source; pictures and numbers are free to take along."
    )
)
missile, unusable = asked_missile(catalog)
show_unusable(unusable, view)
show_claims(missile, view)
show_flights(view)
show_launches(view)
