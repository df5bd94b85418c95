"""The folder that a submission works in: how much may be in it, and removing what was left there, however deep."""

from __future__ import annotations

import errno
import itertools
import secrets
import shutil
import subprocess
from pathlib import Path

WORK_MIB, WORK_ENTRIES = 64, 1024  # at level 2, where no file system holds a child to it


def remove(folder: str) -> None:
    """Remove a folder with all that is in it. What cannot be removed stays, and no link is followed."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except RecursionError:  # nested more deeply than Python can follow; rm does not recurse
        subprocess.run(["rm", "-rf", "--", folder], check=False)  # noqa: S603, S607  # on a folder of our own


def empty(folder: str) -> None:
    """Remove all that is in a folder. Folders in it are taken apart from above: they may be too deep for any path, and
    too deep to recurse.
    """
    moved, number = secrets.token_hex(8), itertools.count()
    while entries := list(Path(folder).iterdir()):
        for entry in entries:
            if _takes_apart(entry):
                for inner in list(entry.iterdir()):
                    _takes_apart(inner)
                    inner.rename(Path(folder, f"{moved}-{next(number)}"))
                entry.rmdir()
            else:
                entry.unlink()


def overfull(folder: str) -> bool:
    """Whether more is in a folder than a child may write. Looks at no more than that."""
    entries, blocks, left = 0, 0, [Path(folder)]
    while left:
        try:
            for entry in list(left.pop().iterdir()):
                entries, blocks = entries + 1, blocks + entry.lstat().st_blocks
                if _takes_apart(entry):
                    left.append(entry)
        except OSError as error:  # it was removed meanwhile
            if error.errno == errno.ENAMETOOLONG:  # what lies deeper cannot be counted
                return True
        if entries > WORK_ENTRIES or blocks * 512 > WORK_MIB * 2**20:
            return True
    return False


def _takes_apart(path: Path) -> bool:
    """Whether it is a folder; then what is in it can be seen and moved from here on, whatever its mode was."""
    if path.is_symlink() or not path.is_dir():
        return False
    path.chmod(0o700)
    return True
