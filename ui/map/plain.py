"""The map page without Streamlit, for networks that let no live connection (WebSocket) through.

All of the map is drawn in the browser anyway. What Python says of a view comes over Streamlit's
socket in the app; here the same words are fetched (`/live/view.json`).
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any, Final

import streamlit

from geo.jsonobject import Json
from geo.words import attribution, say
from ui.map.body import fact, map_body, packed
from ui.map.livemap import map_options, view_options
from ui.scripts import LEAFLET_CSS, LEAFLET_JS, PLAIN_SCRIPT, asset_url, from_page, page_styles

_PAGE: Final = """<!DOCTYPE html>
<html lang="{lang}" data-alone>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
{tags}
<link rel="icon" href="{icon}">
{sheets}
<style>{face}{styles}</style>
</head>
<body>
{body}
{facts}
<script src="{leaflet}"></script>
<script src="{start}"></script>
</body>
</html>
"""


def plain_page(lang: str, tags: str, told: Json, said: Json, files: list[Any]) -> str:
    """Return the page that shows a view.

    Parameters
    ----------
    lang
        Its language.
    tags
        Title and social card, as HTML.
    told, said
        What panel and summary begin with, see `ui.scene.opened_map`.
    files
        What the dialog "Share" offers.
    """
    tell = say(lang)
    facts = {
        "panel": told,
        "summary": said,
        "files": files,
        "view": view_options(),
        "options": map_options(from_page),
    }
    sheets = (LEAFLET_CSS, *map(asset_url, ("map/map.css", "saved/alone.css")))
    scriptless = tell("This map is drawn by JavaScript, which is switched off here.")
    return _PAGE.format(
        lang=lang,
        tags=tags,
        icon=from_page(asset_url("page/icon.svg")),
        sheets="\n".join(f'<link rel="stylesheet" href="{from_page(url)}">' for url in sheets),
        face=_face(),
        styles=page_styles().replace("</", "<\\/"),
        body=map_body(tell, scriptless=scriptless, foot=_foot(lang)),
        facts=fact("plain", packed(facts)),
        leaflet=from_page(LEAFLET_JS),
        start=from_page(asset_url(PLAIN_SCRIPT)),
    )


def _face() -> str:
    """Return the rule for the app's font, which Streamlit brings; "" where it has none."""
    media = Path(streamlit.__file__).parent / "static" / "static" / "media"
    file = next(iter(sorted(media.glob("SourceSansVF-Upright*.woff2"))), None)
    if file is None:
        return ""
    return (
        '@font-face { font-family: "Source Sans"; font-weight: 200 900; font-display: swap; '
        f"src: url({from_page(f'/static/media/{file.name}')}) format('woff2'); }}\n"
    )


def _foot(lang: str) -> str:
    return f'<footer class="rm-saved"><p>{escape(attribution(lang))}</p></footer>'
