"""How far from the truth each way of drawing a range ring is, measured in a real browser."""
