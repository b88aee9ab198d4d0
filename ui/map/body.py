"""The body of a map page that stands without Streamlit: the same parts under the same names."""

from __future__ import annotations

import json
from html import escape
from typing import Any, Final

from geo.words import Say

_BODY: Final = """<noscript><p>{scriptless}</p></noscript>
<div class="stApp">
<div class="st-key-page_map"></div>
<main data-testid="stMainBlockContainer">
<div class="st-key-panel"><div class="rm-panel"></div></div>
<div class="st-key-summary"><div class="rm-summary"></div></div>
<div class="st-key-map"><div id="map" data-testid="map" role="region" \
aria-label="{map_name}"></div></div>
<div class="st-key-table"><div class="rm-table"></div></div>
{foot}
</main>
</div>"""


def map_body(tell: Say, *, scriptless: str, foot: str) -> str:
    """Return the body, empty: scripts fill it. `foot` is HTML, what says why it is so is text."""
    name = tell("Map of range rings; the table below says the same in words")
    return _BODY.format(map_name=escape(name), scriptless=escape(scriptless), foot=foot)


def fact(name: str, text: str) -> str:
    """Return JSON as an element that no text in it can end."""
    return f'<script type="application/json" id="{name}">{_harmless(text)}</script>'


def _harmless(text: str) -> str:
    return text.translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<\u2028\u2029"})


def packed(value: Any) -> str:
    """Return JSON without blanks."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False)
