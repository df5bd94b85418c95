"""How a zygote is started: inside bubblewrap (level 3), with nothing in sight but Python, its packages and the probe,
or as it is (level 2).

https://github.com/containers/bubblewrap
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import grader

WORK = "/submission"  # what is mounted there hides what lies below: no place for a Python to be
_PROBE = "/probe"
_START = "import sys; sys.path.insert(0, {path!r}); from grader.probe.zygote import main; main()"
_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/localtime")
_DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
_PARTS = ("__init__.py", "errors.py", "observation", "probe")  # of the grader, what the probe needs
_ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "USER": "nobody",
    "CUDA_VISIBLE_DEVICES": "",
    **dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1"),
}


@dataclass(frozen=True)
class Command:
    """A command line without its last two words (the socket's number and the settings), and what it needs around it."""

    words: tuple[str, ...]
    environment: dict[str, str]
    readable: tuple[str, ...]


def command(level: int, work: str) -> Command:
    """The zygote's command at a level; `work` is the folder that children write in. Raises FileNotFoundError without
    bubblewrap.
    """
    package = Path(grader.__file__).resolve().parent
    environment = {**_ENVIRONMENT, "HOME": work, "TMPDIR": work}
    if level < 3:
        readable = (*_python_folders(), *_SYSTEM, *_DEVICES, *(str(package / part) for part in _PARTS))
        return Command(_python(str(package.parent)), environment, readable)
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise FileNotFoundError("bubblewrap (bwrap) is not installed")
    readable = (*_python_folders(), *_SYSTEM, *_DEVICES, _PROBE)
    words = [bwrap, "--die-with-parent", *_namespaces(), "--clearenv"]
    for name, value in environment.items():
        words += ["--setenv", name, value]
    for path in _SYSTEM:
        words += _mount(path)
    for path in _python_folders():
        words += [*_parents(path), "--ro-bind", path, path]
    words += [
        "--proc",
        "/proc",
        "--dev",
        "/dev",
        "--size",
        "16777216",
        "--perms",
        "1777",
        "--tmpfs",
        work,
        *_without_the_grader(package),
    ]
    words += _parents(f"{_PROBE}/grader/x")
    for part in _PARTS:
        words += ["--ro-bind", str(package / part), f"{_PROBE}/grader/{part}"]
    return Command((*words, "--remount-ro", "/", "--chdir", "/", "--", *_python(_PROBE)), {}, readable)


def _namespaces() -> list[str]:
    """Root needs no user namespace to make the others, and keeps just what it takes to become nobody; all others do."""
    shared = ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
    if os.geteuid() == 0:
        return [*shared, "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    return [*shared, "--unshare-user", "--uid", "65534", "--gid", "65534"]


def _mount(path: str) -> list[str]:
    """A part of the system as it is here: /lib is a link on most, and a folder on some."""
    place = Path(path)
    if place.is_symlink():
        return ["--symlink", str(place.readlink()), path]
    return [*_parents(path), "--ro-bind-try", path, path]


def _parents(path: str) -> list[str]:
    """The folders above a mount, open to nobody too; bubblewrap would make them for its own user alone."""
    above = [str(folder) for folder in reversed(Path(path).parents) if str(folder) != "/"]
    return [word for folder in above for word in ("--perms", "0755", "--dir", folder)]


def _python_folders() -> tuple[str, ...]:
    """Where the interpreter and its packages are, by every name that leads there, without what /usr holds anyway."""
    names = {sys.prefix, sys.base_prefix, sys.exec_prefix}
    names |= {str(Path(name).resolve()) for name in names}
    names.add(str(Path(sys.executable).resolve().parent.parent))
    return tuple(
        sorted(name for name in names if not Path(name).is_relative_to("/usr") or name.startswith("/usr/local"))
    )


def _without_the_grader(package: Path) -> list[str]:
    """Where the grader is installed among the packages, an empty folder lies over it: the probe alone is mounted
    elsewhere.
    """
    inside = any(package.is_relative_to(folder) for folder in (*_python_folders(), "/usr"))
    return ["--tmpfs", str(package)] if inside else []


def _python(path: str) -> tuple[str, ...]:
    return (sys.executable, "-I", "-X", "utf8", "-c", _START.format(path=path))
