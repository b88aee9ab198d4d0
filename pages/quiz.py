"""Quiz: questions on distances and ranges."""

from __future__ import annotations

from ui.furniture import reading_page

tell = reading_page("Quiz")
