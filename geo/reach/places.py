"""Which layers hold places: those whose reach is computed."""

PLACE_LAYERS = ("cities", "bases", "thaad", "radar")
