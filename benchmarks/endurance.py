"""What thousands of submissions leave behind, and what a child costs in memory.

    python benchmarks/endurance.py [SUBMISSIONS]

Grades exercise_01's reference over and over at level 3, and prints how the grader's own memory grew after the first
tenth, and what is left of descriptors, children and folders. Then forks 16 children of a warm process that are alive
together, and prints the private memory of each. Exits 1 where something is over what is promised.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from submissions import LEVEL, grader

GROWTH_MIB, CHILD_MIB, ALIVE = 20.0, 25.0, 16


def main() -> None:
    """Measure, print, and judge."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as tempfile.tempdir:  # so that what is counted there is our own
        held = _endure(count)
    child = _child_memory()
    print(f"private memory of a child, {ALIVE} alive: {child:.1f} MiB (at most {CHILD_MIB:g})")
    sys.exit(0 if held and child <= CHILD_MIB else 1)


def _endure(count: int) -> bool:
    once = grader()
    for _ in range(count // 10):
        once()
    before, left_before = _memory_mib(os.getpid()), _leftovers()
    started = time.perf_counter()
    for _ in range(count - count // 10):
        once()
    rate = (count - count // 10) / (time.perf_counter() - started)
    growth, left = _memory_mib(os.getpid()) - before, _leftovers()
    print(f"{count} submissions at level {LEVEL}, {rate:.1f} a second")
    print(f"growth after the first {count // 10}: {growth:.2f} MiB (at most {GROWTH_MIB:g})")
    for name in left:
        print(f"{name}: {left_before[name]} before, {left[name]} after")
    return growth <= GROWTH_MIB and left == left_before


def _memory_mib(process: int) -> float:
    """Resident memory."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _leftovers() -> dict[str, int]:
    states = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            states.append(path.read_text().rpartition(")")[2].split()[:2])
        except OSError:
            continue
    return {
        "descriptors": len(list(Path("/proc/self/fd").iterdir())),
        "zombies": sum(state == "Z" and parent == str(os.getpid()) for state, parent in states),
        "mounts": len(Path("/proc/self/mounts").read_text().splitlines()),
        "temporary folders": len(list(Path(tempfile.gettempdir()).glob("grade-*"))),
    }


_FORKS = """
import os, sys, time
from grader.probe import zygote
zygote._load_torch(warm=True)
import torch
for _ in range(int(sys.argv[1])):
    if os.fork() == 0:
        x = torch.randn(5, requires_grad=True)
        (x * x).sum().backward()
        os.write(1, (str(os.getpid()) + chr(10)).encode())
        time.sleep(60)
        os._exit(0)
time.sleep(60)
"""


def _child_memory() -> float:
    """MiB of proportional memory that one of the children adds to the process that they were forked from."""
    names = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS")
    environment = {**os.environ, **dict.fromkeys(names, "1")}
    command = [sys.executable, "-c", _FORKS, str(ALIVE)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        assert process.stdout is not None
        children = [int(process.stdout.readline()) for _ in range(ALIVE)]
        time.sleep(1)
        return sum(_private_mib(child) for child in children) / ALIVE
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _private_mib(process: int) -> float:
    """What belongs to this process alone; shared pages are the warm process's own."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    sizes = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:]}
    return (sizes["Private_Clean"] + sizes["Private_Dirty"]) / 1024


if __name__ == "__main__":
    main()
