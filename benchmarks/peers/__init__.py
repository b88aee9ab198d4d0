"""Apps and drawings to compare with: each is self-contained and imports nothing of Reachmap."""
