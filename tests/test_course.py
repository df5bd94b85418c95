"""Where exercises and solutions are, and which one a person means."""

from __future__ import annotations

import ast
import warnings

import pytest
from builders import EXERCISE_YAML, course_exercise

from grader.course import Course, CourseExercise, find_course
from grader.errors import ExerciseError, UsageError

FOLDERS = [
    "exercise_01_compute_gradients",
    "exercise_02_vector_gradients",
    "exercise_03_zero_the_gradients",
    "exercise_10_hooks",
    "exercise_100_all_of_it",
    "exercise_11_the_tape",
]


@pytest.fixture
def course(tmp_path) -> Course:
    for name in [*FOLDERS, "notes", "exercise_4_short", "exercise_05_UPPER", "exercise_06"]:
        (tmp_path / "exercises" / name).mkdir(parents=True)
    return Course(tmp_path)


@pytest.fixture
def item(tmp_path) -> CourseExercise:
    return course_exercise(tmp_path)


def test_exercises_are_the_folders_of_the_agreed_form_in_order(course) -> None:
    assert [each.folder_name for each in course.exercises] == [
        "exercise_01_compute_gradients",
        "exercise_02_vector_gradients",
        "exercise_03_zero_the_gradients",
        "exercise_100_all_of_it",
        "exercise_10_hooks",
        "exercise_11_the_tape",
    ]
    assert [each.id for each in course.exercises[2:4]] == ["exercise_03", "exercise_100"]
    assert course.exercises[2].words == "zero_the_gradients"


@pytest.mark.parametrize(
    "wanted",
    ["3", "03", "003", "exercise_03", "Exercise_03", "exercise_03.py", "exercise_03.ipynb", "zero", "zero gradients",
     "the-zero-gradients", "zero_the_gradients", "exercise_03_zero_the_gradients"],
)  # fmt: skip
def test_an_exercise_is_found_by_number_id_folder_or_words(course, wanted) -> None:
    assert course.find(wanted).id == "exercise_03"


def test_a_number_is_the_whole_number(course) -> None:
    assert course.find("10").id == "exercise_10"
    assert course.find("100").id == "exercise_100"


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        ("exercise_033", "there is no exercise 'exercise_033'; did you mean exercise_03?"),
        ("zreo_the_gradients", "there is no exercise 'zreo_the_gradients'; did you mean zero_the_gradients?"),
        ("Hoks", "there is no exercise 'Hoks'; did you mean hooks?"),
        ("7", "there is no exercise '7'; `grade list` shows them"),
        ("", "there is no exercise ''; `grade list` shows them"),
        ("_", "there is no exercise '_'; `grade list` shows them"),
        ("../../etc/passwd", "there is no exercise '../../etc/passwd'; `grade list` shows them"),
        ("the", "'the' may mean exercise_03_zero_the_gradients or exercise_11_the_tape; say which"),
    ],
)
def test_what_is_meant_by_something_else_is_guessed_or_asked(course, wanted, error) -> None:
    with pytest.raises(UsageError) as caught:
        course.find(wanted)
    assert str(caught.value) == error


# The files of an exercise


def test_an_exercise_is_read_once_and_called_by_its_place_in_the_course(item) -> None:
    assert item.exercise.title == "Double it"
    assert item.exercise is item.exercise
    broken = course_exercise(item.root / "other", EXERCISE_YAML.replace("unit: basics\n", ""))
    with pytest.raises(ExerciseError, match=r"^exercises/exercise_07_double_it/exercise.yaml:1: unit: is missing$"):
        _ = broken.exercise


def test_an_exercise_has_the_id_of_its_folder(tmp_path) -> None:
    item = course_exercise(tmp_path, EXERCISE_YAML.replace("exercise_07", "exercise_08"))
    with pytest.raises(ExerciseError, match=r"exercise.yaml:1: id: exercise_08 is not the folder's exercise_07$"):
        _ = item.exercise


def test_a_starter_begins_with_the_prompt(item) -> None:
    assert item.starter() == '"""Double it\n\nWrite `double(x)`.\n"""\n\ndef double(x):\n    ...\n'


