"""`python -m benchmarks`: the budget table, measured now, beside the usual way of doing it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import measure, report
from benchmarks.attack import held
from benchmarks.report import Table
from benchmarks.servers import ROOT

PARTS: dict[str, Callable[[Table, argparse.Namespace], None]] = {
    "engine": measure.engine_part,
    "browser": measure.browser_part,
    "load": measure.load_part,
    "exports": measure.exports_part,
    "rooms": measure.rooms_part,
    "soak": measure.soak_part,
    "truth": measure.truth_part,
    "robustness": measure.robustness_part,
    "held": held.held_part,
}
DEFAULT = ("engine", "browser", "load", "exports", "rooms", "truth")


def checkout(text: str) -> Path:
    return Path(text).resolve()


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--out", type=Path, help="also write the table to this file")
    parser.add_argument(
        "--only", nargs="+", choices=PARTS, default=list(DEFAULT), help="parts to measure"
    )
    parser.add_argument("--seconds", type=float, default=10, help="length of each load")
    parser.add_argument(
        "--without", nargs="+", choices=["peers", "app"], default=[], help="leave out"
    )
    parser.add_argument(
        "--beside", type=checkout, help="another checkout, whose robustness is measured first"
    )
    parser.add_argument(
        "--app", type=checkout, default=ROOT, help="measure the app of another checkout"
    )
    parser.add_argument(
        "--held", nargs="+", choices=held.PARTS, default=list(held.PARTS), help="of `held`, these"
    )
    parser.add_argument("--monkey-seconds", type=float, default=240, help="how long it acts")
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> int:
    """Measure the parts asked for and print the table as Markdown."""
    options = arguments(words)
    table = Table()
    for name, part in PARTS.items():
        if name in options.only:
            print(f"measuring: {name} ...", file=sys.stderr, flush=True)
            part(table, options)
    table.note(report.machine())
    text = table.markdown()
    print(text)
    if options.out:
        options.out.write_text(text + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
