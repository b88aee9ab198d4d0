"""Checks of the flights in data/tests.csv: their reports agree on what a flight is.

Reports may contradict each other in numbers, outcome and type, and are kept as they are. Day,
place, direction and kind of trajectory belong to the flight, and are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from geo.files import Fault, Rows, shown
from geo.flight import DISTANCE_KM, least_speed_km_s, min_energy_apogee_km

_FILE: Final = "tests.csv"
_SHARED: Final = ("date", "launch_site_id", "azimuth_deg", "trajectory")
_BALLISTIC: Final = ("lofted", "standard")


def flight_faults(rows: Rows) -> Iterator[Fault]:
    """Yield what is wrong between the cells of a report, and between reports of a flight."""
    first: dict[str, Mapping[str, str]] = {}
    last = ""
    for number, row in rows.items():
        if not {"id", "flight", "no_range_because", *_SHARED} <= set(row):
            return  # each column that is missing is reported
        flight = row["flight"]
        problems = [*_own_problems(row)]
        if flight not in first:
            first[flight] = row
        else:
            problems += _shared_problems(row, first[flight])
            if flight != last:
                problems.append(("flight", "stands apart. Put the reports of a flight together."))
        last = flight
        for column, problem in problems:
            yield Fault(_FILE, problem, number, row["id"], column)


def _shared_problems(row: Mapping[str, str], first: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column in _SHARED:
        if row[column] != first[column]:
            other = shown(first[column]) if first[column] else "blank"
            yield column, f"is {other} in the first report of the flight. Write the same in all."


def _own_problems(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    flight, why_not = row["flight"], row["no_range_because"]
    if not flight.startswith(f"{row['date']}-"):
        yield "flight", "does not begin with its date. Write YYYY-MM-DD-NAME."
    if not row["id"].startswith(f"{flight}-"):
        yield "id", "does not begin with its flight. Add who reported it to that."
    for column, other in (("missile_is", "missile_id"), ("apogee_is", "apogee_km")):
        if bool(row.get(column)) != bool(row.get(other)):
            yield column, f"and {other} are not both filled or both blank. Correct one."
    if row.get("flight_time_min") and row.get("flight_time_s"):
        yield "flight_time_s", "is filled, and so is flight_time_min. Keep the one printed."
    if row.get("apogee_is") == "floor" and not why_not:
        yield "no_range_because", "is empty, but the altitude is a floor. Write floor."
    elif not why_not and not (row.get("apogee_km") and row.get("range_flown_km")):
        yield "no_range_because", "is empty, but a number is missing. Write incomplete."
    elif not why_not and row["trajectory"] not in _BALLISTIC:
        yield "no_range_because", f"is empty. A range needs one of: {', '.join(_BALLISTIC)}."
    elif why_not == "floor" and _is_flat(row.get("apogee_km", ""), row.get("range_flown_km", "")):
        yield (
            "no_range_because",
            "is floor, but the flight is flat. Write why it tells of no range.",
        )


def _is_flat(apogee_km: str, distance_km: str) -> bool:
    """Return whether a flight stayed below the arc of least speed for its distance.

    There the more height, the less speed it takes: a floor of the height is none of the range.
    """
    try:
        height, distance = float(apogee_km), DISTANCE_KM.check(float(distance_km))
    except ValueError:
        return False  # no numbers, which the reading of cells reports
    least = min_energy_apogee_km(least_speed_km_s(distance))
    return least is not None and height < least
