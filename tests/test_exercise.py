"""An exercise.yaml read: what it becomes, and what each thing that is wrong with it is called."""

from __future__ import annotations

import json

import pytest
from builders import EXERCISE_YAML, exercise

from grader.errors import ExerciseError
from grader.exercise import Exercise, load, schema_text, trial_seed
from grader.observation.job import CaseCode, Limits, RuleCode, Run

GOOD = """\
format: 1
id: exercise_03
title: Zero the gradients
unit: gradients
teaches: [accumulation]
prompt: Write `gradients`.
define:
  gradients: (f, x)
given: |
  x = torch.ones(3)

  f = counted(student.gradients)
limits: {seconds: 10, memory_mib: 1024}
cases:
  - name: first
    points: 1
    run: |
      a = 1
      b = student.gradients(f, x)
    observe:
      b: b
      a: a + 1
    expect: {a: 2}
    tolerance: {relative: 0.1}
  - name: second
    points: 2
    needs: [first]
    run: c = 1
    observe: {c: c}
rules:
  - forbid: torch.autograd.functional
    why: By hand.
    cases: [second]
"""


def load_text(tmp_path, text: str) -> Exercise:
    path = tmp_path / "exercise.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path, "e.yaml")


@pytest.fixture
def error_of(tmp_path):
    """The error of the good exercise after one piece of its text is replaced by another."""

    def error(old: str, new: str) -> str:
        assert GOOD.count(old) == 1, old
        with pytest.raises(ExerciseError) as caught:
            load_text(tmp_path, GOOD.replace(old, new))
        return str(caught.value)

    return error


