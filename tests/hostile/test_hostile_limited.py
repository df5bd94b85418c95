"""What level 1 promises anywhere: a process of its own, time and memory that end, no environment; and marks for right
numbers alone.
"""

from __future__ import annotations

import pytest
from attacking import RIGHT, SECRET, WRONG, action, attempt, block, expression

FORGES = {
    "patched": f"{WRONG}\ntorch.allclose = torch.equal = torch.Tensor.__eq__ = lambda *a, **k: True\n",
    "left": f"{WRONG}\nimport os\nos._exit(0)\n",
    "frames of its own": f"{WRONG}\nimport os\nfrom grader.observation import *\n"
    "for n in range(1, 20):\n    try: os.write(n, encode(Loaded(0)) + encode(Done(0)))\n    except OSError: pass\n",
    "a lying tensor": (
        "import torch\nclass T(torch.Tensor):\n    @classmethod\n    def __torch_function__(*a): return True\n"
        "def gradient(f, x):\n    f(x)\n    f(x)\n    return torch.zeros(4).as_subclass(T)\n"
    ),
}


@pytest.mark.parametrize("source", FORGES.values(), ids=FORGES)
def test_a_wrong_answer_is_worth_nothing(limited, mark, source):
    report = mark(limited, source)
    assert (report.status, report.score, report.isolation) == ("graded", 0.0, 1)


def test_a_right_answer_is_worth_all(limited, mark):
    report = mark(limited, RIGHT)
    assert (report.status, report.score, report.isolation) == ("graded", 6.0, 1)


ENDS = {
    "signals ignored": (
        "for n in set(signal.Signals) - {9, 19}: signal.signal(n, signal.SIG_IGN)\nwhile True: pass",
        "timeout: it did not finish within 1 seconds",
    ),
    "too much memory": ("return tried(lambda: torch.ones(2**31))", "RuntimeError"),
    "a crash": ("os.abort()", "crashed: it crashed with SIGABRT (Aborted)"),
    "a process that would live on": (
        "if os.fork() == 0: time.sleep(100)\ntime.sleep(100)",
        "timeout: it did not finish within 1 seconds",
    ),
    "a deep folder": ("for _ in range(1500): os.mkdir('d'); os.chdir('d')\nreturn 'done'", "done"),
}


@pytest.mark.parametrize(("body", "end"), ENDS.values(), ids=ENDS)
def test_it_ends_in_words_and_leaves_nothing(limited, body, end):
    assert attempt(limited, block(body), wall_seconds=1.0) == end


def test_the_environment_holds_no_secret(limited):
    assert SECRET not in attempt(limited, expression("repr(dict(os.environ)) + open('/proc/self/environ').read()"))


def test_its_folder_can_be_written(limited):
    assert attempt(limited, action("open('file', 'w').write('x') and open('file').read()")) == "x"
