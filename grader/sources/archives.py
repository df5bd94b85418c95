"""Archives without trust: nothing is ever written under a member's name, and nothing that a header says of sizes is
believed. What is read is counted.

zip and tar are read in place. A tar.gz has no way to a member but through all before it, so it is unpacked once, to a
temporary file without a name. Of an archive inside of a source, what can be a submission is copied to such a file, so
that memory does not grow with the class.

A name that comes twice is the later member's, as with every program that unpacks; the earlier one is left over.
"""

from __future__ import annotations

import gzip
import io
import os
import re
import stat
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO

from grader.errors import SourceError, UsageError
from grader.sources.names import bytes_wanted
from grader.sources.shared import SharedFile, Store, temporary
from grader.sources.tar import is_tar, tar_members
from grader.sources.tree import DEPTH, MEMBERS, NESTED_BYTES, File, Member, Read, Tree, archive_stem, is_litter, shown
from grader.sources.zips import zip_members

UNPACKED_BYTES = 8 << 30  # of a tar.gz
RATIO = 200  # of unpacked bytes to packed ones, once there are many: text has 20, zeros have 1,000
RATIO_FROM_BYTES = 256 << 20
KEPT_BYTES = 8 << 30  # of all that is taken out of archives in the source

_GZIP, _ZIPS = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06")
_CHUNK = 1 << 20
_DRIVE = re.compile(r"[A-Za-z]:")


def list_archive(path: Path) -> Tree:
    """All members of an archive.

    Raises UsageError where the file is no archive, SourceError where nothing in it can be read.
    """
    tree = Tree()
    shared = SharedFile(_open(path))
    if not _list(shared, shown(path.name), (), tree, UNPACKED_BYTES):
        if archive_stem(path.name) is None:
            raise UsageError(f"{path} is neither a folder nor an archive (zip, tar or tar.gz)")
        raise SourceError(f"{path} is named as an archive, but is none: {_begins(shared)}")
    if tree.problems and not tree.files:
        raise SourceError(tree.problems[0])
    return tree


def look_into(tree: Tree, levels: int) -> None:
    """Put in the place of each archive what is in it, so many levels deep. What cannot be read is left over."""
    store = Store()
    for level in range(levels):
        files, tree.files = tree.files, []
        for file in files:
            stem = archive_stem(file.name)
            if stem is None:
                tree.files.append(file)
            else:
                inner = _inside(file, (*file.parts[:-1], stem), tree)
                tree.files += _copied(inner, store, archives=level + 1 < levels)


def _open(path: Path) -> IO[bytes]:
    """The file, if it is a regular one; nothing else is waited for."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UsageError(f"{path} is neither a folder nor an archive (zip, tar or tar.gz)")
    return os.fdopen(descriptor, "rb")


def _list(shared: SharedFile, place: str, above: tuple[str, ...], tree: Tree, most: int) -> bool:
    """Add an archive's members to the tree; False where it is none. Raises SourceError where nothing can be read."""
    shared.file.seek(0)
    begin = shared.file.read(4)
    if begin in _ZIPS:
        _add(zip_members(shared, place), place, above, tree)
        return True
    if begin.startswith(_GZIP):
        shared = _unpacked(shared, place, tree, most)
        if not is_tar(shared):
            reason = f"{place} is compressed, but what it holds is no tar archive"
            raise SourceError(tree.problems[-1] if tree.problems else reason)
    elif not is_tar(shared):
        return False
    _add(tar_members(shared, place, tree), place, above, tree)
    return True


