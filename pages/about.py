"""About: what this is, how to teach with it, and what is kept about visitors."""

from __future__ import annotations

import tomllib
from pathlib import Path

import streamlit as st

from geo.credits import caveat, sources
from geo.texts import long_text
from ui.address import page_language
from ui.assetfiles import version
from ui.furniture import reading_page

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"

lang = page_language()
reading_page("About")
st.markdown(
    long_text(
        "about",
        lang,
        sources=sources(lang),
        caveat=caveat(lang),
        version=tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"],
        build=version(),
    )
)
