"""A floor is stored, worded, drawn and asked as a floor, a ceiling as a ceiling."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np
import pytest

from geo.catalog.reading import data_faults, load_catalog
from geo.earth.rings import range_ring
from geo.handout.content import handout_text
from geo.link.view import View
from geo.picture.marks import marks_along
from geo.picture.views import frame_of
from geo.quiz.questions import claims_asked
from geo.reach.ranges import range_said, ring_name
from geo.share import captions
from tests.damage import change_row
from tests.support import ask, exact, site_point, table, view_at

CLAIMS = table("claims")
WORDS = {"floor": "at least ", "ceiling": "up to ", "about": "about "}
MARKED = {"floor": 1, "ceiling": -1}


def link_of(claim: dict[str, str]) -> str:
    low, high = claim["range_km_low"], claim["range_km_high"]
    km = f"{low}-{high}" if low and high and low != high else high or low
    return f"ring=sohae~{km}~{quote(claim['label'])}"


def view_of_claim(claim: dict[str, str]) -> View:
    return view_at(link_of(claim))


@pytest.mark.parametrize("claim", CLAIMS)
def test_ends_are_those_of_the_statement(claim: str) -> None:
    row = CLAIMS[claim]
    ends = (bool(row["range_km_low"]), bool(row["range_km_high"]))
    assert ends == {"floor": (True, False), "ceiling": (False, True)}.get(
        row["statement"], (True, True)
    )


@pytest.mark.parametrize("claim", CLAIMS)
def test_range_is_worded_as_it_was_said(claim: str) -> None:
    row = CLAIMS[claim]
    view = view_of_claim(row)
    (ring,) = view.rings
    said = range_said(ring, view)
    number = f"{float(row['range_km_high'] or row['range_km_low']):,.0f} km"
    assert said.removesuffix(" flown").endswith(number)
    assert said.startswith(WORDS.get(row["statement"], said))
    assert said.endswith(" flown") == (row["statement"] == "flown")
    assert handout_text(view).claims[0].range == said
    assert captions.ring_rows(view)[0].range == said
    for lead in WORDS.values():
        assert said.startswith(lead) == (WORDS.get(row["statement"]) == lead)


@pytest.mark.parametrize("claim", CLAIMS)
def test_sentence_and_geojson_say_what_it_is(claim: str) -> None:
    row = CLAIMS[claim]
    view = view_of_claim(row)
    noun = {"floor": ": a floor)", "ceiling": ": a ceiling)", "flown": ": distance flown)"}
    name = ring_name(view.rings[0], view)
    assert name.endswith(noun.get(row["statement"], ")"))
    assert ("a floor)" in name) == (row["statement"] == "floor")
    features = ask(f"/export/rings.geojson?{link_of(row)}").json()["features"]
    assert {each["properties"]["statement"] for each in features} == {row["statement"]}


@pytest.mark.parametrize("claim", [claim for claim, row in CLAIMS.items() if row["stated_low"]])
def test_number_given_in_miles_is_told_in_miles_as_it_was_given(claim: str) -> None:
    row = CLAIMS[claim]
    in_units = {units: view_at(f"{link_of(row)}&units={units}") for units in ("km", "mi", "nmi")}
    ring = in_units["km"].rings[0]
    given = "\u2013".join(
        f"{float(row[end]):,.0f}"
        for end in dict.fromkeys(("stated_low", "stated_high"))
        if row[end] and (end == "stated_low" or row[end] != row["stated_low"])
    )
    assert range_said(ring, in_units["mi"]).endswith(f"{given} mi")
    assert f"{given} mi" in ring_name(ring, in_units["mi"])
    assert not range_said(ring, in_units["km"]).endswith("mi")
    assert given not in range_said(ring, in_units["nmi"])


def test_own_number_is_no_statement() -> None:
    view = view_at("ring=sohae~8001~experts via Yonhap&ring=sohae~8000")
    for ring in view.rings:
        assert range_said(ring, view) in ("8,001 km", "8,000 km")
    features = ask("/export/rings.geojson?ring=sohae~8001~experts%20via%20Yonhap").json()[
        "features"
    ]
    assert "statement" not in features[0]["properties"]


def test_class_names_who_gave_its_kilometres_wherever_it_is_shown() -> None:
    query = "ring=banghyon_20170704~3000-5500~US%20Pacific%20Command"
    view = view_at(query)
    assert "class only, Pentagon's km" in ring_name(view.rings[0], view)
    assert "class only, Pentagon's km" in captions.ring_rows(view)[0].claim
    assert "Pentagon" in handout_text(view).claims[0].who
    (feature, _) = ask(f"/export/rings.geojson?{query}").json()["features"]
    assert feature["properties"]["said"] == "US Pacific Command: class only, Pentagon's km"
    assert "Pentagon" in ask(f"/export/map.kml?{query}").text


@pytest.mark.parametrize("projection", ["mercator", "azimuthal", "globe"])
@pytest.mark.parametrize("statement", MARKED)
@pytest.mark.parametrize("range_km", [1300, 5500, 8000])
def test_marks_stand_outside_a_floor_and_inside_a_ceiling(
    projection: str, statement: str, range_km: float
) -> None:
    """By GeographicLib: the free end of a mark is farther from the site than the ring, or less."""
    view = view_at(f"ring=sohae~{range_km}")
    frame = frame_of(view, projection, (1200, 800), 1.0)
    vertices = range_ring(view.rings[0].point, range_km, step_deg=0.25)
    lines = frame.lines(vertices)
    marks = np.concatenate([marks_along(line, 22, 7 * MARKED[statement]) for line in lines])
    seen = (marks >= 10).all(axis=(1, 2)) & (marks <= np.array([1190, 790])).all(axis=(1, 2))
    assert seen.sum() > 10
    for ends in marks[seen]:
        gaps_km = [exact(site_point("sohae"), latlon(frame, end))[0] - range_km for end in ends]
        assert abs(gaps_km[0]) < abs(gaps_km[1])
        assert np.sign(gaps_km[1]) == MARKED[statement]


@pytest.mark.parametrize("projection", ["mercator", "azimuthal", "globe"])
def test_picture_of_a_far_floor_is_drawn(projection: str) -> None:
    """At 15,000 km the ring is behind the globe, and there is nothing to mark."""
    link = link_of(CLAIMS["hwasong-17-kishi"])
    answer = ask(f"/export/map.png?{link}&width=400&height=300&projection={projection}")
    assert (answer.status, answer.body[:4]) == (200, b"\x89PNG")


def latlon(frame: Any, pixel: Any) -> tuple[float, float]:
    ((lat, lon),) = frame.to_degrees(pixel[None, :])
    return float(lat), (float(lon) + 180) % 360 - 180


def test_quiz_asks_floors_and_ceilings_as_what_they_are() -> None:
    asked = {claim.id for claim in claims_asked(load_catalog())}
    single = {
        claim
        for claim, row in CLAIMS.items()
        if len({row["range_km_low"], row["range_km_high"]} - {""}) == 1
        and float(row["range_km_low"] or row["range_km_high"]) >= 500
    }
    assert asked == single
    assert {CLAIMS[claim]["statement"] for claim in asked} >= {"floor", "ceiling", "value"}


@pytest.mark.parametrize(
    ("statement", "ends"),
    [
        ("value", "the same number"),
        ("floor", "a low end alone"),
        ("span", "a low end and a higher"),
    ],
)
def test_statement_that_does_not_fit_the_ends_is_a_fault(
    data_dir: Path,
    statement: str,
    ends: str,
) -> None:
    line = change_row(data_dir / "claims.csv", "hwasong-14-yonhap-experts", statement=statement)
    (fault,) = [fault for fault in data_faults(data_dir) if "column statement" in fault]
    assert f"claims.csv, row {line} (hwasong-14-yonhap-experts)" in fault
    assert f"{statement} takes {ends}" in fault
