"""A run: what is open is graded and journalled, whatever becomes of workers and submissions, and nothing pays for its
neighbour. The workers are threads or real processes; what they answer is made up.
"""

from __future__ import annotations

import os
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import pytest
from builders import course_exercise, frames, observation, tensor, trial

from grader.answers import AnswerKey, from_bytes, to_bytes
from grader.batch import executors, work
from grader.batch.journal import Journal
from grader.batch.run import Crew, Terms, plan, run
from grader.batch.work import Pack, Task
from grader.diagnosis import KnownMistake
from grader.errors import GraderError, SandboxError, SourceError
from grader.observation import Ended, EndKind, Loaded
from grader.sandbox.fake import FakeSandbox
from grader.sources.found import Collection, Found
from grader.submission import SourceCell, Submission

LOADED = Loaded(0, (("double", "function"),), (("double", 3),))
SOURCE = b"def double(x):\n    return 2 * x\n"
TERMS = Terms(seed=7, isolation=3)


def seen(*numbers):
    return observation(*([trial(y=tensor([number]))] * 2 for number in numbers), loaded=LOADED)


RIGHT, WRONG = seen(2.0, 4.0), seen(2.0, 5.0)
KEY = AnswerKey(RIGHT, (KnownMistake("adds_one", "Adds one", "It adds.", WRONG),))


@pytest.fixture
def item(tmp_path):
    return course_exercise(tmp_path)


@pytest.fixture
def packs(item):
    return {item.id: Pack(item.exercise, KEY).to_bytes()}


@pytest.fixture
def journal(tmp_path):
    with Journal.open(tmp_path / "out") as journal:
        yield journal


@pytest.fixture(autouse=True)
def played(monkeypatch):
    """A sandbox that finds every submission right, and says which it was given."""
    given = []

    class Sandbox(FakeSandbox):
        level = 3

        def run(self, job):
            given.append(job.runs[0].source)
            yield from frames(WRONG if "wrong" in job.runs[0].source else RIGHT)

    monkeypatch.setattr(work, "choose", lambda *_, **__: type("Chosen", (), {"sandbox": Sandbox()}))
    monkeypatch.setattr(work, "_here", type("Here", (), {})())
    monkeypatch.setattr(work, "_places", [])
    return given


def found(student, content=SOURCE, exercise="exercise_07", **fields):
    def read(size):
        if isinstance(content, Exception):
            raise content
        return content[:size]

    return Found(student, exercise, f"{exercise}.py", f"class.zip: {student}/{exercise}.py", read, **fields)


class Shown:
    """Who watches: the students whose results are durable, in their order."""

    def __init__(self, journal):
        self.students, self.reasons, self._journal = [], [], journal

    def done(self, record):
        assert (record.student, record.exercise) in self._journal.kept()
        self.students.append(record.student)

    def waiting(self, reason):
        self.reasons.append(reason)


def crew(executor=None, width=2):
    @contextmanager
    def start():
        if executor is not None:
            yield executor
        else:
            with ThreadPoolExecutor(1) as threads:
                yield threads

    return Crew(start, lambda: width)


def grade_all(item, packs, journal, *submissions, with_=None, again=lambda _: False):
    shown = Shown(journal)
    todo = plan(Collection(submissions), {item.id: item}, journal, TERMS, again)
    return run(todo, lambda _: packs, journal, TERMS, with_ or crew(), shown), shown.students


def scores(journal):
    return {record.student: (record.status, record.score) for record in journal.records()}


def test_every_submission_is_graded_once_and_is_in_the_journal_when_it_is_counted(item, packs, journal, played) -> None:
    submissions = [found(f"s{number:02}", b"# %d\n" % number + SOURCE) for number in range(40)]
    summary, told = grade_all(item, packs, journal, *submissions)
    assert (summary.graded, summary.not_graded) == (40, [])
    assert sorted(told) == [f"s{number:02}" for number in range(40)]
    assert scores(journal) == {f"s{number:02}": ("graded", 6.0) for number in range(40)}
    assert len(played) == 40


def test_what_the_source_knows_of_a_submission_is_on_its_record_and_how_to_repeat_it_in_its_report(
    item, packs, journal
) -> None:
    late = found("ada", b"wrong = 1\n" + SOURCE, late=True, identity={"canvas_id": "17"})
    grade_all(item, packs, journal, late)
    (record,) = journal.records()
    assert (record.late, record.identity, record.place) == (True, {"canvas_id": "17"}, "class.zip: ada/exercise_07.py")
    assert record.page == "students/ada/exercise_07.html"
    assert [each.mistake for each in record.mistakes] == ["adds_one"]
    assert len(record.behaviour) == 12
    report = journal.report("ada", "exercise_07")
    assert report.command == "grade exercise_07 exercise_07.py --seed 7"
    assert (report.isolation, report.seed, report.source) == (3, 7, "wrong = 1\n" + SOURCE.decode())


