"""Reading answers: from files, from other processes, from memory, from the environment, by import. There is none to be
had, and what honest code reads can be read.
"""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from attacking import FILE, SECRET, action, attempt, block, expression, open_to_all, outcome
from builders import case, course_exercise, exercise

import grader
from grader.sandbox import observe

PACKAGE = Path(grader.__file__).resolve().parent


@pytest.fixture
def secret(tmp_path):
    """A file that everyone on this machine may read, as a careless instructor has it."""
    open_to_all(tmp_path)
    course_exercise(tmp_path)
    path = tmp_path / "solutions" / "exercise_07_double_it" / "reference.py"
    path.write_text(SECRET)
    return path


HIDDEN = {3: "ENOENT", 2: "EACCES"}  # level 3 mounts nothing of it, level 2 opens nothing of it
WAYS = {
    "open": ("open({path}).read()", HIDDEN),
    "open by bytes": ("open({path}.encode(), 'rb').read().decode()", HIDDEN),
    "open for both": ("open({path}, 'r+').read()", HIDDEN),
    "os.open": ("os.read(os.open({path}, os.O_RDONLY), 100).decode()", HIDDEN),
    "only the path": ("os.read(os.open({path}, os.O_PATH), 100).decode()", {3: "ENOENT", 2: "EBADF"}),
    "by dots": ("open('../' * 20 + {path}[1:]).read()", HIDDEN),
    "by /proc/self/root": ("open('/proc/self/root' + {path}).read()", HIDDEN),
    "by /proc/self/cwd": ("open('/proc/self/cwd/' + '../' * 20 + {path}[1:]).read()", HIDDEN),
    "by the zygote's root": ("open(f'/proc/{{os.getppid()}}/root' + {path}).read()", "EACCES"),
    "by the zygote's folder": ("open(f'/proc/{{os.getppid()}}/cwd' + {path}).read()", "EACCES"),
    "by the root of init": ("open('/proc/1/root' + {path}).read()", "EACCES"),
    "from its folder": ("os.chdir(os.path.dirname({path})) or open('reference.py').read()", HIDDEN),
    "tokenize": ("__import__('tokenize').open({path}).read()", HIDDEN),
    "linecache": ("''.join(__import__('linecache').getlines({path}))", ""),
    "a memory map": ("np.memmap({path}, mode='r').tobytes().decode()", HIDDEN),
    "numpy": ("np.fromfile({path}, dtype=np.uint8).tobytes().decode()", HIDDEN),
    "torch": ("bytes(torch.from_file({path}, size=20, dtype=torch.uint8).tolist()).decode()", "RuntimeError"),
    "torch.load": ("torch.load({path}, weights_only=False)", HIDDEN),
    "runpy": ("__import__('runpy').run_path({path})", HIDDEN),
    "a loader": ("__import__('importlib.machinery').machinery.SourceFileLoader('r', {path}).get_data({path})", HIDDEN),
    "the dynamic linker": ("ctypes.CDLL({path})", "OSError"),
    "fopen of the C library": ("libc.fopen({path}.encode(), b'r')", 0),
    "sqlite": ("__import__('sqlite3').connect('file:' + {path} + '?mode=ro', uri=True)", "OperationalError"),
    "a copy": ("__import__('shutil').copyfile({path}, 'copy') and open('copy').read()", HIDDEN),
    "a link": ("os.symlink({path}, 'link') or open('link').read()", "EPERM"),
    "a hard link": ("os.link({path}, 'link') or open('link').read()", "EPERM"),
    "moved here": ("os.rename({path}, 'mine') or open('mine').read()", {3: "ENOENT", 2: "EACCES"}),
    "listed": ("os.listdir(os.path.dirname({path}))", HIDDEN),
    "globbed": ("__import__('glob').glob(os.path.dirname({path}) + '/*')", []),
    "cat": ("subprocess.run(['cat', {path}], capture_output=True).stdout.decode()", "EPERM"),
}


@pytest.mark.parametrize(("way", "answer"), WAYS.values(), ids=WAYS)
def test_a_solution_cannot_be_read(held, secret, way, answer):
    expected = answer[held.level] if isinstance(answer, dict) else answer
    assert attempt(held, action(way.format(path=repr(str(secret))))) == expected