def test_an_exercise_is_read_with_its_defaults(tmp_path) -> None:
    read = load_text(tmp_path, GOOD)
    first, second = read.cases
    assert (read.id, read.title, read.define) == ("exercise_03", "Zero the gradients", {"gradients": "(f, x)"})
    assert (first.expect, first.tolerance.relative, first.tolerance.absolute) == ({"a": 2}, 0.1, None)
    assert (second.needs, second.trials, second.points, second.feedback) == (["first"], 2, 2.0, "")
    assert (read.requires, read.hints, read.links) == ([], [], [])


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("title:", "titel:", "3: titel: no such key; did you mean title?"),
        ("points: 1", "points: 1\n    pionts: 1", "17: cases[0].pionts: no such key; did you mean points?"),
        ("{seconds: 10,", "{secs: 10,", "13: limits.secs: no such key; did you mean seconds?"),
        ("{relative:", "{relativ:", "24: cases[0].tolerance.relativ: no such key; did you mean relative?"),
        ("why: By hand.", "why: a\n    case: [second]", "33: rules[0].case: no such key; did you mean cases?"),
        ("{relative:", "{xyz:", "24: cases[0].tolerance.xyz: no such key; the keys here are relative, absolute"),
        ("define:", "42: x\ndefine:", f"7: 42: no such key; the keys here are {', '.join(Exercise.model_fields)}"),
    ],
)
def test_a_key_that_there_is_not_is_named_with_the_one_that_was_probably_meant(error_of, old, new, error) -> None:
    assert f"e.yaml:{error}" in error_of(old, new).splitlines()


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("unit: gradients\n", "", "e.yaml:1: unit: is missing"),
        ("    points: 2\n", "", "e.yaml:25: cases[1].points: is missing"),
        ("    run: c = 1\n", "", "e.yaml:25: cases[1].run: is missing"),
        ("    why: By hand.\n", "", "e.yaml:31: rules[0].why: is missing"),
    ],
)
def test_a_missing_key_is_named_where_it_should_stand(error_of, old, new, error) -> None:
    assert error_of(old, new) == error


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("format: 1", "format: 2", "1: format: input should be 1, found 2"),
        ("id: exercise_03", "id: exercise_3",
         "2: id: string should match pattern '^exercise_[0-9]{2,3}$', found 'exercise_3'"),
        ("title: Zero the gradients", "title: 3", "3: title: input should be a valid string, found 3"),
        ("title: Zero the gradients", 'title: "a\\nb"',
         "3: title: string should match pattern '^[^\\n]*$', found 'a\\nb'"),
        ("teaches: [accumulation]", "teaches: []",
         "5: teaches: list should have at least 1 item after validation, not 0"),
        ("teaches: [accumulation]", "teaches:\n- a\n- 3", "7: teaches[1]: input should be a valid string, found 3"),
        ("gradients: (f, x)", "two words: (f)",
         "8: define.two words: string should match pattern '^[A-Za-z_][A-Za-z0-9_]*$', found 'two words'"),
        ("gradients: (f, x)", "gradients: [f]", "8: define.gradients: input should be a valid string"),
        ("seconds: 10", "seconds: 0", "13: limits.seconds: input should be greater than 0, found 0"),
        ("seconds: 10", "seconds: ten", "13: limits.seconds: input should be a valid number, found 'ten'"),
        ("memory_mib: 1024", "memory_mib: 1e3", "13: limits.memory_mib: input should be a valid integer, found 1000.0"),
        ("relative: 0.1", "relative: 2",
         "24: cases[0].tolerance.relative: input should be less than or equal to 1, found 2"),
        ("points: 1", "points: '1'", "16: cases[0].points: input should be a valid number, found '1'"),
        ("points: 1", "points: true", "16: cases[0].points: input should be a valid number, found True"),
        ("points: 1", "points: -1", "16: cases[0].points: input should be greater than or equal to 0, found -1"),
        ("points: 1", "points: .nan", "16: cases[0].points: input should be a finite number, found nan"),
        ("points: 2", "trials: 21\n    points: 2",
         "26: cases[1].trials: input should be less than or equal to 20, found 21"),
        ("run: c = 1", "run: ''", "28: cases[1].run: string should have at least 1 character, found ''"),
        ("{c: c}", "{}", "29: cases[1].observe: dictionary should have at least 1 item after validation, not 0"),
        ("{a: 2}", "[a, 2]", "23: cases[0].expect: input should be a valid dictionary"),
        ("forbid: torch.autograd.functional", "forbid: [torch.x, 3]",
         ("31: rules[0].forbid: input should be a valid string\n"
          "e.yaml:31: rules[0].forbid[1]: input should be a valid string, found 3")),
        ("forbid: torch.autograd.functional", "forbid: 3",
         ("31: rules[0].forbid: input should be a valid string, found 3\n"
          "e.yaml:31: rules[0].forbid: input should be a valid list, found 3")),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_named_with_what_is_expected_and_what_was_found(error_of, old, new, error) -> None:
    assert error_of(old, new) == f"e.yaml:{error}"


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("f = counted(student.gradients)", "f = (", "12: given: '(' was never closed: f = ("),
        ("b = student.gradients(f, x)", "b == = 1", "19: cases[0].run: invalid syntax: b == = 1"),
        ("    run: c = 1", "    given: 1 +\n    run: c = 1", "28: cases[1].given: invalid syntax: 1 +"),
        ("a: a + 1", "a: a +", "22: cases[0].observe.a: invalid syntax: a +"),
        ("a: a + 1", "a: |\n        a\n        a = 1", "24: cases[0].observe.a: invalid syntax: a = 1"),
        ("a: a + 1", 'a: " a"', "22: cases[0].observe.a: unexpected indent: a"),
        ("a: a + 1", 'a: "a\\0"', "22: cases[0].observe.a: source code string cannot contain null bytes"),
        ("a: a + 1", f"a: '{'-' * 20_000}1'", "22: cases[0].observe.a: nested too deeply"),
    ],
)
def test_python_that_is_none_is_named_at_its_line_in_the_yaml(error_of, old, new, error) -> None:
    assert error_of(old, new) == f"e.yaml:{error}"


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("f = counted(student.gradients)", "f = student.gradient",
         "12: given: student.gradient is not in define; did you mean 'gradients'?"),
        ("b = student.gradients(f, x)", "b = student.xyz(f, x)", "19: cases[0].run: student.xyz is not in define"),
        ("{c: c}", "{c: student.grads}",
         "29: cases[1].observe.c: student.grads is not in define; did you mean 'gradients'?"),
    ],
)  # fmt: skip
def test_a_name_of_the_module_must_be_one_that_it_defines(error_of, old, new, error) -> None:
    assert error_of(old, new) == f"e.yaml:{error}"


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("name: second\n    points: 2\n    needs: [first]", "name: first\n    points: 2",
         "25: cases[1].name: another case is called 'first'\ne.yaml:32: rules[0].cases: no case is called 'second'"),
        ("needs: [first]", "needs: [frist]", "27: cases[1].needs: no case is called 'frist'; did you mean 'first'?"),
        ("needs: [first]", "needs: [second]", "27: cases[1].needs: the cases need each other: second -> second"),
        ("points: 1", "needs: [second]\n    points: 1",
         "16: cases[0].needs: the cases need each other: first -> second -> first"),
        ("expect: {a: 2}", "expect:\n      aa: 2", "24: cases[0].expect: 'aa' is not observed; did you mean 'a'?"),
        ("cases: [second]", "cases: [secnd]", "33: rules[0].cases: no case is called 'secnd'; did you mean 'second'?"),
        ("forbid: torch.autograd.functional\n    why: By hand.", "why: By hand.",
         "31: rules[0]: either forbid or require is expected"),
        ("why: By hand.", "why: a\n    require: [torch.x]", "31: rules[0]: either forbid or require is expected"),
        ("prompt: Write `gradients`.", 'prompt: a """ b', '6: prompt: must not contain """: it becomes a docstring'),
        ("title: Zero the gradients", 'title: a """ b', '3: title: must not contain """: it becomes a docstring'),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_named(error_of, old, new, error) -> None:
    assert error_of(old, new) == f"e.yaml:{error}"


