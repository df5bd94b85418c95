"""One submission, graded: the observations are compared, explained, and put into a report. The joints, and nothing
else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

import grader
from grader.answers import AnswerKey
from grader.behaviour import behaviour
from grader.course import CourseExercise
from grader.diagnosis import diagnose
from grader.errors import NotGraded
from grader.evidence import evidence
from grader.exercise import Exercise
from grader.judge import Verdict, judge, score
from grader.observation import Observation
from grader.report import CaseReport, Cell, Diagnosis, Report
from grader.sandbox import Sandbox, observe
from grader.submission import Submission


@dataclass(frozen=True)
class Circumstances:
    """What a report says of how it came about: the isolation level, the run's seed, the command that repeats it."""

    isolation: int
    seed: int
    command: str = ""


@dataclass(frozen=True)
class Graded:
    """A report, and the word for how the submission failed (see `behaviour`)."""

    report: Report
    behaviour: str = ""


def grade(
    item: CourseExercise, submission: Submission, key: AnswerKey, sandbox: Sandbox, terms: Circumstances
) -> Report:
    """The report on a submission. A failure of the sandbox becomes a report that says "not graded", never a zero."""
    return examine(item.exercise, submission, key, sandbox, terms).report


def examine(
    exercise: Exercise, submission: Submission, key: AnswerKey, sandbox: Sandbox, terms: Circumstances
) -> Graded:
    """As `grade`, with what is compared between submissions."""
    if submission.problem:
        return Graded(unreadable(exercise, submission, terms))
    try:
        cell_lines = tuple(cell.first_line for cell in submission.cells)
        run = exercise.run_of(submission.source, submission.file, terms.seed, cell_lines)
        seen = observe(sandbox, exercise.job(run))[0]
    except NotGraded as error:
        return Graded(not_graded(exercise, submission, terms, str(error)))
    verdicts = judge(exercise, key.reference, seen)
    found = diagnose(exercise, key.reference, key.mistakes, seen, verdicts)
    return Graded(_report(exercise, submission, terms, seen, verdicts, found), behaviour(verdicts, seen))


def unreadable(exercise: Exercise, submission: Submission, terms: Circumstances) -> Report:
    """A submission in whose file there is no code to run: graded, with no points, and the reason."""
    verdicts = tuple(Verdict(case.name, "skipped", 0.0, case.points, "not tried") for case in exercise.cases)
    report = _report(exercise, submission, terms, None, verdicts, ())
    return report.model_copy(update={"reason": submission.problem})


def not_graded(exercise: Exercise, submission: Submission, terms: Circumstances, reason: str) -> Report:
    """A submission that could not be graded, through no fault of its own."""
    verdicts = tuple(Verdict(case.name, "skipped", 0.0, case.points, "not graded") for case in exercise.cases)
    report = _report(exercise, submission, terms, None, verdicts, ())
    return report.model_copy(update={"status": "not graded", "reason": reason})


def versions() -> dict[str, str]:
    """What a report's results may depend on, found without importing any of it."""
    return dict(_versions())


@lru_cache(maxsize=1)  # to look it up takes a millisecond
def _versions() -> dict[str, str]:
    found = {"grader": grader.__version__}
    for package in ("torch", "numpy"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "unknown"
    return found


def _report(
    exercise: Exercise,
    submission: Submission,
    terms: Circumstances,
    seen: Observation | None,
    verdicts: tuple[Verdict, ...],
    found: tuple[Diagnosis, ...],
) -> Report:
    feedback = {case.name: case.feedback for case in exercise.cases}
    return Report(
        exercise=exercise.id,
        title=exercise.title,
        student=submission.student,
        file=submission.file,
        status="graded",
        reason=next((verdict.message for verdict in verdicts if verdict.cause == "not loaded"), ""),
        score=score(verdicts),
        max_score=score(tuple(Verdict(v.case, "passed", v.max_points, v.max_points) for v in verdicts)),
        cases=tuple(_case(verdict, feedback[verdict.case]) for verdict in verdicts),
        diagnosis=tuple(_located(each, submission) for each in found),
        isolation=terms.isolation,
        seed=terms.seed,
        versions=versions(),
        prompt=exercise.prompt,
        hints=tuple(exercise.hints),
        links=tuple(exercise.links),
        source=submission.source,
        cells=tuple(Cell(number=cell.number, first_line=cell.first_line) for cell in submission.cells),
        output=seen.output if seen else "",
        command=terms.command,
    )


def _case(verdict: Verdict, feedback: str) -> CaseReport:
    told = verdict.status == "failed" and not verdict.cause  # after an error, the error is what there is to say
    return CaseReport(
        name=verdict.case,
        status=verdict.status,
        points=verdict.points,
        max_points=verdict.max_points,
        message=verdict.message,
        feedback=feedback.strip() if told else "",
        seconds=verdict.seconds,
        evidence=tuple(evidence(mismatch) for mismatch in verdict.mismatches[:8]),
    )


def _located(found: Diagnosis, submission: Submission) -> Diagnosis:
    """The diagnosis with the text of its line, taken from the submission itself, and in a notebook with its cell."""
    lines = submission.source.split("\n")
    if found.line is None or not 1 <= found.line <= len(lines):
        return found.model_copy(update={"line": None, "source": None})
    source = lines[found.line - 1].strip()
    cell = next((cell for cell in reversed(submission.cells) if cell.first_line <= found.line), None)
    if cell is None:
        return found.model_copy(update={"source": source})
    return found.model_copy(update={"source": source, "cell": cell.number, "line": found.line - cell.first_line + 1})
