"""Labels and links in KML are only text, whatever signs they hold."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.catalog.reading import load_catalog
from geo.catalog.views import view_of
from geo.kml.document import map_kml
from geo.link.scenario import Scenario
from geo.reach.quotes import whose
from tests.kmlfiles import (
    KML,
    Words,
    folder_of,
    parsed,
    words_of,
)
from tests.oracle import SOHAE, single

HOSTILE = "<script>alert(1)</script> & \"<b>'\x00\x1b\ud800\ufffe\uffff]]>$[name]"


def test_hostile_label_is_shown_as_it_is() -> None:
    ring = replace(single(SOHAE, 5500), label=HOSTILE)
    content = map_kml(view_of(Scenario((ring,))), f"https://x/?<script>&a={HOSTILE}")
    assert b"<script" not in content
    shown = "<script>alert(1)</script> & \"<b>']]>$[name]"
    named = shown.replace("$[", "$\u200b[")
    folder = folder_of(parsed(content), f"5,500 km (“{named}”, own label)")
    assert f"Label: “{shown}”, own label" in words_of(folder).text
    for each in parsed(content).iter(f"{KML}description"):
        assert Words(each.text or "").tags <= {"br", "a"}


def is_xml(code: int) -> bool:
    """XML 1.0's production Char, without the carriage return."""
    spans = ((0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF))
    return code in (9, 10) or any(first <= code <= last for first, last in spans)


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def test_korean_pasted_on_a_mac_is_composed() -> None:
    apart = unicodedata.normalize("NFD", "\ud55c\uad6d")
    content = map_kml(view_of(Scenario((replace(single(SOHAE, 5500), label=apart),))), "https://x/")
    assert content.count("\ud55c\uad6d".encode()) > 1
    assert apart.encode() not in content


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=60), st.text(max_size=60))
def test_any_label_and_link_is_only_text(label: str, link: str) -> None:
    ring = replace(single(SOHAE, 100), label=label, site=f"?{label}")
    content = map_kml(view_of(Scenario((ring,), show=())), link)
    root = parsed(content)
    shown = whose(ring, load_catalog()).shown
    kept = composed("".join(sign for sign in shown if is_xml(ord(sign))))
    named = kept.replace("$[", "$\u200b[")
    name = f"100 km ({named})" if label else "100 km"
    words = words_of(folder_of(root, name))
    assert not words.links
    assert (f"Label: {kept}" if label else "Said by: own assumption") in words.text
    assert [each.tag for each in folder_of(root, "Launch sites")] == [
        f"{KML}name",
        f"{KML}Placemark",
    ]


def test_google_earth_fills_nothing_into_a_label() -> None:
    """It does after `$[`, in names and descriptions; both are shown as they were typed."""
    typed = "at $[name] $[description] $$[id"
    ring = replace(single(SOHAE, 5500), label=typed)
    content = map_kml(view_of(Scenario((ring,), title=typed)), "https://x/?a=%24%5Bname%5D")
    assert b"$[" not in content
    root = parsed(content)
    names = [each.text or "" for each in root.iter(f"{KML}name")]
    assert any(typed in name.replace("\u200b", "") for name in names)
    told = [Words(each.text or "").text for each in root.iter(f"{KML}description")]
    assert any(f"Label: \u201c{typed}\u201d" in words for words in told)
