"""How a submission's process locks itself in, once, before it reads a line of the student's code.

Every step is a system call named as the kernel names it. Each raises OSError where the machine refuses: whoever asked
for the level decides what that means. In order: own session, limits, namespaces and a private folder, Landlock, no new
privileges, seccomp.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

_LIBC = ctypes.CDLL(None, use_errno=True)
NOBODY = 65534

# https://man7.org/linux/man-pages/man2/prctl.2.html
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_KEEPCAPS, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT = (
    1,
    4,
    8,
    22,
    38,
    47,
)
SECCOMP_MODE_FILTER = 2
CAP_DAC_READ_SEARCH = 2
PR_CAP_AMBIENT_CLEAR_ALL = 4
# https://man7.org/linux/man-pages/man2/unshare.2.html
CLONE_NEWNS, CLONE_NEWUSER = 0x00020000, 0x10000000
# https://man7.org/linux/man-pages/man2/mount.2.html
MS_NOSUID, MS_NODEV, MS_NOEXEC = 2, 4, 8


def _check(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def prctl(option: int, *values: int) -> None:
    """Call prctl, with zeros for the arguments that are not given."""
    arguments = [ctypes.c_ulong(value) for value in (*values, 0, 0, 0, 0)[:4]]
    _check(_LIBC.prctl(option, *arguments), f"prctl {option}")


def die_with_the_parent() -> None:
    """On Linux, be killed when the process that started this one is gone. Elsewhere nothing happens."""
    if sys.platform == "linux":
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def hold(descriptors: int, threads: int) -> None:
    """Limits on what only a process with nothing left to start has no use for, and an end to the processor time that a
    handler of SIGXCPU cannot put off: https://man7.org/linux/man-pages/man2/getrlimit.2.html.

    The kernel counts threads by user. Where the user is somebody's own, there is no limit: that person may have more.
    """
    import resource  # noqa: PLC0415  # there is none on Windows

    wanted = {resource.RLIMIT_NOFILE: descriptors}
    if os.getuid() == NOBODY:
        wanted[resource.RLIMIT_NPROC] = threads
    for kind, most in wanted.items():
        hard = resource.getrlimit(kind)[1]
        value = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (value, value))
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if soft != resource.RLIM_INFINITY and (hard == resource.RLIM_INFINITY or hard > soft):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, soft + 1))


def be_the_first_to_go() -> None:
    """Where memory runs out, have the kernel kill this process, and not the one that it was forked from."""
    prctl(PR_SET_DUMPABLE, 1)  # or /proc/self belongs to root
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")
    prctl(PR_SET_DUMPABLE, 0)


def become_nobody() -> None:
    """Of a process that is root: give up its user, groups and capabilities for good.

    One capability stays where Python lies in a folder that is root's alone: to read what file modes forbid. Landlock
    then decides what that is.
    """
    if os.geteuid() != 0:
        return
    hidden = not all(_open_to_all(folder) for folder in (sys.prefix, sys.base_prefix))
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    prctl(PR_SET_KEEPCAPS, 1)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    set_capabilities(1 << CAP_DAC_READ_SEARCH if hidden else 0)


def _open_to_all(folder: str) -> bool:
    path = Path(folder).resolve()
    return all(place.stat().st_mode & 0o001 for place in (path, *path.parents))


def own_namespaces() -> None:
    """A user namespace of its own, with a mount namespace in it: what is mounted from here on is seen by nobody else.

    https://man7.org/linux/man-pages/man7/user_namespaces.7.html
    """
    user, group = os.getuid(), os.getgid()
    _check(_LIBC.unshare(CLONE_NEWUSER | CLONE_NEWNS), "unshare")
    prctl(PR_SET_DUMPABLE, 1)  # or /proc/self belongs to root
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)
    prctl(PR_SET_DUMPABLE, 0)


def private_folder(path: str, size_mib: int, inodes: int) -> None:
    """An empty file system in memory at `path`, for this process alone."""
    options = f"size={size_mib}m,nr_inodes={inodes},mode=0700".encode()
    flags = MS_NOSUID | MS_NODEV | MS_NOEXEC
    _check(_LIBC.mount(b"tmpfs", path.encode(), b"tmpfs", flags, options), f"mount {path}")


def set_capabilities(mask: int) -> None:
    """These capabilities and no others, of those it has: https://man7.org/linux/man-pages/man2/capset.2.html."""
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL)
    header = struct.pack("=Ii", 0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this thread
    _check(_LIBC.capset(header, struct.pack("=IIIIII", mask, mask, 0, 0, 0, 0)), "capset")


# Landlock: https://docs.kernel.org/userspace-api/landlock.html

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same numbers on every architecture
_RULESET_VERSION, _RULE_PATH_BENEATH = 1, 1
_FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}  # by ABI
_READ = 1 << 2 | 1 << 3  # READ_FILE, READ_DIR
_READ_WRITE = (
    _READ | 1 << 1 | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 14
)  # + WRITE, REMOVE, MAKE_DIR, MAKE_REG, TRUNCATE
_ON_FILES = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 14 | 1 << 15  # the rights that a rule on a file may name
_NETWORK, _SCOPED = 0b11, 0b11  # bind and connect by TCP; abstract sockets and signals


def landlock_abi() -> int:
    """The kernel's version of Landlock; 0 where there is none."""
    return max(0, int(_LIBC.syscall(_CREATE_RULESET, None, 0, _RULESET_VERSION)))


def landlock(readable: Iterable[str], writable: Iterable[str]) -> None:
    """Only these files and folders, and what is in them, can be opened from here on, and no TCP port."""
    abi = landlock_abi()
    if not abi:
        raise OSError(0, "landlock: this kernel has none")
    files = _FILE_RIGHTS[min(abi, 5)]
    attributes = struct.pack("=QQQ", files, _NETWORK if abi >= 4 else 0, _SCOPED if abi >= 6 else 0)
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    ruleset = _check(_LIBC.syscall(_CREATE_RULESET, attributes, size, 0), "landlock_create_ruleset")
    for paths, rights in ((readable, _READ), (writable, _READ_WRITE)):
        for path in paths:
            _allow(ruleset, path, rights & files)
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    _check(_LIBC.syscall(_RESTRICT_SELF, ruleset, 0), "landlock_restrict_self")
    os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    if not Path(path).is_dir():
        rights &= _ON_FILES
    rule = struct.pack("=Qi", rights, descriptor)
    _check(_LIBC.syscall(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, rule, 0), f"landlock_add_rule {path}")
    os.close(descriptor)


SELF = 0x5E1F5E1F  # stands in a filter for the number of the process that installs it


def seccomp(program: bytes) -> None:
    """Install a compiled filter, for all threads to come: https://man7.org/linux/man-pages/man2/seccomp.2.html."""
    program = program.replace(struct.pack("=I", SELF), struct.pack("=I", os.getpid()))
    code = ctypes.create_string_buffer(program, len(program))

    class SockFprog(ctypes.Structure):
        _fields_ = (("len", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    filter_ = SockFprog(len(program) // 8, ctypes.addressof(code))
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(filter_))
