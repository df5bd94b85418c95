"""What /proc says of processes, for the tests that start some and must leave none."""

from __future__ import annotations

import os
import time
from pathlib import Path


def state(pid):
    """A process's state letter, session and parent; None where it is gone (one that waits to be collected is)."""
    found = _stat(pid)
    return None if found is None or found[0] in "ZX" else found


def gone(pid, within=3.0):
    deadline = time.monotonic() + within
    while (alive := state(pid)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return alive is None


def in_session(session):
    return [pid for pid in _all() if (found := state(pid)) and found[1] == session]


def descendants(pid):
    """The processes that this one started, those that they started, and so on: parents first."""
    parents = {each: found[2] for each in _all() if (found := state(each))}
    found = [pid]
    for known in found:
        found += [each for each, parent in parents.items() if parent == known]
    return found[1:]


def uncollected():
    """The children of this process that ended and were not waited for."""
    return [pid for pid in _all() if (found := _stat(pid)) and found[0] == "Z" and found[2] == os.getpid()]


def status(pid):
    """/proc/PID/status, by its names."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def descriptors():
    return sorted(entry.name for entry in Path("/proc/self/fd").iterdir())


def _all():
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _stat(pid):
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return fields[0], int(fields[3]), int(fields[1])
