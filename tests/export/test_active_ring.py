"""Files speak of the ring that the link calls active: `on`, by default the first."""

from __future__ import annotations

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic

from geo.facts.palette import LIGHT
from geo.handout.content import handout_text
from geo.reach.summary import summarize
from geo.share.links import file_name
from geo.words.units import format_length
from tests.kmlfiles import KML, coordinates_of, folder_of, root_of, text_of
from tests.pictures import Picture, near, picture, rgb
from tests.support import ask, exact, place_point, scenario_of, site_point, view_at
from ui.server.socialcards import card_tags

TWO = "ring=sohae~8000&ring=tonghae~2000&to=honolulu&show=cities,arcs,envelope"
SITES = {1: "sohae", 2: "tonghae"}
KM = {1: 8000, 2: 2000}
# Two sites from which the shortest ways to Honolulu are nowhere near each other.
APART = "ring=45,170~4000&ring=0,170~4000&to=honolulu&show=arcs&at=22,-175,3.5"
APART_SITES = ((45.0, 170.0), (0.0, 170.0))


def way(start: tuple[float, float]) -> list[tuple[float, float]]:
    """Return points on the shortest way to Honolulu, away from the symbols at its ends."""
    line = Geodesic.WGS84.InverseLine(*start, *place_point("honolulu"))
    spots = [line.Position(line.s13 * part / 40) for part in range(4, 14)]
    return [(each["lat2"], each["lon2"]) for each in spots]


def share_inked(shown: Picture, points: list[tuple[float, float]]) -> float:
    """Return how many of some points have a pixel in the colour of lines at them."""
    around = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    inked = [
        any(near(shown.colour(pixel + shift), rgb(LIGHT.ink), 60) for shift in around)
        for pixel in shown.pixels_of(points)
    ]
    return sum(inked) / len(inked)


@pytest.mark.parametrize("on", SITES)
def test_sentences_and_card_are_about_the_active_ring(on: int) -> None:
    said = summarize(view_at(f"{TWO}&on={on}"))
    assert said.counts.startswith(f"Within {KM[on]:,} km: ")
    assert f"within {KM[on]:,} km." in said.envelope
    assert said.counts in card_tags(f"{TWO}&on={on}", "https://x/").replace("&#x27;", "'")


@pytest.mark.parametrize("on", SITES)
def test_file_is_named_after_the_active_ring(on: int) -> None:
    name = file_name(scenario_of(f"{TWO}&on={on}"), "csv")
    assert name == f"reachmap_{SITES[on]}_{KM[on]}km_and_1_more.csv"
    told = ask(f"/export/reach.csv?{TWO}&on={on}").headers["content-disposition"]
    assert told == f'attachment; filename="{name}"'


@pytest.mark.parametrize("on", SITES)
def test_handout_tells_distances_from_the_active_ring(on: int) -> None:
    rows = handout_text(view_at(f"{TWO}&on={on}")).distances
    told = {row.place: row.distance for row in rows}
    km, _ = exact(site_point(SITES[on]), place_point("honolulu"))
    assert told["Honolulu"] == format_length(km, "km", "en")
    numbers = [float(row.distance.split()[0].replace(",", "")) for row in rows]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("on", SITES)
def test_outline_of_all_sites_in_kml_is_that_of_the_active_ring(on: int) -> None:
    outline = folder_of(root_of(scenario_of(f"{TWO}&on={on}")), "Any known launch site")
    assert f"Within {KM[on]:,} km " in text_of(next(outline.iter(f"{KML}Placemark")), "description")
    points = np.concatenate(coordinates_of(outline, "LineString"))
    assert (min(lat for _, lat, *_ in points) < 0) == (on == 1)


@pytest.mark.parametrize("on", SITES)
def test_distance_line_in_the_picture_starts_at_the_active_ring(on: int) -> None:
    shown = picture(f"{APART}&on={on}")
    inked = {each: share_inked(shown, way(site)) for each, site in enumerate(APART_SITES, 1)}
    assert inked[on] > 0.9
    assert inked[3 - on] < 0.2


@pytest.mark.parametrize("on", (1, 2))
def test_azimuthal_picture_is_centred_on_the_active_ring(on: int) -> None:
    shown = picture(f"{APART}&on={on}", "azimuthal")
    left, top, right, bottom = shown.box
    (middle,) = shown.pixels_of([APART_SITES[on - 1]])
    assert middle == pytest.approx(((left + right) / 2, (top + bottom) / 2), abs=1)


def test_a_link_without_the_key_means_the_first_ring() -> None:
    for file in ("map.png?width=300&height=200&", "map.kml?", "reach.csv?", "qr.svg?"):
        assert ask(f"/export/{file}{TWO}").body == ask(f"/export/{file}{TWO}&on=1").body


def test_saved_page_is_called_after_the_ring_that_is_left() -> None:
    text = ask(f"/export/map.html?{TWO}&on=2&hide=1").text
    assert "<title>North Korea: who is within 2,000 km of Tonghae?" in text
