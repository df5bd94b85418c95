"""The isolation levels, and the best that this machine gives. It is found by trying, not by reading versions."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from grader.errors import UsageError
from grader.sandbox.pool import LevelRefused, WarmSandbox
from grader.sandbox.portable import PortableSandbox

AnySandbox = WarmSandbox | PortableSandbox
NAMES = {3: "strict", 2: "guarded", 1: "limited", 0: "none"}


@dataclass(frozen=True)
class Chosen:
    """A sandbox that is ready to be used, and what refused the levels above it."""

    sandbox: AnySandbox
    refused: tuple[tuple[int, str], ...] = ()


def level_of(text: str) -> int:
    """The level called by its number or its name. Raises UsageError for any other."""
    for level, name in NAMES.items():
        if text.lower() in (name, str(level)):
            return level
    known = ", ".join(f"{level} ({name})" for level, name in NAMES.items())
    raise UsageError(f"there is no isolation level {text!r}; there are {known}")


def choose(wanted: int | None = None, *, warm: bool = True) -> Chosen:
    """The best level at hand, or the wanted one. It is on its way when this returns: torch is loading.

    Raises UsageError where the wanted level is refused.
    """
    refused: list[tuple[int, str]] = []
    for level in (3, 2) if wanted is None else (wanted,):
        if level < 2:
            break
        try:
            return Chosen(_warm(level, warm), tuple(refused))
        except LevelRefused as error:
            refused.append((level, str(error)))
    if refused and wanted is not None:
        raise UsageError(f"this machine gives no isolation {wanted} ({NAMES[wanted]}): {refused[-1][1]}")
    sandbox = PortableSandbox(1 if wanted is None else wanted)
    sandbox.prepare()
    return Chosen(sandbox, tuple(refused))


def _warm(level: int, warm: bool) -> WarmSandbox:
    if sys.platform != "linux":
        raise LevelRefused("it needs Linux")
    sandbox = WarmSandbox(level, warm=warm)
    sandbox.prepare()
    return sandbox
