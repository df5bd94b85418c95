"""`grade batch` as an instructor calls it: what it prints, writes and answers; what it does the second time; what an
interrupt, a kill and a full disk leave behind.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sys
from pathlib import Path

import pytest
from small_class import (
    ANSWERS,
    EXERCISES,
    RIGHT,
    SLOW,
    Desk,
    Traces,
    end,
    make_class,
    make_course,
    results,
    wait_for_results,
    write,
)

from grader import cli
from grader.batch.journal import Journal
from grader.sandbox import levels
from grader.sandbox.levels import choose
from grader.sandbox.pool import LevelRefused

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the isolation that a class needs is Linux's")
SEED = ("--seed", 7)
BREAKS_THE_PROBE = RIGHT + "\n\ndef trace(*_):\n    raise SystemExit\n\n\nimport sys\n\nsys.settrace(trace)\n"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A course, with a cache of its answer keys for this module."""
    return Desk(make_course(tmp_path_factory.mktemp("desk")))


@pytest.fixture(scope="module")
def graded(desk):
    """A class that was graded once, and what the command said."""
    make_class(desk.root / "class")
    (desk.root / "class" / "ada" / "notes.txt").write_text("not for grading")
    said = desk.run("batch", "class", "--out", "graded", "--jobs", 2, *SEED)
    return desk.root / "graded", *said


@pytest.fixture
def again(desk, graded, tmp_path):
    """A copy of that class and of its results, to be changed."""
    shutil.copytree(desk.root / "class", tmp_path / "class")
    shutil.copytree(graded[0], tmp_path / "out")
    return tmp_path / "class", tmp_path / "out"


