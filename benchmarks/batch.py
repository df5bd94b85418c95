"""What grading a class costs, and what it survives: `grade batch` as a process, beside what else grades a class.

    python benchmarks/batch.py [STAGE ...] [--submissions N] [--many N] [--students N] [--kills N] ...

| stage | what it does |
| --- | --- |
| throughput | grades a class; the same submissions by a fresh pytest process each, one a core |
| scale | grades ten times as many, between two runs of the class; the memory of the parent |
| unchanged | grades a class again that nobody has touched |
| report | the class report of many students and exercises, from a journal that is filled with results |
| kill | `kill -9` of the parent at random moments of a run, each time followed by the same command |
| cluster | a Dask scheduler and its workers on this machine, in turns with the local pool |
| others | the same submissions by otter-grader and nbgrader, one a core |

Without a name, all but the last, which needs programs that are no part of this project:

    python -m venv otter && otter/bin/python -m pip install -c constraints.txt otter-grader ipykernel torch numpy
    python -m venv nbgrader && nbgrader/bin/python -m pip install -c constraints.txt nbgrader ipykernel torch numpy
    python benchmarks/batch.py others --otter otter/bin/otter --nbgrader nbgrader/bin/nbgrader

The class is made of exercise_01's reference, alternatives and mistakes, no two files alike, and is graded at level 3.
Every command has caches and temporary files of its own. `start` is what passes until the first submission is handed
out (workers load torch in it, and make the answer key), `grading` until the last result is durable, `rest` is pages,
results.json and class report. pytest is judged without plugins, which may cost it as much again; what it takes with
all that are installed is printed beside it. Exits 1 where something is not as promised.
"""

from __future__ import annotations

import ctypes
import json
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import click

from grader.batch import outputs
from grader.batch.grade_class import run_facts
from grader.batch.journal import Entry, Journal
from grader.batch.run import Terms
from grader.class_figures import class_report
from grader.class_report import FILE
from grader.course import Course
from grader.record import Record, page_of
from grader.render import class_html
from grader.report import Report

sys.path.insert(0, str(Path(__file__).resolve().parent))
from other_graders import Graded, by_nbgrader, by_otter, by_pytest, environment_in
from submissions import EXERCISE, LEVEL, OVER_PYTEST, ROOT

OF_SMALL_CLASS, PARENT_MIB = 0.9, 300.0
UNCHANGED_SECONDS = 2.0
REPORT_SECONDS, REPORT_MIB = 5.0, 15.0
OF_LOCAL_POOL = 0.85
LEFT_SECONDS = 3.0  # for what a killed parent started to be gone
UNKNOWN_SHARE, UNKNOWN_WAYS = 0.1, 40  # of the failures in the class report, and in how many ways in an exercise
_PR_SET_CHILD_SUBREAPER = 36
_NOTE = "# handed in as number {}\n"


@dataclass(frozen=True)
class Sizes:
    """How much is measured. See the options."""

    submissions: int
    many: int
    students: int
    exercises: int
    kills: int
    killed: int
    few: int
    rounds: int
    jobs: int
    seed: int
    otter: Path | None
    nbgrader: Path | None


@click.command(context_settings={"show_default": True})
@click.argument("stages", nargs=-1, metavar="[STAGE]...")
@click.option("--submissions", default=1000, help="Of the class of throughput, scale, unchanged and cluster.")
@click.option("--many", default=10_000, help="Submissions of the large class of scale.")
@click.option("--students", default=1000, help="Of the class report.")
@click.option("--exercises", default=10, help="Of the class report.")
@click.option("--kills", default=10, help="Moments at which a run is killed.")
@click.option("--killed", default=600, help="Submissions of a run that is killed.")
@click.option("--few", default=20, help="Submissions that pytest and other graders are given.")
@click.option("--rounds", default=3, help="Of what is repeated for a median.")
@click.option("--jobs", default=2, help="Workers, and processes of other graders at a time.")
@click.option("--seed", default=0, help="Of the moments, and of the results in the class report.")
@click.option("--otter", type=click.Path(exists=True, path_type=Path), help="The program of otter-grader.")
@click.option("--nbgrader", type=click.Path(exists=True, path_type=Path), help="The program of nbgrader.")
def main(stages: tuple[str, ...], **sizes: int | Path | None) -> None:
    """Measure, print, and judge."""
    if unknown := set(stages) - set(STAGES):
        raise click.UsageError(f"no stage {', '.join(sorted(unknown))}: there are {', '.join(STAGES)}")
    if "others" in stages and not (sizes["otter"] or sizes["nbgrader"]):
        raise click.UsageError("others: --otter or --nbgrader says where a program is; the script's docstring has more")
    held = True
    for name in stages or [name for name in STAGES if name != "others"]:
        print(f"\n{name}", flush=True)
        with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
            held &= STAGES[name](Path(folder), Sizes(**sizes))  # type: ignore[arg-type]  # click has checked them
    sys.exit(0 if held else 1)


