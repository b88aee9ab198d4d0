"""Sources: where every number comes from, all tables with their sources."""

from __future__ import annotations

import streamlit as st

from geo.share import ROW_KEY
from ui.page import SOURCE_TABLES, Sources, catalog_or_stop, reading_page

catalog = catalog_or_stop()
tell = reading_page("Sources")
sources = Sources(catalog, tell)
sources.show_named_row(st.query_params.get(ROW_KEY))
st.write(
    tell(
        "Every row that Reachmap draws or counts names who published it. A range is an assumption "
        "with an author and a date; no payload is known."
    )
)
sources.show_contents()
for table in SOURCE_TABLES:
    st.header(tell(table.title))
    st.write(tell(table.about))
    sources.show(table)
    if table.file == "claims.csv":
        st.subheader(tell("Sources that disagree"))
        sources.show_conflicts()
st.header(tell("Base map"))
st.write(tell("Natural Earth, public domain: countries, lakes and coastlines at 1:110m and 1:50m."))
