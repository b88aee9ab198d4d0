"""Provenance of a claim in sentences: in which capacity, of which launch, where else printed."""

from __future__ import annotations

from collections.abc import Iterator

from geo.records.kinds import Claim
from geo.records.statements import original
from geo.words import Say, format_date, say


def record_text(claim: Claim, lang: str) -> str:
    """Return what is on record of a claim besides its range, source and date, in one line."""
    return " ".join(_sentences(claim, say(lang), lang))


def second_text(claim: Claim, lang: str) -> str:
    """Return what a second source adds to a claim, up to its name; nothing without one."""
    tell, says = say(lang), claim.record.second_says
    if says == "differs":
        return tell("Another source says otherwise: ")
    if says == "defines":
        return tell("The kilometres are from: ")
    return tell("A second source says the same: ") if says else ""


def whole_record(claim: Claim, lang: str) -> str:
    """Return both, with the name of the second source."""
    second = claim.record.second
    more = f" {second_text(claim, lang)}{second.name}." if second else ""
    return f"{record_text(claim, lang)}{more}"


def _sentences(claim: Claim, tell: Say, lang: str) -> Iterator[str]:
    record = claim.record
    yield tell("Capacity: {capacity}.", capacity=record.capacity_words)
    if record.launch_date:
        yield tell(
            "About the launch of {date}, day in Korea.", date=format_date(record.launch_date, lang)
        )
    if given := original(claim, lang):
        yield tell("In the original: {length}.", length=given)
    if record.page:
        yield tell("Page {page}.", page=record.page)
    yield tell("Read by us: {date}.", date=format_date(record.read_on, lang))
