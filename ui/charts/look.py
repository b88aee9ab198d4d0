"""How charts look by day and by night: the colours, letters and lines that they share.

What has to be told apart differs in shape, filling or words as well: charts are read in grey.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from geo.facts import RING_STYLES
from geo.words import Say

_FACES: Final = '"Source Sans", "Nanum Gothic", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif'
SMALL_PX: Final = 12
TEXT_PX: Final = 13
_PADDING_PX: Final = {"left": 6, "right": 6, "top": 8, "bottom": 6}
_AXIS_PX: Final = 44  # below the inside: numbers, and of what


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as CSS writes them; `hues` are those of rings, apart in lightness as well."""

    ink: str
    faint: str
    line: str
    grey: str
    paper: str
    bands: tuple[str, str]
    hues: tuple[str, ...]

    @property
    def accent(self) -> str:
        """The colour of what a chart is about."""
        return self.hues[0]


_DAY: Final = Look(
    ink="#1f2a33",
    faint="#55616b",
    line="#d5dbe0",
    grey="#9aa5ae",
    paper="#ffffff",
    bands=("#f4f6f8", "#e7ecf0"),
    hues=tuple(style.color for style in RING_STYLES),
)
_NIGHT: Final = Look(
    ink="#f2f5f7",
    faint="#a9b5be",
    line="#3a4650",
    grey="#5b6872",
    paper="#0e1117",
    bands=("#151c24", "#1e2832"),
    hues=tuple(style.bright for style in RING_STYLES),
)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a chart speaks and looks."""

    tell: Say
    units: str
    look: Look


def look_of(theme: str | None) -> Look:
    """Return the look of a theme as Streamlit names it, by day where none is known."""
    return _NIGHT if theme == "dark" else _DAY


def halo_of(look: Look) -> dict[str, Any]:
    """Return how words are painted once before themselves, so that they are read over signs."""
    return {"stroke": look.paper, "strokeWidth": 3, "strokeJoin": "round", "color": look.paper}


def finished(chart: Any, manner: Manner, height: int) -> Any:
    """Return a chart with the frame, axes and letters that all of ours have.

    `height` is that of its inside; its width is that of the page. What is heard of it is said where
    it is shown: Streamlit logs a warning for each chart that says so itself, too.
    """
    look = manner.look
    axis: dict[str, Any] = {
        "labelColor": look.faint, "titleColor": look.faint, "tickColor": look.line,
        "labelFontSize": SMALL_PX, "titleFontSize": SMALL_PX, "titleFontWeight": "normal",
        "domain": False, "grid": False, "aria": False,  # heard in English alone
    }  # fmt: skip
    return chart.properties(
        height=height + _AXIS_PX,
        width="container",
        padding=_PADDING_PX,
    ).configure(
        font=_FACES,
        background=look.paper,
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(**axis),
        text=alt.MarkConfig(fontSize=TEXT_PX, color=look.ink),
        legend=alt.LegendConfig(
            labelColor=look.ink, titleColor=look.faint, labelFontSize=SMALL_PX,
            titleFontSize=SMALL_PX, titleFontWeight="normal", orient="top", symbolSize=90,
            aria=False,
        ),
    )  # fmt: skip
