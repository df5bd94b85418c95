"""A result of a batch without what only its own page needs: what class reports, gradebooks and the journal live on."""

from __future__ import annotations

import hashlib
import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat

from grader.report import CaseStatus, Report, Status, Text

_Amount = Annotated[FiniteFloat, Field(ge=0)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CaseRecord(_Frozen):
    """The verdict on one case, in short."""

    name: Text
    status: CaseStatus
    points: FiniteFloat
    max_points: _Amount


class MistakeRecord(_Frozen):
    """A diagnosis, in short; see `Diagnosis`."""

    mistake: Text
    title: Text
    certainty: Text
    line: int | None = None


class Record(_Frozen):
    """One student's result in one exercise.

    `behaviour` is equal for two submissions that failed in exactly the same way; it is empty for full marks and where
    nothing was graded. `late` and `identity` are what the source said (see `Found`). `page` is the student's page,
    relative to the batch's folder.
    """

    student: Text
    exercise: Text
    title: Text
    file: Text
    place: Text = ""
    page: Text = ""
    late: bool = False
    identity: dict[str, str] = Field(default_factory=dict)
    status: Status
    reason: Text = ""
    score: _Amount
    max_score: _Amount
    cases: tuple[CaseRecord, ...]
    mistakes: tuple[MistakeRecord, ...] = ()
    behaviour: str = ""

    @property
    def full_marks(self) -> bool:
        return self.status == "graded" and self.score == self.max_score


def record_of(
    report: Report,
    behaviour: str,
    *,
    place: str = "",
    page: str = "",
    late: bool = False,
    identity: dict[str, str] | None = None,
) -> Record:
    """The record of a report, with what the source knew of the submission."""
    return Record(
        student=report.student,
        exercise=report.exercise,
        title=report.title,
        file=report.file,
        place=place,
        page=page,
        late=late,
        identity=identity or {},
        status=report.status,
        reason=report.reason,
        score=report.score,
        max_score=report.max_score,
        cases=tuple(
            CaseRecord(name=case.name, status=case.status, points=case.points, max_points=case.max_points)
            for case in report.cases
        ),
        mistakes=tuple(
            MistakeRecord(mistake=each.mistake, title=each.title, certainty=each.certainty, line=each.line)
            for each in report.diagnosis
        ),
        behaviour=behaviour,
    )


def page_of(student: str, exercise: str) -> str:
    """Where a student's page lies in a batch's folder: a name that any file system and any browser takes, and that no
    other student has.
    """
    plain = re.sub(r"[^a-z0-9._-]+", "_", student.lower())[:60].strip("._") or "student"
    if plain != student:
        plain = f"{plain}-{hashlib.sha256(student.encode('utf-8', 'replace')).hexdigest()[:8]}"
    return f"students/{plain}/{exercise}.html"
