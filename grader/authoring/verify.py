"""Proves an exercise: right answers earn full marks, wrong ones less, and every known mistake is recognised as itself.

A finding names a file and what is wrong with it. No findings is the proof, at all of the seeds.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from grader.answers import check_reference, observe_modules
from grader.course import Answer, Course, CourseExercise
from grader.diagnosis import KnownMistake, differ, matching
from grader.errors import ExerciseError
from grader.exercise import Exercise
from grader.judge import Verdict, judge
from grader.observation import Observation
from grader.observation.source import parsed
from grader.sandbox import Sandbox

SEEDS = (0, 1, 2, 3, 4)
ALTERNATIVES = 3
MISTAKES = 5
HINTS = 3
PROMPT_CHARACTERS = 200
SCHEMA_LINE = "# yaml-language-server: $schema=../exercise.schema.json"
_MODULE_NAME = re.compile(r"[a-z][a-z0-9_]*\.py")


@dataclass(frozen=True, order=True)
class Finding:
    """Something wrong: the file, relative to the course, and the reason."""

    file: str
    reason: str


@dataclass(frozen=True)
class _Module:
    """A module of the course with what was observed of it, one observation a seed."""

    answer: Answer
    file: str
    seeds: tuple[int, ...]
    seen: list[Observation]


def verify(course: Course, item: CourseExercise, sandbox: Sandbox, seeds: tuple[int, ...] = SEEDS) -> list[Finding]:
    """All findings on one exercise at these seeds, sorted. Raises NotGraded where the machine failed."""
    try:
        exercise = item.exercise
        findings = list(_on_paper(course, item))
        findings += _in_practice(item, exercise, sandbox, seeds)
    except ExerciseError as error:
        return [_finding_of(line) for line in str(error).split("\n")]
    return sorted(set(findings))


def modules_of(item: CourseExercise) -> list[tuple[str, str]]:
    """The modules that are proven, as (kind, file relative to the course), in the order of a report."""
    folder = f"solutions/{item.folder_name}"
    found = [("reference", f"{folder}/reference.py"), ("starter", f"exercises/{item.folder_name}/starter.py")]
    for kind in ("alternatives", "mistakes"):
        paths = sorted((item.solution_folder / kind).glob("*.py"))
        found += [(kind.removesuffix("s"), f"{folder}/{kind}/{path.name}") for path in paths]
    return found


def _finding_of(line: str) -> Finding:
    file, _, reason = line.partition(":")
    return Finding(file, reason.strip())


# What can be read


def _on_paper(course: Course, item: CourseExercise) -> Iterator[Finding]:
    yield from _texts(course, item)
    yield from _files(item)
    yield from _starter(item)
    yield from _docstrings(item)


def _texts(course: Course, item: CourseExercise) -> Iterator[Finding]:
    file, exercise = f"exercises/{item.folder_name}/exercise.yaml", item.exercise
    first_line = (item.folder / "exercise.yaml").read_text(encoding="utf-8").split("\n", 1)[0]
    if first_line != SCHEMA_LINE:
        yield Finding(file, f"1: the first line is not {SCHEMA_LINE!r}")
    if len(exercise.prompt.strip()) < PROMPT_CHARACTERS:
        yield Finding(file, f"prompt: shorter than {PROMPT_CHARACTERS} characters; what, why, the contract, an example")
    if len(exercise.hints) < HINTS or not all(hint.strip() for hint in exercise.hints):
        yield Finding(file, f"hints: {len(exercise.hints)}; at least {HINTS} are expected, none of them empty")
    for name in exercise.define:
        if f"`{name}" not in exercise.prompt:
            yield Finding(file, f"prompt: does not name `{name}`, which must be defined")
    known = {each.id for each in course.exercises}
    for required in exercise.requires:
        if required not in known or required == exercise.id:
            yield Finding(file, f"requires: there is no other exercise {required}")


def _files(item: CourseExercise) -> Iterator[Finding]:
    for place, allowed in (
        (item.folder, {"exercise.yaml", "starter.py"}),
        (item.solution_folder, {"reference.py", "alternatives", "mistakes"}),
    ):
        there = {path.name for path in place.iterdir() if path.name != "__pycache__"} if place.is_dir() else set()
        name = f"{place.parent.name}/{place.name}"
        yield from (Finding(f"{name}/{extra}", "does not belong here") for extra in sorted(there - allowed))
        yield from (Finding(f"{name}/{gone}", "is not there") for gone in sorted(allowed - there))
    for kind, least in (("alternatives", ALTERNATIVES), ("mistakes", MISTAKES)):
        folder = f"solutions/{item.folder_name}/{kind}"
        inside = item.solution_folder / kind
        names = sorted(path.name for path in inside.iterdir() if path.name != "__pycache__") if inside.is_dir() else []
        for name in names:
            if not _MODULE_NAME.fullmatch(name):
                yield Finding(f"{folder}/{name}", "a name like never_zeroes.py is expected")
        if len(names) < least:
            yield Finding(folder, f"{len(names)} modules; at least {least} are expected")


def _starter(item: CourseExercise) -> Iterator[Finding]:
    file = f"exercises/{item.folder_name}/starter.py"
    try:
        tree = parsed((item.folder / "starter.py").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return  # told by _files
    except (SyntaxError, ValueError) as error:
        yield Finding(file, f"{getattr(error, 'lineno', 1)}: {getattr(error, 'msg', error)}")
        return
    if ast.get_docstring(tree) is not None:
        yield Finding(file, "1: has a docstring of its own; the prompt becomes its docstring")


def _docstrings(item: CourseExercise) -> Iterator[Finding]:
    titles: dict[str, str] = {}
    folder = f"solutions/{item.folder_name}"
    for mistake in item.mistakes():
        file = f"{folder}/mistakes/{mistake.path.name}"
        if not mistake.title or not mistake.text:
            yield Finding(file, "1: the docstring needs a title, an empty line, and an explanation")
        if mistake.title.endswith("."):
            yield Finding(file, "1: the title ends in a full stop")
        if mistake.title in titles:
            yield Finding(file, f"1: has the title of {titles[mistake.title]}")
        titles[mistake.title] = mistake.path.name
    for alternative in item.alternatives():
        if not alternative.title:
            yield Finding(f"{folder}/alternatives/{alternative.path.name}", "1: a docstring should say how it differs")


# What can be run


def _in_practice(item: CourseExercise, exercise: Exercise, sandbox: Sandbox, seeds: tuple[int, ...]) -> list[Finding]:
    reference, starter, alternatives, mistakes = _observe(item, exercise, sandbox, seeds)
    for seen in reference.seen:
        check_reference(item, seen)
    findings: list[Finding] = []
    for module in (reference, *alternatives):
        findings += _earns_full_marks(exercise, reference, module)
    for module in (starter, *mistakes):
        findings += _earns_less(exercise, reference, module)
    findings += _recognised(exercise, reference, mistakes)
    findings += _told_apart(exercise, mistakes)
    return findings


def _observe(
    item: CourseExercise, exercise: Exercise, sandbox: Sandbox, seeds: tuple[int, ...]
) -> tuple[_Module, _Module, list[_Module], list[_Module]]:
    folder = f"solutions/{item.folder_name}"
    starter = Answer("starter", item.folder / "starter.py", item.starter())
    alternatives, mistakes = item.alternatives(), item.mistakes()
    answers = [item.reference(), starter, *alternatives, *mistakes]
    files = [f"{folder}/reference.py", f"exercises/{item.folder_name}/starter.py"]
    files += [f"{folder}/alternatives/{each.path.name}" for each in alternatives]
    files += [f"{folder}/mistakes/{each.path.name}" for each in mistakes]
    seen = observe_modules(exercise, answers, seeds, sandbox)
    count = len(seeds)
    modules = [
        _Module(answer, file, seeds, seen[index * count : (index + 1) * count])
        for index, (answer, file) in enumerate(zip(answers, files, strict=True))
    ]
    return modules[0], modules[1], modules[2 : 2 + len(alternatives)], modules[2 + len(alternatives) :]


def _verdicts(exercise: Exercise, reference: _Module, module: _Module) -> list[tuple[Verdict, ...]]:
    """The verdicts on a module, a tuple a seed."""
    return [judge(exercise, right, seen) for right, seen in zip(reference.seen, module.seen, strict=True)]


def _earns_full_marks(exercise: Exercise, reference: _Module, module: _Module) -> Iterator[Finding]:
    for seed, verdicts in zip(module.seeds, _verdicts(exercise, reference, module), strict=True):
        for verdict in verdicts:
            if verdict.status != "passed":
                said = f"{verdict.status}: {verdict.message}"
                yield Finding(module.file, f"should earn full marks; at seed {seed}, case {verdict.case!r} {said}")
                return


def _earns_less(exercise: Exercise, reference: _Module, module: _Module) -> Iterator[Finding]:
    all_verdicts = _verdicts(exercise, reference, module)
    for seed, verdicts in zip(module.seeds, all_verdicts, strict=True):
        if sum(verdict.points for verdict in verdicts) >= sum(verdict.max_points for verdict in verdicts):
            yield Finding(module.file, f"should earn less than full marks, and does not at seed {seed}")
            return
    for seed, verdicts in zip(module.seeds, all_verdicts, strict=True):
        for verdict, first in zip(verdicts, all_verdicts[0], strict=True):
            if verdict.status != first.status:
                at_first = f"is {first.status} at seed {module.seeds[0]}"
                reason = f"case {verdict.case!r} {at_first} and {verdict.status} at seed {seed}"
                yield Finding(module.file, reason)
                return


def _recognised(exercise: Exercise, reference: _Module, mistakes: list[_Module]) -> Iterator[Finding]:
    for index, seed in enumerate(reference.seeds):
        unlike = reference.seen[index]
        known = tuple(
            KnownMistake(each.answer.name, each.answer.title, "", each.seen[index]).compared(exercise, unlike)
            for each in mistakes
        )
        for mistake in mistakes:
            named = [each.name for each in matching(exercise, unlike, known, mistake.seen[index])]
            if named[:1] != [mistake.answer.name]:
                found = f"taken for {named[0]}" if named else "not recognised"
                yield Finding(mistake.file, f"is {found} at seed {seed}")


def _told_apart(exercise: Exercise, mistakes: list[_Module]) -> Iterator[Finding]:
    for one, two in combinations(mistakes, 2):
        if not any(differ(exercise, a, b) for a, b in zip(one.seen, two.seen, strict=True)):
            yield Finding(two.file, f"behaves as {one.answer.path.name} does in every case")
