"""What can go wrong in the grader, as one tree.

::

    GraderError                 the message is for a person; `exit_code` is the command's
    ├── UsageError              the call is wrong: no such exercise, no such file         (2)
    ├── ExerciseError           an exercise.yaml, or a file beside it, is wrong           (2)
    ├── SourceError             a file of a class that is there cannot be read            (2)
    └── NotGraded               the grader or the machine failed: never the student's zero (3)
        ├── SandboxError        the child could not be started, or was lost
        └── WireError           bytes that are not the frames they should be

A student's own failures (a wrong value, an exception, a timeout) are not errors of the grader. They are results,
and travel in an `Observation` and a `Report`.
"""

from __future__ import annotations


class GraderError(Exception):
    """Anything that the grader reports instead of a result. Its text is a whole sentence for a person."""

    exit_code = 3


class UsageError(GraderError):
    """The command was called with something that does not exist or cannot be used."""

    exit_code = 2


class ExerciseError(GraderError):
    """An exercise is broken. The text starts with `file:line: key:`."""

    exit_code = 2


class SourceError(GraderError):
    """A file, or a member of an archive, that an instructor handed over cannot be read."""

    exit_code = 2


class NotGraded(GraderError):  # noqa: N818  # what it says of a submission
    """The submission could not be graded, through no fault of its author."""


class SandboxError(NotGraded):
    """The child that runs submissions could not be started, or broke before the submission was reached."""


class WireError(NotGraded):
    """Bytes on the wire, or in the cache, that are not what their format says."""