def files(folder):
    """All that is in a folder but the journal, with when it was written."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith("journal.")
    }


def changed(before, after):
    return sorted(name for name in after if before.get(name) != after[name])


def is_sound(out):
    with Journal.read(out) as journal:
        return journal.sound() and journal.is_written


class TestAClass:
    def test_every_submission_is_graded_and_the_command_exits_with_zero(self, graded):
        out, code, said, err = graded
        assert (code, "Traceback" in said + err) == (0, False)
        found = results(out)
        assert len(found) == 24
        for student, (_, _, points, first, reason) in ANSWERS.items():
            for exercise in EXERCISES:
                report = found[student, exercise]
                assert (report["status"], report["score"], report["max_score"]) == ("graded", points, 6.0), student
                assert report["cases"][0]["status"] == first, student
                if reason:
                    assert report["reason"] == reason
        assert found["bo", "exercise_08"]["diagnosis"][0]["mistake"] == "adds_one"
        assert is_sound(out)

    def test_results_have_the_documented_shape(self, graded):
        everything = json.loads((graded[0] / "results.json").read_text())
        assert set(everything) == {"format", "run", "results"}
        assert everything["format"] == 1
        level = choose(warm=False).sandbox
        level.close()
        assert (everything["run"]["seed"], everything["run"]["isolation"]) == (7, level.level)
        assert set(everything["run"]["versions"]) == {"grader", "torch", "numpy"}
        assert [(each["student"], each["exercise"]) for each in everything["results"]] == sorted(results(graded[0]))

    def test_what_it_prints_is_what_an_instructor_wants_to_know(self, graded):
        out, _, said, _ = graded
        assert re.match(r"24 submissions graded in \d+\.\d s, \d+ a second\.\n", said)
        assert re.search(r"^exercise_07  Double it +12 +3 +31 %$", said, re.MULTILINE)
        assert re.search(r"^exercise_08  Twofold it +12 +3 +31 %$", said, re.MULTILINE)
        assert "Not taken for submissions (1):\n    class/ada/notes.txt: neither a .py nor an .ipynb file" in said
        assert f"The class: {out.name}/index.html\n" in said
        assert f"All results: {out.name}/results.json (seed 7)\n" in said

    def test_where_no_one_is_looking_progress_is_plain_lines_on_standard_error(self, graded):
        lines = graded[3].splitlines()
        assert lines[0] == "Getting ready: 0 of 2"
        assert re.fullmatch(r"Getting ready: 2 of 2, \d+ a second, 0\.0 s left", lines[1])
        assert lines[2] == "Grading: 0 of 24"
        assert re.fullmatch(r"Grading: 24 of 24, \d+ a second, 0\.0 s left", lines[-3])
        assert lines[-2] == "Writing pages: 0 of 24"
        assert all(re.match(r"(Getting ready|Grading|Writing pages): \d+ of (2|24)", line) for line in lines)

    def test_every_student_has_pages_that_the_class_page_links(self, graded):
        out = graded[0]
        pages = sorted(path.relative_to(out).as_posix() for path in out.glob("students/*/*.html"))
        assert pages == sorted(f"students/{student}/{exercise}.html" for student in ANSWERS for exercise in EXERCISES)
        assert "adds where it should multiply" in (out / "students/bo/exercise_07.html").read_text()
        class_page = (out / "index.html").read_text()
        assert all(page in class_page for page in pages)

    def test_nothing_else_is_left(self, desk, graded):
        names = {"results.json", "index.html", "students", "journal.sqlite", "journal.lock"}
        assert {path.name for path in graded[0].iterdir()} == names
        assert desk.temporary == []


class TestTheSecondRun:
    def test_of_an_unchanged_class_grades_and_writes_nothing(self, desk, again):
        folder, out = again
        before = files(out)
        code, said, err = desk.run("batch", folder, "--out", out)
        assert (code, err) == (0, "")
        assert said.startswith("24 results unchanged.\n")
        assert files(out) == before
        assert "(seed 7)" in said

    def test_grades_what_is_new_or_changed_alone(self, desk, again):
        folder, out = again
        before, earlier = files(out), results(out)
        write(folder, "bo", "exercise_07", "double", RIGHT)
        write(folder, "zoe", "exercise_07", "double", RIGHT)
        code, said, _ = desk.run("batch", folder, "--out", out, "--jobs", 1)
        assert code == 0
        assert re.match(r"2 submissions graded in .*\n23 results unchanged\.\n", said)
        assert changed(before, files(out)) == [
            "index.html",
            "results.json",
            "students/bo/exercise_07.html",
            "students/zoe/exercise_07.html",
        ]
        found = results(out)
        assert found.pop(("bo", "exercise_07"))["score"] == found.pop(("zoe", "exercise_07"))["score"] == 6.0
        assert found == {key: report for key, report in earlier.items() if key != ("bo", "exercise_07")}

    def test_grades_a_student_again_who_is_named(self, desk, again):
        folder, out = again
        before = files(out)
        code, said, _ = desk.run("batch", folder, "--out", out, "--again", "ada", "--exercises", "8")
        assert code == 0
        assert re.match(r"1 submission graded in .*\n11 results unchanged\.\n", said)
        assert "students/ada/exercise_08.html" in changed(before, files(out))
        assert len(results(out)) == 24

    def test_grades_all_again_on_another_seed(self, desk, tmp_path):
        folder = make_class(tmp_path / "class", 1, RIGHT)
        out = tmp_path / "out"
        for seed in (7, 8):
            code, said, _ = desk.run("batch", folder, "--out", out, "--jobs", 1, "--seed", seed)
            assert (code, said[:20]) == (0, "2 submissions graded")
            assert {report["seed"] for report in results(out).values()} == {seed}

    def test_writes_again_what_was_deleted(self, desk, again):
        folder, out = again
        before = files(out)
        (out / "results.json").unlink()
        (out / "students/ada/exercise_07.html").unlink()
        code, said, _ = desk.run("batch", folder, "--out", out)
        assert (code, said.split("\n")[0]) == (0, "24 results unchanged.")
        assert set(files(out)) == set(before)


@pytest.fixture
def here(desk, monkeypatch, capsys):
    """The command in this process."""
    for name, value in desk.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(desk.root)

    def call(*arguments):
        before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            code = cli.run([str(each) for each in ("batch", *arguments)])
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


class TestWrongCalls:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["nowhere", "--out", "x"], "nowhere is not there"),
            (["class"], "Missing option '--out'"),
            (["class", "--out", "x", "--exercises", "9"], "there is no exercise '9'"),
            (["class", "--out", "x", "--jobs", "0"], "not in the range"),
            (["class", "--out", "x", "--seed", "-1"], "not in the range"),
            (["class", "--out", "x", "--isolation", "total"], "there is no isolation level 'total'"),
            (["class", "--out", "x", "--again", "adda"], "--again adda: the source holds nothing of a student"),
            (["class", "--out", "solutions/exercise_07_double_it/reference.py/out"], "cannot be written"),
            (["class", "--out", "class/out"], "lies in class: what is written there would be read as submissions"),
        ],
    )
    def test_say_what_is_wrong_and_exit_with_two(self, graded, here, arguments, message):
        code, out, err = here(*arguments)
        assert (code, out) == (2, "")
        assert message in err
        assert "Traceback" not in err

    def test_a_folder_without_submissions_is_no_error(self, here, tmp_path):
        (tmp_path / "class").mkdir()
        (tmp_path / "class" / "notes.txt").write_text("nothing")
        code, out, _ = here(tmp_path / "class", "--out", tmp_path / "out")
        assert code == 0
        assert out.startswith("No submissions were found.\n")
        assert results(tmp_path / "out") == {}

    def test_a_machine_that_cannot_hold_hostile_code_is_refused(self, here, tmp_path, monkeypatch):
        def refuse(level, _):
            raise LevelRefused(f"no {level} here")

        monkeypatch.setattr(levels, "_warm", refuse)
        folder = make_class(tmp_path / "class", 1, RIGHT)
        code, out, err = here(folder, "--out", tmp_path / "out")
        assert (code, out) == (2, "")
        assert "this machine gives isolation 1 (limited) at best, which does not hold hostile code" in err
        assert "--isolation limited does it anyway; not 3 (strict): no 3 here; not 2 (guarded): no 2 here" in err

    def test_limited_isolation_can_be_asked_for(self, desk, tmp_path):
        folder = tmp_path / "class"
        write(folder, "ada", "exercise_07", "double", RIGHT)
        code, said, _ = desk.run("batch", folder, "--out", tmp_path / "out", "--isolation", "limited", *SEED)
        assert (code, said[:20]) == (0, "1 submission graded ")
        (report,) = results(tmp_path / "out").values()
        assert (report["isolation"], report["score"]) == (1, 6.0)


class TestWhatCouldNotBeGraded:
    def test_is_listed_apart_with_code_three_and_is_tried_by_the_next_run(self, desk, tmp_path):
        folder, out = make_class(tmp_path / "class", 2, RIGHT), tmp_path / "out"
        write(folder, "bo", "exercise_08", "twofold", BREAKS_THE_PROBE)
        for told in ("3 submissions graded", "3 results unchanged"):
            code, said, _ = desk.run("batch", folder, "--out", out, "--jobs", 1, *SEED)
            assert (code, said[: len(told)]) == (3, told)
            assert "Not graded, through no fault of theirs (1):\n    bo, exercise_08: " in said
            assert "The same command tries them again." in said
            found = results(out)
            assert (len(found), found["bo", "exercise_08"]["status"]) == (4, "not graded")


class TestTwoRuns:
    def test_on_one_folder_do_not_meet(self, desk, here, graded):
        with Journal.open(graded[0]):
            code, out, err = here("class", "--out", "graded")
        assert (code, out) == (2, "")
        assert "another run is writing to graded: wait for it, or use another folder" in err


@pytest.fixture
def slow(desk, tmp_path):
    """A run of 16 submissions of a third of a second each, at a moment when some are done and others are at work."""
    folder, out = make_class(tmp_path / "class", 8, SLOW), tmp_path / "out"
    process = desk.start("batch", folder, "--out", out, "--jobs", 2, *SEED)
    try:
        done = wait_for_results(out, 3)
        assert done < 16
        yield process, folder, out
    finally:
        end(process)


def resumed(desk, folder, out):
    """Run the command once more to its end; how many results it had and how many it made."""
    code, said, err = desk.run("batch", folder, "--out", out, "--jobs", 2, *SEED)
    assert (code, "Traceback" in err) == (0, False)
    graded, unchanged = (int(re.search(rf"(\d+) {what}", said)[1]) for what in ("submission", "result"))
    found = results(out)
    assert len(found) == 16
    assert {(report["status"], report["score"]) for report in found.values()} == {("graded", 6.0)}
    assert is_sound(out)
    assert desk.temporary == []
    return unchanged, graded


class TestAnEndInMidRun:
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "terminated"])
    def test_by_request_stops_at_once_and_is_resumed(self, desk, slow, number):
        process, folder, out = slow
        traces = Traces.of(process.pid)
        if number == signal.SIGINT:
            os.killpg(process.pid, number)  # a terminal tells all that run in it
        else:
            process.send_signal(number)
        said, err = process.communicate(timeout=20)
        assert process.returncode == {signal.SIGINT: 130, signal.SIGTERM: 143}[number]
        assert said == ""
        assert "grade: every result that was counted is kept; the same command goes on from there\n" in err
        assert "Traceback" not in err
        assert traces.left() == []
        assert desk.temporary == []
        with Journal.read(out) as journal:
            assert journal.sound()
            kept = len(journal.kept())
        if number == signal.SIGINT:  # once is enough
            assert resumed(desk, folder, out) == (kept, 16 - kept)

    def test_by_kill_leaves_no_process_and_is_resumed(self, desk, slow):
        process, folder, out = slow
        traces = Traces.of(process.pid)
        assert len(traces.pids) > 4
        process.kill()
        process.wait()
        assert traces.left(within=3.0) == []
        with Journal.read(out) as journal:
            assert journal.sound()
            kept = len(journal.kept())
        assert resumed(desk, folder, out) == (kept, 16 - kept)

    def test_of_a_worker_costs_nobody_a_result(self, desk, slow):
        process, _, out = slow
        workers = [pid for pid in Traces.of(process.pid).pids if _is_worker(pid)]
        os.kill(workers[0], signal.SIGKILL)
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        assert said.startswith("16 submissions graded")
        assert len(results(out)) == 16
        assert {report["score"] for report in results(out).values()} == {6.0}


def _is_worker(pid):
    return b"--multiprocessing-fork" in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")


class TestAFullDisk:
    def test_loses_nothing_and_says_so(self, desk, tmp_path):
        folder, out = make_class(tmp_path / "class", 6, RIGHT), tmp_path / "out"
        code, said, err = desk.run("batch", folder, "--out", out, "--jobs", 2, *SEED, before="ulimit -f 96")
        assert (code, said) == (3, "")
        assert re.search(
            r"^grade: the journal cannot be written \(.*\): make room and run the same command again; "
            r"every result that was counted is kept$",
            err,
            re.MULTILINE,
        )
        counted = max(int(number) for number in re.findall(r"^Grading: (\d+) of 12", err, re.MULTILINE))
        with Journal.read(out) as journal:
            kept = len(journal.kept())
            assert journal.sound()
        assert counted <= kept < 12
        code, said, _ = desk.run("batch", folder, "--out", out, "--jobs", 2, *SEED)
        assert code == 0
        assert f"{kept} result" in said
        assert len(results(out)) == 12
