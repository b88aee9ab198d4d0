"""`/export/...`: files for other programs."""

from ui.export.routes import EXPORT_NAMES, export_routes

__all__ = [
    "EXPORT_NAMES",
    "export_routes",
]
