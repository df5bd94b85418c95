"""Which mistake it is, in words."""

from __future__ import annotations

import pytest
from builders import case, exercise, observation, tensor, trial
from markdown_it import MarkdownIt

from grader.diagnosis import KnownMistake, diagnose, matching
from grader.judge import judge
from grader.observation import (
    Ended,
    EndKind,
    Error,
    Flag,
    Loaded,
    Mapping,
    Number,
    Observation,
    Sequence,
    Text,
    Trial,
    Violation,
)
from grader.report import Diagnosis
from grader.torch_errors import EXPLANATIONS

ONE, TWO, THREE = (trial(y=Number(number)) for number in (1, 2, 3))
ASKED = exercise(case("a"), case("b"), case("c"))
RIGHT = observation(ONE, ONE, ONE)
SECOND_BACKWARD = Error("RuntimeError", "Trying to backward through the graph a second time (or", 12, "y.backward()")
EXPLAINED = {each.key: each for each in EXPLANATIONS}


def mistake(name: str, *cases) -> KnownMistake:
    return KnownMistake(name, f"Title of {name}", f"Text of {name}.", observation(*cases))


def diagnosed(student: Observation, *mistakes: KnownMistake, asked=ASKED, right=RIGHT) -> tuple[Diagnosis, ...]:
    return diagnose(asked, right, mistakes, student, judge(asked, right, student))


def names(student: Observation, *mistakes: KnownMistake, asked=ASKED, right=RIGHT) -> list[str]:
    return [each.mistake for each in diagnosed(student, *mistakes, asked=asked, right=right)]


# Known mistakes, by their behaviour


def test_a_submission_that_behaves_as_a_mistake_is_that_mistake() -> None:
    assert diagnosed(observation(TWO, ONE, ONE), mistake("doubles", TWO, ONE, ONE)) == (
        Diagnosis(mistake="doubles", title="Title of doubles", text="Text of doubles.", line=3,
                  certainty="same behaviour"),
    )  # fmt: skip


def test_what_it_does_where_the_mistake_is_right_does_not_matter() -> None:
    assert names(observation(TWO, ONE, THREE), mistake("doubles", TWO, ONE, ONE)) == ["doubles"]


@pytest.mark.parametrize("found", [observation(TWO, ONE, ONE), observation(TWO, THREE, ONE)])
def test_a_mistake_of_which_only_a_part_agrees_is_not_named(found) -> None:
    assert names(found, mistake("doubles", TWO, TWO, ONE)) == []


def test_of_several_trials_and_names_all_must_agree() -> None:
    asked = exercise(case("a", trials=2, observe={"y": "y", "z": "z"}))

    def seen(y, z):
        return [trial(y=Number(1), z=Number(1)), trial(y=Number(y), z=Number(z))]

    doubles, right = mistake("doubles", seen(2, 3)), observation(seen(1, 1))
    assert names(observation(seen(2, 3)), doubles, asked=asked, right=right) == ["doubles"]
    assert names(observation(seen(2, 4)), doubles, asked=asked, right=right) == []
    assert names(observation(seen(2, 3)[1:]), doubles, asked=asked, right=right) == []


def test_the_mistake_that_differs_in_most_places_is_the_one_that_is_named() -> None:
    found = observation(TWO, TWO, ONE)
    both = [mistake("narrow", TWO, ONE, ONE), mistake("wide", TWO, TWO, ONE)]
    assert names(found, *both) == ["wide"]
    assert names(found, *reversed(both)) == ["wide"]
    assert names(observation(TWO, ONE, ONE), *both) == ["narrow"]


def test_of_two_that_fit_equally_well_the_first_by_name_is_named() -> None:
    assert names(observation(TWO, ONE, ONE), mistake("b", TWO, ONE, ONE), mistake("a", TWO, ONE, ONE)) == ["a"]


def test_two_mistakes_in_different_cases_are_both_named() -> None:
    found = observation(TWO, THREE, THREE)
    assert names(found, mistake("first", TWO, ONE, ONE), mistake("others", ONE, THREE, THREE)) == ["others", "first"]


def test_a_mistake_that_does_as_the_reference_does_is_never_named() -> None:
    assert matching(ASKED, RIGHT, (mistake("none", ONE, ONE, ONE),), observation(TWO, ONE, ONE)) == []


def test_full_marks_need_no_diagnosis() -> None:
    assert diagnosed(RIGHT, mistake("doubles", TWO, ONE, ONE)) == ()


