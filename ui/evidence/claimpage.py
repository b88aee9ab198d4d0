"""The page of one claim: what was said, by whom, where it is printed, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

import streamlit as st

from geo.evidence import Consequence, consequence_of, flight_of, of_same_launch
from geo.link import View, missile_of
from geo.records import Claim, Source, claimed_text, original, printed_from, second_text
from geo.words import caveat, format_date
from ui.evidence.asked import address_of, map_address, row_address
from ui.evidence.missiles import missile_links
from ui.evidence.numbers import anchor, web_address

_PICTURE: Final = "width=1000&height=560"  # of the map: as wide as the text of the page
_OF_PHONE: Final = "width=450&height=600"  # whose words can be read where it is 300 pixels wide


def show_claim(claim: Claim, view: View) -> None:
    """Show a claim: its facts, what it means on the map, and the others on the same launch."""
    tell = view.tell
    st.html(_facts(claim, view))
    st.header(tell("What follows from it on the map"))
    st.html(_consequence(claim, view))
    others = of_same_launch(claim, view.catalog)
    if others and claim.record.launch_date:
        st.header(tell("Other claims on the same launch"))
    elif others:
        name = missile_of(claim, view.catalog).name
        st.header(tell("Other claims about the {missile}", missile=name))
    items = "".join(f"<li>{_other(other, view)}</li>" for other in others)
    st.html(f'<ul class="rm-claims">{items}</ul><p>{_all_of_missile(claim, view)}</p>')


def show_no_claim(asked: str, view: View) -> None:
    """Say that there is no such claim, and where all are."""
    tell, catalog = view.tell, view.catalog
    line = (
        tell("There is no claim with the id \u201c{id}\u201d.", id=asked)
        if asked
        else tell("This address names no claim.")
    )
    how = tell(
        "The address of a claim's page ends in its id, such as claim?id={id}. Choose a missile to "
        "see all claims about it; each ring of the map that quotes a claim leads to its page, too.",
        id=catalog.claims[0].id,
    )
    st.html(
        f'<p role="alert" class="rm-no-claim">{escape(line)}</p><p>{escape(how)}</p>'
        f"{missile_links(view)}"
    )


def _facts(claim: Claim, view: View) -> str:
    rows = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{html}</dd></div>" for name, html in _told(claim, view)
    )
    return f'<dl class="rm-claim-facts">{rows}</dl>'


def _told(claim: Claim, view: View) -> Iterator[tuple[str, str]]:
    """Yield what is known of a claim, each with its name, as HTML."""
    tell, lang, record = view.tell, view.lang, claim.record
    missile = missile_of(claim, view.catalog)
    yield tell("What was said"), f"<b>{escape(claimed_text(claim, view.units, tell))}</b>"
    if given := original(claim, lang):
        yield tell("In the original"), escape(given)
    yield tell("By"), f"{escape(claim.claimed_by)} ({escape(record.capacity_words)})"
    yield tell("On"), escape(format_date(claim.claim_date, lang))
    about = anchor(missile.name, address_of("evidence", missile=missile.id))
    if record.launch_date:
        day = format_date(record.launch_date, lang)
        about += f", {escape(tell('launch of {date}, day in Korea', date=day))}"
    if flown := flight_of(claim, view.catalog):
        about += f". {anchor(tell('Open the launch in the lab'), address_of('lab', test=flown.id))}"
    yield tell("Subject"), about
    yield tell("Context"), escape(claim.context)
    page = f", {tell('page {page}', page=record.page)}" if record.page else ""
    yield tell("Source"), f"{_cited(claim.source)}{escape(page)}"
    if record.second:
        name = second_text(claim, lang).rstrip(": ")
        conflict = ' class="rm-conflict"' if record.second_says == "differs" else ""
        yield (
            tell("Second source"),
            f"<span{conflict}>{escape(name)}</span>: {_cited(record.second)}",
        )
    row = anchor(tell("its row in the data"), row_address("claims", claim.id))
    yield tell("Read by us"), f"{escape(format_date(record.read_on, lang))} ({row})"


def _consequence(claim: Claim, view: View) -> str:
    """Return the picture of the map with the claim's ring, and what the data say of it."""
    tell, meant = view.tell, consequence_of(claim, view.catalog, view.units)
    href, said = map_address(meant.query), " ".join((meant.finding, meant.nearest_us))
    picture = escape(f"export/map.png?{meant.query}&", quote=True)
    title = tell("Map of range rings: {title}", title=meant.finding)
    from_where = tell("Drawn from: {site}.", site=view_site(meant))
    return (
        f'<figure class="rm-claim-map"><a href="{escape(href, quote=True)}"><picture>'
        f'<source media="(max-width: 640px)" srcset="{picture}{escape(_OF_PHONE)}" '
        f'width="450" height="600">'
        f'<img src="{picture}{escape(_PICTURE)}" alt="{escape(title, quote=True)}" '
        f'width="1000" height="560" loading="lazy"></picture></a></figure>'
        f"<p><b>{escape(said)}</b></p><p>{escape(meant.counts)} {escape(from_where)} "
        f"{escape(caveat(view.lang))}</p>"
        f'<p><a class="rm-button rm-main" href="{escape(href, quote=True)}">'
        f"{escape(tell('Open on the map'))}</a> {_of_its_day(claim, meant, view)}</p>"
    )


def _of_its_day(claim: Claim, meant: Consequence, view: View) -> str:
    """Return the link to the map of the day on which a claim was printed."""
    if not meant.dated_query:
        return ""
    date = format_date(printed_from(claim).isoformat(), view.lang)
    words = view.tell("The map of {date}: what was known then", date=date)
    href = escape(map_address(meant.dated_query), quote=True)
    return f'<a class="rm-button" href="{href}">{escape(words)}</a>'


def view_site(meant: Consequence) -> str:
    """Return the name of the site from which a claim's ring is drawn."""
    return meant.view.site_name(meant.view.active_ring)


def _other(claim: Claim, view: View) -> str:
    link = anchor(claim.said_by, address_of("claim", id=claim.id))
    said = claimed_text(claim, view.units, view.tell)
    return f"{link}: {escape(said)}, {escape(format_date(claim.claim_date, view.lang))}"


def _all_of_missile(claim: Claim, view: View) -> str:
    missile = missile_of(claim, view.catalog)
    words = view.tell("All claims about the {missile} on one axis", missile=missile.name)
    return anchor(words, address_of("evidence", missile=missile.id))


def _cited(source: Source) -> str:
    return anchor(source.name, web_address(source.url))
