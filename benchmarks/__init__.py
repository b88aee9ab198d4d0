"""Measures Reachmap beside the usual ways of building such an app: `python -m benchmarks`."""
