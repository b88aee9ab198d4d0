"""The shade of a ring of a report in pictures: as dark as the share of assumptions that reach."""

from __future__ import annotations

import numpy as np
import pytest
from pyproj import Geod

from geo.facts.palette import LIGHT
from geo.facts.ringstyles import ring_style
from geo.facts.spread import SPREAD_WASH
from geo.flight import Report, spread_of
from tests.pictures import Picture, picture, rgb
from tests.support import site_point

WGS84 = Geod(ellps="WGS84")
SOHAE = site_point("sohae")
AZIMUTHS_DEG = (100.0, 106.0, 138.0, 144.0)  # over the Pacific, beside the words on the ring
STEP = 0.05  # of the shade
ROUNDED = 0.1  # of what is painted: 20 times, to whole numbers of 8 bits
LINE_KM = 130.0  # on each side of an outline, where it is seen


def along(kms: np.ndarray, azimuth_deg: float) -> list[tuple[float, float]]:
    starts = np.full(kms.size, SOHAE[1]), np.full(kms.size, SOHAE[0])
    lons, lats, _ = WGS84.fwd(*starts, np.full(kms.size, azimuth_deg), kms * 1000)
    return list(zip(lats, lons, strict=True))


def share_seen(colour: tuple[int, int, int]) -> float | None:
    """Return how much of the ring's colour lies on the sea, by its share; None on anything else."""
    sea, ring = np.array(rgb(LIGHT.sea)), np.array(rgb(ring_style(0).color))
    shares = (sea - np.array(colour)) / (sea - ring) / SPREAD_WASH
    return float(np.median(shares)) if np.ptp(shares) < 0.08 else None


def seen_beside(shown: Picture, report: Report) -> list[tuple[float, float]]:
    """Return the share of the assumptions that reach points of the sea, and what is seen there."""
    spread, found = spread_of(report), []
    kms = np.arange(1000.0, 11_000.0, 50.0)
    edges = [spread.at(share) for share in (0.05, 0.5, 0.95)]
    clear = np.array([all(abs(km - edge) > LINE_KM for edge in edges) for km in kms])
    for azimuth_deg in AZIMUTHS_DEG:
        pixels = shown.pixels_of(along(kms[clear], azimuth_deg))
        for km, pixel in zip(kms[clear], pixels, strict=True):
            share = share_seen(shown.colour(pixel)) if shown.on_map(pixel) else None
            if share is not None:
                found.append((spread.share_reaching(float(km)), share))
    return found


@pytest.mark.parametrize("projection", ["mercator", "azimuthal"])
def test_shade_is_as_dark_as_the_share_that_reaches(projection: str) -> None:
    shown = picture("ring=sohae~lofted:3724.9,998&show=", projection, (1600, 900))
    found = seen_beside(shown, Report(3724.9, 998))
    assert sum(0.05 < share < 0.95 for share, _ in found) > 10
    assert min(found)[0] == 0.0
    assert max(found)[0] == 1.0
    near = [abs(seen - share) <= STEP + ROUNDED * share for share, seen in found]
    assert np.mean(near) > 0.97  # a letter of a name may lie on the others


def test_only_the_ring_spoken_of_is_shaded() -> None:
    shown = picture("ring=sohae~8000&ring=sohae~lofted:3724.9,998&show=", size=(1600, 900))
    far = [seen for share, seen in seen_beside(shown, Report(3724.9, 998)) if 0 < share < 0.5]
    assert far
    assert max(far) < 0.05
