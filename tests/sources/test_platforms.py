"""Exports of learning platforms, built as the platforms build them; where that is written down is said in the modules
of `grader.sources`.
"""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packing import EXERCISES, collected, folder, reasons, submissions, zipped

from grader.sources import gradescope
from grader.sources.collect import collect

KINDS = ("class", "class.zip")


def told(collection) -> dict[str, tuple[str, bool, dict[str, str]]]:
    """By student, what is told of the one file: its name, whether it is late, the identity."""
    return {each.student: (each.file, each.late, dict(each.identity)) for each in collection.found}


def names(*those: str) -> dict[str, bytes]:
    return {name: name.encode() for name in those}


# Canvas


@pytest.mark.parametrize("kind", KINDS)
def test_canvas_files_say_name_lateness_and_id(tmp_path, kind) -> None:
    files = names(
        "doejane_1234_55501_exercise_03.py",
        "roebob_LATE_1235_55502_exercise_03.py",
        "garcíalópezjosé_1236_55503_exercise_03-2.ipynb",
        "lovelaceada_1237_55504_my final exercise_03.py",
    )
    assert told(collected(tmp_path / kind, files)) == {
        "doejane": ("exercise_03.py", False, {"canvas_id": "1234", "name": "doejane"}),
        "roebob": ("exercise_03.py", True, {"canvas_id": "1235", "name": "roebob"}),
        "garcíalópezjosé": ("exercise_03.ipynb", False, {"canvas_id": "1236", "name": "garcíalópezjosé"}),
        "lovelaceada": ("my final exercise_03.py", False, {"canvas_id": "1237", "name": "lovelaceada"}),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_anonymous_canvas_files_say_an_anonymous_id(tmp_path, kind) -> None:
    files = names("anon_aX3f9_55501_exercise_03.py", "LATE_anon_Zz0Qr_55502_exercise_03-1.py")
    assert told(collected(tmp_path / kind, files)) == {
        "anon_aX3f9": ("exercise_03.py", False, {"canvas_anonymous_id": "aX3f9"}),
        "anon_Zz0Qr": ("exercise_03.py", True, {"canvas_anonymous_id": "Zz0Qr"}),
    }


_letters = st.text(st.characters(categories=["L", "M", "N", "Pc"]), min_size=1, max_size=30).map(str.lower)
_people = st.tuples(
    _letters.filter(lambda name: re.search(r"_[0-9]|^exercise|^anon", name) is None),
    st.booleans(),
    st.integers(1, 10**15),
)


@given(people=st.lists(_people, min_size=1, max_size=4, unique_by=lambda person: person[2]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_canvas_files_of_any_name_give_back_these_people(tmp_path_factory, people) -> None:
    files = names(*(f"{name}{'_LATE' * late}_{user}_{user + 7}_exercise_03.py" for name, late, user in people))
    found = collected(tmp_path_factory.mktemp("any") / "class.tar", files).found
    assert {(each.identity["name"], each.late, int(each.identity["canvas_id"])) for each in found} == set(people)
    assert len({each.student for each in found}) == len(people)


def test_the_late_mark_of_older_canvas_versions_is_read(tmp_path) -> None:
    files = names("doejaneLATE_1234_55501_exercise_03.py", "roebob_1235_55502_exercise_03.py")
    assert {student: late for student, (_, late, _) in told(collected(tmp_path / "class", files)).items()} == {
        "doejane": True,
        "roebob": False,
    }


@pytest.mark.parametrize(
    ("earlier", "latest"),
    [
        ("exercise_03.py", "exercise_03-1.py"),
        ("exercise_03-2.py", "exercise_03-10.py"),
        ("exercise_03-7.py", "exercise_03-0b1c2d3e-0a1b-4c5d-8e9f-0123456789ab.py"),
    ],
)
def test_of_two_canvas_attempts_the_later_counts(tmp_path, earlier, latest) -> None:
    files = names(f"doejane_1_900_{earlier}", f"doejane_1_100_{latest}", "roebob_2_3_exercise_03.py")
    collection = collected(tmp_path / "class.zip", files)
    assert submissions(collection)["doejane", "exercise_03"] == f"doejane_1_100_{latest}".encode()
    assert reasons(collection) == {f"doejane_1_900_{earlier}": "an earlier attempt of doejane's exercise_03"}


def test_of_two_canvas_files_of_one_name_the_later_upload_counts(tmp_path) -> None:
    files = names("doejane_1_100_exercise_03.py", "doejane_1_99_exercise_03.py", "roebob_2_3_exercise_03.py")
    collection = collected(tmp_path / "class.zip", files)
    assert submissions(collection)["doejane", "exercise_03"] == b"doejane_1_100_exercise_03.py"


def test_people_of_one_name_in_canvas_are_told_apart_by_their_ids(tmp_path) -> None:
    files = names("doejane_1_11_exercise_03.py", "doejane_2_12_exercise_03.py", "roebob_3_13_exercise_03.py")
    assert sorted(told(collected(tmp_path / "class.zip", files))) == ["doejane_1", "doejane_2", "roebob"]


def test_a_students_name_does_not_depend_on_which_exercises_are_graded(tmp_path) -> None:
    files = names("doejane_1_11_exercise_03.py", "doejane_2_12_exercise_04.py")
    folder(tmp_path / "class", files)
    for exercises in (EXERCISES, ("exercise_03",), ("exercise_04",)):
        assert all(each.student.startswith("doejane_") for each in collect(tmp_path / "class", exercises).found)


def test_an_archive_handed_in_on_canvas_is_its_students(tmp_path) -> None:
    files = {
        "doejane_LATE_1_11_hw.zip": zipped(names("hw/exercise_03.py", "hw/exercise_04.py", "hw/notes.md")),
        "doejane_LATE_1_12_exercise_04-1.py": b"later",
        **names("roebob_2_13_exercise_03.py"),
    }
    collection = collected(tmp_path / "class.zip", files)
    assert submissions(collection) == {
        ("doejane", "exercise_03"): b"hw/exercise_03.py",
        ("doejane", "exercise_04"): b"later",
        ("roebob", "exercise_03"): b"roebob_2_13_exercise_03.py",
    }
    assert collection.found[0].late
    assert reasons(collection) == {
        "doejane_LATE_1_11_hw.zip: hw/exercise_04.py": "an earlier attempt of doejane's exercise_04",
        "doejane_LATE_1_11_hw.zip: hw/notes.md": "neither a .py nor an .ipynb file",
    }


def test_text_entries_and_links_on_canvas_are_left_over(tmp_path) -> None:
    files = names(
        "doejane_1_11_exercise_03.py", "roebob_2_13_exercise_03.py", "coyann_3_text.html", "leesam_4_link.html"
    )
    collection = collected(tmp_path / "class.zip", files)
    assert sorted(reasons(collection)) == ["coyann_3_text.html", "leesam_4_link.html"]


def test_a_canvas_file_cannot_name_another_student(tmp_path) -> None:
    files = names("evemallory_1_11_roebob_2_12_exercise_03.py", "roebob_2_13_exercise_03.py")
    assert submissions(collected(tmp_path / "class.zip", files)) == {
        ("evemallory", "exercise_03"): b"evemallory_1_11_roebob_2_12_exercise_03.py",
        ("roebob", "exercise_03"): b"roebob_2_13_exercise_03.py",
    }


def test_flat_files_with_numbers_are_not_taken_for_canvas(tmp_path) -> None:
    files = names("exercise_03_12_34_ada.py", "exercise_03_12_35_bob.py")
    assert sorted(told(collected(tmp_path / "class", files))) == ["12_34_ada", "12_35_bob"]


def test_what_was_put_beside_an_export_by_hand_is_read_too(tmp_path) -> None:
    exported = ("doejane_1_11_exercise_03.py", "roebob_2_13_exercise_03.py", "coyann_3_14_exercise_03.py")
    files = names(*exported, "lee/exercise_03.py", "exercise_03.py")
    collection = collected(tmp_path / "class", files)
    assert sorted(told(collection)) == ["coyann", "doejane", "lee", "roebob"]
    assert list(reasons(collection)) == ["exercise_03.py"]


# Moodle


@pytest.mark.parametrize("end", ["_", ""])
@pytest.mark.parametrize("kind", KINDS)
def test_moodle_folders_say_name_and_id(tmp_path, kind, end) -> None:
    files = names(
        f"Ada Lovelace_4711_assignsubmission_file{end}/exercise_03.py",
        f"José García López_4712_assignsubmission_file{end}/src/exercise_03.ipynb",
        f"Bob Roe_4713_assignsubmission_onlinetext{end}/onlinetext.html",
    )
    collection = collected(tmp_path / kind, files)
    assert told(collection) == {
        "Ada Lovelace": ("exercise_03.py", False, {"name": "Ada Lovelace", "moodle_id": "4711"}),
        "José García López": ("exercise_03.ipynb", False, {"name": "José García López", "moodle_id": "4712"}),
    }
    assert list(reasons(collection).values()) == ["neither a .py nor an .ipynb file"]


def test_moodle_files_without_folders_say_the_same(tmp_path) -> None:
    files = names(
        "Ada Lovelace_4711_assignsubmission_file_exercise_03.py",
        "Bob Roe_4712_assignsubmission_file_my_exercise_03.py",
    )
    assert told(collected(tmp_path / "class.zip", files)) == {
        "Ada Lovelace": ("exercise_03.py", False, {"name": "Ada Lovelace", "moodle_id": "4711"}),
        "Bob Roe": ("my_exercise_03.py", False, {"name": "Bob Roe", "moodle_id": "4712"}),
    }


def test_anonymous_moodle_participants_are_told_apart_by_their_ids(tmp_path) -> None:
    files = names(*(f"Participant_{number}_assignsubmission_file_/exercise_03.py" for number in (1, 2)))
    files |= names("added by hand_exercise_03.py")
    assert sorted(told(collected(tmp_path / "class.zip", files))) == ["Participant_1", "Participant_2", "added by hand"]


def test_an_archive_handed_in_on_moodle_is_its_students(tmp_path) -> None:
    files = {
        "Ada Lovelace_1_assignsubmission_file_/hw.zip": zipped(names("exercise_03.py")),
        **names("Bob Roe_2_assignsubmission_file_/exercise_03.py"),
    }
    assert sorted(told(collected(tmp_path / "class.zip", files))) == ["Ada Lovelace", "Bob Roe"]


# Gradescope

METADATA = b"""---
submission_101:
  :submitters:
  - :name: Ada Lovelace
    :sid: '0042'
    :email: Ada@example.edu
  :created_at: 2023-09-21 19:02:11.402000000 Z
  :score: 7.0
  :status: processed
  :results:
    tests: []
    output: "submission_102:\\n  :submitters: []"
  :history: []
submission_102:
  :submitters:
  - :name: Bob Roe
    :sid: 0042
    :email: bob@example.edu
  - :name: Carl Coy
    :sid:
    :email: carl@example.edu
  :created_at: 2023-09-22 09:00:00.000000000 Z
"""
GRADESCOPE = {
    "assignment_7_export/submission_metadata.yml": METADATA,
    **names(
        "assignment_7_export/submission_101/exercise_03.py",
        "assignment_7_export/submission_102/src/exercise_03.py",
        "assignment_7_export/submission_103/exercise_03.py",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_gradescope_says_of_each_submission_whose_it_is_and_a_group_has_it_each(tmp_path, kind) -> None:
    collection = collected(tmp_path / kind, GRADESCOPE)
    ada = {"name": "Ada Lovelace", "email": "Ada@example.edu", "sid": "0042", "gradescope_submission": "101"}
    bob = {"name": "Bob Roe", "email": "bob@example.edu", "sid": "0042", "gradescope_submission": "102"}
    carl = {"name": "Carl Coy", "email": "carl@example.edu", "gradescope_submission": "102"}
    assert told(collection) == {
        "Ada Lovelace": ("exercise_03.py", False, ada),
        "Bob Roe": ("exercise_03.py", False, bob),
        "Carl Coy": ("exercise_03.py", False, carl),
        "submission_103": ("exercise_03.py", False, {}),
    }
    assert collection.found[1].place == collection.found[2].place
    assert (collection.left_over, collection.problems) == ((), ())


def test_of_two_gradescope_submissions_of_one_person_the_later_counts(tmp_path) -> None:
    metadata = METADATA.replace(b"bob@example.edu", b"ada@example.edu").replace(b"Bob Roe", b"Ada Lovelace")
    collection = collected(tmp_path / "class", {**GRADESCOPE, "assignment_7_export/submission_metadata.yml": metadata})
    assert submissions(collection)["Ada Lovelace", "exercise_03"].endswith(b"submission_102/src/exercise_03.py")
    assert list(reasons(collection).values()) == ["an earlier attempt of Ada Lovelace's exercise_03"]


def test_people_of_one_name_in_gradescope_are_told_apart_by_their_addresses(tmp_path) -> None:
    metadata = METADATA.replace(b"Bob Roe", b"Ada Lovelace")
    collection = collected(tmp_path / "class", {**GRADESCOPE, "assignment_7_export/submission_metadata.yml": metadata})
    assert "Ada Lovelace_Ada@example.edu" in told(collection)
    assert "Ada Lovelace_bob@example.edu" in told(collection)


def test_a_gradescope_submission_that_is_marked_late_is_late(tmp_path) -> None:
    metadata = METADATA.replace(b"  :score: 7.0", b"  :late: true")
    collection = collected(tmp_path / "class", {**GRADESCOPE, "assignment_7_export/submission_metadata.yml": metadata})
    assert {each.student: each.late for each in collection.found}["Ada Lovelace"]
    assert sum(each.late for each in collection.found) == 1


def test_text_that_gradescopes_file_refers_to_is_read_where_it_stands(tmp_path) -> None:
    metadata = METADATA.replace(b"name: Ada Lovelace", b"name: &1 Ada Lovelace").replace(b"name: Bob Roe", b"name: *1")
    collection = collected(tmp_path / "class", {**GRADESCOPE, "assignment_7_export/submission_metadata.yml": metadata})
    assert "Ada Lovelace_bob@example.edu" in told(collection)


def test_a_gradescope_file_larger_than_any_is_not_read(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(gradescope, "METADATA_BYTES", 100)
    collection = collected(tmp_path / "class", GRADESCOPE)
    assert collection.problems[0].endswith("students are named by their folders")
    assert sorted(told(collection)) == ["submission_101", "submission_102", "submission_103"]


def test_ruby_types_in_gradescopes_file_are_read_as_what_they_hold(tmp_path) -> None:
    metadata = (
        b"submission_101: !ruby/hash:Hash\n  :submitters: !ruby/array:Array\n  - !ruby/object:User\n    :name: Ada\n"
    )
    files = {"submission_metadata.yml": metadata, **names("submission_101/exercise_03.py")}
    assert told(collected(tmp_path / "class", files)) == {
        "Ada": ("exercise_03.py", False, {"name": "Ada", "gradescope_submission": "101"})
    }


def _bomb() -> bytes:
    lines = ["a: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    return "\n".join(lines).encode()


@pytest.mark.parametrize(
    "metadata",
    [
        b"submission_101: [",
        b"- a\n- b\n",
        b"\xff\xfe\xff",
        b"",
        b"[" * 100_000,
        b"a:\n" + b"".join(b" " * depth + b"a:\n" for depth in range(1, 500)),
        b"a: !!python/object/apply:os.system [exit 1]",
        _bomb(),
    ],
)
def test_where_gradescopes_file_cannot_be_used_folders_stand_for_students(tmp_path, metadata) -> None:
    started = time.perf_counter()
    files = {"submission_metadata.yml": metadata, **names("submission_101/exercise_03.py", "ada/exercise_03.py")}
    collection = collected(tmp_path / "class", files)
    assert time.perf_counter() - started < 2
    assert sorted(told(collection)) == ["ada", "submission_101"]
    assert collection.left_over == ()
    for problem in collection.problems:
        assert problem.startswith("class/submission_metadata.yml is not Gradescope's (")


@pytest.mark.parametrize(
    "entry", [b"nothing", b"{}", b"{':submitters': x}", b"{':submitters': [x]}", b"{':submitters': [{}]}"]
)
def test_a_gradescope_submission_without_people_is_its_folders(tmp_path, entry) -> None:
    files = {"submission_metadata.yml": b"submission_101: " + entry, **names("submission_101/exercise_03.py")}
    assert list(told(collected(tmp_path / "class", files))) == ["submission_101"]


# GitHub Classroom


def test_repositories_of_a_classroom_say_the_login(tmp_path) -> None:
    files = names(
        "autograd-1-submissions/autograd-1-ada-lovelace/exercise_03.py",
        "autograd-1-submissions/autograd-1-bob/src/exercise_03.py",
        "autograd-1-submissions/autograd-1-bob/tests/test_exercise_03.py",
    )
    collection = collected(tmp_path / "class", files)
    assert told(collection) == {
        "ada-lovelace": ("exercise_03.py", False, {"github": "ada-lovelace"}),
        "bob": ("exercise_03.py", False, {"github": "bob"}),
    }


def test_the_folder_of_a_classroom_may_be_what_is_given(tmp_path) -> None:
    root = folder(tmp_path / "hw-submissions", names("hw-ada/exercise_03.py"))
    assert [each.student for each in collect(root, EXERCISES).found] == ["ada"]


def test_clones_are_known_by_their_git_folder(tmp_path) -> None:
    files = names("hw-ada/exercise_03.py", "hw-bob/exercise_03.py")
    assert sorted(told(collected(tmp_path / "without", files))) == ["hw-ada", "hw-bob"]
    cloned = {**files, "hw-ada/.git/HEAD": b"", "hw-bob/.git/HEAD": b""}
    assert sorted(told(collected(tmp_path / "with", cloned))) == ["ada", "bob"]


def test_many_folders_that_begin_alike_are_repositories_too(tmp_path) -> None:
    files = names("hw-ada/exercise_03.py", "hw-bob/exercise_03.py", "hw-carl/exercise_03.py")
    assert sorted(told(collected(tmp_path / "class.zip", files))) == ["ada", "bob", "carl"]


@pytest.mark.parametrize(
    "those",
    [
        ("ada/week-1/exercise_01.py", "ada/week-2/exercise_02.py", "ada/week-3/exercise_03.py", "bob/exercise_01.py"),
        ("ada/x-a/exercise_01.py", "ada/x-b/exercise_02.py", "ada/x-c/exercise_03.py", "bob/x-a/exercise_01.py"),
    ],
)
def test_a_students_own_folders_are_no_repositories(tmp_path, those) -> None:
    assert sorted({each.student for each in collected(tmp_path / "class", names(*those)).found}) == ["ada", "bob"]


# Several exports


def test_exports_that_lie_side_by_side_are_each_read_as_such_and_people_are_the_same(tmp_path) -> None:
    files = {
        "hw1.zip": zipped(names("doejane_1_11_exercise_03.py", "roebob_2_12_exercise_03.py")),
        **names("hw2/doejane_LATE_1_21_exercise_04.py", "hw2/roebob_2_22_exercise_04.py"),
        **names("hw3/Ada Lovelace_7_assignsubmission_file_/exercise_05.py"),
    }
    collection = collected(tmp_path / "class", files)
    assert [(each.student, each.exercise, each.late) for each in collection.found] == [
        ("Ada Lovelace", "exercise_05", False),
        ("doejane", "exercise_03", False),
        ("doejane", "exercise_04", True),
        ("roebob", "exercise_03", False),
        ("roebob", "exercise_04", False),
    ]


def test_a_folder_of_a_students_name_beside_a_platforms_person_of_that_name_is_another(tmp_path) -> None:
    files = names("doejane_1_11_exercise_03.py", "roebob_2_12_exercise_03.py", "doejane/exercise_03.py")
    assert sorted(told(collected(tmp_path / "class", files))) == ["doejane", "doejane_1", "roebob"]


def test_ten_thousand_students_are_told_apart_quickly(tmp_path) -> None:
    files = {f"s{number}/exercise_03.py": b"" for number in range(10_000)}
    path = tmp_path / "class.tar"
    collected(path, files)
    started = time.perf_counter()
    assert len(collect(path, EXERCISES).found) == 10_000
    assert time.perf_counter() - started < 5
