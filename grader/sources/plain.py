"""Folders of students, and files with a student's name in theirs. The table is in `layouts`."""

from __future__ import annotations

from collections.abc import Iterator

from grader.sources.group import Group, Owned, Owner
from grader.sources.names import exercise_in, exercise_of, folded
from grader.sources.tree import METADATA, Tree, shown


def owned(group: Group, tree: Tree, *, may_be_one: bool = True) -> Iterator[Owned]:
    """Whose the files are. Where `may_be_one`, files that name nobody, and nothing beside them, are one student's."""
    del tree
    files = [(file, _without_exercises(group.rest(file))) for file in group.promising if file.name != METADATA]
    flat = [name for _, rest in files if len(rest) == 1 and (name := exercise_of(rest[0])) is not None]
    in_front = any(name.before for name in flat)
    one = may_be_one and len(flat) == len(files) and not any(name.before or name.after for name in flat)
    for file, rest in files:
        name = exercise_of(rest[-1])
        assert name is not None
        if len(rest) > 1:
            student = rest[0]
        elif in_front:
            student = name.before
        else:
            student = group.name if one else name.after
        student = shown(student)
        yield file, [Owner(("", folded(student)), student, file.name)] if student else []


def _without_exercises(rest: tuple[str, ...]) -> tuple[str, ...]:
    """Folders and name without the folders at the top that are named as an exercise."""
    while len(rest) > 1 and (name := exercise_in(rest[0])) is not None and not name.before:
        rest = rest[1:]
    return rest
