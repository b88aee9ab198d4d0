"""About: what this is, who is behind the numbers, and what is kept about visitors."""

from __future__ import annotations

from ui.furniture import reading_page

tell = reading_page("About")
