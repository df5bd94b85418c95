"""Leaving the sandbox: processes, other processes, namespaces, privileges, the network, the kernel. Each thing that is
refused has a twin that is allowed.
"""

from __future__ import annotations

import os
import platform
import signal
import socket
import time
from contextlib import suppress
from pathlib import Path

import pytest
from attacking import action, attempt, block, children, expression, job_of, names, namespace, plain

from grader.observation import CaseSeen, Loaded
from grader.sandbox.pool import WarmSandbox

pytestmark = pytest.mark.skipif(platform.machine() != "x86_64", reason="the numbers of system calls are x86-64's")

# System calls by number, as the C library has no function for most: `call(number, ...)`. The zygote is os.getppid().
# https://man7.org/linux/man-pages/man2/syscalls.2.html

BUFFER = "ctypes.create_string_buffer(4096)"
CALLS = {
    # processes
    "fork": ("57", "EPERM"),
    "vfork": ("58", "EPERM"),
    "clone as fork": ("56, 17, 0, 0, 0, 0", "EPERM"),
    "clone as vfork": ("56, 0x4111, 0, 0, 0, 0", "EPERM"),
    "clone sharing memory but no signals": ("56, 0x100, 0, 0, 0, 0", "EPERM"),
    "clone a thread into a user namespace": ("56, 0x10010F00, 0, 0, 0, 0", "EPERM"),
    "clone into a pid namespace": ("56, 0x20000011, 0, 0, 0, 0", "EPERM"),
    "clone3": (f"435, {BUFFER}, 88", "ENOSYS"),
    "execve": ("59, b'/bin/true', 0, 0", "EPERM"),
    "execveat": ("322, -100, b'/bin/true', 0, 0, 0", "EPERM"),
    # other processes
    "kill the zygote": ("62, os.getppid(), 9", "EPERM"),
    "kill init": ("62, 1, 9", "EPERM"),
    "kill everything": ("62, -1, 9", "EPERM"),
    "kill the group": ("62, 0, 9", "EPERM"),
    "kill the zygote's group": ("62, -os.getppid(), 9", "EPERM"),
    "look for the zygote": ("62, os.getppid(), 0", "EPERM"),
    "tkill the zygote": ("200, os.getppid(), 9", "EPERM"),
    "tgkill the zygote": ("234, os.getppid(), os.getppid(), 9", "EPERM"),
    "rt_sigqueueinfo": (f"129, os.getppid(), 9, {BUFFER}", "EPERM"),
    "rt_tgsigqueueinfo": (f"297, os.getppid(), os.getppid(), 9, {BUFFER}", "EPERM"),
    "pidfd_open of the zygote": ("434, os.getppid(), 0", "EPERM"),
    "pidfd_send_signal": ("424, 3, 9, 0, 0", "EPERM"),
    "pidfd_getfd": ("438, 3, 0, 0", "EPERM"),
    "ptrace the zygote": ("101, 16, os.getppid(), 0, 0", "EPERM"),
    "ptrace seize": ("101, 0x4206, os.getppid(), 0, 0", "EPERM"),
    "ptrace traceme": ("101, 0, 0, 0, 0", "EPERM"),
    "process_vm_readv": (f"310, os.getppid(), {BUFFER}, 1, {BUFFER}, 1, 0", "EPERM"),
    "process_vm_writev": (f"311, os.getppid(), {BUFFER}, 1, {BUFFER}, 1, 0", "EPERM"),
    "process_madvise": (f"440, 3, {BUFFER}, 1, 4, 0", "EPERM"),
    "kcmp": ("312, os.getpid(), os.getppid(), 0, 0, 0", "EPERM"),
    "prlimit of the zygote": (f"302, os.getppid(), 7, {BUFFER}, 0", "EPERM"),
    "setpriority": ("141, 0, 0, -20", "EPERM"),
    "sched_setaffinity of the zygote": (f"203, os.getppid(), 8, {BUFFER}", "EPERM"),
    "sched_setscheduler": (f"144, 0, 1, {BUFFER}", "EPERM"),
    "ioprio_set": ("251, 1, 0, 0", "EPERM"),
    "migrate_pages": ("256, os.getppid(), 0, 0, 0", "EPERM"),
    "setsid": ("112", "EPERM"),
    "setpgid": ("109, 0, os.getppid()", "EPERM"),
    # namespaces, mounts
    "unshare a user namespace": ("272, 0x10000000", "EPERM"),
    "unshare a mount namespace": ("272, 0x20000", "EPERM"),
    "unshare a network namespace": ("272, 0x40000000", "EPERM"),
    "setns": ("308, 3, 0", "EPERM"),
    "mount": ("165, b'none', b'.', b'tmpfs', 0, 0", "EPERM"),
    "mount --bind": ("165, b'/', b'.', 0, 0x1000, 0", "EPERM"),
    "umount2": ("166, b'.', 2", "EPERM"),
    "pivot_root": ("155, b'/', b'.'", "EPERM"),
    "chroot": ("161, b'.'", "EPERM"),
    "open_tree": ("428, -100, b'/', 1", "EPERM"),
    "move_mount": ("429, -100, b'/', -100, b'.', 0", "EPERM"),
    "fsopen": ("430, b'tmpfs', 0", "EPERM"),
    "fsmount": ("432, 3, 0, 0", "EPERM"),
    "mount_setattr": (f"442, -100, b'/', 0, {BUFFER}, 32", "EPERM"),
    "swapon": ("167, b'x', 0", "EPERM"),
    "sethostname": ("170, b'owned', 5", "EPERM"),
    # privileges, and the locks themselves
    "setuid": ("105, 0", "EPERM"),
    "setgid": ("106, 0", "EPERM"),
    "setresuid": ("117, 0, 0, 0", "EPERM"),
    "setgroups": (f"116, 1, {BUFFER}", "EPERM"),
    "setfsuid": ("122, 0", "EPERM"),
    "capset": ("126, struct.pack('=Ii', 0x20080522, 0), struct.pack('=6I', *[0xFFFFFFFF] * 6)", "EPERM"),
    "prctl: dumpable": ("157, 4, 1, 0, 0, 0", "EPERM"),
    "prctl: no parent death signal": ("157, 1, 0, 0, 0, 0", "EPERM"),
    "prctl: keep capabilities": ("157, 8, 1, 0, 0, 0", "EPERM"),
    "prctl: seccomp": ("157, 22, 2, 0, 0, 0", "EPERM"),
    "prctl: a tracer for anyone": ("157, 0x59616D61, -1, 0, 0, 0", "EPERM"),
    "prctl: child subreaper": ("157, 36, 1, 0, 0, 0", "EPERM"),
    "prctl: timer slack": ("157, 29, 1, 0, 0, 0", "EPERM"),
    "prctl: memory map": ("157, 35, 1, 0, 0, 0", "EPERM"),
    "seccomp": (f"317, 1, 0, {BUFFER}", "EPERM"),
    "landlock_restrict_self": ("446, 3, 0", "EPERM"),
    "personality": ("135, 0x40000", "EPERM"),
    "prlimit of itself": ("302, 0, 0, struct.pack('=QQ', 2**63, 2**63), 0", "EPERM"),
    "setrlimit": ("160, 0, struct.pack('=QQ', 2**63, 2**63)", "EPERM"),
    # the kernel
    "bpf": (f"321, 0, {BUFFER}, 48", "EPERM"),
    "perf_event_open": (f"298, {BUFFER}, 0, -1, -1, 0", "EPERM"),
    "io_uring_setup": (f"425, 8, {BUFFER}", "EPERM"),
    "io_setup": (f"206, 8, {BUFFER}", "EPERM"),
    "userfaultfd": ("323, 1", "EPERM"),
    "keyctl": ("250, 0, -3, 1, 0, 0", "EPERM"),
    "add_key": ("248, b'user', b'name', b'value', 5, -5", "EPERM"),
    "request_key": ("249, b'user', b'name', 0, -5", "EPERM"),
    "init_module": (f"175, {BUFFER}, 10, b''", "EPERM"),
    "finit_module": ("313, 3, b'', 0", "EPERM"),
    "delete_module": ("176, b'ext4', 0", "EPERM"),
    "kexec_load": ("246, 0, 0, 0, 0", "EPERM"),
    "reboot": ("169, 0xFEE1DEAD, 672274793, 0x89ABCDEF, 0", "EPERM"),
    "syslog": (f"103, 3, {BUFFER}, 100", "EPERM"),
    "acct": ("163, b'x'", "EPERM"),
    "quotactl": (f"179, 0, 0, 0, {BUFFER}", "EPERM"),
    "iopl": ("172, 3", "EPERM"),
    "ioperm": ("173, 0x80, 1, 1", "EPERM"),
    "modify_ldt": (f"154, 0, {BUFFER}, 16", "EPERM"),
    "settimeofday": (f"164, {BUFFER}, 0", "EPERM"),
    "clock_settime": (f"227, 0, {BUFFER}", "EPERM"),
    "adjtimex": (f"159, {BUFFER}", "EPERM"),
    "vhangup": ("153", "EPERM"),
    "lookup_dcookie": (f"212, 0, {BUFFER}, 100", "EPERM"),
    "remap_file_pages": ("216, 0, 0, 0, 0, 0", "EPERM"),
    "vmsplice": (f"278, 3, {BUFFER}, 1, 0", "EPERM"),
    "secret memory": ("447, 0", "EPERM"),
    "memory file": ("319, b'name', 0", "EPERM"),
    "message queue": ("240, b'/queue', 0o102, 0o600, 0", "EPERM"),
    "shmget": ("29, 5, 4096, 0o1666", "EPERM"),
    "semget": ("64, 5, 1, 0o1666", "EPERM"),
    "msgget": ("68, 5, 0o1666", "EPERM"),
    # files, in the ways that Landlock lets pass
    "open_by_handle_at": (f"304, 3, {BUFFER}, 0", "EPERM"),
    "name_to_handle_at": (f"303, -100, b'/', {BUFFER}, {BUFFER}, 0", "EPERM"),
    "openat2": (f"437, -100, b'/', {BUFFER}, 24", "EPERM"),
    "chmod": ("90, sys.executable.encode(), 0o777", "EPERM"),
    "fchmodat": ("268, -100, sys.executable.encode(), 0o777, 0", "EPERM"),
    "fchmodat2": ("452, -100, sys.executable.encode(), 0o777, 0", "EPERM"),
    "chown": ("92, sys.executable.encode(), 0, 0", "EPERM"),
    "fchownat": ("260, -100, sys.executable.encode(), 0, 0, 0", "EPERM"),
    "setxattr": ("188, sys.executable.encode(), b'user.x', b'1', 1, 0", "EPERM"),
    "removexattr": ("197, sys.executable.encode(), b'user.x'", "EPERM"),
    "utimensat": ("280, -100, sys.executable.encode(), 0, 0", "EPERM"),
    "utime": ("132, sys.executable.encode(), 0", "EPERM"),
    "inotify_init": ("253", "EPERM"),
    "inotify_init1": ("294, 0", "EPERM"),
    "fanotify_init": ("300, 0, 0", "EPERM"),
    "mknod a device": ("133, b'device', 0o020666, 0x103", "EPERM"),
    "mknod a pipe": ("133, b'pipe', 0o010666, 0", "EPERM"),
    "mknodat": ("259, -100, b'device', 0o060666, 0x800", "EPERM"),
    "symlink": ("88, b'/', b'link'", "EPERM"),
    "hard link": ("86, sys.executable.encode(), b'link'", "EPERM"),
    "linkat": ("265, -100, sys.executable.encode(), -100, b'link', 0", "EPERM"),
    # descriptors
    "push a character into a terminal": ("16, 0, 0x5412, b'x'", "ENOTTY"),
    "take a terminal": ("16, 0, 0x540E, 1", "ENOTTY"),
    "lease a file": ("72, 0, 1024, 0", "EPERM"),
    "be told of a folder": ("72, 0, 1026, 4", "EPERM"),
    "signals of a descriptor to the zygote": ("72, 3, 8, os.getppid()", "EPERM"),
    "grow a pipe": ("72, 3, 1031, 2**20", "EPERM"),
    # the network, by each family
    **{
        f"socket({family}, {kind})": (f"41, socket.{family}.value, {kind}, 0", "EPERM")
        for family, kind in (
            ("AF_UNIX", 1),
            ("AF_UNIX", 2),
            ("AF_INET", 1),
            ("AF_INET", 2),
            ("AF_INET", 3),
            ("AF_INET6", 1),
            ("AF_INET6", 2),
            ("AF_NETLINK", 3),
            ("AF_PACKET", 3),
            ("AF_ALG", 5),
            ("AF_VSOCK", 1),
        )
    },
    "socketpair": (f"53, 1, 1, 0, {BUFFER}", "EPERM"),
    "connect": (f"42, 3, {BUFFER}, 16", "EPERM"),
    "bind": (f"49, 3, {BUFFER}, 16", "EPERM"),
    "sendmsg": (f"46, 3, {BUFFER}, 0", "EPERM"),
}


