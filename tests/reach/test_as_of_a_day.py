"""The map of a day: nothing that was printed, flown or built later is in it, in any form."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from geo.catalog.reading import load_catalog
from geo.handout.content import handout_text
from geo.link.query import encode
from geo.reach.onrecord import on_record
from geo.reach.timeline import farthest, moments
from geo.records.known import is_known_on, is_printed_on, known_by, known_from
from geo.share import captions
from geo.share.links import short_link, without_words
from tests.support import ask, scenario_of, table, view_at

CLAIMS = table("claims")
CATALOG = load_catalog()
DAYS = st.dates(dt.date(1984, 1, 1), dt.date(2026, 12, 31))
RINGS = (
    "ring=banghyon_20170704~8000~experts%20via%20Yonhap"
    "&ring=banghyon_20170704~10000~Korea%20Times"
    "&ring=mupyong_ni~10400~Hwasong-14%2C%20David%20Wright%20%28UCS%29"
    "&ring=sohae~777~mine"
)
LATE = ("Korea Times", "Hwasong-14, David Wright (UCS)", "10,400", "10400")


def told_days(row: dict[str, str]) -> list[str]:
    return [row["claim_date"], *filter(None, [row["launch_date"]])]


def is_surely_before(row: dict[str, str], day: dt.date) -> bool:
    """Whether a claim was in print on a day, whichever day of a month or year it was."""
    return all(
        text < day.isoformat()[: len(text)] if len(text) < 10 else text <= day.isoformat()
        for text in told_days(row)
    )


@pytest.mark.parametrize(
    ("text", "eve", "day"),
    [
        ("2017-07-04", "2017-07-03", "2017-07-04"),
        ("2017-07", "2017-07-30", "2017-07-31"),
        ("2016-02", "2016-02-28", "2016-02-29"),
        ("1998", "1998-12-30", "1998-12-31"),
    ],
)
def test_a_date_counts_from_the_last_day_that_it_may_mean(text: str, eve: str, day: str) -> None:
    assert not is_known_on(text, dt.date.fromisoformat(eve))
    assert is_known_on(text, dt.date.fromisoformat(day))


@pytest.mark.parametrize("text", ["", None])
def test_what_has_no_date_is_known_on_no_day(text: str | None) -> None:
    assert not is_known_on(text, dt.date(9999, 12, 30))


@given(st.sampled_from(CATALOG.claims), DAYS)
def test_a_claim_is_shown_on_no_day_before_its_own(claim: object, day: dt.date) -> None:
    row = CLAIMS[claim.id]  # type: ignore[attr-defined]
    if is_printed_on(claim, day):  # type: ignore[arg-type]
        assert all(text <= day.isoformat() for text in told_days(row))
        assert is_printed_on(claim, day + dt.timedelta(1))  # type: ignore[arg-type]
    else:
        assert not is_surely_before(row, day)


@given(DAYS)
def test_what_is_known_of_a_missile_was_printed_by_then(day: dt.date) -> None:
    for missile in CATALOG.missiles:
        known = known_by(missile, CATALOG.claims, day)
        if known is None:
            continue
        if known.claim:
            assert all(text <= day.isoformat() for text in told_days(CLAIMS[known.claim.id]))
            row = CLAIMS[known.claim.id]
            assert known.km == float(row["range_km_high"] or row["range_km_low"])
        else:  # nothing is in print of what flew before the first claim of all
            assert missile.first_flight is not None
            assert known_from(missile.first_flight) <= min(
                known_from(row["claim_date"]) for row in CLAIMS.values()
            )


def test_best_known_range_is_that_which_most_claims_of_the_day_share() -> None:
    hwasong_14 = next(each for each in CATALOG.missiles if each.id == "hwasong-14")
    on_the_day = [
        float(row["range_km_high"] or row["range_km_low"])
        for row in CLAIMS.values()
        if row["missile_id"] == "hwasong-14"
        and row["claim_date"] == "2017-07-04"
        and row["statement"] != "class"
    ]
    most = max(on_the_day, key=on_the_day.count)
    known = known_by(hwasong_14, CATALOG.claims, dt.date(2017, 7, 4))
    assert known is not None
    assert known.km == most == 8000
    assert known_by(hwasong_14, CATALOG.claims, dt.date(2017, 7, 3)) is None


def test_reach_of_the_arsenal_grows_from_300_to_15000_km() -> None:
    steps = farthest(CATALOG)
    kms = [step.known.km for step in steps]
    assert (kms[0], kms[-1]) == (300, 15_000)
    assert kms == sorted(kms)
    missiles = table("missiles")
    for step in steps:
        row = missiles[step.known.missile.id]
        assert row["missile_class"] != "SLV"
        assert known_from(row["first_flight"]) <= step.day
        view = view_at(f"{encode(scenario_of(ring_query(step.ring.site, step)))}&date={step.day}")
        assert [ring.label for _, ring in view.shown_rings] == [step.ring.label]


def ring_query(site: str, step: object) -> str:
    ring = step.ring  # type: ignore[attr-defined]
    km = "-".join(f"{each:g}" for _, each in ring.edges)
    return f"ring={site}~{km}~{quote(ring.label)}"


def test_moments_are_days_of_the_tables() -> None:
    flown = [missile.id for moment in moments(CATALOG) for missile in moment.flown]
    assert sorted(flown) == sorted(m for m, row in table("missiles").items() if row["first_flight"])
    printed = [claim.id for moment in moments(CATALOG) for claim in moment.printed]
    assert sorted(printed) == sorted(CLAIMS)


@given(DAYS)
def test_rings_of_a_view_are_those_in_print_and_one_s_own(day: dt.date) -> None:
    view = view_at(f"{RINGS}&date={day}")
    shown = {ring.label for _, ring in view.shown_rings}
    assert "mine" in shown
    for row in CLAIMS.values():
        if row["label"] in shown:
            assert all(text <= day.isoformat() for text in told_days(row))
        elif row["label"] in {ring.label for ring in view.rings}:
            assert not is_surely_before(row, day)
    assert view.speaking in {index for index, _ in view.shown_rings}
    assert encode(view.scenario).count("ring=") == 4, "they stay in the link"


def test_a_claim_turned_with_the_earth_is_of_the_day_of_the_claim() -> None:
    assert CLAIMS["hwasong-14-korea-times"]["claim_date"] == "2017-07"
    rings = "ring=banghyon_20170704~10000:rotating~Korea%20Times&ring=sohae~777:rotating~mine"
    for day, shown in (("2017-07-30", [1]), ("2017-07-31", [0, 1])):
        assert [index for index, _ in view_at(f"{rings}&date={day}").shown_rings] == shown


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("file", ["rings.geojson", "reach.csv", "map.kml"])
def test_no_export_tells_of_a_later_day(file: str, lang: str) -> None:
    link = f"{RINGS}&date=2017-07-04&show=cities,thaad,radar,arcs,envelope&lang={lang}"
    text = ask(f"/export/{file}?{link}").text
    shown = re.sub(r"https?://[^\s\"<]*", "", text)  # a link keeps its rings
    for late in LATE:
        assert late not in shown
    if file == "reach.csv":
        assert {row["ring"] for row in csv.DictReader(io.StringIO(text))} == {"0", "3"}
        assert text == ask(f"/export/{file}?{link}&hide=2,3").text
    if file == "rings.geojson":
        rings = [feature["properties"]["ring"] for feature in json.loads(text)["features"]]
        assert rings == [0, 3]


def test_pictures_and_handout_list_what_was_in_print() -> None:
    view = view_at(f"{RINGS}&date=2017-07-04")
    assert [row.letter for row in handout_text(view).claims] == ["A", "D"]
    assert [row.index for row in captions.ring_rows(view)] == [0, 3]
    link = f"{RINGS}&date=2017-07-04&at=38,127,2&width=400&height=300"
    dated, hidden, other = (
        ask(f"/export/map.png?{query}").body
        for query in (link, f"{link}&hide=2,3", link.replace("date=2017-07-04", "date=2017-08-01"))
    )
    inside = [
        Image.open(io.BytesIO(body)).convert("RGB").crop((0, 60, 400, 220))
        for body in (dated, hidden, other)
    ]
    assert inside[0].tobytes() == inside[1].tobytes() != inside[2].tobytes()


def test_kml_of_a_day_has_no_notes_nor_status_of_later_years() -> None:
    link = "ring=sohae~8000&show=thaad,radar"
    notes = table("missile_defense")["thaad_seongju"]["notes"]
    assert "2026" in notes
    assert notes[:60] in ask(f"/export/map.kml?{link}").text
    dated = ask(f"/export/map.kml?{link}&date=2017-07-04").text
    assert notes[:60] not in dated
    assert "Status: " not in dated
    assert "Until: " not in dated
    assert not [year for year in range(2018, 2027) if f"in {year}" in dated]


def is_not_there(row: dict[str, str], day: str) -> bool:
    """Whether the table says that something did not stand on a day, or on no day that is known."""
    first, last = row["deployed_from"], row["deployed_to"]
    is_known = first or row["status"] not in ("reported", "cancelled")
    left, _, returned = row["away"].partition("/")
    is_away = bool(left and left <= day < returned)
    return not is_known or is_away or first > day or bool(last and last < day[: len(last)])


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("file", ["rings.geojson", "reach.csv", "map.kml"])
def test_no_export_has_a_battery_or_radar_that_did_not_stand_though_it_is_asked_for(
    file: str, lang: str
) -> None:
    rows = table("missile_defense")
    absent = {id_ for id_, row in rows.items() if is_not_there(row, "2017-07-04")}
    assert {"thaad_saudi", "lrdr_clear", "thaad_romania_2019"} <= absent
    assert "thaad_seongju" not in absent
    asked = f"to={','.join(absent)}&name={','.join(absent)}"
    link = f"{RINGS}&date=2017-07-04&show=cities,bases,thaad,radar,arcs&{asked}&lang={lang}"
    told = re.sub(r"https?://[^\s\"<]*", "", ask(f"/export/{file}?{link}").text)
    names = {place.id: place.name for place in load_catalog(lang=lang).places}
    assert not [id_ for id_ in absent if id_ in told or names[id_] in told]
    if file != "rings.geojson":  # which has no places at all
        assert names["thaad_seongju"] in told


def test_ring_from_a_site_of_a_later_day_is_drawn_and_says_so() -> None:
    first = table("launch_sites")["sunan_airport"]["first_used"]
    link = "ring=sunan_airport~3000&date=2010-01-01"
    assert len(view_at(link).shown_rings) == 1
    said = f"First launch on record from here: {first}, after this day."
    assert said in ask(f"/export/map.kml?{link}").text
    assert said not in ask("/export/map.kml?ring=sunan_airport~3000").text


def test_page_in_one_file_knows_the_days() -> None:
    page = ask(f"/export/map.html?{RINGS}&date=2017-07-04").text
    (saved,) = re.findall(r'<script type="application/json" id="saved">(.*?)</script>', page)
    rings = json.loads(saved)["scene"]["rings"]
    assert [ring["printed"] for ring in rings] == ["2017-07-04", "2017-07-31", "2017-07-28", ""]
    assert 'id="live/timeline.json"' in page


def test_short_link_without_labels_hides_what_a_label_kept_back() -> None:
    view = view_at(f"{RINGS}&date=2017-07-04")
    assert without_words(view.drawn).hidden == (1, 2)
    again = view_at(short_link(view, "http://x/").partition("?")[2])
    assert [index for index, _ in again.shown_rings] == [0, 3]


def test_own_label_is_answered_by_what_was_in_print_alone() -> None:
    label = quote("US Forces Korea")
    later = view_at(f"ring=sohae~9999~{label}")
    assert on_record(later.rings[0], later)
    then = view_at(f"ring=sohae~9999~{label}&date=2017-07-04")
    assert on_record(then.rings[0], then) == ()


def test_outline_of_all_sites_is_of_those_used_by_then() -> None:
    view = view_at("ring=sohae~8000&show=envelope&date=1990-01-01")
    assert [site.id for site in view.launch_sites] == ["tonghae"]


def test_target_that_did_not_stand_is_none() -> None:
    link = "ring=sohae~8000&show=arcs&to=thaad_seongju,seoul"
    assert [place.id for place in view_at(f"{link}&date=2016-01-01").targets] == ["seoul"]
    assert len(view_at(link).targets) == 2


def test_timeline_is_the_same_in_both_languages() -> None:
    steps = {
        lang: [(step["day"], step["claim"], step["ring"]["label"], step["ring"]["best"])
               for step in ask(f"/live/timeline.json?lang={lang}").json()["reach"]]
        for lang in ("en", "ko")
    }  # fmt: skip
    assert steps["en"] == steps["ko"]
