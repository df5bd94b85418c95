"""Files that are read piece by piece, by whoever wants a piece, for as long as somebody may."""

from __future__ import annotations

import tempfile
import threading
import weakref
from functools import partial
from typing import IO, cast

from grader.errors import SourceError
from grader.sources.tree import Read

_IN_MEMORY_BYTES = 16 << 20


class SharedFile:
    """A file that pieces are read from; it is closed when nobody can ask for one any more."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.lock = threading.Lock()
        weakref.finalize(self, file.close)

    def piece(self, start: int, length: int, place: str) -> Read:
        """A way to read `length` bytes from `start` on. Where they are not all there, it raises SourceError."""
        return partial(self._read, start, length, place)

    def _read(self, start: int, length: int, place: str, size: int) -> bytes:
        wanted = min(size, length)
        try:
            with self.lock:
                self.file.seek(start)
                data = self.file.read(wanted)
        except (OSError, ValueError, OverflowError) as error:
            raise SourceError(f"{place} cannot be read: {error}") from None
        if len(data) < wanted:
            raise SourceError(f"{place} cannot be read: the archive ends in the middle of it")
        return data


class Store:
    """A temporary file without a name, to which contents are copied."""

    def __init__(self) -> None:
        self._file = SharedFile(temporary())
        self.bytes = 0

    def keep(self, content: bytes, place: str) -> Read:
        """A way to read the content again."""
        start, self.bytes = self.bytes, self.bytes + len(content)
        with self._file.lock:
            self._file.file.seek(start)
            self._file.file.write(content)
        return self._file.piece(start, len(content), place)


def temporary() -> IO[bytes]:
    """A file that is in memory while it is small, and gone when it is closed."""
    return cast("IO[bytes]", tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES))
