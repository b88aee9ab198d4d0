"""The shipped data as a page needs it: there, or the page says what is wrong with it."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from geo.catalog import COARSE, left_out, load_catalog, long_text, need_basemap
from geo.errors import DataError
from geo.records import Catalog
from geo.words import LANGUAGES, WORDS_DIR, read_words, say
from ui.page.address import page_language


def catalog_or_stop(*, draws: bool = False) -> Catalog:
    """Return the catalog; if its files have faults, list all of them and end the page.

    Parameters
    ----------
    draws
        Whether the page draws the base map and cannot do without it.
    """
    lang = page_language()
    try:
        catalog = load_catalog(lang=lang)
        if draws:
            need_basemap(*COARSE)
    except DataError as error:
        say_faults(error)
        st.stop()
    if files := ", ".join(english_files(lang)):
        tell = say(lang)
        st.warning(tell("Some words are in English, as these files have faults: {x}", x=files))
    return catalog


def say_faults(error: DataError) -> None:
    """Say on the page which lines of which files have to be corrected."""
    tell = say(page_language())
    st.error(
        tell("The data files have faults, so nothing is drawn from them. Correct these lines:")
    )
    st.text(str(error))
    st.caption(tell("data/README.md says what each column holds. Then reload this page."))


def say_left_out(ending: str) -> None:
    """Say on the page which files of a kind are left out because they have faults."""
    files = dict.fromkeys(fault.file for fault in left_out() if fault.file.endswith(ending))
    if files:
        tell = say(page_language())
        st.warning(tell("Left out, as these files have faults: {x}", x=", ".join(files)))


def show_text(name: str, **values: object) -> None:
    """Show one of the long texts in the page's language, or what is wrong with its file."""
    try:
        st.markdown(long_text(name, page_language(), values))
    except DataError as error:
        say_faults(error)


@lru_cache(maxsize=32)
def english_files(lang: str) -> tuple[str, ...]:
    """Return the files of a language that have faults, so that English stands for them."""
    if lang == LANGUAGES[0]:
        return ()
    faults = [*left_out(), *read_words(WORDS_DIR / lang)[1]]
    folders = (f"rows/{lang}/", f"words/{lang}/")
    files = (fault.file for fault in faults if fault.file.startswith(folders))
    return tuple(dict.fromkeys(files))
