"""`pytest exercises/` and `pytest solutions/` prove a course, module by module."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run_pytest(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-o", "addopts=", "-v", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def copy_of_exercise_01(tmp_path: Path) -> Path:
    """A course of one exercise, to be broken."""
    name = "exercise_01_compute_gradients"
    for part in ("exercises", "solutions"):
        for path in (ROOT / part / name).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                target = tmp_path / part / name / path.relative_to(ROOT / part / name)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
    return tmp_path


def test_each_module_of_a_sound_course_is_a_test_that_passes(tmp_path):
    course = copy_of_exercise_01(tmp_path)
    result = run_pytest(course, "solutions")
    assert result.returncode == 0, result.stdout
    assert "exercise_01_compute_gradients::exercise PASSED" in result.stdout
    assert "exercise_01_compute_gradients::reference PASSED" in result.stdout
    assert "exercise_01_compute_gradients::mistake: swaps_the_gradients PASSED" in result.stdout


def test_an_exercise_yaml_is_collected_too(tmp_path):
    course = copy_of_exercise_01(tmp_path)
    result = run_pytest(course, "--collect-only", "exercises")
    assert "<ModuleTest starter>" in result.stdout


def test_a_module_that_fails_says_why_without_a_traceback(tmp_path):
    course = copy_of_exercise_01(tmp_path)
    module = next((course / "solutions").glob("*/alternatives/*.py"))
    module.write_text('"""Swapped."""\n\n\ndef gradients(x, w, b):\n    return None, None\n')
    result = run_pytest(course, "solutions")
    assert result.returncode == 1
    assert f"alternatives/{module.name}: should earn full marks; at seed 0" in result.stdout
    assert "Traceback" not in result.stdout
    assert "1 failed" in result.stdout


def test_a_stray_file_fails_the_exercise_itself(tmp_path):
    course = copy_of_exercise_01(tmp_path)
    folder = next((course / "solutions").iterdir())
    (folder / "notes.md").write_text("stray")
    result = run_pytest(course, "solutions")
    assert f"solutions/{folder.name}/notes.md: does not belong here" in result.stdout
    assert "1 failed" in result.stdout