def test_what_is_unchanged_is_not_graded_again(item, packs, journal, played) -> None:
    grade_all(item, packs, journal, found("ada"), found("eve"))
    played.clear()
    summary, told = grade_all(item, packs, journal, found("ada"), found("eve", SOURCE + b"# new\n"), found("kim"))
    assert (summary.graded, sorted(told)) == (2, ["eve", "kim"])
    assert len(played) == 2


def test_other_solutions_seeds_and_levels_are_reasons_to_grade_again(item, packs, journal) -> None:
    grade_all(item, packs, journal, found("ada"))
    collection = Collection((found("ada"),))

    def open_(terms=TERMS):
        return len(plan(collection, {item.id: item}, journal, terms))

    assert open_() == 0
    assert open_(replace(TERMS, seed=8)) == 1
    assert open_(replace(TERMS, isolation=2)) == 1
    (item.solution_folder / "mistakes").mkdir(exist_ok=True)
    (item.solution_folder / "mistakes" / "another.py").write_text('"""Another"""\n')
    assert open_() == 1


def test_a_student_can_be_graded_again(item, packs, journal) -> None:
    grade_all(item, packs, journal, found("ada"), found("eve"))
    _, told = grade_all(item, packs, journal, found("ada"), found("eve"), again=lambda each: each.student == "eve")
    assert told == ["eve"]


def test_a_submission_for_another_exercise_is_left(item, packs, journal) -> None:
    summary, _ = grade_all(item, packs, journal, found("ada", exercise="exercise_08"))
    assert (summary.graded, scores(journal)) == (0, {})


def test_a_file_without_code_is_a_graded_zero_and_one_that_cannot_be_read_is_not_graded(item, packs, journal) -> None:
    broken = SourceError("class.zip: eve/exercise_07.py is encrypted")
    summary, _ = grade_all(item, packs, journal, found("ada", b""), found("eve", broken))
    assert scores(journal) == {"ada": ("graded", 0.0), "eve": ("not graded", 0.0)}
    assert journal.report("ada", "exercise_07").reason == "the file is empty"
    assert [each.reason for each in summary.not_graded] == ["class.zip: eve/exercise_07.py is encrypted"]


def test_what_could_not_be_graded_is_tried_once_more_and_then_by_the_next_run(
    item, packs, journal, monkeypatch
) -> None:
    failures = [SandboxError("no memory"), SandboxError("no memory"), SandboxError("no memory"), None]
    examine = work.examine

    def fails_thrice(*arguments):
        if error := failures.pop(0):
            raise error
        return examine(*arguments)

    monkeypatch.setattr(work, "examine", fails_thrice)
    summary, told = grade_all(item, packs, journal, found("ada"))
    assert ([each.reason for each in summary.not_graded], told) == (["no memory"], ["ada"])
    assert scores(journal) == {"ada": ("not graded", 0.0)}
    summary, _ = grade_all(item, packs, journal, found("ada"))
    assert (summary.graded, scores(journal)) == (1, {"ada": ("graded", 6.0)})


def test_a_fault_of_the_graders_own_is_told_and_costs_nobody_else(item, packs, journal, monkeypatch) -> None:
    examine = work.examine

    def stumbles(exercise, submission, *others):
        if submission.student == "eve":
            raise ZeroDivisionError("oops")
        return examine(exercise, submission, *others)

    monkeypatch.setattr(work, "examine", stumbles)
    summary, _ = grade_all(item, packs, journal, found("ada"), found("eve"), found("kim"))
    assert [each.reason for each in summary.not_graded] == ["a fault in the grader itself: ZeroDivisionError: oops"]
    assert summary.graded == 2


class Breaking(Executor):
    """Loses all its workers whenever it meets what is marked."""

    def __init__(self):
        self.broken = False

    def submit(self, function, pack, task):
        future = Future()
        if self.broken or b"deadly" in task:
            self.broken = True
            future.set_exception(BrokenExecutor("a worker was killed. Really"))
        else:
            future.set_result(function(pack, task))
        return future


def test_a_submission_that_loses_the_workers_is_not_graded_and_its_neighbours_are(item, packs, journal) -> None:
    submissions = [found(f"s{n}", SOURCE + (b"# deadly\n" if n == 3 else b"")) for n in range(9)]

    @contextmanager
    def start():
        yield Breaking()

    summary, told = grade_all(item, packs, journal, *submissions, with_=Crew(start, lambda: 2))
    assert summary.graded == 8
    assert [(each.student, each.reason) for each in summary.not_graded] == [
        ("s3", "the process that graded it was lost (a worker was killed)")
    ]
    assert sorted(told) == [f"s{n}" for n in range(9)]


def test_workers_that_are_lost_before_they_began_are_an_error_and_no_endless_loop(item, journal) -> None:
    def packs(_):
        raise BrokenExecutor("A process was terminated. It was killed.")

    todo = plan(Collection((found("ada"),)), {item.id: item}, journal, TERMS)
    with pytest.raises(GraderError, match=r"the workers were lost before they began \(A process was terminated\)"):
        run(todo, packs, journal, TERMS, crew(), Shown(journal))
    assert journal.kept() == {}


