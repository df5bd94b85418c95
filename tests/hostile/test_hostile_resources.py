"""Using up what a machine has: time, memory, processes, files, output. Each costs its case, in words, and no more."""

from __future__ import annotations

import time

import pytest
from attacking import attempt, block, outcome, seen

HALF_A_SECOND = {"wall_seconds": 0.5, "cpu_seconds": 30.0}
TIMEOUT = "timeout: it did not finish within 0.5 seconds"

# Time

HANGS = {
    "a loop": "while True: pass",
    "a sleep": "time.sleep(10**6)",
    "a sleep that begins anew": "while True:\n    try: time.sleep(100)\n    except BaseException: pass",
    "a lock": "threading.Lock().acquire() and threading.Event().wait()",
    "an endless integer": "9**9**9",
    "an endless integer in text": "sys.set_int_max_str_digits(0)\nstr(7 << 2**24)",
    "an endless pattern": "__import__('re').match('(a+)+$', 'a' * 40 + 'b')",
    "an endless sum": "sum(iter(int, 1))",
    "an endless product in torch": "x = torch.ones(2000, 2000)\nwhile True: x = x @ x",
    "a busy C function": "libc.nanosleep(struct.pack('=qq', 10**6, 0), None)",
    "a full pipe": "r, w = os.pipe()\nwhile True: os.write(w, bytes(2**16))",
    "an empty pipe": "os.read(os.pipe()[0], 1)",
    "signals ignored": "for n in set(signal.Signals) - {9, 19}: signal.signal(n, signal.SIG_IGN)\nwhile True: pass",
    "signals blocked": "signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\nwhile True: pass",
    "a thread that never ends": "threading.Thread(target=lambda: time.sleep(100)).start()\ntime.sleep(100)",
    "the frames' pipe closed": "os.close(3)\nwhile True: time.sleep(1)",
    "stopped by itself": "os.kill(os.getpid(), signal.SIGSTOP)",
    "a graph without end": "x = torch.ones(1, requires_grad=True)\nwhile True: (x * x).sum().backward()",
}


@pytest.mark.parametrize("body", HANGS.values(), ids=HANGS)
def test_a_hang_ends_at_its_limit(strict, body):
    started = time.monotonic()
    assert attempt(strict, block(body), **HALF_A_SECOND) == TIMEOUT
    assert time.monotonic() - started < 3


def test_a_hang_in_one_case_costs_that_case(strict):
    source = "import time\ndef probe_it(n):\n    while n == 2: pass\n    return n\n"
    calls = [f"student.probe_it({n})" for n in (1, 2, 3)]
    observed = seen(strict, source, *calls, **HALF_A_SECOND)
    assert [outcome(observed, index) for index in range(3)] == [1, TIMEOUT, 3]


def test_a_hang_at_import_ends_at_its_limit(strict):
    assert attempt(strict, "while True: pass", **HALF_A_SECOND) == TIMEOUT


ENOUGH_TIME = {"wall_seconds": 4.0, "cpu_seconds": 1.0}
USED = "timeout: it used more than 1 seconds of processor time"


@pytest.mark.parametrize(
    ("body", "end"),
    [
        ("while True: pass", USED),
        (
            (
                "x = torch.ones(500, 500)\ndef burn(): [x @ x for _ in iter(int, 1)]\n"
                "for _ in range(4): threading.Thread(target=burn).start()\ntime.sleep(9)"
            ),
            USED,
        ),
        (
            "__import__('resource').setrlimit(0, (-1, -1))\nwhile True: pass",
            "ValueError: not allowed to raise maximum limit",
        ),
    ],
    ids=["in Python", "in threads of torch", "with a limit of its own"],
)
def test_processor_time_is_counted_apart(held, body, end):
    assert attempt(held, block(body), **ENOUGH_TIME) == end


def test_whoever_ignores_the_signal_is_killed_a_second_later(held):
    ignores = "signal.signal(signal.SIGXCPU, signal.SIG_IGN)\nwhile True: pass"
    assert attempt(held, block(ignores), **ENOUGH_TIME) == USED


# Memory

