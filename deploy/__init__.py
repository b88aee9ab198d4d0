"""How Reachmap is set up and started."""
