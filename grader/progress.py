"""What a student has done so far, remembered between commands: the best score of each exercise, and the hints shown.

A small JSON file in the user's state folder. It is a convenience: one that cannot be read counts as empty, one that
cannot be written is not.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any


class Progress:
    """The progress in one course, by the id of an exercise."""

    def __init__(self, file: Path, course: Path) -> None:
        self._file = file
        self._course = str(course)

    def best(self, exercise: str) -> float | None:
        """The highest score so far, or None where it was never graded."""
        score = self._entry(exercise).get("best")
        return float(score) if isinstance(score, int | float) and not isinstance(score, bool) else None

    def hints(self, exercise: str) -> int:
        """How many hints have been shown."""
        count = self._entry(exercise).get("hints")
        return count if isinstance(count, int) and not isinstance(count, bool) and count >= 0 else 0

    def graded(self, exercise: str, score: float) -> None:
        """Note a score; the best one stays."""
        self._change(exercise, "best", max(score, self.best(exercise) or 0.0))

    def hinted(self, exercise: str, count: int) -> None:
        """Note that this many hints have been shown."""
        self._change(exercise, "hints", count)

    def _entry(self, exercise: str) -> dict[str, Any]:
        entry = self._read().get(self._course, {})
        found = entry.get(exercise, {}) if isinstance(entry, dict) else {}
        return found if isinstance(found, dict) else {}

    def _read(self) -> dict[str, Any]:
        try:
            data = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return data if isinstance(data, dict) else {}

    def _change(self, exercise: str, key: str, value: float) -> None:
        data = self._read()
        course = data.get(self._course)
        course = course if isinstance(course, dict) else {}
        data[self._course] = {**course, exercise: {**self._entry(exercise), key: value}}
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(dir=self._file.parent)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(data, file, indent=1)
            Path(temporary).replace(self._file)
