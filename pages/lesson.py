"""Lesson: how a ring looks on one map and on another."""

from __future__ import annotations

from ui.furniture import reading_page

tell = reading_page("Lesson")
