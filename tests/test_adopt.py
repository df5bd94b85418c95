"""`grade adopt`: from a cluster of unknown behaviour to a mistake that is refused until somebody has explained it."""

from __future__ import annotations

import ast

import pytest
from builders import course_exercise
from click.testing import CliRunner

from grader.adopt import UNWRITTEN, adopt, as_mistake
from grader.authoring.verify import _docstrings
from grader.batch.journal import Entry, Journal
from grader.cli.classes import adopt_command
from grader.course import Course
from grader.errors import GraderError, UsageError
from grader.observation.notebooks import module_of
from grader.record import CaseRecord, MistakeRecord, Record, page_of
from grader.report import CaseReport, Cell, Report

CODE = "def double(x):\n    return x\n"
NEVER = MistakeRecord(mistake="adds_one", title="Adds one", certainty="same behaviour")


def entry(student, source=CODE, behaviour="ab12cd34ef56", exercise="exercise_07", cells=(), **fields):
    cases = [("doubles", "failed", 0.0, 4.0)]
    names = ("name", "status", "points", "max_points")
    shared = {
        "student": student, "exercise": exercise, "title": "Double it", "file": "exercise_07.py", "status": "graded",
        "score": 0, "max_score": 4,
    }  # fmt: skip
    report = Report(
        **shared, cases=[CaseReport(**dict(zip(names, case, strict=True))) for case in cases], isolation=3, seed=0,
        versions={}, source=source, cells=[Cell(number=n, first_line=line) for n, line in enumerate(cells, 1)],
    )  # fmt: skip
    record = Record(
        **shared, cases=[CaseRecord(**dict(zip(names, case, strict=True))) for case in cases], behaviour=behaviour,
        page=page_of(student, exercise), **fields,
    )  # fmt: skip
    return Entry(record, report, "f")


@pytest.fixture
def course(tmp_path):
    return Course(course_exercise(tmp_path / "course").root)


@pytest.fixture
def item(course):
    return course.exercises[0]


@pytest.fixture
def journal(tmp_path):
    with Journal.open(tmp_path / "out") as journal:
        yield journal


def test_the_shortest_source_becomes_a_mistake(journal, course, item):
    journal.add([entry("ada", CODE + "\n# more than there is elsewhere\n"), entry("bob", '"""Bob."""\n' + CODE)])
    path = adopt(journal, course, "ab12cd34ef56", "returns_x")
    assert path == item.solution_folder / "mistakes" / "returns_x.py"
    assert path.read_text(encoding="utf-8") == f'"""{UNWRITTEN}"""\n\n{CODE}'


def test_verify_refuses_what_nobody_has_explained(journal, course, item):
    journal.add([entry("ada")])
    adopt(journal, course, "ab12cd34ef56", "returns_x")
    found = [each.reason for each in _docstrings(item) if each.file.endswith("returns_x.py")]
    assert found == [
        "1: the docstring needs a title, an empty line, and an explanation",
        "1: the title ends in a full stop",
    ]


def test_verify_refuses_it_as_long_as_the_title_is_not_written(journal, course, item):
    journal.add([entry("ada")])
    path = adopt(journal, course, "ab12cd34ef56", "returns_x")
    path.write_text(path.read_text().replace(UNWRITTEN, UNWRITTEN + "\n\nIt is explained.\n"))
    assert any(each.file.endswith("returns_x.py") for each in _docstrings(item))


def test_nothing_is_overwritten(journal, course):
    journal.add([entry("ada")])
    path = adopt(journal, course, "ab12cd34ef56", "returns_x.py")
    path.write_text("mine")
    with pytest.raises(UsageError, match=r"mistakes/returns_x\.py is there already; choose another name"):
        adopt(journal, course, "ab12cd34ef56", "returns_x")
    assert path.read_text() == "mine"


