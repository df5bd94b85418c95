"""The seccomp program of a submission's process: a list of the system calls that it may make, compiled to BPF.

What is not on the list answers EPERM, `clone3` ENOSYS (so that the C library falls back to `clone`, whose flags a
filter can see), and a system call of another architecture kills. It is compiled here, on the trusted side, and handed
to the child as bytes; the child only installs it.

The numbers are the kernel's: https://man7.org/linux/man-pages/man2/syscalls.2.html, and for the program
https://man7.org/linux/man-pages/man2/seccomp.2.html and https://www.kernel.org/doc/html/latest/networking/filter.html.
"""

from __future__ import annotations

import errno
import platform
import struct
from dataclasses import dataclass

# linux/filter.h: a load, two jumps, a return
_LOAD_WORD, _JUMP_EQUAL, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_ARCHITECTURE_AT, _NUMBER_AT, _ARGUMENTS_AT = 4, 0, 16  # in struct seccomp_data
_KILL, _ERRNO, _ALLOW = 0x80000000, 0x00050000, 0x7FFF0000  # SECCOMP_RET_KILL_PROCESS, _ERRNO, _ALLOW
_X32 = 0x40000000  # the bit of the x32 calls, which share x86-64's architecture

CLONE_VM, CLONE_SIGHAND, CLONE_THREAD = 0x100, 0x800, 0x10000
SELF = 0x5E1F5E1F  # where the process's own number belongs, which is known only when there is a process
NAMESPACE_FLAGS = 0x7E020080  # CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET, NEWTIME


@dataclass(frozen=True)
class Architecture:
    """A processor's name in the audit interface, and the numbers of its system calls."""

    audit: int
    calls: dict[str, int]


X86_64 = Architecture(
    0xC000003E,
    {
        "read": 0, "write": 1, "open": 2, "close": 3, "stat": 4, "fstat": 5, "lstat": 6, "poll": 7, "lseek": 8,
        "mmap": 9, "mprotect": 10, "munmap": 11, "brk": 12, "rt_sigaction": 13, "rt_sigprocmask": 14,
        "rt_sigreturn": 15, "ioctl": 16, "pread64": 17, "pwrite64": 18, "readv": 19, "writev": 20, "access": 21,
        "pipe": 22, "select": 23, "sched_yield": 24, "mremap": 25, "madvise": 28, "dup": 32, "dup2": 33,
        "nanosleep": 35, "getpid": 39, "clone": 56, "exit": 60, "kill": 62, "uname": 63, "fcntl": 72, "flock": 73,
        "fsync": 74, "fdatasync": 75, "truncate": 76, "ftruncate": 77, "getcwd": 79, "chdir": 80, "rename": 82,
        "mkdir": 83, "rmdir": 84, "unlink": 87, "readlink": 89, "umask": 95, "gettimeofday": 96, "getrlimit": 97,
        "getrusage": 98, "sysinfo": 99, "times": 100, "getuid": 102, "getgid": 104, "geteuid": 107, "getegid": 108,
        "getppid": 110, "getpgrp": 111, "getgroups": 115, "getresuid": 118, "getresgid": 120, "getpgid": 121,
        "getsid": 124, "sigaltstack": 131, "prctl": 157, "arch_prctl": 158, "gettid": 186, "futex": 202,
        "sched_getaffinity": 204, "getdents64": 217, "restart_syscall": 219, "fadvise64": 221, "clock_gettime": 228,
        "clock_getres": 229, "clock_nanosleep": 230, "exit_group": 231, "tgkill": 234, "epoll_wait": 232,
        "epoll_ctl": 233, "openat": 257, "mkdirat": 258, "newfstatat": 262, "unlinkat": 263, "renameat": 264,
        "readlinkat": 267, "faccessat": 269, "pselect6": 270, "ppoll": 271, "set_robust_list": 273,
        "get_robust_list": 274, "epoll_pwait": 281, "fallocate": 285, "eventfd2": 290, "epoll_create1": 291,
        "dup3": 292, "pipe2": 293, "preadv": 295, "pwritev": 296, "prlimit64": 302, "getcpu": 309, "renameat2": 316,
        "getrandom": 318, "membarrier": 324, "statx": 332, "rseq": 334, "clone3": 435, "close_range": 436,
        "faccessat2": 439, "futex_waitv": 449,
    },
)  # fmt: skip
AARCH64 = Architecture(
    0xC00000B7,
    {
        "getcwd": 17, "eventfd2": 19, "epoll_create1": 20, "epoll_ctl": 21, "epoll_pwait": 22, "dup": 23, "dup3": 24,
        "fcntl": 25, "ioctl": 29, "flock": 32, "mkdirat": 34, "unlinkat": 35, "renameat": 38, "truncate": 45,
        "ftruncate": 46, "fallocate": 47, "faccessat": 48, "chdir": 49, "openat": 56, "close": 57, "pipe2": 59,
        "getdents64": 61, "lseek": 62, "read": 63, "write": 64, "readv": 65, "writev": 66, "pread64": 67,
        "pwrite64": 68, "preadv": 69, "pwritev": 70, "pselect6": 72, "ppoll": 73, "readlinkat": 78, "newfstatat": 79,
        "fstat": 80, "fsync": 82, "fdatasync": 83, "exit": 93, "exit_group": 94, "futex": 98, "set_robust_list": 99,
        "get_robust_list": 100, "nanosleep": 101, "clock_gettime": 113, "clock_getres": 114, "clock_nanosleep": 115,
        "sched_getaffinity": 123, "sched_yield": 124, "restart_syscall": 128, "kill": 129, "tgkill": 131,
        "sigaltstack": 132, "rt_sigaction": 134, "rt_sigprocmask": 135, "rt_sigreturn": 139, "getresuid": 148,
        "getresgid": 150, "times": 153, "getpgid": 155, "getsid": 156, "getgroups": 158, "uname": 160,
        "getrlimit": 163, "getrusage": 165, "umask": 166, "prctl": 167, "getcpu": 168, "gettimeofday": 169,
        "getpid": 172, "getppid": 173, "getuid": 174, "geteuid": 175, "getgid": 176, "getegid": 177, "gettid": 178,
        "sysinfo": 179, "brk": 214, "munmap": 215, "mremap": 216, "clone": 220, "mmap": 222, "fadvise64": 223,
        "mprotect": 226, "madvise": 233, "prlimit64": 261, "renameat2": 276, "getrandom": 278, "membarrier": 283,
        "statx": 291, "rseq": 293, "clone3": 435, "close_range": 436, "faccessat2": 439, "futex_waitv": 449,
    },
)  # fmt: skip
ARCHITECTURES = {"x86_64": X86_64, "aarch64": AARCH64}

