"""What a source of submissions yields. Contents are read when they are wanted, so that a class of any size fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Found:
    """One student's file for one exercise.

    `student` is unique within a collection. `place` says where the file is, for a person, as in
    "class.zip: ada/exercise_03.py". `identity` has what the learning platform calls the student, by the platform's
    own names ("name", "email", "sid", "canvas_id", "canvas_anonymous_id", "moodle_id", "gradescope_submission",
    "github"); empty where the source has none. `read` gives up to so many bytes of the content; it raises SourceError
    where that cannot be had.
    """

    student: str
    exercise: str
    file: str
    place: str
    read: Callable[[int], bytes]
    late: bool = False
    identity: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class LeftOver:
    """A file, or a member of an archive, that was not taken for a submission, and why."""

    place: str
    reason: str


@dataclass(frozen=True)
class Collection:
    """All that a source holds: what is graded, and what is not, so that nothing is lost silently.

    `found` is sorted by student and exercise, each pair once. `problems` are faults of the source itself, such as a
    truncated archive: the rest of it is still there.
    """

    found: tuple[Found, ...]
    left_over: tuple[LeftOver, ...] = ()
    problems: tuple[str, ...] = ()
