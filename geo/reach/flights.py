"""Test flights on a map: where each is drawn, and what is said of it, in any form of output."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from geo.earth import Floats, geodesic_line
from geo.link import View
from geo.records import (
    Catalog,
    Flight,
    FlightReport,
    LaunchSite,
    drawn_report,
    is_floor,
    look_of,
    reports_differ,
)
from geo.words import format_date, format_number, format_reported, say

_STEP_KM: Final = 25.0  # a chord this long strays 20 m from its geodesic
_ALSO: Final = re.compile(r" ?\(| / ")  # behind it: what else a missile is called


@dataclass(frozen=True, slots=True)
class FlightPath:
    """A flight whose site is known: how it is drawn, and its line from there to where it came down.

    `line` is (n, 2): (lat, lon), longitudes unwrapped; None where direction or distance are not
    known.
    """

    flight: Flight
    site: LaunchSite
    look: str
    is_floor: bool
    line: Floats | None


def flight_paths(view: View) -> list[FlightPath]:
    """Return the flights shown whose sites are known, by date."""
    sites = {site.id: site for site in view.catalog.launch_sites}
    return [
        FlightPath(flight, site, look_of(flight), is_floor(flight), _line(flight, site))
        for flight in view.flights
        if (site := sites.get(flight.site_id))
    ]


def _line(flight: Flight, site: LaunchSite) -> Floats | None:
    report = drawn_report(flight)
    if report is None or flight.azimuth_deg is None or report.range_flown_km is None:
        return None
    return geodesic_line(site.point, flight.azimuth_deg, report.range_flown_km, step_km=_STEP_KM)


def flight_name(flight: Flight, view: View) -> str:
    """Return day and missile: `2017-07-04 Hwasong-14`."""
    missile = view.catalog.missile(flight.missile_id)
    name = missile.name if missile else view.tell("missile not named")
    return f"{format_date(flight.date, view.lang)} {name}"


def flight_label(flight: Flight, catalog: Catalog) -> str:
    """Return missile and year, as a map bears them: `Hwasong-14, 2017`; "" where no type is named.

    A question mark says that it is not sure which type it was.
    """
    missile = catalog.missile(flight.missile_id)
    if missile is None:
        return ""
    name = _ALSO.split(missile.name)[0]
    if type_doubt(flight, catalog.lang):
        name = f"{name}?"
    return say(catalog.lang)("{missile}, {year}", missile=name, year=flight.date[:4])


def flight_kind(flight: Flight, lang: str) -> str:
    """Return how it flew and how it ended, and whether its type is sure."""
    path, outcome = flight.trajectory_words, flight.outcome_words
    said = say(lang)("Path: {path}. Outcome: {outcome}.", path=path, outcome=outcome)
    return " ".join(filter(None, (said, type_doubt(flight, lang))))


def type_doubt(flight: Flight, lang: str) -> str:
    """Return why it is not sure which type a flight was of; nothing where somebody named it."""
    tell = say(lang)
    doubts = {
        "linked": tell("Others linked it to this type."),
        "disputed": tell("Which type it was is disputed."),
    }
    return doubts.get(flight.missile_is, "")


def flight_lines(flight: Flight, view: View) -> list[str]:
    """Return what is said of a flight, a line for each report with its source, none left out.

    On the map of a day notes are left out: they may speak of what was known later.
    """
    lines = [flight_kind(flight, view.lang), *(report_line(each, view) for each in flight.reports)]
    if reports_differ(flight):
        lines.append(view.tell("The reports differ."))
    if view.scenario.date is None:
        lines += [report.notes for report in flight.reports]
    return [line for line in lines if line]


def report_line(report: FlightReport, view: View) -> str:
    """Return `KCNA: apogee 2,802 km, distance 933 km, 39 min. Source: ...`."""
    tell, lang = view.tell, view.lang
    said = []
    if report.apogee_km is not None:
        apogee = format_reported(report.apogee_km, view.units, lang)
        above = tell("apogee over {length}", length=apogee)
        said.append(above if report.apogee_is_floor else tell("apogee {length}", length=apogee))
    if report.range_flown_km is not None:
        flown = format_reported(report.range_flown_km, view.units, lang)
        said.append(tell("distance {length}", length=flown))
    if report.flight_time_min is not None:
        said.append(tell("{n} min", n=minutes(report.flight_time_min, lang)))
    values = ", ".join(said) or tell("no numbers")
    source = tell("Source: {source}", source=report.source.name)
    return f"{report.reported_by}: {values}. {source}"


def minutes(value: float, lang: str) -> str:
    """Return minutes with a decimal where there is one: `39`, `67.5`."""
    return format_number(value, lang, 0 if value == round(value) else 1)
