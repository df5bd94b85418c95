"""The commands as a person calls them: what they print, write and answer, for good input and for bad."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from grader import cli
from grader.cli import shared, student
from grader.errors import UsageError
from grader.report import Report
from grader.sandbox import doctor
from grader.sandbox.levels import choose

ROOT = Path(__file__).resolve().parent.parent
GRADE = [sys.executable, "-m", "grader"]
RIGHT = """import torch


def gradient_of_each_call(f, x, calls):
    return [torch.autograd.grad(f(x), x)[0] for _ in range(calls)]
"""
NEVER_ZEROES = """def gradient_of_each_call(f, x, calls):
    gradients = []
    for _ in range(calls):
        f(x).backward()
        gradients.append(x.grad.clone())
    return gradients
"""
NAMES = "gradient_of_each_call"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """An empty folder to work in, with a state of its own; the cache of answer keys is shared, as it is at home."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / ".state"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("GRADE_DEBUG", raising=False)
    return tmp_path


def grade(capsys, *arguments: object) -> tuple[int, str, str]:
    """Run a command in this process: exit code, standard output, standard error."""
    code = cli.run([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def best_level() -> int:
    """The level that this machine gives."""
    sandbox = choose(warm=False).sandbox
    sandbox.close()
    return sandbox.level


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


class TestGrading:
    def test_a_right_answer_exits_with_zero_and_leaves_both_reports(self, desk, capsys):
        code, out, err = grade(capsys, "exercise_03", write(desk, "mine.py", RIGHT))
        assert code == 0
        assert "10 / 10" in out
        assert "Full marks" in out
        assert err == ""
        report = Report.from_json((desk / "reports/exercise_03/report.json").read_text())
        assert (report.score, report.file, report.isolation) == (10.0, "mine.py", best_level())
        assert "<!doctype html>" in (desk / "reports/exercise_03/report.html").read_text().lower()

    def test_a_known_mistake_is_named_and_exits_with_one(self, desk, capsys):
        code, out, _ = grade(capsys, "3", write(desk, "mine.py", NEVER_ZEROES))
        assert code == 1
        assert "The gradients are never cleared, so they add up" in out
        assert "grade hint exercise_03" in out

    def test_json_prints_the_report_and_nothing_else(self, desk, capsys):
        code, out, err = grade(capsys, "3", write(desk, "mine.py", NEVER_ZEROES), "--json", "--student", "ada")
        report = json.loads(out)
        assert code == 1
        assert err == ""
        assert report["student"] == "ada"
        assert report["format"] == 1
        assert report["exercise"] == "exercise_03"
        assert report["status"] == "graded"
        assert report["max_score"] == 10.0
        assert report["diagnosis"][0]["mistake"] == "never_zeroes"
        assert report["diagnosis"][0]["certainty"] == "same behaviour"
        assert {case["status"] for case in report["cases"]} == {"passed", "failed", "skipped"}
        assert set(report["versions"]) == {"grader", "torch", "numpy"}

    def test_without_a_file_the_starter_is_put_there_and_graded(self, desk, capsys):
        code, out, _ = grade(capsys, "zero")
        assert code == 1
        assert out.startswith("There was no exercise_03.py here, so the starter was put there.")
        text = (desk / "exercise_03.py").read_text()
        assert text.startswith('"""Zero the gradients\n')
        assert "def gradient_of_each_call" in text

    def test_a_file_that_is_there_is_graded_and_left_as_it_is(self, desk, capsys):
        path = write(desk, "exercise_03.py", RIGHT)
        code, out, _ = grade(capsys, "03")
        assert code == 0
        assert "There was no" not in out
        assert path.read_text() == RIGHT

    def test_a_notebook_beside_is_found(self, desk, capsys):
        cells = ["%matplotlib inline", RIGHT, "print(undefined_name)", "!ls"]
        write(desk, "exercise_03.ipynb", notebook(cells))
        code, out, _ = grade(capsys, "exercise_03")
        assert code == 0
        assert "exercise_03.ipynb" in out

    def test_a_mistake_in_a_notebook_is_shown_in_its_cell(self, desk, capsys):
        path = write(desk, "mine.ipynb", notebook(["import torch", "x = 1\n\n" + NEVER_ZEROES]))
        _, out, _ = grade(capsys, "3", path, "--json")
        found = json.loads(out)["diagnosis"][0]
        assert (found["cell"], found["line"]) == (2, 3)
        assert found["source"] == "def gradient_of_each_call(f, x, calls):"

    def test_the_seed_is_in_the_report_and_in_the_command_that_repeats_it(self, desk, capsys):
        path = write(desk, "mine.py", NEVER_ZEROES)
        first = json.loads(grade(capsys, "3", path, "--json", "--seed", "831")[1])
        again = json.loads(grade(capsys, *first["command"].split()[1:], "--json")[1])
        other = json.loads(grade(capsys, "3", path, "--json")[1])
        assert first["seed"] == 831
        assert again["cases"][0]["message"] == first["cases"][0]["message"]
        assert other["cases"][0]["message"] != first["cases"][0]["message"]

    def test_out_names_the_folder_of_the_reports(self, desk, capsys):
        grade(capsys, "3", write(desk, "mine.py", RIGHT), "--out", desk / "elsewhere")
        assert (desk / "elsewhere/exercise_03/report.html").is_file()
        assert not (desk / "reports").exists()

    def test_a_pipe_gets_no_colors(self, desk, capsys):
        _, out, _ = grade(capsys, "3", write(desk, "mine.py", NEVER_ZEROES))
        assert "\x1b" not in out


def notebook(cells: list[str]) -> str:
    code = [
        {"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": [], "id": f"c{i}", "source": source}
        for i, source in enumerate(cells)
    ]
    return json.dumps({"cells": code, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.mark.usefixtures("desk")
class TestBadInput:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["exercise_99"], "there is no exercise 'exercise_99'"),
            (["exercise_3x"], "did you mean exercise_"),
            (["zerro"], "did you mean zero?"),
            (["lsit"], "there is no command or exercise 'lsit'; did you mean `grade list`?"),
            (["gradients"], "say which"),
            (["3", "not_there.py"], "not_there.py cannot be read: No such file or directory"),
            (["3", "."], ". is a folder; a .py or .ipynb file is expected"),
            (["3", "--sed", "4"], "No such option"),
            (["3", "--seed", "-4"], "not in the range"),
            (["3", "a.py", "b.py"], "unexpected extra argument"),
            (["start", "knitting"], "there is no exercise 'knitting'"),
            (["hint"], "Missing argument"),
        ],
    )
    def test_a_wrong_call_says_what_is_wrong_and_exits_with_two(self, capsys, arguments, message):
        code, out, err = grade(capsys, *arguments)
        assert code == 2
        assert out == ""
        assert message in err
        assert "Traceback" not in err

    @pytest.mark.parametrize(
        ("name", "content", "message"),
        [
            ("empty.py", "", "the file is empty"),
            ("blank.py", " \n\n", "the file is empty"),
            ("latin.py", b'x = "caf\xe9"\n', "the file is not UTF-8 (byte 0xe9 in line 1); save it as UTF-8"),
            ("broken.ipynb", '{"cells": [', "the file is not a notebook that can be read (NotJSONError"),
            ("large.py", "x = 1\n" * 60_000, "the file is over 256 KiB"),
        ],
    )
    def test_a_file_without_code_is_graded_with_the_reason(self, desk, capsys, name, content, message):
        code, out, _ = grade(capsys, "3", write(desk, name, content), "--json")
        report = json.loads(out)
        assert code == 1
        assert report["status"] == "graded"
        assert report["score"] == 0
        assert report["reason"].startswith(message)

    @pytest.mark.parametrize(
        ("source", "title", "line"),
        [
            ("import torch\ndef broken(:\n    pass\n", "The file is not valid Python: invalid syntax", 2),
            ("import a_package_that_is_missing\n", "A package is imported that is not there", 1),
            ("x = 1\nraise SystemExit(3)\n", "The file ends the program while it is imported", 2),
            ("x = [1]\ny = x[5]\n", "The file fails while it is imported: IndexError", 2),
            ("def gradient_of_each_cal(f, x, calls):\n    return []\n", f"`{NAMES}` is not defined", None),
            (f"def {NAMES}(f, x):\n    return []\n", f"`{NAMES}` cannot be called as the exercise calls it", 1),
        ],
    )
    def test_a_module_that_cannot_be_used_gets_one_clear_verdict(self, desk, capsys, source, title, line):
        code, out, _ = grade(capsys, "3", write(desk, "mine.py", source), "--json")
        report = json.loads(out)
        assert code == 1
        assert report["score"] == 0
        assert report["diagnosis"][0]["title"].startswith(title)
        assert report["diagnosis"][0]["line"] == line

    def test_a_missing_function_is_named_with_what_was_found_instead(self, desk, capsys):
        path = write(desk, "mine.py", "def gradient_of_each_cal(f, x, calls):\n    return []\n")
        _, out, _ = grade(capsys, "3", path)
        assert "The file defines gradient_of_each_cal." in out
        assert out.count("not tried, for the same reason") == 5

    def test_a_byte_order_mark_and_windows_lines_are_no_mistake(self, desk, capsys):
        path = write(desk, "mine.py", b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode())
        assert grade(capsys, "3", path)[0] == 0

    def test_a_declared_encoding_is_respected(self, desk, capsys):
        path = write(desk, "mine.py", b"# -*- coding: latin-1 -*-\n# caf\xe9\n" + RIGHT.encode())
        assert grade(capsys, "3", path)[0] == 0

    def test_two_hundred_megabytes_of_prints_are_cut_and_kept(self, desk, capsys):
        path = write(desk, "mine.py", "for _ in range(200):\n    print('x' * (1 << 20))\n" + RIGHT)
        code, out, _ = grade(capsys, "3", path, "--json")
        assert code == 0
        assert json.loads(out)["output"] == "x" * 65536

    def test_five_ways_to_end_badly_are_five_different_verdicts(self, desk, capsys):
        source = f"""import os, signal, torch
calls_so_far = 0


def {NAMES}(f, x, calls):
    if calls == 5:
        os._exit(7)
    if x.shape == (3, 2):
        os.kill(os.getpid(), signal.SIGSEGV)
    torch.empty(1 << 40).fill_(1)
"""
        _, out, _ = grade(capsys, "3", write(desk, "mine.py", source), "--json")
        messages = {case["name"]: (case["status"], case["message"]) for case in json.loads(out)["cases"]}
        assert messages["each call has its own gradient"] == (
            "error",
            "it ran out of memory: the exercise allows 1024 MiB (line 10)",
        )
        assert messages["a single call"] == ("error", "it crashed with SIGSEGV (Segmentation fault)")
        assert messages["f is called as often as asked"] == (
            "error",
            "it ended the program itself, with exit code 7",
        )

    def test_an_endless_loop_is_a_timeout_of_its_case(self, desk, capsys):
        source = f"def {NAMES}(f, x, calls):\n    while calls == 1:\n        pass\n" + "\n".join(
            RIGHT.replace("def gradient_of_each_call(f, x, calls):", "").split("\n")[1:]
        ).replace("import torch", "")
        _, out, _ = grade(capsys, "3", write(desk, "mine.py", "import torch\n" + source), "--json")
        report = json.loads(out)
        statuses = {case["name"]: case["status"] for case in report["cases"]}
        assert statuses.pop("a single call") == "timeout"
        assert set(statuses.values()) == {"passed"}
        assert report["score"] == 9.0

    def test_a_report_folder_that_cannot_be_written_is_said_after_the_verdict(self, desk, capsys):
        write(desk, "taken", "a file")
        code, out, err = grade(capsys, "3", write(desk, "mine.py", RIGHT), "--out", desk / "taken/inside")
        assert code == 2
        assert "10 / 10" in out
        assert "the report could not be written" in err
        assert "--out DIR" in err

    def test_a_starter_that_cannot_be_put_there_is_said(self, tmp_path):
        item = shared.find_exercise(shared.course_here(), "3")
        with pytest.raises(UsageError, match=r"could not be put at .*/exercise_03\.py: No such file or directory"):
            student._put_starter(item, tmp_path / "no folder" / "exercise_03.py")

    def test_a_broken_exercise_is_named_by_file_and_line(self, desk, capsys):
        folder = desk / "exercises/exercise_01_broken"
        folder.mkdir(parents=True)
        write(folder, "exercise.yaml", "format: 1\nid: exercise_01\ntitel: Broken\n")
        write(folder, "starter.py", "")
        code, out, err = grade(capsys, "1")
        assert code == 2
        assert out == ""
        assert "exercises/exercise_01_broken/exercise.yaml:3: titel: no such key; did you mean title?" in err

    def test_a_fault_of_the_grader_is_no_traceback_and_no_zero(self, desk, capsys, monkeypatch):
        def fail(*_: object) -> None:
            raise ZeroDivisionError("by accident")

        monkeypatch.setattr(student, "_graded", fail)
        code, out, err = grade(capsys, "3", write(desk, "mine.py", RIGHT))
        assert code == 3
        assert out == ""
        assert "a fault in the grader itself, not in your work: ZeroDivisionError: by accident" in err

    def test_a_child_that_cannot_be_started_is_not_graded(self, desk, capsys, monkeypatch):
        monkeypatch.setattr("grader.sandbox.portable.sys.executable", "/bin/false")
        code, out, _ = grade(capsys, "3", write(desk, "mine.py", RIGHT), "--json", "--isolation", "limited")
        report = json.loads(out)
        assert code == 3
        assert report["status"] == "not graded"
        assert "did not start" in report["reason"]


class TestIsolation:
    @pytest.mark.parametrize(("name", "level"), [("none", 0), ("1", 1), ("guarded", 2), ("3", 3)])
    def test_a_level_can_be_asked_for_and_is_stamped(self, desk, capsys, name, level):
        _, out, _ = grade(capsys, "3", write(desk, "mine.py", RIGHT), "--isolation", name, "--json")
        assert json.loads(out)["isolation"] == level
        assert json.loads(out)["score"] == 10.0

    def test_an_unknown_level_is_a_wrong_call(self, desk, capsys):
        code, _, err = grade(capsys, "3", write(desk, "mine.py", RIGHT), "--isolation", "total")
        assert code == 2
        assert "there is no isolation level 'total'; there are 3 (strict), 2 (guarded), 1 (limited), 0 (none)" in err

    def test_the_doctor_finds_all_promises_kept(self, capsys):
        code, out, _ = grade(capsys, "doctor")
        assert code == 0
        assert "Isolation 3 (strict)" in out
        assert "✗" not in out
        assert re.search(r"open a socket +PermissionError +open a pipe +done", out)
        assert re.search(r"Importing torch takes [\d.]+ s, a fork [\d.]+ ms, an empty submission [\d.]+ ms", out)
        assert "Memory and threads are bounded by the limits of the process" in out

    def test_the_doctor_says_what_is_missing_for_the_next_level(self, capsys, monkeypatch):
        monkeypatch.setattr("grader.sandbox.bubblewrap.shutil.which", lambda _: None)
        code, out, _ = grade(capsys, "doctor")
        assert code == 0
        assert "Isolation 2 (guarded)" in out
        assert "Not 3 (strict): bubblewrap (bwrap) is not installed" in out
        assert "install bubblewrap (Debian and Ubuntu: apt install bubblewrap" in out

    def test_the_doctor_fails_where_something_got_through(self, capsys, monkeypatch):
        broken = replace(doctor.ATTEMPTS[0], denied="len('')")
        monkeypatch.setattr(doctor, "ATTEMPTS", (broken,))
        code, out, _ = grade(capsys, "doctor")
        assert code == 1
        assert "✗" in out


@pytest.mark.usefixtures("desk")
class TestTheStudentsLoop:
    def test_start_shows_the_task_and_never_overwrites(self, desk, capsys):
        code, out, _ = grade(capsys, "start", "3")
        assert code == 0
        assert "Zero the gradients" in out
        assert "exercise_03.py is ready." in out
        write(desk, "exercise_03.py", "mine")
        _, out, _ = grade(capsys, "start", "3")
        assert "exercise_03.py was there already, and was left as it is." in out
        assert (desk / "exercise_03.py").read_text() == "mine"

    def test_each_hint_is_one_more_and_is_remembered(self, capsys):
        counts = [len(re.findall(r"Hint \d of 3", grade(capsys, "hint", "3")[1])) for _ in range(4)]
        assert counts == [1, 2, 3, 3]
        assert "That was the last one." in grade(capsys, "hint", "3")[1]
        assert "Hint 2" not in grade(capsys, "hint", "3", "--restart")[1]

    def test_list_shows_what_is_solved(self, desk, capsys):
        before = grade(capsys, "list")[1]
        assert re.search(r"0 of \d+ solved\. `grade start exercise_01` begins the next\.", before)
        assert re.findall(r"^ *(gradients|learning|beyond the basics) *$", before, re.MULTILINE) == [
            "gradients",
            "learning",
            "beyond the basics",
        ]
        grade(capsys, "3", write(desk, "mine.py", RIGHT))
        after = grade(capsys, "list")[1]
        assert re.search(r"1 of \d+ solved", after)
        rows = [line for line in after.split("\n") if "exercise_03 " in line or "exercise_08 " in line]
        assert re.fullmatch(r"✓ +exercise_03 +Zero the gradients +01 +10 / 10 *", rows[0])
        assert re.fullmatch(r" +exercise_08 +Gradients without side effects +03 +10 *", rows[1])

    def test_schema_is_the_one_that_editors_find(self, capsys):
        _, out, _ = grade(capsys, "schema")
        assert out == (ROOT / "exercises/exercise.schema.json").read_text()

    def test_verify_holds_and_says_so(self, capsys):
        code, out, _ = grade(capsys, "verify", "1")
        assert code == 0
        assert "✓ exercise_01_compute_gradients" in out
        assert "1 of 1 exercises hold." in out


class TestTheProcess:
    def test_help_is_quick_and_loads_nothing_heavy(self):
        script = (
            "import sys; from grader import cli; cli.run(['--help']); "
            "print([m for m in ('torch', 'numpy', 'jinja2', 'pydantic', 'yaml', 'rich') if m in sys.modules])"
        )
        result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert result.stdout.strip().endswith("[]")
        assert "exercise_03" in result.stdout

    def test_a_closed_pipe_is_no_error(self):
        command = f"{sys.executable} -m grader verify --help | head -c 1"
        result = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
        assert result.stderr == ""

    @pytest.mark.parametrize("seconds", [0.2, 0.4, 0.7, 1.0, 1.5, 2.5])
    def test_an_interrupt_at_any_moment_leaves_no_traceback_and_no_child(self, tmp_path, seconds):
        path = write(tmp_path, "mine.py", f"def {NAMES}(f, x, calls):\n    while True:\n        pass\n")
        temporary = tmp_path / "temporary"
        temporary.mkdir()
        environment = {**os.environ, "TMPDIR": str(temporary), "XDG_STATE_HOME": str(tmp_path / "state")}
        process = subprocess.Popen(
            [*GRADE, "3", str(path), "--out", str(tmp_path / "out")],
            env=environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
        assert process.returncode in (130, -signal.SIGINT)
        assert "Traceback" not in out + err
        assert processes_in(temporary) == []

    def test_termination_leaves_no_child(self, tmp_path):
        path = write(tmp_path, "mine.py", f"def {NAMES}(f, x, calls):\n    while True:\n        pass\n")
        environment = {**os.environ, "TMPDIR": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
        process = subprocess.Popen([*GRADE, "3", str(path)], env=environment, cwd=tmp_path, stderr=subprocess.PIPE)
        time.sleep(2)
        process.terminate()
        _, err = process.communicate(timeout=20)
        assert process.returncode == 128 + signal.SIGTERM
        assert b"Traceback" not in err
        assert processes_in(tmp_path) == []


def processes_in(folder: Path) -> list[str]:
    """The processes that work in a folder, given a moment to be gone."""
    deadline = time.monotonic() + 5
    while (found := _working_in(folder)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found


def _working_in(folder: Path) -> list[str]:
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if (entry / "cwd").readlink().is_relative_to(folder):
                found.append((entry / "cmdline").read_text())
        except OSError:
            continue
    return found
