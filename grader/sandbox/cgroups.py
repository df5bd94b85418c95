"""A control group for each zygote, where this machine lets one be made: the memory and the processes of the whole tree
are then bounded by the kernel, whatever the limits of a single process leave open.

Version 2: https://docs.kernel.org/admin-guide/cgroup-v2.html. Version 1, where memory and pids are hierarchies of
their own: https://docs.kernel.org/admin-guide/cgroup-v1/memory.html.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROCESSES = 512  # threads count as such
_MIB = 1 << 20
_CONTROLLERS = ("memory", "pids")
_REMOVAL_SECONDS = 2.0
_ENTER = 'count=$1; shift; while [ $count -gt 0 ]; do echo 0 > "$1/cgroup.procs"; shift; count=$((count - 1)); done; '
_RUN = 'exec "$@"'


@dataclass(frozen=True)
class ControlGroup:
    """The folders of one group: one in version 2, one a controller in version 1."""

    version: int
    folders: tuple[Path, ...]

    @classmethod
    def make(cls, proc: Path = Path("/proc/self")) -> ControlGroup | None:
        """A new group with a limit on processes, beside or below the one that this process is in; None where none can
        be made.
        """
        for version, parents in _places(proc):
            if made := _make_below(version, parents):
                return made
        return None

    def enter(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """A command line that goes into the group and then becomes the given one."""
        return ("/bin/sh", "-c", _ENTER + _RUN, "sh", str(len(self.folders)), *map(str, self.folders), *words)

    def memory(self) -> int:
        """Bytes that the tree takes now, files that it read included."""
        name = "memory.current" if self.version == 2 else "memory.usage_in_bytes"
        return int((self.folders[0] / name).read_text())

    def bound_memory(self, size: int) -> None:
        """Let the tree take so many bytes, and none of them on disk."""
        if self.version == 2:
            _write(self.folders[0] / "memory.max", size)
            with contextlib.suppress(OSError):  # a kernel without swap has no such file
                _write(self.folders[0] / "memory.swap.max", 0)
        else:
            for name in ("memory.limit_in_bytes", "memory.memsw.limit_in_bytes", "memory.limit_in_bytes"):
                with contextlib.suppress(OSError):  # the second may not exist, and is never below the first
                    _write(self.folders[0] / name, size)

    def remove(self) -> None:
        """Take the group away, as soon as the kernel has seen its last process go."""
        deadline = time.monotonic() + _REMOVAL_SECONDS
        for folder in self.folders:
            while folder.is_dir() and time.monotonic() < deadline:
                try:
                    folder.rmdir()
                except OSError:
                    time.sleep(0.01)


def _make_below(version: int, parents: tuple[Path, ...]) -> ControlGroup | None:
    name = f"grade-{os.getpid()}-{secrets.token_hex(4)}"
    group = ControlGroup(version, tuple(parent / name for parent in parents))
    try:
        for parent, folder in zip(parents, group.folders, strict=True):
            _clear(parent)
            if version == 2:
                _hand_down(parent)
            folder.mkdir()
        _write(group.folders[-1] / "pids.max", PROCESSES)
        group.memory()
    except (OSError, ValueError):
        group.remove()
        return None
    return group


def _hand_down(parent: Path) -> None:
    """Have the children of a group of version 2 bounded too. Raises OSError where that is not ours to say, or processes
    are in the group itself.
    """
    control = parent / "cgroup.subtree_control"
    if not set(_CONTROLLERS) <= set(control.read_text().split()):
        _write(control, " ".join(f"+{name}" for name in _CONTROLLERS))


def _clear(parent: Path) -> None:
    """Remove the groups of graders that were killed. One that is in use cannot be removed."""
    for folder in parent.glob("grade-*-*"):
        if not Path("/proc", folder.name.split("-")[1]).exists():
            with contextlib.suppress(OSError):
                folder.rmdir()


def _places(proc: Path) -> Iterator[tuple[int, tuple[Path, ...]]]:
    """Where a group may be made, best first: in version 2, below the own group or one above it; in version 1, below the
    own.
    """
    try:
        mounts = _mounts((proc / "mountinfo").read_text())
        own = {line.split(":", 2)[1]: line.split(":", 2)[2] for line in (proc / "cgroup").read_text().splitlines()}
    except OSError:  # not Linux
        return
    if "" in own and "" in mounts:
        root, mounted = mounts[""]
        place = _below(root, mounted, own[""])
        for parent in (place, *place.parents):
            if parent.is_relative_to(mounted):
                yield 2, (parent,)
    in_groups = {controller: path for names, path in own.items() for controller in names.split(",")}
    if all(name in mounts and name in in_groups for name in _CONTROLLERS):
        yield 1, tuple(_below(*mounts[name], in_groups[name]) for name in _CONTROLLERS)


def _mounts(mountinfo: str) -> dict[str, tuple[str, Path]]:
    """By controller (version 2 is ""): the group that is mounted, and where. The format: proc_pid_mountinfo(5)."""
    found = {}
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        root, mounted = before.split()[3:5]
        kind, _, options = after.split(maxsplit=2)
        names = {"cgroup2": [""], "cgroup": options.split(",")}.get(kind, [])
        found.update(dict.fromkeys(names, (root, Path(mounted))))
    return found


def _below(root: str, mounted: Path, path: str) -> Path:
    """The folder of a group. In a container, what is mounted is not the root of all groups."""
    inner = Path(path)
    return mounted / (inner.relative_to(root) if inner.is_relative_to(root) else inner.relative_to("/"))


def _write(file: Path, value: int | str) -> None:
    file.write_text(f"{value}\n", encoding="ascii")
