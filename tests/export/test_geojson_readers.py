"""rings.geojson as programs that did not write it read it: GDAL and shapely."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from shapely import MultiPolygon, Polygon
from shapely.geometry import shape

from geo.export.geodata import rings_geojson
from tests.oracle import assert_is_sound
from tests.support import view_at

FIELDS = ["ring", "role", "site", "site_lat", "site_lon", "range_km", "label"]
# Features expected; west and east, south and north as GDAL should find them, where they are round.
CASES = {
    "": (6, (-180, 180, None, 90)),
    "ring=sohae~3000": (1, (None, None, None, None)),
    "ring=sohae~5000": (1, (-180, 180, None, None)),
    "ring=sohae~8000~experts%20via%20Yonhap": (1, (-180, 180, None, 90)),
    "ring=sohae~15000": (1, (-180, 180, -90, 90)),
    "ring=-41.3,174.8~3000-5400-9000": (3, (-180, 180, -90, None)),
    "ring=90,0~5000&ring=-90,0~19900": (2, (-180, 180, -90, 90)),
    "ring=0,180~10000&ring=0,-180~15000": (2, (-180, 180, -90, 90)),
    "ring=12.5,-170.25~4000~%3Cb%3E%20%22%ED%95%9C%EA%B5%AD%22": (1, (-180, 180, None, None)),
}
every_case = pytest.mark.parametrize(("query", "expected"), CASES.items())
Expected = tuple[int, tuple[float | None, ...]]


def written(query: str, folder: Path) -> Path:
    file = folder / "rings.geojson"
    file.write_text(json.dumps(rings_geojson(view_at(query)), allow_nan=False), "utf-8")
    return file


def run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    return done.stdout


@every_case
def test_gdal_finds_all_features_where_they_are(
    query: str, expected: Expected, tmp_path: Path
) -> None:
    said = run("ogrinfo", "-ro", "-al", "-so", written(query, tmp_path))
    features, (west, east, south, north) = expected
    assert "using driver `GeoJSON' successful" in said
    assert re.findall(r"Feature Count: (\d+)", said) == [str(features)]
    assert [name for name in FIELDS if f"\n{name}: " in said] == FIELDS
    (extent,) = re.findall(r"Extent: \((.+), (.+)\) - \((.+), (.+)\)", said)
    for found, round_deg in zip(map(float, extent), (west, south, east, north), strict=True):
        if round_deg is None:
            assert abs(found) % 90 != 0
        else:
            assert found == round_deg


@every_case
def test_gdal_and_shapely_read_the_same_valid_areas(
    query: str, expected: Expected, tmp_path: Path
) -> None:
    file = written(query, tmp_path)
    features = json.loads(file.read_text("utf-8"))["features"]
    assert len(features) == expected[0]
    # GDAL writes fifteen significant digits, so nothing is lost on the way.
    again = json.loads(run("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", file))["features"]
    assert len(again) == len(features)
    for ours, theirs in zip(features, again, strict=True):
        assert theirs["properties"] == pytest.approx(ours["properties"])
        area = shape(ours["geometry"])
        assert isinstance(area, Polygon | MultiPolygon)
        assert_is_sound(area)
        assert shape(theirs["geometry"]).equals_exact(area, 0)
