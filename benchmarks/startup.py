"""What a student waits for: `grade exercise_03 FILE` beside `python -c "import torch"`, in turn, in one run.

    python benchmarks/startup.py [ROUNDS]

Prints medians of wall time and the ratios to importing torch: with the answer key in its cache, without it, and
`grade --help`. Exits 1 where a ratio is over what the project promises.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WARM_RATIO, COLD_RATIO, HELP_SECONDS = 1.4, 2.2, 0.2


def main() -> None:
    """Measure, print, and judge."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as folder:
        seconds = _measure(Path(folder), rounds)
    base = statistics.median(seconds["import torch"])
    print(f"{'':24}{'median s':>10}{'min':>8}{'max':>8}{'ratio':>8}")
    for name, times in seconds.items():
        median = statistics.median(times)
        print(f"{name:24}{median:10.3f}{min(times):8.3f}{max(times):8.3f}{median / base:8.2f}")
    warm = statistics.median(seconds["grade, warm key"]) / base
    cold = statistics.median(seconds["grade, cold key"]) / base
    helped = statistics.median(seconds["grade --help"])
    held = warm <= WARM_RATIO and cold <= COLD_RATIO and helped <= HELP_SECONDS
    print(f"promised: warm {WARM_RATIO}, cold {COLD_RATIO}, help {HELP_SECONDS} s: {'held' if held else 'NOT HELD'}")
    sys.exit(0 if held else 1)


def _measure(folder: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds by what was run. The rounds interleave, so that a slow moment of the machine falls on all."""
    source = next((ROOT / "solutions").glob("exercise_03_*/reference.py"))
    grade = [str(Path(sys.executable).with_name("grade"))]
    arguments = [*grade, "exercise_03", str(source), "--out", str(folder / "reports")]
    commands = {
        "import torch": [sys.executable, "-c", "import torch"],
        "grade, warm key": arguments,
        "grade, cold key": arguments,
        "grade --help": [*grade, "--help"],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(-1, rounds):  # the first round warms the disk and the key, and is not counted
        for name, command in commands.items():
            cache = folder / (f"cache-{number}" if name == "grade, cold key" else "cache")
            took = _time(command, cache, folder)
            if number >= 0:
                seconds[name].append(took)
    return seconds


def _time(command: list[str], cache: Path, folder: Path) -> float:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "XDG_STATE_HOME": str(folder / "state")}
    started = time.perf_counter()
    subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
