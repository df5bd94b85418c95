"""Folders and archives of students' files give each student's file once, and say of every other why it is none."""

from __future__ import annotations

import pickle
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packing import EXERCISES, KINDS, collected, packed, reasons, submissions

from grader.errors import UsageError
from grader.sources.collect import collect
from grader.sources.names import folded
from grader.submission import SOURCE_BYTES, cap_of

DESCRIPTORS = Path("/proc/self/fd")
CLASS = {
    "ada/exercise_03.py": b"ada 3",
    "ada/exercise_04.ipynb": b"ada 4",
    "bob/src/exercise_03_final.py": b"bob 3",
    "bob/notes.txt": b"...",
    "carl_exercise_03.py": b"carl 3",
}


@pytest.mark.parametrize("kind", KINDS)
def test_folders_and_flat_files_are_the_same_packed_or_not(tmp_path, kind) -> None:
    collection = collected(tmp_path / kind, CLASS)
    assert submissions(collection) == {
        ("ada", "exercise_03"): b"ada 3",
        ("ada", "exercise_04"): b"ada 4",
        ("bob", "exercise_03"): b"bob 3",
        ("carl", "exercise_03"): b"carl 3",
    }
    assert reasons(collection) == {"bob/notes.txt": "neither a .py nor an .ipynb file"}
    assert collection.problems == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_place_says_where_the_file_is(tmp_path, kind) -> None:
    found = collected(tmp_path / kind, CLASS).found
    separator = "/" if kind == "class" else ": "
    assert found[2].place.endswith(f"{kind}{separator}bob/src/exercise_03_final.py")
    assert found[2].file == "exercise_03_final.py"


@pytest.mark.parametrize("kind", KINDS)
def test_reading_gives_up_to_so_many_bytes_and_the_same_again(tmp_path, kind) -> None:
    (found,) = collected(tmp_path / kind, {"ada/exercise_03.py": b"0123456789"}).found
    assert [found.read(4), found.read(100), found.read(4), found.read(0)] == [b"0123", b"0123456789", b"0123", b""]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_too_large_is_found_and_shows_it(tmp_path, kind) -> None:
    (found,) = collected(tmp_path / kind, {"ada/exercise_03.py": b"#" * (SOURCE_BYTES + 100)}).found
    assert len(found.read(cap_of(found.file) + 1)) == SOURCE_BYTES + 1


def test_found_is_sorted_by_student_and_exercise_whatever_the_order(tmp_path) -> None:
    files = dict.fromkeys(("b/exercise_02.py", "a/exercise_10.py", "b/exercise_01.py", "a/exercise_09.py"), b"x")
    found = collected(tmp_path / "class.tar", files).found
    assert [(each.student, each.exercise) for each in found] == [
        ("a", "exercise_09"),
        ("a", "exercise_10"),
        ("b", "exercise_01"),
        ("b", "exercise_02"),
    ]


def test_an_exercise_that_is_not_graded_is_left_over(tmp_path) -> None:
    packed(tmp_path / "class", {"ada/exercise_03.py": b"", "ada/exercise_99.py": b"", "bob/exercise_04.py": b""})
    collection = collect(tmp_path / "class", ("exercise_03",))
    assert [each.student for each in collection.found] == ["ada"]
    assert reasons(collection) == {
        "ada/exercise_99.py": "exercise_99 is not among those that are graded",
        "bob/exercise_04.py": "exercise_04 is not among those that are graded",
    }


