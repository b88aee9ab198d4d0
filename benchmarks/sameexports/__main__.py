"""`python -m benchmarks.sameexports`: record all exports of a build, or compare with a recording.

Exit status 0 means that nothing differs but what was expected to.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.sameexports import asked, recording
from benchmarks.sameexports.compare import Difference, differences
from benchmarks.servers import ROOT, serve

WHOLE: Final = 4  # differences of a route that are told with what differs; of more, the name


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sameexports", description=__doc__)
    parser.add_argument("--record", type=Path, metavar="FILE", help="keep the answers as FILE")
    parser.add_argument("--against", type=Path, metavar="FILE", help="compare with this recording")
    parser.add_argument("--app", type=Path, default=ROOT, help="the app of another checkout")
    parser.add_argument(
        "--expected", type=re.compile, metavar="REGEX", action="append", default=[],
        help="answers whose difference is told but does not count, such as '#module$'",
    )  # fmt: skip
    options = parser.parse_args(words)
    if not (options.record or options.against):
        parser.error("give --record, --against or both")
    if options.record and options.against and options.record.resolve() == options.against.resolve():
        parser.error("--record would overwrite what --against compares with")
    return options


def recorded(options: argparse.Namespace, file: Path) -> recording.Recording:
    """Start the app, ask it what the other was asked, and stop it."""
    for name in [name for name in os.environ if name.startswith("REACHMAP_")]:
        del os.environ[name]  # an operator's settings would be in the answers
    app = options.app.resolve()
    if options.against:
        requests = [answer.asked for answer in recording.load(options.against).answers.values()]
    else:
        requests = asked.everything(app / "data")
    print(f"asking {len(requests):,} answers of {app.name} ...", file=sys.stderr, flush=True)
    with serve(app / "app.py", cwd=app) as server:
        return recording.record(server, requests, file.resolve())


def counted(found: recording.Recording) -> str:
    """Return how many answers of which status came; a 500 is a fault of the build, equal or not."""
    statuses = Counter(answer.status for answer in found.answers.values())
    told = ", ".join(f"{count:,} x {status}" for status, count in sorted(statuses.items()))
    return f"{len(found.answers):,} answers: {told}"


def report(found: list[Difference], expected: list[re.Pattern[str]]) -> int:
    """Print the differences, the first of each route whole; return how many were not expected."""
    unexpected = 0
    told: Counter[str] = Counter()
    for each in found:
        is_expected = all(any(one.search(name) for one in expected) for name in each.names)
        unexpected += not is_expected
        told[each.route] += 1
        text = str(each) if told[each.route] <= WHOLE else each.name
        print(f"{'expected: ' if is_expected else 'DIFFERS: '}{text}")
    for route, count in told.most_common():
        print(f"{count:6,} x {route}")
    print(f"{len(found):,} differences, {unexpected:,} of them not expected")
    return unexpected


def main(words: Sequence[str] | None = None) -> int:
    """Record, compare, or both."""
    options = arguments(words)
    with tempfile.TemporaryDirectory(prefix="reachmap-exports-") as folder:
        found = recorded(options, options.record or Path(folder) / "after.json")
        print(counted(found))
        if not options.against:
            return 0
        before = recording.load(options.against)
        return 1 if report(differences(before, found), options.expected) else 0


if __name__ == "__main__":
    sys.exit(main())
