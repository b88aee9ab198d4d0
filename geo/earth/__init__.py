"""Geodesy on WGS84: points, the two geodesic problems, range rings, disks and sectors."""

from geo.earth.compass import compass_km
from geo.earth.disks import annulus, disk, poles_inside, refined_ring
from geo.earth.envelope import envelope_disk, nearest_site_km
from geo.earth.geodesic import (
    Floats,
    destinations,
    distance_km,
    distances_and_azimuths,
    geodesic_line,
    geodesic_path,
)
from geo.earth.horizon import lowest_seen_km
from geo.earth.outlines import as_polygons
from geo.earth.points import (
    PAIR_PATTERN,
    LatLon,
    lats_and_lons,
    parse_lat_lon,
    short_number,
    to_lonlat,
    unwrap_longitudes,
)
from geo.earth.rings import RangeKm, check_range_km, range_at, range_ring, range_rings
from geo.earth.sectors import (
    WHOLE_TURN_DEG,
    Sector,
    is_within,
    off_boresight_deg,
    sector_area,
    sector_line,
)

__all__ = [
    "PAIR_PATTERN",
    "WHOLE_TURN_DEG",
    "Floats",
    "LatLon",
    "RangeKm",
    "Sector",
    "annulus",
    "as_polygons",
    "check_range_km",
    "compass_km",
    "destinations",
    "disk",
    "distance_km",
    "distances_and_azimuths",
    "envelope_disk",
    "geodesic_line",
    "geodesic_path",
    "is_within",
    "lats_and_lons",
    "lowest_seen_km",
    "nearest_site_km",
    "off_boresight_deg",
    "parse_lat_lon",
    "poles_inside",
    "range_at",
    "range_ring",
    "range_rings",
    "refined_ring",
    "sector_area",
    "sector_line",
    "short_number",
    "to_lonlat",
    "unwrap_longitudes",
]
