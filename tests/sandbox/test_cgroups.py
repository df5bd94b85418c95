"""Control groups: found from what the kernel says of mounts, made, held to, and removed; where none can be made there
is none. The files of a made-up machine stand for those of version 2 and of containers.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grader.sandbox.cgroups import PROCESSES, ControlGroup
from grader.sandbox.pool import WarmSandbox

HERE = pytest.mark.skipif(sys.platform != "linux", reason="control groups are Linux's")
BYTES = 60 << 20


def machine(folder, cgroup, mounts, parents):
    """A /proc/self that says so, and the folders of the groups that there are."""
    proc = folder / "proc"
    proc.mkdir()
    lines = [f"30 29 0:26 {root} {folder}{place} rw - {kind} {kind} rw,{names}" for root, place, kind, names in mounts]
    (proc / "mountinfo").write_text("\n".join([f"20 1 8:1 / {folder} rw - ext4 /dev/sda1 rw", *lines]) + "\n")
    (proc / "cgroup").write_text(cgroup)
    for parent, subtree in parents.items():
        (folder / parent).mkdir(parents=True)
        (folder / parent / "cgroup.subtree_control").write_text(subtree)
    return proc


class Filling:
    """Makes the files of version 2 appear in a group as the kernel does, by taking the place of mkdir."""

    def __init__(self, monkeypatch, files):
        made = Path.mkdir

        def mkdir(path, *arguments, **options):
            made(path, *arguments, **options)
            if path.name.startswith("grade-"):
                for name, text in files.items():
                    (path / name).write_text(text)

        monkeypatch.setattr(Path, "mkdir", mkdir)


V2_FILES = {"memory.current": "4096\n", "pids.max": "max\n", "memory.max": "max\n", "memory.swap.max": "max\n"}


def test_in_version_2_the_group_is_made_where_memory_is_handed_down(tmp_path, monkeypatch):
    Filling(monkeypatch, V2_FILES)
    proc = machine(
        tmp_path,
        "0::/user.slice/app/shell\n",
        [("/", "/cg", "cgroup2", "nsdelegate")],
        {"cg/user.slice/app": "cpu memory pids", "cg/user.slice/app/shell": "memory pids"},
    )
    group = ControlGroup.make(proc)
    assert group.version == 2
    (folder,) = group.folders
    assert folder.parent == tmp_path / "cg/user.slice/app/shell"
    assert folder.name.startswith(f"grade-{os.getpid()}-")
    assert (folder / "pids.max").read_text() == f"{PROCESSES}\n"
    assert group.memory() == 4096
    group.bound_memory(BYTES)
    assert ((folder / "memory.max").read_text(), (folder / "memory.swap.max").read_text()) == (f"{BYTES}\n", "0\n")


def test_where_the_own_group_cannot_hand_down_the_one_above_it_is_taken(tmp_path, monkeypatch):
    Filling(monkeypatch, V2_FILES)
    mounts = [("/docker/7", "/cg", "cgroup2", "rw")]
    parents = {"cg/app": "memory pids", "cg/app/shell": "memory pids"}
    proc = machine(tmp_path, "0::/docker/7/app/shell\n", mounts, parents)
    (tmp_path / "cg/app/shell/cgroup.subtree_control").unlink()
    (folder,) = ControlGroup.make(proc).folders
    assert folder.parent == tmp_path / "cg/app"


def test_in_version_1_there_is_a_group_a_controller(tmp_path, monkeypatch):
    Filling(monkeypatch, {"memory.usage_in_bytes": "8192\n", "pids.max": "max\n", "memory.limit_in_bytes": "max\n"})
    mounts = [("/", "/cg/memory", "cgroup", "memory"), ("/", "/cg/pids", "cgroup", "pids,other")]
    parents = {"cg/memory/jobs/7": "", "cg/pids": ""}
    proc = machine(tmp_path, "4:memory:/jobs/7\n8:other,pids:/\n0::/\n", mounts, parents)
    group = ControlGroup.make(proc)
    assert (group.version, group.memory()) == (1, 8192)
    assert [folder.parent for folder in group.folders] == [tmp_path / "cg/memory/jobs/7", tmp_path / "cg/pids"]
    group.bound_memory(BYTES)
    assert (group.folders[0] / "memory.limit_in_bytes").read_text() == f"{BYTES}\n"
    assert (group.folders[1] / "pids.max").read_text() == f"{PROCESSES}\n"


def test_where_none_can_be_made_there_is_none_and_nothing_is_left(tmp_path):
    mounts = [("/", "/cg/memory", "cgroup", "memory"), ("/", "/cg/pids", "cgroup", "pids")]
    proc = machine(tmp_path, "4:memory:/\n8:pids:/\n", mounts, {"cg/memory": ""})  # pids is not there
    assert ControlGroup.make(proc) is None
    assert list((tmp_path / "cg/memory").glob("grade-*")) == []
    assert ControlGroup.make(tmp_path / "nowhere") is None


def test_what_a_killed_grader_left_is_removed_and_what_a_living_one_has_stays(tmp_path, monkeypatch):
    gone = subprocess.Popen([shutil.which("true")])
    gone.wait()
    left, living = f"cg/grade-{gone.pid}-00000000", f"cg/grade-{os.getppid()}-00000000"
    proc = machine(tmp_path, "0::/\n", [("/", "/cg", "cgroup2", "rw")], {"cg": "memory pids"})
    for name in (left, living):
        (tmp_path / name).mkdir()
    Filling(monkeypatch, V2_FILES)
    assert ControlGroup.make(proc) is not None
    assert not (tmp_path / left).exists()
    assert (tmp_path / living).exists()


TAKES = "x = bytearray(200 << 20); print('had it')"
STARTS = """
import threading, time
count = 0
try:
    for count in range(1000):
        threading.Thread(target=time.sleep, args=(2,), daemon=True).start()
except RuntimeError:
    pass
print(count < 1000 - 1)
"""


def run(group, code):
    command = group.enter((sys.executable, "-c", code))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.strip()


@HERE
def test_the_kernel_holds_what_is_in_a_real_group_to_it():
    group = ControlGroup.make()
    if group is None:  # the machine gives none: then a zygote has none either
        sandbox = WarmSandbox(2, warm=False)
        sandbox.prepare()
        assert sandbox.bounded_by is None
        sandbox.close()
        return
    try:
        assert run(group, TAKES) == (0, "had it")
        assert run(group, STARTS) == (0, "True")
        group.bound_memory(BYTES)
        assert run(group, TAKES) == (-9, "")
        assert run(group, "print('small')") == (0, "small")
    finally:
        group.remove()
    assert [folder.exists() for folder in group.folders] == [False] * len(group.folders)


@HERE
@pytest.mark.parametrize("level", [3, 2])
def test_a_zygote_takes_its_group_with_it(level):
    sandbox = WarmSandbox(level, warm=False)
    sandbox.prepare()
    try:
        group = sandbox.bounded_by
        if group is not None:
            deadline = time.monotonic() + 5
            while not (group.folders[0] / "cgroup.procs").read_text() and time.monotonic() < deadline:
                time.sleep(0.01)
            assert (group.folders[0] / "cgroup.procs").read_text() != ""
    finally:
        sandbox.close()
    assert group is None or [folder.exists() for folder in group.folders] == [False] * len(group.folders)
