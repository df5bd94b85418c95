"""Repositories of GitHub Classroom, as `gh classroom clone student-repos` lays them out.

`{assignment}-submissions/{assignment}-{login}/`
https://github.com/github/gh-classroom/blob/main/cmd/gh-classroom/clone/student-repos/student-repos.go

In folders of another name, repositories are known by beginning alike up to a hyphen.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from grader.sources.group import Group, Owned, Owner
from grader.sources.names import folded
from grader.sources.tree import Tree

_REPOSITORY = re.compile(r"[A-Za-z0-9._-]+")
_LOGIN = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9-]*")
_MANY = 3  # folders that begin alike by no accident


def is_export(group: Group, tree: Tree) -> bool:
    """Whether these are clones: their folder is named so, or each has a `.git`."""
    slug = _slug(group)
    above = group.files[0].parts[: group.depth] if group.files else ()
    tops = group.by_top()
    cloned = len(tops) > 1 and all((*above, top) in tree.repositories for top in tops)
    return bool(slug) and (cloned or f"{group.name}-" == slug.removesuffix("-") + "-submissions-")


def may_be_export(group: Group) -> bool:
    """Whether these may be repositories without their `.git`: many folders that begin alike, and end as logins do."""
    slug, tops = _slug(group), group.by_top()
    return bool(slug) and len(tops) >= _MANY and all(_LOGIN.fullmatch(top[len(slug) :]) for top in tops)


def owned(group: Group, tree: Tree) -> Iterator[Owned]:
    """Whose the files are."""
    del tree
    slug = _slug(group)
    for file in group.promising:
        login = group.rest(file)[0][len(slug) :]
        yield file, [Owner(("github", folded(login)), login, file.name, identity={"github": login})]


def _slug(group: Group) -> str:
    """With what the names of all folders begin; empty where these are no repositories of one assignment."""
    tops = group.by_top()
    if any(not _REPOSITORY.fullmatch(top) or len(group.rest(files[0])) == 1 for top, files in tops.items()):
        return ""
    told = f"{group.name.removesuffix('-submissions')}-"
    if tops and told != f"{group.name}-" and all(_begins(top, told) for top in tops):
        return told
    common = os.path.commonprefix(list(tops))  # noqa: RUF071  # letters are meant: they are names, not paths
    slug = common[: common.rfind("-") + 1]
    return slug if slug and all(_begins(top, slug) for top in tops) else ""


def _begins(top: str, slug: str) -> bool:
    return top.startswith(slug) and len(top) > len(slug)