@pytest.mark.parametrize(("arguments", "answer"), CALLS.values(), ids=CALLS)
def test_a_system_call_that_leads_out_is_refused(strict, arguments, answer):
    assert attempt(strict, expression(f"call({arguments})")) == answer


def test_at_level_2_each_of_them_is_refused_too(guarded):
    calls = ", ".join(f"call({arguments})" for arguments, _ in CALLS.values())
    answers = dict(zip(CALLS, attempt(guarded, expression(f"[{calls}]")), strict=True))
    assert answers == {name: answer for name, (_, answer) in CALLS.items()}


ALLOWED = {
    "getpid": "39",
    "its own limits": f"302, 0, 0, 0, {BUFFER}",
    "a signal 0 to itself": "62, os.getpid(), 0",
    "the name of a thread": "157, 15, b'worker', 0, 0, 0",
    "flags of a descriptor": "72, 1, 3, 0",
    "a pipe": f"293, {BUFFER}, 0",
    "an event descriptor": "290, 0, 0",
    "memory": "9, 0, 4096, 3, 0x22, -1, 0",
    "a file in its folder": "257, -100, b'file', 0o102, 0o600",
    "a folder in its folder": "83, b'folder', 0o700",
    "the clock": f"228, 1, {BUFFER}",
    "a short sleep": "35, struct.pack('=qq', 0, 1000), 0",
    "random bytes": f"318, {BUFFER}, 16, 0",
}