@pytest.mark.parametrize("name", ["../x", "a/b", "Upper", "1st", "", "a-b", "a.b", "a\n", "é"])
def test_a_name_is_the_name_of_a_module(journal, course, name):
    journal.add([entry("ada")])
    with pytest.raises(UsageError, match="a name like never_zeroes is expected"):
        adopt(journal, course, "ab12cd34ef56", name)


def test_a_misspelled_behaviour_is_guessed(journal, course):
    journal.add([entry("ada")])
    with pytest.raises(UsageError, match=r"no unknown behaviour 'ab12cd34ef5'; did you mean ab12cd34ef56\?"):
        adopt(journal, course, "ab12cd34ef5", "returns_x")


@pytest.mark.parametrize("behaviour", ["", "zzz", "x" * 5000])
def test_a_behaviour_that_is_not_there_is_said_so(journal, course, behaviour):
    journal.add([entry("ada", behaviour="")])
    with pytest.raises(UsageError, match=r"index\.html beside the results shows those that are there"):
        adopt(journal, course, behaviour, "returns_x")


def test_a_behaviour_that_is_known_is_told_by_its_name(journal, course):
    journal.add([entry("ada", mistakes=[NEVER])])
    with pytest.raises(UsageError, match="is that of a known mistake of exercise_07: adds_one"):
        adopt(journal, course, "ab12cd34ef56", "returns_x")


def test_a_misspelled_exercise_is_guessed(journal, course):
    journal.add([entry("ada")])
    with pytest.raises(UsageError, match="did you mean"):
        adopt(journal, course, "ab12cd34ef56", "returns_x", "exercise_70")


def test_of_a_behaviour_in_two_exercises_one_has_to_be_named(journal, course, item):
    journal.add([entry("ada"), entry("ada", exercise="exercise_08")])
    with pytest.raises(UsageError, match="is there in exercise_07 and in exercise_08: say which with --exercise"):
        adopt(journal, course, "ab12cd34ef56", "returns_x")
    assert adopt(journal, course, "ab12cd34ef56", "returns_x", "7").parent.parent == item.solution_folder


def test_a_course_without_solutions_takes_no_mistake(journal, course, item):
    journal.add([entry("ada")])
    item.solution_folder.rename(item.solution_folder.with_name("elsewhere"))
    with pytest.raises(UsageError, match="the course has no solutions/exercise_07"):
        adopt(journal, course, "ab12cd34ef56", "returns_x")


def test_a_folder_that_cannot_be_written_is_told(journal, course, item):
    journal.add([entry("ada")])
    for path in (item.solution_folder / "mistakes").glob("*"):
        path.unlink()
    (item.solution_folder / "mistakes").rmdir()
    (item.solution_folder / "mistakes").write_text("a file")
    with pytest.raises(GraderError, match="cannot be written"):
        adopt(journal, course, "ab12cd34ef56", "returns_x")


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (CODE, CODE),
        ('"""Ada Lovelace, 1234567."""\n\n\n' + CODE, CODE),
        ("# Ada Lovelace\n# 1234567\n\nx = 1\n", "x = 1\n"),
        ('"""One\nand two."""; x = 1\n', "x = 1\n"),
        ('"""é"""; x = "ü"; y = 2\n', 'x = "ü"; y = 2\n'),
        ('"a" "docstring"\nx = 1', "x = 1\n"),
        ("'''doc'''\n@torch.no_grad()\n@other\ndef f(): pass\n", "@torch.no_grad()\n@other\ndef f(): pass\n"),
        ("f'no docstring'\nx = 1\n", "f'no docstring'\nx = 1\n"),
        ("from __future__ import annotations\nx = 1\n", "from __future__ import annotations\nx = 1\n"),
        ("x = '\\d'\n\x0c\ny = 1\n\n\n", "x = '\\d'\n\x0c\ny = 1\n"),
        ("# -*- coding: latin-1 -*-\nx = 'é'\n", "x = 'é'\n"),
    ],
)
def test_what_stands_before_the_first_statement_is_left_out(source, code):
    assert as_mistake(source) == f'"""{UNWRITTEN}"""\n\n{code}'


