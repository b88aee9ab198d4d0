"""What an operator may switch on, read from the environment.

REACHMAP_NOMINATIM=1 lets visitors search OpenStreetMap's Nominatim by hand;
REACHMAP_USER_AGENT then has to name the operator, as Nominatim's policy asks.
REACHMAP_FRAME_ANCESTORS says who may embed the app, such as `https://school.example`.
REACHMAP_PUBLIC_URL is the address that pictures, files and social cards print.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """An operator's choices."""

    uses_nominatim: bool
    user_agent: str
    frame_ancestors: str
    public_url: str


def read_settings() -> Settings:
    """Return the settings of this process."""
    ancestors = os.environ.get("REACHMAP_FRAME_ANCESTORS", "")
    return Settings(
        uses_nominatim=os.environ.get("REACHMAP_NOMINATIM") == "1",
        user_agent=os.environ.get("REACHMAP_USER_AGENT", "").strip(),
        # One directive, whatever is given. A header is ASCII: other names are written as xn--...
        frame_ancestors=" ".join(filter(str.isascii, re.split(r"[\s;,]+", ancestors))).strip(),
        public_url=os.environ.get("REACHMAP_PUBLIC_URL", "").strip(),
    )
