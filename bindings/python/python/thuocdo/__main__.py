"""The command line: `python -m thuocdo`, or `thuocdo` where the package is installed."""

import signal
import sys

from thuocdo._thuocdo import run

__all__ = ["main"]


def main() -> int:
    """Runs the command with this process's arguments. The exit status: 0 done, 1 an input was refused, 2 not done."""
    # The compiled command does the reading and writing, so Python would not notice Ctrl-C.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.stdout.flush()
    return run(["thuocdo", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
