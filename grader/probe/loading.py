"""A student's source as the module `student`. The code is read before it is run: rules are checked on what was
written.
"""

from __future__ import annotations

import ast
import linecache
import platform
import random
import sys
from collections.abc import Callable
from functools import lru_cache
from types import CodeType, FunctionType, ModuleType

import numpy as np
import torch

from grader.observation.frames import Loaded, Read, Violation
from grader.observation.job import Job, RuleCode, Run
from grader.observation.notebooks import module_of
from grader.observation.source import parsed
from grader.observation.values import Error
from grader.probe import anomaly
from grader.probe.failures import clean, describe, type_name
from grader.probe.rules import violations

NAMES = 200


def versions() -> tuple[tuple[str, str], ...]:
    """What the results may depend on."""
    return (("torch", torch.__version__), ("numpy", np.__version__), ("python", platform.python_version()))


def load(job: Job, run: Run, index: int, tell: Callable[[Read], None] = lambda _: None) -> tuple[ModuleType, Loaded]:
    """Read and import the module of a run. Whatever goes wrong with it is in the frame, never raised.

    `tell` is told what was read before any of it runs.
    """
    module = ModuleType("student")
    module.__file__ = run.filename
    lines = run.source.split("\n")
    try:
        code, places, broken = _read(run.source, run.cell_lines, run.filename, job.rules)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        tell(Read(index))
        return module, Loaded(index, error=describe(error, run.filename, lines))
    tell(Read(index, places, broken))
    failed = _execute(code, module, run, lines)
    defined = () if failed else _defined(module, job.define)
    return module, Loaded(index, defined, places, broken, failed)


@lru_cache(maxsize=1)  # the runs of a module, at one seed after another, follow each other
def _read(
    source: str, cell_lines: tuple[int, ...], filename: str, rules: tuple[RuleCode, ...]
) -> tuple[CodeType, tuple[tuple[str, int], ...], tuple[Violation, ...]]:
    """A module's code, where it defines what, and the rules that it breaks. Raises what Python says against it."""
    tree = module_of(source, cell_lines, filename) if cell_lines else parsed(source, filename)
    code = compile(tree, filename, "exec", dont_inherit=True)
    return code, _places(tree), violations(tree, rules, source.split("\n"))


def _execute(code: CodeType, module: ModuleType, run: Run, lines: list[str]) -> Error | None:
    _fresh_start()
    sys.modules["student"] = module
    # Tracebacks and inspect.getsource read a module's text from here; there is no file to open.
    linecache.cache[run.filename] = (len(run.source), None, [line + "\n" for line in lines], run.filename)
    anomaly.show_only(run.filename)
    try:
        exec(code, vars(module))
    except BaseException as error:
        return describe(error, run.filename, lines)
    return None


def _fresh_start() -> None:
    """What a module finds at its import is the same in every run of a job, and on every day."""
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)
    seed_everything(0)


def seed_everything(seed: int) -> None:
    """Seed torch, NumPy and Python. Of torch the processor's generator alone: for devices that are not there,
    `torch.manual_seed` notes where it was called from, which takes longer than a small case.
    """
    torch.default_generator.manual_seed(seed)
    np.random.seed(seed % 2**32)  # noqa: NPY002  # a student's code may draw from the global generator
    random.seed(seed)


def _places(tree: ast.Module) -> tuple[tuple[str, int], ...]:
    defined = (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef))
    return tuple((clean(node.name)[:200], node.lineno) for node in defined)[:NAMES]


def _defined(module: ModuleType, wanted: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The module's names: first those that are wanted, then other functions and classes, with the type of each."""
    space = dict(vars(module))
    first = [name for name in wanted if name in space]
    others = [
        name
        for name, thing in space.items()
        if type(name) is str and name not in first and not name.startswith("_") and _is_own(thing, module)
    ]
    return tuple((clean(name)[:200], type_name(space[name])) for name in [*first, *others][:NAMES])


def _is_own(thing: object, module: ModuleType) -> bool:
    if type(thing) is FunctionType:
        return thing.__globals__ is vars(module)
    return issubclass(type(thing), type)
