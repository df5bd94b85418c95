"""Each bolt of the lockdown alone, in small processes of its own: what it stops, and what it lets through."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import subprocess
import sys

import pytest

from grader.probe import lockdown
from grader.sandbox import seccomp

NOBODY = 65534
PRELUDE = """\
import ctypes, errno, json, os, signal, socket, subprocess, sys, threading, time
from grader.probe import lockdown

def tell(**found):
    print(json.dumps(found), flush=True)

def tried(action, *arguments):
    try:
        action(*arguments)
    except OSError as error:
        return errno.errorcode.get(error.errno, str(error.errno))
    return "done"

def status():
    with open("/proc/self/status") as file:
        return dict(line.rstrip().split(":", 1) for line in file)
"""


def told(script, *arguments):
    """What a script says with `tell`, run by a Python of its own."""
    result = subprocess.run(
        [sys.executable, "-c", PRELUDE + script, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    return json.loads(result.stdout)


# Errors


def test_a_call_that_fails_raises_what_the_kernel_said():
    ctypes.set_errno(errno.EACCES)
    with pytest.raises(PermissionError) as caught:
        lockdown._check(-1, "mount /work")
    assert (caught.value.errno, caught.value.strerror) == (errno.EACCES, "mount /work: Permission denied")


def test_a_call_that_succeeds_gives_its_result():
    assert [lockdown._check(result, "open") for result in (0, 7)] == [0, 7]


def test_an_option_that_prctl_does_not_know_is_an_error():
    with pytest.raises(OSError, match="prctl 123456: Invalid argument"):
        lockdown.prctl(123456)


# Nobody


def test_root_becomes_nobody_for_good():
    found = told("""
was = os.geteuid()
sys.prefix = sys.base_prefix = "/usr"  # where anybody can read it
lockdown.become_nobody()
lines = status()
tell(
    was=was, ids=[os.getresuid(), os.getresgid()], groups=os.getgroups(),
    sets=[lines[name].strip() for name in ("CapInh", "CapPrm", "CapEff", "CapAmb")],
    back=[tried(os.setuid, 0), tried(os.setresuid, 0, 0, 0), tried(os.setgroups, [0])],
    file=tried(open, "/etc/shadow"),
)
""")
    if found["was"]:  # somebody else stays who they are
        assert found["ids"] == [list(os.getresuid()), list(os.getresgid())]
    else:
        assert found["ids"] == [[NOBODY] * 3] * 2
        assert found["groups"] == []
    assert found["sets"] == ["0000000000000000"] * 4
    assert found["back"] == ["EPERM"] * 3
    assert found["file"] == "EACCES"


def test_where_python_lies_in_a_folder_of_roots_alone_it_can_still_be_read(tmp_path):
    (tmp_path / "hidden").mkdir(mode=0o700)
    (tmp_path / "hidden" / "file").write_text("here")
    (tmp_path / "hidden" / "file").chmod(0o600)
    found = told(
        """
sys.prefix = sys.argv[1]
lockdown.become_nobody()
text = open(sys.argv[1] + "/file").read()
tell(text=text, effective=int(status()["CapEff"], 16), write=tried(open, sys.argv[1] + "/file", "a"))
""",
        tmp_path / "hidden",
    )
    root = os.geteuid() == 0
    assert found["text"] == "here"
    assert found["effective"] == (1 << lockdown.CAP_DAC_READ_SEARCH if root else 0)
    assert found["write"] == ("EACCES" if root else "done")


@pytest.mark.parametrize(("mode", "open_"), [(0o755, True), (0o711, True), (0o750, False), (0o700, False)])
def test_a_folder_is_open_to_all_when_anybody_can_pass(monkeypatch, mode, open_):
    class Folder:
        parents = ()

        def resolve(self):
            return self

        def stat(self):
            return os.stat_result((0o040000 | mode, *[0] * 9))

    monkeypatch.setattr(lockdown, "Path", lambda _: Folder())
    assert bool(lockdown._open_to_all("/venv")) is open_


def test_a_process_dies_with_its_parent():
    found = told("""