NONE_LEFT = {
    "one tensor": ("torch.ones(2**31)", "RuntimeError"),
    "one array": ("np.ones(2**33)", "MemoryError"),
    "a list": ("[bytearray(2**24) for _ in iter(int, 1)]", "MemoryError"),
    "text": ("[x := 'x'] and [(x := x + x) for _ in range(64)]", "MemoryError"),
    "an integer": ("1 << 2**40", "MemoryError"),
    "a map": ("__import__('mmap').mmap(-1, 2**31)", "ENOMEM"),
    "maps that are shared": ("[__import__('mmap').mmap(-1, 2**26) for _ in iter(int, 1)]", "ENOMEM"),
    "a graph": ("[x := torch.ones(10**7, requires_grad=True)] and [(x := x * 2) for _ in range(999)]", "RuntimeError"),
    "threads": ("[threading.Thread(target=time.sleep, args=(9,)).start() for _ in iter(int, 1)]", "RuntimeError"),
    "threads with small stacks": (
        "[threading.stack_size(32768)] + [threading._start_new_thread(time.sleep, (9,)) for _ in iter(int, 1)]",
        "RuntimeError",
    ),
    "descriptors": ("[os.open('/dev/null', 0) for _ in iter(int, 1)]", "EMFILE"),
    "pipes": ("[os.pipe() for _ in iter(int, 1)]", "EMFILE"),
}


@pytest.mark.parametrize(("code", "error"), NONE_LEFT.values(), ids=NONE_LEFT)
def test_memory_that_cannot_be_had_is_an_error(held, code, error):
    body = f"try: {code}\nexcept OSError as error: return errno.errorcode[error.errno]\n"
    body += "except BaseException as error: return type(error).__name__"
    assert attempt(held, block(body)) == error


DIES = {
    "by C++": (
        "os.write(2, b'std::bad_alloc') and os.abort()",
        "out of memory: the program ran out of memory and was aborted",
    ),
    "by recursion in C": (
        "sys.setrecursionlimit(10**9)\nclass A:\n    def __repr__(self): return repr(self)\nreturn repr(A())",
        "crashed: it crashed with SIGSEGV (Segmentation fault)",
    ),
    "by recursion in Python": ("def f(): return f()\nreturn f()", "RecursionError: maximum recursion depth exceeded"),
    "by a copy that recurs": (
        "x = []\nfor _ in range(10**5): x = [x]\nreturn __import__('copy').deepcopy(x)",
        "RecursionError: maximum recursion depth exceeded while calling a Python object",
    ),
    "at an address": ("ctypes.string_at(0)", "crashed: it crashed with SIGSEGV (Segmentation fault)"),
    "at a division": (
        "os.kill(os.getpid(), signal.SIGFPE)",
        "crashed: it crashed with SIGFPE (Floating point exception)",
    ),
    "by abort": ("os.abort()", "crashed: it crashed with SIGABRT (Aborted)"),
    "by SIGTERM": ("signal.raise_signal(signal.SIGTERM)", "crashed: it crashed with SIGTERM (Terminated)"),
    "by SIGUSR1": ("os.kill(os.getpid(), signal.SIGUSR1)", "crashed: it crashed with SIGUSR1 (User defined signal 1)"),
    "by a signal of real time": ("os.kill(os.getpid(), 40)", "crashed: it crashed with signal 40 (Real-time signal 6)"),
    "by SIGKILL": ("os.kill(os.getpid(), 9)", "out of memory: the system killed it, as it does when memory runs out"),
    "by exit": ("os._exit(7)", "exited: it ended the program itself, with exit code 7"),
    "by exit of C": ("ctypes.CDLL(None).exit(5)", "exited: it ended the program itself, with exit code 5"),
    "by the end of memory for the result": (
        "import grader.probe.recording as r\nr.fit = lambda case: bytearray(2**60)",
        "out of memory: it ran out of memory",
    ),
}


@pytest.mark.parametrize(("body", "end"), DIES.values(), ids=DIES)
def test_a_death_is_told_by_its_name(held, body, end):
    assert attempt(held, block(body)) == end


# Processes, files, output

FULL = {
    "many files of a megabyte": ("open(f'f{n}', 'wb').write(bytes(2**20))", "64 ENOSPC"),
    "many empty files": ("open(f'f{n}', 'wb').close()", "1023 ENOSPC"),
    "many folders": ("os.mkdir(f'f{n}')", "1023 ENOSPC"),
    "a deep folder": ("os.mkdir('d') or os.chdir('d')", "1023 ENOSPC"),
    "one large file": ("open('f', 'ab').write(bytes(2**20))", "64 EFBIG"),
    "space set aside": ("os.posix_fallocate(os.open('f', 66), 0, 2**30)", "0 EFBIG"),
    "a file with a hole": ("os.truncate(os.open('f', 66), 2**40)", "0 EFBIG"),
    "processes": ("os.fork()", "0 EPERM"),
}
FILLS = """
for n in range(2000):
    try:
        {code}
    except OSError as error:
        return f"{{n}} {{errno.errorcode[error.errno]}}"
"""


@pytest.mark.parametrize(("code", "end"), FULL.values(), ids=FULL)
def test_what_can_be_filled_is_small(strict, code, end):
    assert attempt(strict, block(FILLS.format(code=code))) == end


