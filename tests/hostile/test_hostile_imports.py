"""Imports: nothing that a student wrote takes a module's place, and nothing of the course can be imported."""

from __future__ import annotations

import pytest
from attacking import RIGHT, attempt, block, expression

HIDDEN = {
    "the exercises": "exercises",
    "an exercise": "exercises.exercise_01_gradient_of_a_sum",
    "the solutions": "solutions",
    "a solution": "solutions.exercise_01_gradient_of_a_sum.reference",
    "a solution's file": "reference",
    "the judge": "grader.judge",
    "the answers": "grader.answers",
    "the comparison": "grader.comparison",
    "the diagnosis": "grader.diagnosis",
    "exercises of the grader": "grader.exercise",
    "the course": "grader.course",
    "the report": "grader.report",
    "the sandbox": "grader.sandbox",
    "the pool": "grader.sandbox.pool",
    "the command line": "grader.cli",
    "the renderers": "grader.render.html",
    "the proofs": "grader.authoring.verify",
    "the plugin": "grader.pytest_plugin",
    "the tests": "tests",
    "the tests' builders": "builders",
    "these tests": "attacking",
}


IMPORT = """
try:
    return __import__("importlib").import_module({name!r}).__name__
except ImportError:
    return "no such module"
except PermissionError:
    return "closed"
"""


@pytest.mark.parametrize("name", HIDDEN.values(), ids=HIDDEN)
def test_nothing_of_the_course_can_be_imported(held, name):
    there = held.level == 2 and name.startswith("grader.")  # Landlock closes what no mount hides
    assert attempt(held, block(IMPORT.format(name=name))) == ("closed" if there else "no such module")


OPEN = (
    "torch",
    "torch.func",
    "torch.utils.checkpoint",
    "numpy.random",
    "multiprocessing",
    "socket",
    "subprocess",
    "ctypes",
    "inspect",
    "dataclasses",
    "random",
    "sqlite3",
    "unittest.mock",
    "asyncio",
    "http.client",
    "grader.errors",
)


@pytest.mark.parametrize("name", OPEN)
def test_what_is_installed_can_be_imported(held, name):
    assert attempt(held, block(IMPORT.format(name=name))) == name


def test_the_search_path_has_no_course_in_it(held):
    folders = attempt(held, expression("sys.path"))
    assert folders
    names = "('exercises', 'solutions', 'tests')"
    there = f"[os.path.join(p, n) for p in sys.path for n in {names} if os.path.isdir(os.path.join(p, n, ''))]"
    assert [each for each in attempt(held, expression(there)) if "site-packages" not in each] == []
    assert attempt(held, expression("'' in sys.path or '.' in sys.path or os.getcwd() in sys.path")) is False


# A student's own files