@pytest.mark.parametrize("arguments", ALLOWED.values(), ids=ALLOWED)
def test_a_system_call_that_honest_code_makes_is_allowed(held, arguments):
    assert attempt(held, expression(f"call({arguments})")) == "done"


CODE = """
import mmap
memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
memory.write({code!r})
return ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))()
"""
GETPID_BY_INT_80 = b"\xb8\x14\x00\x00\x00\xcd\x80\xc3"
SEVEN = b"\xb8\x07\x00\x00\x00\xc3"


def test_a_system_call_by_the_door_of_another_architecture_kills(held):
    bad_call = "crashed: it crashed with SIGSYS (Bad system call)"
    no_door = "crashed: it crashed with SIGSEGV (Segmentation fault)"  # a kernel without 32-bit programs
    assert attempt(held, block(CODE.format(code=GETPID_BY_INT_80))) in (bad_call, no_door)
    assert attempt(held, expression("call(0x40000000 | 39)")) == bad_call
    assert attempt(held, block(CODE.format(code=SEVEN))) == 7


# The same by what Python has for it

EAGER = {
    "os.fork": ("os.fork()", "EPERM"),
    "os.forkpty": ("os.forkpty()", "EACCES"),
    "os.system": ("os.system('true')", 127 << 8),
    "os.popen": ("os.popen('true')", "EPERM"),
    "os.execv": ("os.execv('/bin/true', ['true'])", "EPERM"),
    "os.posix_spawn": ("os.posix_spawn('/bin/true', ['true'], {})", "EPERM"),
    "the interpreter again": ("subprocess.run([sys.executable, '-c', ''])", "EPERM"),
    "a shell": ("subprocess.run('true', shell=True)", "EPERM"),
    "a process of multiprocessing": ("__import__('multiprocessing').Process(target=print).start()", "EPERM"),
    "a process of torch": ("__import__('torch.multiprocessing').multiprocessing.spawn(print)", "EPERM"),
    "a pool of processes": ("__import__('multiprocessing').Pool(1)", "EACCES"),
    "a shared lock": ("__import__('multiprocessing').Lock()", "EACCES"),
    "workers of a data loader": ("next(iter(torch.utils.data.DataLoader([1], num_workers=1)))", "EACCES"),
    "a debugger's terminal": ("os.openpty()", "EACCES"),
    "kill of the zygote": ("os.kill(os.getppid(), 9)", "EPERM"),
    "kill of all": ("os.kill(-1, 9)", "EPERM"),
    "kill of the group": ("os.killpg(0, 9)", "EPERM"),
    "a pidfd of itself": ("os.pidfd_open(os.getpid())", "EPERM"),
    "another user": ("os.setuid(0)", "EPERM"),
    "nicer": ("os.nice(-5)", "EPERM"),
    "another root": ("os.chroot('.')", "EPERM"),
    "more processor time": ("__import__('resource').setrlimit(0, (100, 100))", "ValueError"),
    "a socket": ("socket.socket()", "EPERM"),
    "a pair of sockets": ("socket.socketpair()", "EPERM"),
    "a name to resolve": ("socket.getaddrinfo('localhost', 80)", "gaierror"),
    "a download": ("__import__('urllib.request').request.urlopen('http://127.0.0.1:80/')", "URLError"),
    "shared memory": (
        "__import__('multiprocessing.shared_memory').shared_memory.SharedMemory(create=True, size=9)",
        "EACCES",
    ),
    "shared memory of torch": ("torch.ones(3).share_memory_()", "RuntimeError"),
    "a memory file": ("os.memfd_create('x')", "EPERM"),
}


