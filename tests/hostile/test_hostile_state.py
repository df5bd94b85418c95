"""State between submissions: whatever one does, the next one's report is what it would be alone."""

from __future__ import annotations

import pytest
from attacking import attempt, block, expression, graded, key_of
from builders import exercise

HEAD = """\
import builtins, ctypes, gc, os, random, signal, sys, tempfile, threading, time, warnings
import numpy as np
import torch
libc = ctypes.CDLL(None, use_errno=True)

def look(x):
    return 0

def attack(what):
    try: return what()
    except OSError: pass

"""
# Outside of its process
LEAVES = {
    "a file in its folder": "open('left', 'w').write('left')",
    "a file in HOME": "open(os.path.expanduser('~/.left'), 'w').write('left')",
    "a file in TMPDIR": "open(os.path.join(tempfile.gettempdir(), 'torch.py'), 'w').write('left')",
    "a deep folder": "[os.mkdir('d') or os.chdir('d') for _ in range(900)]",
    "a very deep folder": "attack(lambda: [os.mkdir('d') or os.chdir('d') for _ in range(1500)])",
    "a folder that nobody may open": "os.umask(0o777); os.mkdir('closed')",
    "files that nobody may open": "os.umask(0o777); [open(f'closed{n}', 'w').close() for n in range(50)]",
    "names that are none": "open(b'\\xff\\xfe', 'w').close(); open('a\\nb', 'w').close(); os.mkdir('-rf')",
    "a file in shared memory": "attack(lambda: open('/dev/shm/left', 'w').write('left'))",
    "a file in /tmp": "attack(lambda: open('/tmp/left', 'w').write('left'))",
    "a module beside torch": "attack(lambda: open(os.path.dirname(torch.__file__) + '/left.py', 'w').write('left'))",
    "a compiled module": "attack(lambda: os.mkdir(os.path.dirname(os.__file__) + '/__pycache__/left'))",
    "a full folder": "attack(lambda: [open(f'f{n}', 'wb').write(bytes(2**20)) for n in range(70)])",
    "another umask": "os.umask(0)",
    "a thread that runs on": "threading.Thread(target=lambda: [time.sleep(0.1) for _ in range(100)]).start()",
    "a lock of a file": "import fcntl; kept = open(torch.__file__); attack(lambda: fcntl.flock(kept, fcntl.LOCK_EX))",
    "a lock of a shared library": "import fcntl; kept = open(torch._C.__file__); attack(lambda: fcntl.lockf(kept, "
    "fcntl.LOCK_SH))",
    "SysV shared memory": "libc.shmget(7, 4096, 0o1666)",
    "a SysV semaphore": "libc.semget(7, 1, 0o1666)",
    "a SysV queue": "libc.msgget(7, 0o1666)",
    "a POSIX queue": "libc.syscall(240, b'/left', 0o102, 0o600, 0)",
    "a POSIX semaphore": "libc.sem_open(b'/left', 0o100, 0o600, 1)",
    "a key": "libc.syscall(248, b'user', b'left', b'left', 4, -5)",
    "a name of the machine": "libc.sethostname(b'left', 4)",
    "a crash": "os.abort()",
    "an exit": "os._exit(0)",
    "an end of memory": "kept = [bytearray(2**24) for _ in iter(int, 1)]",
}
# In its process alone, which is thrown away
TURNS = {
    "a variable of the environment": "os.environ['LEFT'] = 'left'; os.putenv('LEFT', 'left')",
    "another HOME": "os.environ['HOME'] = os.environ['TMPDIR'] = '/'",
    "another folder": "os.chdir('/')",
    "a patched torch": "torch.autograd.grad = torch.randn = torch.zeros = torch.Tensor.backward = lambda *a, **k: 7",
    "a patched tensor": "torch.Tensor.pow = torch.Tensor.sum = torch.Tensor.__mul__ = lambda *a, **k: 7",
    "a patched module": "sys.modules['torch'] = sys.modules['numpy'] = sys.modules['grader.probe.child'] = None",
    "no modules": "sys.modules.clear()",
    "patched builtins": "builtins.len = builtins.print = builtins.__import__ = builtins.type = lambda *a, **k: 7",
    "a patched probe": "sys.modules['grader.probe.recording'].Recorder.value = lambda *a: None",
    "a module of its own": "sys.modules['left'] = sys",
    "a path of its own": "sys.path.insert(0, os.getcwd()); sys.meta_path.clear()",
    "another default dtype": "torch.set_default_dtype(torch.float16)",
    "no gradients": "torch.set_grad_enabled(False)",
    "inference for ever": "torch.inference_mode().__enter__()",
    "anomaly mode": "torch.autograd.set_detect_anomaly(True)",
    "a default device": "torch.set_default_device('meta')",
    "deterministic algorithms": "torch.use_deterministic_algorithms(True)",
    "other threads": "torch.set_num_threads(7)",
    "print options": "torch.set_printoptions(precision=1); np.set_printoptions(precision=1)",
    "a tensor type": "torch.set_default_dtype(torch.float64)",
    "denormals as zeros": "torch.set_flush_denormal(True)",
    "seeds": "torch.manual_seed(7); np.random.seed(7); random.seed(7)",
    "hooks of saved tensors": "torch.autograd.graph.saved_tensors_hooks(lambda x: x * 0, lambda x: x).__enter__()",
    "a hook of all modules": "torch.nn.modules.module.register_module_forward_hook(lambda *a: 7)",
    "a mode of all functions": "from torch.overrides import TorchFunctionMode\nclass M(TorchFunctionMode):\n"
    "    def __torch_function__(self, *a, **k): return 7\nM().__enter__()",
    "numpy's errors": "np.seterr(all='raise')",
    "warnings as errors": "warnings.simplefilter('error')",
    "a recursion limit": "sys.setrecursionlimit(150)",
    "a switch interval": "sys.setswitchinterval(100)",
    "no collection": "gc.disable(); gc.set_threshold(1)",
    "a handler of signals": "[signal.signal(n, signal.SIG_IGN) for n in range(1, 32) if n not in (9, 19)]",
    "blocked signals": "signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))",
    "a locale": "import locale; locale.setlocale(locale.LC_ALL, 'C')",
    "a daemon that runs on": "threading.Thread(target=lambda: time.sleep(100), daemon=True).start()",
    "much memory": "kept = bytearray(2**28)",
    "a mapped page written over": "libc.mprotect(ctypes.c_void_p(ctypes.addressof(ctypes.c_char.in_dll("
    "ctypes.CDLL(torch._C.__file__), 'PyInit__C')) & ~4095), 4096, 7)",
    "a small integer that is another": "ctypes.memmove(id(7) + 24, id(8) + 24, 4)",
    "an empty tuple that is not": "ctypes.memset(id(()) + 16, 1, 1)",
}
NEXT = """\
import ctypes, locale, os, random, signal, sys, threading, time, warnings
import numpy as np
import torch

def look(x):
    (x * x).sum().backward()
    return [
        x.grad, torch.rand(2), np.random.rand(2), [random.random()], torch.get_default_dtype() == torch.float32,
        torch.is_grad_enabled(), torch.is_inference_mode_enabled(), torch.is_anomaly_enabled(), torch.get_num_threads(),
        sorted(os.listdir('.')), sorted(os.environ.items()), os.getcwd(), os.umask(0o77), sorted(sys.path),
        hash_of(sorted(sys.modules)), threading.active_count(), sys.getrecursionlimit(),
        sys.getswitchinterval(), [str(signal.getsignal(n)) for n in (2, 10, 15, 24)],
        sorted(signal.pthread_sigmask(signal.SIG_BLOCK, [])), np.geterr(), len(warnings.filters), str(torch.zeros(1)),
        locale.getlocale(), torch.are_deterministic_algorithms_enabled(), 3 + 4, len(()), os.uname().nodename,
        [os.access(p, os.F_OK) for p in ('/dev/shm/left', '/tmp/left', os.path.dirname(torch.__file__) + '/left.py')],
        torch.tensor([1e-310], dtype=torch.float64).mul(1).item() > 0, len(gc_of()),
    ]

def add(one, other):
    return one + other

def hash_of(names):
    import hashlib
    return [len(names), hashlib.sha256(repr(names).encode()).hexdigest()]

def gc_of():
    import gc
    return gc.get_threshold()
"""
LOOK = exercise(
    {"name": "looks", "points": 1, "run": "y = student.look(x)", "observe": {"all": "y"}, "trials": 1},
    define={"look": "(x)"},
    given="x = torch.ones(3, requires_grad=True)",
    limits={"seconds": 2.0, "memory_mib": 512},
)