reading, writing = os.pipe()
middle = subprocess.Popen(
    [sys.executable, "-c", f'''
import os, time
from grader.probe import lockdown
if os.fork() == 0:
    lockdown.die_with_the_parent()
    os.write({writing}, b"-")
    time.sleep(20)
    os._exit(0)
time.sleep(20)
'''], pass_fds=[writing])
os.close(writing)
assert os.read(reading, 1) == b"-"
middle.kill()
middle.wait()
started = time.monotonic()
end = os.read(reading, 1)
tell(end=end.decode(), quick=time.monotonic() - started < 5)
""")
    assert found == {"end": "", "quick": True}


# Namespaces and the folder in them


def test_a_private_folder_is_empty_limited_and_seen_by_nobody_else(tmp_path):
    (tmp_path / "outside").write_text("of the parent")
    found = told(
        """
folder = sys.argv[1]
os.chdir("/")
lockdown.own_namespaces()
lockdown.private_folder(folder, 2, 16)
before = os.listdir(folder)
size = os.statvfs(folder)

def fill():
    with open(folder + "/large", "wb", buffering=0) as file:
        for _ in range(64):
            file.write(bytes(2**16))

def make_many():
    for number in range(64):
        open(f"{folder}/{number}", "w").close()

large = tried(fill)
written = os.path.getsize(folder + "/large")
os.unlink(folder + "/large")
many = tried(make_many)
flags = next(line.split()[3] for line in open("/proc/self/mounts") if line.split()[1] == folder)
tell(
    before=before, bytes=size.f_blocks * size.f_frsize, files=size.f_files, large=large, written=written, many=many,
    made=len(os.listdir(folder)), mode=oct(os.stat(folder).st_mode & 0o777), flags=flags.split(","),
    ids=[os.getuid(), os.getgid()],
)
""",
        tmp_path,
    )
    assert (found["before"], found["bytes"], found["files"]) == ([], 2 * 2**20, 16)
    assert (found["large"], found["written"]) == ("ENOSPC", 2 * 2**20)
    assert found["many"] == "ENOSPC"
    assert 10 <= found["made"] < 16
    assert found["mode"] == "0o700"
    assert {"nosuid", "nodev", "noexec"} <= set(found["flags"])
    assert found["ids"] == [os.getuid(), os.getgid()]
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [("outside", "of the parent")]


def test_the_namespaces_are_its_own_and_its_capabilities_can_be_given_up(tmp_path):
    found = told(
        """
def namespaces():
    return {name: os.readlink(f"/proc/self/ns/{name}") for name in ("user", "mnt", "pid")}

before = namespaces()
lockdown.own_namespaces()
after = namespaces()
had = int(status()["CapEff"], 16)
lockdown.set_capabilities(0)
tell(
    changed=[name for name in before if before[name] != after[name]], had=had != 0,
    left=[int(status()[name], 16) for name in ("CapPrm", "CapEff", "CapInh", "CapAmb")],
    mount=tried(lockdown.private_folder, sys.argv[1], 1, 16),
)
""",
        tmp_path,
    )
    assert found == {"changed": ["user", "mnt"], "had": True, "left": [0] * 4, "mount": "EPERM"}


def test_a_folder_that_is_not_there_is_an_error_that_names_it():
    found = told("""
lockdown.own_namespaces()
try:
    lockdown.private_folder("/no/such/folder", 1, 16)
except OSError as error:
    tell(number=error.errno, text=error.strerror)
