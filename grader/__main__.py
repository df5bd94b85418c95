"""Where the program begins. Until the command line is there, Ctrl-C ends it without a word; afterwards the command
line answers.
"""

from __future__ import annotations

import signal
import sys

signal.signal(signal.SIGINT, signal.SIG_DFL)  # imports take a moment, and an interrupt there has nothing to clean up


def main() -> None:
    """Run the command line, and exit with its code."""
    from grader.cli import run  # noqa: PLC0415  # after the line above, which is the point of this file

    code = run(sys.argv[1:])
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # and so has one while Python shuts down
    sys.stdout.flush()
    sys.exit(code)


if __name__ == "__main__":
    main()
