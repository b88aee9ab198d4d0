"""STUB, to be dropped when data/tests.csv comes."""

from __future__ import annotations

import csv
from itertools import groupby
from pathlib import Path

from geo.records import Flight, FlightReport, Source


def stub_flights() -> tuple[Flight, ...]:
    """Return a few flights."""
    rows = sorted(
        csv.DictReader(Path("/tmp/w/data/data/tests.csv").open()), key=lambda r: r["date"]
    )
    f = lambda x: float(x) if x else None
    out = []
    for k, g in groupby(rows, lambda r: r["flight"]):
        rs = list(g)
        r = rs[0]
        reps = tuple(
            FlightReport(
                x["id"],
                f(x["apogee_km"]),
                x["apogee_is"] == "floor",
                f(x["range_flown_km"]),
                f(x["flight_time_min"]),
                x["reported_by"],
                x["notes"],
                Source(x["source_name"], x["source_url"]),
            )
            for x in rs
        )
        out.append(
            Flight(
                k,
                r["date"],
                r["missile_id"],
                r["missile_is"],
                r["launch_site_id"],
                f(r["azimuth_deg"]),
                r["trajectory"],
                r["trajectory"],
                r["outcome"],
                r["outcome"],
                reps,
            )
        )
    return tuple(out)