@pytest.fixture(scope="module")
def alone(arena):
    """What the looking submission sees before any other was there, by level."""
    return {level: key_of(arena.sandboxes[level], LOOK, NEXT) for level in (3, 2)}


def whole(report):
    """A report without the time that it took."""
    return [report.model_dump(exclude={"cases"}), [case.model_dump(exclude={"seconds"}) for case in report.cases]]


@pytest.mark.parametrize("code", LEAVES.values(), ids=LEAVES)
def test_what_one_leaves_the_next_does_not_find(held, alone, code):
    unchanged_by(held, alone[held.level], code)


@pytest.mark.parametrize("code", TURNS.values(), ids=TURNS)
def test_what_one_turns_the_next_finds_as_it_was(strict, alone, code):
    unchanged_by(strict, alone[3], code)


def unchanged_by(sandbox, key, code):
    before = whole(graded(sandbox, key, NEXT, LOOK))
    assert before[1][0]["message"] == ""
    graded(sandbox, key, f"{HEAD}{code}\n", LOOK)
    assert whole(graded(sandbox, key, NEXT, LOOK)) == before


def test_the_looking_submission_would_see_it(strict, alone):
    assert graded(strict, alone[3], NEXT, LOOK).score == 1
    for code in (
        "os.environ['LEFT'] = 'left'",
        "torch.set_default_dtype(torch.float64)",
        "sys.path.append('left')",
        "open('left', 'w').close()",
        "sys.modules['left'] = sys",
        "signal.signal(15, signal.SIG_IGN)",
        "torch.set_flush_denormal(True)",
        "ctypes.memmove(id(7) + 24, id(8) + 24, 4)",
        "torch.rand = lambda n: torch.ones(n)",
    ):
        report = graded(strict, alone[3], NEXT.replace("\ndef look", f"\n{code}\n\ndef look"), LOOK)
        assert report.cases[0].status == "failed"


def test_what_one_kept_in_memory_the_next_does_not_find(held):
    keeps = "kept = ['left' + '-in-memory'] * 100 + [bytearray(b'left-in-memory' * 1000)]\nreturn len(kept)"
    finds = """
word = "".join(reversed("yromem-ni-tfel"))
gc.unfreeze()
found = [thing for thing in gc.get_objects() for part in gc.get_referents(thing) if type(part) is str and part == word
         and part is not word]
blank = np.empty(2**22, dtype=np.uint8).tobytes()
return [len(found), word.encode() in blank]
"""
    assert attempt(held, block(keeps)) == 101
    assert attempt(held, block(finds)) == [0, False]


def test_a_submission_finds_what_itself_left_from_case_to_case(held):
    counts = "kept = []\ndef probe_it():\n    kept.append(0)\n    return [probe_it.__name__, len(kept)]\n"
    assert attempt(held, counts) == ["probe_it", 1]
    assert attempt(held, expression("open('a', 'w').write('b') and open('a').read()")) == "b"