# The stages


def throughput(folder: Path, sizes: Sizes) -> bool:
    """A class, in turns with a pytest process a submission, since a machine is not always equally quick."""
    source = make_class(folder, sizes.submissions)
    runs: list[Run] = []
    plain: list[Graded] = []
    laden: list[Graded] = []
    for number in range(sizes.rounds):
        runs.append(Desk(folder / f"desk-{number}").grade(source, "out", jobs=sizes.jobs))
        plain.append(by_pytest(folder / f"plain-{number}", answers(sizes.few), sizes.jobs))
        laden.append(by_pytest(folder / f"laden-{number}", answers(sizes.few), sizes.jobs, plugins=True))
    _print_runs({f"{sizes.submissions} submissions, {number + 1}": run for number, run in enumerate(runs)})
    for name, found in (("pytest", plain), ("pytest with all plugins that are installed", laden)):
        _print_times(f"{name}, {sizes.jobs} at a time, s", [second for each in found for second in each.seconds])
        _print_ratio("    a second", statistics.median(each.rate for each in found))
        pairs = list(zip(runs, found, strict=True))
        _print_times("    grading is quicker by", [run.grading_rate / each.rate for run, each in pairs])
        _print_times("    the whole command is quicker by", [run.rate / each.rate for run, each in pairs])
    over = statistics.median(run.grading_rate / each.rate for run, each in zip(runs, plain, strict=True))
    return _held(f"grading, quicker than pytest (at least {OVER_PYTEST:g})", over, over >= OVER_PYTEST)


def scale(folder: Path, sizes: Sizes) -> bool:
    """A large class between two runs of a small one, each from a cold start."""
    runs = {}
    for name, count in (("before", sizes.submissions), ("large", sizes.many), ("after", sizes.submissions)):
        out = folder / name
        runs[f"{count} submissions, {name}"] = Desk(out).grade(make_class(folder, count), "out", jobs=sizes.jobs)
        shutil.rmtree(out)
    _print_runs(runs)
    before, large, after = runs.values()
    parts = {
        "large class over small (at least {:g})": large.rate / statistics.mean([before.rate, after.rate]),
        "the same, once it has begun (at least {:g})": large.steady_rate
        / statistics.mean([before.steady_rate, after.steady_rate]),
    }
    held = [_held(name.format(OF_SMALL_CLASS), share, share >= OF_SMALL_CLASS) for name, share in parts.items()]
    peak = large.peak_mib
    return all([*held, _held(f"peak of the parent, MiB (under {PARENT_MIB:g})", peak, peak < PARENT_MIB)])


def unchanged(folder: Path, sizes: Sizes) -> bool:
    """The same command once more."""
    desk, source = Desk(folder / "desk"), make_class(folder, sizes.submissions)
    desk.grade(source, "out", jobs=sizes.jobs)
    again = [desk.grade(source, "out", jobs=sizes.jobs) for _ in range(2 * sizes.rounds - 1)]
    assert not any(run.graded for run in again), "what was unchanged was graded again"
    seconds = [run.whole for run in again]
    _print_times(f"{sizes.submissions} unchanged submissions, s", seconds)
    took = statistics.median(seconds)
    return _held(f"seconds, the whole command (under {UNCHANGED_SECONDS:g})", took, took < UNCHANGED_SECONDS)


