"""Constants of the model, each with its unit and its source."""

from typing import Final

WGS84_A_M: Final = 6_378_137.0  # equatorial radius; NIMA TR8350.2 (WGS84)
WGS84_F: Final = 1 / 298.257223563  # flattening; NIMA TR8350.2 (WGS84)

MIN_RANGE_KM: Final = 10.0  # below this a site's precision_km matters more than the ring
# From Korean latitudes a geodesic stops being the shortest way past 19,984 km, so
# "everything within the range" and "the ring" would no longer mean the same.
MAX_RANGE_KM: Final = 19_900.0

KM_PER_MILE: Final = 1.609344  # international mile, exact
KM_PER_NAUTICAL_MILE: Final = 1.852  # international nautical mile, exact

MAX_RINGS: Final = 12
MAX_LABEL_CHARS: Final = 60
# Labels that the app itself writes into links, in all languages; the second after a missile's name.
OWN_LABEL: Final = "own assumption"
BEST_LABEL_END: Final = ", best published"
# Digits and letters that nobody misreads: base 32 after Crockford, without I, L, O and U.
CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
