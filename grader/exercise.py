"""An exercise: `exercise.yaml` read, checked, and held as plain data. Nothing here runs an exercise's code.

Every error names the file, the line and the key, says what is expected, and suggests the key that was probably meant.
"""

from __future__ import annotations

import ast
import difflib
import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, JsonValue, StringConstraints, ValidationError

from grader.errors import ExerciseError
from grader.observation.job import CaseCode, Job, RuleCode, Run
from grader.observation.job import Limits as JobLimits
from grader.yaml_lines import Document, Path_, YamlError, read

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=False)]
Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\n]*$")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
ExerciseId = Annotated[str, StringConstraints(pattern=r"^exercise_[0-9]{2,3}$")]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[a-f][0-9a-f]{11}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Limits(_Strict):
    """What one submission may use: seconds of wall time, and memory beyond what torch itself takes."""

    seconds: float = Field(default=10.0, gt=0, le=600)
    memory_mib: int = Field(default=1024, ge=64, le=65536)


class Tolerance(_Strict):
    """Overrides of the tolerances that the dtype gives. `absolute` is in the units of the observed numbers."""

    relative: float | None = Field(default=None, ge=0, le=1)
    absolute: float | None = Field(default=None, ge=0)


class Case(_Strict):
    """One thing that a right answer does: code to run, and what to observe after it."""

    name: Line
    points: FiniteFloat = Field(ge=0)
    given: str = ""
    run: Text
    observe: dict[Line, Text] = Field(min_length=1)
    expect: dict[Line, JsonValue] = {}
    needs: list[Line] = []
    trials: int = Field(default=2, ge=1, le=20)
    tolerance: Tolerance = Tolerance()
    feedback: str = ""

    def uses(self, given: str = "") -> frozenset[str]:
        """The names of the student's module that the case's code (and `given`) reads: `student.NAME`."""
        codes = (given, self.given, self.run, *self.observe.values())
        return frozenset().union(*map(_names_read, codes))


class Rule(_Strict):
    """Something that the text forbids or asks for, by name; see `grader.probe.rules` for how names are matched."""

    forbid: Line | list[Line] = []
    require: Line | list[Line] = []
    why: Text
    cases: list[Line] = []

    @property
    def names(self) -> list[str]:
        """What is forbidden or asked for."""
        return _as_list(self.forbid) or _as_list(self.require)

    def covers(self, case: str) -> bool:
        """Whether breaking the rule costs that case."""
        return not self.cases or case in self.cases


class EquivalentMutant(_Strict):
    """A mutant of a right answer that is right as well, or several, by the fingerprints that `grade mutate` shows; and
    why they are.
    """

    mutant: Fingerprint | list[Fingerprint]
    reason: Line

    @property
    def fingerprints(self) -> list[str]:
        """Of all that the reason is for."""
        return _as_list(self.mutant)


class Exercise(_Strict):
    """All of an exercise.yaml. `title`, `prompt`, `hints` and `feedback` are Markdown for students."""

    format: Literal[1]
    id: ExerciseId
    title: Line
    unit: Line
    teaches: list[Line] = Field(min_length=1)
    requires: list[ExerciseId] = []
    prompt: Text
    define: dict[Identifier, Line] = Field(min_length=1)
    hints: list[Text] = []
    links: list[Line] = []
    limits: Limits = Limits()
    given: str = ""
    cases: list[Case] = Field(min_length=1)
    rules: list[Rule] = []
    equivalent_mutants: list[EquivalentMutant] = Field(default=[], exclude=True)  # no part of what a student is asked

    def job(self, *runs: Run) -> Job:
        """What a sandbox is to do for these runs."""
        codes = (CaseCode(c.name, (self.given, c.given), c.run, tuple(c.observe.items())) for c in self.cases)
        rules = (RuleCode(tuple(_as_list(rule.forbid)), tuple(_as_list(rule.require))) for rule in self.rules)
        seconds = self.limits.seconds
        limits = JobLimits(seconds, 2 * seconds * max(1, len(runs)), self.limits.memory_mib)
        return Job(tuple(codes), tuple(rules), tuple(self.define), runs, limits)

    def run_of(self, source: str, filename: str, seed: int, cell_lines: tuple[int, ...] = ()) -> Run:
        """All cases for one module at one seed, each trial with a seed of its own."""
        seeds = (
            tuple(trial_seed(self.id, case.name, seed, trial) for trial in range(case.trials)) for case in self.cases
        )
        return Run(source, filename, cell_lines, tuple(range(len(self.cases))), tuple(seeds))


