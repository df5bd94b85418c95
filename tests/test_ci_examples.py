"""The example workflows: what GitHub demands of a workflow is there, and the commands in them exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from grader.cli import main

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / "docs/ci").glob("*.yml"))


def loaded(path):
    """YAML 1.1 takes the key `on` for a truth value."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    found["on"] = found.pop(True)
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_has_what_github_demands(path):
    # https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
    workflow = loaded(path)
    assert set(workflow) <= {"name", "on", "permissions", "env", "jobs"}
    assert workflow["on"]
    for job in workflow["jobs"].values():
        assert job["runs-on"] == "ubuntu-24.04"
        assert 0 < job["timeout-minutes"] <= 20
        for step in job["steps"]:
            assert ("uses" in step) != ("run" in step), step
            assert set(step) <= {"name", "id", "if", "uses", "run", "with", "env", "working-directory"}
            if "uses" in step:
                assert re.fullmatch(r"[\w.-]+/[\w.-]+@v\d+", step["uses"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_command_of_the_grader_in_a_workflow_exists(path):
    text = "\n".join(step.get("run", "") for job in loaded(path)["jobs"].values() for step in job["steps"])
    words = set(re.findall(r"^\s*grade (\w+|\"\$EXERCISE\")", text, re.MULTILINE))
    assert words - {'"$EXERCISE"'} <= set(main.commands)
    assert words, "a workflow that does not call the grader"
    assert "bubblewrap" in text
    assert "kernel.apparmor_restrict_unprivileged_userns=0" in text  # Ubuntu 24.04 forbids user namespaces otherwise


def test_there_is_one_for_the_course_and_one_for_a_classroom():
    assert [path.stem for path in WORKFLOWS] == ["classroom", "verify"]
    verify, classroom = (path.read_text() for path in reversed(WORKFLOWS))
    assert "--junitxml=verify.xml" in verify
    assert "report_paths: verify.xml" in verify
    assert "--to github" in classroom
