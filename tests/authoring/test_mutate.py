"""`grade mutate` on a small course: what is killed and by what, what survives, what is recorded, and what it prints."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import contextmanager

import pytest
from builders import BrokenSandbox, case, exercise, observation, tensor, trial

from grader import cli
from grader.authoring import mutate as mutate_module
from grader.authoring.mutate import (
    Outcome,
    Result,
    difference,
    first_failure,
    holds,
    mutate,
    promises_hold,
    share,
    subjects_of,
)
from grader.course import Course
from grader.errors import ExerciseError, NotGraded
from grader.observation import CaseSeen, Done, Ended, EndKind, Error, Loaded, Ready
from grader.sandbox.levels import choose

YAML = """\
format: 1
id: exercise_01
title: Total
unit: basics
teaches: [sums]
prompt: Write `total(x)`.
define: {total: (x)}
limits: {seconds: 60}
given: x = torch.ones(3)
cases:
  - name: the value
    points: 1
    trials: 1
    run: y = student.total(x)
    observe: {y: y}
"""
REFERENCE = '''\
"""Adds them up."""


def total(x):
    return (x * x).sum()
'''
LOOP = '''\
"""Adds them up, one by one."""


def total(x):
    i = 0
    y = 0
    while i < len(x):
        y = y + x[i] ** 2
        i += 1
    return y
'''


@pytest.fixture(scope="module")
def sandboxes():
    both = [choose(warm=False).sandbox for _ in range(2)]
    yield both
    for sandbox in both:
        sandbox.close()


@pytest.fixture
def course(tmp_path):
    """Makes a course of that exercise, with these recorded lines and this alternative."""

    def make(recorded: str = "", alternative: str = "", reference: str = REFERENCE) -> Course:
        folder, solutions = tmp_path / "exercises/exercise_01_total", tmp_path / "solutions/exercise_01_total"
        (solutions / "alternatives").mkdir(parents=True)
        folder.mkdir(parents=True)
        (folder / "exercise.yaml").write_text(YAML + recorded, encoding="utf-8")
        (solutions / "reference.py").write_text(reference, encoding="utf-8")
        if alternative:
            (solutions / "alternatives/loop.py").write_text(alternative, encoding="utf-8")
        return Course(tmp_path)

    return make


def outcome(course: Course, sandboxes: list, tell: Callable[[], None] = lambda: None) -> Outcome:
    (item,) = course.exercises
    return mutate(item, subjects_of(item), sandboxes, tell)


def ends(found: Outcome) -> dict[str, list[str]]:
    """What became of the mutants of each operator."""
    table: dict[str, list[str]] = {}
    for result in found.results:
        table.setdefault(result.subject.mutant.operator, []).append(result.end)
    return table


def fingerprint(course: Course, operator: str) -> str:
    return next(
        each.mutant.fingerprint for each in subjects_of(course.exercises[0]) if each.mutant.operator == operator
    )


class TestGrading:
    def test_a_weak_case_lets_exactly_those_mutants_survive_that_it_cannot_see(self, course, sandboxes):
        told: list[int] = []
        found = outcome(course(), sandboxes, lambda: told.append(1))
        # ones are their own squares and quotients, and the case does not look at x afterwards
        assert ends(found) == {
            "sum-mean": ["killed"],
            "arithmetic": ["survived"],
            "in-place": ["survived"],
            "drop-statement": ["killed"],
        }
        assert len(told) == 4
        assert share([found]) == 0.5
        killed = next(each for each in found.results if each.subject.mutant.operator == "sum-mean")
        assert killed.reason == (
            "case 'the value' failed: y: its one element differs; greatest difference 2 "
            "(expected 3, found 1, allowed 3e-08)"
        )

    def test_a_mutant_shows_what_is_different_in_it(self, course):
        subject = next(each for each in subjects_of(course().exercises[0]) if each.mutant.operator == "sum-mean")
        assert subject.file == "solutions/exercise_01_total/reference.py"
        assert difference(subject) == [
            "@@ -2,4 +2,4 @@",
            " ",
            " ",
            " def total(x):",
            "-    return (x * x).sum()",
            "+    return (x * x).mean()",
        ]

    def test_one_that_is_recorded_as_equivalent_is_neither_killed_nor_survived(self, course, sandboxes, tmp_path):
        made = course()
        found = [fingerprint(made, "arithmetic"), fingerprint(made, "in-place")]
        path = tmp_path / "exercises/exercise_01_total/exercise.yaml"
        path.write_text(f"{YAML}equivalent_mutants:\n  - {{mutant: [{', '.join(found)}], reason: ones}}\n")
        result = outcome(Course(tmp_path), sandboxes)
        assert ends(result)["arithmetic"] == ends(result)["in-place"] == ["equivalent"]
        assert share([result]) == 1.0
        assert holds(result)
        assert [each.reason for each in result.results if each.end == "equivalent"] == ["ones", "ones"]

    def test_one_that_is_recorded_and_killed_or_gone_is_stale(self, course, sandboxes, tmp_path):
        killed = fingerprint(course(), "sum-mean")
        path = tmp_path / "exercises/exercise_01_total/exercise.yaml"
        lines = "".join(f"  - {{mutant: {each}, reason: none}}\n" for each in (killed, "abcabcabcabc"))
        path.write_text(f"{YAML}equivalent_mutants:\n{lines}")
        result = outcome(Course(tmp_path), sandboxes)
        assert result.stale[0].startswith(f"{killed}: is killed now, by case 'the value' failed: y: ")
        assert result.stale[1:] == ("abcabcabcabc: no mutant has this fingerprint any more",)
        assert ends(result)["sum-mean"] == ["killed"]
        assert not holds(result)

    def test_one_that_hangs_is_killed_soon(self, course, sandboxes):
        started = time.monotonic()
        found = outcome(course(alternative=LOOP), sandboxes)
        hung = [each for each in found.results if "timeout" in each.reason]
        assert [each.subject.mutant.operator for each in hung] == ["drop-statement"]
        limit = re.fullmatch(r"case 'the value' timeout: it did not finish within (\S+) seconds", hung[0].reason)
        assert 1 <= float(limit[1]) < 30  # the exercise allows 60
        assert time.monotonic() - started < 60

    def test_a_module_that_is_not_right_before_it_is_mutated_is_the_courses_fault(self, course, sandboxes):
        made = course(alternative=LOOP.replace("y = 0", "y = 1"))
        with pytest.raises(
            ExerciseError, match=r"^solutions/.*/loop.py: should earn full marks before it is mutated; "
        ):
            outcome(made, sandboxes)

    def test_a_module_that_is_no_python_is_named_with_its_line(self, course):
        with pytest.raises(ExerciseError, match=r"^solutions/exercise_01_total/reference.py:2: "):
            subjects_of(course(reference="x = 1\ndef total(x)\n").exercises[0])

    def test_what_the_machine_fails_is_not_killed(self, course, sandboxes):
        made = course()
        (item,) = made.exercises
        subject = subjects_of(item)[0]
        originals = mutate_module._originals(item, sandboxes[0])
        broken = BrokenSandbox("no more processes")
        assert mutate_module._result(originals, subject, broken) == Result(subject, "not graded", "no more processes")
        assert len(broken.jobs) == 2  # tried once more
        with pytest.raises(NotGraded):
            mutate(item, [subject], [broken])


SEEN = exercise(case("one"), case("two"))
RIGHT = observation(trial(y=tensor([1.0])), trial(y=tensor([2.0])))


def case_seen(index: int, value: float) -> CaseSeen:
    return CaseSeen(0, index, (trial(y=tensor([value])),), 0.1)


class TestTheFirstFailure:
    LOADED = Loaded(0, defined=(("f", "function"),))

    def test_is_none_where_all_is_as_it_should_be(self):
        frames = [Ready(()), self.LOADED, case_seen(0, 1.0), case_seen(1, 2.0), Done(0)]
        assert first_failure(SEEN, RIGHT, frames) is None

    def test_is_known_before_the_cases_after_it_are_seen(self):
        frames = iter([Ready(()), self.LOADED, case_seen(0, 5.0), case_seen(1, 2.0), Done(0)])
        verdict = first_failure(SEEN, RIGHT, frames)
        assert (verdict.case, verdict.status) == ("one", "failed")
        assert len(list(frames)) == 2

    def test_is_that_of_the_case_at_which_the_child_ended(self):
        frames = [self.LOADED, case_seen(0, 1.0), Ended(EndKind.TIMEOUT, "it hung")]
        verdict = first_failure(SEEN, RIGHT, frames)
        assert (verdict.case, verdict.status, verdict.message) == ("two", "timeout", "it hung")

    def test_is_none_where_a_child_ended_after_the_last_case(self):
        frames = [self.LOADED, case_seen(0, 1.0), case_seen(1, 2.0), Ended(EndKind.CRASHED, "late")]
        assert first_failure(SEEN, RIGHT, frames) is None

    def test_is_the_import_where_that_failed(self):
        verdict = first_failure(SEEN, RIGHT, [Loaded(0, error=Error("NameError", "no x", 1, None)), Done(0)])
        assert (verdict.case, verdict.status) == ("one", "error")

    def test_is_a_missing_name(self):
        verdict = first_failure(SEEN, RIGHT, [Loaded(0), case_seen(0, 1.0)])
        assert (verdict.case, verdict.message) == ("one", "`f` is not defined")


def outcome_of(killed: int, survived: int, equivalent: int = 0, stale: tuple[str, ...] = ()) -> Outcome:
    counts = {"killed": killed, "survived": survived, "equivalent": equivalent}
    return Outcome(tuple(Result(None, end) for end, count in counts.items() for _ in range(count)), stale, 0.0)


class TestThePromises:
    def test_hold_at_97_of_100_over_all_and_90_in_each(self):
        assert promises_hold([outcome_of(9, 1), outcome_of(88, 2, 50)])
        assert not promises_hold([outcome_of(9, 1), outcome_of(87, 3, 50)])
        assert not promises_hold([outcome_of(8, 1), outcome_of(1000, 0)])

    def test_do_not_hold_while_something_is_stale(self):
        assert not promises_hold([outcome_of(100, 0, stale=("abcabcabcabc: is gone",))])

    def test_what_could_not_be_graded_counts_as_not_killed(self):
        assert share([Outcome((Result(None, "killed"), Result(None, "not graded")), (), 0.0)]) == 0.5

    def test_hold_where_there_are_no_mutants(self):
        assert promises_hold([outcome_of(0, 0, 3)])


class TestTheCommand:
    @pytest.fixture
    def grade(self, monkeypatch, capsys, tmp_path, sandboxes):
        """Runs the command in the course, with sandboxes that are there already."""

        @contextmanager
        def ready(*_, **__):
            yield sandboxes[0]

        monkeypatch.setattr("grader.cli.author.sandbox_for", ready)
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("COLUMNS", "80")

        def run(*arguments: str) -> tuple[int, str, str]:
            code = cli.run(["mutate", *arguments])
            printed = capsys.readouterr()
            return code, printed.out, printed.err

        return run

    def test_shows_survivors_and_a_table_and_exits_with_one(self, course, grade):
        course()
        code, out, err = grade("1", "--jobs", "1")
        assert (code, err) == (1, "")
        assert re.sub(r"\d+\.\d s", "0.0 s", out) == (
            "✗ exercise_01_total  4 mutants, 0.0 s\n"
            "exercise_01  e51d0a3603c4  arithmetic  reference.py:5\n"
            "    @@ -2,4 +2,4 @@\n"
            "\n"
            "\n"
            "     def total(x):\n"
            "    -    return (x * x).sum()\n"
            "    +    return (x / x).sum()\n"
            "\n"
            "exercise_01  c8cd75996a44  in-place  reference.py:5\n"
            "    @@ -2,4 +2,4 @@\n"
            "\n"
            "\n"
            "     def total(x):\n"
            "    -    return (x * x).sum()\n"
            "    +    return (x.mul_(x)).sum()\n"
            "\n"
            "\n"
            "exercise     mutants  equivalent  killed  survived   share\n"
            "exercise_01        4           0       2         2  50.0 %\n"
            "\n"
            "To be killed: at least 97 % over all and 90 % in each exercise.\n"
        )

    def test_exits_with_zero_where_nothing_survives(self, course, grade, tmp_path):
        made = course()
        found = ", ".join(fingerprint(made, operator) for operator in ("arithmetic", "in-place"))
        path = tmp_path / "exercises/exercise_01_total/exercise.yaml"
        path.write_text(f"{YAML}equivalent_mutants:\n  - {{mutant: [{found}], reason: ones}}\n")
        code, out, _ = grade("--jobs", "1")
        assert code == 0
        assert "✓ exercise_01_total" in out
        assert "exercise_01        4           2       2         0  100.0 %" in out

    def test_names_what_is_stale(self, course, grade):
        course("equivalent_mutants: [{mutant: abcabcabcabc, reason: none}]\n")
        code, out, _ = grade("--jobs", "1")
        assert code == 1
        assert "exercise_01: equivalent_mutants: abcabcabcabc: no mutant has this fingerprint any more\n" in out

    def test_lists_all_mutants_and_runs_none(self, course, grade, monkeypatch):
        course()
        monkeypatch.setattr("grader.cli.author.sandbox_for", None)
        code, out, _ = grade("--list")
        assert code == 0
        assert re.findall(r"^exercise_01  [0-9a-f]{12}  (\S+)  reference.py:5$", out, re.MULTILINE) == [
            "sum-mean",
            "arithmetic",
            "in-place",
            "drop-statement",
        ]

    def test_a_course_that_is_wrong_exits_with_two_and_says_where(self, course, grade):
        course(alternative=LOOP.replace("y = 0", "y = 1"))
        code, out, _ = grade("--jobs", "1")
        assert code == 2
        assert "✗ exercise_01_total\n    solutions/exercise_01_total/alternatives/loop.py: should earn full" in out

    def test_a_wrong_call_exits_with_two(self, course, grade):
        course()
        assert grade("7")[0] == 2
        assert grade("--jobs", "0")[0] == 2


class TestTheRecord:
    def test_takes_no_part_in_the_answer_key(self):
        plain = exercise()
        recorded = exercise(equivalent_mutants=[{"mutant": "abcabcabcabc", "reason": "none"}])
        assert recorded.equivalent_mutants[0].fingerprints == ["abcabcabcabc"]
        assert plain.model_dump_json() == recorded.model_dump_json()

    def test_a_fingerprint_that_is_none_or_is_recorded_twice_is_an_error_with_its_line(self, course, tmp_path):
        text = "equivalent_mutants:\n  - {mutant: 123, reason: none}\n  - {mutant: abc, reason: none}\n"
        with pytest.raises(ExerciseError) as caught:
            _ = course(text).exercises[0].exercise
        assert "exercise.yaml:17: equivalent_mutants[0].mutant: " in str(caught.value)
        assert "exercise.yaml:18: equivalent_mutants[1].mutant: " in str(caught.value)
        path = tmp_path / "exercises/exercise_01_total/exercise.yaml"
        twice = "  - {mutant: [abcabcabcabc, abcabcabcabc], reason: none}\n"
        path.write_text(f"{YAML}equivalent_mutants:\n{twice}")
        with pytest.raises(ExerciseError, match=r"17: equivalent_mutants\[0\].mutant: abcabcabcabc is recorded twice"):
            _ = Course(tmp_path).exercises[0].exercise
