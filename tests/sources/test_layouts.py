"""Whose a file is, by the ways in which people lay out a class."""

from __future__ import annotations

import pytest
from packing import collected, submissions

from grader.sources.names import exercise_in, exercise_of


def students(tmp_path, *names: str, kind: str = "class") -> dict[str, str]:
    """By file, the student; without files that are nobody's."""
    collection = collected(tmp_path / kind, {name: name.encode() for name in names})
    return {content.decode(): student for (student, _), content in submissions(collection).items()}


@pytest.mark.parametrize(
    ("names", "whose"),
    [
        # in a folder of hers
        (["ada/exercise_03.py", "bob/exercise_03.py"], ["ada", "bob"]),
        (["ada/src/exercise_03.py", "bob/deep/er/exercise_04.ipynb"], ["ada", "bob"]),
        (["ada/exercise_03_final.py", "bob/Exercise_03.PY"], ["ada", "bob"]),
        (["ada/my_exercise_3.ipynb", "bob/EXERCISE-04 (1).py"], ["ada", "bob"]),
        (["Ada Lovelace/exercise_03.py", "李雷/exercise_03.py"], ["Ada Lovelace", "李雷"]),
        # in no folder, the name in front
        (["ada_exercise_03.py", "bob_exercise_03.py"], ["ada", "bob"]),
        (["ada-exercise_03.py", "bob lee exercise_03.ipynb"], ["ada", "bob lee"]),
        (["ada_l_exercise_03_final.py", "bob.Exercise_4.py"], ["ada_l", "bob"]),
        # in no folder, the name behind
        (["exercise_03_ada.py", "exercise_03_bob.py"], ["ada", "bob"]),
        (["exercise_03-ada.py", "exercise_04 bob.ipynb"], ["ada", "bob"]),
        # some here, some there
        (["ada/exercise_03.py", "bob_exercise_03.py"], ["ada", "bob"]),
        (["ada/exercise_03.py", "exercise_04_bob.py"], ["ada", "bob"]),
        # exercises first
        (["exercise_03/ada/exercise_03.py", "exercise_04/bob/exercise_04.py"], ["ada", "bob"]),
        (["exercise_03/ada_exercise_03.py", "exercise_03/bob_exercise_03.py"], ["ada", "bob"]),
        (["ada/exercise_03/exercise_03.py", "bob/exercise_03_zero/exercise_03.py"], ["ada", "bob"]),
        # single folders around everything
        (["hw/ada/exercise_03.py", "hw/bob/exercise_03.py"], ["ada", "bob"]),
        (["x/y/z/ada/exercise_03.py", "x/y/z/bob/exercise_04.py"], ["ada", "bob"]),
        (["hw/ada_exercise_03.py", "hw/bob_exercise_03.py"], ["ada", "bob"]),
        (["hw/exercise_03_ada.py", "hw/exercise_03_bob.py"], ["ada", "bob"]),
        # one student
        (["ada/exercise_03.py", "ada/exercise_04.py"], ["ada", "ada"]),
        (["hw/ada/exercise_03.py", "hw/ada/exercise_04_final.py"], ["ada", "ada"]),
        (["exercise_03.py", "exercise_04.py"], ["class", "class"]),
        (["exercise_03/exercise_03.py", "exercise_04/exercise_04.py"], ["class", "class"]),
        (["exercise_03.ipynb"], ["class"]),
    ],
)
@pytest.mark.parametrize("kind", ["class", "class.tar.gz"])
def test_the_names_say_whose_a_file_is(tmp_path, kind, names, whose) -> None:
    assert students(tmp_path, *names, kind=kind) == dict(zip(names, whose, strict=True))


@pytest.mark.parametrize(
    "names",
    [
        ["ada/exercise_03.py", "bob/exercise_03.py", "exercise_03.py"],
        ["ada_exercise_03.py", "bob_exercise_03.py", "exercise_03.py"],
        ["ada_exercise_03.py", "bob_exercise_03.py", "exercise_03_final.py"],
        ["exercise_03_ada.py", "exercise_03_bob.py", "exercise_03.py"],
    ],
)
def test_a_file_that_names_nobody_beside_files_that_do_is_nobodys(tmp_path, names) -> None:
    collection = collected(tmp_path / "class", dict.fromkeys(names, b""))
    assert [each.student for each in collection.found] == ["ada", "bob"]
    assert [each.place for each in collection.left_over] == [f"class/{names[2]}"]


def test_files_of_other_kinds_beside_a_single_folder_do_not_hide_it(tmp_path) -> None:
    names = ("hw/ada/exercise_03.py", "hw/bob/exercise_03.py", "README.md", "grades/old.csv")
    assert set(students(tmp_path, *names).values()) == {"ada", "bob"}


def test_a_student_cannot_hand_in_for_another_by_the_names_of_her_files(tmp_path) -> None:
    names = (
        "eve/bob_12_345_exercise_03.py",
        "eve/Bob Roe_12_assignsubmission_file_/exercise_04.py",
        "eve/bob/exercise_05.py",
        "eve/bob_exercise_06.py",
        "eve/exercise_07_bob.py",
        "ada/exercise_03.py",
        "bob/exercise_03.py",
    )
    assert students(tmp_path, *names) == {name: name.partition("/")[0] for name in names}


def test_a_students_own_gradescope_file_says_nothing_of_others(tmp_path) -> None:
    metadata = b"exercise: {':submitters': [{':name': bob}]}\nada: {':submitters': [{':name': bob}]}\n"
    files = {"eve/submission_metadata.yml": metadata, "eve/exercise_03.py": b"eve", "ada/exercise_03.py": b"ada"}
    assert submissions(collected(tmp_path / "class", files)) == {
        ("eve", "exercise_03"): b"eve",
        ("ada", "exercise_03"): b"ada",
    }


@pytest.mark.parametrize(
    ("stem", "number", "before", "after", "exact"),
    [
        ("exercise_03", 3, "", "", True),
        ("Exercise_03", 3, "", "", True),
        ("exercise_3", 3, "", "", False),
        ("exercise_003", 3, "", "", True),
        ("exercise-12", 12, "", "", False),
        ("exercise 12", 12, "", "", False),
        ("exercise12b", 12, "", "b", False),
        ("exercise_03 (1)", 3, "", "1", False),
        ("ada_exercise_03", 3, "ada", "", False),
        ("ada_exercise_03_v2", 3, "ada", "v2", False),
        ("exercise_05_exercise_03", 5, "", "exercise_03", False),
        ("my exercise exercise_03", 3, "my exercise", "", False),
        ("jos\udce9_exercise_03", 3, r"jos\udce9", "", False),
    ],
)
def test_a_name_with_an_exercise_in_it_is_taken_apart(stem, number, before, after, exact) -> None:
    name = exercise_in(stem)
    assert (name.number, name.before, name.after, name.exact) == (number, before, after, exact)


@pytest.mark.parametrize(
    "stem", ["exercise", "exercises_03", "exercise_", "myexercise_03", "exercise_x3", "exercise_٣", ""]
)
def test_other_names_have_no_exercise_in_them(stem) -> None:
    assert exercise_in(stem) is None


@pytest.mark.parametrize("file", ["exercise_03", "exercise_03.txt", "exercise_03.py.bak", "exercise_03.pyc", ".py"])
def test_other_files_are_for_no_exercise(file) -> None:
    assert exercise_of(file) is None