@pytest.mark.parametrize(
    "source", ["def f(:\n", "x = \x00", "%matplotlib inline\nx = 1\n", "(" * 5000, "-" * 100_000 + "1"]
)
def test_what_is_not_python_cannot_be_a_mistake(source):
    with pytest.raises(UsageError, match="cannot be read as Python"):
        as_mistake(source)


CELLS = (
    "# Ada Lovelace, 1234567\n%matplotlib inline\n!pip install torch\nimport torch",
    "def double(x):  # twice\n    %time y = 2 * x\n    return x  # Ada",
    "x = double(torch.ones(2))\nprint(x)\nx.backward()",
    "%%bash\nls | grep '(",
    "@torch.no_grad()\ndef other():\n    return RATE\nRATE = 0.1; other()",
)
OF_CELLS = (
    "import torch\n\n\ndef double(x):  # twice\n    pass\n    return x\n\n\n"
    "@torch.no_grad()\ndef other():\n    return RATE\n\n\nRATE = 0.1\n"
)


def notebook(*cells):
    """The text of a notebook's cells as a report has it, and the first lines of the cells."""
    lines, starts = [], []
    for cell in cells:
        starts.append(len(lines) + 1)
        lines += cell.split("\n")
    return "\n".join(lines), tuple(starts)


def test_of_a_notebook_it_is_what_the_probe_makes_of_it():
    source, starts = notebook(*CELLS)
    assert as_mistake(source, starts) == f'"""{UNWRITTEN}"""\n\n{OF_CELLS}'
    assert ast.dump(ast.parse(OF_CELLS)) == ast.dump(module_of(source, starts, "exercise_07.ipynb"))


def test_a_notebook_with_magics_is_adopted(journal, course):
    source, starts = notebook(*CELLS)
    journal.add([entry("ada", source, cells=starts)])
    path = adopt(journal, course, "ab12cd34ef56", "returns_x")
    assert path.read_text(encoding="utf-8") == f'"""{UNWRITTEN}"""\n\n{OF_CELLS}'


@pytest.mark.parametrize("cell", ["def f(:\n", "%matplotlib inline\nx = = 1", "x = \x00", "(" * 5000])
def test_a_notebook_that_is_not_python_cannot_be_a_mistake(cell):
    source, starts = notebook("import torch", cell)
    with pytest.raises(UsageError, match="cannot be read as Python"):
        as_mistake(source, starts)


@pytest.mark.parametrize("cell", ["", "%matplotlib inline", "%%bash\nls", "print(3)", '"""Only words."""'])
def test_a_notebook_of_which_nothing_is_run_makes_no_mistake(cell):
    source, starts = notebook("# Ada", cell)
    with pytest.raises(UsageError, match="has no code"):
        as_mistake(source, starts)


@pytest.mark.parametrize("source", ["", "\n\n", '"""Only words."""\n', "# only a comment"])
def test_without_code_there_is_no_mistake(source):
    with pytest.raises(UsageError, match="has no code"):
        as_mistake(source)


def test_the_command_says_where_it_is_and_that_it_has_to_be_read(journal, course, monkeypatch):
    journal.add([entry("ada")])
    monkeypatch.chdir(course.root)
    arguments = [str(journal.folder), "ab12cd34ef56", "--name", "returns_x", "--no-color"]
    result = CliRunner().invoke(adopt_command, arguments, standalone_mode=False)
    assert result.return_value == 0
    lines = result.output.splitlines()
    assert lines[0].startswith("Written: ")
    assert lines[0].endswith("solutions/exercise_07_double_it/mistakes/returns_x.py")
    assert lines[1].startswith("It is a student's code: read it")
    assert lines[-1].strip() == "grade verify exercise_07_double_it"


def test_the_command_needs_results(tmp_path):
    result = CliRunner().invoke(adopt_command, [str(tmp_path), "ab", "--name", "x"], standalone_mode=False)
    assert "holds no results" in str(result.exception)
