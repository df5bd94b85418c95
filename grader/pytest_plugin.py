"""`pytest exercises/` or `pytest solutions/`: an exercise.yaml is collected, and each of its modules is a test.

The exercise is verified once, as `grade verify` does; a module's test fails with what was found on that file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from grader.authoring.verify import Finding
    from grader.sandbox.levels import AnySandbox

_collected = pytest.StashKey[int]()
_sandbox = pytest.StashKey["AnySandbox"]()
_WORTH_WARMING = 3  # exercises


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect the exercise.yaml of a course."""
    if file_path.name == "exercise.yaml" and file_path.parent.parent.name == "exercises":
        return ExerciseYaml.from_parent(parent, path=file_path)
    return None


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a folder of solutions as its exercise.yaml, which lies beside them."""
    exercise = path.parent.parent / "exercises" / path.name / "exercise.yaml"
    if path.parent.name == "solutions" and exercise.is_file():
        return ExerciseYaml.from_parent(parent, path=exercise, name=path.name)
    return None


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the sandbox that all exercises shared."""
    if _sandbox in config.stash:
        config.stash[_sandbox].close()


def _shared_sandbox(config: pytest.Config) -> AnySandbox:
    from grader.sandbox.levels import choose

    if _sandbox not in config.stash:
        config.stash[_sandbox] = choose(warm=config.stash.get(_collected, 0) >= _WORTH_WARMING).sandbox
    return config.stash[_sandbox]


class ExerciseYaml(pytest.Collector):
    """An exercise with its modules. The findings on all of them are made when the first test asks."""

    def __init__(self, path: Path, name: str | None = None, **others: Any) -> None:
        super().__init__(name=name or path.parent.name, path=path, **others)
        self._findings: list[Finding] | None = None
        self.config.stash[_collected] = self.config.stash.get(_collected, 0) + 1

    def collect(self) -> Iterator[pytest.Item]:
        """One test for the exercise's own text, and one for each module."""
        from grader.authoring.verify import modules_of

        yield ModuleTest.from_parent(self, name="exercise", file="")
        for kind, file in modules_of(self._item()):
            stem = Path(file).stem
            yield ModuleTest.from_parent(self, name=stem if stem == kind else f"{kind}: {stem}", file=file)

    def findings(self) -> list[Finding]:
        """All findings on the exercise."""
        if self._findings is None:
            from grader.authoring.verify import verify
            from grader.course import Course

            course = Course(self.path.parent.parent.parent)
            self._findings = verify(course, self._item(), _shared_sandbox(self.config))
        return self._findings

    def _item(self) -> Any:
        from grader.course import CourseExercise

        return CourseExercise(self.path.parent.parent.parent, self.path.parent.name)


class ModuleTest(pytest.Item):
    """One module of an exercise; with `file` empty, the exercise itself: whatever is found on no module."""

    def __init__(self, name: str, parent: ExerciseYaml, file: str, **others: Any) -> None:
        super().__init__(name=name, parent=parent, **others)
        self._exercise = parent
        self._file = file

    def runtest(self) -> None:
        """Fail with what was found on this file."""
        from grader.authoring.verify import modules_of

        modules = {file for _, file in modules_of(self._exercise._item())}  # noqa: SLF001  # two halves of one thing
        found = self._exercise.findings()
        mine = [each for each in found if each.file == self._file or (not self._file and each.file not in modules)]
        if mine:
            raise FoundError("\n".join(f"{each.file}: {each.reason}" for each in mine))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings alone: a traceback through the grader would say nothing."""
        if isinstance(excinfo.value, FoundError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the test is said to stand."""
        return self.path, None, self.name


class FoundError(Exception):
    """What `grade verify` found on a file."""
