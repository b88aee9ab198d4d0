"""Print a line for each fault of the data; end with 1 if there is any."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.facts.checks import CHECKS
from tests.facts.tables import DATA_DIR, read


def main(arguments: list[str] | None = None) -> int:
    """Check a data folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.facts", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA_DIR, help="another data folder")
    data = read(parser.parse_args(arguments).data)
    faults = [(name, fault) for name, check in CHECKS.items() for fault in check(data)]
    for name, fault in faults:
        print(f"{name}: {fault}")
    print(f"{len(faults)} faults", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