def report(folder: Path, sizes: Sizes) -> bool:
    """The class report, as `grade batch` writes it, from a journal of results made from a few graded ones."""
    known = _graded_variants(folder, sizes)
    _fill(folder / "class", known, sizes)
    seconds = []
    with Journal.read(folder / "class") as journal:
        for _ in range(sizes.rounds):
            started = time.perf_counter()
            _write_class_report(journal)
            seconds.append(time.perf_counter() - started)
    _print_times(f"{sizes.students} students, {sizes.exercises} exercises, s", seconds)
    took, size = statistics.median(seconds), (folder / "class" / FILE).stat().st_size / 2**20
    return all(
        [
            _held(f"seconds (under {REPORT_SECONDS:g})", took, took < REPORT_SECONDS),
            _held(f"{FILE}, MiB (under {REPORT_MIB:g})", size, size < REPORT_MIB),
        ]
    )


def kill(folder: Path, sizes: Sizes) -> bool:
    """Runs that are killed, and resumed."""
    source = make_class(folder, sizes.killed)
    with _orphans_come_here():
        whole = Desk(folder / "whole").grade(source, "out", jobs=sizes.jobs)
        expected = _scores(folder / "whole" / "out")
        assert len(expected) == sizes.killed
        print(f"a run of {sizes.killed} submissions takes {whole.whole:.1f} s; killed after")
        moments = random.Random(sizes.seed)  # noqa: S311  # nothing secret
        faults, kills = [], 0
        while kills < sizes.kills:
            moment = moments.uniform(0, whole.whole)
            found = _killed_and_resumed(folder / "killed", source, moment, expected, sizes)
            kills += found is not None  # it may have ended before
            faults += found or []
    for fault in faults:
        print(f"    {fault}")
    return _held("faults after a kill (none)", len(faults), not faults)


def cluster(folder: Path, sizes: Sizes) -> bool:
    """The local pool and a cluster of as many workers, in turns."""
    source = make_class(folder, sizes.submissions)
    runs: dict[str, list[Run]] = {"local pool": [], "cluster": []}
    desk = Desk(folder / "desk")
    desk.grade(make_class(folder, 1), "key", jobs=1)  # the answer key is no part of either
    for number in range(sizes.rounds):
        for name in list(runs) if number % 2 == 0 else list(reversed(runs)):  # so that no one is always the first
            with dask_cluster(desk, sizes.jobs) if name == "cluster" else _nothing() as scheduler:
                options = ("--scheduler", scheduler) if scheduler else ()
                runs[name].append(desk.grade(source, f"{name}-{number}", *options, jobs=sizes.jobs))
    _print_runs({f"{name}, {number + 1}": run for name, each in runs.items() for number, run in enumerate(each)})
    parts = {
        "of the local pool, once grading has begun": "steady_rate",
        "of the local pool, everything counted": "rate",
    }
    shares = {
        part: statistics.median(getattr(run, rate) for run in runs["cluster"])
        / statistics.median(getattr(run, rate) for run in runs["local pool"])
        for part, rate in parts.items()
    }
    held = [
        _held(f"{part} (at least {OF_LOCAL_POOL:g})", share, share >= OF_LOCAL_POOL) for part, share in shares.items()
    ]
    return all(held)


def others(folder: Path, sizes: Sizes) -> bool:
    """Other graders on the same submissions. Nothing is promised of them but that they agree on who is right."""
    graders = {"otter run": (sizes.otter, by_otter), "nbgrader autograde": (sizes.nbgrader, by_nbgrader)}
    sources = answers(sizes.few)
    found: dict[str, Graded] = {"pytest": by_pytest(folder / "pytest", sources, sizes.jobs)}
    for name, (program, grade) in graders.items():
        if program is not None:
            found[name] = grade(program.absolute(), folder / name.split()[0], sources, sizes.jobs)
    few, many = (
        Desk(folder / name).grade(make_class(folder, count), "out", jobs=sizes.jobs)
        for name, count in (("few", sizes.few), ("many", sizes.submissions))
    )
    _print_runs({"the same submissions": few, "a class": many})
    print(f"{'':34}{'a second':>10}{'passed':>8}{f'of {sizes.few}':>16}{f'of {sizes.submissions}':>16}")
    for name, each in found.items():
        times = f"{few.rate / each.rate:10.1f} times{many.rate / each.rate:10.1f} times"
        print(f"{name:34}{each.rate:10.3f}{sum(each.right):8}{times}")
    agreed = all(each.right == found["pytest"].right for each in found.values())
    return _held("all of them find the same submissions right", sum(found["pytest"].right), agreed)


STAGES: Mapping[str, Callable[[Path, Sizes], bool]] = {
    stage.__name__: stage for stage in (throughput, scale, unchanged, report, kill, cluster, others)
}


