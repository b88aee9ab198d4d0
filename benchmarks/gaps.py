"""How evenly a page drew: figures of several rounds, and the line of a table they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.stats import median, percentile

HEAD = (
    "| view | frames a second | of the bare page's | gaps between frames, ms: p50 / p95 / p99 "
    "| longest task, ms | move to picture, ms: p50 / p95 | redraws a second "
    "| own time a frame at full speed, ms |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- |"
)


@dataclass
class Figures:
    """What was measured of one view: a figure a round, gaps and delays of all rounds together."""

    frames_per_s: list[float] = field(default_factory=list)
    of_bare: list[float] = field(default_factory=list)
    draws_per_s: list[float] = field(default_factory=list)
    gaps_ms: list[float] = field(default_factory=list)
    delays_ms: list[float] = field(default_factory=list)
    busy_ms: list[float] = field(default_factory=list)
    longest_ms: float = 0.0

    def told(self) -> dict[str, object]:
        """The figures as JSON has them."""
        return {
            "frames_per_s": median(self.frames_per_s),
            "of_bare": median(self.of_bare),
            "gaps_ms": {each: percentile(self.gaps_ms, each) for each in (50, 95, 99)},
            "longest_task_ms": self.longest_ms,
            "delays_ms": {each: percentile(self.delays_ms, each) for each in (50, 95)},
            "draws_per_s": median(self.draws_per_s),
            "busy_ms": median(self.busy_ms),
        }


def row(name: str, figures: Figures) -> str:
    """One line of the table."""
    gaps = several(figures.gaps_ms, (50, 95, 99))
    delays = several(figures.delays_ms, (50, 95)) if figures.delays_ms else "-"
    longest = f"{figures.longest_ms:.0f}" if figures.longest_ms else "under 50"
    frames, draws = (f"{median(each):.0f}" for each in (figures.frames_per_s, figures.draws_per_s))
    busy = f"{median(figures.busy_ms):.1f}"
    share = f"{median(figures.of_bare):.2f}"
    return f"| {' | '.join((name, frames, share, gaps, longest, delays, draws, busy))} |"


def several(values: Sequence[float], percents: Sequence[float]) -> str:
    return " / ".join(f"{percentile(values, each):.0f}" for each in percents)
