"""What the address of the page asks for: a missile, a claim; and links that keep the rest of it."""

from __future__ import annotations

from html import escape
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from geo.evidence import claimed_missiles, keys_of_day, with_id
from geo.link import View, shown
from geo.records import Catalog, Claim, Flight, Missile
from geo.share import row_link

_FIRST: Final = "hwasong-14"  # that of the five ranges
_KEPT: Final = ("units", "lang")  # of a reader, from page to page


def asked_missile(catalog: Catalog) -> tuple[Missile, str]:
    """Return the missile of `missile=`, and the value if that is none of which a range is claimed.

    Then, and without the key, it is the Hwasong-14.
    """
    missiles = [missile for missile, _ in claimed_missiles(catalog)]
    asked = st.query_params.get("missile", _FIRST)
    found = next((each for each in missiles if each.id == asked), None)
    first = next((each for each in missiles if each.id == _FIRST), missiles[0])
    return found or first, "" if found else shown(asked)


def asked_claim(catalog: Catalog) -> tuple[Claim | None, str]:
    """Return the claim of `id=`, None if there is none of that id, and what was asked for."""
    asked = st.query_params.get("id", "")
    return with_id(asked, catalog), shown(asked)


def address_of(page: str, **keys: str) -> str:
    """Return the address of a page as a link beside it has it, such as `claim?id=...&units=mi`."""
    query = urlencode([*keys.items(), *_kept()])
    return f"{page}?{query}" if query else page


def row_address(table: str, row_id: str) -> str:
    """Return the address of a row of the data, as a link on another page has it."""
    return row_link(table, row_id, _kept())


def csv_address(table: str) -> str:
    """Return the address of a table of the data as a file."""
    return f"export/data/{table}.csv"


def _kept() -> list[tuple[str, str]]:
    return [(key, st.query_params[key]) for key in _KEPT if key in st.query_params]


def map_address(query: str) -> str:
    """Return the address of the map with a view, as a link on another page has it.

    A language that was chosen stays, be it the usual one, which a view's link leaves out.
    """
    chosen = st.query_params.get("lang")
    more = f"&{urlencode({'lang': chosen})}" if chosen and "lang=" not in query else ""
    return f"./?{query}{more}"


def map_of_flight(flown: Flight) -> str:
    """Return the address of the map of a flight's day, empty where no map shows the flight."""
    keys = keys_of_day(flown)
    return map_address(urlencode([*keys, *_kept()], safe=",")) if keys else ""


def show_unusable(missile: str, view: View) -> None:
    """Say which value of `missile=` is not used, and what is accepted; nothing where all is."""
    if not missile:
        return
    said = view.tell(
        "missile={value}: no range of such a missile is claimed. Accepted: {ids}.",
        value=missile,
        ids=", ".join(each.id for each, _ in claimed_missiles(view.catalog)),
    )
    st.html(f'<p role="alert" class="rm-no-claim">{escape(said)}</p>')
