"""What the documentation says is so: commands, options, links, and the examples in it.

docs/commands.md is generated: `make docs` writes it anew.
"""

from __future__ import annotations

import copy
import os
import re
import tomllib
from pathlib import Path

import click
import pytest
import yaml
from builders import course_exercise

from grader.authoring.overview import overview
from grader.cli import grade_command, main
from grader.course import Course
from grader.errors import ExerciseError
from grader.exercise import Exercise
from grader.probe.observers import Observers

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "exercises/README.md"]
PAGES += [f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))]


def commands_page() -> str:
    """The help of every command, as Markdown."""
    parts = ["# Commands\n", "As the commands themselves show them with `--help`.\n"]
    listed = {"grade": main, "grade EXERCISE": grade_command}
    listed |= {f"grade {name}": command for name, command in sorted(main.commands.items())}
    for name, listed_command in listed.items():
        command = copy.copy(listed_command)
        command._help_option = None  # which click keeps as the first call, perhaps of another test, wanted it
        context = click.Context(
            command,
            info_name=name.replace(" EXERCISE", ""),
            max_content_width=100,
            terminal_width=100,
            help_option_names=["-h", "--help"],
        )
        parts.append(f"## {name}\n\n```\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def test_the_page_of_commands_is_what_the_commands_say():
    page = ROOT / "docs/commands.md"
    if os.environ.get("GRADE_UPDATE"):
        page.write_text(commands_page())
    assert page.read_text() == commands_page()


def test_the_page_of_exercises_is_what_the_exercises_say():
    page = ROOT / "exercises/README.md"
    if os.environ.get("GRADE_UPDATE"):
        page.write_text(overview(Course(ROOT)))
    assert page.read_text() == overview(Course(ROOT))


def test_every_exercise_requires_only_earlier_ones():
    earlier = set()
    for item in Course(ROOT).exercises:
        assert set(item.exercise.requires) <= earlier, item.id
        earlier.add(item.id)


def test_the_sources_treat_all_exercises_but_those_beyond_the_basics():
    course = Course(ROOT)
    topics = yaml.safe_load((ROOT / "exercises/topics.yaml").read_text())
    taught = {number for source in topics.values() for numbers in source.values() for number in numbers}
    basic = {int(item.id[-2:]) for item in course.exercises if item.exercise.unit != "beyond the basics"}
    assert taught == basic == set(range(1, 29))


def test_a_topic_of_an_exercise_that_is_not_there_is_an_error(tmp_path):
    course_exercise(tmp_path)
    (tmp_path / "exercises/topics.yaml").write_text("a.txt:\n  doubling: [7, 8]\n")
    with pytest.raises(ExerciseError, match=r"exercises/topics.yaml: doubling: there is no exercise 8"):
        overview(Course(tmp_path))
    (tmp_path / "exercises/topics.yaml").write_text("a.txt:\n  doubling: [7]\n")
    assert overview(Course(tmp_path)).endswith("| a.txt | doubling | 7 |\n")


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_somewhere(page):
    text = (ROOT / page).read_text()
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert ((ROOT / page).parent / target).exists(), target


def test_every_observer_is_in_the_authors_guide_and_every_one_there_exists():
    text = (ROOT / "docs/authoring.md").read_text()
    table = set(re.findall(r"^\| `(\w+)\(", text, re.MULTILINE))
    scope = set(Observers("student.py", []).scope()) - {"torch", "nn", "F", "np"}
    assert table == scope


def test_every_key_of_the_format_is_in_the_authors_guide():
    text = (ROOT / "docs/authoring.md").read_text()
    for key in Exercise.model_fields:
        assert re.search(rf"^{key}:", text, re.MULTILINE), key


def test_every_make_target_that_the_readme_names_exists():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"`make (\w+)`", (ROOT / "README.md").read_text()))
    assert named
    assert named <= targets


def test_every_direct_dependency_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = set(project["build-system"]["requires"]) | set(project["project"]["dependencies"])
    wanted |= {each for extra in project["project"]["optional-dependencies"].values() for each in extra}
    pinned = set(re.findall(r"^([\w.-]+)==\S+$", (ROOT / "constraints.txt").read_text(), re.MULTILINE))
    assert {each.lower() for each in wanted} == {each.lower() for each in pinned}
