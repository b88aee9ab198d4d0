"""Which font has which letters, and how a text is drawn: composed, and none of it unseen."""

from geo.letters.faces import PACKAGE_FONTS, Face, font_path, last_face, usual_faces
from geo.letters.lines import wrapped
from geo.letters.signs import (
    JOINERS,
    STAND_IN,
    clusters,
    drawn,
    faces_of,
    missing_signs,
    needs_shaping,
    runs,
)

__all__ = [
    "JOINERS",
    "PACKAGE_FONTS",
    "STAND_IN",
    "Face",
    "clusters",
    "drawn",
    "faces_of",
    "font_path",
    "last_face",
    "missing_signs",
    "needs_shaping",
    "runs",
    "usual_faces",
    "wrapped",
]
