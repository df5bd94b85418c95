"""Imports point one way, and the command line starts without what is slow to load."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import grader

ROOT = Path(grader.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
ON_TOP = {"cli", "pytest_plugin", "authoring", "__main__"}

MAY_IMPORT = {
    "errors": set(),
    "yaml_lines": set(),
    "observation": {"errors"},
    "exercise": {"errors", "yaml_lines", "observation"},
    "report": {"errors"},
    "torch_errors": {"observation"},
    "phrases": {"observation"},
    "comparison": {"exercise", "observation", "phrases"},
    "judge": {"exercise", "observation", "report", "torch_errors", "phrases", "comparison"},
    "evidence": {"observation", "report", "phrases", "comparison"},
    "diagnosis": {"exercise", "observation", "report", "torch_errors", "phrases", "comparison", "judge"},
    "record": {"report"},
    "behaviour": {"comparison", "judge", "observation"},
    "class_report": {"errors", "report"},
    "class_figures": {"class_report", "record", "report"},
    "render": {"errors", "record", "report", "class_report"},
    "sources": {"errors", "submission"},
    "probe": {"errors", "observation"},
    "sandbox": {"errors", "observation"},
    "submission": {"errors"},
    "course": {"errors", "exercise", "observation"},
}
"""By part of the program, what else of it a part may import, beside itself. Parts that are not here may import all that
is not on top of them."""


def part_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a module imports, wherever in it; of `from a import b` both `a` and `a.b`."""
    package = ["grader", *path.relative_to(ROOT).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def parts_imported(path: Path) -> set[str]:
    """The parts of the program that a module imports; `grader` itself holds the version, and is none."""
    names = [name.split(".") for name in imports(path)]
    known = {part_of(each) for each in MODULES}
    return {name[1] for name in names if name[0] == "grader" and len(name) > 1 and name[1] in known}


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_a_module_imports_only_what_is_below_it(path) -> None:
    part = part_of(path)
    everything_below = {part_of(each) for each in MODULES} - ON_TOP
    allowed = MAY_IMPORT.get(part, everything_below if part not in ON_TOP else everything_below | ON_TOP)
    assert parts_imported(path) - {part} - allowed == set()


def test_every_part_whose_imports_are_limited_is_there() -> None:
    assert set(MAY_IMPORT) - {part_of(path) for path in MODULES} == set()


def test_an_exercise_knows_of_observations_only_what_a_child_is_asked_to_do() -> None:
    found = {name for name in imports(ROOT / "exercise.py") if name.startswith("grader.observation")}
    assert {name for name in found if not name.startswith("grader.observation.job")} == set()


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(path) == "probe"], ids=shown)
def test_the_probe_needs_torch_and_numpy_and_nothing_else_that_is_installed(path) -> None:
    tops = {name.split(".")[0] for name in imports(path)}
    assert tops - set(sys.stdlib_module_names) - {"grader", "torch", "numpy"} == set()


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(path) == "observation"], ids=shown)
def test_what_crosses_the_wire_needs_safetensors_alone(path) -> None:
    tops = {name.split(".")[0] for name in imports(path)}
    assert tops - set(sys.stdlib_module_names) - {"grader", "safetensors"} == set()


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(path) != "probe"], ids=shown)
def test_only_the_probe_imports_torch(path) -> None:
    assert "torch" not in {name.split(".")[0] for name in imports(path)}


def loaded_after(module: str) -> set[str]:
    """What a fresh process has loaded after importing a module."""
    code = f"import sys, {module}; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["grader.cli", "grader.pytest_plugin"])
def test_the_command_line_and_the_plugin_start_without_what_is_slow_to_load(module) -> None:
    assert {"torch", "numpy", "jinja2", "pydantic", "nbformat"} & loaded_after(module) == set()


def test_the_grader_itself_never_loads_torch() -> None:
    assert "torch" not in loaded_after("grader.grading, grader.submission, grader.answers, grader.evidence")
