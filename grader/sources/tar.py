"""The members of a tar archive (https://www.gnu.org/software/tar/manual/html_node/Standard.html), read in place."""

from __future__ import annotations

import io
import re
import tarfile
from collections.abc import Iterator
from typing import IO

from grader.sources.shared import SharedFile
from grader.sources.tree import Member, Tree, shown

HEADER_BYTES = 64 << 10  # of what is said of one member: long names and attributes

_LONG_NUMBER = re.compile(rb"[0-9]{1000}")  # Python before 3.11.10 takes the square of its length (CVE-2024-6232)
_ERRORS = (tarfile.TarError, EOFError, OSError, ValueError, OverflowError, RecursionError)


def is_tar(shared: SharedFile) -> bool:
    """Whether it begins as a tar does: with a member's header, or with the end."""
    shared.file.seek(0)
    block = shared.file.read(tarfile.BLOCKSIZE)
    try:
        tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return len(block) == tarfile.BLOCKSIZE and not any(block)
    return True


def tar_members(shared: SharedFile, place: str, tree: Tree) -> Iterator[Member]:
    """All members but folders. What ends it early is a problem of the tree; what came before is there."""
    guarded = _Guarded(shared.file)
    guarded.seek(0)
    last = ""
    try:
        with tarfile.open(fileobj=guarded, mode="r:", encoding="utf-8", errors="surrogateescape") as archive:
            offset = 0
            while (member := archive.next()) is not None:
                if archive.offset <= offset or member.size < 0:
                    raise ValueError("a member has a negative size")
                archive.members.clear()  # type: ignore[attr-defined]  # a list, to which each member is added for good
                offset, last = archive.offset, member.name
                if not member.isdir():
                    where = f"{place}: {shown(member.name)}"
                    yield Member(member.name, _kind(member), shared.piece(member.offset_data, member.size, where))
            _check_end(guarded, archive.offset)
    except _ERRORS as error:
        after = f" after {shown(last)}" if last else ""
        tree.problems.append(f"{place} cannot be read{after}: {error or type(error).__name__}")


def _check_end(file: _Guarded, offset: int) -> None:
    """Raise ValueError where the archive does not end with an empty block: the rest is lost."""
    file.seek(offset)
    block = file.read(tarfile.BLOCKSIZE)
    if len(block) < tarfile.BLOCKSIZE:
        raise ValueError("its end is missing; it was not copied or downloaded whole")
    if any(block):
        raise ValueError("what follows is damaged")


def _kind(member: tarfile.TarInfo) -> str:
    """Why the member is no regular file; empty where it is one."""
    if member.issym() or member.islnk():
        return "a link, and links are not followed"
    if member.issparse():
        return "a sparse file, and these are not read"
    return "" if member.isreg() else "no regular file"


class _Guarded(io.BufferedIOBase):
    """A file of which no more is read at a time than an honest header has."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or not 0 <= size <= HEADER_BYTES:
            raise OSError(f"a header is over {HEADER_BYTES >> 10} KiB")
        data = self._file.read(size)
        if size > tarfile.BLOCKSIZE and _LONG_NUMBER.search(data):
            raise OSError("a header has a number of more than 1,000 digits")
        return data

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True
