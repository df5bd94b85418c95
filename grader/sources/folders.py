"""A folder's files. No link is followed, nothing but a regular file is opened, and nothing can make it wait."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from grader.errors import SourceError, UsageError
from grader.sources.tree import DEPTH, MEMBERS, File, Tree, is_litter, shown

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_BY_DESCRIPTOR = os.open in os.supports_dir_fd and os.scandir in os.supports_fd


def list_folder(root: Path) -> Tree:
    """All regular files below the folder, by name. Raises UsageError where it cannot be listed."""
    tree = Tree()
    try:
        with os.scandir(root):
            pass
    except OSError as error:
        raise UsageError(f"{root} cannot be read: {error.strerror or error}") from None
    root = root.resolve()  # it stays the same folder wherever this process goes
    for parts in _walk(root, (), tree):
        if len(tree.files) + len(tree.left_over) >= MEMBERS:
            tree.problems.append(f"{_place(root, ())} holds more than {MEMBERS:,} files; the rest was not looked at")
            break
        tree.files.append(File(parts, _place(root, parts), partial(_read, root, parts)))
    return tree


def _walk(root: Path, above: tuple[str, ...], tree: Tree) -> Iterator[tuple[str, ...]]:
    """The regular files below a folder; what else is there is left over."""
    if len(above) >= DEPTH:
        tree.leave(_place(root, above), f"folders more than {DEPTH} deep are not entered")
        return
    try:
        with _opened(root, above, os.O_DIRECTORY if _BY_DESCRIPTOR else 0) as folder, os.scandir(folder) as entries:
            found = sorted((entry.name, _kind(entry)) for entry in entries)
    except OSError as error:
        tree.leave(_place(root, above), f"the folder cannot be read: {error.strerror or error}")
        return
    for name, kind in found:
        parts = (*above, name)
        if name == ".git":
            tree.repositories.add(above)
        if is_litter((name,)):
            continue
        if kind == "folder":
            yield from _walk(root, parts, tree)
        elif kind == "file":
            yield parts
        else:
            tree.leave(_place(root, parts), kind)


def _kind(entry: os.DirEntry[str]) -> str:
    """A "file", a "folder", or why it is neither."""
    if entry.is_symlink():
        return "a link, and links are not followed"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "no regular file"


def _read(root: Path, parts: tuple[str, ...], size: int) -> bytes:
    try:
        with _opened(root, parts, 0) as descriptor:
            assert isinstance(descriptor, int)
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise SourceError(f"{_place(root, parts)} is no regular file any more")
            with os.fdopen(descriptor, "rb", closefd=False) as file:
                return file.read(size)
    except OSError as error:
        raise SourceError(f"{_place(root, parts)} cannot be read: {error.strerror or error}") from None


@contextmanager
def _opened(root: Path, parts: tuple[str, ...], flags: int) -> Iterator[int | str]:
    """A descriptor of what is below the root, each step of the way taken without following a link.

    Where the system has no such steps, a folder is given by its path, and a path that leads elsewhere is refused.
    """
    if not _BY_DESCRIPTOR:
        yield from _opened_by_path(root, parts)
        return
    descriptor = os.open(root, _FLAGS | os.O_DIRECTORY)
    try:
        for number, part in enumerate(parts, 1):
            step = flags if number == len(parts) else os.O_DIRECTORY
            below = os.open(part, _FLAGS | _NO_LINK | step, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = below
        yield descriptor
    finally:
        os.close(descriptor)


def _opened_by_path(root: Path, parts: tuple[str, ...]) -> Iterator[int | str]:
    path = root.joinpath(*parts)
    if path.resolve() != path:
        raise OSError("a link leads elsewhere")
    if path.is_dir():
        yield str(path)
        return
    descriptor = os.open(path, _FLAGS)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _place(root: Path, parts: tuple[str, ...]) -> str:
    """Where something is, from the folder's own name on."""
    return shown("/".join((root.name, *parts)))
