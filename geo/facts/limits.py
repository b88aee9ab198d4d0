"""What is accepted, on the server and in the browser: ranges, labels, stories, codes, signs."""

from __future__ import annotations

from typing import Final

MIN_RANGE_KM: Final = 10.0  # below this a site's precision_km matters more than the ring
# From Korean latitudes a geodesic stops being the shortest way past 19,984 km, so
# "everything within the range" and "the ring" would no longer mean the same.
MAX_RANGE_KM: Final = 19_900.0

MAX_RINGS: Final = 12
MAX_LABEL_CHARS: Final = 60
MAX_TITLE_CHARS: Final = 90  # own words of a view: what fits on two lines, and a sentence
MAX_NOTE_CHARS: Final = 240
MAX_NAMES: Final = 20  # places that somebody wants to see named
# Labels that the app itself writes into links, in all languages; the second after a missile's name.
OWN_LABEL: Final = "own assumption"
BEST_LABEL_END: Final = ", best published"
INTERCEPTORS_LABEL: Final = "interceptors, as published"  # of a ring around a battery

# Of sectors of radars that a link assumes; no published range is beyond.
MAX_RADAR_KM: Final = 6_000
MAX_RADARS: Final = 24

# What a zoom of the map comes to rest at, in levels: an exact fraction, which links write whole.
ZOOM_STEP: Final = 0.125

# From the year of the first flights to the last day that the data cover (data/README.md).
TIMELINE_DAYS: Final = ("1984-01-01", "2026-08-20")

# Of a story's file. Its texts may be longer where they come from elsewhere into a class.
MAX_STORY_STEPS: Final = 40
MAX_STORY_BYTES: Final = 256 * 1024
# What a leader says to a class beside the view, in characters.
MAX_CLASS_WORDS: Final = {"title": 200, "text": 4_000, "question": 500}

# Digits and letters that nobody misreads: base 32 after Crockford, without I, L, O and U.
CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ROOM_CHARS: Final = 6
ROOM_PATTERN: Final = f"[{CROCKFORD}]{{{ROOM_CHARS}}}"
# What is often read for another sign of a code, and what stands for it.
MISREAD: Final = {"O": "0", "I": "1", "L": "1"}

# Control characters, what turns text around (Bidi_Control), and halves of characters: no line of
# text holds them. Written as in a class of characters, for Python and JavaScript alike.
CONTROLS: Final = (
    r"\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
)
