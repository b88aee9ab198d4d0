"""Tests in pictures: a line lies where GeographicLib has it, and only on maps of its day."""

from __future__ import annotations

from itertools import combinations

import pytest
from geographiclib.geodesic import Geodesic

from geo.facts.palette import LIGHT
from geo.link.picturesize import PictureOptions
from geo.picture.draw import draw_picture
from geo.picture.labels import Label
from tests.pictures import picture, rgb
from tests.support import site_point, table, view_at

FLIGHT = next(row for row in table("tests").values() if row["flight"] == "2017-09-15-hwasong-12")
FROM = "ring=sohae~10&show=tests&tests=hwasong-12&at=43,152,4"  # what rings is far away


def points_on_the_way() -> list[tuple[float, float]]:
    start, azimuth = site_point(FLIGHT["launch_site_id"]), float(FLIGHT["azimuth_deg"])
    km = float(FLIGHT["range_flown_km"])
    ends = [Geodesic.WGS84.Direct(*start, azimuth, 1000 * km * part) for part in PARTS]
    return [(end["lat2"], end["lon2"]) for end in ends]


PARTS = (0.55, 0.6, 0.65, 0.7, 0.8, 0.85)  # over the ocean


def is_inked(query: str, projection: str) -> list[bool]:
    """Return whether there is something darker than the sea within a pixel of each point."""
    shown = picture(query, projection)
    sea = sum(rgb(LIGHT.sea))
    found = []
    for x, y in shown.pixels_of(points_on_the_way()):
        around = [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        found.append(min(sum(shown.colour(pixel)) for pixel in around) < sea - 150)
    return found


@pytest.mark.parametrize("projection", ["mercator", "globe"])
def test_the_line_of_a_flight_is_drawn_where_it_flew(projection: str) -> None:
    assert all(is_inked(FROM, projection))


def test_it_is_on_no_map_of_an_earlier_day_nor_on_one_of_other_missiles() -> None:
    assert all(is_inked(f"{FROM}&date=2017-09-15", "mercator"))
    assert not any(is_inked(f"{FROM}&date=2017-08-28", "mercator"))
    assert not any(is_inked(FROM.replace("hwasong-12", "hwasong-14"), "mercator"))


@pytest.mark.parametrize("zoom", [2, 3, 4, 5, 6])
def test_the_capital_keeps_its_name_beside_the_tags(zoom: int) -> None:
    view = view_at(f"ring=sohae~8000&show=cities,tests&at=39,126,{zoom}")
    drawing = draw_picture(view, PictureOptions(1200, 800, "mercator"), "https://map.example/")
    assert "Pyongyang" in [label.text for label in drawing.labels]


def labels_at(query: str, projection: str = "mercator") -> list[Label]:
    options = PictureOptions(1200, 800, projection)
    return list(draw_picture(view_at(query), options, "https://map.example/").labels)


def named_flights(query: str, projection: str = "mercator") -> dict[str, str]:
    return {each.id: each.text for each in labels_at(query, projection) if each.kind == "flight"}


def test_flights_bear_missile_and_year_the_same_words_once_and_more_from_near_by() -> None:
    found = [named_flights(f"ring=sohae~8000&show=cities,tests&at=40,135,{z}") for z in (1, 3, 5)]
    assert len(found[0]) < len(found[1]) < len(found[2])
    names = {row["id"]: row["name"] for row in table("missiles").values()}
    rows = {row["flight"]: row for row in reversed(table("tests").values())}
    for named in found:
        assert len(set(named.values())) == len(named)
        for id_, text in named.items():
            missile, year = text.split(", ")
            assert year == id_[:4]
            assert names[rows[id_]["missile_id"]].startswith(missile.rstrip("?"))
            assert missile.endswith("?") == (rows[id_]["missile_is"] != "named")


@pytest.mark.parametrize("projection", ["mercator", "azimuthal", "globe"])
def test_their_words_meet_no_others(projection: str) -> None:
    labels = labels_at("ring=sohae~8000&show=cities,bases,tests&at=40,135,4&lang=ko", projection)
    named = [label.text for label in labels if label.kind == "flight"]
    assert ("화성-12형, 2017년" in named) == (projection != "azimuthal")  # that of the whole world
    for one, other in combinations(labels, 2):
        assert not any(a.meets(b) for a in one.boxes for b in other.boxes), (one.text, other.text)


def test_a_picture_of_a_day_names_no_later_flight_and_none_without_the_layer() -> None:
    on_day = named_flights("ring=sohae~8000&show=cities,tests&at=40,135,5&date=2017-07-04")
    assert on_day
    assert max(on_day) < "2017-07-05"
    assert not named_flights("ring=sohae~8000&show=cities&at=40,135,5")
