"""Check all that the app reads: `python -m ui.check` prints the faults and ends with 1 if any.

The server does the same when it starts (ui/server/warmup.py), and writes them to its log; only
that it does not read our scripts to their end.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from geo.catalog import data_faults, label_faults, left_out, load_catalog, other_faults
from geo.errors import DataError
from geo.files import DATA_DIR
from ui.scripts import installed_faults
from ui.visitor import prefix_faults


def faults_at_start() -> Iterator[str]:
    """Yield a line for each fault, with what the server has read already."""
    try:
        load_catalog()
    except DataError as error:
        yield from str(error).splitlines()
    else:
        yield from map(str, left_out())
        yield from map(str, label_faults(load_catalog(), DATA_DIR))
    yield from map(str, other_faults(DATA_DIR))
    yield from map(str, installed_faults())


def main() -> int:
    """Print the faults; return 1 if there are any."""
    installed = map(str, installed_faults(is_thorough=True))
    lines = list(dict.fromkeys([*prefix_faults(), *data_faults(), *installed]))
    print(*lines or ["No faults."], sep="\n")  # what a command says
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
