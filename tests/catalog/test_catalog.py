"""The shipped tables hold together, and presets and documents say what they say."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from geo.catalog.columns import TABLES
from geo.catalog.reading import data_faults, load_catalog
from geo.facts.layers import PLACE_LAYER_IDS
from geo.files.datafiles import DATA_DIR
from tests.damage import change_row


def test_shipped_data_has_no_fault() -> None:
    assert data_faults() == []


def test_shipped_catalog_is_complete() -> None:
    catalog = load_catalog()
    sizes = {layer: sum(p.layer == layer for p in catalog.places) for layer in ("cities", "bases")}
    assert sizes == {"cities": 178, "bases": 99}
    assert (len(catalog.launch_sites), len(catalog.missiles), len(catalog.claims)) == (55, 42, 104)
    assert (len(catalog.flights), len(catalog.flight_reports)) == (101, 123)
    assert {place.layer for place in catalog.places} == {*PLACE_LAYER_IDS}
    assert load_catalog() is catalog


def test_interceptors_share_the_thaad_layer() -> None:
    layers = {place.id: place.layer for place in load_catalog().places}
    assert layers["patriot_osan"] == layers["thaad_seongju"] == "thaad"
    assert layers["tpy2_seongju"] == "radar"


def test_site_is_found_by_id_and_by_other_spelling() -> None:
    catalog = load_catalog()
    by_id, by_alias = catalog.site("banghyon_20170704"), catalog.site("Banghyon")
    assert by_id is not None
    assert by_id is by_alias
    assert catalog.site("nowhere") is None


def test_na_survives_reading(data_dir: Path) -> None:
    change_row(data_dir / "cities.csv", "seoul", country_code="NA", country="NA")
    seoul = next(place for place in load_catalog(data_dir).places if place.id == "seoul")
    assert seoul.country == "NA"


def test_every_column_is_in_the_readme() -> None:
    text = (DATA_DIR / "README.md").read_text("utf-8")
    sections = {part.split(":")[0]: part for part in text.split("\n### ")[1:]}
    assert {path.name for path in DATA_DIR.glob("*.csv")} == set(TABLES)
    for file in TABLES:
        header = (DATA_DIR / file).read_text("utf-8").splitlines()[0].split(",")
        documented = re.findall(r"^\| `(\w+)` \|", sections[file], re.MULTILINE)
        assert documented == header, file
        rows = len((DATA_DIR / file).read_text("utf-8").splitlines()) - 1
        assert f"({rows})" in sections[file].splitlines()[0], file


def rings_of(query: str) -> list[tuple[str, list[float], str]]:
    """Return (site, ranges, label) of every ring in a query string."""
    parts = [value.split("~") for key, value in parse_qsl(query) if key == "ring"]
    return [
        (site, [float(km) for km in band.split("-")], label[0] if label else "")
        for site, band, *label in parts
    ]


def test_july_2017_is_the_first_preset_and_matches_the_claims() -> None:
    catalog = load_catalog()
    first = catalog.presets[0]
    assert (first.id, first.order) == ("july_2017", 0)
    rings = rings_of(first.query)
    assert [band for _, band, _ in rings] == [[3000, 5500], [5000], [6700], [8000], [10000]]
    ceilings = {"experts via Yonhap", "Korea Times"}
    for site, band, label in rings:
        claim = catalog.claim(label)
        assert site == "banghyon_20170704"
        assert claim is not None
        assert claim.missile_id == "hwasong-14"
        low = None if label in ceilings else band[0]
        assert (claim.range_km_low, claim.range_km_high) == (low, band[-1])


@pytest.mark.parametrize("preset", load_catalog().presets, ids=lambda preset: preset.id)
def test_preset_rings_say_what_the_tables_say(preset) -> None:
    catalog = load_catalog()
    best = {f"{m.name}, best published": m.range_km_best for m in catalog.missiles}
    rings = rings_of(preset.query)
    assert 1 <= len(rings) <= 12
    for site, band, label in rings:
        assert catalog.site(site) is not None
        assert len(label) <= 60
        claim = catalog.claim(label)
        if claim:
            given = {claim.range_km_low, claim.range_km_high} - {None}
            assert set(band) == given, label
        elif label:
            assert band == [best[label]], label


def test_nothing_is_quoted_and_nothing_is_from_memory() -> None:
    for file in TABLES.keys() - {"revisions.csv"}:  # old cells stand there as they were
        with (DATA_DIR / file).open(encoding="utf-8", newline="") as rows:
            cells = [cell for row in csv.reader(rows) for cell in row]
        assert not [cell for cell in cells if '"' in cell or "recalled" in cell.lower()], file
