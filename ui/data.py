"""The shipped data as a page needs it: there, or the page says what is wrong with it."""

from __future__ import annotations

import streamlit as st

from geo.catalog import Catalog, load_catalog
from geo.errors import DataError
from geo.language import say
from ui.address import page_language


def catalog_or_stop() -> Catalog:
    """Return the catalog; if its files have faults, list all of them and end the page."""
    try:
        return load_catalog(lang=page_language())
    except DataError as error:
        tell = say(page_language())
        st.error(
            tell("The data files have faults, so nothing is drawn from them. Correct these lines:")
        )
        st.text(str(error))
        st.caption(tell("data/README.md says what each column holds. Then reload this page."))
        st.stop()
