"""`/live/...`: what the pages fetch."""

from ui.live.quiz import quiz_routes
from ui.live.routes import live_routes
from ui.live.stories import story_routes
from ui.live.storypage import FORMAT_EXAMPLE, list_json, placeholder_rows

__all__ = [
    "FORMAT_EXAMPLE",
    "list_json",
    "live_routes",
    "placeholder_rows",
    "quiz_routes",
    "story_routes",
]