# What is printed


def _held(name: str, value: float, held: bool) -> bool:
    print(f"{name:60}{value:10.2f}  {'held' if held else 'NOT HELD'}", flush=True)
    return held


def _print_ratio(name: str, value: float) -> None:
    print(f"{name:60}{value:10.2f}", flush=True)


def _print_times(name: str, seconds: Sequence[float]) -> None:
    print(f"{'':60}{'median':>10}{'min':>8}{'max':>8}")
    print(f"{name:60}{statistics.median(seconds):10.2f}{min(seconds):8.2f}{max(seconds):8.2f}", flush=True)


def _print_runs(runs: Mapping[str, Run]) -> None:
    heads = f"{'start':>8}{'grading':>9}{'rest':>8}{'whole s':>9}"
    print(f"{'':34}{heads}{'a second: grading':>20}{'begun':>8}{'whole':>8}{'peak MiB':>10}")
    for name, run in runs.items():
        seconds = f"{run.start:8.2f}{run.grading:9.2f}{run.rest:8.2f}{run.whole:9.2f}"
        rates = f"{run.grading_rate:20.1f}{run.steady_rate:8.1f}{run.rate:8.1f}"
        print(f"{name:34}{seconds}{rates}{run.peak_mib:10.0f}", flush=True)


# The class


def answers(count: int, exercise: str = EXERCISE) -> list[str]:
    """Modules for an exercise: its reference, alternatives and mistakes over and over, no two alike."""
    item = Course(ROOT).find(exercise)
    known = [item.reference(), *item.alternatives(), *item.mistakes()]
    return [known[number % len(known)].source + _NOTE.format(number) for number in range(count)]


def make_class(folder: Path, students: int) -> Path:
    """`student-00000/exercise_01.py` and so on, made once."""
    source = folder / f"class-{students}"
    if not source.is_dir():
        for number, text in enumerate(answers(students)):
            path = source / f"student-{number:05}" / f"{EXERCISE}.py"
            path.parent.mkdir(parents=True)
            path.write_text(text)
    return source


# The command


@dataclass(frozen=True)
class Run:
    """What one command did and took. `begun`: results and seconds of grading when it first told how far it is."""

    graded: int
    start: float
    grading: float
    whole: float
    begun: tuple[int, float]
    peak_mib: float

    @property
    def rest(self) -> float:
        """Seconds after the last result was durable."""
        return self.whole - self.start - self.grading

    @property
    def rate(self) -> float:
        """Submissions a second, everything counted."""
        return self.graded / self.whole

    @property
    def grading_rate(self) -> float:
        """Submissions a second from when the first is handed out: the start of the workers is counted."""
        return self.graded / self.grading

    @property
    def steady_rate(self) -> float:
        """Submissions a second from when the command first tells how far it is, five seconds after the start."""
        done, seconds = self.begun
        if self.graded - done < self.graded / 2:  # it was over too soon
            return self.grading_rate
        return (self.graded - done) / (self.grading - seconds)

    @classmethod
    def of(cls, lines: Sequence[tuple[float, str]], whole: float, peak_mib: float) -> Run:
        """From what the command said on standard error, each line with its time of arrival."""
        told = [(when, int(found[1])) for when, line in lines if (found := re.match(r"Grading: (\d+) of \d+", line))]
        if not told:
            return cls(0, whole, 0.0, whole, (0, 0.0), peak_mib)
        (start, _), (end, graded) = told[0], told[-1]
        first, done = next(each for each in told if each[1])
        return cls(graded, start, end - start, whole, (done, first - start), peak_mib)


