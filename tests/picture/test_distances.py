"""Distances beside a round map: by GeographicLib, in order, with the rings between."""

from __future__ import annotations

import pytest

from geo.link.picturesize import PictureOptions
from geo.picture.canvas import Canvas
from geo.picture.distances import distance_rows
from geo.picture.draw import draw_picture
from tests.pictures import ROOT_URL
from tests.support import exact, place_point, site_point, view_at


def test_places_stand_by_their_distance_with_the_ring_between_inside_and_outside() -> None:
    rows = distance_rows(view_at("ring=sohae~8000"))
    assert [row.km for row in rows] == sorted(row.km for row in rows)
    said = {row.texts[0]: row for row in rows if row.state}
    for place, name in (("seoul", "Seoul"), ("honolulu", "Honolulu (Hawaii)"),
                        ("seattle", "Seattle")):  # fmt: skip
        km, _ = exact(site_point("sohae"), place_point(place))
        assert said[name].km == pytest.approx(km, abs=0.001)
        assert said[name].texts[1] == f"{km:,.0f}"
        assert said[name].state == ("in" if km <= 8000 else "out")
    (ring,) = [place for place, row in enumerate(rows) if row.state is None]
    assert {row.state for row in rows[:ring]} == {"in"}
    assert {row.state for row in rows[ring + 1 :]} == {"out"}


def test_band_has_a_line_at_each_end_and_places_between() -> None:
    rows = distance_rows(view_at("ring=sohae~3000-5500&units=mi"))
    states = [row.state for row in rows]
    low, high = (place for place, state in enumerate(states) if state is None)
    assert set(states[low + 1 : high]) == {"band"}
    assert rows[low].texts == ("1,864 mi",)


def test_place_asked_for_has_a_row_and_a_ring_of_another_site_has_none() -> None:
    rows = distance_rows(view_at("ring=sohae~8000&ring=tonghae~3000&name=moscow"))
    assert "Moscow" in {row.texts[0] for row in rows}
    assert [row.km for row in rows if row.state is None] == [8000]


def test_nothing_to_say_without_a_ring() -> None:
    assert distance_rows(view_at("ring=sohae~8000&hide=1")) == []


@pytest.mark.parametrize(("more", "told"), [("", True), ("&legend=0", False)])
def test_round_picture_tells_distances_unless_no_list_is_wanted(
    monkeypatch: pytest.MonkeyPatch, more: str, told: bool
) -> None:
    said: list[str] = []
    words = Canvas.words

    def heard(self: Canvas, text: str, *rest: object, **named: object) -> None:
        said.append(text)
        words(self, text, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Canvas, "words", heard)
    options = PictureOptions(1600, 900, "globe")
    draw_picture(view_at(f"ring=sohae~8000{more}"), options, ROOT_URL)
    assert ("8,295" in said) == told
    assert ("8,000 km, own assumption" in said) == told
