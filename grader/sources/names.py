"""What a file's name says: which exercise, and what else stands around it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from grader.sources.tree import METADATA, METADATA_BYTES, NESTED_BYTES, archive_stem, is_code, shown
from grader.submission import cap_of

_EXERCISE = re.compile(
    r"(?:(?P<before>.*?)[ _.-]+)??exercise[ _-]?(?P<number>[0-9]{1,9})(?P<after>(?![0-9]).*)", re.IGNORECASE | re.DOTALL
)
_EDGES = " _-.()"


@dataclass(frozen=True)
class ExerciseName:
    """A name that has an exercise in it: its number, and what stands before and after, without separators."""

    number: int
    before: str = ""
    after: str = ""
    exact: bool = False

    @property
    def rank(self) -> int:
        """The smaller, the surer: `exercise_03`, then `exercise_03_anything`, then `anything_exercise_03`."""
        return 0 if self.exact else 2 if self.before else 1

    @property
    def is_test(self) -> bool:
        """Whether it is rather a test of the exercise."""
        return self.before.lower() in {"test", "tests"} or self.after.lower() in {"test", "tests"}


def exercise_in(stem: str) -> ExerciseName | None:
    """The exercise that a name without its suffix has in it, in whatever case and however separated."""
    found = _EXERCISE.fullmatch(stem)
    if found is None:
        return None
    before, after = (shown(found[part] or "").strip(_EDGES) for part in ("before", "after"))
    exact = re.fullmatch(r"exercise_[0-9]{2,}", stem, re.IGNORECASE) is not None
    return ExerciseName(int(found["number"]), before, after, exact)


@lru_cache(maxsize=4096)  # a class has the same few names
def exercise_of(file: str) -> ExerciseName | None:
    """The exercise that a .py or .ipynb file is for; None for other files."""
    return exercise_in(file.rpartition(".")[0]) if is_code(file) else None


def bytes_wanted(name: str) -> int:
    """How much of a file of this name is read at most: one byte more than is allowed; none of what is no submission."""
    if exercise_of(name) is not None:
        return cap_of(name) + 1
    if name == METADATA:
        return METADATA_BYTES + 1
    return NESTED_BYTES + 1 if archive_stem(name) is not None else 0


def folded(text: str) -> str:
    """Equal for names that differ only in case or in how unicode composes their letters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
