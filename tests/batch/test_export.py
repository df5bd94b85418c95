"""From a journal, or one report, to files: all that was graded is there, and whoever is not there is named."""

from __future__ import annotations

import base64
import csv
import json
import tracemalloc
from pathlib import Path

import junitparser
import pytest
from made_reports import report, unlucky

from grader import cli
from grader.batch.export import FORMATS, Wanted, exercise_id, export, people
from grader.batch.journal import Entry, Journal
from grader.cli.classes import export_command
from grader.errors import GraderError, UsageError
from grader.record import page_of, record_of
from grader.report import Diagnosis

FIXTURES = Path(__file__).parent.parent / "render/fixtures"
CANVAS, MOODLE = FIXTURES / "canvas.csv", FIXTURES / "moodle.csv"


def keep(folder, *reports, identity=None) -> Path:
    """A batch's folder with these results."""
    with Journal.open(folder) as journal:
        journal.add(
            Entry(record_of(each, "", page=page_of(each.student, each.exercise), identity=identity), each, "f")
            for each in reports
        )
    return folder


@pytest.fixture
def batch(tmp_path):
    return keep(
        tmp_path / "out",
        report("Ada Lovelace"),
        report("Ada Lovelace", "exercise_01", 10.0),
        report("Grace Hopper", score=3.5),
        unlucky("Emmy Noether"),
        report("nobody"),
    )


