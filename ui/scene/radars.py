"""All radars and what is claimed of them as JSON, sent once; the browser finds what is drawn.

The rules are those of geo/reach/sectors.py.
"""

from __future__ import annotations

from geo.jsonobject import Json
from geo.reach import claims_about, radars_of, usual_way
from geo.records import Catalog, Place, RadarClaim, known_from, short_name


def radars_json(catalog: Catalog) -> Json:
    """Return the claims of radar ranges, and each radar with the indices of those about it."""
    return {
        "claims": [_claim(claim) for claim in catalog.radar_claims],
        "radars": [_radar(radar, catalog) for radar in radars_of(catalog.places)],
    }


def _claim(claim: RadarClaim) -> Json:
    return {
        "id": claim.id,
        "said": claim.said_by,
        "by": claim.claimed_by,
        "date": claim.claim_date,
        "printed": known_from(claim.claim_date).isoformat(),
        "mode": claim.mode,
        "mode_words": claim.mode_words,
        "low": claim.range_km_low,
        "high": claim.range_km_high,
        "statement": claim.statement,
        "drawn": claim.is_drawn,
        "azimuth": claim.azimuth_deg,
        "width": claim.width_deg,
        "detail": claim.detail,
        "source": {"name": claim.source.name, "url": claim.source.url},
    }


def _radar(radar: Place, catalog: Catalog) -> Json:
    claims = claims_about(radar, catalog)
    azimuth_deg, width_deg, direction = usual_way(radar, catalog)
    equipment = radar.equipment
    return {
        "id": radar.id,
        "name": radar.name,
        "short": short_name(radar.name),
        "lat": radar.lat,
        "lon": radar.lon,
        "azimuth": azimuth_deg,
        "width": width_deg,
        "direction": direction,
        "mode": equipment.radar_mode_words if equipment else "",
        "moves": radar.status == "mobile",
        "claims": [index for index, each in enumerate(catalog.radar_claims) if each in claims],
    }
