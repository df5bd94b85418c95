"""A class's submissions, from whatever they came in: the files of a folder or an archive, whose each is, for which
exercise, and why the others are none.

One file a student and exercise: of several, the one that was submitted last; then `exercise_03.py` before
`exercise_03_anything.py`, a later attempt before an earlier one, `.py` before `.ipynb`, the one that lies less deep.
The others are left over, with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from grader.errors import UsageError
from grader.sources.archives import list_archive, look_into
from grader.sources.folders import list_folder
from grader.sources.found import Collection, Found
from grader.sources.group import Owner
from grader.sources.layouts import owners
from grader.sources.names import ExerciseName, exercise_of, folded
from grader.sources.tree import File, Tree, archive_stem, is_code, shown


@dataclass(frozen=True)
class _Candidate:
    file: File
    owner: Owner
    name: ExerciseName


def collect(path: Path, exercises: tuple[str, ...]) -> Collection:
    """All submissions that a folder or an archive holds for the exercises (ids as "exercise_03").

    Raises UsageError where the path is neither a folder nor an archive, SourceError where nothing of an archive can be
    read.
    """
    tree = _tree(path)
    ids = {int(exercise.removeprefix("exercise_")): exercise for exercise in exercises}
    candidates: dict[tuple[tuple[str, str], str], list[_Candidate]] = {}
    owned = {id(file): those for file, those in owners(tree, archive_stem(path.name) or path.resolve().name)}
    students = _students(owner for those in owned.values() for owner in those)
    for file in tree.files:
        reason = _no_submission(file, owned.get(id(file), []), ids)
        if reason:
            tree.leave(file.place, reason)
            continue
        for owner in owned[id(file)]:
            name = exercise_of(owner.file)
            assert name is not None
            candidates.setdefault((owner.person, ids[name.number]), []).append(_Candidate(file, owner, name))
    found = [_chosen(tree, students[person], exercise, those) for (person, exercise), those in candidates.items()]
    found.sort(key=lambda each: (each.student, each.exercise))
    left_over = sorted(tree.left_over, key=lambda each: each.place)
    return Collection(tuple(found), tuple(left_over), tuple(tree.problems))


def _tree(path: Path) -> Tree:
    """All files. An archive's archives are looked into, and a folder's and theirs, and no deeper ones."""
    if not path.exists():
        raise UsageError(f"{path} is not there")
    is_folder = path.is_dir()
    tree = list_folder(path) if is_folder else list_archive(path)
    look_into(tree, 2 if is_folder else 1)
    return tree


def _no_submission(file: File, those: list[Owner], ids: dict[int, str]) -> str:
    """Why a file is none; empty where it is one."""
    if archive_stem(file.name) is not None:
        return "an archive in a student's archive, and these are not opened"
    if not is_code(file.name):
        return "neither a .py nor an .ipynb file"
    name = exercise_of(those[0].file if those else file.name)
    if name is None:
        return "its name says no exercise, as exercise_03.py does"
    if name.is_test:
        return "a test, by its name"
    if name.number not in ids:
        return f"exercise_{name.number:02} is not among those that are graded"
    return "" if those else "its name says no student, and it is in no student's folder"


def _students(those: Iterable[Owner]) -> dict[tuple[str, str], str]:
    """By person, a name that nobody else has: the person's own, and the platform's id where two have the same.

    It does not depend on which exercises are graded, so that a later run of others finds the same names.
    """
    people = {owner.person: owner for owner in sorted(those, key=lambda owner: (owner.person, owner.name))}
    shared = Counter(folded(owner.name) for owner in people.values())
    names: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for person, owner in people.items():
        name = owner.name if shared[folded(owner.name)] == 1 or not owner.id else f"{owner.name}_{owner.id}"
        while folded(name) in taken:
            name += f"_{owner.id or owner.person[0]}"
        taken.add(folded(name))
        names[person] = name
    return names


def _chosen(tree: Tree, student: str, exercise: str, those: list[_Candidate]) -> Found:
    """The one that counts. The others are left over."""
    those.sort(key=_preference)
    those.sort(key=lambda each: each.owner.submitted, reverse=True)
    best = those[0]
    for other in those[1:]:
        tree.leave(other.file.place, _why_not(other, best, f"{student}'s {exercise}"))
    return Found(
        student=student,
        exercise=exercise,
        file=shown(best.owner.file),
        place=best.file.place,
        read=best.file.read,
        late=best.owner.late,
        identity=best.owner.identity,
    )


def _preference(each: _Candidate) -> tuple[object, ...]:
    notebook = each.file.name.lower().endswith(".ipynb")
    owner = each.owner
    return each.name.rank, -owner.attempt, notebook, -owner.upload, len(each.file.parts), each.file.parts


def _why_not(other: _Candidate, best: _Candidate, what: str) -> str:
    if other.owner.submitted < best.owner.submitted or other.owner.attempt < best.owner.attempt:
        return f"an earlier attempt of {what}"
    if [folded(part) for part in other.file.parts] == [folded(part) for part in best.file.parts]:
        return f"its name is that of {best.file.place} but for case or unicode, and only one can be {what}"
    return f"a second file of {what}; {best.file.place} is graded"
