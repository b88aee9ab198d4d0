"""The online search keeps to Nominatim's policy, stays off by default and fails in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from geopy.exc import (
    ConfigurationError,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim

from geo.find.geocode import GeocodeError, Geocoder
from tests.support import ask
from ui.live import routes as liveroutes


@dataclass(frozen=True)
class Location:
    """What geopy's services answer with, as far as it is read."""

    address: str
    latitude: float
    longitude: float


YREKA = Location("Yreka, California", 41.7354, -122.6345)


@dataclass
class Clock:
    """A clock that only moves when someone sleeps or a service takes its time."""

    now_s: float = 1000.0

    def sleep(self, seconds: float) -> None:
        self.now_s += seconds


@dataclass
class Service:
    """Stands in for Nominatim: notes when it is asked for what."""

    clock: Clock
    answers: list[Location] | None = field(default_factory=lambda: [YREKA])
    error: Exception | None = None
    takes_s: float = 0.0
    asked: list[str] = field(default_factory=list)
    asked_at_s: list[float] = field(default_factory=list)
    arguments: dict[str, Any] = field(default_factory=dict)
    agents: list[str] = field(default_factory=list)

    def geocode(self, query: str, **arguments: Any) -> list[Location] | None:
        self.asked.append(query)
        self.asked_at_s.append(self.clock.now_s)
        self.arguments = arguments
        self.clock.sleep(self.takes_s)
        if self.error:
            raise self.error
        return self.answers


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Service:
    clock = Clock()
    monkeypatch.setattr(RateLimiter, "_clock", lambda _: clock.now_s)
    monkeypatch.setattr(RateLimiter, "_sleep", lambda _, seconds: clock.sleep(seconds))
    return Service(clock)


@pytest.fixture
def online(monkeypatch: pytest.MonkeyPatch, service: Service) -> Iterator[Service]:
    """Switch the online search on as an operator does, with a service that is not Nominatim."""

    def nominatim(*, user_agent: str, timeout: float) -> Service:
        assert timeout <= 10
        service.agents.append(user_agent)
        return service

    monkeypatch.setattr("geo.find.geocode.Nominatim", nominatim)
    monkeypatch.setenv("REACHMAP_NOMINATIM", "1")
    monkeypatch.setenv("REACHMAP_USER_AGENT", "reachmap/1 (map@school.example)")
    liveroutes._geocoder.cache_clear()
    yield service
    liveroutes._geocoder.cache_clear()


def test_answer_becomes_places(service: Service) -> None:
    service.answers = [YREKA, Location("Yreka Street", -33.9, 151.2)]
    found = Geocoder("tests", service=service).find("  yreka ")
    assert [(each.name, each.point.lat, each.point.lon) for each in found] == [
        ("Yreka, California", 41.7354, -122.6345),
        ("Yreka Street", -33.9, 151.2),
    ]
    assert {each.place_id for each in found} == {None}
    assert service.asked == ["yreka"]
    assert service.arguments == {"exactly_one": False, "limit": 5}


def test_service_is_asked_once_a_second_at_most(service: Service) -> None:
    geocoder = Geocoder("tests", service=service)
    for name in "abcdef":
        geocoder.find(name)
    gaps_s = [b - a for a, b in zip(service.asked_at_s, service.asked_at_s[1:], strict=False)]
    assert len(gaps_s) == 5
    assert min(gaps_s) >= 1.0


def test_slow_answer_does_not_add_to_the_second(service: Service) -> None:
    service.takes_s = 3.0
    geocoder = Geocoder("tests", service=service)
    geocoder.find("a")
    geocoder.find("b")
    assert service.asked_at_s == [1000.0, 1003.0]


def test_all_visitors_of_a_process_share_the_one_second(online: Service) -> None:
    for name in ("a", "b", "a", "c"):
        assert ask(f"/live/find.json?q={name}&online=1").status == 200
    assert online.asked == ["a", "b", "c"]
    assert online.asked_at_s == [1000.0, 1001.0, 1002.0]
    assert online.agents == ["reachmap/1 (map@school.example)"]


def test_failed_answer_counts_towards_the_second_too(service: Service) -> None:
    geocoder = Geocoder("tests", service=service)
    service.error = GeocoderUnavailable("down")
    for name in ("a", "b"):
        with pytest.raises(GeocodeError):
            geocoder.find(name)
    assert service.asked_at_s == [1000.0, 1001.0]