def test_a_bomb_of_forks_is_none(held):
    bomb = "count = 0\nfor _ in range(1000):\n    try: count += os.fork() >= 0\n    except OSError: pass\nreturn count"
    assert attempt(held, block(bomb)) == 0


LOUD = {
    "print": "for _ in range(200): print('x' * 2**20)\nreturn 'said'",
    "write": "for _ in range(200): os.write(2, b'x' * 2**20)\nreturn 'said'",
    "both at once": "t = threading.Thread(target=lambda: [os.write(1, b'x' * 2**20) for _ in range(50)])\nt.start()\n"
    "for _ in range(50): os.write(2, b'x' * 2**20)\nt.join()\nreturn 'said'",
    "no newline": "sys.stdout.write('x' * 2**27)\nreturn 'said'",
    "no text": "[os.write(1, bytes(range(128, 256))) for _ in range(10**5)]\nreturn 'said'",
}


@pytest.mark.parametrize("body", LOUD.values(), ids=LOUD)
def test_two_hundred_megabytes_of_prints_are_cut(strict, body):
    observed = seen(strict, block(body))
    assert outcome(observed) == "said"
    assert len(observed.output) == 64 * 1024


def test_frames_without_end_are_cut(strict):
    flood = "import struct\nos.write(3, struct.pack('>II', 100, 2**26 - 1))\nwhile True: os.write(3, bytes(2**20))"
    assert attempt(strict, block(flood)).startswith("garbled: its results could not be read: ")


# Allowed

HONEST = {
    "a short sleep": ("time.sleep(0.05)", None),
    "threads that are joined": (
        (
            "found = []\nthreads = [threading.Thread(target=found.append, args=(n,)) for n in range(8)]\n"
            "for t in threads: t.start()\nfor t in threads: t.join()\nreturn sorted(found)"
        ),
        list(range(8)),
    ),
    "a pool of threads": (
        (
            "from concurrent.futures import ThreadPoolExecutor\n"
            "with ThreadPoolExecutor(4) as pool: return list(pool.map(abs, [-1, -2]))"
        ),
        [1, 2],
    ),
    "autograd in threads": (
        (
            "x = torch.ones(3, requires_grad=True)\ndef back(): (x * x).sum().backward()\n"
            "threads = [threading.Thread(target=back) for _ in range(4)]\nfor t in threads: t.start()\n"
            "for t in threads: t.join()\nreturn x.grad"
        ),
        [8, 8, 8],
    ),
    "a handler of a signal": (
        (
            "heard = []\nsignal.signal(signal.SIGUSR1, lambda *a: heard.append(1))\n"
            "signal.raise_signal(signal.SIGUSR1)\nreturn heard"
        ),
        [1],
    ),
    "a few hundred MiB": ("return torch.ones(5 * 10**7).sum().item()", 5e7),
    "five hundred small files": (
        "for n in range(500): open(f'f{n}', 'w').write('x')\nreturn len(os.listdir('.'))",
        500,
    ),
    "a temporary file": (
        "with tempfile.TemporaryFile('w+') as file:\n    file.write('x')\n    file.seek(0)\n    return file.read()",
        "x",
    ),
    "a temporary folder": (
        "with tempfile.TemporaryDirectory() as folder: open(folder + '/x', 'w').close()\nreturn os.listdir('.')",
        [],
    ),
    "a saved tensor": ("torch.save(torch.ones(2), 'x.pt')\nreturn torch.load('x.pt')", [1, 1]),
    "a saved model": (
        (
            "m = torch.nn.Linear(1, 1)\ntorch.save(m.state_dict(), 'm.pt')\n"
            "return str(m.load_state_dict(torch.load('m.pt')))"
        ),
        "<All keys matched successfully>",
    ),
    "a saved array": ("np.save('x', np.ones(2))\nreturn np.load('x.npy').tolist()", [1, 1]),
    "a zip": (
        (
            "import zipfile\nwith zipfile.ZipFile('z.zip', 'w') as z: z.writestr('a', 'b')\n"
            "return zipfile.ZipFile('z.zip').namelist()"
        ),
        ["a"],
    ),
    "a mapped file": ("x = np.memmap('f', mode='w+', shape=(9,))\nx[:] = 1\nreturn int(x.sum())", 9),
    "a limit looked at": ("import resource\nreturn resource.getrlimit(resource.RLIMIT_CORE)", [0, 0]),
    "a recursion of five hundred": ("def f(n): return n and f(n - 1) + 1\nreturn f(500)", 500),
}


@pytest.mark.parametrize(("body", "answer"), HONEST.values(), ids=HONEST)
def test_what_honest_code_uses_it_has(held, body, answer):
    assert attempt(held, block(body)) == answer