def test_numbers_of_a_mistake_agree_within_the_tolerance_of_the_case() -> None:
    asked = exercise(case("a", tolerance={"absolute": 0.1}))
    doubles = mistake("doubles", trial(y=Number(2.0)))
    right = observation(trial(y=Number(1.0)))
    assert names(observation(trial(y=Number(2.05))), doubles, asked=asked, right=right) == ["doubles"]
    assert names(observation(trial(y=Number(2.15))), doubles, asked=asked, right=right) == []


@pytest.mark.parametrize(
    ("kind", "found", "same"),
    [
        (EndKind.TIMEOUT, Ended(EndKind.TIMEOUT, "other words"), True),
        (EndKind.TIMEOUT, Ended(EndKind.CRASHED, ""), False),
        (EndKind.TIMEOUT, TWO, False),
        (EndKind.TIMEOUT, trial(Error("E", "m")), False),
    ],
)
def test_how_a_child_ended_is_behaviour_too(kind, found, same) -> None:
    assert ("hangs" in names(observation(found, ONE, ONE), mistake("hangs", Ended(kind, ""), ONE, ONE))) is same


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (Error("E", "index 3 is out of bounds"), Error("E", "index 12 is out of bounds", 4), True),
        (Error("E", "object at 0x7f00"), Error("E", "object at 0xabc"), True),
        (Error("E", "no such key"), Error("E", "no such value"), False),
        (Error("E", "text"), Error("F", "text"), False),
        (SECOND_BACKWARD, Error("RuntimeError", "... backward through the graph a second time ..."), True),
    ],
)
def test_errors_agree_by_type_and_by_what_they_say(one, two, same) -> None:
    found = names(observation(trial(two), ONE, ONE), mistake("raises", trial(one), ONE, ONE))
    assert ("raises" in found) is same


def test_an_error_that_stops_the_import_may_be_a_mistake() -> None:
    failing = Observation(Loaded(0, error=Error("ValueError", "no")), RIGHT.cases)
    found = matching(ASKED, RIGHT, (KnownMistake("m", "t", "", failing),), failing)
    assert [each.name for each in found] == ["m"]


# Where it is


def test_a_known_mistake_is_at_the_line_that_raised() -> None:
    found = observation(trial(Error("E", "m", 17)), ONE, ONE)
    assert diagnosed(found, mistake("raises", trial(Error("E", "m")), ONE, ONE))[0].line == 17


def test_or_at_the_line_of_which_the_result_was_overwritten() -> None:
    spoiled = Error("RuntimeError", "modified by an inplace operation", None, None, 8, "y = x.exp()")
    (found,) = diagnosed(observation(trial(y=spoiled), ONE, ONE), mistake("spoils", trial(y=spoiled), ONE, ONE))
    assert (found.line, found.text) == (
        8, "Text of spoils.\n\nThe value that was overwritten was made in line 8:\n\n    y = x.exp()"
    )  # fmt: skip


def test_or_at_the_function_that_all_of_its_cases_call() -> None:
    asked = exercise(
        case("a", run="y = student.g(student.f(1))"), case("b", run="y = student.g(1)"), define={"f": "(x)", "g": "(x)"}
    )
    loaded = Loaded(0, (("f", "function"), ("g", "function")), (("f", 3), ("g", 9)))
    right = observation(ONE, ONE)

    def line(*cases):
        known = mistake("m", *cases)
        (found,) = diagnosed(observation(*cases, loaded=loaded), known, asked=asked, right=right)
        return found.line

    assert line(TWO, TWO) == 9
    assert line(TWO, ONE) == 3


def test_or_nowhere_where_no_such_function_is_defined_in_the_file() -> None:
    loaded = Loaded(0, (("f", "Tensor"),), ())
    found = observation(TWO, ONE, ONE, loaded=loaded)
    assert diagnosed(found, mistake("m", TWO, ONE, ONE))[0].line is None
    asked = exercise(case("a", run="y = 1"))
    assert diagnosed(observation(TWO), mistake("m", TWO), asked=asked, right=observation(ONE))[0].line is None


# Torch's errors


def test_an_error_of_torchs_is_explained_with_its_line() -> None:
    explanation = EXPLAINED["second-backward"]
    assert diagnosed(observation(trial(SECOND_BACKWARD), ONE, ONE)) == (
        Diagnosis(mistake="torch: second-backward", title=explanation.title, text=explanation.text, line=12,
                  source="y.backward()", certainty="same error"),
    )  # fmt: skip


