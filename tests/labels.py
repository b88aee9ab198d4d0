"""Labels that look like claims, and how own words must be shown: written out, not by the app."""

from __future__ import annotations

import re
from urllib.parse import quote

from geo.kml.words import about_ring
from geo.link.scenario import Ring
from geo.link.view import View
from tests.support import scenario_of

SITE = "banghyon_20170704"  # where the Hwasong-14 of 4 July 2017 was launched, and nothing else
USFK = "US Forces Korea via Korea Times"  # said 5,000 km on 4 or 5 July 2017
SHOWN_KO = "주한미군(코리아타임스 보도)"
# Labels that are not the claim's own, with the claim's own number: close is not it.
NEARLY = [
    "us forces korea via korea times",
    "US Forces Korea  via Korea Times",
    "US Forces Korea\u00a0via Korea Times",
    "US Forces K\u043erea via Korea Times",  # a Cyrillic o
    "\uff35\uff33 Forces Korea via Korea Times",
    "US Forces Ko\u200brea via Korea Times",
    "US Forces Korea via Kore\u0301a Times",
    "US Forces Korea via Korea Times.",
    "US Forces Korea",
    "US Forces Korea, quoted by the Korea Times",
    SHOWN_KO,
    "USFK",
]
# Labels that look like our own marks, or like a sourced claim with its date and source.
HOSTILE = [
    USFK,
    f"{USFK}, 2017-07",
    "US Forces Korea (Korea Times, 5 July 2017)",
    f"\u201c{USFK}\u201d, own label",
    f"x\u201d, own label. {USFK}",
    f"x\u201d {USFK}, 2017-07 \u201cx",
    f"x\u2019\u2019 {USFK} \u2018\u2018x",
    f"x\u2033 {USFK} \u301dx",
    f"x\u2019\u200b\u2019 {USFK}",
    f"{USFK}. Source: https://usfk.kr",
    "according to Yonhap",
    "own assumption\u200b",
    "Own assumption",
    "직접 정한 가정",
    "Hwasong-14, best published",  # 10,000 km in missiles.csv
    "\u05d0 US Forces Korea via Korea Times",
    "\u0645 15 US Forces Korea via Korea Times \u0645",
    "\u0661\u0662 US Forces Korea via Korea Times",
    "Hwasong-15, CSIS",
    SHOWN_KO,
]


def ring_of(label: str, km: str = "15000", site: str = SITE) -> Ring:
    return scenario_of(f"ring={site}~{km}~{quote(label)}").rings[0]


def km_of(claim: dict[str, str]) -> str:
    low, high = claim["range_km_low"], claim["range_km_high"]
    return f"{low}-{high}" if low and high and low != high else high or low


def marks(label: str) -> str:
    """Return own words as they must be shown; what could close the marks is a plain one."""
    inner = re.sub("[\u201c\u201d\u2033\u301d]|[\u2018\u2019]\u200b?[\u2018\u2019]", '"', label)
    if re.search("[\u05d0-\u066f]", inner):
        inner = f"\u2066{inner}\u2069"  # left to right, whatever is in it
    return f"\u201c{inner}\u201d, own label"


def kml_of(view: View) -> str:
    """Return what the KML of a view says of its one ring."""
    return " ".join((about := about_ring(view.rings[0], view)).lines) + about.name