READS = (
    "open",
    "open by bytes",
    "open for both",
    "os.open",
    "by dots",
    "by /proc/self/cwd",
    "from its folder",
    "tokenize",
    "linecache",
    "a memory map",
    "numpy",
    "torch",
    "a copy",
    "moved here",
)


@pytest.mark.parametrize("way", READS)
def test_a_file_of_its_own_can_be_read_in_each_of_these_ways(held, way):
    read = WAYS[way][0].format(path="os.path.abspath('reference.py')")
    write = "open('reference.py', 'w').write('twenty characters. \\n') == 20"
    assert attempt(held, action(f"{write} and {read}")) == "twenty characters. \n"


PLACES = {
    "the course's solutions": str(PACKAGE.parent / "solutions"),
    "the course's exercises": str(PACKAGE.parent / "exercises"),
    "the judge": str(PACKAGE / "judge.py"),
    "the answers' module": str(PACKAGE / "answers.py"),
    "the project's tests": str(PACKAGE.parent / "tests"),
    "the home of root": "/root/.bashrc",
    "homes": "/home",
    "passwords": "/etc/passwd",
    "this machine's keys": "/etc/ssh",
    "the root": "/",
    "processes": "/proc",
    "devices": "/sys",
    "logs": "/var/log",
    "temporary files": "/tmp",
    "shared memory": "/dev/shm",
    "a terminal": "/dev/tty",
    "another process's environment": "/proc/1/environ",
    "its own environment as it began": "/proc/self/environ",
    "its own memory": "/proc/self/mem",
    "its own map": "/proc/self/maps",
    "its own descriptors": "/proc/self/fd",
    "the kernel's symbols": "/proc/kallsyms",
    "mounts": "/proc/self/mountinfo",
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_place_that_may_tell_something_is_closed(held, place):
    ways = f"os.listdir({place!r})", f"open({place!r}, 'rb').read(9)"
    listed, read = attempt(held, expression(f"[tried(lambda: {ways[0]}), tried(lambda: {ways[1]})]"))
    assert listed in ("EACCES", "ENOENT", "ENOTDIR")
    assert read in ("EACCES", "ENOENT", "EISDIR")


ZYGOTES = ("environ", "maps", "mem", "fd/0", "fd", "stack", "cmdline", "auxv", "root", "cwd", "exe", "task", "status")


@pytest.mark.parametrize("name", ZYGOTES)
def test_the_zygote_in_proc_is_closed(held, name):
    path = f"f'/proc/{{os.getppid()}}/{name}'"
    ways = f"open({path}, 'rb').read(9)", f"os.readlink({path})"
    read, followed = attempt(held, expression(f"[tried(lambda: {ways[0]}), tried(lambda: {ways[1]})]"))
    assert read == "EACCES"
    assert followed in ("EACCES", "EINVAL", "EPERM")


def test_at_level_3_the_course_is_not_even_there(strict):
    for place in ("solutions", "exercises", "tests", "grader"):
        assert attempt(strict, action(f"os.stat({str(PACKAGE.parent / place)!r})")) == "ENOENT"
    assert attempt(strict, action("os.stat(os.path.dirname(torch.__file__)) and 'there'")) == "there"


def test_at_home_there_is_nothing_but_its_own_folder(held):
    home = "[os.path.expanduser('~') == os.getcwd() == tempfile.gettempdir(), os.listdir(os.path.expanduser('~'))]"
    assert attempt(held, expression(home)) == [True, []]


def test_the_answer_cache_is_out_of_reach(held, secret):
    cache = secret.parent / "autograd-grader" / "answers"
    cache.mkdir(parents=True)
    (cache / "exercise_03-0.frames").write_text(SECRET)
    assert attempt(held, action(f"os.listdir({str(cache)!r})")) == HIDDEN[held.level]
    frames = str(cache / "exercise_03-0.frames")
    assert attempt(held, action(f"open({frames!r}).read()")) == HIDDEN[held.level]


# The environment

ENVIRONMENTS = {
    "os.environ": "repr(dict(os.environ))",
    "the C library's": "repr(ctypes.CDLL(None).getenv(b'COURSE_SECRET'))",
    "as it lies in memory": "repr(ctypes.string_at(ctypes.c_void_p.from_address(ctypes.c_void_p.in_dll("
    "ctypes.CDLL(None), 'environ').value).value, 300))",
    "the command line": "repr([sys.argv, sys.orig_argv])",
}


@pytest.mark.parametrize("way", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_the_secrets_of_the_grader_are_not_in_the_environment(held, way):
    assert os.environ["COURSE_SECRET"] == SECRET
    told = attempt(held, expression(way))
    assert isinstance(told, str)
    assert SECRET not in told
    assert "COURSE_SECRET" not in told


def test_the_environment_is_what_torch_needs_and_no_more(held):
    names = attempt(held, expression("sorted(os.environ)"))
    assert set(names) <= {
        *("CUDA_VISIBLE_DEVICES", "HOME", "LANG", "PATH", "PWD", "TMPDIR", "USER", "TORCHINDUCTOR_CACHE_DIR"),
        *("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS"),
    }
    assert {"HOME", "OMP_NUM_THREADS"} <= set(names)


# Memory

ROTATED = codecs.encode(SECRET, "rot13")  # or the search would find itself
SEARCH = f"""
import codecs
needle = codecs.decode({ROTATED!r}, "rot13")
mine = sys._getframe()
found, frame = set(), mine.f_back
while frame:
    if needle in repr(frame.f_locals) or needle in repr(frame.f_globals):
        found.add("a frame")
    frame = frame.f_back
gc.unfreeze()
for thing in gc.get_objects():
    for part in gc.get_referents(thing) if thing is not mine else ():
        if type(part) is str and part != needle and needle in part or type(part) is bytes and needle.encode() in part:
            found.add("an object")
        if type(part) is str and part == needle and part is not needle:
            found.add("an object")
return sorted(found)
"""


def test_no_expected_value_is_in_the_childs_memory(held):
    task = exercise(case(run="y = student.probe_it()", expect={"y": SECRET}), define={"probe_it": "()"}, prompt=SECRET)
    job = task.job(task.run_of(block(SEARCH), FILE, 0))
    assert outcome(observe(held, job)[0]) == []


def test_the_search_through_memory_finds_what_is_there(held):
    given = f"kept = {SECRET!r}\nheld = [('' + kept[:3] + kept[3:])]"
    assert attempt(held, block(SEARCH), given) == ["a frame", "an object"]


# Descriptors

OPEN = """
import stat
kinds = {}
for number in range(1024):
    try:
        kinds[number] = stat.filemode(os.fstat(number).st_mode)[0]
    except OSError:
        pass
return kinds
"""


def test_four_descriptors_are_open_and_none_of_them_tells_anything(held):
    assert attempt(held, block(OPEN)) == {0: "c", 1: "p", 2: "p", 3: "p"}
    assert attempt(held, action("os.read(0, 10) == b'' and 'nothing'")) == "nothing"
    for number in (1, 2, 3):
        assert attempt(held, action(f"os.read({number}, 10)")) == "EBADF"


# What honest code reads

HONEST = {
    "its own source, by inspect": ("__import__('inspect').getsource(probe_it).split('(')[0]", "def probe_it"),
    "torch's source, by inspect": ("__import__('inspect').getsource(torch.nn.Linear).split('(')[0]", "class Linear"),
    "random bytes": ("len(open('/dev/urandom', 'rb').read(8))", 8),
    "zeros": ("open('/dev/zero', 'rb').read(2) == bytes(2)", True),
    "a module of the standard library": ("__import__('this').s[:4]", "Gur "),
    "the time": ("time.time() > 1.7e9", True),
    "its own number": ("os.getpid() > 1", True),
    "the number of processors": ("os.cpu_count() >= 1", True),
    "data of a package": ("len(torch.__config__.show()) > 10", True),
}


@pytest.mark.parametrize(("code", "answer"), HONEST.values(), ids=HONEST)
def test_honest_code_reads_what_it_needs(held, code, answer):
    assert attempt(held, expression(code)) == answer