@pytest.mark.parametrize(
    ("old", "new"), [("title: Double it", "title: Double \\x it"), ("`double(x)`.", "$\\nabla$ ends in \\")]
)
def test_a_backslash_in_the_text_stays_one(tmp_path, old, new) -> None:
    item = course_exercise(tmp_path, EXERCISE_YAML.replace(old, new))
    docstring = ast.get_docstring(ast.parse(item.starter()))
    assert docstring == f"{item.exercise.title}\n\n{item.exercise.prompt.strip()}"
    assert "\\" in docstring


def test_a_starter_that_is_not_there_is_an_error_of_the_exercise(item) -> None:
    (item.folder / "starter.py").unlink()
    with pytest.raises(ExerciseError, match=r"^exercises/exercise_07_double_it/starter.py: cannot be read: "):
        item.starter()


def test_the_reference_is_read_and_where_it_is_not_there_that_is_said(item) -> None:
    reference = item.reference()
    assert (reference.name, reference.source) == ("reference", "def double(x):\n    return x + x\n")
    reference.path.unlink()
    with pytest.raises(ExerciseError, match=r"^solutions/exercise_07_double_it/reference.py: is not there; the answer"):
        item.reference()


def test_mistakes_have_a_title_and_a_text_from_their_docstring(tmp_path) -> None:
    item = course_exercise(
        tmp_path,
        mistakes={"b_adds": '"""Adds  \n\nIt adds.\n\n    code\n"""\n', "a_bare": "x = 1\n", "c_short": '"Short"'},
    )
    assert [(each.name, each.title, each.text) for each in item.mistakes()] == [
        ("a_bare", "", ""),
        ("b_adds", "Adds", "It adds.\n\n    code"),
        ("c_short", "Short", ""),
    ]
    assert item.alternatives() == []


def test_alternatives_are_read_like_mistakes(item) -> None:
    (item.solution_folder / "alternatives").mkdir()
    (item.solution_folder / "alternatives" / "shifts.py").write_text("double = lambda x: x << 1\n")
    assert [each.name for each in item.alternatives()] == ["shifts"]


def test_a_mistake_that_is_not_python_or_not_utf_8_is_named(tmp_path) -> None:
    item = course_exercise(tmp_path, mistakes={"bad": "\n\nx = (\n"})
    with pytest.raises(ExerciseError, match=r"^solutions/exercise_07_double_it/mistakes/bad.py:3: '\(' was never clo"):
        item.mistakes()
    (item.solution_folder / "mistakes" / "bad.py").write_bytes(b"# \xe9")
    with pytest.raises(ExerciseError, match=r"^solutions/exercise_07_double_it/mistakes/bad.py: cannot be read: "):
        item.mistakes()


@pytest.mark.parametrize("doubtful", ["x = '\\\\d'", "x = 1or 2"])
def test_what_python_warns_of_in_a_mistake_is_neither_shown_nor_an_error(tmp_path, doubtful) -> None:
    item = course_exercise(tmp_path, mistakes={"escapes": f'"""Escapes\n\nIt does."""\n{doubtful}\n'})
    with warnings.catch_warnings(record=True) as shown:
        warnings.simplefilter("always")
        assert [each.title for each in item.mistakes()] == ["Escapes"]
    assert shown == []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [each.title for each in item.mistakes()] == ["Escapes"]


# Finding the course


def test_a_course_is_found_from_any_folder_in_it(item) -> None:
    assert find_course(item.folder).root == item.root
    assert find_course(item.root).root == item.root


def test_or_else_the_one_that_the_program_came_with(tmp_path, monkeypatch) -> None:
    installed = course_exercise(tmp_path / "installed").root
    monkeypatch.setattr("grader.course.__file__", str(installed / "grader" / "course.py"))
    (tmp_path / "elsewhere" / "exercises").mkdir(parents=True)
    assert find_course(tmp_path / "elsewhere").root == installed


def test_where_there_is_none_that_is_said(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("grader.course.__file__", str(tmp_path / "grader" / "course.py"))
    with pytest.raises(UsageError) as caught:
        find_course(tmp_path)
    assert str(caught.value) == (
        f"no exercises were found: neither {tmp_path} nor a folder above it has "
        "exercises/exercise_NN_name/exercise.yaml"
    )
