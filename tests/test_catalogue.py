"""What holds of the exercise.yaml of every exercise of the course, whatever it is about."""

from __future__ import annotations

import pkgutil
import re
from pathlib import Path

import pytest

from grader.course import find_course

EXERCISES = find_course(Path(__file__)).exercises
WIDTH = 130  # of a line

each_exercise = pytest.mark.parametrize("item", EXERCISES, ids=lambda item: item.id)


def test_the_course_has_exercises():
    assert [each.id for each in EXERCISES[:2]] == ["exercise_01", "exercise_02"]


@each_exercise
def test_no_line_is_wider_than_a_screen(item):
    lines = (item.folder / "exercise.yaml").read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > WIDTH] == []


def is_title(link):
    """A link is the title of a page of torch's documentation, as a name of torch is: no address, and no markup."""
    return re.fullmatch(r"\w(?:[\w .,:&'()-]*[\w)])?", link) is not None


@each_exercise
def test_links_are_titles_and_each_is_there_once(item):
    links = item.exercise.links
    assert links != []
    assert [link for link in links if not is_title(link)] == []
    assert len({link.casefold() for link in links}) == len(links)


@each_exercise
def test_a_name_of_torch_among_the_links_is_there_in_torch(item):
    for link in item.exercise.links:
        if link.startswith("torch."):
            assert pkgutil.resolve_name(link) is not None


@pytest.mark.parametrize(
    ("link", "good"),
    [
        ("torch.Tensor.requires_grad_", True),
        ("Jacobians, Hessians, hvp, vhp, and more: composing function transforms", True),
        ("Datasets & DataLoaders", True),
        ("", False),
        (" ", False),
        (" torch.optim", False),
        ("torch.optim ", False),
        ("https://docs.pytorch.org/", False),
        ("<b>torch</b>", False),
        ("[torch](javascript:alert(1))", False),
        ("two\nlines", False),
    ],
)
def test_what_is_a_title(link, good):
    assert is_title(link) is good
