"""What was observed against what should have been: pure functions, from two observations to a verdict a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from grader.comparison import Mismatch, compare, stated_value
from grader.exercise import Case, Exercise
from grader.observation import CaseSeen, Ended, EndKind, Error, Observation, Trial
from grader.phrases import error_text
from grader.report import CaseStatus
from grader.torch_errors import explain


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on one case. `trial` is the trial that the mismatches are from."""

    case: str
    status: CaseStatus
    points: float
    max_points: float
    message: str = ""
    seconds: float = 0.0
    trial: int = 0
    mismatches: tuple[Mismatch, ...] = ()
    cause: Literal["", "rule", "missing", "not loaded"] = ""


def judge(exercise: Exercise, reference: Observation, student: Observation) -> tuple[Verdict, ...]:
    """A verdict for each case, in order. A case whose `needs` did not pass is skipped, wherever it stands."""
    unable = _unable(exercise, student)
    verdicts: dict[str, Verdict] = {}
    for index, case in enumerate(exercise.cases):
        verdicts[case.name] = unable.get(case.name) or _case(exercise, index, reference, student)
    for case in exercise.cases:
        verdicts[case.name] = _after_needs(case, exercise, verdicts)
    return tuple(verdicts.values())


def score(verdicts: tuple[Verdict, ...]) -> float:
    """The sum of the points, exact as decimals: 0.1 + 0.2 is 0.3."""
    return float(sum((Decimal(str(verdict.points)) for verdict in verdicts), Decimal(0)))


# Cases that cannot be judged by what they did


def missing_names(exercise: Exercise, student: Observation) -> list[str]:
    """What the module should define and does not, where it was imported at all."""
    if student.loaded is None or student.loaded.error:
        return []
    defined = dict(student.loaded.defined)
    return [name for name in exercise.define if name not in defined]


def _unable(exercise: Exercise, student: Observation) -> dict[str, Verdict]:
    """Verdicts that are settled before any value: not imported, a rule broken, a name missing."""
    if student.loaded is None or student.loaded.error is not None:
        return _blocked(list(exercise.cases), _not_loaded(student), "not loaded", _load_status(student))
    found = _missing(exercise, student)
    for violation in student.loaded.violations if student.loaded else ():
        rule = exercise.rules[violation.rule] if violation.rule < len(exercise.rules) else None
        if rule is None:
            continue
        where = f" (line {violation.line})" if violation.line else ""
        verb = "must not be used" if rule.forbid else "must be used"
        message = f"{' or '.join(f'`{name}`' for name in rule.names)} {verb} here{where}: {rule.why}"
        for case in exercise.cases:
            if rule.covers(case.name):
                found[case.name] = Verdict(case.name, "failed", 0.0, case.points, message, cause="rule")
    return found


def _not_loaded(student: Observation) -> str:
    if student.loaded is None or student.loaded.error is None:
        ended = next((case for case in student.cases if isinstance(case, Ended)), None)
        return f"while the module was imported, {ended.detail}" if ended else "the module could not be imported"
    return f"the module could not be imported: {error_text(student.loaded.error)}"


def _load_status(student: Observation) -> CaseStatus:
    first = student.cases[0]
    return _end_status(first) if student.loaded is None and isinstance(first, Ended) else "error"


def _missing(exercise: Exercise, student: Observation) -> dict[str, Verdict]:
    found: dict[str, Verdict] = {}
    for name in missing_names(exercise, student):
        users = [case for case in exercise.cases if name in case.uses(exercise.given) and case.name not in found]
        found |= _blocked(users, f"`{name}` is not defined", "missing", "error")
    return found


def _blocked(
    cases: list[Case], message: str, cause: Literal["missing", "not loaded"], status: CaseStatus
) -> dict[str, Verdict]:
    """One clear verdict: the first case says it, the others are skipped for it."""
    verdicts = {}
    for index, case in enumerate(cases):
        said, told = (status, message) if index == 0 else ("skipped", "not tried, for the same reason")
        verdicts[case.name] = Verdict(case.name, said, 0.0, case.points, told, cause=cause)
    return verdicts


def _after_needs(case: Case, exercise: Exercise, verdicts: dict[str, Verdict]) -> Verdict:
    failed = next((need for need in _all_needs(case, exercise) if verdicts[need].status != "passed"), None)
    if failed is None or verdicts[case.name].cause:
        return verdicts[case.name]
    seconds = verdicts[case.name].seconds
    return Verdict(case.name, "skipped", 0.0, case.points, f"not judged before “{failed}” passes", seconds)


def _all_needs(case: Case, exercise: Exercise) -> list[str]:
    """What a case needs, and what that needs, nearest last."""
    by_name = {each.name: each for each in exercise.cases}
    return [*(far for need in case.needs for far in _all_needs(by_name[need], exercise)), *case.needs]


# One case


def _case(exercise: Exercise, index: int, reference: Observation, student: Observation) -> Verdict:
    case, seen = exercise.cases[index], student.cases[index]
    if isinstance(seen, Ended):
        return Verdict(case.name, _end_status(seen), 0.0, case.points, seen.detail)
    expected = reference.cases[index]
    assert isinstance(expected, CaseSeen), "the answer key is complete, or there is none"
    for number, wanted in enumerate(expected.trials):
        trial = seen.trials[number] if number < len(seen.trials) else Trial()
        if trial.error is not None:
            message = _out_of_memory(trial.error, exercise) or error_text(trial.error)
            return Verdict(case.name, "error", 0.0, case.points, message, seen.seconds, number)
        mismatches = tuple(compare_trial(case, wanted, trial))
        if mismatches:
            more = f" (and {len(mismatches) - 1} more)" if len(mismatches) > 1 else ""
            message = f"{mismatches[0].name}: {mismatches[0].message}{more}"
            return Verdict(case.name, "failed", 0.0, case.points, message, seen.seconds, number, mismatches)
    return Verdict(case.name, "passed", float(case.points), case.points, "", seen.seconds)


def _end_status(ended: Ended) -> CaseStatus:
    return "timeout" if ended.kind is EndKind.TIMEOUT else "error"


def _out_of_memory(error: Error, exercise: Exercise) -> str:
    """What an error says that means that the memory limit was met; an empty text for any other."""
    explanation = explain(error)
    if explanation is None or explanation.key != "out-of-memory":
        return ""
    where = f" (line {error.line})" if error.line else ""
    return f"it ran out of memory: the exercise allows {exercise.limits.memory_mib} MiB{where}"


def compare_trial(case: Case, expected: Trial, found: Trial) -> Iterator[Mismatch]:
    """The mismatches of one trial against the reference's, and against what the case states outright."""
    values = dict(found.values)
    for name, wanted in expected.values:
        target = stated_value(case.expect[name]) if name in case.expect else wanted
        if name not in values:
            yield Mismatch(name, "was not observed", target, None)
        else:
            yield from compare(name, target, values[name], case.tolerance)
