"""Sources: where every number comes from, all tables with their sources."""

from __future__ import annotations

import streamlit as st

from geo.files import DATA_DIR
from geo.words import LANGUAGES
from ui.page import (
    SOURCE_TABLES,
    catalog_or_stop,
    columns_of,
    in_their_language,
    in_words,
    printed_table,
    reading_page,
    source_table,
    with_names,
)

catalog = catalog_or_stop()
tell = reading_page("Sources")
st.write(
    tell(
        "Every row that Reachmap draws or counts names who published it. A range is an assumption "
        "with an author and a date; no payload is known."
    )
)
for table in SOURCE_TABLES:
    st.header(tell(table.title))
    st.write(tell(table.about))
    frame = source_table(DATA_DIR / table.file)
    if catalog.lang != LANGUAGES[0]:
        frame = in_their_language(frame, getattr(catalog, table.records), catalog.lang)
    frame = with_names(in_words(frame, tell), catalog.missiles)
    columns = columns_of(frame, tell)
    st.dataframe(frame, hide_index=True, column_config=columns, placeholder="")
    st.html(printed_table(frame, tell))
st.header(tell("Base map"))
st.write(tell("Natural Earth, public domain: countries, lakes and coastlines at 1:110m and 1:50m."))
