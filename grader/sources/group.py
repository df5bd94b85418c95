"""Files below one folder, and the people to whom they belong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from grader.sources.names import exercise_of
from grader.sources.tree import METADATA, File


@dataclass(frozen=True)
class Owner:
    """One to whom a file belongs. `person` is the same for all files of the same one, `id` tells people of one name
    apart, `file` is what the student called it. Of two files the one that was `submitted` later counts (a time in
    Gradescope's form), or is a later `attempt`, or the later `upload`.
    """

    person: tuple[str, str]
    name: str
    file: str
    id: str = ""
    identity: Mapping[str, str] = field(default_factory=dict)
    late: bool = False
    submitted: str = ""
    attempt: int = 0
    upload: int = 0


Owned = tuple[File, list[Owner]]


@dataclass(frozen=True)
class Group:
    """Files below one folder, `depth` folders down, and that folder's name."""

    name: str
    depth: int
    files: list[File]

    def rest(self, file: File) -> tuple[str, ...]:
        """Folders and name of a file, from here."""
        return file.parts[self.depth :]

    @property
    def promising(self) -> list[File]:
        """The files that can be submissions, or say whose they are."""
        return [file for file in self.files if exercise_of(file.name) is not None or file.name == METADATA]

    def by_top(self) -> dict[str, list[File]]:
        """Promising files by the folder, or the name, that stands at the top."""
        tops: dict[str, list[File]] = {}
        for file in self.promising:
            tops.setdefault(self.rest(file)[0], []).append(file)
        return tops

    def mostly(self, named_so: Callable[[str], bool]) -> bool:
        """Whether more than half of what stands at the top is named so."""
        tops = self.by_top()
        return 2 * sum(map(named_so, tops)) > len(tops)

    def folders(self) -> dict[str, Group]:
        """The groups of the folders at the top, by name."""
        inner: dict[str, list[File]] = {}
        for file in self.files:
            if len(rest := self.rest(file)) > 1:
                inner.setdefault(rest[0], []).append(file)
        return {top: Group(top, self.depth + 1, files) for top, files in inner.items()}

    def only(self, files: list[File]) -> Group:
        """The group with these of its files."""
        return Group(self.name, self.depth, files)
