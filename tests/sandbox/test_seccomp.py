"""The seccomp filter, run by a small machine of the test's own: which system calls it lets through."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import re
import struct
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.probe import lockdown
from grader.sandbox.seccomp import AARCH64, ARCHITECTURES, ARGUMENTS, SELF, X86_64, program

# https://man7.org/linux/man-pages/man2/seccomp.2.html
ALLOW, KILL = 0x7FFF0000, 0x80000000
EPERM, ENOSYS, ENOTTY = (0x00050000 | number for number in (errno.EPERM, errno.ENOSYS, errno.ENOTTY))
LOAD, JUMP_EQUAL, JUMP_ANY_BIT, RETURN = 0x20, 0x15, 0x45, 0x06  # BPF_LD|W|ABS, BPF_JMP|JEQ|K, |JSET|K, BPF_RET|K
MOST_INSTRUCTIONS = 4096  # BPF_MAXINSNS

MACHINES = sorted(ARCHITECTURES)
EVERY_CALL = [(machine, name) for machine in MACHINES for name in ARCHITECTURES[machine].calls]
DECIDED_BY_ARGUMENTS = {"clone", "clone3", "prlimit64", *ARGUMENTS}


def instructions(code):
    return [struct.unpack_from("=HBBI", code, at) for at in range(0, len(code), 8)]


def answer(code, audit, number, *arguments):
    """What the filter says of a system call: `struct seccomp_data` in, a verdict out."""
    padded = [value % 2**64 for value in (*arguments, 0, 0, 0, 0, 0, 0)[:6]]
    data = struct.pack("=IIQ6Q", number % 2**32, audit, 0x7F0000001234, *padded)
    lines = instructions(code)
    at = accumulator = 0
    while True:
        operation, if_true, if_false, value = lines[at]
        at += 1
        if operation == LOAD:
            assert value % 4 == 0
            (accumulator,) = struct.unpack_from("=I", data, value)
        elif operation == JUMP_EQUAL:
            at += if_true if accumulator == value else if_false
        elif operation == JUMP_ANY_BIT:
            at += if_true if accumulator & value else if_false
        else:
            assert operation == RETURN
            return value


def called(machine, name, *arguments):
    architecture = ARCHITECTURES[machine]
    return answer(program(machine), architecture.audit, architecture.calls[name], *arguments)


on_both = pytest.mark.parametrize("machine", MACHINES)


# The program as a program


@on_both
def test_the_kernel_takes_it(machine):
    code = program(machine)
    lines = instructions(code)
    assert len(code) % 8 == 0
    assert len(lines) <= MOST_INSTRUCTIONS
    assert {operation for operation, *_ in lines} == {LOAD, JUMP_EQUAL, JUMP_ANY_BIT, RETURN}
    assert lines[-1] == (RETURN, 0, 0, EPERM)


@on_both
def test_every_jump_lands_within_it(machine):
    lines = instructions(program(machine))
    for at, (operation, if_true, if_false, _) in enumerate(lines):
        if operation in (JUMP_EQUAL, JUMP_ANY_BIT):
            assert at + 1 + max(if_true, if_false) < len(lines)
        else:
            assert (if_true, if_false) == (0, 0)


@on_both
def test_every_load_is_a_word_of_the_call(machine):
    loads = {value for operation, _, _, value in instructions(program(machine)) if operation == LOAD}
    assert loads <= {0, 4, *range(16, 64, 4)}


@given(
    st.sampled_from(MACHINES),
    st.one_of(st.sampled_from([X86_64.audit, AARCH64.audit]), st.integers(0, 2**32 - 1)),
    st.one_of(st.integers(0, 600), st.integers(0, 2**32 - 1)),
    st.lists(st.one_of(st.integers(0, 64), st.integers(0, 2**64 - 1)), max_size=6),
)
def test_every_call_gets_an_answer_and_only_a_listed_one_is_allowed(machine, audit, number, arguments):
    architecture = ARCHITECTURES[machine]
    verdict = answer(program(machine), audit, number, *arguments)
    assert verdict in (ALLOW, KILL, EPERM, ENOSYS, ENOTTY)
    if audit != architecture.audit:
        assert verdict == KILL
    elif number not in architecture.calls.values():
        assert verdict == (KILL if machine == "x86_64" and number & 0x40000000 else EPERM)


# Which calls


@pytest.mark.parametrize(("machine", "name"), [each for each in EVERY_CALL if each[1] not in DECIDED_BY_ARGUMENTS])
def test_a_listed_call_is_allowed(machine, name):
    assert called(machine, name, 1, 2, 3) == ALLOW


@on_both
def test_no_number_stands_for_two_calls(machine):
    numbers = list(ARCHITECTURES[machine].calls.values())
    assert len(numbers) == len(set(numbers))


@on_both
def test_all_that_is_not_listed_is_refused(machine):
    architecture = ARCHITECTURES[machine]
    unlisted = [number for number in range(600) if number not in architecture.calls.values()]
    assert len(unlisted) > 450
    assert {answer(program(machine), architecture.audit, number) for number in unlisted} == {EPERM}


# As the kernel numbers them on x86-64 and on aarch64; None where the second has no such call.
FORBIDDEN = {
    "fork": (57, None), "vfork": (58, None), "execve": (59, 221), "execveat": (322, 281), "socket": (41, 198),
    "socketpair": (53, 199), "connect": (42, 203), "bind": (49, 200), "sendto": (44, 206), "sendmsg": (46, 211),
    "recvmsg": (47, 212), "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51), "open_tree": (428, 428),
    "move_mount": (429, 429), "fsopen": (430, 430), "unshare": (272, 97), "setns": (308, 268), "bpf": (321, 280),
    "perf_event_open": (298, 241), "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "add_key": (248, 217),
    "request_key": (249, 218), "keyctl": (250, 219), "seccomp": (317, 277), "chmod": (90, None), "fchmod": (91, 52),
    "fchmodat": (268, 53), "fchmodat2": (452, 452), "chown": (92, None), "fchown": (93, 55), "fchownat": (260, 54),
    "utimensat": (280, 88), "setxattr": (188, 5), "removexattr": (197, 14), "link": (86, None), "linkat": (265, 37),
    "symlink": (88, None), "symlinkat": (266, 36), "mknod": (133, None), "mknodat": (259, 33), "setuid": (105, 146),
    "setgid": (106, 144), "setresuid": (117, 147), "setgroups": (116, 159), "capset": (126, 91), "setsid": (112, 157),
    "setpgid": (109, 154), "setrlimit": (160, 164), "tkill": (200, 130), "rt_sigqueueinfo": (129, 138),
    "pidfd_open": (434, 434), "pidfd_send_signal": (424, 424), "pidfd_getfd": (438, 438), "memfd_create": (319, 279),
    "memfd_secret": (447, 447), "userfaultfd": (323, 282), "shmget": (29, 194), "msgget": (68, 186),
    "mq_open": (240, 180), "inotify_init1": (294, 26), "fanotify_init": (300, 262), "kexec_load": (246, 104),
    "init_module": (175, 105), "finit_module": (313, 273), "reboot": (169, 142), "swapon": (167, 224),
    "sethostname": (170, 161), "settimeofday": (164, 170), "acct": (163, 89), "syslog": (103, 116),
    "open_by_handle_at": (304, 265), "personality": (135, 92), "iopl": (172, None), "ioperm": (173, None),
    "modify_ldt": (154, None), "sched_setaffinity": (203, 122), "setpriority": (141, 140), "wait4": (61, 260),
    "landlock_restrict_self": (446, 446), "process_madvise": (440, 440), "quotactl": (179, 60), "vmsplice": (278, 75),
}  # fmt: skip


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_call_that_leads_out_is_refused(name):
    for machine, number in zip(("x86_64", "aarch64"), FORBIDDEN[name], strict=True):
        assert name not in ARCHITECTURES[machine].calls
        if number is not None:
            assert answer(program(machine), ARCHITECTURES[machine].audit, number) == EPERM


@pytest.mark.parametrize("number", [0, 1, 59, 231, 513, 520])
def test_a_call_of_x32_kills(number):
    assert answer(program("x86_64"), X86_64.audit, number | 0x40000000) == KILL


@pytest.mark.parametrize("audit", [0x40000003, 0x40000028, 0, AARCH64.audit])  # i386, arm
def test_a_call_of_another_architecture_kills_even_one_that_is_listed(audit):
    assert answer(program("x86_64"), audit, X86_64.calls["read"]) == KILL
    assert answer(program("x86_64"), X86_64.audit, X86_64.calls["read"]) == ALLOW


def test_there_is_no_filter_for_a_processor_that_nobody_looked_up():
    with pytest.raises(KeyError, match="riscv64"):
        program("riscv64")


def test_the_filter_is_that_of_this_machine_where_none_is_named():
    assert program() == program(platform.machine())


# Calls that are judged by an argument

SIGCHLD = 17
FLAGS = {  # https://man7.org/linux/man-pages/man2/clone.2.html
    "CLONE_VM": 0x100, "CLONE_FS": 0x200, "CLONE_FILES": 0x400, "CLONE_SIGHAND": 0x800, "CLONE_THREAD": 0x10000,
    "CLONE_SYSVSEM": 0x40000, "CLONE_SETTLS": 0x80000, "CLONE_PARENT_SETTID": 0x100000,
    "CLONE_CHILD_CLEARTID": 0x200000,
}  # fmt: skip
THREAD = sum(FLAGS.values())  # what pthread_create asks for
NAMESPACES = {
    "CLONE_NEWTIME": 0x80, "CLONE_NEWNS": 0x20000, "CLONE_NEWCGROUP": 0x2000000, "CLONE_NEWUTS": 0x4000000,
    "CLONE_NEWIPC": 0x8000000, "CLONE_NEWUSER": 0x10000000, "CLONE_NEWPID": 0x20000000, "CLONE_NEWNET": 0x40000000,
}  # fmt: skip


@on_both
def test_clone3_whose_flags_no_filter_sees_is_not_there(machine):
    assert called(machine, "clone3", 0x7F0000000000, 88) == ENOSYS


@on_both
def test_clone_makes_threads(machine):
    assert called(machine, "clone", THREAD) == ALLOW


@on_both
@pytest.mark.parametrize(
    "flags",
    [0, SIGCHLD, 0x100 | SIGCHLD, 0x4100 | SIGCHLD, 0x1200011, THREAD - 0x10000, THREAD - 0x100, THREAD - 0x800],
    ids=hex,
)
def test_clone_makes_no_process(machine, flags):
    assert called(machine, "clone", flags) == EPERM


@on_both
@pytest.mark.parametrize("name", NAMESPACES)
@pytest.mark.parametrize("others", [0, SIGCHLD, THREAD], ids=["alone", "process", "thread"])
def test_clone_makes_no_namespace(machine, name, others):
    assert called(machine, "clone", NAMESPACES[name] | others) == EPERM


VALUES = [  # the call, the arguments before the one that decides, what is allowed, what is not, and how that is said
    ("ioctl", (0,), (0x5401, 0x5413, 0x541B, 0x5450, 0x5451), (0x5412, 0x5402, 0x541C, 0x8910, 0, 2**32 - 1), ENOTTY),
    ("fcntl", (3,), (0, 1, 2, 3, 4, 5, 6, 7, 1030), (8, 9, 10, 15, 1024, 1025, 1026, 1031, 1033), EPERM),
    ("prctl", (), (15, 16, 0x53564D41), (1, 4, 8, 22, 23, 24, 28, 35, 38, 47, 0x59616D61), EPERM),
    ("kill", (), (SELF,), (0, 1, 2, -1, -SELF, SELF + 1), EPERM),
    ("tgkill", (), (SELF,), (0, 1, 2, -1, SELF - 1), EPERM),
]


@on_both
@pytest.mark.parametrize(("name", "before", "allowed", "refused", "said"), VALUES, ids=[each[0] for each in VALUES])
def test_an_argument_decides(machine, name, before, allowed, refused, said):
    assert [called(machine, name, *before, value) for value in allowed] == [ALLOW] * len(allowed)
    assert [called(machine, name, *before, value) for value in refused] == [said] * len(refused)


@on_both
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((0, 7, 0), ALLOW),
        ((0, 7, 0, 0x7FFF12345678), ALLOW),
        ((0, 7, 0x7FFF12345678), EPERM),
        ((0, 7, 0x7FFF00000000), EPERM),
        ((0, 7, 0x12345678), EPERM),
        ((1, 7, 0), EPERM),
        ((SELF, 7, 0), EPERM),
    ],
)
def test_prlimit64_tells_a_process_its_own_limits_and_sets_none(machine, arguments, said):
    assert called(machine, "prlimit64", *arguments) == said


def test_the_place_of_the_own_number_is_the_one_that_lockdown_fills():
    assert lockdown.SELF == SELF
    lines = instructions(program("x86_64"))
    assert [line for line in lines if line[3] == SELF] == [(JUMP_EQUAL, 0, 1, SELF)] * 2
    assert program("x86_64").count(struct.pack("=I", SELF)) == 2


# The numbers, against the machine that this runs on

HEADERS = (
    ("x86_64", "/usr/include/asm/unistd_64.h"),
    ("x86_64", "/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    ("aarch64", "/usr/include/asm-generic/unistd.h"),
)
LIVE = {  # calls without effect, and what Python says of the same
    "getpid": os.getpid, "getppid": os.getppid, "getuid": os.getuid, "geteuid": os.geteuid, "getgid": os.getgid,
    "getegid": os.getegid, "gettid": threading.get_native_id,
}  # fmt: skip


def numbers_of(machine):
    """The numbers that the kernel's headers on this machine have, and those of FORBIDDEN."""
    at = ("x86_64", "aarch64").index(machine)
    known = {name: numbers[at] for name, numbers in FORBIDDEN.items() if numbers[at] is not None}
    for headed, path in HEADERS:
        if headed == machine and Path(path).exists():
            text = Path(path).read_text()
            known |= {name: int(n) for name, n in re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)\b", text)}
    return {"newfstatat" if name == "fstatat" else name: number for name, number in known.items()}


@on_both
def test_the_numbers_are_those_of_the_kernels_headers(machine):
    known, calls = numbers_of(machine), ARCHITECTURES[machine].calls
    assert {name: known.get(name, number) for name, number in calls.items()} == calls
    assert {name: known[name] for name in FORBIDDEN if name in known} == {
        name: number
        for name, numbers in FORBIDDEN.items()
        if (number := numbers[("x86_64", "aarch64").index(machine)]) is not None
    }
    assert not set(calls.values()) & {number for name, number in known.items() if name not in calls}


@pytest.mark.parametrize("name", LIVE)
def test_the_running_kernel_answers_to_the_numbers(name):
    syscall = ctypes.CDLL(None).syscall
    assert syscall(ARCHITECTURES[platform.machine()].calls[name]) == LIVE[name]()
