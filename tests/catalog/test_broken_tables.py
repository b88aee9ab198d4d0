"""A broken table or preset says where and why, and all faults come at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geo.catalog.columns import TABLES
from geo.catalog.reading import data_faults, load_catalog
from geo.errors import DataError
from tests.damage import change_row

KCNA, RUSSIA = "2017-07-04-hwasong-14-kcna", "2017-07-04-hwasong-14-russia"
FLOOR = "2017-05-14-hwasong-12-jcs-japan"
# A fault between two cells is said of the one that has to follow.
SEEN_IN = {
    ("apogee_is", "floor"): "no_range_because",
    ("apogee_km", "150"): "no_range_because",  # an arc of least speed over 700 km is 170 high
    ("range_flown_km", ""): "no_range_because",
}


@pytest.mark.parametrize(
    ("file", "row_id", "cell", "problem"),
    [
        (
            "bases.csv",
            "osan_ab",
            ("lat", "127.03"),
            "is not between -90 and 90. Latitude comes first",
        ),
        ("bases.csv", "osan_ab", ("lon", "east"), "is not a number"),
        ("bases.csv", "osan_ab", ("lat", "nan"), "is not a number"),
        ("cities.csv", "seoul", ("lat", ""), "is not a number"),
        ("cities.csv", "seoul", ("population", "9,668,465"), "is not a whole number"),
        ("cities.csv", "seoul", ("source_name", ""), "is empty. Name the source"),
        ("cities.csv", "seoul", ("source_url", "javascript:alert(1)"), "is not a link"),
        ("cities.csv", "seoul", ("source_url", "https://a.b/<script>"), "is not a link"),
        ("cities.csv", "seoul", ("id", "Seoul City"), "is not an id"),
        ("cities.csv", "seoul", ("name", "Seoul\nCity"), "a line break"),
        ("bases.csv", "osan_ab", ("id", "seoul"), "is taken by cities.csv, row"),
        ("bases.csv", "osan_ab", ("kind", "space"), "is not one of: air, army"),
        ("missiles.csv", "hwasong-14", ("range_km_high", "25000"), "is not between 10 and 19,900"),
        ("missiles.csv", "hwasong-14", ("range_km_high", "9000"), "is below range_km_best, 10000"),
        ("missiles.csv", "hwasong-14", ("first_flight", "4 July 2017"), "is not a date"),
        ("missiles.csv", "hwasong-14", ("first_flight", "2017-02-30"), "is not in the calendar"),
        ("claims.csv", "hwasong-14-korea-times", ("missile_id", "hwasong-99"), "is not an id in"),
        ("claims.csv", "hwasong-14-korea-times", ("label", "x" * 61), "has 61 characters"),
        ("claims.csv", "hwasong-14-korea-times", ("label", "a~b"), "contains '~'"),
        ("claims.csv", "hwasong-14-korea-times", ("label", "experts via Yonhap"), "is taken by"),
        *(
            ("claims.csv", "hwasong-14-korea-times", ("label", label), "the app itself writes")
            for label in ("own assumption", "Hwasong-14, best published", "X, best published")
        ),
        ("claims.csv", "hwasong-14-korea-times", ("missile_id", "unha|hwasong-14"), "is not an id"),
        ("launch_sites.csv", "sinpo", ("missile_id", "unha|hwasong-99"), "hwasong-99 is not an id"),
        ("launch_sites.csv", "hodo", ("missile_classes", "SRBM|short"), "'short' is not one of"),
        ("launch_sites.csv", "hodo", ("missile_classes", "SRBM|SRBM"), "names one of them twice"),
        ("claims.csv", "hwasong-14-korea-times", ("claim_date", ""), "is not a date"),
        ("launch_sites.csv", "tonghae", ("id", "sohae"), "is taken by launch_sites.csv, row 2"),
        (
            "radar_claims.csv",
            "han-2017",
            ("radars", "tpy2_mars"),
            "is not an id in missile_defense",
        ),
        ("radar_claims.csv", "han-2017", ("mode", "search"), "is not one of: terminal"),
        ("radar_claims.csv", "han-2017", ("statement", "value"), "value takes the same number"),
        ("radar_claims.csv", "han-2017", ("statement", "none"), "none takes no ends"),
        ("radar_claims.csv", "du-2016", ("drawn", "yes"), "there is no range or no radar"),
        ("radar_claims.csv", "nas-2012-gbx", ("drawn", "yes"), "there is no range or no radar"),
        ("radar_claims.csv", "han-2017", ("range_km_high", "500"), "500 is below range_km_low"),
        ("radar_claims.csv", "han-2017", ("said_by", "x" * 41), "has 41 characters"),
        ("radar_claims.csv", "han-2017", ("source_url", ""), "is not a link"),
        ("radar_claims.csv", "hua-2017", ("id", "han-2017"), "is taken by radar_claims.csv"),
        ("missile_defense.csv", "tpy2_kurecik", ("radar_range_km_low", "900"), "in no claim of it"),
        ("thaad_timeline.csv", "2016-07-08-decision", ("date", "2016-7-8"), "is not a date"),
        ("thaad_timeline.csv", "2016-07-08-decision", ("event", ""), "is empty. Fill it in."),
        ("tests.csv", KCNA, ("missile_id", "hwasong-99"), "is not an id in missiles.csv"),
        ("tests.csv", KCNA, ("launch_site_id", "mars"), "is not an id in launch_sites.csv"),
        ("tests.csv", KCNA, ("id", "2017-07-04-kcna"), "does not begin with its flight"),
        ("tests.csv", KCNA, ("flight", "2017-07-28-hwasong-14"), "does not begin with its date"),
        ("tests.csv", KCNA, ("date", "2017-07"), "is not a day. Write YYYY-MM-DD."),
        ("tests.csv", KCNA, ("apogee_km", "2,802"), "is not a number"),
        ("tests.csv", KCNA, ("apogee_is", ""), "and apogee_km are not both filled or both blank"),
        ("tests.csv", KCNA, ("apogee_is", "floor"), "is empty, but the altitude is a floor"),
        ("tests.csv", FLOOR, ("apogee_km", "150"), "is floor, but the flight is flat"),
        ("tests.csv", KCNA, ("range_flown_km", ""), "is empty, but a number is missing"),
        ("tests.csv", KCNA, ("missile_is", ""), "and missile_id are not both filled"),
        ("tests.csv", KCNA, ("flight_time_s", "2340"), "is filled, and so is flight_time_min"),
        ("tests.csv", RUSSIA, ("azimuth_deg", "85"), "is 86 in the first report of the flight"),
        ("tests.csv", RUSSIA, ("launch_site_id", "sohae"), "is banghyon_20170704 in the first"),
        ("tests.csv", RUSSIA, ("trajectory", "ballistic"), "is not one of: lofted, standard"),
        ("tests.csv", RUSSIA, ("no_range_because", "old"), "is not one of: incomplete, floor"),
        ("tests.csv", "2019-11-28-kn-25-jcs", ("outcome", "good"), "is not one of: success"),
        ("launches_by_year.csv", "2016-irbm-failure", ("year", "2016.5"), "is not a year"),
        ("launches_by_year.csv", "2016-irbm-failure", ("launches", "-1"), "not a whole number"),
        ("launches_by_year.csv", "2016-irbm-failure", ("id", "2015-slbm-failure"), "is taken by"),
    ],
)
def test_fault_names_file_row_column_and_cure(
    data_dir: Path, file: str, row_id: str, cell: tuple[str, str], problem: str
) -> None:
    column, value = cell
    row = change_row(data_dir / file, row_id, **{column: value})
    found = data_faults(data_dir)
    place = re.compile(rf"{re.escape(file)}, row \d+ \(.*\), column (\w+): ", re.DOTALL)
    fault = next(line for line in found if place.match(line) and problem in line)
    assert f"row {row} " in fault
    assert f"column {SEEN_IN.get((column, value), column)}: " in fault


def test_claim_without_any_range(data_dir: Path) -> None:
    change_row(data_dir / "claims.csv", "hwasong-14-janes", range_km_low="", range_km_high="")
    (fault,) = data_faults(data_dir)
    assert "(hwasong-14-janes), column range_km_low: is empty" in fault


def test_alias_of_unknown_site(data_dir: Path) -> None:
    path = data_dir / "launch_site_aliases.csv"
    path.write_text(path.read_text("utf-8") + "Atlantis,atlantis,none,\n", "utf-8")
    (fault,) = data_faults(data_dir)
    assert "column launch_site_id: atlantis is not an id in launch_sites.csv" in fault


@pytest.mark.parametrize("file", TABLES)
def test_missing_file_is_one_line(data_dir: Path, file: str) -> None:
    (data_dir / file).unlink()
    found = [line for line in data_faults(data_dir) if line.startswith(file)]
    assert found == [f"{file}: cannot be read. Put the file back into the data folder."]


@pytest.mark.parametrize(("file", "columns"), TABLES.items())
def test_missing_columns_are_one_line_each(
    data_dir: Path, file: str, columns: dict[str, object]
) -> None:
    path = data_dir / file
    head, _, body = path.read_text("utf-8").partition("\n")
    path.write_text(",".join(f"x_{name}" for name in head.split(",")) + "\n" + body, "utf-8")
    found = [line for line in data_faults(data_dir) if line.startswith(f"{file}, column")]
    assert found == [
        f"{file}, column {column}: is missing. Add it; data/README.md lists all."
        for column in columns
    ]


def test_one_missing_column_leaves_the_other_checks_standing(data_dir: Path) -> None:
    change_row(data_dir / "bases.csv", "osan_ab", lat="127.03")
    path = data_dir / "bases.csv"
    path.write_text(path.read_text("utf-8").replace(",host,", ",owner,", 1), "utf-8")
    assert [line.split(":")[0] for line in data_faults(data_dir)] == [
        "bases.csv, column host",
        "bases.csv, row 2 (osan_ab), column lat",
    ]


def test_korean_windows_encoding_is_named(data_dir: Path) -> None:
    path = data_dir / "launch_sites.csv"
    path.write_bytes(path.read_text("utf-8").encode("cp949", errors="replace"))
    assert "launch_sites.csv, row 2: is not UTF-8 text. Save the file as UTF-8." in data_faults(
        data_dir
    )


def test_byte_order_mark_of_a_spreadsheet_is_accepted(data_dir: Path) -> None:
    path = data_dir / "cities.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert data_faults(data_dir) == []


@pytest.mark.parametrize(
    ("tail", "problem"),
    [
        ("a,b,c\n", "cities.csv, row 180: has 3 cells, the header 12. Check the commas."),
        ('"unclosed', "cities.csv, row 180: is not CSV ("),
    ],
)
def test_broken_csv_is_a_line(data_dir: Path, tail: str, problem: str) -> None:
    path = data_dir / "cities.csv"
    path.write_text(path.read_text("utf-8") + tail, "utf-8")
    assert any(line.startswith(problem) for line in data_faults(data_dir))


@pytest.mark.parametrize("content", ["", "\n", "\x00\x01", "id,id\n1,2\n", "id,name\n"])
def test_rubbish_never_raises(data_dir: Path, content: str) -> None:
    (data_dir / "missiles.csv").write_text(content, "utf-8")
    assert any(line.startswith("missiles.csv") for line in data_faults(data_dir))


def test_all_faults_of_all_files_come_at_once(data_dir: Path) -> None:
    change_row(data_dir / "bases.csv", "osan_ab", lat="127.03", lon="37.09")
    change_row(data_dir / "bases.csv", "kunsan_ab", source_name="")
    change_row(data_dir / "cities.csv", "seoul", source_url="ftp://x")
    (data_dir / "missile_defense.csv").unlink()
    (data_dir / "presets" / "empty.toml").write_text("title = ", "utf-8")
    with pytest.raises(DataError) as caught:
        load_catalog(data_dir)
    lines = str(caught.value).splitlines()
    assert [line.split(",")[0].split(":")[0] for line in lines] == [
        "cities.csv",
        "bases.csv",
        "bases.csv",
        "missile_defense.csv",
        "empty.toml",
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('title = "x"\nabout = "y"\norder = "0"\nquery = "ring=sohae~900"', "column order"),
        ('title = ""\nabout = "y"\norder = 0\nquery = "ring=sohae~900"', "column title"),
        ('title = "x"\nabout = "y"\norder = 0\nquery = "ring=mars~900"', "mars is not an id"),
        ("title", "is not TOML"),
    ],
)
def test_broken_preset_is_a_line(data_dir: Path, content: str, problem: str) -> None:
    (data_dir / "presets" / "icbm.toml").write_text(content, "utf-8")
    (fault,) = data_faults(data_dir)
    assert fault.startswith("icbm.toml")
    assert problem in fault
