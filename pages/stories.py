"""Stories: stories that ship, and the page on which teachers write their own."""

from __future__ import annotations

from ui.furniture import reading_page

tell = reading_page("Stories")
