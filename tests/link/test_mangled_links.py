"""Links that were mangled by mail, chats and documents are read, or named with what was meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from geo.link.query import encode, parse_pairs
from geo.link.repair import repaired
from geo.link.scenario import Scenario
from geo.link.spelling import opened_words
from tests.link.test_old_links import OLD_LINKS
from tests.link.test_query_properties import SCENARIOS, as_a_browser_reads
from tests.support import read_link, scenario_of

LINK = "ring=sohae~8000~experts+via+Yonhap&ring=39.87,125.27~3000-5500&units=mi&lang=ko&v=1"
HOME = "http://192.168.1.5:8501/?"
# What a sentence or a chat leaves glued to a link.
TAILS = (
    ")", ">", ",", ".", "\u3002", "%3E", "%22", "\uc785\ub2c8\ub2e4", "%EB%A1%9C", "*",
    "\u3092\u898b\u3066", "+and+more", "](", "\u201d.", "'", "!", "\u00ad", "%E2%80%8B",
)  # fmt: skip
Way = Callable[[str], str]


def _in_capitals(field: str) -> str:
    key, sign, value = field.partition("=")
    return key.upper() + sign + value


# What happens to the text of a link on its way, between two programs that both mean well.
WAYS: dict[str, Way] = {
    "source of a page": lambda link: link.replace("&", "&amp;"),
    "source of a source": lambda link: link.replace("&", "&amp;amp;"),
    "entity by number": lambda link: link.replace("&", "&#38;"),
    "entity without its end": lambda link: link.replace("&", "&amp"),
    "encoded as a whole": quote,
    "encoded as a whole, twice": lambda link: quote(quote(link)),
    "encoded in its values": lambda link: link.replace("%", "%25").replace("~", "%257E"),
    "semicolons": lambda link: link.replace("&", ";"),
    "question marks": lambda link: link.replace("&", "?"),
    "full width": lambda link: link.translate(str.maketrans("&=", "\uff06\uff1d")),
    "full width, encoded": lambda link: link.replace("&", "%EF%BC%86").replace("=", "%EF%BC%9D"),
    "quoted printable": lambda link: link.replace("=", "=3D"),
    "lines": lambda link: link.replace("&", "%0D%0A&%0A"),
    "capital keys": lambda link: "&".join(map(_in_capitals, link.split("&"))),
    "address as a value": lambda link: f"ring={HOME}{link}",
    "pasted twice": lambda link: f"{link}?{link}",
    "pasted twice with its address": lambda link: f"{link}{HOME}{link}",
    **{f"before {tail!a}": lambda link, tail=tail: f"{link}{tail}" for tail in TAILS},
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_mangled_link_means_what_it_meant(way: str) -> None:
    assert WAYS[way](LINK) != LINK
    assert read_link(WAYS[way](LINK)) == (scenario_of(LINK), [])


def own_words(view: Scenario) -> tuple[str, ...]:
    return view.title, view.note, *(ring.label for ring in view.rings)


@settings(max_examples=150)
@given(SCENARIOS, st.sampled_from(list(WAYS)))
def test_any_view_survives_each_way_or_what_was_lost_is_named(view: Scenario, way: str) -> None:
    if way == "encoded in its values":  # a lone %26 in somebody's own words may be meant
        assume(all(opened_words(quote(each)) == each for each in own_words(view)))
    scenario, problems = read_link(WAYS[way](encode(view)))
    assert scenario == view or problems


def test_own_words_that_only_look_like_the_bytes_of_a_letter_stay() -> None:
    view = replace(scenario_of("ring=sohae~8000"), note="%C0%80", title="%C2%80")
    assert read_link(encode(view)) == (view, [])


@settings(max_examples=300)
@given(SCENARIOS)
def test_whole_link_is_never_changed(view: Scenario) -> None:
    """But for words that nobody writes: the bytes of a letter, which a chat made of it."""
    assume(all(opened_words(each) == each for each in own_words(view)))
    link = encode(view)
    assert repaired(link) == link
    by_browser = "&".join(f"{key}={quote(value, safe=',:')}" for key, value in parse_pairs(link))
    assert repaired(by_browser) == by_browser


@pytest.mark.parametrize("link", [each for each, *_ in OLD_LINKS])
def test_links_as_they_were_shared_are_read_as_a_browser_reads_them(link: str) -> None:
    assert parse_pairs(link) == as_a_browser_reads(link.removeprefix("?"))


@settings(max_examples=500)
@given(st.text(max_size=60) | st.text("?&;=~%2635DrRingv1 +h:/\uff1f\u3002", max_size=40))
@example("ring=sohae~8000&amp;amp;#38;units=mi")
@example("ring%253D%2526units%253Dmi")
@example("&&&0")
def test_what_was_repaired_is_whole(text: str) -> None:
    """A page would otherwise lead to itself for ever."""
    assert repaired(repaired(text)) == repaired(text)


@pytest.mark.parametrize(
    ("mangled", "meant"),
    [
        ("ring=so%C2%ADhae~80%E2%80%8B00", "ring=sohae~8000"),
        ("ring=sohae\u223c8000", "ring=sohae~8000"),
        ("ring=sohae\uff5e8000\uff5eexperts+via+Yonhap", "ring=sohae~8000~experts+via+Yonhap"),
        ("ring=sohae~\uff18\uff10\uff10\uff10", "ring=sohae~8000"),
        ("ring=sohae~3000\u20135500", "ring=sohae~3000-5500"),
        ("ring=\u221233.9,151.2~8000", "ring=-33.9,151.2~8000"),
        ("ring=sohae~8000.", "ring=sohae~8000"),
        ("ring=sohae~8000\uc744", "ring=sohae~8000"),
        ("ring=so%0A+hae~8000+", "ring=sohae~8000"),
        ("ring=3Dsohae~80=\n00", "ring=sohae~8000"),
        ("ring=sohae&tilde;8000&amp;units=mi", "ring=sohae~8000&units=mi"),
        ("ring=sohae~8000\u00ace=hello", "ring=sohae~8000&note=hello"),
        ("ring=sohae~8000%26units%3Dmi", "ring=sohae~8000&units=mi"),
        ("ring=" + quote_plus(HOME + "ring=sohae~8000&units=mi"), "ring=sohae~8000&units=mi"),
        ("ring=sohae~8000~%25ED%2599%2594%25EC%2584%25B1", "ring=sohae~8000~화성"),
        ("title=Who%2520is%2520in&ring=sohae~8000", "title=Who is in&ring=sohae~8000"),
        ("ring=sohae~8000&date=2017\u201107\u201104", "ring=sohae~8000&date=2017-07-04"),
        ("ring=sohae~8000&units=mi%5D", "ring=sohae~8000&units=mi"),
        ("ring=sohae~8000&hide=1,", "ring=sohae~8000&hide=1"),
        ("\u201cring=sohae~8000\u201d", "ring=sohae~8000"),
    ],
)  # fmt: skip
def test_mangled_value_means_what_it_meant(mangled: str, meant: str) -> None:
    assert read_link(mangled) == (scenario_of(meant), [])


@pytest.mark.parametrize(
    "room",
    [
        "K7M2QX입니다",
        "k7m2qx.",
        "K7M-2QX)",
        "\uff2b\uff17\uff2d\uff12\uff31\uff38",
        "K7M2QX%20입니다",
    ],
)
def test_code_of_a_class_is_read_out_of_what_is_glued_to_it(room: str) -> None:
    (pair,) = parse_pairs(f"room={room}")
    assert pair[1].upper().replace("-", "") == "K7M2QX"


@pytest.mark.parametrize(
    "label",
    ["A&amp;units=mi", "100%25", "~\uff5e~", "50%20", "why?on=2", "x;lang=ko", "\u3002)", "%41"],
)
def test_label_that_looks_mangled_is_kept_as_it_was_typed(label: str) -> None:
    link = f"ring=sohae~8000~{quote(label)}&v=1"
    (ring,) = scenario_of(link).rings
    assert ring.label == label


@pytest.mark.parametrize(
    ("given_value", "meant"),
    [
        ("ring=sohae~8,000", "sohae~8000"),
        ("ring=sohae~8.000", "sohae~8000"),
        ("ring=sohae~80+00", "sohae~8000"),
        ("ring=sohae~8000km", "sohae~8000"),
        ("ring=SOHAE~8000", "sohae~8000"),
        ("ring=sohae~5500-3000", "sohae~3000-5500"),
        ("ring=125.27,39.87~8000", "39.87,125.27~8000"),
        ("units=KM", "km"),
        ("lang=KO", "ko"),
        ("show=Cities;bases", "cities,bases"),
    ],
)
def test_what_is_only_likely_is_not_used_but_said(given_value: str, meant: str) -> None:
    scenario, (problem,) = read_link(given_value)
    assert scenario == scenario_of("")
    assert problem.meant == meant
    assert "perhaps" in problem.problem
    assert problem.problem.endswith((f"{meant} is meant", f"{meant.partition('~')[0]} is meant"))
    assert scenario_of(f"{problem.key}={meant}")


@pytest.mark.parametrize("value", ["sohae~80\u2026", "sohae~80...", "mars~8000", "sohae~far"])
def test_what_cannot_be_told_is_named_without_a_guess(value: str) -> None:
    _, (problem,) = read_link(f"ring={value}")
    assert (problem.key, problem.value, problem.meant) == ("ring", value, "")


@pytest.mark.parametrize(
    "km",
    [
        "5000 mi", "5000%20nautical+miles", "5000 해리", "5000 m", "3000 milles", "3000 мили",
        "8천", "8천 km", "8 k", "1만", "5000 to 6000", "5%C2%A0000", "5%E2%80%AF000",
    ],
)  # fmt: skip
def test_what_makes_another_range_of_a_number_is_no_tail_of_the_link(km: str) -> None:
    _, (problem,) = read_link(f"ring=sohae~{km}")
    assert problem.key == "ring"


@pytest.mark.parametrize(
    "link",
    [
        "rings=sohae~8000", "ring:sohae~8000", "sohae~8000", "=3Fring=3Dsohae~8000",
        "r\u0456ng=sohae~8000", "units=km&rng=sohae~8000~label",
    ],
)  # fmt: skip
def test_ring_without_its_key_is_named(link: str) -> None:
    """Five other rings would else be shown, and nothing said."""
    _, (problem,) = read_link(link)
    assert (problem.key, problem.meant) == ("ring", "sohae~8000")


@pytest.mark.parametrize(
    "link", ["ref=sohae", "utm_term=a~8000", "x=sohae~1", "title=sohae~8000", "fbclid=Iw~9~x"]
)
def test_what_strangers_add_to_a_link_is_still_ignored(link: str) -> None:
    assert read_link(link)[1] == []


@pytest.mark.timeout(5)  # a guard against reading for minutes, not a measurement
@pytest.mark.parametrize(
    "scrap", ["http:", ";", "&", "?+", "%", "%25", "&amp;", ")", "ring=", " 1"]
)
def test_longest_link_of_scraps_is_read_at_once(scrap: str) -> None:
    assert isinstance(parse_pairs(scrap * (8000 // len(scrap))), list)