ARGUMENTS = {
    "ioctl": (1, (0x5401, 0x5413, 0x541B, 0x5450, 0x5451), errno.ENOTTY),  # TCGETS, TIOCGWINSZ, FIONREAD, FIO(N)CLEX
    "fcntl": (1, (0, 1, 2, 3, 4, 5, 6, 7, 1030), errno.EPERM),  # descriptors, flags, locks; no owners, signals, leases
    "kill": (0, (SELF,), errno.EPERM),
    "tgkill": (0, (SELF,), errno.EPERM),  # abort() and raise() of the process itself
    "prctl": (
        0,
        (15, 16, 0x53564D41),
        errno.EPERM,
    ),  # PR_SET_NAME, PR_GET_NAME, PR_SET_VMA: names of threads and memory
}
"""Calls of which one argument decides: its index, the values allowed, and the error for any other."""


def program(machine: str | None = None) -> bytes:
    """The filter for a machine (`platform.machine()`), as an array of `struct sock_filter`.

    Raises KeyError for a processor that is not in ARCHITECTURES.
    """
    architecture = ARCHITECTURES[machine or platform.machine()]
    lines = [_load(_ARCHITECTURE_AT), _jump(_JUMP_EQUAL, architecture.audit, 1, 0), _return(_KILL), _load(_NUMBER_AT)]
    if architecture is X86_64:
        lines += [_jump(_JUMP_ANY_BIT, _X32, 0, 1), _return(_KILL)]
    for name, number in architecture.calls.items():
        answer = _answer(name)
        lines += [_jump(_JUMP_EQUAL, number, 0, len(answer)), *answer]
    return b"".join([*lines, _return(_ERRNO | errno.EPERM)])


def _answer(name: str) -> list[bytes]:
    """What follows where a call is the named one; each way through it returns."""
    if name == "clone3":
        return [_return(_ERRNO | errno.ENOSYS)]
    if name == "clone":
        return _threads_only()
    if name == "prlimit64":
        return _own_limits_read()
    if name in ARGUMENTS:
        index, values, error = ARGUMENTS[name]
        checks = [line for value in values for line in (_jump(_JUMP_EQUAL, value, 0, 1), _return(_ALLOW))]
        return [_load(_ARGUMENTS_AT + 8 * index), *checks, _return(_ERRNO | error)]
    return [_return(_ALLOW)]


def _threads_only() -> list[bytes]:
    """`clone` makes threads of this process, and neither processes nor namespaces."""
    refuse = _return(_ERRNO | errno.EPERM)
    lines = [_load(_ARGUMENTS_AT), _jump(_JUMP_ANY_BIT, NAMESPACE_FLAGS, 0, 1), refuse]
    for bit in (CLONE_THREAD, CLONE_VM, CLONE_SIGHAND):
        lines += [_jump(_JUMP_ANY_BIT, bit, 1, 0), refuse]
    return [*lines, _return(_ALLOW)]


def _own_limits_read() -> list[bytes]:
    """`prlimit64` tells this process its limits (as `getrlimit` does by it), and sets none."""
    lines = []
    for offset in (0, 16, 20):  # the process, and both halves of the address of the new limits
        lines += [_load(_ARGUMENTS_AT + offset), _jump(_JUMP_EQUAL, 0, 1, 0), _return(_ERRNO | errno.EPERM)]
    return [*lines, _return(_ALLOW)]


def _load(offset: int) -> bytes:
    return _line(_LOAD_WORD, 0, 0, offset)


def _jump(test: int, value: int, if_true: int, if_false: int) -> bytes:
    return _line(test, if_true, if_false, value)


def _return(action: int) -> bytes:
    return _line(_RETURN, 0, 0, action)


def _line(code: int, if_true: int, if_false: int, value: int) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
