"""`grade verify` on small courses made by hand: a sound one has no findings, and each flaw is found on its file."""

from __future__ import annotations

import pytest

from grader.authoring.verify import SCHEMA_LINE, Finding, modules_of, verify
from grader.course import Course
from grader.sandbox import PortableSandbox

YAML = f"""{SCHEMA_LINE}
format: 1
id: exercise_01
title: Double
unit: basics
teaches: [doubling]
prompt: |
  {"Why doubling is worth an exercise, in a few words that are long enough to be a prompt. " * 3}

  **Write** `double(x)`.
define: {{double: (x)}}
hints: [Twice., Add., x + x]
given: x = torch.randn(3)
cases:
  - name: the value
    points: 1
    run: y = student.double(x)
    observe: {{y: y}}
  - name: zero
    points: 1
    run: y = student.double(0 * x)
    observe: {{y: y}}
"""
FILES = {
    "exercises/exercise_01_double/exercise.yaml": YAML,
    "exercises/exercise_01_double/starter.py": "def double(x):\n    return None\n",
    "solutions/exercise_01_double/reference.py": "def double(x):\n    return 2 * x\n",
    "solutions/exercise_01_double/alternatives/adds.py": '"""Adds."""\ndef double(x):\n    return x + x\n',
    "solutions/exercise_01_double/alternatives/shifts.py": '"""Shifts."""\ndef double(x):\n    return x - (-x)\n',
    "solutions/exercise_01_double/alternatives/scales.py": '"""Scales."""\ndef double(x):\n    return x.mul(2)\n',
    **{
        f"solutions/exercise_01_double/mistakes/times_{word}.py": (
            f'"""x is taken {word} times\n\nIt should be twice."""\ndef double(x):\n    return {number} * x\n'
        )
        for number, word in ((3, "three"), (4, "four"), (5, "five"), (6, "six"))
    },
    "solutions/exercise_01_double/mistakes/adds_one.py": (
        '"""1 is added\n\nThat is not doubling."""\ndef double(x):\n    return x + 1\n'
    ),
}
SOLUTIONS = "solutions/exercise_01_double"


@pytest.fixture
def course(tmp_path):
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Course(tmp_path)


@pytest.fixture
def sandbox():
    sandbox = PortableSandbox()
    yield sandbox
    sandbox.close()


def findings(course: Course, sandbox: PortableSandbox) -> list[Finding]:
    return verify(Course(course.root), Course(course.root).exercises[0], sandbox)


def change(course: Course, file: str, text: str) -> None:
    path = course.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_a_sound_exercise_has_no_findings(course, sandbox):
    assert findings(course, sandbox) == []


def test_the_modules_are_listed_in_the_order_of_a_report(course):
    kinds = [kind for kind, _ in modules_of(course.exercises[0])]
    assert kinds == ["reference", "starter", *["alternative"] * 3, *["mistake"] * 5]


def test_everything_wrong_on_paper_is_found_at_once(course, sandbox):
    change(course, "exercises/exercise_01_double/exercise.yaml", YAML.split("\n", 1)[1].replace(", x + x]", "]"))
    change(course, "exercises/exercise_01_double/notes.txt", "stray")
    change(course, "exercises/exercise_01_double/starter.py", '"""Mine."""\ndef double(x):\n    return None\n')
    change(course, f"{SOLUTIONS}/alternatives/Bad-Name.py", "def double(x):\n    return 2 * x\n")
    change(course, f"{SOLUTIONS}/mistakes/adds_one.py", '"""1 is added."""\ndef double(x):\n    return x + 1\n')
    found = {(each.file, each.reason) for each in findings(course, sandbox)}
    assert found == {
        ("exercises/exercise_01_double/exercise.yaml", f"1: the first line is not {SCHEMA_LINE!r}"),
        ("exercises/exercise_01_double/exercise.yaml", "hints: 2; at least 3 are expected, none of them empty"),
        ("exercises/exercise_01_double/notes.txt", "does not belong here"),
        ("exercises/exercise_01_double/starter.py", "1: has a docstring of its own; the prompt becomes its docstring"),
        (f"{SOLUTIONS}/alternatives/Bad-Name.py", "a name like never_zeroes.py is expected"),
        (f"{SOLUTIONS}/alternatives/Bad-Name.py", "1: a docstring should say how it differs"),
        (f"{SOLUTIONS}/mistakes/adds_one.py", "1: the docstring needs a title, an empty line, and an explanation"),
        (f"{SOLUTIONS}/mistakes/adds_one.py", "1: the title ends in a full stop"),
    }