""")
    assert found == {"number": errno.ENOENT, "text": "mount /no/such/folder: No such file or directory"}


# Landlock


@pytest.fixture
def places(tmp_path):
    for name in ("readable", "writable", "outside"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
        (tmp_path / name / "folder").mkdir()
    (tmp_path / "single").write_text("single")
    (tmp_path / "beside").write_text("beside")
    (tmp_path / "writable" / "link").symlink_to(tmp_path / "outside" / "file")
    return tmp_path


LANDLOCKED = """
os.chdir(sys.argv[1])
here = os.getcwd()
lockdown.landlock(
    [f"{here}/readable", f"{here}/single", f"{here}/missing"], [f"{here}/writable", "/dev/null"]
)
"""
ALLOWED = [
    "open('readable/file').read()",
    "os.listdir('readable')",
    "os.listdir('readable/folder')",
    "open('single').read()",
    "open('writable/file').read()",
    "open('writable/file', 'a').write('more')",
    "open('writable/new', 'w').write('new')",
    "os.truncate('writable/file', 0)",
    "os.rename('writable/file', 'writable/other')",
    "os.mkdir('writable/made')",
    "os.rmdir('writable/folder')",
    "os.unlink('writable/file')",
    "open('/dev/null', 'w').write('x')",
    "open('/dev/null').read()",
]
DENIED = [
    "open('outside/file')",
    "open('outside/file', 'a')",
    "open('outside/new', 'w')",
    "os.listdir('outside')",
    "os.unlink('outside/file')",
    "open('beside')",
    "os.listdir('.')",
    "open('new', 'w')",
    "open('writable/link')",
    "open('readable/../outside/file')",
    "open('readable/file', 'a')",
    "open('readable/new', 'w')",
    "os.mkdir('readable/made')",
    "os.unlink('readable/file')",
    "os.truncate('readable/file', 0)",
    "os.rename('readable/file', 'readable/other')",
    "open('single', 'a')",
    "os.truncate('single', 0)",
    "os.symlink('file', 'writable/made')",
    "os.mkfifo('writable/fifo')",
    "socket.socket(socket.AF_UNIX).bind('writable/socket')",
    "open('/etc/passwd')",
    "open('/proc/self/status')",
    "os.listdir('/')",
    "os.execv('/bin/true', ['true'])",
    "os.rename('writable/file', 'outside/other')",
    "os.link('outside/file', 'writable/other')",
]


def attempted(places, action):
    return told(f"{LANDLOCKED}tell(it=tried(lambda: {action}))", places)["it"]


@pytest.mark.parametrize("action", ALLOWED)
def test_what_landlock_names_can_be_used(places, action):
    assert attempted(places, action) == "done"


@pytest.mark.parametrize("action", DENIED)
def test_what_landlock_does_not_name_cannot(places, action):
    assert attempted(places, action) in ("EACCES", "EPERM", "EXDEV")
    assert (places / "outside" / "file").read_text() == "outside"
    assert (places / "readable" / "file").read_text() == "readable"
    assert (places / "single").read_text() == "single"


def test_without_landlock_all_of_that_would_be_possible(places):
    harmless = [each for each in DENIED if not any(word in each for word in ("/etc", "execv", "unlink", "rename"))]
    found = told(f"os.chdir(sys.argv[1])\ntell(it=[tried(lambda: {'), tried(lambda: '.join(harmless)})])", places)
    assert found["it"] == ["done"] * len(harmless)
    assert len(harmless) > 20


def test_landlock_holds_in_threads_and_cannot_be_widened(places):
    found = told(
        LANDLOCKED
        + """
seen = []
def look():
    seen.append(tried(open, "outside/file"))
    seen.append(tried(lockdown.landlock, [sys.argv[1]], []))
    seen.append(tried(open, "outside/file"))
thread = threading.Thread(target=look)
thread.start()
thread.join()
tell(seen=seen, privileges=ctypes.CDLL(None).prctl(39, 0, 0, 0, 0))  # PR_GET_NO_NEW_PRIVS
""",
        places,
    )
    assert found == {"seen": ["EACCES", "done", "EACCES"], "privileges": 1}


def test_from_its_fourth_version_on_landlock_stops_tcp():
    found = told("""
