"""Where a course's exercises and solutions are, and which exercise a person means."""

from __future__ import annotations

import ast
import difflib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from grader.errors import ExerciseError, UsageError
from grader.exercise import Exercise, load
from grader.observation.source import parsed

_FOLDER = re.compile(r"(exercise_\d{2,3})_([a-z0-9_]+)")


@dataclass(frozen=True)
class Answer:
    """A module of the solutions: its name, its source, and for a mistake its docstring as title and Markdown."""

    name: str
    path: Path
    source: str
    title: str = ""
    text: str = ""


@dataclass(frozen=True)
class CourseExercise:
    """An exercise of a course: where it is, and what stands beside it."""

    root: Path
    folder_name: str

    @property
    def id(self) -> str:
        """As in "exercise_03"."""
        match = _FOLDER.fullmatch(self.folder_name)
        assert match, "Course.exercises keeps to folders of this form"
        return match[1]

    @property
    def words(self) -> str:
        """What the folder is called after the id: "zero_the_gradients"."""
        return self.folder_name.removeprefix(self.id + "_")

    @property
    def folder(self) -> Path:
        return self.root / "exercises" / self.folder_name

    @property
    def solution_folder(self) -> Path:
        return self.root / "solutions" / self.folder_name

    @cached_property
    def exercise(self) -> Exercise:
        """The exercise.yaml. Raises ExerciseError."""
        path = self.folder / "exercise.yaml"
        exercise = load(path, f"exercises/{self.folder_name}/exercise.yaml")
        if exercise.id != self.id:
            raise ExerciseError(
                f"exercises/{self.folder_name}/exercise.yaml:1: id: {exercise.id} is not the folder's {self.id}"
            )
        return exercise

    def starter(self) -> str:
        """What a student begins with: the prompt as docstring, then the starter's code. Raises ExerciseError."""
        code = _text(self.folder / "starter.py", self.root)
        docstring = f"{self.exercise.title}\n\n{self.exercise.prompt.strip()}\n"
        prefix = "r" if "\\" in docstring else ""
        return f'{prefix}"""{docstring}"""\n\n{code}'

    def reference(self) -> Answer:
        """The reference solution. Raises ExerciseError where the course has none here."""
        path = self.solution_folder / "reference.py"
        if not path.is_file():
            raise ExerciseError(
                f"solutions/{self.folder_name}/reference.py: is not there; the answer key is made from it"
            )
        return Answer("reference", path, _text(path, self.root))

    def alternatives(self) -> list[Answer]:
        """Other right answers, by name."""
        return [self._answer(path) for path in sorted((self.solution_folder / "alternatives").glob("*.py"))]

    def mistakes(self) -> list[Answer]:
        """Known wrong answers, by name."""
        return [self._answer(path) for path in sorted((self.solution_folder / "mistakes").glob("*.py"))]

    def _answer(self, path: Path) -> Answer:
        source = _text(path, self.root)
        try:
            docstring = ast.get_docstring(parsed(source)) or ""
        except (SyntaxError, ValueError) as error:
            raise ExerciseError(f"{path.relative_to(self.root)}:{getattr(error, 'lineno', 1)}: {error}") from None
        title, _, text = docstring.strip().partition("\n")
        return Answer(path.stem, path, source, title.strip(), text.strip())


@dataclass(frozen=True)
class Course:
    """A folder with `exercises/`, and for those who may see them `solutions/`."""

    root: Path

    @cached_property
    def exercises(self) -> list[CourseExercise]:
        """All of them, in order."""
        folders = sorted(path.name for path in (self.root / "exercises").iterdir() if _FOLDER.fullmatch(path.name))
        return [CourseExercise(self.root, name) for name in folders]

    def find(self, wanted: str) -> CourseExercise:
        """The exercise called by its id, its number (3, 03), its folder, or words of its title ("zero").

        Raises UsageError, with what was probably meant, where there is none or more than one.
        """
        found = self._matches(wanted.lower().removesuffix(".py").removesuffix(".ipynb"))
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(f"{wanted!r} may mean {' or '.join(each.folder_name for each in found)}; say which")
        names = [name for each in self.exercises for name in (each.id, each.words, *each.words.split("_"))]
        near = difflib.get_close_matches(wanted.lower(), names, n=1, cutoff=0.6)
        hint = f"did you mean {near[0]}?" if near else "`grade list` shows them"
        raise UsageError(f"there is no exercise {wanted!r}; {hint}")

    def _matches(self, wanted: str) -> list[CourseExercise]:
        if wanted.isdecimal():
            return [each for each in self.exercises if int(each.id.removeprefix("exercise_")) == int(wanted)]
        exact = [each for each in self.exercises if wanted in (each.id, each.folder_name, each.words)]
        words = [word for word in re.split(r"[^a-z0-9]+", wanted) if word]
        by_words = [each for each in self.exercises if words and all(word in each.words.split("_") for word in words)]
        return exact or by_words


def find_course(start: Path) -> Course:
    """The course that `start` lies in, or else the one that this program was installed from. Raises UsageError."""
    installed = Path(__file__).resolve().parent.parent
    for folder in (start, *start.parents, installed):
        if (folder / "exercises").is_dir() and any((folder / "exercises").glob("exercise_*/exercise.yaml")):
            return Course(folder)
    raise UsageError(
        f"no exercises were found: neither {start} nor a folder above it has exercises/exercise_NN_name/exercise.yaml"
    )


def _text(path: Path, root: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ExerciseError(f"{path.relative_to(root)}: cannot be read: {error}") from None
