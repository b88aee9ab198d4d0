"""`/export/...`: files for other programs."""

from ui.export.routes import export_routes

__all__ = [
    "export_routes",
]
