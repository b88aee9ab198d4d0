"""A drag that goes on however long a machine takes for its next movement.

The map takes 180 ms without one for a thumb that rests (REST_MS of ui/web/map/overlay.js).
"""

from __future__ import annotations

from typing import Final

FRAME: Final = "document.querySelector('iframe[data-testid=map]').contentWindow"
HOLD: Final = f"""
    const real = window.restsAsEver = {FRAME}.setTimeout;
    {FRAME}.setTimeout = (act, ms, ...more) => (
        real.call({FRAME}, act, ms === 180 ? 1e6 : ms, ...more));
"""
# From here on it rests as ever, beginning with what the map shows.
RELEASE: Final = f"""
    {FRAME}.setTimeout = window.restsAsEver;
    window.reachmapBus.send("scene", structuredClone(window.reachmapBus.scene));
"""
