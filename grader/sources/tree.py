"""What lies in a source, before anyone asks whose it is: a flat list of files, and what may be read of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from grader.sources.found import LeftOver

MEMBERS = 200_000  # of a folder or an archive, of all kinds
DEPTH = 32  # of folders in folders
NESTED_BYTES = 64 << 20  # of a student's own archive, and of all that is taken out of it
METADATA_BYTES = 64 << 20  # Gradescope's file holds what each autograder said, too
METADATA = "submission_metadata.yml"

ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz")
_CODE = (".py", ".ipynb")
_LITTER = frozenset({"__pycache__", "__macosx", "thumbs.db", "desktop.ini"})

Read = Callable[[int], bytes]


@dataclass(frozen=True)
class File:
    """A regular file: the folders that it is in and its name, where that is for a person, and a way to read it.

    What comes out of an archive lies in a folder named as the archive is, without its suffix.
    """

    parts: tuple[str, ...]
    place: str
    read: Read

    @property
    def name(self) -> str:
        return self.parts[-1]


@dataclass(frozen=True)
class Member:
    """A member of an archive that is no folder, under the name that it claims. `reason` is why it is no file, if so."""

    name: str
    reason: str
    read: Read


@dataclass
class Tree:
    """All that a source holds, what was passed over, and what is wrong with the source.

    `repositories` are the folders that hold a `.git`.
    """

    files: list[File] = field(default_factory=list)
    left_over: list[LeftOver] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    repositories: set[tuple[str, ...]] = field(default_factory=set)

    def leave(self, place: str, reason: str) -> None:
        """Pass a file over."""
        self.left_over.append(LeftOver(place, reason))


def is_litter(parts: Iterable[str]) -> bool:
    """Whether a file is what systems and tools leave behind: hidden, or in such a folder. It is not even listed."""
    return any(part.startswith(".") or part.lower() in _LITTER for part in parts)


def is_code(name: str) -> bool:
    """Whether the name is that of a Python file or a notebook."""
    return name.lower().endswith(_CODE)


def archive_stem(name: str) -> str | None:
    """The name of an archive without its suffix; None for other files."""
    for suffix in sorted(ARCHIVES, key=len, reverse=True):
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)]
    return None


def shown(text: str) -> str:
    """A name as text that can be written anywhere: bytes that are not UTF-8 become escapes, and stay distinct."""
    return text.encode("utf-8", "backslashreplace").decode()
