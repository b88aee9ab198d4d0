"""About: what this is, how to teach with it, and what is kept about visitors."""

from __future__ import annotations

from geo.credits import caveat, sources
from ui.address import page_language
from ui.assetfiles import version
from ui.data import show_text
from ui.furniture import reading_page
from ui.installed import project_version

lang = page_language()
reading_page("About")
show_text(
    "about",
    sources=sources(lang),
    caveat=caveat(lang),
    version=project_version(),
    build=version(),
)
