"""The journal: what was added stays, whatever becomes of the process; one writer at a time; nothing half written."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from grader.batch.journal import FILE, Entry, Journal
from grader.errors import GraderError, UsageError
from grader.record import page_of, record_of
from grader.report import CaseReport, Report
from grader.sources.found import LeftOver


def report(student="ada", exercise="exercise_03", status="graded", points=4.0):
    case = CaseReport(name="first", status="passed" if points == 4.0 else "failed", points=points, max_points=4.0)
    return Report(
        exercise=exercise,
        title="An exercise",
        student=student,
        file=f"{exercise}.py",
        status=status,
        score=points,
        max_score=4.0,
        cases=(case,),
        isolation=3,
        seed=7,
        versions={"grader": "1"},
    )


def entry(student="ada", exercise="exercise_03", fingerprint="f", **fields):
    made = report(student, exercise, **fields)
    return Entry(record_of(made, "", page=page_of(student, exercise)), made, fingerprint)


def test_what_was_added_is_there_in_order_when_it_is_opened_again(tmp_path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.add([entry("eve"), entry("ada", points=1.5)])
        journal.add([entry("ada", "exercise_01")])
    with Journal.read(tmp_path) as journal:
        assert [(each.student, each.exercise) for each in journal.records()] == [
            ("ada", "exercise_01"),
            ("ada", "exercise_03"),
            ("eve", "exercise_03"),
        ]
        assert list(journal.reports()) == [report("ada", "exercise_01"), report(points=1.5), report("eve")]
        assert journal.report("ada", "exercise_03") == report(points=1.5)
        assert journal.kept()["ada", "exercise_03"].fingerprint == "f"
        assert journal.sound()


def test_a_new_result_takes_the_place_of_the_old_one(tmp_path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.add([entry(fingerprint="old", points=0.0)])
        journal.add([entry(fingerprint="new")])
        assert list(journal.reports()) == [report()]
        assert journal.kept()["ada", "exercise_03"].fingerprint == "new"


def test_of_results_that_are_added_together_all_are_there_or_none(tmp_path) -> None:
    class Halting(list):
        def __iter__(self):
            yield entry("ada")
            raise KeyboardInterrupt

    with Journal.open(tmp_path) as journal:
        with pytest.raises(KeyboardInterrupt):
            journal.add(Halting())
        assert list(journal.records()) == []


def test_a_full_disk_is_an_error_and_loses_nothing(tmp_path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.add([entry("ada")])
        pages = journal._connection.execute("pragma page_count").fetchone()[0]
        journal._connection.execute(f"pragma max_page_count = {pages + 1}")
        with pytest.raises(GraderError, match="make room and run the same command again") as caught:
            journal.add([entry(f"student {number}") for number in range(500)])
        assert caught.value.exit_code == 3
        assert [each.student for each in journal.records()] == ["ada"]
        journal._connection.execute("pragma max_page_count = 1000000")
        journal.add([entry("eve")])
        assert [each.student for each in journal.records()] == ["ada", "eve"]
        assert journal.sound()


def test_the_seed_is_secret_kept_and_can_be_chosen(tmp_path) -> None:
    with Journal.open(tmp_path / "a") as journal:
        seed = journal.seed(None)
        assert seed > 2**20
    with Journal.open(tmp_path / "a") as journal:
        assert journal.seed(None) == seed
        assert journal.seed(5) == 5
        assert journal.seed(None) == 5
    with Journal.open(tmp_path / "b") as journal:
        assert journal.seed(None) != seed


HOLDS = """
import sys, time
from pathlib import Path
from grader.batch.journal import Journal
journal = Journal.open(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""


def test_a_second_run_in_the_same_folder_says_so_until_the_first_is_gone_however_it_went(tmp_path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDS, str(tmp_path)], stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout.readline() == "open\n"
        with pytest.raises(UsageError, match="another run is writing to"):
            Journal.open(tmp_path)
        first.send_signal(signal.SIGKILL)
        first.wait()
    Journal.open(tmp_path).close()


def test_a_journal_can_be_read_while_it_is_written(tmp_path) -> None:
    with Journal.open(tmp_path) as writing, Journal.read(tmp_path) as reading:
        writing.add([entry()])
        assert [each.student for each in reading.records()] == ["ada"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda _: None, "holds no results"),
        (lambda folder: (folder / FILE).write_bytes(b"not a database at all, but long enough" * 50), "cannot be read"),
        (
            lambda folder: sqlite3.connect(folder / FILE).executescript(
                "create table run (key text primary key, value text) without rowid;"
                "insert into run values ('format', '9')"
            ),
            "another version",
        ),
    ],
    ids=["nothing", "something else", "another version"],
)
def test_what_is_no_journal_is_a_wrong_call(tmp_path, make, message) -> None:
    make(tmp_path)
    with pytest.raises(UsageError, match=message):
        Journal.read(tmp_path)


def test_a_folder_that_cannot_be_made_is_a_wrong_call(tmp_path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        Journal.open(tmp_path / "file" / "out")


def test_pages_are_to_be_written_where_they_are_missing_or_old(tmp_path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.add([entry("ada"), entry("eve")])
        assert journal.pages_to_write() == [("ada", "exercise_03"), ("eve", "exercise_03")]
        for student in ("ada", "eve"):
            page = tmp_path / page_of(student, "exercise_03")
            page.parent.mkdir(parents=True)
            page.write_text("")
            journal.page_written(student, "exercise_03")
        journal.set_written()
        assert (journal.pages_to_write(), journal.is_written) == ([], True)
        journal.add([entry("eve", fingerprint="g")])
        assert (journal.pages_to_write(), journal.is_written) == ([("eve", "exercise_03")], False)
        (tmp_path / page_of("ada", "exercise_03")).unlink()
        assert len(journal.pages_to_write()) == 2


def test_a_page_is_old_when_its_result_was_made_again_from_the_same(tmp_path) -> None:
    page = tmp_path / page_of("ada", "exercise_03")
    page.parent.mkdir(parents=True)
    page.write_text("not graded")
    with Journal.open(tmp_path) as journal:
        journal.add([entry("ada", status="not graded", points=0.0)])
        journal.page_written("ada", "exercise_03")
        assert journal.pages_to_write() == []
        journal.add([entry("ada")])
        assert journal.pages_to_write() == [("ada", "exercise_03")]


def test_what_was_left_over_is_that_of_the_last_source(tmp_path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.note_left_over([LeftOver("a", "b")], ["c"])
        journal.note_left_over([LeftOver("odd\udcff.txt", "belongs to no exercise")], [])
        assert journal.left_over() == [LeftOver("odd?.txt", "belongs to no exercise")]
        assert journal.problems() == []


@pytest.mark.parametrize(
    ("student", "page"),
    [
        ("ada", "students/ada/exercise_03.html"),
        ("Ada", "students/ada-"),
        ("../../etc/passwd", "students/etc_passwd-"),
        ("ada lovelace", "students/ada_lovelace-"),
        ("Ädä\udcff", "students/d-"),
        ("..", "students/student-"),
        ("x" * 300, "students/" + "x" * 60 + "-"),
    ],
)
def test_a_page_has_a_name_of_its_own_that_is_safe_anywhere(student, page) -> None:
    assert page_of(student, "exercise_03").startswith(page)
    assert Path(page_of(student, "exercise_03")).parent.parent == Path("students")
    assert page_of("Ada", "exercise_03") != page_of("aDa", "exercise_03")
