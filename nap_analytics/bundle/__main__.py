"""python -m nap_analytics.bundle: write the zip for the stick, and say where it is and how large.

Exit status: 0 done, 1 it could not be made (every fault of the data on a line), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from nap_analytics.bundle.archive import write_bundle
from nap_analytics.bundle.wheels import PLATFORMS
from nap_analytics.errors import DataError, NapError
from nap_analytics.wording.faults import fault_line
from nap_analytics.wording.language import DEFAULT_LANGUAGE, language

ROOT = Path(__file__).parents[2]
MEGABYTE = 10**6


def main() -> int:
    """Write the zip; its exit status."""
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    parser = argparse.ArgumentParser(prog="python -m nap_analytics.bundle", description="One zip that runs without internet.")
    parser.add_argument("--pythons", nargs="+", default=[here], help="versions of Python to hold wheels for")
    parser.add_argument("--platform", choices=PLATFORMS, default="win_amd64", help="the computers to start it on")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="the folder to write to")
    options = parser.parse_args()
    t = language(os.environ.get("NAP_LANG") or DEFAULT_LANGUAGE)
    try:
        made = write_bundle(ROOT, options.out, platform=options.platform, pythons=tuple(options.pythons))
    except NapError as error:
        faults = error.faults if isinstance(error, DataError) else []
        print(*(fault_line(t, fault) for fault in faults), t(error.message, **error.params), sep="\n", file=sys.stderr)
        return 1
    size = t.number(made.path.stat().st_size / MEGABYTE, digits=0)
    wheels = t.n("{count} wheel", "{count} wheels", made.wheel_count)
    print(t("{path}: {size} MB, {wheels}, Python {pythons}", path=made.path, size=size, wheels=wheels, pythons=", ".join(made.pythons)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
