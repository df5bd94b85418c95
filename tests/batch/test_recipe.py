"""Gradescope's autograder.zip: the same for the same content, and whatever a submission is, what it leaves is right.

The scripts run here as they do there, in a folder that stands for /autograder, with a grader that is told its verdict.
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest
from builders import course_exercise
from made_reports import report, unlucky

from grader import cli
from grader.batch.recipe import recipe, write_recipe
from grader.cli.classes import export_command
from grader.errors import ExerciseError, UsageError

PYTHON = """#!{python}
import os, shutil, sys
from pathlib import Path
here = Path(__file__).parent
if sys.argv[3] == "export":
    from grader import cli
    from grader.cli.classes import export_command
    cli.main.add_command(export_command)
    sys.exit(cli.run(sys.argv[3:]))
with (here / "calls").open("a") as calls:
    print(*sys.argv[1:], file=calls)
level = sys.argv[sys.argv.index("--isolation") + 1]
if level in (here / "refused").read_text().split():
    sys.exit(2)
print((here / "report.json").read_text())
sys.exit(int((here / "code").read_text()))
"""


@pytest.fixture
def item(tmp_path):
    return course_exercise(tmp_path / "course", mistakes={"adds_one": '"""Adds one"""\n'})


@pytest.fixture
def autograder(item, tmp_path):
    """What Gradescope makes of the zip."""
    root = tmp_path / "autograder"
    for folder in ("source", "submission", "results", "venv/bin"):
        (root / folder).mkdir(parents=True)
    with zipfile.ZipFile(BytesIO(recipe(item, seed=5))) as archive:
        archive.extractall(root / "source")
    python = root / "venv/bin/python"
    python.write_text(PYTHON.format(python=sys.executable))
    python.chmod(0o755)
    return root


def run(root, verdict, code, refused="", **submission) -> tuple[int, dict | None, str]:
    """Grade a submission of these files: the exit code, the results, and how the grader was called."""
    at = root / "venv/bin"
    (at / "report.json").write_text(verdict.to_json())
    (at / "code").write_text(str(code))
    (at / "refused").write_text(refused)
    for name, content in submission.items():
        (root / "submission" / name.replace("__", ".")).write_text(content)
    done = subprocess.run(
        ["bash", root / "source/run_autograder"],
        env={**os.environ, "AUTOGRADER": str(root)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    results = root / "results/results.json"
    calls = at / "calls"
    return (
        done.returncode,
        json.loads(results.read_text()) if results.exists() else None,
        calls.read_text() if calls.exists() else "",
    )


def test_the_same_content_is_the_same_zip(item) -> None:
    assert recipe(item, seed=5) == recipe(item, seed=5)
    assert recipe(item, seed=5) != recipe(item, seed=6)


def test_the_zip_holds_the_scripts_the_grader_and_this_exercise_alone(item) -> None:
    with zipfile.ZipFile(BytesIO(recipe(item))) as archive:
        modes = {info.filename: info.external_attr >> 16 for info in archive.infolist()}
        requirements = archive.read("requirements.txt").decode().splitlines()
    for script in ("setup.sh", "run_autograder"):
        assert modes[script] & stat.S_IXUSR
    assert {name for name in modes if name.startswith("course/")} == {
        "course/exercises/exercise_07_double_it/exercise.yaml",
        "course/exercises/exercise_07_double_it/starter.py",
        "course/solutions/exercise_07_double_it/reference.py",
        "course/solutions/exercise_07_double_it/mistakes/adds_one.py",
    }
    assert "grader/probe/child.py" in modes
    assert "grader/render/templates/report.html.j2" in modes
    assert not any("__pycache__" in name for name in modes)
    assert all(line.count("==") == 1 and "+" not in line for line in requirements)
    assert any(line.startswith("torch==") for line in requirements)


@pytest.mark.parametrize("script", ["setup.sh", "run_autograder"])
def test_the_scripts_are_shell(autograder, script) -> None:
    subprocess.run(["bash", "-n", autograder / "source" / script], check=True, timeout=10)
    assert "@" not in (autograder / "source" / script).read_text().replace('"$@"', "")


def test_a_submission_becomes_results(autograder) -> None:
    code, results, calls = run(autograder, report("student", "exercise_07"), 1, exercise_07__py="x = 1")
    assert code == 0
    assert results is not None
    assert (results["score"], [test["status"] for test in results["tests"]]) == (7, ["passed", "failed"])
    assert "exercise_07.py --seed 5 --isolation strict" in calls


def test_a_machine_that_refuses_one_level_is_asked_for_the_next_and_for_no_lower_one(autograder) -> None:
    verdict = report("student", "exercise_07")
    code, results, calls = run(autograder, verdict, 0, refused="strict", exercise_07__py="x = 1")
    assert (code, results is not None, calls.count("--isolation guarded")) == (0, True, 1)
    code, results, calls = run(autograder, verdict, 0, refused="strict guarded")
    assert (code, results) == (2, None)
    assert "limited" not in calls


def test_what_was_not_graded_leaves_no_results_not_even_old_ones(autograder) -> None:
    (autograder / "results/results.json").write_text("{}")
    code, results, _ = run(autograder, unlucky("student", "exercise_07"), 3, exercise_07__py="x = 1")
    assert (code, results) == (3, None)


@pytest.mark.parametrize("files", [{}, {"a__py": "", "b__py": ""}, {"notes__txt": ""}], ids=str)
def test_a_submission_without_the_file_is_told_so(autograder, files) -> None:
    code, results, calls = run(autograder, report("student", "exercise_07"), 0, **files)
    assert (code, calls) == (0, "")
    assert results is not None
    assert results["score"] == 0
    assert "exercise_07.py" in results["output"]


@pytest.mark.parametrize(
    ("files", "graded"),
    [
        ({"mine__py": ""}, "mine.py"),
        ({"Exercise_07__ipynb": "", "other__py": ""}, "Exercise_07.ipynb"),
        ({"exercise_07__ipynb": "", "exercise_07__py": ""}, "exercise_07.py"),
        ({"a b; rm -rf $HOME__py": ""}, "a b; rm -rf $HOME.py"),
    ],
)
def test_the_file_is_found_by_its_name_or_because_it_is_the_only_one(autograder, files, graded) -> None:
    _, _, calls = run(autograder, report("student", "exercise_07"), 0, refused="strict guarded", **files)
    assert f"submission/{graded} --seed" in calls


def test_a_link_in_a_submission_is_not_followed(autograder) -> None:
    (autograder / "submission/exercise_07.py").symlink_to(autograder / "source/setup.sh")
    code, results, calls = run(autograder, report("student", "exercise_07"), 0)
    assert (code, calls, results is not None) == (0, "", True)


def test_an_exercise_without_a_reference_is_told_at_once(item) -> None:
    (item.solution_folder / "reference.py").unlink()
    with pytest.raises(ExerciseError, match="the answer key is made from it"):
        recipe(item)


def test_the_zip_is_written_whole_or_the_folder_is_told(item, tmp_path) -> None:
    assert write_recipe(item, 5, tmp_path / "to").read_bytes() == recipe(item, 5)
    assert [path.name for path in (tmp_path / "to").iterdir()] == ["autograder.zip"]
    with pytest.raises(UsageError, match="cannot be written"):
        write_recipe(item, 5, tmp_path / "to/autograder.zip")


def test_the_command_writes_the_recipe(item, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setitem(cli.main.commands, "export", export_command)
    monkeypatch.chdir(item.root)
    assert cli.run(["export", "--to", "gradescope", "--recipe", "double", "--seed", "5"]) == 0
    assert (item.root / "export/gradescope/exercise_07/autograder.zip").read_bytes() == recipe(item, 5)
    assert "the autograder of exercise_07 (seed 5)" in capsys.readouterr().out