@dataclass(frozen=True)
class Desk:
    """Where the command runs: its results, caches and temporary files."""

    root: Path

    def environment(self) -> dict[str, str]:
        """Those of this process, but for where files go."""
        return environment_in(self.root)

    def start(self, source: Path, out: str, *options: str, jobs: int) -> subprocess.Popen[str]:
        """Start the command."""
        words = ["--out", str(self.root / out), "--jobs", str(jobs), "--isolation", str(LEVEL), "--seed", "0", *options]
        return subprocess.Popen(
            [sys.executable, "-m", "grader", "batch", str(source), *words],
            cwd=ROOT,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def grade(self, source: Path, out: str, *options: str, jobs: int) -> Run:
        """Run it to its end, which must be a good one."""
        started = time.perf_counter()
        process = self.start(source, out, *options, jobs=jobs)
        assert process.stderr is not None
        peak = Peak(process.pid)
        try:
            lines = [(time.perf_counter() - started, line) for line in process.stderr]
            code = process.wait()
        finally:
            whole = time.perf_counter() - started
            peak.stop()
            end(process)
        if code != 0:
            raise SystemExit(f"grade batch ended with {code}:\n{''.join(line for _, line in lines)}")
        return Run.of(lines, whole, peak.mib)


class Peak:
    """The greatest resident memory of a process: VmHWM of /proc/PID/status, looked at until it ends.

    See https://man7.org/linux/man-pages/man5/proc_pid_status.5.html.
    """

    def __init__(self, process: int) -> None:
        self.mib = 0.0
        self._path, self._over = Path(f"/proc/{process}/status"), threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.05):
            with suppress(OSError):
                if found := re.search(r"VmHWM:\s*(\d+) kB", self._path.read_text()):
                    self.mib = max(self.mib, int(found[1]) / 1024)


