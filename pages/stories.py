"""Stories: those that ship, and the page on which teachers write their own."""

from __future__ import annotations

import streamlit as st

from geo.story import Reader
from geo.words import languages_told
from ui.live import FORMAT_EXAMPLE, list_json, placeholder_rows
from ui.page import catalog_or_stop, component, reading_page, say_left_out

catalog = catalog_or_stop()
tell = reading_page("Stories")
stories = list_json(Reader(catalog))
st.write(
    tell(
        "A story leads a class over the map in steps: a view, a few sentences, a question. All "
        "numbers in the stories are computed from the data. Arrow keys and the space bar go from "
        "step to step."
    )
)
say_left_out(".json")
with st.container(key="stories"):
    component("storylist", "composer")(data={"stories": stories}, key="storylist")

st.header(tell("Write your own"))
st.write(
    tell(
        "The draft stays in this browser and nobody else sees it. Check and Preview send it to "
        "this server, which says what is wrong and keeps nothing. Save the file to keep the story, "
        "to hand it on or to go on at another machine."
    )
)
with st.container(key="composer"):
    component("composer", "composer")(data={"stories": stories}, key="composer_fields")

with st.expander(tell("Numbers that are computed")):
    st.write(
        tell(
            "Write such a placeholder into a title, text or question, and the reader sees the "
            "number, in kilometres or miles as the map is set."
        )
    )
    st.table(placeholder_rows(tell))
    st.write(
        tell(
            "SITE and PLACE: the id of a launch site, city, base or battery, such as sohae or "
            "seoul (ids stand in the map's link), or LAT,LON. KM: a range in kilometres. LAYER: "
            "cities or bases."
        )
    )
with st.expander(tell("The file")):
    st.write(
        tell(
            "A story is a text file in JSON. Each text is a string, or an object with the text in "
            "{languages}. A view is the part of a map's link behind the question mark. At most: 40 "
            "steps, 120 characters in a title, 400 in about, 2,000 in a text or view, 300 in a "
            "question, 256 kB in all.",
            languages=languages_told(catalog.lang),
        )
    )
    st.code(FORMAT_EXAMPLE, language="json")
