"""Cost estimates of exports, from the query alone: small ones never wait behind dear ones.

Milliseconds of one core, measured with the dearest queries there are (`python -m benchmarks --only
robustness` has the figures); being wrong by a factor of two does no harm.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.link import Scenario

SMALL_MS: Final = 12.0  # at most this is made by the server itself
QUICK_MS: Final = 150.0  # at most this goes to the process for quick jobs

SITE_MS: Final = 35.0  # the people around coordinates that nobody asked for before
_PLACEHOLDER_MS: Final = 3.3  # the dearest of a story's
_STORY_MS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What a file costs at least, for each ring, each ring's edge, the envelope, the radars.

    `sector_ms` is for each sector that a link assumes, `radars_ms` for those of the layer.
    """

    least_ms: float
    ring_ms: float = 0.0
    edge_ms: float = 0.0
    envelope_ms: float = 0.0
    sector_ms: float = 0.0
    radars_ms: float = 0.0

    def of(self, scenario: Scenario) -> float:
        """Return what the file of a view costs."""
        edges = sum(len(ring.edges) for _, ring in scenario.shown_rings)
        envelope_ms = self.envelope_ms if "envelope" in scenario.show else 0.0
        rings_ms = self.ring_ms * len(scenario.shown_rings) + self.edge_ms * edges
        layer_ms = self.radars_ms if "radar" in scenario.show else 0.0
        radars_ms = self.sector_ms * len(scenario.radars) + layer_ms
        return self.least_ms + rings_ms + envelope_ms + radars_ms


def story_cost_ms(file: bytes | bytearray) -> float:
    """Return what a teacher's file costs at most: it is not read yet, but its braces can be seen.

    JSON may also write a brace as a number, `\\u007b`.
    """
    return _STORY_MS + _PLACEHOLDER_MS * (file.count(b"{") + file.count(b"\\u"))
