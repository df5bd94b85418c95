"""The class report: what a class knows and what it misunderstands. Plain data, saved and loaded without loss;
`class_figures` works it out from the records of a batch, `render.class_html` draws it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, JsonValue, ValidationError

from grader.errors import GraderError
from grader.report import CaseStatus, Status, Text

FILE = "index.html"
MARKS: dict[CaseStatus, str] = {"passed": "p", "failed": "f", "error": "e", "timeout": "t", "skipped": "s"}
NO_MARK = "-"  # no verdict on this case

_Amount = Annotated[FiniteFloat, Field(ge=0)]
_Count = Annotated[int, Field(ge=0)]
_Share = Annotated[FiniteFloat, Field(ge=0, le=1)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Result(_Frozen):
    """One student's result in one exercise. `marks` has a letter of MARKS, or NO_MARK, for each of its cases."""

    status: Status
    score: _Amount
    max_score: _Amount
    marks: str
    late: bool = False
    page: Text = ""


class StudentTotal(_Frozen):
    """A student. `results` are in the order of the exercises, None where nothing was handed in.

    `max_score` leaves out what could not be graded, and holds what was not handed in: the first costs nothing, the
    second costs its points. `name` is what the learning platform calls the student, where that says more.
    """

    student: Text
    name: Text = ""
    score: _Amount
    max_score: _Amount
    results: tuple[Result | None, ...]

    @property
    def late(self) -> bool:
        return any(result.late for result in self.results if result)

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where there was nothing to earn."""
        return share_of(self.score, self.max_score)


class CaseFigures(_Frozen):
    """How the class fared in one case. The pass rate is that of all graded submissions, tried in this case or not."""

    name: Text
    max_points: _Amount
    passed: _Count = 0
    failed: _Count = 0
    error: _Count = 0
    timeout: _Count = 0
    skipped: _Count = 0
    pass_rate: _Share | None = None


class ExerciseFigures(_Frozen):
    """How the class fared in one exercise. See `class_figures` for `difficulty` and `discrimination`; None where there
    is too little to say it from.
    """

    exercise: Text
    title: Text
    max_score: _Amount
    graded: _Count
    not_graded: _Count
    missing: _Count
    late: _Count
    full_marks: _Count
    mean: _Amount | None
    difficulty: _Share | None
    discrimination: Annotated[FiniteFloat, Field(ge=-1, le=1)] | None
    cases: tuple[CaseFigures, ...]


class Sighting(_Frozen):
    """Who made a mistake, and in which lines, where that is known."""

    student: Text
    lines: tuple[int, ...] = ()


class ClassMistake(_Frozen):
    """A mistake in one exercise, and all who made it."""

    exercise: Text
    mistake: Text
    title: Text
    certainty: Text
    sightings: tuple[Sighting, ...]


class Cluster(_Frozen):
    """Submissions that failed in exactly the same way, which no known mistake explains.

    `student` is the one whose `source` stands for all: the shortest of those looked at, cut where it is long, and
    absent where there are too many clusters. `cases` are those that did not pass, the skipped ones aside; `also` are
    titles of what else was found in all of them, such as an error of torch.
    """

    exercise: Text
    behaviour: str
    students: tuple[Text, ...]
    student: Text
    source: Text = ""
    score: _Amount
    max_score: _Amount
    cases: tuple[Text, ...]
    also: tuple[Text, ...] = ()


class Apart(_Frozen):
    """A submission that is told apart, and why."""

    student: Text
    exercise: Text
    reason: Text
    page: Text = ""


class NotTaken(_Frozen):
    """A file that was no submission."""

    place: Text
    reason: Text


class ClassReport(_Frozen):
    """Everything that is known of a class. `folder` is where its results are, as it was named in the call.

    `mean`, `quartiles` and `distribution` are those of the students' shares of the points; the last counts those from 0
    to below a tenth, and so on, and those with full marks. `singles` counts the submissions that failed in a way of
    their own, which no known mistake explains. `unreadable` are graded, with no points: there was no code to try.
    """

    format: Literal[1] = 1
    run: dict[str, JsonValue]
    folder: Text = ""
    students: tuple[StudentTotal, ...]
    mean: _Share | None
    quartiles: tuple[_Share, _Share, _Share] | None
    distribution: tuple[_Count, ...]
    exercises: tuple[ExerciseFigures, ...]
    mistakes: tuple[ClassMistake, ...]
    clusters: tuple[Cluster, ...]
    singles: _Count
    not_graded: tuple[Apart, ...]
    unreadable: tuple[Apart, ...]
    left_over: tuple[NotTaken, ...]
    problems: tuple[Text, ...]

    def to_json(self) -> str:
        """The class report as JSON text, indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> ClassReport:
        """The class report that `to_json` wrote. Raises GraderError where the text is something else."""
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "the document"
            raise GraderError(f"not a class report: {where}: {first['msg']}") from None


def share_of(score: float, max_score: float) -> float | None:
    """From 0 to 1; None where there was nothing to earn."""
    return min(max(score / max_score, 0.0), 1.0) if max_score else None
