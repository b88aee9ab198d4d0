"""Ring and inverse in the browser's half, in Node and in Chromium: `-m benchmarks.geodesics`.

    python -m benchmarks.geodesics --beside ../other   # this checkout and another one, in turns

The modules are read from the files of each checkout, with no server. A time is the best of all
rounds: other work on the machine makes a round slower, nothing makes it faster.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, Route

from benchmarks.chromium import chromium

ROOT: Final = Path(__file__).parents[1]
ROUNDS: Final = 5
HOST: Final = "http://modules.test"

# Microseconds of a ring of 361 vertices from a site drawn before, of one from a new site, and of an
# of an inverse to anywhere: the best of many bursts, each too short to be interrupted often.
MEASURE: Final = """async (url) => {
    const { inverse, rangeRing } = await import(url);
    const time = (count, act) => {
        let best = Infinity;
        for (let burst = 0; burst < 40; burst += 1) {
            const start = performance.now();
            for (let i = 0; i < count; i += 1) act(i);
            best = Math.min(best, performance.now() - start);
        }
        return (1000 * best) / count;
    };
    let fresh = 0;
    const measures = {
        "ring, site kept": [40, (i) => rangeRing(39.66, 124.706, 3000 + i)],
        "ring, new site": [10, (i) => rangeRing(39.66, 100 + (fresh += 0.001), 3000 + i)],
        "inverse": [2000, (i) => inverse(39.66, 124.706, (i * 37) % 179 - 89, (i * 91) % 359)],
    };
    const took = Object.entries(measures).map(([name, [count, act]]) => [name, time(count, act)]);
    return Object.fromEntries(took);
}"""

Times = dict[str, float]


def in_node(web: Path) -> Times:
    script = f"console.log(JSON.stringify(await ({MEASURE})({json.dumps(module(web))})))"
    node = Path(sys.executable).with_name("node")
    command = [str(node), "--input-type=module", "--eval", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def module(web: Path) -> str:
    return web.joinpath("earth/geodesic.js").as_uri()


def in_chromium(page: Page, web: Path) -> Times:
    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOST).lstrip("/")
        if path:
            route.fulfill(path=web / path, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>modules</title>", content_type="text/html")

    page.route("**/*", answer)
    page.goto(HOST)
    times = dict(page.evaluate(MEASURE, f"{HOST}/earth/geodesic.js"))
    page.unroute("**/*")
    return times


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Times of a ring and of an inverse, in the browser."
    )
    parser.add_argument("--beside", type=Path, help="another checkout, measured in turns")
    beside = parser.parse_args().beside
    webs = [each.resolve() / "ui/web" for each in (ROOT, beside) if each]
    best: dict[tuple[str, str], list[float]] = {}
    with chromium() as browser:
        for _ in range(ROUNDS):
            for column, web in enumerate(webs):
                page = browser.new_page()
                found = {"Node": in_node(web), "Chromium": in_chromium(page, web)}
                page.close()
                for engine, times in found.items():
                    for name, value in times.items():
                        row = best.setdefault((engine, name), [float("inf")] * len(webs))
                        row[column] = min(row[column], value)
    for (engine, name), row in best.items():
        print(f"{engine}, {name}:", *(f"{value:.1f} us" for value in row), sep="  ")


if __name__ == "__main__":
    main()
