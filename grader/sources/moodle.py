"""What Moodle gives as "Download all submissions".

`{full name}_{id}_assignsubmission_file_/{file}`, in later versions without the last `_`; where "Download submissions in
folders" is off, `{full name}_{id}_assignsubmission_file_{file}`. The id is that of the participant, not of the user. A
team's name stands in the place of the student's; with anonymous submissions it is the word for "Participant".
https://github.com/moodle/moodle/blob/main/mod/assign/classes/downloader.php, `get_student_prefix` and
`load_submissionplugin_filelist`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.sources import plain
from grader.sources.group import Group, Owned, Owner
from grader.sources.tree import Tree, shown

_NAME = re.compile(r"(?P<name>.+?)_(?P<id>[0-9]+)_assignsubmission_[a-z0-9]+(?:_(?P<file>.*))?", re.DOTALL)


def is_export(group: Group, tree: Tree) -> bool:
    """Whether the names are Moodle's."""
    del tree
    return group.mostly(lambda name: _NAME.fullmatch(name) is not None)


def owned(group: Group, tree: Tree) -> Iterator[Owned]:
    """Whose the files are. What was put beside them by hand is read as in any other folder."""
    others = []
    for file in group.promising:
        rest = group.rest(file)
        found = _NAME.fullmatch(rest[0])
        if found is None:
            others.append(file)
            continue
        name, participant = shown(found["name"]), found["id"]
        called = (found["file"] or "") if len(rest) == 1 else file.name
        identity = {"name": name, "moodle_id": participant}
        yield file, [Owner(("moodle", participant), name, called, participant, identity)]
    yield from plain.owned(group.only(others), tree, may_be_one=False)
