"""A folder gives its regular files and nothing else, and nothing in it can lead out of it or make anyone wait."""

from __future__ import annotations

import errno
import os
import socket
import sys
from pathlib import Path

import pytest
from packing import EXERCISES, folder, reasons, submissions

from grader.errors import SourceError, UsageError
from grader.sources import folders
from grader.sources.collect import collect
from grader.sources.tree import DEPTH

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="makes what only Unix has")
BOB = {"bob/exercise_03.py": b"bob"}


def test_a_link_is_left_over_wherever_it_leads(tmp_path) -> None:
    root = folder(tmp_path / "class", BOB)
    folder(tmp_path / "outside", {"exercise_03.py": b"outside"})
    (root / "ada").symlink_to(tmp_path / "outside")
    (root / "carl").mkdir()
    (root / "carl" / "exercise_03.py").symlink_to(tmp_path / "outside" / "exercise_03.py")
    (root / "carl" / "exercise_04.py").symlink_to(root / "bob" / "exercise_03.py")
    (root / "carl" / "exercise_05.py").symlink_to("nowhere")
    (root / "carl" / "loop").symlink_to(root)
    collection = collect(root, EXERCISES)
    assert submissions(collection) == {("bob", "exercise_03"): b"bob"}
    assert reasons(collection) == dict.fromkeys(
        ("ada", "carl/exercise_03.py", "carl/exercise_04.py", "carl/exercise_05.py", "carl/loop"),
        "a link, and links are not followed",
    )


def test_the_folder_itself_may_be_a_link(tmp_path) -> None:
    folder(tmp_path / "class", BOB)
    (tmp_path / "link").symlink_to(tmp_path / "class")
    assert submissions(collect(tmp_path / "link", EXERCISES)) == {("bob", "exercise_03"): b"bob"}


def test_a_folder_that_is_given_from_here_is_read_from_anywhere(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(folder(tmp_path / "class", BOB))
    collection = collect(Path(), EXERCISES)
    monkeypatch.chdir("/")
    assert submissions(collection) == {("bob", "exercise_03"): b"bob"}
    assert collection.found[0].place == "class/bob/exercise_03.py"


@pytest.mark.parametrize("swapped", ["bob", "bob/exercise_03.py"])
def test_what_became_a_link_after_it_was_listed_is_not_followed(tmp_path, swapped) -> None:
    root = folder(tmp_path / "class", BOB)
    outside = folder(tmp_path / "outside", {"bob/exercise_03.py": b"outside"})
    (found,) = collect(root, EXERCISES).found
    (root / swapped).rename(tmp_path / "away")
    (root / swapped).symlink_to(outside / swapped)
    with pytest.raises(SourceError, match=r"class/bob/exercise_03\.py cannot be read: "):
        found.read(100)


def test_what_became_a_pipe_after_it_was_listed_is_not_waited_for(tmp_path) -> None:
    root = folder(tmp_path / "class", BOB)
    (found,) = collect(root, EXERCISES).found
    (root / "bob" / "exercise_03.py").unlink()
    os.mkfifo(root / "bob" / "exercise_03.py")
    with pytest.raises(SourceError, match="no regular file any more"):
        found.read(100)


def test_a_file_that_is_gone_is_told_when_it_is_read(tmp_path) -> None:
    root = folder(tmp_path / "class", BOB)
    (found,) = collect(root, EXERCISES).found
    (root / "bob" / "exercise_03.py").unlink()
    with pytest.raises(SourceError, match="No such file"):
        found.read(100)


def test_pipes_and_sockets_are_left_over(tmp_path, monkeypatch) -> None:
    root = folder(tmp_path / "class", BOB)
    os.mkfifo(root / "bob" / "exercise_04.py")
    monkeypatch.chdir(root / "bob")  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("exercise_05.py")
        collection = collect(root, EXERCISES)
    assert reasons(collection) == dict.fromkeys(("bob/exercise_04.py", "bob/exercise_05.py"), "no regular file")


def test_a_pipe_in_the_place_of_the_archive_is_a_wrong_call(tmp_path) -> None:
    os.mkfifo(tmp_path / "class.zip")
    with pytest.raises(UsageError, match="neither a folder nor an archive"):
        collect(tmp_path / "class.zip", EXERCISES)


def test_names_that_are_not_utf_8_are_read_and_stay_apart(tmp_path) -> None:
    files = {os.fsdecode(name) + "/exercise_03.py": name for name in (b"jos\xe9", b"jos\xe8", "josé".encode())}
    root = folder(tmp_path / "class", files)
    collection = collect(root, EXERCISES)
    assert submissions(collection) == {
        (r"jos\udce9", "exercise_03"): b"jos\xe9",
        (r"jos\udce8", "exercise_03"): b"jos\xe8",
        ("josé", "exercise_03"): "josé".encode(),
    }
    assert all(each.place.encode() for each in collection.found)


def test_hidden_folders_are_not_entered(tmp_path) -> None:
    root = folder(tmp_path / "class", {**BOB, "bob/.git/exercise_04.py": b""})
    (root / "bob" / ".git").chmod(0)
    collection = collect(root, EXERCISES)
    assert (len(collection.found), collection.left_over, collection.problems) == (1, (), ())


def test_folders_deeper_than_any_honest_one_are_left_over(tmp_path) -> None:
    deep = "/".join(["bob"] + ["d"] * (DEPTH + 3))
    collection = collect(folder(tmp_path / "class", {**BOB, f"{deep}/exercise_04.py": b""}), EXERCISES)
    assert list(submissions(collection)) == [("bob", "exercise_03")]
    assert list(reasons(collection).values()) == [f"folders more than {DEPTH} deep are not entered"]


def test_more_files_than_any_class_has_are_a_problem_and_the_first_are_there(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(folders, "MEMBERS", 3)
    root = folder(tmp_path / "class", {f"s{number}/exercise_03.py": b"" for number in range(5)})
    collection = collect(root, EXERCISES)
    assert [each.student for each in collection.found] == ["s0", "s1", "s2"]
    assert collection.problems == ("class holds more than 3 files; the rest was not looked at",)


def test_a_folder_that_may_not_be_entered_is_left_over(tmp_path, monkeypatch) -> None:
    root = folder(tmp_path / "class", {**BOB, "ada/exercise_03.py": b""})
    opened = os.open

    def refused(path, *arguments, **named):  # as for anybody but root, who may enter all
        if Path(path).name == "ada":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return opened(path, *arguments, **named)

    monkeypatch.setattr(os, "open", refused)
    collection = collect(root, EXERCISES)
    assert reasons(collection) == {"ada": "the folder cannot be read: Permission denied"}


@pytest.mark.parametrize("followed", [False, True])
def test_without_descriptors_for_folders_paths_are_checked_instead(tmp_path, monkeypatch, followed) -> None:
    monkeypatch.setattr(folders, "_BY_DESCRIPTOR", False)
    root = folder(tmp_path / "class", BOB)
    (found,) = collect(root, EXERCISES).found
    assert found.read(100) == b"bob"
    if followed:
        (root / "bob").rename(tmp_path / "away")
        (root / "bob").symlink_to(tmp_path / "away")
        with pytest.raises(SourceError, match="a link leads elsewhere"):
            found.read(100)


def test_a_folder_that_cannot_be_listed_is_a_wrong_call(tmp_path, monkeypatch) -> None:
    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    folder(tmp_path / "class", BOB)
    monkeypatch.setattr(folders.os, "scandir", refuse)
    with pytest.raises(UsageError, match="class cannot be read: Permission denied"):
        collect(tmp_path / "class", EXERCISES)