def end(process: subprocess.Popen[str]) -> None:
    """See that a process is over; with it, where it still runs, those of its group."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    if process.stderr is not None:
        process.stderr.close()


# The class report


def _graded_variants(folder: Path, sizes: Sizes) -> dict[str, list[tuple[Record, Report]]]:
    """By exercise, what becomes of each module of its solutions."""
    names = [item.id for item in Course(ROOT).exercises[: sizes.exercises]]
    for name in names:
        item = Course(ROOT).find(name)
        for number, text in enumerate(answers(1 + len(item.alternatives()) + len(item.mistakes()), name)):
            path = folder / "variants" / f"variant-{number}" / f"{name}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    Desk(folder).grade(folder / "variants", "graded", "--exercises", ",".join(names), jobs=sizes.jobs)
    found: dict[str, list[tuple[Record, Report]]] = {name: [] for name in names}
    with Journal.read(folder / "graded") as journal:
        for record, full in zip(journal.records(), journal.reports(), strict=True):
            found[record.exercise].append((record, full))
    return found


def _fill(out: Path, known: Mapping[str, Sequence[tuple[Record, Report]]], sizes: Sizes) -> None:
    """A journal in which every student did every exercise in one of the known ways, or in one that no one knows."""
    draw = random.Random(sizes.seed)  # noqa: S311  # nothing secret
    with Journal.open(out) as journal:
        journal.seed(0)
        for number in range(sizes.students):
            journal.add(_entry(f"student-{number:05}", draw.choice(ways), draw) for ways in known.values())


def _entry(student: str, way: tuple[Record, Report], draw: random.Random) -> Entry:
    record, full = way
    fields = {"student": student, "page": page_of(student, record.exercise), "place": f"{student}/{record.file}"}
    if record.behaviour and draw.random() < UNKNOWN_SHARE:
        fields |= {"mistakes": (), "behaviour": f"{draw.randrange(UNKNOWN_WAYS):012x}"}  # type: ignore[dict-item]  # of several kinds
    source = full.source + _NOTE.format(student)
    return Entry(record.model_copy(update=fields), full.model_copy(update={"student": student, "source": source}), "")


def _write_class_report(journal: Journal) -> None:
    page = class_report(
        journal.records(),
        journal.left_over(),
        journal.problems(),
        run_facts(Terms(0, LEVEL)),
        lambda student, exercise: journal.report(student, exercise).source,
        folder=str(journal.folder),
    )
    outputs.write_whole(journal.folder / FILE, [class_html.render(page)])


# Killing


def _killed_and_resumed(
    root: Path, source: Path, moment: float, expected: Mapping[str, float], sizes: Sizes
) -> list[str] | None:
    """What was wrong after a kill at this moment, or after the same command had gone on from there; None where the run
    was over by then.
    """
    desk = Desk(root)
    process = desk.start(source, "out", jobs=sizes.jobs)
    with suppress(subprocess.TimeoutExpired):
        process.wait(moment)
    process.kill()  # it alone
    ended = process.wait() == 0
    left = _left()
    end(process)
    sound, kept = _state(root)
    resumed = desk.grade(source, "out", jobs=sizes.jobs)
    left_later = _left()
    note = "; it was over, and does not count" if ended else ""
    then = f"{resumed.graded:5} graded by the same command in {resumed.whole:.1f} s"
    print(f"    {moment:6.2f} s: {kept:5} results kept, {then}{note}", flush=True)
    checks = {
        f"processes were left: {left}": not left,
        f"processes were left by the command that resumed it: {left_later}": not left_later,
        "the journal was not sound when it was killed": sound,
        "the journal was not sound in the end": _state(root)[0],
        f"{kept} kept and {resumed.graded} graded make no {len(expected)}": kept + resumed.graded == len(expected),
        "the results are not those of a run that was left alone": _scores(root / "out") == expected,
    }
    shutil.rmtree(root)
    found = [f"killed after {moment:.2f} s: {fault}" for fault, good in checks.items() if not good]
    return None if ended else found


def _state(root: Path) -> tuple[bool, int]:
    """Whether the journal is sound, and how many results it holds. Looks at a copy: to open a journal tidies it up."""
    copy = root / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for path in (root / "out").glob("journal.*"):
        shutil.copy(path, copy)
    if not any(copy.glob("journal.sqlite")):
        return True, 0
    with Journal.open(copy) as journal:
        return journal.sound(), len(journal.kept())


def _scores(out: Path) -> dict[str, float]:
    """By student, from results.json. A student who is in it twice, or was not graded, has no score."""
    listed = json.loads((out / outputs.RESULTS).read_text())["results"]
    students = [each["student"] for each in listed]
    return {
        each["student"]: each["score"]
        for each in listed
        if each["status"] == "graded" and students.count(each["student"]) == 1
    }


@contextmanager
def _orphans_come_here() -> Iterator[None]:
    """What a killed process started becomes a child of this one, so that none of it can hide.

    See https://man7.org/linux/man-pages/man2/PR_SET_CHILD_SUBREAPER.2const.html.
    """
    prctl = ctypes.CDLL(None).prctl
    prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        prctl(_PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def _left() -> list[str]:
    """The names of the processes under this one that are not gone in time; those that are, are collected."""
    deadline = time.monotonic() + LEFT_SECONDS
    while left := _below(os.getpid()):
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG) != (0, 0):
                pass
        if time.monotonic() >= deadline:
            for pid in left:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            return [f"{name} ({pid})" for pid, name in left.items()]
        time.sleep(0.02)
    return []


def _below(process: int) -> dict[int, str]:
    """All that it started, and that those started, with their names."""
    found: dict[int, tuple[int, str]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            head, _, tail = path.read_text().rpartition(")")
            found[int(path.parent.name)] = int(tail.split()[1]), head.partition("(")[2]
    known = [process]
    for each in known:
        known += [pid for pid, (parent, _) in found.items() if parent == each]
    return {pid: found[pid][1] for pid in known[1:]}


# A cluster


@contextmanager
def _nothing() -> Iterator[str]:
    yield ""


@contextmanager
def dask_cluster(desk: Desk, workers: int) -> Iterator[str]:
    """A scheduler and workers of one thread each, as processes on loopback: the address of the scheduler."""
    file = desk.root / "scheduler.json"
    file.unlink(missing_ok=True)
    loopback = ("--host", "127.0.0.1", "--no-dashboard")
    with ExitStack() as stack:
        _dask(desk, stack, "dask_scheduler", *loopback, "--port", "0", "--scheduler-file", str(file))
        deadline = time.monotonic() + 30
        while not (file.is_file() and file.read_text()):
            assert time.monotonic() < deadline, "the scheduler did not start: is the extra `cluster` installed?"
            time.sleep(0.05)
        address: str = json.loads(file.read_text())["address"]
        for _ in range(workers):
            _dask(desk, stack, "dask_worker", address, *loopback, "--nthreads", "1", "--no-nanny")
        _wait_for_workers(address, workers)
        yield address


def _wait_for_workers(address: str, workers: int) -> None:
    from distributed import Client  # noqa: PLC0415  # the extra `cluster`

    with Client(address, timeout=30, set_as_default=False) as client:  # type: ignore[no-untyped-call]  # has no types
        client.wait_for_workers(workers, timeout=60)


def _dask(desk: Desk, stack: ExitStack, program: str, *words: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{program}", *words],
        env={**desk.environment(), "DASK_TEMPORARY_DIRECTORY": str(desk.root / "dask")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    stack.callback(end, process)


if __name__ == "__main__":
    main()