def test_an_error_that_was_observed_and_a_warning_are_explained_too() -> None:
    warning = Error("UserWarning", "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed.", 5)
    found = observation(trial(y=SECOND_BACKWARD), trial(y=Number(9), warnings=(warning,)), ONE)
    assert names(found) == ["torch: second-backward", "torch: non-leaf-grad"]


def test_each_error_is_explained_once_and_only_for_cases_that_failed() -> None:
    error = Error("ValueError", "can't optimize a non-leaf Tensor")
    right = observation(ONE, ONE, trial(y=error))
    found = observation(trial(SECOND_BACKWARD), trial(SECOND_BACKWARD), trial(y=error))
    assert names(found, right=right) == ["torch: second-backward"]


def test_an_error_in_a_case_that_a_known_mistake_settles_is_not_explained_again() -> None:
    found = observation(trial(SECOND_BACKWARD), ONE, ONE)
    assert names(found, mistake("keeps no graph", trial(SECOND_BACKWARD), ONE, ONE)) == ["keeps no graph"]


def in_place(line: int | None, forward_source: str | None) -> Error:
    return Error(
        "RuntimeError", "... has been modified by an inplace operation: ...", line, "z.backward()", 4, forward_source
    )


def test_an_in_place_error_quotes_the_line_that_made_the_value() -> None:
    (found,) = diagnosed(observation(trial(in_place(9, "y = x.sigmoid()")), ONE, ONE))
    assert found.text == (
        EXPLAINED["modified-in-place"].text
        + "\n\nThe value that was overwritten was made in line 4:\n\n    y = x.sigmoid()"
    )
    assert (found.line, found.source) == (9, "z.backward()")


def test_an_in_place_error_outside_the_students_code_is_at_the_line_that_made_the_value() -> None:
    (found,) = diagnosed(observation(trial(in_place(None, "y = x.sigmoid()")), ONE, ONE))
    assert (found.line, found.source) == (4, "y = x.sigmoid()")


@pytest.mark.parametrize(
    "source",
    [
        "",
        "x\n# Heading",
        "x\r# Heading",
        "x\r\n\r\n# Heading",
        "x\n\n# Heading\n\n<b>",
        "```\n# Heading",
        "    ```",
        "<script>",
        "x\x0b# Heading",
        "x\x0c# Heading",
        "x\u2028# Heading",
    ],
)
def test_a_line_of_code_cannot_end_the_block_that_it_is_quoted_in(source) -> None:
    (found,) = diagnosed(observation(trial(in_place(9, source)), ONE, ONE))
    _, _, quoted = found.text.partition("was made in line 4:\n\n")
    tokens = [token.type for token in MarkdownIt().parse("Text.\n\n" + quoted)]
    assert set(tokens[3:]) <= {"code_block"}


def test_an_error_that_no_entry_explains_is_not_diagnosed() -> None:
    assert names(observation(trial(Error("ValueError", "mine")), ONE, ONE)) == []


# The call


def test_a_function_that_takes_other_arguments_is_named_with_how_it_is_called() -> None:
    refused = Error("TypeError", "f() takes 0 positional arguments but 1 was given")
    assert diagnosed(observation(trial(refused), trial(refused), ONE)) == (
        Diagnosis(
            mistake="call: arguments",
            title="`f` cannot be called as the exercise calls it",
            text="The exercise calls `f(x)`. Python says: f() takes 0 positional arguments but 1 was given",
            line=3,
            certainty="same error",
        ),
    )


def test_a_class_that_takes_other_arguments_is_named_too() -> None:
    asked = exercise(case("a", run="y = student.Double()"), define={"Double": "a torch.autograd.Function"})
    refused = Error("TypeError", "Double.__init__() missing 1 required positional argument: 'x'")
    loaded = Loaded(0, (("Double", "type"),))
    (found,) = diagnosed(observation(trial(refused), loaded=loaded), asked=asked, right=observation(ONE))
    assert (found.line, found.text.partition(". ")[0]) == (
        None, "The exercise calls `Double: a torch.autograd.Function`"
    )  # fmt: skip


@pytest.mark.parametrize(
    "error",
    [
        Error("TypeError", "f() takes 0 positional arguments but 1 was given", 9),
        Error("TypeError", "'int' object is not callable"),
        Error("ValueError", "f() is not what I want"),
    ],
)
def test_any_other_type_error_is_not_about_the_call(error) -> None:
    assert names(observation(trial(error), ONE, ONE)) == []


def test_a_case_without_any_trial_has_no_call_to_explain() -> None:
    verdict = judge(ASKED, RIGHT, observation(trial(Error("TypeError", "f() takes")), ONE, ONE))
    assert diagnose(ASKED, RIGHT, (), observation([], ONE, ONE), verdict) == ()