@pytest.mark.parametrize(("code", "answer"), EAGER.values(), ids=EAGER)
def test_python_offers_no_way_out_either(held, code, answer):
    assert attempt(held, action(code)) == answer


@pytest.fixture
def listeners():
    """A server on 127.0.0.1 and one on an abstract Unix socket. Outside of the sandbox they can be reached."""
    tcp, unix = socket.create_server(("127.0.0.1", 0)), socket.socket(socket.AF_UNIX)
    unix.bind(f"\0hostile-{os.getpid()}")
    unix.listen()
    tcp.setblocking(False)
    unix.setblocking(False)
    with tcp, unix:
        for server in (tcp, unix):
            with socket.socket(server.family) as client:
                client.connect(server.getsockname())
            server.accept()[0].close()
        yield tcp, unix


def test_a_listener_on_this_machine_hears_nothing(strict, guarded, listeners):
    for sandbox in (strict, guarded):
        for server in listeners:
            code = f"socket.socket({int(server.family)}).connect({server.getsockname()!r})"
            assert attempt(sandbox, action(code)) == "EPERM"
            with pytest.raises(BlockingIOError):
                server.accept()


def in_namespace(wanted):
    found = []
    for pid in filter(str.isdigit, names(Path("/proc"))):
        with suppress(OSError):  # it has just gone
            found += [pid] * (namespace(int(pid)) == wanted)
    return found


