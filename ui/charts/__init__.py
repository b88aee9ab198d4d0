"""Charts of the evidence, as Vega-Lite draws them in the page."""

from ui.charts.claimchart import claim_chart
from ui.charts.flightchart import flight_chart
from ui.charts.launchchart import launch_chart
from ui.charts.look import Manner, look_of

__all__ = ["Manner", "claim_chart", "flight_chart", "launch_chart", "look_of"]
