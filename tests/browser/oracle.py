"""What Python says about a link: the answer that the browser must give too."""

from __future__ import annotations

from functools import cache

from geographiclib.geodesic import Geodesic

from geo.catalog.reading import load_catalog
from geo.catalog.views import view_of
from geo.earth.points import LatLon
from geo.link.query import decode, parse_pairs
from geo.link.scenario import Ring, Scenario
from geo.reach.matrix import reach_table
from geo.records.kinds import Place

WGS84 = Geodesic.WGS84
LAYERS = "show=cities,bases,thaad,radar"
SCENARIOS = {
    "single": "ring=sohae~8000",
    "band": "ring=mupyong_ni~3000-5500",
    "low-best-high": "ring=tonghae~8500-10400-14000",
    "several rings": "ring=sohae~3000&ring=sohae~5000-6700&ring=sohae~10000",
    "several sites": "ring=sohae~5000&ring=wonsan_kalma~6000-9000&ring=sinpo~2000",
    "typed point": "ring=39.87,125.27~8000&ring=-33.9,18.4~6000-9000",
    "date line": "ring=51.88,-176.65~2000&ring=-16.5,180~7000",
    "pole at 5500": "ring=mupyong_ni~5500&ring=tonghae~5505",
    "both poles": "ring=sohae~14500&ring=kusong~15000-19900",
    "smallest and largest": "ring=sunan_airport~10&ring=sunan_airport~19900",
    "radars too": f"ring=sohae~8000&{LAYERS}",
    "only bases": "ring=sohae~3500&show=bases",
    "as of a day": f"ring=sohae~8000&{LAYERS}&date=2014-01-01",
    "twelve rings": "&".join(f"ring=chihari~{km}" for km in range(1000, 13_000, 1000)),
}


def scenario_of(query: str) -> Scenario:
    scenario, problems = decode(parse_pairs(query), load_catalog())
    assert problems == []
    return scenario


@cache
def exact_km(start: LatLon, lat: float, lon: float) -> float:
    """Return the distance by GeographicLib, which the app does not use."""
    return float(WGS84.Inverse(start.lat, start.lon, lat, lon)["s12"]) / 1000


def places_of(query: str) -> tuple[Place, ...]:
    return view_of(scenario_of(query)).places


def states_by_ring(query: str) -> list[dict[str, str]]:
    """Return for each ring {place id: in, band or out}, as the exports say."""
    scenario, places = scenario_of(query), places_of(query)
    table = reach_table(scenario.rings, [p.lat for p in places], [p.lon for p in places])
    return [
        {place.id: table.state(row, column) for column, place in enumerate(places)}
        for row in range(len(scenario.rings))
    ]


def spoken_states(query: str) -> dict[str, str]:
    """Return how each place stands to the active ring: what its symbol says."""
    return states_by_ring(query)[scenario_of(query).active]


def exact_state(ring: Ring, place: Place) -> str:
    """Return in, band or out by GeographicLib's distance and the words of the contract."""
    distance_km = exact_km(ring.point, place.lat, place.lon)
    if distance_km <= ring.sure_km:
        return "in"
    return "band" if distance_km <= ring.limit_km else "out"


def direct(lat: float, lon: float, azimuth_deg: float, length_km: float) -> LatLon:
    end = WGS84.Direct(lat, lon, azimuth_deg, length_km * 1000)
    return LatLon(end["lat2"], end["lon2"])
