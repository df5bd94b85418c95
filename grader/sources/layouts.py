"""Whose file is it? Read from the names that people and platforms give to folders and files.

==================================== ==========================================================================
`ada/exercise_03.py`                 `ada`'s, as is all in her folders: `ada/src/exercise_03.py`,
                                     `ada/exercise_03_final.py`, `ada/my_exercise_3.ipynb`
`ada_exercise_03.py`                 in no folder: `ada`'s
`exercise_03_ada.py`                 in no folder: `ada`'s, where no file beside it has a name in front
`exercise_03.py`                     in no folder: nobody's; where all files are such, one student's, who is
                                     called as the folder or the archive is
`exercise_03/ada/exercise_03.py`     `ada`'s: a folder named as an exercise is nobody's
`class/ada/exercise_03.py`           `ada`'s: single folders around everything are looked through
`hw1/{export}`, `hw2/{export}`       where every folder is an export of a platform, each is read as such
`ada.zip: exercise_03.py`            `ada`'s: an archive is a folder of its name
{name}_{user}_{attachment}_{file}    Canvas, see `canvas`
{name}_{id}_assignsubmission_file_   Moodle, see `moodle`
`submission_metadata.yml`            Gradescope, see `gradescope`
`{assignment}-{login}`               GitHub Classroom, see `classroom`
==================================== ==========================================================================

A platform is recognised where more than half of what could be submissions is named its way, so that nobody's own names
for files decide whose other people's are. Case and the composition of letters tell no two students apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from grader.sources import canvas, classroom, gradescope, moodle, plain
from grader.sources.group import Group, Owned
from grader.sources.names import exercise_of
from grader.sources.tree import METADATA, Tree

_Layout = Callable[[Group, Tree], Iterator[Owned]]
_PLATFORMS = (gradescope, moodle, canvas, classroom)


def owners(tree: Tree, name: str) -> list[Owned]:
    """The files that can be submissions, each with those to whom it belongs; with nobody where the names do not say.

    `name` is that of the source.
    """
    group = _looked_through(Group(name, 0, tree.files), tree)
    return [owned for part, layout in _parts(group, tree) for owned in layout(part, tree)]


def _parts(group: Group, tree: Tree) -> list[tuple[Group, _Layout]]:
    """The groups that are laid out in one way, and which."""
    platform = _platform(group, tree)
    if platform is not None:
        return [(group, platform)]
    exports = _exports(group, tree)
    if exports:
        return exports
    return [(group, classroom.owned if classroom.may_be_export(group) else plain.owned)]


def _exports(group: Group, tree: Tree) -> list[tuple[Group, _Layout]]:
    """Exports that lie side by side; none where anything else does."""
    folders, tops = group.folders(), group.by_top()
    exports: list[tuple[Group, _Layout]] = []
    for top in tops:
        part = _looked_through(folders[top], tree) if top in folders else None
        platform = _platform(part, tree) if part is not None else None
        if part is None or platform is None:
            return []
        exports.append((part, platform))
    return exports if len(tops) > 1 else []


def _platform(group: Group, tree: Tree) -> _Layout | None:
    """The platform whose export this is."""
    return next((platform.owned for platform in _PLATFORMS if platform.is_export(group, tree)), None)


def _looked_through(group: Group, tree: Tree) -> Group:
    """What is inside of single folders around everything."""
    while True:
        tops = group.by_top()
        inner = group.folders().get(next(iter(tops))) if len(tops) == 1 else None
        if inner is None or len(inner.promising) < len(group.promising):
            return group
        if _platform(group, tree) or _is_a_student(inner):
            return group
        group = inner


def _is_a_student(group: Group) -> bool:
    """Whether a single folder is one student's: it has exercises in it that name nobody."""
    direct = [file.name for file in group.promising if len(group.rest(file)) == 1]
    found = [name for name in map(exercise_of, direct) if name is not None]
    if METADATA in direct or not found or any(name.before for name in found):
        return False
    return any(not name.after for name in found) or len({name.number for name in found}) == len(found)
