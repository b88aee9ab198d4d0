"""Requests to both builds: views in both languages, and every route that answers with a file."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

LANGUAGES: Final = ("en", "ko")

# Made at once by the server or by a worker process; the drawn ones are asked with their options.
FILES: Final = (
    "rings.geojson", "reach.csv", "reach.csv-metadata.json", "map.kml", "map.kmz", "map.html",
    "qr.svg",
)  # fmt: skip
# Half the usual size: a picture of every view in three projections is most of the time.
PICTURES: Final = tuple(
    f"map.png?width=800&height=450&projection={name}" for name in ("mercator", "azimuthal", "globe")
)
DRAWN: Final = (*PICTURES, "handout.pdf?paper=a4")
# For a few views only: the usual size, a tall one, the other paper.
DRAWN_TOO: Final = ("map.png?", "map.png?width=500&height=900", "handout.pdf?paper=letter")

EVERY_LAYER: Final = "show=cities,bases,thaad,radar,arcs,tests,envelope"
VIEWS: Final = (
    "",
    "ring=sohae~3000-5500~US+Pacific+Command&ring=tonghae~500-900",
    "ring=sohae~8500-10400-14000&ring=sunan_airport~1000-1200-1300~a,+b",
    f"ring=banghyon_20170704~6700~David+Wright+(UCS)&{EVERY_LAYER}&radar=tpy2_seongju~800~347~120",
    f"ring=sohae~8000&ring=hodo~300&{EVERY_LAYER}&date=2017-07-04&units=nmi&to=seoul,tokyo,guam_nb",
    "ring=wonsan_kalma~4500&date=2013-04-01&show=bases,thaad",
    "ring=sohae~8000&units=mi&at=40,-100,3.5&base=OpenTopoMap&present=1",
    "ring=sohae~8000&units=nmi&show=",
    "ring=sohae~9000~%3Cb%3E%26%22%27%60%24%7B7*7%7D%3C/script%3E]]%3E&ring=sohae~900~=HYPERLINK(1)",
    "ring=sohae~5500~%ED%95%9C%EA%B8%80+%EC%9D%B4%EB%A6%84",
    "ring=39.87,125.27~3000~a+point+of+my+own&show=cities,bases,thaad,arcs",
    "ring=-89.5,0~2500&ring=0,179.9~1500&ring=12.5,-179.99~19900",
    "story=five_ranges&step=2",
    "&".join(f"ring={site}~{km}~ring+{km}" for site, km in zip(
        ("sohae", "tonghae", "hodo", "sinpo", "kusong", "wonsan_kalma") * 2,
        range(900, 12_900, 1_000), strict=True)),
)  # fmt: skip
SHOWN_IN_ALL_SIZES: Final = (VIEWS[0], VIEWS[3])

# Of lofted flights: as printed, with what is assumed, without a limit, and what cannot be.
FLIGHTS: Final = tuple(
    f"{name}?{query}"
    for name in ("trajectory.json", "range.json")
    for query in (
        "apogee_km=2802&ground_range_km=933", "apogee_km=7687.5&ground_range_km=1001.2",
        "apogee_km=6248.5&ground_range_km=1090&flight_time_min=67.5&rotation=39.5,90",
        "apogee_km=550&ground_range_km=500&burnout_altitude_km=100&latitude_deg=40&azimuth_deg=90",
        "apogee_km=x&ground_range_km=-1&burnout_altitude_km=9999",
    )
)  # fmt: skip

BAD: Final = (
    "ring=sohae~5", "ring=atlantis~800", "ring=sohae", "ring=91,181~800", "ring=sohae~900-800",
    f"ring=sohae~8000~{'x' * 100}", "&".join(["ring=sohae~8000"] * 13), "show=planes",
    "units=furlong", "date=2017-02-30", "radar=thaad_guam~200~0~90", "radar=tpy2_seongju~9000~0~9",
    "at=39,125", "at=39,125,13", "base=https://tiles.example", "present=yes", "to=atlantis", "v=2",
    "story=atlantis", "story=five_ranges&step=99", "room=ABC", "seed=no+blanks", "lang=fr",
    "width=9", "height=9999", "projection=flat", "paper=a3",
    "ring=x&show=x&units=x&date=x&at=x&base=x&to=x&width=x&projection=x&paper=x",
)  # fmt: skip
REFUSING: Final = ("rings.geojson", "map.html", "map.png", "handout.pdf")

PLACES_ASKED: Final = ("seoul", "39.87,125.27", "guam", "", "xyzzy", "91,181", "\uc11c\uc6b8")
SITES_ASKED: Final = ("39.87,125.27", "-33.9,151.2", "Hodo", "atlantis", "91,181")
SEEDS: Final = ("KTV3", "july", "a", "no blanks", "")
STORIES_ASKED: Final = ("own", "atlantis", "")


@dataclass(frozen=True, order=True)
class Asked:
    """One request; with a body it is a POST."""

    target: str
    body: str = ""

    @property
    def name(self) -> str:
        digest = hashlib.sha256(self.body.encode()).hexdigest()[:8]
        return f"{self.target} <- {self.body[:40]!r} {digest}" if self.body else self.target


def everything(data: Path) -> list[Asked]:
    """All requests, each once, the dear ones first so that nobody waits for the last of them."""
    presets = [tomllib.loads(file.read_text("utf-8"))["query"] for file in _toml(data / "presets")]
    views = [f"{view}{'&' if view else ''}" for view in (*presets, *VIEWS)]
    found = [*_drawn(views), *_files(views), *_refused(), *_live(data), *_stories(data)]
    return list(dict.fromkeys(found))


def _toml(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def _drawn(views: list[str]) -> Iterator[Asked]:
    for lang in LANGUAGES:
        for view in views:
            sizes = DRAWN_TOO if view.rstrip("&") in SHOWN_IN_ALL_SIZES else ()
            for name in (*DRAWN, *sizes):
                yield Asked(f"/export/{name}&{view}lang={lang}")


def _files(views: list[str]) -> Iterator[Asked]:
    """Yield the other files, and the page, whose head holds the social card."""
    for lang in LANGUAGES:
        for view in views:
            yield Asked(f"/?{view}lang={lang}")
            for name in FILES:
                yield Asked(f"/export/{name}?{view}lang={lang}")
        yield from (Asked(f"/export/{name}&lang={lang}") for name in FLIGHTS)
    yield from (Asked(f"/{page}") for page in ("stories", "lesson", "quiz?seed=july", "sources"))
    yield from (Asked(f"/export/{name}") for name in ("openapi.json", "nothing.xml", ""))


def _refused() -> Iterator[Asked]:
    """Yield what exports refuse, and the page, which forgives it."""
    for lang in LANGUAGES:
        for bad in BAD:
            yield Asked(f"/?{bad}&lang={lang}")
            yield from (Asked(f"/export/{name}?{bad}&lang={lang}") for name in REFUSING)
    yield from (Asked(f"/export/{name}?lang=fr") for name in FILES)


def _live(data: Path) -> Iterator[Asked]:
    """Yield what the map page, the search and the quiz fetch."""
    with (data / "launch_sites.csv").open(encoding="utf-8", newline="") as file:
        sites = [*(row["id"] for row in csv.DictReader(file)), *SITES_ASKED]
    rings = [pair for view in VIEWS for pair in view.split("&") if pair.startswith("ring=")]
    names = ("places", "sites", "missiles", "presets", "stories")
    ends = [f"{name}.json?" for name in names]
    ends += [f"places.json?date={date}&" for date in ("2013-04-01", "2017-07-04", "x")]
    ends += [f"site.json?site={quote(site)}&" for site in sites]
    ends += [f"onrecord.json?{ring}&units={units}&" for ring in rings for units in ("km", "mi")]
    ends += [f"find.json?q={quote(text)}&" for text in PLACES_ASKED]
    ends += [f"quiz.json?seed={quote(seed)}&" for seed in SEEDS]
    ends += ["quiz.json?seed=KTV3&result=ABC&", "quizlink.json?seed=KTV3&answers=in,9&"]
    ends += [f"quizlink.{ending}?seed=KTV3&units=mi&" for ending in ("json", "svg")]
    ends += [f"room-qr.svg?code={code}&" for code in ("K7M2QX", "ABC")]
    yield from (Asked(f"/live/{end}lang={lang}") for end in ends for lang in (*LANGUAGES, "fr"))
    yield Asked("/live/class.json")


def _stories(data: Path) -> Iterator[Asked]:
    """Yield each story in all languages and units, as a file, and handed in by a teacher."""
    files = sorted((data / "stories").glob("*.json"))
    for lang in LANGUAGES:
        for name in (*(file.stem for file in files), *STORIES_ASKED):
            for end in ("", "&units=mi", "&units=nmi"):
                yield Asked(f"/live/story.json?id={name}&lang={lang}{end}")
            yield Asked(f"/live/storyfile.json?id={name}&lang={lang}")
        whole = files[0].read_text("utf-8") if files else ""
        faulty = whole.replace("ring=", "ring=atlantis").replace("{km:", "{miles:")
        for body in (whole, faulty, whole[:-9], "[]", '{"reachmap_story": 2, "steps": 1}'):
            yield Asked(f"/live/story.json?lang={lang}", body)
