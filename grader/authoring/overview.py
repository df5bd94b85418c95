"""exercises/README.md: what the exercises are, what each requires, and where each topic of the sources is taught."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import yaml

from grader.course import Course, CourseExercise
from grader.errors import ExerciseError

TOPICS = "topics.yaml"
_BEGINNING = """\
# The exercises

`grade start 1` begins the first one; `grade list` shows them with what you have solved. Each builds on those that it
requires. This page is made by `make docs` from the exercises themselves and from [topics.yaml](topics.yaml).
"""
_TABLE = ("| | exercise | teaches | requires | points |", "| --- | --- | --- | --- | --- |")
_TOPICS_TABLE = ("| source | topic | exercises |", "| --- | --- | --- |")


def overview(course: Course) -> str:
    """The page as Markdown. Raises ExerciseError where topics.yaml names an exercise that is not there."""
    lines = [_BEGINNING]
    for unit, items in groupby(course.exercises, key=lambda item: item.exercise.unit):
        lines += [f"## {unit[:1].upper()}{unit[1:]}\n", *_TABLE, *(_row(item) for item in items), ""]
    lines += ["## Where each topic of the sources is taught\n", *_TOPICS_TABLE, *_topic_rows(course), ""]
    return "\n".join(lines)


def _row(item: CourseExercise) -> str:
    exercise = item.exercise
    points = sum(case.points for case in exercise.cases)
    requires = ", ".join(str(_number(each)) for each in exercise.requires)
    title = f"[{exercise.title}]({item.folder_name}/exercise.yaml)"
    return f"| {_number(item.id)} | {title} | {', '.join(exercise.teaches)} | {requires} | {points:g} |"


def _number(exercise: str) -> int:
    return int(exercise.removeprefix("exercise_"))


def _topic_rows(course: Course) -> list[str]:
    path = course.root / "exercises" / TOPICS
    known = {_number(item.id) for item in course.exercises}
    rows = []
    for source, topics in _read(path).items():
        for place, (topic, numbers) in enumerate(topics.items()):
            for number in numbers:
                if number not in known:
                    raise ExerciseError(f"exercises/{TOPICS}: {topic}: there is no exercise {number}")
            shown = ", ".join(str(number) for number in numbers)
            rows.append(f"| {'' if place else source} | {topic} | {shown} |")
    return rows


def _read(path: Path) -> dict[str, dict[str, list[int]]]:
    try:
        found: dict[str, dict[str, list[int]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise ExerciseError(f"exercises/{TOPICS}: cannot be read: {error}") from None
    return found
