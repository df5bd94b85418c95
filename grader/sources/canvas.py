"""What Canvas gives as "Download Submissions".

`{name}[_LATE]_{user}_{attachment}_{file}`: the sortable name in lower case and without what is no letter, the ids of
user and attachment, the file as the student named it. Without names: `[LATE_]anon_{id}_{attachment}_{file}`.
https://github.com/instructure/canvas-lms/blob/master/lib/content_zipper.rb, `get_filename` and `add_upload_submission`

Of a student who uploads `exercise_03.py` again, Canvas calls the new file `exercise_03-1.py`, then `-2`, and from the
eighth on by a random id.
https://github.com/instructure/canvas-lms/blob/master/app/models/attachment.rb, `make_unique_filename`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from grader.sources import plain
from grader.sources.group import Group, Owned, Owner
from grader.sources.names import exercise_in
from grader.sources.tree import Tree, shown

_NAME = re.compile(
    r"(?:(?P<name>.+?)(?P<late>_?LATE)?_(?P<user>[0-9]+)|(?P<late_anonymous>LATE_)?anon_(?P<anonymous>[A-Za-z0-9]+))"
    r"_(?P<attachment>[0-9]+)_(?P<file>.+)",
    re.DOTALL,
)
_AGAIN = re.compile(r"(?P<stem>.+)-(?:(?P<number>[0-9]{1,4})|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.DOTALL)
_WITHOUT_NUMBER = 8  # the attempt that gets a random id


def is_export(group: Group, tree: Tree) -> bool:
    """Whether the names are Canvas's."""
    del tree
    return group.mostly(_is_canvas)


def owned(group: Group, tree: Tree) -> Iterator[Owned]:
    """Whose the files are. What was put beside them by hand is read as in any other folder."""
    others = []
    for file in group.promising:
        rest = group.rest(file)
        found = _NAME.fullmatch(rest[0]) if _is_canvas(rest[0]) else None
        if found is None:
            others.append(file)
            continue
        called, attempt = _attempt(found["file"], is_folder=len(rest) > 1)
        owner = replace(
            _owner(found, called if len(rest) == 1 else file.name),
            late=bool(found["late"] or found["late_anonymous"]),
            attempt=attempt,
            upload=int(found["attachment"]),
        )
        yield file, [owner]
    yield from plain.owned(group.only(others), tree, may_be_one=False)


def _is_canvas(name: str) -> bool:
    """Whether a name is of that form, and no `exercise_03_1_2_mine.py`."""
    exercise = exercise_in(name)
    return _NAME.fullmatch(name) is not None and (exercise is None or bool(exercise.before))


def _owner(found: re.Match[str], file: str) -> Owner:
    if found["anonymous"]:
        code = found["anonymous"]
        return Owner(("canvas", f"anon_{code}"), f"anon_{code}", file, identity={"canvas_anonymous_id": code})
    name, user = shown(found["name"]), found["user"]
    return Owner(("canvas", user), name, file, user, {"canvas_id": user, "name": name})


def _attempt(file: str, *, is_folder: bool) -> tuple[str, int]:
    """The name that the student gave, and the number that Canvas put behind it."""
    stem, dot, suffix = (file, "", "") if is_folder else file.rpartition(".")
    again = _AGAIN.fullmatch(stem)
    if again is None:
        return file, 0
    return f"{again['stem']}{dot}{suffix}", int(again["number"] or _WITHOUT_NUMBER)
