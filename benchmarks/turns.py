"""First map, drag and key of two checkouts in turns: a machine that grows slower is so for both."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browser import drag, keys, opened, wait_for_map
from benchmarks.chromium import chromium
from benchmarks.servers import ROOT, serve
from benchmarks.stats import median

LINK = "?ring=sohae~3000&ring=sohae~5000&ring=sohae~8000"


def first_map_ms(browser: Browser, url: str) -> float:
    """One navigation with an empty cache, to the first frame with a ring."""
    with opened(browser, url) as page:
        return wait_for_map(page)


MEASURES: dict[str, Callable[[Browser, str], float]] = {
    "first map, ms": first_map_ms,
    "redraws a second while dragging": lambda browser, url: drag(browser, url).per_s,
    "key to ring, ms": lambda browser, url: keys(browser, url).median_ms,
}


def measure(apps: list[Path], rounds: int) -> dict[str, list[list[float]]]:
    """Return for each measure a list of figures an app; the first of each round goes by turns."""
    found: dict[str, list[list[float]]] = {name: [[] for _ in apps] for name in MEASURES}
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(Path("app.py"), cwd=app)) for app in apps]
        browser = stack.enter_context(chromium())
        for server in servers:
            first_map_ms(browser, f"{server.url}/{LINK}")  # a warm server
        for number in range(rounds):
            order = list(enumerate(servers))[:: 1 if number % 2 else -1]
            for name, ask in MEASURES.items():
                for column, server in order:
                    found[name][column].append(ask(browser, f"{server.url}/{LINK}"))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--beside", type=Path, required=True, help="another checkout")
    parser.add_argument("--rounds", type=int, default=10)
    asked = parser.parse_args()
    for name, columns in measure([ROOT, asked.beside.resolve()], asked.rounds).items():
        told = [f"{median(each):.0f} ({min(each):.0f} to {max(each):.0f})" for each in columns]
        less = sum(here < there for here, there in zip(*columns, strict=True))
        print(f"{name}: here {told[0]}, beside {told[1]}; less here in {less} of {asked.rounds}")


if __name__ == "__main__":
    main()