def trial_seed(exercise: str, case: str, run_seed: int, trial: int) -> int:
    """A seed in [0, 2**63) that is a trial's own: SHA-256 of all that the trial is."""
    text = "\0".join((exercise, case, str(run_seed), str(trial)))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") >> 1


def load(path: Path, shown_as: str | None = None) -> Exercise:
    """Read and check an exercise.yaml. Raises ExerciseError with `file:line: key: reason`.

    `shown_as` is how errors call the file.
    """
    name = shown_as or str(path)
    try:
        document = read(path)
    except YamlError as error:
        raise ExerciseError(f"{name}:{error.line}: {error.reason}") from None
    except OSError as error:
        raise ExerciseError(f"{name}: cannot be read: {error.strerror}") from None
    if not isinstance(document.data, dict):
        raise ExerciseError(f"{name}:1: a mapping with the keys of an exercise is expected")
    try:
        exercise = Exercise.model_validate(document.data)
    except ValidationError as error:
        raise ExerciseError("\n".join(_validation_lines(error, document, name))) from None
    problems = sorted(_problems(exercise, document))
    if problems:
        raise ExerciseError("\n".join(f"{name}:{line}: {reason}" for line, reason in problems))
    return exercise


def schema_text() -> str:
    """The JSON Schema of an exercise.yaml, as JSON text."""
    return json.dumps(Exercise.model_json_schema(), indent=2) + "\n"


def _as_list(names: str | list[str]) -> list[str]:
    return [names] if isinstance(names, str) else list(names)


# What the models say


def _validation_lines(error: ValidationError, document: Document, name: str) -> Iterator[str]:
    seen = set()
    for item in error.errors():
        path = _path_in(document.data, item["loc"], missing=item["type"] == "missing")
        line = f"{name}:{document.line(path)}: {_key(path)}: {_reason(item, path)}"
        if line not in seen:
            seen.add(line)
            yield line


def _path_in(data: Any, location: tuple[int | str, ...], missing: bool) -> Path_:
    """Pydantic adds names of union members to a location; those are no keys of the file. A missing key is the last
    part.
    """
    path: Path_ = ()
    for part in location:
        below = _descend(data, part)
        if below is not _ABSENT:
            path, data = (*path, part), below
    return (*path, location[-1]) if missing else path


_ABSENT = object()


def _descend(data: Any, key: int | str) -> Any:
    if isinstance(data, dict):
        return data.get(key, _ABSENT)
    if isinstance(data, list):
        return data[key] if isinstance(key, int) and key < len(data) else _ABSENT
    return _ABSENT


def _key(path: Path_) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.lstrip(".") or "exercise"


def _reason(item: Any, path: Path_) -> str:
    if item["type"] == "extra_forbidden":
        known = _fields_at(path[:-1])
        near = difflib.get_close_matches(str(path[-1]), known, n=1, cutoff=0.5)
        return f"no such key; did you mean {near[0]}?" if near else f"no such key; the keys here are {', '.join(known)}"
    if item["type"] == "missing":
        return "is missing"
    found = item.get("input")
    shown = "" if isinstance(found, dict | list) else f", found {found!r:.60}"
    return f"{item['msg'][:1].lower()}{item['msg'][1:]}{shown}"


def _fields_at(path: Path_) -> list[str]:
    """The keys that a model has at this place of an exercise."""
    model: Any = Exercise
    for part in path:
        if isinstance(part, int) or not (isinstance(model, type) and issubclass(model, BaseModel)):
            continue
        annotation = model.model_fields[part].annotation if part in model.model_fields else None
        model = next(iter(get_args(annotation)), annotation)
    return list(model.model_fields) if isinstance(model, type) and issubclass(model, BaseModel) else []


# What the models cannot say

_Problem = tuple[int, str]


def _problems(exercise: Exercise, document: Document) -> Iterator[_Problem]:
    """Everything wrong with an exercise that is well-formed, with its line."""
    yield from _code_problems(exercise, document)
    yield from _case_problems(exercise, document)
    yield from _rule_problems(exercise, document)
    yield from _mutant_problems(exercise, document)
    for key, text in (("title", exercise.title), ("prompt", exercise.prompt)):
        if '"""' in text:
            yield document.line((key,)), f'{key}: must not contain """: it becomes a docstring'


