"""Names and descriptions of missile defence in the KML: sectors, circles, centres of rings."""

from __future__ import annotations

from geo.kml.elements import About
from geo.kml.placewords import place_lines
from geo.kml.words import rings_here
from geo.link import Ring, View
from geo.reach import RadarSector, direction_said, radar_name, sector_name
from geo.records import Place, RadarClaim
from geo.words import format_date, format_length


def about_sector(shown: RadarSector, view: View) -> About:
    """Return who claims a sector's range, and where it comes from which way it looks."""
    tell, claims, sector = view.tell, shown.claims, shown.sector
    said = [line for claim in claims for line in _claim_lines(claim, view)]
    if not claims:
        said = [
            tell("Said by: {who}", who=tell("own assumption")),
            tell("Source: no published source named in this view"),
        ]
    lines = (
        tell("A claim or an assumption of how far a radar sees, not what it is known to see."),
        direction_said(shown, view),
        *said,
    )
    data = {
        "id": shown.radar.id,
        "range_km": f"{sector.range_km:g}",
        "azimuth_deg": f"{sector.azimuth_deg:g}",
        "width_deg": f"{sector.width_deg:g}",
        "direction": shown.direction,
    }
    url = next((claim.source.url for claim in claims if claim.source.url), "")
    return About(f"{sector_name(shown, view)}: {radar_name(shown)}", lines, url or "", data)


def _claim_lines(claim: RadarClaim, view: View) -> list[str]:
    tell = view.tell
    lines = [
        tell("Claimed by: {who}", who=claim.claimed_by),
        tell("Date: {date}", date=format_date(claim.claim_date, view.lang) or tell("not known")),
        claim.detail,
        tell("Source: {source}", source=claim.source.name),
    ]
    return [line for line in lines if line]


def about_interceptors(battery: Place, range_km: float, view: View) -> About:
    """Return what the circle about a battery is, and what it is not."""
    tell = view.tell
    length = format_length(range_km, view.units, view.lang)
    lines = (
        tell("Range of interceptors as published, not a defended area"),
        tell("Source: {source}", source=battery.source.name),
    )
    name = tell("{range}: interceptors of {place}", range=length, place=battery.name)
    return About(name, lines, battery.source.url or "", {"id": battery.id})


def about_center(ring: Ring, center: Place, view: View) -> About:
    """Return what is known of a place that is no launch site, and which rings are around it."""
    lines = (
        *place_lines(center, view),
        *rings_here(ring, view),
        view.tell("Source: {source}", source=center.source.name),
    )
    data = {"id": center.id, "kind": center.kind}
    return About(center.name, lines, center.source.url or "", data)