def test_what_is_no_submission_is_left_over_with_the_reason(tmp_path) -> None:
    files = {
        "ada/exercise_03.py": b"",
        "ada/solution.py": b"",
        "ada/exercise_03.py.txt": b"",
        "ada/test_exercise_03.py": b"",
        "ada/exercise.py": b"",
        "bob/exercise_04_test.py": b"",
        "exercise_05.py": b"",
    }
    collection = collected(tmp_path / "class", files)
    assert list(submissions(collection)) == [("ada", "exercise_03")]
    assert reasons(collection) == {
        "ada/solution.py": "its name says no exercise, as exercise_03.py does",
        "ada/exercise_03.py.txt": "neither a .py nor an .ipynb file",
        "ada/test_exercise_03.py": "a test, by its name",
        "ada/exercise.py": "its name says no exercise, as exercise_03.py does",
        "bob/exercise_04_test.py": "a test, by its name",
        "exercise_05.py": "its name says no student, and it is in no student's folder",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_what_systems_and_tools_leave_behind_is_not_even_listed(tmp_path, kind) -> None:
    litter = (
        "ada/.git/exercise_03.py",
        "ada/__pycache__/exercise_03.py",
        "ada/.ipynb_checkpoints/exercise_03.ipynb",
        "__MACOSX/ada/._exercise_03.py",
        ".DS_Store",
        "ada/.exercise_03.py",
        "Thumbs.db",
    )
    collection = collected(tmp_path / kind, {"ada/exercise_03.py": b"x", **dict.fromkeys(litter, b"")})
    assert submissions(collection) == {("ada", "exercise_03"): b"x"}
    assert collection.left_over == ()


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("exercise_03.py", "exercise_03_final.py"),
        ("exercise_03.ipynb", "exercise_03_final.py"),
        ("exercise_03_final.py", "my_exercise_03.py"),
        ("exercise_03.py", "exercise_03.ipynb"),
        ("Exercise_03.py", "exercise_03.ipynb"),
        ("exercise_03.py", "exercise_3.py"),
        ("exercise_03.py", "old/exercise_03.py"),
        ("exercise_03_a.py", "exercise_03_b.py"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["class", "class.zip"])
def test_of_two_files_for_an_exercise_one_counts_and_the_other_is_told(tmp_path, kind, better, worse) -> None:
    files = {f"ada/{worse}": b"worse", f"ada/{better}": b"better", "bob/exercise_01.py": b""}
    collection = collected(tmp_path / kind, files)
    assert submissions(collection)["ada", "exercise_03"] == b"better"
    (left,) = collection.left_over
    assert left.place.endswith(f"ada/{worse}")
    assert left.reason.startswith("a second file of ada's exercise_03; ")
    assert left.reason.endswith(f"ada/{better} is graded")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada/exercise_03.py", "ada/exercise_03.py"),
        ("ada/Exercise_03.py", "ada/exercise_03.py"),
        ("jos\u00e9/exercise_03.py", "jose\u0301/exercise_03.py"),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_names_that_differ_in_case_or_composition_alone_are_one_students(tmp_path, kind, one, other) -> None:
    collection = collected(tmp_path / kind, {other: b"other", one: b"one", "bob/exercise_01.py": b""})
    first = min((one, other))
    assert len(collection.found) == 2
    (left,) = collection.left_over
    assert left.place.endswith(max((one, other)))
    assert left.reason.startswith("its name is that of ")
    assert f"{first} but for case or unicode" in left.reason


def test_a_path_that_is_not_there_is_a_wrong_call(tmp_path) -> None:
    with pytest.raises(UsageError, match="nowhere is not there"):
        collect(tmp_path / "nowhere", EXERCISES)


@pytest.mark.parametrize("content", [b"x = 1\n", b"", b"\x7fELF" + bytes(600)])
def test_a_file_that_is_no_archive_is_a_wrong_call(tmp_path, content) -> None:
    (tmp_path / "exercise_03.py").write_bytes(content)
    with pytest.raises(UsageError, match=r"neither a folder nor an archive \(zip, tar or tar.gz\)"):
        collect(tmp_path / "exercise_03.py", EXERCISES)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_found_where_nothing_is(tmp_path, kind) -> None:
    collection = collected(tmp_path / kind, {})
    assert (collection.found, collection.left_over, collection.problems) == ((), (), ())


names = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/\\:"), min_size=1, max_size=40
).filter(
    lambda name: (
        not name.startswith(".")
        and len(name.encode()) < 200
        and folded(name) not in {"__pycache__", "__macosx", "thumbs.db", "desktop.ini"}
        and "exercise" not in name.lower()
        and "assignsubmission" not in name
    )
)


@given(students=st.lists(names, min_size=2, max_size=5, unique_by=folded))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_folders_of_students_of_any_name_give_back_these_students(tmp_path_factory, students) -> None:
    files = {f"{name}/exercise_03.py": name.encode() for name in students}
    root = tmp_path_factory.mktemp("any")
    for kind in KINDS:
        collection = collected(root / kind, files)
        assert submissions(collection) == {(name, "exercise_03"): name.encode() for name in students}
        assert collection.left_over == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_thousand_files_are_collected_and_read_in_less_than_half_a_second(tmp_path, kind) -> None:
    path = packed(tmp_path / kind, {f"student{number}/exercise_03.py": b"x = 1\n" * 100 for number in range(1000)})
    best = min(_seconds(path) for _ in range(3))
    assert best < 0.5


def _seconds(path) -> float:
    started = time.perf_counter()
    assert sum(len(each.read(1 << 20)) for each in collect(path, EXERCISES).found) == 600_000
    return time.perf_counter() - started


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no open files")
@pytest.mark.parametrize("kind", KINDS[1:])
def test_an_archive_is_kept_open_so_that_reading_does_not_depend_on_its_path(tmp_path, kind) -> None:
    collection = collected(tmp_path / kind, CLASS)
    (tmp_path / kind).unlink()
    assert submissions(collection)["ada", "exercise_03"] == b"ada 3"


@pytest.mark.skipif(not DESCRIPTORS.is_dir(), reason="needs /proc")
@pytest.mark.parametrize("kind", KINDS[1:])
def test_an_archive_is_closed_when_nobody_can_read_from_it_any_more(tmp_path, kind) -> None:
    before = len(list(DESCRIPTORS.iterdir()))
    collection = collected(tmp_path / kind, CLASS)
    assert len(list(DESCRIPTORS.iterdir())) >= before
    del collection
    assert len(list(DESCRIPTORS.iterdir())) == before


def test_a_collection_is_not_by_accident_sent_elsewhere(tmp_path) -> None:
    with pytest.raises((TypeError, AttributeError, pickle.PicklingError)):
        pickle.dumps(collected(tmp_path / "class.zip", CLASS))
