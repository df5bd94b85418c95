"""The members of a zip archive (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), read in place."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import IO

from grader.errors import SourceError
from grader.sources.shared import SharedFile
from grader.sources.tree import MEMBERS, Member, shown

DIRECTORY_BYTES = 64 << 20  # of the list of members

_ENTRY = b"PK\x01\x02"  # with which each entry of that list begins
_UTF_8, _ENCRYPTED = 0x800, 0x1
_METHODS = {9: "deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "xz", 99: "AES"}
_ERRORS = (zipfile.BadZipFile, RuntimeError, zlib.error, EOFError, OSError, ValueError, OverflowError, struct.error)


def zip_members(shared: SharedFile, place: str) -> Iterator[Member]:
    """All members but folders. Raises SourceError where the list of members cannot be read."""
    try:
        archive = zipfile.ZipFile(_Guarded(shared.file))
    except _ERRORS as error:
        raise SourceError(f"{place} cannot be read: {_reason(error)}") from None
    for info in archive.infolist():
        name = _name(info)
        if not name.endswith("/"):
            yield Member(name, _kind(info), partial(_read, shared, archive, info, f"{place}: {shown(name)}"))


class _Guarded(io.BufferedIOBase):
    """A file of which a list of members that is too long is not read. The number of its entries is bounded by how often
    their signature is in it, before anything is made of them.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def read(self, size: int | None = -1, /) -> bytes:
        size = -1 if size is None else size
        if size > DIRECTORY_BYTES:
            raise OSError(f"its list of members is over {DIRECTORY_BYTES >> 20} MiB")
        data = self._file.read(size)
        if len(data) > MEMBERS and data.count(_ENTRY) > MEMBERS:
            raise OSError(f"it has more than {MEMBERS:,} members")
        return data

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True


def _name(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: some programs write UTF-8 and do not say so, some put back-slashes between folders."""
    name = info.orig_filename
    if not info.flag_bits & _UTF_8:
        with suppress(UnicodeError):  # where it was not UTF-8, it is in the code page of the format
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _kind(info: zipfile.ZipInfo) -> str:
    """Why the member is no regular file; empty where it is one. Unix modes are in the upper half of the attributes."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "a link, and links are not followed"
    return "" if kind in (0, stat.S_IFREG) else "no regular file"


def _read(shared: SharedFile, archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: str, size: int) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise SourceError(f"{place} cannot be read: it is encrypted")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # others unpack without a bound
        method = _METHODS.get(info.compress_type, f"method {info.compress_type}")
        raise SourceError(f"{place} cannot be read: it is compressed with {method}, and only deflate is read")
    try:
        with shared.lock, archive.open(info) as file:
            return file.read(size)
    except _ERRORS as error:
        raise SourceError(f"{place} cannot be read: {_reason(error)}") from None


def _reason(error: Exception) -> str:
    text = str(error)
    if "CRC" in text or isinstance(error, zlib.error):
        return "it is damaged (its checksum is not that of its content)"
    if text == "File is not a zip file":
        return "the list of members at its end is missing; it was not copied or downloaded whole"
    if isinstance(error, EOFError):
        return "the archive ends in the middle of it"
    return text or type(error).__name__
