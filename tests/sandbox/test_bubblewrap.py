"""The command that starts a zygote: what it shows of this machine, and what it keeps of its rights."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import grader
from grader.sandbox import bubblewrap
from grader.sandbox.bubblewrap import WORK, command

PACKAGE = Path(grader.__file__).resolve().parent
COURSE = PACKAGE.parent
SHOWN = ("--ro-bind", "--ro-bind-try", "--bind", "--bind-try", "--dev-bind", "--symlink", "--file", "--bind-data")


@pytest.fixture(autouse=True)
def installed(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")


def strict():
    return command(3, WORK).words


def after(words, *options):
    """The two words after each of these options."""
    triples = zip(words, words[1:], words[2:], strict=False)
    return [(source, target) for option, source, target in triples if option in options]


def options(words):
    return [word for word in words[: words.index("--")] if word.startswith("--")]


# Level 3


def test_nothing_is_shown_but_the_system_python_and_the_probe():
    words = strict()
    python = {str(folder) for folder in bubblewrap._python_folders()}
    shown = {source for source, _ in after(words, "--ro-bind", "--ro-bind-try")}
    probe = {str(PACKAGE / part) for part in ("__init__.py", "errors.py", "observation", "probe")}
    assert shown - python - probe <= {"/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/localtime"}
    assert probe <= shown
    assert python <= shown


def test_no_folder_of_the_course_is_shown_nor_anyones_home():
    shown = [Path(source) for source, _ in after(strict(), *SHOWN)]
    for hidden in (COURSE, COURSE / "solutions", COURSE / "exercises", Path.home(), Path("/etc"), Path("/home")):
        assert [path for path in shown if hidden.is_relative_to(path) or hidden == path] == []
    in_the_course = [path for path in shown if path.is_relative_to(COURSE) and not path.is_relative_to(PACKAGE)]
    assert [path for path in in_the_course if not path.is_relative_to(sys.prefix)] == []


def test_all_that_is_shown_can_only_be_read():
    words = strict()
    assert not {"--bind", "--bind-try", "--dev-bind", "--dev-bind-try", "--file"} & set(words)
    assert words.index("--remount-ro") > max(
        at for at, word in enumerate(words) if word in (*SHOWN, "--tmpfs", "--dir")
    )
    assert words[words.index("--remount-ro") + 1] == "/"


def test_the_probe_lies_where_python_looks_for_it():
    words = strict()
    targets = {target for source, target in after(words, "--ro-bind") if source.startswith(str(PACKAGE))}
    assert targets == {f"/probe/grader/{part}" for part in ("__init__.py", "errors.py", "observation", "probe")}
    assert words[-1] == "import sys; sys.path.insert(0, '/probe'); from grader.probe.zygote import main; main()"
    assert words[words.index("--") + 1 :][:2] == (sys.executable, "-I")


def test_what_lies_below_a_folder_is_mounted_after_it():
    words = strict()
    targets = [target for _, target in after(words, "--ro-bind", "--ro-bind-try")]
    targets.insert(targets.index("/probe/grader/__init__.py"), words[words.index("--tmpfs") + 1])
    for earlier, later in itertools.combinations(targets, 2):
        assert not Path(earlier).is_relative_to(later)


def test_the_environment_is_cleared_and_set_anew():
    found = command(3, WORK)
    words = found.words
    assert found.environment == {}
    assert words.index("--clearenv") < words.index("--setenv")
    assert dict(after(words, "--setenv")) == {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "USER": "nobody",
        "HOME": WORK,
        "TMPDIR": WORK,
        "CUDA_VISIBLE_DEVICES": "",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "NUMEXPR_NUM_THREADS": "1",
    }


def test_it_dies_with_the_grader_and_shares_neither_network_nor_processes():
    shared = {"--die-with-parent", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"}
    assert shared <= set(options(strict()))


def test_the_working_folder_is_small_and_in_memory():
    words = strict()
    at = words.index("--tmpfs")
    assert words[at - 4 : at + 2] == ("--size", "16777216", "--perms", "1777", "--tmpfs", WORK)


def test_root_keeps_just_what_it_takes_to_become_nobody(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    words = strict()
    kept = [words[at + 1] for at, word in enumerate(words) if word == "--cap-add"]
    assert kept == ["CAP_SETUID", "CAP_SETGID"]
    assert "--unshare-user" not in words


def test_anybody_else_needs_a_user_namespace_and_is_nobody_in_it(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    words = strict()
    at = words.index("--unshare-user")
    assert words[at : at + 5] == ("--unshare-user", "--uid", "65534", "--gid", "65534")
    assert "--cap-add" not in words


def test_without_bubblewrap_there_is_no_such_command(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(FileNotFoundError, match=r"bubblewrap \(bwrap\) is not installed"):
        command(3, WORK)
    assert command(2, WORK).words


def test_a_grader_among_the_packages_is_hidden_under_an_empty_folder(monkeypatch):
    package = Path(sys.prefix).resolve() / "lib" / "site-packages" / "grader"
    monkeypatch.setattr(grader, "__file__", str(package / "__init__.py"))
    words = strict()
    (cover,) = [at for at, word in enumerate(words) if words[at : at + 2] == ("--tmpfs", str(package))]
    assert cover > max(at for at, word in enumerate(words) if words[at : at + 2] == ("--ro-bind", sys.prefix))
    assert f"{package}/probe" in words


def test_a_grader_that_lies_elsewhere_needs_no_cover(monkeypatch, tmp_path):
    monkeypatch.setattr(grader, "__file__", str(tmp_path / "grader" / "__init__.py"))
    assert [strict()[at + 1] for at, word in enumerate(strict()) if word == "--tmpfs"] == [WORK]


@pytest.mark.parametrize("level", [3, 2])
def test_a_child_may_read_the_packages_and_the_probe_and_no_home(level):
    readable = [Path(path) for path in command(level, WORK).readable]
    packages = Path(sys.prefix)
    assert packages in readable
    assert [path for path in readable if COURSE.is_relative_to(path) or Path.home() == path] == []
    assert [path for path in readable if path.is_relative_to("/proc") or path.is_relative_to("/sys")] == []
    assert (Path("/probe") in readable) is (level == 3)


# Level 2


def test_at_level_2_python_is_started_as_it_is_in_a_clean_environment():
    found = command(2, "/tmp/grade-x")
    assert found.words[:-1] == (sys.executable, "-I", "-X", "utf8", "-c")
    assert repr(str(COURSE)) in found.words[-1]
    assert (found.environment["HOME"], found.environment["TMPDIR"]) == ("/tmp/grade-x", "/tmp/grade-x")
    assert not set(found.environment) & (set(os.environ) - {"PATH", "HOME", "LANG", "USER", "TMPDIR"}) - {
        name for name in found.environment if name.endswith("_THREADS") or name.startswith("CUDA")
    }
    assert {str(PACKAGE / part) for part in ("observation", "probe")} <= set(found.readable)
    assert str(PACKAGE) not in found.readable


# In bubblewrap itself

LOOK = """
import json, os, sys