def _add(members: Iterator[Member], place: str, above: tuple[str, ...], tree: Tree) -> None:
    """Add the members that are files under a name that is one."""
    files: dict[tuple[str, ...], File] = {}
    for number, member in enumerate(members):
        if number >= MEMBERS:
            tree.problems.append(f"{place} has more than {MEMBERS:,} members; the rest was not looked at")
            break
        where = f"{place}: {shown(member.name)}"
        parts, reason = _parts(member.name)
        if reason or is_litter(parts):
            if reason:
                tree.leave(where, reason)
        elif member.reason:
            tree.leave(where, member.reason)
        else:
            if parts in files:
                tree.leave(where, "the archive has another member of this name further on, and that one counts")
            files[parts] = File((*above, *parts), where, member.read)
    tree.files += files.values()


def _parts(name: str) -> tuple[tuple[str, ...], str]:
    """A member's folders and its name, or why it cannot have that name."""
    parts = tuple(part for part in name.split("/") if part not in ("", "."))
    if not parts or "\0" in name:
        return parts, "its name is none that a file can have"
    if name.startswith("/") or _DRIVE.match(name) or ".." in parts:
        return parts, "its name leads out of the archive"
    return parts, f"it lies more than {DEPTH} folders deep" if len(parts) > DEPTH else ""


def _unpacked(shared: SharedFile, place: str, tree: Tree, most: int) -> SharedFile:
    """A gzip's content in a temporary file, up to so many bytes. What ends it early is a problem of the tree."""
    target = SharedFile(temporary())
    size = 0
    shared.file.seek(0)
    try:
        with gzip.GzipFile(fileobj=shared.file) as stream:
            while chunk := stream.read1(_CHUNK):
                size += target.file.write(chunk)
                if size > most or size > max(RATIO_FROM_BYTES, RATIO * shared.file.tell()):
                    tree.problems.append(
                        f"{place} was not unpacked further than {size >> 20} MiB: it grows without end"
                    )
                    break
    except (OSError, EOFError, zlib.error) as error:
        whole = "its end is missing; it was not copied or downloaded whole" if isinstance(error, EOFError) else error
        tree.problems.append(f"{place} cannot be read beyond {size:,} unpacked bytes: {whole}")
    return target


def _inside(file: File, above: tuple[str, ...], tree: Tree) -> list[File]:
    """What is in an archive of the tree."""
    inner = Tree()
    try:
        content = file.read(NESTED_BYTES + 1)
        if len(content) > NESTED_BYTES:
            raise SourceError(f"it is over {NESTED_BYTES >> 20} MiB; grade it on its own")
        if not _list(SharedFile(io.BytesIO(content)), file.place, above, inner, NESTED_BYTES):
            raise SourceError("it is no zip, tar or tar.gz archive")
    except SourceError as error:
        reason = str(error).removeprefix(file.place).removeprefix(" cannot be read").lstrip(": ")
        tree.leave(file.place, f"an archive that cannot be read: {reason}")
        return []
    tree.left_over += inner.left_over
    tree.problems += inner.problems
    return inner.files


def _copied(files: list[File], store: Store, *, archives: bool) -> Iterator[File]:
    """The files with all that can be a submission copied to the store, within bounds. What cannot be read, or is too
    much, is told to whoever reads it.
    """
    left = NESTED_BYTES
    for file in files:
        wanted = bytes_wanted(file.name) if archives or archive_stem(file.name) is None else 0
        read: Read = partial(_fail, f"{file.place} was not copied out of its archive")
        if wanted:
            try:
                content = file.read(min(wanted, max(left, 0) + 1))
                left -= len(content)
                if left < 0 or store.bytes + len(content) > KEPT_BYTES:
                    raise SourceError(
                        f"{file.place} was not read: what is taken out of an archive is over {NESTED_BYTES >> 20} MiB"
                    )
                read = store.keep(content, file.place)
            except SourceError as error:
                read = partial(_fail, str(error))
        yield replace(file, read=read)


def _fail(reason: str, _size: int) -> bytes:
    raise SourceError(reason)


def _begins(shared: SharedFile) -> str:
    """How a file that is no archive begins: it may be a page that says why there was none."""
    shared.file.seek(0)
    return f"it begins with {shared.file.read(16)!r}"
