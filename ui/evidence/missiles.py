"""The missiles of which anybody claims a range, as links to the claims about each."""

from __future__ import annotations

from html import escape

from geo.evidence import claim_lines, claimed_missiles
from geo.link import View
from geo.records import Missile
from geo.words import format_number
from ui.evidence.asked import address_of


def missile_links(view: View, chosen: Missile | None = None) -> str:
    """Return the missiles as links in HTML, those with the longest claims first."""
    ranked = sorted(
        claimed_missiles(view.catalog),
        key=lambda each: -max(line.last for line in claim_lines(each[0], view.catalog, "km")),
    )
    items = "".join(_offer(missile, count, chosen, view) for missile, count in ranked)
    label = escape(view.tell("Missiles and how many claims there are"), quote=True)
    return f'<nav class="rm-missiles" aria-label="{label}"><ul>{items}</ul></nav>'


def _offer(missile: Missile, count: int, chosen: Missile | None, view: View) -> str:
    href = escape(address_of("evidence", missile=missile.id), quote=True)
    current = ' aria-current="true"' if missile is chosen else ""
    number = f'<span class="rm-count">{format_number(count, view.lang)}</span>'
    return f'<li><a href="{href}"{current}>{escape(missile.name)} {number}</a></li>'