class Losing(Executor):
    """Loses one worker, in its own way, as clusters do."""

    def submit(self, function, pack, task):
        future = Future()
        if b"deadly" in task:
            future.set_exception(RuntimeError("KilledWorker"))
        else:
            future.set_result(function(pack, task))
        return future


def test_any_other_error_of_an_executor_costs_the_one_that_it_is_for(item, packs, journal) -> None:
    summary, _ = grade_all(
        item, packs, journal, found("ada"), found("eve", SOURCE + b"# deadly\n"), with_=crew(Losing())
    )
    assert summary.graded == 1
    assert [each.reason for each in summary.not_graded] == ["the worker was lost: RuntimeError: KilledWorker"]


def test_no_more_is_handed_out_than_the_workers_need(item, packs, journal) -> None:
    waiting, most = set(), []

    class Lazy(Executor):
        def submit(self, function, pack, task):
            future = Future()
            waiting.add(future)
            most.append(len(waiting))
            if len(waiting) == 6:
                for each in list(waiting):
                    waiting.discard(each)
                    each.set_result(function(pack, task))
            return future

    grade_all(item, packs, journal, *[found(f"s{n}") for n in range(12)], with_=crew(Lazy(), width=2))
    assert max(most) == 6


def test_while_no_result_comes_whoever_watches_is_told_why(item, packs, journal, played, monkeypatch) -> None:
    monkeypatch.setattr("grader.batch.run._LOOK_SECONDS", 0.01)
    future, reasons = Future(), iter(["", "nobody is there", "nobody is there"])

    class Absent(Executor):
        def submit(self, function, pack, task):
            self.work = partial(function, pack, task)
            return future

    absent = Absent()

    def held_up():
        reason = next(reasons, None)
        if reason is None:
            future.set_result(absent.work())
        return reason or ""

    shown = Shown(journal)
    todo = plan(Collection((found("ada"),)), {item.id: item}, journal, TERMS)
    run(todo, lambda _: packs, journal, TERMS, replace(crew(absent), held_up=held_up), shown)
    assert shown.reasons == ["", "nobody is there", "nobody is there", ""]
    assert shown.students == ["ada"]


def test_a_pack_may_be_kept_and_named_until_it_is_forgotten(item, packs, played) -> None:
    task = Task(Submission("ada", "exercise_07.py", SOURCE.decode()), 7, 3, warm=False).to_bytes()
    work.keep("one", packs[item.id])
    work.keep("other", b"")
    assert work.from_bytes(work.perform("one", task)).report.score == 6.0
    work.forget("other")
    assert [place.sandbox is None for place in work._places] == [False]
    work.release(idle=60)
    assert [place.sandbox is None for place in work._places] == [False]
    work.forget("one")
    assert [place.sandbox is None for place in work._places] == [True]
    with pytest.raises(KeyError):
        work.perform("one", task)


def test_a_sandbox_does_not_outlive_a_run_that_was_over_before_its_work_was(item, packs, played, monkeypatch) -> None:
    task = Task(Submission("ada", "exercise_07.py", SOURCE.decode()), 7, 3, warm=False).to_bytes()
    work.keep("one", packs[item.id])
    examine = work.examine

    def late(*arguments):
        work.forget("one")
        return examine(*arguments)

    monkeypatch.setattr(work, "examine", late)
    assert work.from_bytes(work.perform("one", task)).report.score == 6.0
    assert [place.sandbox is None for place in work._places] == [True]


def test_a_pack_and_a_task_come_back_as_they_were(item) -> None:
    hangs = observation(trial(y=tensor([2.0])), Ended(EndKind.TIMEOUT, "it did not finish", 2, 1), loaded=LOADED)
    key = AnswerKey(RIGHT, (*KEY.mistakes, KnownMistake("hangs", "It hangs", "For ever.", hangs)))
    numbered = from_bytes(to_bytes(key))
    assert [each.name for each in numbered.mistakes] == ["adds_one", "hangs"]
    assert [case.trials for case in numbered.reference.cases] == [case.trials for case in RIGHT.cases]
    pack = Pack.from_bytes(Pack(item.exercise, KEY).to_bytes())
    assert pack.exercise == item.exercise
    task = Task(Submission("ada", "odd\udcff.py", "x = '\u2028'\n", (SourceCell(2, 1),)), 7, 3, "grade 7", warm=False)
    assert Task.from_bytes(task.to_bytes()) == task


def own_number():
    return os.getpid()


def test_work_here_is_done_here_and_work_elsewhere_elsewhere() -> None:
    with executors.here() as executor:
        assert executor.submit(own_number).result() == os.getpid()
        assert isinstance(executor.submit(int, "x").exception(), ValueError)
    with executors.local(1) as executor:
        assert executor.submit(os.getpid).result() != os.getpid()