NAMES = (
    "torch",
    "numpy",
    "typing",
    "json",
    "struct",
    "encodings",
    "sitecustomize",
    "usercustomize",
    "conftest",
    "grader",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_named_as_a_module_takes_nobodys_place(strict, mark, name):
    report = mark(strict, RIGHT, file=f"{name}.py")
    assert (report.status, report.score) == ("graded", 6.0)
    written = f"open('{name}.py', 'w').write('raise SystemExit')\nimport {name}\n{RIGHT}"
    report = mark(strict, written)
    found = name not in ("sitecustomize", "usercustomize", "conftest")
    assert (report.status, report.score) == ("graded", 6.0 if found else 0.0)


def test_what_was_loaded_lazily_comes_from_the_packages_too(strict):
    code = "open('difflib.py', 'w').write('raise SystemExit')\nos.environ['PYTHONPATH'] = os.getcwd()\n"
    assert attempt(strict, block(f"{code}import difflib\nreturn difflib.SequenceMatcher.__name__")) == "SequenceMatcher"


TAKES = {
    "student": "sys.modules['student'] = None",
    "torch by a loader": "import importlib.abc\nclass L(importlib.abc.MetaPathFinder):\n"
    "    def find_spec(self, *a): raise SystemExit\nsys.meta_path.insert(0, L())",
    "the cache of imports": "sys.path_importer_cache.clear(), sys.path_hooks.clear(), sys.path.clear()",
    "its own name": "__name__ = '__main__'\n__file__ = '/solutions/reference.py'",
}


@pytest.mark.parametrize("code", TAKES.values(), ids=TAKES)
def test_a_right_answer_that_meddles_with_imports_is_right(strict, mark, code):
    report = mark(strict, f"import sys\n{RIGHT}\n{code}\n")
    assert (report.status, report.score) == ("graded", 6.0)


# What the curriculum uses works

WORKS = {
    "torch.func": ("from torch.func import grad, vmap\nreturn vmap(grad(lambda x: x ** 2))(torch.ones(2))", [2, 2]),
    "jacobians": ("return torch.func.jacrev(lambda x: x * x)(torch.ones(2))", [[2, 0], [0, 2]]),
    "checkpoint": (
        (
            "from torch.utils.checkpoint import checkpoint\nx = torch.ones(2, requires_grad=True)\n"
            "checkpoint(torch.exp, x, use_reentrant=False).sum().backward()\nreturn x.grad > 2.7"
        ),
        [True, True],
    ),
    "gradcheck": (
        "x = torch.ones(2, requires_grad=True, dtype=torch.float64)\nreturn torch.autograd.gradcheck(torch.exp, (x,))",
        True,
    ),
    "a function of autograd": (
        (
            "class F(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x): return x * 2\n"
            "    @staticmethod\n    def backward(ctx, g): return g * 2\n"
            "x = torch.ones(2, requires_grad=True)\nF.apply(x).sum().backward()\nreturn x.grad"
        ),
        [2, 2],
    ),
    "optimizers": (
        (
            "w = torch.nn.Parameter(torch.ones(1))\n"
            "for kind in (torch.optim.SGD, torch.optim.Adam, torch.optim.LBFGS):\n"
            "    o = kind([w], lr=0.1)\n    def closure():\n        o.zero_grad()\n        y = (w * w).sum()\n"
            "        y.backward()\n        return y\n    o.step(closure)\nreturn bool(w < 1)"
        ),
        True,
    ),
    "convolutions": ("y = torch.nn.Conv2d(1, 1, 3)(torch.ones(1, 1, 4, 4)).sum()\ny.backward()\nreturn y.dim()", 0),
    "linear algebra": ("return torch.linalg.inv(2 * torch.eye(2))", [[0.5, 0], [0, 0.5]]),
    "Fourier": ("return torch.fft.fft(torch.ones(2)).abs()", [2, 0]),
    "a data loader": (
        "from torch.utils.data import DataLoader\nreturn [b.tolist() for b in DataLoader([1, 2], num_workers=0)]",
        [[1], [2]],
    ),
    "hooks": (
        "x = torch.ones(1, requires_grad=True)\nx.register_hook(lambda g: g * 3)\nx.sum().backward()\nreturn x.grad",
        [3],
    ),
    "warnings": ("import warnings\nwarnings.warn('careful')\nreturn 1", 1),
    "numpy": ("return np.linalg.norm(np.ones(4))", 2),
    "random": ("import random\nrandom.seed(0)\nreturn random.randint(1, 1)", 1),
    "dataclasses": (
        "from dataclasses import dataclass, asdict\n@dataclass\nclass D:\n    a: int\nreturn asdict(D(1))",
        {"a": 1},
    ),
    "inspect.getsource": ("import inspect\nreturn inspect.getsource(probe_it)[:13]", "def probe_it("),
    "collections": ("import collections\nreturn collections.Counter('aab')", {"a": 2, "b": 1}),
    "pickle of its own": ("import pickle\nreturn pickle.loads(pickle.dumps([1]))", [1]),
    "a timer": ("import timeit\nreturn timeit.timeit(int, number=3) > 0", True),
    "logging": ("import logging\nlogging.warning('x')\nreturn 1", 1),
    "deep copies of modules": ("import copy\nreturn copy.deepcopy(torch.nn.Linear(1, 1)).in_features", 1),
}


@pytest.mark.parametrize(("body", "answer"), WORKS.values(), ids=WORKS)
def test_what_the_curriculum_uses_works(held, body, answer):
    assert attempt(held, block(body)) == answer
