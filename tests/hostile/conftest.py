"""The sandboxes under attack, and what must be so after every attack: nothing is left, and the next submission is
graded as if nothing had happened.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from attacking import RIGHT, SECRET, graded, key_of, names, namespace, open_to_all, zygote_of

from grader.sandbox.levels import choose

ATTACKERS = ("left", "hostile", "torch_", "psm_", "sem.left")  # what the attacks would call it; not what other tests do
SETTLES = 3.0  # seconds, in which a busy machine may still be closing a pipe
LEVELS = {"strict": 3, "guarded": 2, "limited": 1}


def pytest_collection_modifyitems(items):
    """The pytest of a machine without Linux has nothing to run here."""
    if sys.platform != "linux":
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="namespaces, Landlock and seccomp are Linux's"))


class Arena:
    """The sandboxes by level, with the answer key that each of them made, and the folder in which all theirs are."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sandboxes = {level: choose(level).sandbox for level in (3, 2)}  # torch loads in both at once
        self.keys = {level: key_of(sandbox) for level, sandbox in self.sandboxes.items()}
        limited = choose(1).sandbox
        limited.close()  # the child that it prepares would be in the way of counting
        self.sandboxes[1] = limited
        self.keys[1] = self.keys[3]
        self._strangers: set[int] = set()

    def close(self) -> None:
        for sandbox in self.sandboxes.values():
            sandbox.close()

    def traces(self) -> dict[str, object]:
        """All that an attack could leave behind on this side."""
        return {
            "processes": self.processes(),
            "files": {path.name: names(path) for path in self.folder.glob("grade-*")},
            "descriptors": descriptors(),
            "mounts": Path("/proc/self/mounts").read_text(),
            "shared memory": [name for name in names(Path("/dev/shm")) if name.startswith(ATTACKERS)],
            "ipc": [len(Path(f"/proc/sysvipc/{kind}").read_text().split("\n")) for kind in ("shm", "sem", "msg")],
        }

    def processes(self) -> list[int]:
        """The zygotes, bubblewrap around one of them, and whatever else runs in their namespaces or folders."""
        theirs = {namespace(zygote_of(self.sandboxes[3]))} - {namespace(os.getpid())}
        running = {int(name) for name in os.listdir("/proc") if name.isdigit()}  # noqa: PTH208  # a thousand times
        self._strangers &= running
        ours = {pid for pid in running - self._strangers if self._is_ours(pid, theirs)}
        self._strangers |= running - ours
        return sorted(ours)

    def _is_ours(self, pid: int, namespaces: set[str]) -> bool:
        try:
            here = self.folder.as_posix().encode() in Path(f"/proc/{pid}/environ").read_bytes()
            return namespace(pid) in namespaces or (here and pid != os.getpid())
        except OSError:  # it has just gone, or is somebody else's
            return False


def descriptors() -> list[str]:
    """What this process holds open, but for the numbers that pipes, sockets and unnamed files have."""
    held = []
    for entry in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # what lists them was one of them
            held.append(re.sub(r"\d+", "", str(entry.readlink())))
    return sorted(held)


@pytest.fixture(scope="session")
def arena(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sandboxes")
    open_to_all(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(folder))
        patch.setenv("COURSE_SECRET", SECRET)
        arena = Arena(folder)
        try:
            yield arena
        finally:
            arena.close()
    left = list(folder.glob("grade-*"))
    subprocess.run(["rm", "-rf", *left], check=True)  # pytest itself cannot remove what is too deep
    assert left == []


@pytest.fixture
def strict(arena):
    return arena.sandboxes[3]


@pytest.fixture
def guarded(arena):
    return arena.sandboxes[2]


@pytest.fixture
def limited(arena):
    return arena.sandboxes[1]


@pytest.fixture(params=["strict", "guarded"])
def held(request, arena):
    """Both levels that hold hostile code."""
    return arena.sandboxes[LEVELS[request.param]]


@pytest.fixture
def mark(arena):
    """Grades a submission on the exercise of `attacking`, in a sandbox."""
    return lambda sandbox, source, **names: graded(sandbox, arena.keys[sandbox.level], source, **names)


@pytest.fixture(autouse=True)
def nothing_happened(request, arena):
    """After an attack all is as it was before, and a right answer is right."""
    before = arena.traces()
    yield
    deadline = time.monotonic() + SETTLES
    while (now := arena.traces()) != before and time.monotonic() < deadline:
        time.sleep(0.1)
    assert now == before
    level = LEVELS["guarded" if "guarded" in request.node.name else "strict"]
    report = graded(arena.sandboxes[level], arena.keys[level], RIGHT)
    assert (report.status, report.score) == ("graded", 6.0)