def test_when_the_zygote_is_killed_the_job_is_done_by_another_and_nothing_is_left():
    sandbox, namespaces, found = WarmSandbox(3, warm=False), [], []
    try:
        for frame in sandbox.run(job_of("import time\ndef probe_it():\n    time.sleep(0.3)\n    return 7\n")):
            if isinstance(frame, Loaded):
                namespaces.append(namespace(zygote_of_first(sandbox)))
                if len(namespaces) == 1:
                    os.kill(zygote_of_first(sandbox), signal.SIGKILL)
            if isinstance(frame, CaseSeen):
                found.append(plain(frame.trials[0].values[0][1]))
    finally:
        sandbox.close()
    assert found == [7]
    assert len(set(namespaces)) == 2
    deadline = time.monotonic() + 5  # the kernel takes a moment to end a namespace
    while any(map(in_namespace, namespaces)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert [in_namespace(each) for each in namespaces] == [[], []]


def zygote_of_first(sandbox):
    """The zygote while a child of its own is at work."""
    bubblewrap = sandbox._zygote._process.pid
    return children(children(bubblewrap)[0])[0]


# Files outside of its folder

PLACES = {
    "the packages": "torch.__file__",
    "beside the packages": "os.path.dirname(os.path.dirname(torch.__file__)) + '/sitecustomize.py'",
    "the interpreter": "os.path.realpath(sys.executable)",
    "the standard library": "os.__file__",
    "the probe": "sys.modules['grader.probe'].__file__",
    "the root": "'/file'",
    "/tmp": "'/tmp/hostile'",
    "/etc": "'/etc/hostile'",
    "/usr": "'/usr/lib/hostile'",
    "/dev": "'/dev/hostile'",
    "/dev/shm": "'/dev/shm/hostile'",
    "out of its folder by dots": "'../hostile'",
    "core_pattern": "'/proc/sys/kernel/core_pattern'",
    "its own memory": "'/proc/self/mem'",
    "its own map of users": "'/proc/self/uid_map'",
    "the zygote's memory": "f'/proc/{os.getppid()}/mem'",
    "the zygote's badness": "f'/proc/{os.getppid()}/oom_score_adj'",
}
WRITES = {
    "write": "open({0}, 'w')",
    "append": "open({0}, 'ab')",
    "truncate": "os.truncate({0}, 0)",
    "unlink": "os.unlink({0})",
    "rename away": "os.rename({0}, 'mine')",
    "rename over": "os.rename(open('mine', 'w').name, {0})",
    "make a folder": "os.mkdir({0} + '.d')",
}
REFUSALS = {"EACCES", "EROFS", "ENOENT", "EXDEV", "EPERM", "EBUSY"}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_nothing_outside_of_its_folder_can_be_changed(strict, place):
    ways = ", ".join(f"tried(lambda: {way.format(place)})" for way in WRITES.values())
    answers = dict(zip(WRITES, attempt(strict, expression(f"[{ways}]")), strict=True))
    assert {way: answer for way, answer in answers.items() if answer not in REFUSALS} == {}


@pytest.mark.parametrize("way", WRITES.values(), ids=WRITES)
def test_at_level_2_nothing_outside_of_its_folder_can_be_changed(guarded, tmp_path, way):
    tmp_path.chmod(0o777)
    theirs = tmp_path / "theirs"
    theirs.write_text("as it was")
    theirs.chmod(0o666)
    assert attempt(guarded, action(way.format(repr(str(theirs))))) in REFUSALS
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("theirs", "as it was")]


@pytest.mark.parametrize("way", WRITES.values(), ids=WRITES)
def test_all_of_that_can_be_done_in_its_own_folder(held, way):
    assert attempt(held, action("open('file', 'w').close() or " + way.format("'file'"))) == "done"
