"""About: what this is, how to teach with it, and what is kept about visitors."""

from __future__ import annotations

from geo.words import caveat, sources
from ui.page import page_language, reading_page, show_text
from ui.scripts import project_version, version

lang = page_language()
reading_page("About")
show_text(
    "about",
    sources=sources(lang),
    caveat=caveat(lang),
    version=project_version(),
    build=version(),
)
