"""The first part of the page: all claims about one missile, and which missile."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from geo.evidence import ClaimLine, claim_lines, class_bands, dated_query
from geo.facts import RANGE_CLASSES
from geo.link import View
from geo.records import Claim, Missile
from geo.words import format_date, format_length, format_number
from ui.charts import claim_chart
from ui.evidence.asked import address_of, map_address, row_address
from ui.evidence.missiles import missile_links
from ui.evidence.numbers import Cell, anchor, number_table, source_cell
from ui.evidence.shown import Shown, manner_of, show_chart


def show_claims(missile: Missile, view: View) -> None:
    """Show the choice of missiles, the chart of claims, its table, and who defines the classes."""
    tell, lang = view.tell, view.lang
    lines = claim_lines(missile, view.catalog, view.units)
    title = tell("Ranges claimed for the {missile}", missile=missile.name)
    st.header(tell("Who claimed which range"))
    st.write(
        tell(
            "All claims about one missile, the earliest first. An arrow to the right is a floor "
            '("at least"), one to the left a ceiling ("up to"), a bar with a broken outline the '
            "name of a class whose kilometres somebody else defines. Each leads to a page of its "
            "own."
        )
    )
    st.html(missile_links(view, missile))
    st.subheader(title)
    description = _description(missile, lines, view)
    bands = class_bands(lines, view.units)
    links = [address_of("claim", id=line.claim.id) for line in lines]
    chart = claim_chart(lines, bands, links, manner_of(view))
    credit = tell("Claims as named, read in the press and in papers.")
    shown = Shown(
        f"claims-{missile.id}",
        "claims",
        title,
        description,
        credit,
        address_of("evidence", missile=missile.id),
    )
    show_chart(chart, shown, lang)
    st.html(_table(title, lines, links, view) + _classes(view))


def _description(missile: Missile, lines: Sequence[ClaimLine], view: View) -> str:
    """Return the chart in a sentence or two."""
    least, most = (min(line.first for line in lines), max(line.last for line in lines))
    return view.tell.plural(
        "Chart: 1 claim about the {missile}, {low} to {high}. The table below has the same number.",
        "Chart: {n} claims about the {missile}, from {low} to {high}. The table below has the "
        "same numbers.",
        n=len(lines),
        missile=missile.name,
        low=format_number(least, view.lang),
        high=f"{format_number(most, view.lang)} {view.units}",
    )


def _table(title: str, lines: Sequence[ClaimLine], links: Sequence[str], view: View) -> str:
    tell, lang = view.tell, view.lang
    rows = [
        (
            Cell(line.who, link),
            Cell(format_date(line.day, lang), _map_of_day(line.claim, view)),
            Cell(line.said, row_address("claims", line.claim.id), is_number=True),
            Cell(line.claim.record.capacity_words),
            Cell(format_date(line.claim.record.launch_date or "", lang)),
            source_cell(line.claim.source),
        )
        for line, link in zip(lines, links, strict=True)
    ]
    heads = (
        *(tell("who says so"), tell("date (its map)"), tell("what was said")),
        *(tell("capacity"), tell("of the launch of"), tell("source")),
    )
    return number_table(tell("The same numbers as a table"), title, heads, rows)


def _map_of_day(claim: Claim, view: View) -> str:
    """Return the address of the map of the day on which a claim was printed, with its ring."""
    query = dated_query(claim, view.catalog, view.units)
    return map_address(query) if query else ""


def _classes(view: View) -> str:
    """Return who defines the classes behind the chart."""
    tell = view.tell
    said = [
        f"{escape(low.id)} {escape(format_length(low.from_km, view.units, view.lang))}"
        f" ({anchor(*low.source)})"
        for low in RANGE_CLASSES
        if low.source
    ]
    begin = escape(tell("Where the classes in the background begin:"))
    more = escape(tell("Other authors draw these lines elsewhere."))
    return f'<p class="rm-small">{begin} {"; ".join(said)}. {more}</p>'