def denied(path):
    try:
        open(path, "w")
    except OSError as error:
        return type(error).__name__

print(json.dumps({
    "root": os.listdir("/"), "etc": os.listdir("/etc"), "probe": sorted(os.listdir("/probe/grader")),
    "work": os.listdir(os.environ["HOME"]), "folder": os.getcwd(), "environment": sorted(os.environ),
    "written": [denied(path) for path in ("/file", "/usr/file", "/probe/grader/probe/file", "/etc/file")],
    "there": [path for path in sys.argv[1:] if os.path.exists(path)],
    "processes": len([name for name in os.listdir("/proc") if name.isdigit()]),
}))
"""


def test_bubblewrap_takes_it_and_shows_just_that(monkeypatch, tmp_path):
    monkeypatch.undo()
    monkeypatch.setenv("COURSE_SECRET", "sesame")
    hidden = ["/etc/passwd", COURSE / "solutions", tmp_path, "/sys"]
    words = [*command(3, WORK).words[:-1], LOOK, sys.executable, *map(str, hidden)]
    found = json.loads(subprocess.run(words, capture_output=True, text=True, timeout=30, check=True).stdout)
    expected = {"bin", "dev", "etc", "lib", "lib64", "probe", "proc", "usr", WORK.strip("/")}
    assert set(found["root"]) <= expected | {Path(folder).parts[1] for folder in bubblewrap._python_folders()}
    assert set(found["etc"]) <= {"ld.so.cache", "localtime"}
    assert found["probe"] == ["__init__.py", "errors.py", "observation", "probe"]
    assert (found["work"], found["folder"]) == ([], "/")
    assert found["written"] == ["OSError"] * 4
    assert found["there"] == [sys.executable]
    assert {"HOME", "OMP_NUM_THREADS"} <= set(found["environment"])
    assert "COURSE_SECRET" not in found["environment"]
    assert found["processes"] <= 3