# What is missing


def test_a_missing_name_is_told_with_what_was_found_instead() -> None:
    loaded = Loaded(0, (("F", "function"), ("helper", "function")))
    assert diagnosed(observation(ONE, ONE, ONE, loaded=loaded)) == (
        Diagnosis(
            mistake="missing: f",
            title="`f` is not defined",
            text="The exercise asks for\n\n- `f(x)`\n\nThe file defines `F`, `helper`.",
            certainty="found in the code",
        ),
    )


def test_several_missing_names_are_told_together() -> None:
    asked = exercise(case(), define={"f": "(x)", "g": "a class"})
    (found,) = diagnosed(observation(ONE, loaded=Loaded(0)), asked=asked, right=observation(ONE))
    assert (found.mistake, found.title) == ("missing: f, g", "`f` and `g` are not defined")
    assert found.text == (
        "The exercise asks for\n\n- `f(x)`\n- `g: a class`\n\nThe file defines no other function or class."
    )


# What was not imported


@pytest.mark.parametrize(
    ("error", "title", "text"),
    [
        (Error("SyntaxError", "'(' was never closed", 3, "f("), "The file is not valid Python: '(' was never closed",
         ("Python could not read the file, so nothing in it was run. "
          "The mistake is at the line shown, or just before it.")),
        (Error("ModuleNotFoundError", "No module named 'pandas'", 3, "f("),
         "A package is imported that is not there: No module named 'pandas'",
         "Only what the exercise needs is installed where it is graded: torch, NumPy and Python's own library."),
        (Error("SystemExit", "0", 3, "f("), "The file ends the program while it is imported",
         ("A grader imports your file to call the functions in it. Code at the top level runs at that moment; put what "
          'is only for running the file by itself under `if __name__ == "__main__":`.')),
        (Error("ZeroDivisionError", "division by zero", 3, "f("),
         "The file fails while it is imported: ZeroDivisionError",
         "division by zero\n\nCode at the top level runs when the file is imported, before any function is called."),
    ],
)  # fmt: skip
def test_a_file_that_could_not_be_imported_is_told_why(error, title, text) -> None:
    found = Observation(Loaded(0, error=error), RIGHT.cases)
    assert diagnosed(found) == (
        Diagnosis(mistake=f"import: {error.type}", title=title, text=text, line=3, source="f(", certainty="same error"),
    )


def test_an_import_that_failed_with_an_error_of_torchs_is_explained() -> None:
    assert names(Observation(Loaded(0, error=SECOND_BACKWARD), RIGHT.cases)) == ["torch: second-backward"]


def test_a_child_that_was_lost_during_the_import_has_its_verdict_and_no_diagnosis() -> None:
    end = Ended(EndKind.TIMEOUT, "late")
    assert diagnosed(Observation(None, (end, end, end))) == ()


# Rules


def test_a_broken_rule_is_named_before_anything_else() -> None:
    rules = [{"forbid": ["torch.x", "torch.y"], "why": "By hand."}, {"require": "torch.z", "why": "Use it."}]
    asked = exercise(case("a"), rules=rules)
    violations = (Violation(0, 4, "torch.x(1)"), Violation(1, None, None), Violation(2, 1, ""))
    found = observation(TWO, loaded=Loaded(0, (("f", "function"),), (("f", 3),), violations))
    broken, absent, known = diagnosed(found, mistake("doubles", TWO), asked=asked, right=observation(ONE))
    assert broken == Diagnosis(
        mistake="rule: torch.x, torch.y",
        title="`torch.x` or `torch.y` is used, which the exercise forbids",
        text="By hand.",
        line=4,
        source="torch.x(1)",
        certainty="found in the code",
    )
    assert (absent.title, absent.line) == ("`torch.z` is not used, which the exercise asks for", None)
    assert known.mistake == "doubles"


# All kinds of values


def test_mistakes_are_recognised_by_values_of_any_kind() -> None:
    def seen(number):
        return Trial((("y", Sequence((tensor([number]), Mapping(((Text("a"), Flag(value=number > 1)),))))),))

    right = observation(seen(1.0), ONE, ONE)
    assert names(observation(seen(2.0), ONE, ONE), mistake("m", seen(2.0), ONE, ONE), right=right) == ["m"]
    assert names(observation(seen(3.0), ONE, ONE), mistake("m", seen(2.0), ONE, ONE), right=right) == []