def test_answer_is_kept_and_so_is_that_there_is_none(service: Service) -> None:
    geocoder = Geocoder("tests", service=service)
    assert geocoder.find("yreka") == geocoder.find(" yreka ")
    service.answers = None
    assert geocoder.find("nowhere") == geocoder.find("nowhere") == []
    assert service.asked == ["yreka", "nowhere"]


def test_failure_is_not_kept(service: Service) -> None:
    geocoder = Geocoder("tests", service=service)
    service.error = GeocoderTimedOut("slow")
    with pytest.raises(GeocodeError):
        geocoder.find("yreka")
    service.error = None
    assert geocoder.find("yreka")[0].name == "Yreka, California"


def test_kept_answers_are_bounded_and_the_oldest_goes_first(service: Service) -> None:
    geocoder = Geocoder("tests", service=service)
    for number in range(2000):
        geocoder.find(f"town {number}")
    geocoder.find("town 1999")
    assert len(service.asked) == 2000
    geocoder.find("town 0")
    assert service.asked[2000:] == ["town 0"]


def test_long_text_is_cut_and_nothing_typed_asks_nobody(service: Service) -> None:
    geocoder = Geocoder("tests", service=service)
    geocoder.find("x" * 10_000)
    assert service.asked == ["x" * 100]
    for nothing in ("", "  ", "\t\n"):
        assert geocoder.find(nothing) == []
    assert len(service.asked) == 1


@pytest.mark.parametrize("error", [GeocoderUnavailable, GeocoderTimedOut, GeocoderServiceError])
def test_service_that_cannot_be_reached_is_said_in_plain_words(
    online: Service, error: type[Exception]
) -> None:
    online.error = error("HTTPSConnectionPool(host='nominatim'): Max retries exceeded")
    answer = ask("/live/find.json?q=yreka&online=1")
    content = answer.json()
    assert (answer.status, content["results"], content["online"]) == (200, [], True)
    assert "OpenStreetMap's search cannot be reached now" in content["message"]
    assert "39.87,125.27 still work" in content["message"]
    assert "HTTPSConnectionPool" not in content["message"]


def test_visitor_has_to_press_the_button(online: Service) -> None:
    content = ask("/live/find.json?q=yreka").json()
    assert content["online"] is True
    assert online.asked == []
    content = ask("/live/find.json?q=yreka&online=1").json()
    assert [(each["name"], each["id"]) for each in content["results"]] == [(YREKA.address, None)]


@pytest.mark.parametrize("switch", [None, "", "0", "true"])
def test_off_by_default_nominatim_is_not_even_made(
    monkeypatch: pytest.MonkeyPatch, online: Service, switch: str | None
) -> None:
    def nominatim(**_: Any) -> None:
        raise AssertionError("made although nobody switched it on")

    monkeypatch.setattr("geo.find.geocode.Nominatim", nominatim)
    if switch is None:
        monkeypatch.delenv("REACHMAP_NOMINATIM")
    else:
        monkeypatch.setenv("REACHMAP_NOMINATIM", switch)
    content = ask("/live/find.json?q=yreka&online=1").json()
    assert content["online"] is False
    assert "built-in list" in content["message"]
    assert online.asked == []


@pytest.mark.parametrize("agent", [None, "", "  "])
def test_operator_without_a_name_is_told_so_and_nothing_is_asked(
    monkeypatch: pytest.MonkeyPatch, online: Service, agent: str | None
) -> None:
    if agent is None:
        monkeypatch.delenv("REACHMAP_USER_AGENT")
    else:
        monkeypatch.setenv("REACHMAP_USER_AGENT", agent)
    content = ask("/live/find.json?q=yreka&online=1").json()
    assert online.agents == online.asked == content["results"] == []
    assert "REACHMAP_USER_AGENT" in content["message"]


def test_geopy_itself_refuses_its_example_for_a_user_agent() -> None:
    assert Nominatim(user_agent="reachmap/1 (map@school.example)").headers["User-Agent"] == (
        "reachmap/1 (map@school.example)"
    )
    with pytest.raises(ConfigurationError):
        Nominatim()