server = socket.create_server(("127.0.0.1", 0))
lockdown.landlock([], [])
tell(
    abi=lockdown.landlock_abi(),
    connect=tried(socket.create_connection, server.getsockname()),
    bind=tried(socket.socket().bind, ("127.0.0.1", 0)),
)
""")
    assert found["connect"] == found["bind"] == ("EACCES" if found["abi"] >= 4 else "done")


def test_a_kernel_without_landlock_is_refused(monkeypatch):
    monkeypatch.setattr(lockdown, "landlock_abi", lambda: 0)
    with pytest.raises(OSError, match="landlock: this kernel has none"):
        lockdown.landlock([], [])


def test_a_kernel_that_does_not_know_the_call_has_version_0(monkeypatch):
    class Library:
        @staticmethod
        def syscall(*_):
            return -1

    monkeypatch.setattr(lockdown, "_LIBC", Library)
    assert lockdown.landlock_abi() == 0


@pytest.mark.parametrize("abi", [1, 2, 3, 4, 5, 6, 7])
def test_only_rights_that_a_version_of_landlock_knows_are_asked_for(monkeypatch, abi):
    asked = []

    class Library:
        @staticmethod
        def syscall(number, *arguments):
            asked.append((number, arguments))
            return os.open("/dev/null", os.O_RDONLY) if number == 444 else 0

        @staticmethod
        def prctl(*_):
            return 0

    monkeypatch.setattr(lockdown, "_LIBC", Library)
    monkeypatch.setattr(lockdown, "landlock_abi", lambda: abi)
    lockdown.landlock(["/usr"], ["/dev/null"])
    (_, (attributes, size, _)), (_, (*_, folder, _)), (_, (*_, file, _)), (restricted, _) = asked
    # https://docs.kernel.org/userspace-api/landlock.html: 13 rights at first, REFER, TRUNCATE, IOCTL_DEV; TCP; scopes
    handled = 2 ** {1: 13, 2: 14, 3: 15, 4: 15}.get(abi, 16) - 1
    network, scopes = 3 * (abi >= 4), 3 * (abi >= 6)
    assert memoryview(attributes).cast("Q").tolist() == [handled, network, scopes]
    assert size == {True: 24, False: 16 if abi >= 4 else 8}[abi >= 6]
    assert int.from_bytes(folder[:8], "little") == 0b1100
    assert int.from_bytes(file[:8], "little") == 0b110 | (1 << 14 if abi >= 3 else 0)
    assert restricted == 446


# seccomp

FILTERED = "lockdown.seccomp(bytes.fromhex(sys.argv[1]))\n"


def filtered(script, before=""):
    return told(f"{before}\n{FILTERED}{script}", seccomp.program().hex())


def test_a_process_can_signal_itself_and_nobody_else():
    found = filtered(
        """
caught = []
signal.signal(signal.SIGUSR1, lambda number, _: caught.append(number))
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR1)
tell(
    caught=len(caught),
    others=[tried(os.kill, pid, 0) for pid in (os.getppid(), other, 1, 0, -1, -os.getpid())],
    group=tried(os.killpg, os.getpgrp(), 0),
)
""",
        before="""
other = os.fork()
if other == 0:
    lockdown.die_with_the_parent()
    time.sleep(20)
""",
    )
    assert found == {"caught": 2, "others": ["EPERM"] * 6, "group": "EPERM"}


def test_threads_work_and_processes_programs_and_sockets_do_not():
    found = filtered("""
done = []
thread = threading.Thread(target=done.append, args=(1,))
thread.start()
thread.join()
tell(
    thread=done,
    fork=tried(os.fork), spawn=tried(os.posix_spawn, "/bin/true", ["true"], {}),
    exec=tried(os.execv, "/bin/true", ["true"]),
    socket=tried(socket.socket), unshare=ctypes.CDLL(None).unshare(0x10000000), chmod=tried(os.chmod, "/tmp", 0o700),
    clone3=[ctypes.CDLL(None, use_errno=True).syscall(435, None, 0)],
    pipe=[tried(os.close, each) for each in os.pipe()], mode=status()["Seccomp"].strip(),
)
""")
    assert found == {
        "thread": [1],
        **dict.fromkeys(("fork", "spawn", "exec", "socket", "chmod"), "EPERM"),
        "unshare": -1,
        "clone3": [-1],
        "pipe": ["done", "done"],
        "mode": "2",
    }


def test_it_can_abort():
    result = subprocess.run(
        [sys.executable, "-c", PRELUDE + FILTERED + "os.abort()", seccomp.program().hex()],
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert result.returncode == -6


def test_a_filter_that_the_kernel_does_not_take_is_an_error():
    found = told("tell(it=tried(lockdown.seccomp, bytes(8)))")
    assert found == {"it": "EINVAL"}
