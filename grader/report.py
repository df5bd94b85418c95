"""The report: one student, one exercise, everything that any renderer draws. Plain data, saved and loaded without loss.

The JSON form is `Report.to_json`; its fields are a promise to other tools. Numbers in it are finite: a NaN or an
infinity that was observed is text inside `Shown`, never a JSON number.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, FiniteFloat, ValidationError

from grader.errors import GraderError

CaseStatus = Literal["passed", "failed", "error", "timeout", "skipped"]
Status = Literal["graded", "not graded"]


def _encodable(text: str) -> str:
    """A file's name or a student's text may hold half a character, which no JSON or HTML can."""
    return text.encode("utf-8", "replace").decode()


Text = Annotated[str, AfterValidator(_encodable)]
_Amount = Annotated[FiniteFloat, Field(ge=0)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Shown(_Frozen):
    """A value as a report shows it: one line of text, and a table of cells where the value is small.

    `rows` is empty when the value has no table (a number, a large tensor). A tensor of shape `(n,)` is one row of `n`
    cells, `(m, n)` is `m` rows; a scalar is one cell.
    """

    text: Text
    rows: tuple[tuple[Text, ...], ...] = ()


class Evidence(_Frozen):
    """One observed thing that was not as it should be.

    `differs` holds the (row, column) pairs, from 0, of the cells of `expected.rows` and `found.rows` that differ beyond
    what is allowed; it is empty where there are no tables or their shapes differ.
    """

    name: Text
    message: Text
    expected: Shown
    found: Shown
    differs: tuple[tuple[int, int], ...] = ()


class CaseReport(_Frozen):
    """The verdict on one case. `seconds` is the time that the student's code took, summed over the case's trials."""

    name: Text
    status: CaseStatus
    points: FiniteFloat
    max_points: _Amount
    message: Text = ""
    feedback: Text = ""
    seconds: _Amount = 0.0
    evidence: tuple[Evidence, ...] = ()


class Diagnosis(_Frozen):
    """A mistake by name, in words for the student.

    `mistake` is the name of a known mistake's module, of an explained error (`torch: ...`), or of a broken rule
    (`rule: ...`). `text` is Markdown. `line` counts from 1 in the student's file (for a notebook, in the cell named by
    `cell`); `source` is that line's text. `certainty` says what the diagnosis rests on.
    """

    mistake: Text
    title: Text
    text: Text
    line: int | None = None
    cell: int | None = None
    source: Text | None = None
    certainty: Literal["same behaviour", "same error", "found in the code"] = "same behaviour"


class Cell(_Frozen):
    """A code cell of a notebook: `number` counts all cells from 1, `first_line` is its first in `Report.source`."""

    number: int
    first_line: int


class Report(_Frozen):
    """Everything known about one graded (or not graded) submission."""

    format: Literal[1] = 1
    exercise: Text
    title: Text
    student: Text
    file: Text
    status: Status
    reason: Text = ""  # why it was not graded, or why no case could be tried (a syntax error, a missing file's text)
    score: _Amount
    max_score: _Amount
    cases: tuple[CaseReport, ...]
    diagnosis: tuple[Diagnosis, ...] = ()
    isolation: int
    seed: int
    versions: dict[str, str]
    prompt: Text = ""  # Markdown
    hints: tuple[Text, ...] = ()
    links: tuple[Text, ...] = ()  # titles of pages of the torch documentation
    source: Text = ""  # the student's code; for a notebook, its code cells one after another
    cells: tuple[Cell, ...] = ()  # empty for a .py file
    output: Text = ""  # what the student's code printed, capped
    command: Text = ""  # reproduces this report

    @property
    def full_marks(self) -> bool:
        return self.status == "graded" and self.score == self.max_score

    def to_json(self) -> str:
        """The report as JSON text, indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> Report:
        """The report that `to_json` wrote. Raises GraderError where the text is something else."""
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "the document"
            raise GraderError(f"not a report: {where}: {first['msg']}") from None