def files(folder) -> list[str]:
    """The files below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_every_graded_submission_has_its_gradescope_results_and_no_other(batch) -> None:
    exported = export(Wanted(batch, "gradescope"))
    out = batch / "export/gradescope"
    ada, grace, nobody = (
        Path(page_of(name, "exercise_03")).parent.name for name in ("Ada Lovelace", "Grace Hopper", "nobody")
    )
    assert files(out) == sorted(
        [
            f"exercise_01/{ada}/results.json",
            *(f"exercise_03/{name}/results.json" for name in (ada, grace, nobody)),
        ]
    )
    assert json.loads((out / f"exercise_03/{grace}/results.json").read_text())["score"] == 3.5
    assert (exported.results, exported.files) == (4, (out,))
    assert exported.not_graded == ("Emmy Noether, exercise_03: no memory was left",)


def test_what_an_earlier_export_wrote_of_what_is_not_graded_now_is_taken_away(tmp_path) -> None:
    folder = keep(tmp_path, report("ada"), report("eve"))
    export(Wanted(folder, "github"))
    assert len(files(folder / "export")) == 4
    keep(folder, unlucky("ada"))
    export(Wanted(folder, "github"))
    assert files(folder / "export/github") == ["exercise_03/eve/annotations.txt", "exercise_03/eve/result.txt"]


def test_junit_has_a_file_an_exercise(batch) -> None:
    export(Wanted(batch, "junit"))
    out = batch / "export/junit"
    assert files(out) == ["exercise_01.xml", "exercise_03.xml"]
    (suite,) = junitparser.JUnitXml.fromfile(str(out / "exercise_03.xml"))
    assert (suite.name, suite.tests, suite.failures, suite.errors) == ("exercise_03", 7, 3, 1)


def test_the_table_opens_in_a_spreadsheet_and_has_every_result(batch) -> None:
    export(Wanted(batch, "csv"))
    data = (batch / "export/csv/results.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfstudent,exercise,")
    assert data.count(b"\r\n") == data.count(b"\n") == 6
    with (batch / "export/csv/results.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["student"], row["exercise"], row["score"]) for row in rows] == [
        ("Ada Lovelace", "exercise_01", "10"),
        ("Ada Lovelace", "exercise_03", "7"),
        ("Emmy Noether", "exercise_03", ""),
        ("Grace Hopper", "exercise_03", "3.5"),
        ("nobody", "exercise_03", "7"),
    ]


def test_the_wide_table_has_the_wanted_exercises(batch) -> None:
    export(Wanted(batch, "csv", wide=True, exercises=("exercise_01",), out=batch / "here"))
    lines = (batch / "here/students.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines == [
        "student,name,email,sid,canvas_id,moodle_id,github,exercise_01,total,not_graded",
        "Ada Lovelace,,,,,,,10,10,",
    ]


def test_a_gradebook_of_canvas_is_filled_beside_the_one_that_was_given(batch) -> None:
    was = CANVAS.read_bytes()
    exported = export(Wanted(batch, "canvas", gradebook=CANVAS, exercises=("exercise_03",)))
    (path,) = exported.files
    assert path == batch / "export/canvas/canvas.csv"
    assert CANVAS.read_bytes() == was
    assert path.read_bytes() == was.replace(b'engines""",,7.00', b'engines""",14,7.00').replace(b"2,,3.00", b"2,,7")
    assert exported.results == 2
    told = dict(people(exported))
    assert told["Of the class, and not in the gradebook"] == ("nobody",)
    assert told["Not graded, through no fault of theirs, and not exported"] == exported.not_graded
    assert "Noether, Emmy" not in told["In the gradebook, without a result"]


def test_a_byte_order_mark_and_ends_of_lines_survive_on_disk(batch, tmp_path) -> None:
    given = tmp_path / "given.csv"
    given.write_bytes(b"\xef\xbb\xbf" + CANVAS.read_bytes().replace(b"\n", b"\r\n"))
    (path,) = export(Wanted(batch, "canvas", gradebook=given, exercises=("exercise_03",))).files
    now, was = path.read_bytes(), given.read_bytes()
    assert now.startswith(b"\xef\xbb\xbfStudent,")
    assert now.count(b"\r\n") == now.count(b"\n") == was.count(b"\n")


def test_a_worksheet_of_moodle_is_filled_with_the_exercises_that_are_named(batch) -> None:
    exported = export(Wanted(batch, "moodle", gradebook=MOODLE, exercises=("exercise_03", "exercise_01")))
    with (batch / "export/moodle/moodle.csv").open(encoding="utf-8", newline="") as file:
        grades = [row["Grade"] for row in csv.DictReader(file)]
    assert grades == ["85", "17.5", "90.00", "", ""]
    assert exported.filled is not None
    assert exported.filled.unknown == ("nobody",)


def test_one_report_is_exported_as_a_class_is(tmp_path) -> None:
    diagnosis = Diagnosis(mistake="a", title="It adds up", text="Clear it.", line=12)
    path = tmp_path / "report.json"
    path.write_text(report("ada", diagnosis=(diagnosis,)).to_json(), encoding="utf-8")
    for to in ("gradescope", "github", "junit", "csv"):
        assert export(Wanted(path, to)).results == 1
    assert files(tmp_path / "export") == [
        "csv/results.csv",
        "github/annotations.txt",
        "github/result.txt",
        "gradescope/results.json",
        "junit/exercise_03.xml",
    ]
    result = json.loads(base64.b64decode((tmp_path / "export/github/result.txt").read_text()))
    assert (result["max_score"], result["tests"][0]["score"]) == (10, 7)
    assert "line=12" in (tmp_path / "export/github/annotations.txt").read_text()


def test_a_class_does_not_fill_memory(tmp_path) -> None:
    with Journal.open(tmp_path) as journal:
        large = report("x", source="#" * 100_000)
        journal.add(
            Entry(record_of(each, ""), each, "f")
            for each in (large.model_copy(update={"student": f"student {number}"}) for number in range(200))
        )
    tracemalloc.start()
    try:
        for to in ("gradescope", "github", "junit", "csv"):
            assert export(Wanted(tmp_path, to)).results == 200
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"to": "canvas"}, "--to canvas needs --gradebook FILE"),
        ({"to": "moodle"}, "never made up"),
        ({"to": "csv", "gradebook": CANVAS}, "--gradebook is for --to canvas and --to moodle"),
        ({"to": "moodle", "gradebook": MOODLE, "columns": {"exercise_03": "x"}}, "--column is for --to canvas"),
        ({"to": "junit", "wide": True}, "--wide is for --to csv, not for --to junit"),
        (
            {"to": "csv", "exercises": ("exercise_09",)},
            "no results of exercise_09; there are of exercise_01, exercise_03",
        ),
        ({"to": "moodle", "gradebook": MOODLE}, "results of exercise_01, exercise_03: --exercises says which"),
        ({"to": "canvas", "gradebook": Path("missing.csv")}, "missing.csv cannot be read"),
        ({"to": "canvas", "gradebook": CANVAS, "out": CANVAS.parent}, "would be overwritten"),
        ({"to": "csv", "out": CANVAS}, "cannot be written"),
    ],
)
def test_a_call_that_makes_no_sense_is_told_and_writes_nothing(batch, options, message) -> None:
    with pytest.raises(UsageError, match=message):
        export(Wanted(batch, **options))
    assert not list((batch / "export").rglob("*.csv"))


def test_a_gradebook_in_another_encoding_is_a_wrong_call(batch, tmp_path) -> None:
    given = tmp_path / "latin.csv"
    given.write_bytes("Student,ID\nÅsa,1\n".encode("latin-1"))
    with pytest.raises(UsageError, match="is not UTF-8"):
        export(Wanted(batch, "canvas", gradebook=given))


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b'{"format": 2}', b"[" * 100_000])
def test_a_file_that_is_no_report_is_a_wrong_call(tmp_path, content) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="is not a report"):
        export(Wanted(path, "csv"))


def test_a_folder_without_results_is_a_wrong_call(tmp_path) -> None:
    with pytest.raises(UsageError, match="holds no results"):
        export(Wanted(tmp_path, "csv"))


def test_a_folder_that_cannot_be_written_is_told(tmp_path) -> None:
    folder = keep(tmp_path, report("ada"))
    (folder / "export/junit/exercise_03.xml").mkdir(parents=True)
    with pytest.raises(GraderError, match=r"exercise_03\.xml cannot be written"):
        export(Wanted(folder, "junit"))


@pytest.mark.parametrize("called", ["3", "03", "exercise_3", " Exercise_03 "])
def test_an_exercise_is_called_by_its_number(called) -> None:
    assert exercise_id(called) == "exercise_03"


@pytest.fixture
def command(monkeypatch):
    """The command, where it is not registered yet."""
    monkeypatch.setitem(cli.main.commands, "export", export_command)


def run(capsys, *arguments) -> tuple[int, str, str]:
    """Run the command in this process."""
    code = cli.run(["export", *map(str, arguments)])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_the_command_offers_the_formats_that_there_are(command) -> None:
    (choice,) = (option.type.choices for option in export_command.params if option.name == "to")
    assert tuple(choice) == FORMATS


def test_the_command_says_what_it_wrote_and_who_is_missing(command, batch, capsys) -> None:
    code, out, _ = run(
        capsys, batch, "--to", "canvas", "--gradebook", CANVAS, "--exercises", "3", "--column", "3=essay", "--no-color"
    )
    assert code == 3
    assert out.startswith(f"2 results exported:\n    {batch / 'export/canvas/canvas.csv'}\n")
    assert "Essay (5503) has exercise_03, scaled from 10 to 5 points.\n" in out
    assert "\nOf the class, and not in the gradebook (1):\n    nobody\n" in out
    assert out.endswith(
        "\nNot graded, through no fault of theirs, and not exported (1):\n"
        "    Emmy Noether, exercise_03: no memory was left\n"
    )


def test_the_command_ends_with_0_where_all_was_graded(command, tmp_path, capsys) -> None:
    assert run(capsys, keep(tmp_path, report("ada")), "--to", "csv")[0] == 0


def test_a_name_that_would_drive_the_terminal_does_not(command, tmp_path, capsys) -> None:
    folder = keep(tmp_path, report("\x1b[2Jeve"))
    _, out, _ = run(capsys, folder, "--to", "canvas", "--gradebook", CANVAS)
    assert "\x1b" not in out
    assert "    eve\n" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "which results?"),
        (("--recipe", "3", "out"), "--recipe is for --to gradescope"),
        (("out", "--seed", "3"), "--seed is for --recipe"),
        (("out", "--column", "essay"), '"EXERCISE=HEADER" is expected'),
    ],
)
def test_a_wrong_call_of_the_command_ends_with_2(command, arguments, message, capsys) -> None:
    code, _, told = run(capsys, *arguments, "--to", "csv")
    assert code == 2
    assert message in told