def _code_problems(exercise: Exercise, document: Document) -> Iterator[_Problem]:
    for path, code, mode in _codes(exercise):
        first = document.text_lines.get(path, document.line(path))
        try:
            tree = compile(code, "<exercise>", mode, ast.PyCF_ONLY_AST, dont_inherit=True)
        except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
            line = first + (getattr(error, "lineno", None) or 1) - 1
            text = (getattr(error, "text", None) or "").strip()
            reason = getattr(error, "msg", None) or str(error) or "nested too deeply"
            yield line, f"{_key(path)}: {reason}{f': {text}' if text else ''}"
            continue
        for name, number in _student_names(tree):
            if name not in exercise.define:
                yield (
                    first + number - 1,
                    f"{_key(path)}: student.{name} is not in define{_did_you_mean(name, list(exercise.define))}",
                )


def _codes(exercise: Exercise) -> Iterator[tuple[Path_, str, str]]:
    yield ("given",), exercise.given, "exec"
    for index, case in enumerate(exercise.cases):
        yield ("cases", index, "given"), case.given, "exec"
        yield ("cases", index, "run"), case.run, "exec"
        for name, expression in case.observe.items():
            yield ("cases", index, "observe", name), expression, "eval"


def _case_problems(exercise: Exercise, document: Document) -> Iterator[_Problem]:
    names = [case.name for case in exercise.cases]
    if not sum(case.points for case in exercise.cases):
        yield document.line(("cases",)), "cases: no case has points"
    for index, case in enumerate(exercise.cases):
        here: Path_ = ("cases", index)
        if case.name in names[:index]:
            yield document.line((*here, "name")), f"{_key(here)}.name: another case is called {case.name!r}"
        for need in case.needs:
            if need not in names:
                yield (
                    document.line((*here, "needs")),
                    f"{_key(here)}.needs: no case is called {need!r}{_did_you_mean(need, names)}",
                )
        for name in case.expect:
            if name not in case.observe:
                known = list(case.observe)
                yield (
                    document.line((*here, "expect", name)),
                    f"{_key(here)}.expect: {name!r} is not observed{_did_you_mean(name, known)}",
                )
    cycle = _cycle({case.name: case.needs for case in exercise.cases})
    if cycle:
        line = document.line(("cases", names.index(cycle[0]), "needs"))
        yield line, f"cases[{names.index(cycle[0])}].needs: the cases need each other: {' -> '.join(cycle)}"


def _rule_problems(exercise: Exercise, document: Document) -> Iterator[_Problem]:
    names = [case.name for case in exercise.cases]
    for index, rule in enumerate(exercise.rules):
        here: Path_ = ("rules", index)
        if bool(_as_list(rule.forbid)) == bool(_as_list(rule.require)):
            yield document.line(here), f"{_key(here)}: either forbid or require is expected"
        for case in rule.cases:
            if case not in names:
                yield (
                    document.line((*here, "cases")),
                    f"{_key(here)}.cases: no case is called {case!r}{_did_you_mean(case, names)}",
                )


def _mutant_problems(exercise: Exercise, document: Document) -> Iterator[_Problem]:
    known: set[str] = set()
    for index, each in enumerate(exercise.equivalent_mutants):
        here: Path_ = ("equivalent_mutants", index, "mutant")
        for fingerprint in each.fingerprints:
            if fingerprint in known:
                yield document.line(here), f"{_key(here)}: {fingerprint} is recorded twice"
            known.add(fingerprint)


def _cycle(needs: dict[str, list[str]]) -> list[str]:
    """Names that lead from a case back to itself, or nothing."""

    def walk(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        found = (walk(need, [*way, name]) for need in needs.get(name, []))
        return next((cycle for cycle in found if cycle), [])

    return next((cycle for cycle in (walk(name, []) for name in needs) if cycle), [])


@lru_cache(maxsize=1024)  # asked of the same cases for every submission
def _names_read(code: str) -> frozenset[str]:
    return frozenset(name for name, _ in _student_names(ast.parse(code)))


def _student_names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "student":
            yield node.attr, node.lineno


def _did_you_mean(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f"; did you mean {near[0]!r}?" if near else ""
