"""A course of two small exercises, a class that did them in every way there is, and `grade batch` as a process."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from builders import EXERCISE_YAML, course_exercise
from processes import descendants, gone

from grader.batch.journal import Journal
from grader.errors import GraderError

GRADE = [sys.executable, "-m", "grader"]
ROOT = Path(__file__).resolve().parents[2]
RIGHT = "def {name}(x):\n    return 2 * x\n"
WRONG = "def {name}(x):\n    return x + 1\n"
SLOW = "import time\n\n\ndef {name}(x):\n    time.sleep(0.05)\n    return 2 * x\n"  # 0.3 s in all
NOTEBOOK = json.dumps(
    {
        "cells": [
            {"cell_type": "markdown", "metadata": {}, "id": "a", "source": "My answer"},
            {
                "cell_type": "code",
                "metadata": {},
                "id": "b",
                "execution_count": None,
                "outputs": [],
                "source": "%matplotlib inline\n" + RIGHT,
            },
        ],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
)

# By student: the suffix, the content, and what becomes of it: points of 6, the status of the first case, the reason
ANSWERS: dict[str, tuple[str, str | bytes, float, str, str]] = {
    "ada": (".py", RIGHT, 6.0, "passed", ""),
    "bo": (".py", WRONG, 4.0, "passed", ""),
    "cem": (".py", "def {name}(x):\n    while True:\n        pass\n", 0.0, "timeout", ""),
    "dee": (".py", "def {name}(x):\n    return 1 / 0\n", 0.0, "error", ""),
    "eve": (".py", "import os\n\n\ndef {name}(x):\n    os._exit(0)\n", 0.0, "error", ""),
    "flo": (".py", "", 0.0, "skipped", "the file is empty"),
    "gus": (".py", b"# caf\xe9\n", 0.0, "skipped", "the file is not UTF-8 (byte 0xe9 in line 1); save it as UTF-8"),
    "hal": (".ipynb", NOTEBOOK, 6.0, "passed", ""),
    "ida": (".py", "def {name}(x:\n", 0.0, "error", ""),
    "jo": (".py", "x = 1\n", 0.0, "error", ""),
    "kim": (".py", "def {name}(x):\n    return x + x if len(x) == 3 and x.sum() > 2 else x\n", 6.0, "passed", ""),
    "lou": (".py", "import torch\n\n\ndef {name}(x):\n    return torch.mul(x, 2)\n", 0.0, "failed", ""),
}
EXERCISES = {"exercise_07": "double", "exercise_08": "twofold"}


def make_course(root: Path) -> Path:
    """Exercises 7 and 8, with one known mistake each, and a limit of 1.5 seconds."""
    text = EXERCISE_YAML.replace("seconds: 5", "seconds: 1.5")
    mistakes = {
        "adds_one": '"""Adds one\n\nIt adds where it should multiply."""\n\n\ndef double(x):\n    return x + 1\n'
    }
    course_exercise(root, text, mistakes)
    for part in ("exercises", "solutions"):
        for path in sorted((root / part / "exercise_07_double_it").rglob("*.*")):
            other = root / part / "exercise_08_twofold" / path.relative_to(root / part / "exercise_07_double_it")
            other.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text()
            other.write_text(
                re.sub(r"\bdouble\b", "twofold", text)
                .replace("exercise_07", "exercise_08")
                .replace("Double", "Twofold")
            )
    return root


def make_class(folder: Path, students: int = 12, answer: str | None = None) -> Path:
    """`ada/exercise_07.py` and so on: the answers above, or so many students with one answer."""
    for number, (student, (suffix, content, *_)) in enumerate(ANSWERS.items()):
        for exercise, name in EXERCISES.items():
            if number < students:
                write(folder, student, exercise, name, answer or content, ".py" if answer else suffix)
    return folder


def write(folder: Path, student: str, exercise: str, name: str, content: str | bytes, suffix: str = ".py") -> Path:
    path = folder / student / f"{exercise}{suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    own = content.replace("{name}", name) if isinstance(content, str) else content
    path.write_bytes(own.encode() if isinstance(own, str) else own)
    return path


@dataclass
class Desk:
    """A folder with a course, and what the command needs around it: caches and temporary files of its own."""

    root: Path
    environment: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        temporary = self.root / "temporary"
        temporary.mkdir(exist_ok=True)
        own = {"TMPDIR": str(temporary), "XDG_CACHE_HOME": str(self.root / "cache"), "COLUMNS": "80"}
        self.environment = {**os.environ, **own, "XDG_STATE_HOME": str(self.root / "state")}
        self.environment.pop("GRADE_DEBUG", None)

    def start(self, *arguments: object, before: str = "") -> subprocess.Popen[str]:
        """Start the command in a process group of its own, as a shell does; `before` is said to the shell first."""
        words = [*GRADE, *map(str, arguments)]
        if before:
            words = ["/bin/bash", "-c", f'{before}; exec "$@"', "bash", *words]
        return subprocess.Popen(
            words,
            cwd=self.root,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: object, before: str = "") -> tuple[int, str, str]:
        """Run the command to its end: exit code, standard output, standard error."""
        process = self.start(*arguments, before=before)
        try:
            out, err = process.communicate(timeout=60)
        except BaseException:
            end(process)
            raise
        return process.returncode, out, err

    @property
    def temporary(self) -> list[str]:
        """What the command left among temporary files."""
        return sorted(path.name for path in (self.root / "temporary").iterdir())


def end(process: subprocess.Popen[str]) -> None:
    """Kill a process and wait until it is gone."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def results(out: Path) -> dict[tuple[str, str], dict]:
    """The reports in results.json, each student and exercise once."""
    listed = json.loads((out / "results.json").read_text())["results"]
    found = {(each["student"], each["exercise"]): each for each in listed}
    assert len(found) == len(listed)
    return found


def wait_for_results(out: Path, count: int, within: float = 40.0) -> int:
    """Wait until so many results are in the journal; how many there are."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        with suppress(GraderError), Journal.read(out) as journal:
            if len(kept := journal.kept()) >= count:
                return len(kept)
        time.sleep(0.02)
    raise AssertionError(f"there are no {count} results after {within} seconds")


@dataclass(frozen=True)
class Traces:
    """The processes that a process had under it, and the namespaces that they made."""

    pids: tuple[int, ...]
    namespaces: frozenset[str]

    @classmethod
    def of(cls, pid: int) -> Traces:
        below = descendants(pid)
        return cls((pid, *below), frozenset(filter(None, map(_namespace, below))) - {_namespace(os.getpid())})

    def left(self, within: float = 3.0) -> list[int]:
        """Those that are still there, and all others in those namespaces."""
        deadline = time.monotonic() + within
        while (found := self._alive()) and time.monotonic() < deadline:
            time.sleep(0.05)
        return found

    def _alive(self) -> list[int]:
        running = [int(name) for name in (each.name for each in Path("/proc").iterdir()) if name.isdigit()]
        inside = [pid for pid in running if _namespace(pid) in self.namespaces and not gone(pid, 0)]
        return sorted({pid for pid in self.pids if not gone(pid, 0)} | set(inside))


def _namespace(pid: int) -> str | None:
    try:
        return str(Path(f"/proc/{pid}/ns/pid").readlink())
    except OSError:  # it is gone
        return None