def test_a_short_prompt_that_names_nothing_and_a_missing_requirement_are_found(course, sandbox):
    lines = [line for line in YAML.split("\n") if "Why doubling" not in line and "**Write**" not in line]
    text = "\n".join(lines).replace("prompt: |", "requires: [exercise_02]\nprompt: Short.")
    change(course, "exercises/exercise_01_double/exercise.yaml", text)
    reasons = [each.reason for each in findings(course, sandbox)]
    assert reasons == [
        "prompt: does not name `double`, which must be defined",
        "prompt: shorter than 200 characters; what, why, the contract, an example",
        "requires: there is no other exercise exercise_02",
    ]


def test_too_few_modules_are_found(course, sandbox):
    for name in ("mistakes/adds_one.py", "alternatives/adds.py"):
        (course.root / SOLUTIONS / name).unlink()
    found = findings(course, sandbox)
    assert found == [
        Finding(f"{SOLUTIONS}/alternatives", "2 modules; at least 3 are expected"),
        Finding(f"{SOLUTIONS}/mistakes", "4 modules; at least 5 are expected"),
    ]


def test_an_alternative_that_is_wrong_is_found_with_its_case(course, sandbox):
    change(course, f"{SOLUTIONS}/alternatives/adds.py", '"""Adds."""\ndef double(x):\n    return x + x + 1\n')
    (found,) = findings(course, sandbox)
    assert found.file == f"{SOLUTIONS}/alternatives/adds.py"
    assert found.reason.startswith("should earn full marks; at seed 0, case 'the value' failed: y: 3 of 3 elements")


def test_a_starter_or_a_mistake_that_is_right_is_found(course, sandbox):
    change(course, "exercises/exercise_01_double/starter.py", "def double(x):\n    return 2 * x\n")
    right = '"""1 is added\n\nNot doubling."""\ndef double(x):\n    return x * 2\n'
    change(course, f"{SOLUTIONS}/mistakes/adds_one.py", right)
    found = findings(course, sandbox)
    assert found == [
        Finding("exercises/exercise_01_double/starter.py", "should earn less than full marks, and does not at seed 0"),
        *(Finding(f"{SOLUTIONS}/mistakes/adds_one.py", f"is not recognised at seed {seed}") for seed in range(5)),
        Finding(f"{SOLUTIONS}/mistakes/adds_one.py", "should earn less than full marks, and does not at seed 0"),
    ]


def test_two_mistakes_that_behave_alike_are_found(course, sandbox):
    same = '"""Six, in two steps\n\nIt should be twice."""\ndef double(x):\n    return 2 * x * 3\n'
    change(course, f"{SOLUTIONS}/mistakes/twice_three.py", same)
    found = findings(course, sandbox)
    assert Finding(f"{SOLUTIONS}/mistakes/twice_three.py", "behaves as times_six.py does in every case") in found
    assert Finding(f"{SOLUTIONS}/mistakes/twice_three.py", "is taken for times_six at seed 0") in found


def test_a_verdict_that_hangs_on_the_seed_is_found(course, sandbox):
    text = '"""Right by chance\n\nOnly for some numbers."""\ndef double(x):\n    return 2 * x if x[0] > 0 else x\n'
    change(course, f"{SOLUTIONS}/mistakes/adds_one.py", text)
    change(
        course,
        "exercises/exercise_01_double/exercise.yaml",
        YAML.replace("    points: 1", "    trials: 1\n    points: 1"),
    )
    found = [each for each in findings(course, sandbox) if each.file.endswith("adds_one.py")]
    assert any("seed" in each.reason for each in found)


def test_a_reference_that_fails_is_found_with_its_line(course, sandbox):
    change(course, f"{SOLUTIONS}/reference.py", "def double(x):\n    return x.twice()\n")
    (found,) = findings(course, sandbox)
    assert found.file == f"{SOLUTIONS}/reference.py"
    assert found.reason == "2: in case 'the value': AttributeError: 'Tensor' object has no attribute 'twice'"


def test_a_reference_that_contradicts_what_is_expected_is_found(course, sandbox):
    text = YAML.replace("observe: {y: y}", "observe: {y: y.shape}\n    expect: {y: [4]}")
    change(course, "exercises/exercise_01_double/exercise.yaml", text)
    assert any(
        each.file == f"{SOLUTIONS}/reference.py" and "y[0]: expected 4, found 3" in each.reason
        for each in findings(course, sandbox)
    )


def test_a_broken_yaml_is_a_finding_with_its_line(course, sandbox):
    change(course, "exercises/exercise_01_double/exercise.yaml", YAML.replace("unit:", "unti:"))
    found = findings(course, sandbox)
    assert {each.file for each in found} == {"exercises/exercise_01_double/exercise.yaml"}
    assert any(each.reason == "5: unti: no such key; did you mean unit?" for each in found)


def test_a_starter_that_is_no_python_is_found(course, sandbox):
    change(course, "exercises/exercise_01_double/starter.py", "def double(x)\n")
    assert Finding("exercises/exercise_01_double/starter.py", "1: expected ':'") in findings(course, sandbox)