def test_an_exercise_without_any_points_is_refused(tmp_path) -> None:
    with pytest.raises(ExerciseError, match=r"^e.yaml:14: cases: no case has points$"):
        load_text(tmp_path, GOOD.replace("points: 1", "points: 0").replace("points: 2", "points: 0"))


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_lines(tmp_path) -> None:
    text = GOOD.replace("a: a + 1", "a: a +").replace("[first]", "[third]").replace("counted(", "counted((")
    with pytest.raises(ExerciseError) as caught:
        load_text(tmp_path, text)
    assert [line.split(":")[1] for line in str(caught.value).splitlines()] == ["12", "22", "27"]


@pytest.mark.parametrize("text", ["", "- a", "text"])
def test_something_else_than_a_mapping_is_no_exercise(tmp_path, text) -> None:
    with pytest.raises(ExerciseError, match=r"^e.yaml:1: a mapping with the keys of an exercise is expected$"):
        load_text(tmp_path, text)


def test_what_is_wrong_with_the_yaml_itself_has_its_line(tmp_path) -> None:
    with pytest.raises(ExerciseError, match=r"^e.yaml:2: the key 'id' stands there twice$"):
        load_text(tmp_path, "id: a\nid: b\n")


def test_a_file_that_cannot_be_read_is_named(tmp_path) -> None:
    with pytest.raises(ExerciseError, match=r"^e.yaml: cannot be read: No such file or directory$"):
        load(tmp_path / "absent.yaml", "e.yaml")
    with pytest.raises(ExerciseError, match=r"absent.yaml: cannot be read"):
        load(tmp_path / "absent.yaml")


def test_the_schema_has_the_keys_of_an_exercise_and_of_its_parts() -> None:
    schema = json.loads(schema_text())
    assert schema["required"] == ["format", "id", "title", "unit", "teaches", "prompt", "define", "cases"]
    assert set(schema["properties"]) >= {"given", "hints", "limits", "links", "requires", "rules"}
    assert set(schema["$defs"]["Case"]["properties"]) == {
        "name", "points", "given", "run", "observe", "expect", "needs", "trials", "tolerance", "feedback"
    }  # fmt: skip
    assert set(schema["$defs"]["Rule"]["properties"]) == {"forbid", "require", "why", "cases"}
    assert schema["additionalProperties"] is False


def test_a_seed_is_the_same_on_every_machine() -> None:
    assert trial_seed("exercise_03", "a single call", 0, 0) == 3_624_329_135_201_166_214
    assert trial_seed("exercise_03", "a single call", 2**70, 19) < 2**63


def test_every_part_of_a_trial_changes_its_seed() -> None:
    seeds = [trial_seed(*parts) for parts in [("e", "c", 0, 0), ("f", "c", 0, 0), ("e", "d", 0, 0), ("e", "c", 1, 0),
                                              ("e", "c", 0, 1), ("e", "c", 10, 0), ("e", "c1", 0, 0)]]  # fmt: skip
    assert len(set(seeds)) == len(seeds)


def test_the_names_that_a_case_uses_are_read_from_all_its_code() -> None:
    cases = exercise(
        {
            "name": "all",
            "points": 1,
            "given": "a = student.a\nother.z",
            "run": "b = [student.b for _ in range(2)]",
            "observe": {"c": "student.c(\n  1)", "d": "d.student.x"},
        },
        define=dict.fromkeys("abc", "(x)"),
    ).cases
    assert cases[0].uses() == {"a", "b", "c"}
    assert cases[0].uses("f = student.f") == {"a", "b", "c", "f"}


def test_a_job_holds_the_code_and_the_limits_and_no_answers(tmp_path) -> None:
    read = load_text(tmp_path, EXERCISE_YAML)
    run = read.run_of("code", "double.py", 5, (1, 4))
    job = read.job(run, run)
    assert job.cases[0] == CaseCode("doubles", ("x = torch.ones(3)\n", ""), "y = student.double(x)\n", (("y", "y"),))
    assert job.rules == (RuleCode(("torch.mul",), ()),)
    assert job.define == ("double",)
    assert job.limits == Limits(wall_seconds=5.0, cpu_seconds=20.0, memory_mib=512)
    assert run == Run("code", "double.py", (1, 4), (0, 1), run.seeds)
    assert run.seeds[0] == tuple(trial_seed("exercise_07", "doubles", 5, trial) for trial in range(2))


def test_a_rule_names_what_it_forbids_or_asks_for_and_covers_its_cases() -> None:
    rules = exercise(rules=[{"forbid": "a", "why": "w"}, {"require": ["b", "c"], "why": "w", "cases": ["first"]}]).rules
    assert [rule.names for rule in rules] == [["a"], ["b", "c"]]
    assert [rule.covers("first") for rule in rules] == [True, True]
    assert [rule.covers("other") for rule in rules] == [True, False]
