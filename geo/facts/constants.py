"""Constants of the model, each with its unit and its source."""

from typing import Final

WGS84_A_M: Final = 6_378_137.0  # equatorial radius; NIMA TR8350.2 (WGS84)
WGS84_F: Final = 1 / 298.257223563  # flattening; NIMA TR8350.2 (WGS84)

KM_PER_MILE: Final = 1.609344  # international mile, exact
KM_PER_NAUTICAL_MILE: Final = 1.852  # international nautical mile, exact

# Of trajectories (geo/flight): a sphere without air, for textbook arithmetic.
SPHERE_RADIUS_KM: Final = 6_371.0  # mean radius of the Earth; IUGG (GRS80, R1), in whole km
EARTH_MU_KM3_S2: Final = 398_600.44  # gravitational constant times mass; NIMA TR8350.2 (WGS84)
EARTH_ROTATION_RAD_S: Final = 7.2921e-5  # angular speed; NIMA TR8350.2 (WGS84)
# Between directions in which a range over a turning Earth is worked out: a straight line between
# them is then off by less than 0.2 km at 8,000 km.
EGG_STEP_DEG: Final = 2.0

SITES_LANG: Final = "ko"  # the language spoken at the launch sites, of their column name_ko
