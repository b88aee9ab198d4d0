"""Class rooms: one browser leads, the others follow; all of it in memory, nothing kept."""

from ui.rooms.routes import room_routes

__all__ = [
    "room_routes",
]
