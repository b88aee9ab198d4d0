"""Set up what Reachmap needs in .venv and run it; USAGE says the rest.

Any Python must be able to read this file, so that an old one can say that it is too old: no
f-strings, no annotations. What it does is in the modules beside it.
"""

import os
import sys

USAGE = """\
python3 deploy/run.py [arguments for Streamlit, such as --server.port 8502]

Set up what Reachmap needs in .venv and run it: Python 3.11 or newer on Linux, macOS and Windows,
without root (on a bare Debian, root is used to add python3-venv if it is missing).
The first start needs the network to fetch packages; every later one does not.
REACHMAP_VENV names another folder for the environment, if this one cannot be written.\
"""
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120


def main():
    """Install on the first start, or when something is missing, then serve."""
    if sys.version_info < (3, 11):  # noqa: UP036  # it may be started by any Python
        version = ".".join(str(part) for part in sys.version_info[:3])
        print("Reachmap needs Python 3.11 or newer; this is {}.".format(version))  # noqa: UP032
        return 1
    if sys.argv[1:] in (["--help"], ["-h"]):
        print(USAGE)
        return 0
    sys.path[0] = ROOT  # in place of deploy/, whose modules may be named like those of Python
    from deploy.start import start  # noqa: PLC0415  # an older Python cannot read it

    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
