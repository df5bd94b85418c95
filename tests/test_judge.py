"""From two observations to a verdict a case."""

from __future__ import annotations

import pytest
import strategies
from builders import case, exercise, observation, tensor, trial
from hypothesis import given
from hypothesis import strategies as st

from grader.comparison import Mismatch
from grader.judge import Verdict, judge, missing_names, score
from grader.observation import (
    CaseSeen,
    Ended,
    EndKind,
    Error,
    Flag,
    Loaded,
    Mapping,
    Number,
    Observation,
    Sequence,
    Trial,
    Violation,
)

THREE = exercise(case("a", points=1), case("b", points=2), case("c", points=4))
ONE, TWO = trial(y=Number(1)), trial(y=Number(2))
RIGHT = observation(ONE, ONE, ONE)


def statuses(verdicts: tuple[Verdict, ...]) -> list[str]:
    return [verdict.status for verdict in verdicts]


def messages(verdicts: tuple[Verdict, ...]) -> list[str]:
    return [verdict.message for verdict in verdicts]


def test_a_case_passes_with_all_its_points_or_fails_with_none() -> None:
    assert judge(THREE, RIGHT, observation(ONE, TWO, ONE)) == (
        Verdict("a", "passed", 1.0, 1.0, "", 0.25),
        Verdict("b", "failed", 0.0, 2.0, "y: expected 1, found 2", 0.25, 0, (
            Mismatch("y", "expected 1, found 2", Number(1), Number(2)),
        )),
        Verdict("c", "passed", 4.0, 4.0, "", 0.25),
    )  # fmt: skip


def test_an_error_ends_a_case_in_one_line() -> None:
    verdicts = judge(
        THREE,
        RIGHT,
        observation(trial(Error("ValueError", "one\ntwo", 7)), trial(Error("KeyError", "")), trial(Error("E", " x "))),
    )
    assert statuses(verdicts) == ["error"] * 3
    assert messages(verdicts) == ["ValueError: one (line 7)", "KeyError", "E: x"]


def test_a_long_error_is_cut_after_its_first_sentence_or_else_after_a_word() -> None:
    verdicts = judge(
        THREE,
        RIGHT,
        observation(*(trial(Error("E", text)) for text in ("One. " + "two " * 60, "word " * 60, "x" * 300))),
    )
    assert messages(verdicts) == ["E: One. …", f"E: {'word ' * 39}word …", f"E: {'x' * 200} …"]


@pytest.mark.parametrize(
    ("kind", "detail", "status"),
    [
        (EndKind.TIMEOUT, "it did not finish within 10 seconds", "timeout"),
        (EndKind.CRASHED, "it crashed with SIGSEGV (Segmentation fault)", "error"),
        (EndKind.EXITED, "it ended the program itself, with exit code 0", "error"),
        (EndKind.OUT_OF_MEMORY, "the system killed it, as it does when memory runs out", "error"),
        (EndKind.GARBLED, "its results could not be read: a frame's header is not JSON", "error"),
    ],
)
def test_a_child_that_was_lost_costs_the_case_that_it_was_at_and_says_how(kind, detail, status) -> None:
    verdicts = judge(THREE, RIGHT, observation(ONE, Ended(kind, detail, 0, 1), ONE))
    assert statuses(verdicts) == ["passed", status, "passed"]
    assert verdicts[1] == Verdict("b", status, 0.0, 2.0, detail)


def test_memory_that_torch_did_not_get_is_told_with_the_limit() -> None:
    message = "[enforce fail at alloc_cpu.cpp:128] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to"
    limited = exercise(case(), limits={"memory_mib": 256})
    (verdict,) = judge(limited, observation(ONE), observation(trial(Error("RuntimeError", message, 4))))
    assert (verdict.status, verdict.message) == ("error", "it ran out of memory: the exercise allows 256 MiB (line 4)")


# Trials and names


def test_the_first_trial_that_is_wrong_is_the_one_that_is_told() -> None:
    twice = exercise(case(trials=3))
    reference = observation([ONE, TWO, TWO])
    (verdict,) = judge(twice, reference, observation([ONE, ONE, trial(Error("E", "m"))]))
    assert (verdict.status, verdict.trial, verdict.message) == ("failed", 1, "y: expected 2, found 1")
    (verdict,) = judge(twice, reference, observation([ONE, trial(Error("E", "m")), ONE]))
    assert (verdict.status, verdict.trial, verdict.message) == ("error", 1, "E: m")


@pytest.mark.parametrize("found", [[ONE], [ONE, trial()], [ONE, trial(other=Number(2))]])
def test_a_trial_or_a_name_of_which_nothing_was_said_was_not_observed(found) -> None:
    (verdict,) = judge(exercise(case(trials=2)), observation([ONE, TWO]), observation(found))
    assert (verdict.status, verdict.trial, verdict.message) == ("failed", 1, "y: was not observed")
    assert verdict.mismatches == (Mismatch("y", "was not observed", Number(2), None),)


def test_names_and_trials_that_nobody_asked_for_are_not_looked_at() -> None:
    found = observation([trial(z=Number(9), y=Number(1)), trial(Error("E", "m"))])
    assert statuses(judge(exercise(case()), observation(ONE), found)) == ["passed"]


def test_of_several_mismatches_the_first_is_told_and_the_others_are_counted() -> None:
    two = exercise(case(observe={"y": "y", "z": "z"}))
    (verdict,) = judge(
        two,
        observation(trial(y=tensor([1.0, 2.0]), z=Sequence((Number(1), Number(2))))),
        observation(trial(z=Sequence((Number(3), Number(4))), y=tensor([1.0, 3.0]))),
    )
    assert [mismatch.name for mismatch in verdict.mismatches] == ["y", "z[0]", "z[1]"]
    assert verdict.message == (
        "y: 1 of 2 elements differ; greatest difference 1 at [1] (expected 2, found 3, allowed 2e-08) (and 2 more)"
    )


def test_what_a_case_expects_outright_counts_instead_of_the_reference() -> None:
    stated = exercise(case(observe={"y": "y", "z": "z"}, expect={"z": [True, 2]}))
    reference = observation(trial(y=Number(1), z=Number(7)))
    right = trial(y=Number(1), z=Sequence((Flag(value=True), Number(2))))
    assert statuses(judge(stated, reference, observation(right))) == ["passed"]
    (verdict,) = judge(stated, reference, reference)
    assert verdict.message == "z: expected a list of 2, found the number 7"


def test_a_case_may_say_how_far_its_numbers_may_be_off() -> None:
    loose = exercise(case("a", tolerance={"absolute": 0.5}), case("b"))
    verdicts = judge(loose, observation(trial(y=Number(1.0)), trial(y=Number(1.0))),
                     observation(trial(y=Number(1.4)), trial(y=Number(1.4))))  # fmt: skip
    assert statuses(verdicts) == ["passed", "failed"]


# Needs


@pytest.mark.parametrize(
    ("needs", "wrong", "expected"),
    [
        ({"b": ["a"]}, "a", ["failed", "skipped", "passed"]),
        ({"a": ["b"]}, "b", ["skipped", "failed", "passed"]),
        ({"b": ["a"], "c": ["b"]}, "a", ["failed", "skipped", "skipped"]),
        ({"a": ["b"], "b": ["c"]}, "c", ["skipped", "skipped", "failed"]),
        ({"c": ["a", "b"]}, "b", ["passed", "failed", "skipped"]),
        ({"b": ["a"]}, "b", ["passed", "failed", "passed"]),
        ({"b": ["a"]}, "c", ["passed", "passed", "failed"]),
    ],
)
def test_a_case_is_skipped_where_one_that_it_needs_did_not_pass(needs, wrong, expected) -> None:
    asked = exercise(*(case(name, needs=needs.get(name, [])) for name in "abc"))
    found = observation(*(TWO if name == wrong else ONE for name in "abc"))
    assert statuses(judge(asked, RIGHT, found)) == expected


def test_a_skipped_case_names_the_one_that_everything_hangs_on() -> None:
    asked = exercise(case("a", points=3, needs=["b"]), case("b", needs=["c"]), case("c"))
    verdicts = judge(asked, RIGHT, observation(TWO, ONE, TWO))
    assert verdicts[0] == Verdict("a", "skipped", 0.0, 3.0, "not judged before “c” passes", 0.25)
    assert verdicts[1].message == "not judged before “c” passes"


# Points


@pytest.mark.parametrize(("points", "total"), [((0.1, 0.2), 0.3), ((0.7, 0.1, 0.1), 0.9), ((1, 2.5), 3.5), ((), 0.0)])
def test_points_add_up_as_on_paper(points, total) -> None:
    assert score(tuple(Verdict("a", "passed", each, each) for each in points)) == total


# Modules that cannot be judged by what they do


def test_a_name_that_is_missing_is_one_clear_error_and_the_other_cases_are_still_judged() -> None:
    asked = exercise(
        case("a", run="y = student.f(1)"),
        case("b", run="y = student.g(1)"),
        case("c", observe={"y": "student.g(y)"}),
        define={"f": "(x)", "g": "(x)", "unused": "(x)"},
    )
    found = observation(ONE, trial(Error("AttributeError", "g")), trial(Error("AttributeError", "g")))
    assert missing_names(asked, found) == ["g", "unused"]
    assert judge(asked, RIGHT, found)[1:] == (
        Verdict("b", "error", 0.0, 1.0, "`g` is not defined", cause="missing"),
        Verdict("c", "skipped", 0.0, 1.0, "not tried, for the same reason", cause="missing"),
    )
    assert judge(asked, RIGHT, found)[0].status == "passed"


def test_each_missing_name_is_told_once() -> None:
    asked = exercise(
        case("a", run="y = student.f(student.g)"),
        case("b", run="y = student.g(1)"),
        case("c", run="y = student.f(1)"),
        define={"f": "(x)", "g": "(x)"},
    )
    verdicts = judge(asked, RIGHT, observation(ONE, ONE, ONE, loaded=Loaded(0)))
    assert statuses(verdicts) == ["error", "error", "skipped"]
    assert messages(verdicts)[:2] == ["`f` is not defined", "`g` is not defined"]


def test_a_missing_name_in_given_concerns_every_case() -> None:
    asked = exercise(case("a", run="y = 1"), case("b", run="y = 1"), given="f = student.f")
    verdicts = judge(asked, RIGHT, observation(ONE, ONE, loaded=Loaded(0)))
    assert statuses(verdicts) == ["error", "skipped"]


def test_a_case_that_needs_one_with_a_missing_name_keeps_its_own_reason() -> None:
    asked = exercise(case("a"), case("b", needs=["a"]), case("c", run="y = 1", needs=["a"]))
    verdicts = judge(asked, RIGHT, observation(ONE, ONE, ONE, loaded=Loaded(0)))
    assert messages(verdicts) == [
        "`f` is not defined", "not tried, for the same reason", "not judged before “a” passes"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("loaded", "first", "status", "said"),
    [
        (Loaded(0, error=Error("SyntaxError", "invalid syntax", 3)), ONE, "error",
         "the module could not be imported: SyntaxError: invalid syntax (line 3)"),
        (None, Ended(EndKind.TIMEOUT, "it did not finish within 10 seconds"), "timeout",
         "while the module was imported, it did not finish within 10 seconds"),
        (None, Ended(EndKind.CRASHED, "it crashed with SIGSEGV"), "error",
         "while the module was imported, it crashed with SIGSEGV"),
        (None, ONE, "error", "the module could not be imported"),
    ],
)  # fmt: skip
def test_a_module_that_was_not_imported_is_one_clear_verdict(loaded, first, status, said) -> None:
    seen = observation(first, first, first)
    verdicts = judge(THREE, RIGHT, Observation(loaded, seen.cases))
    assert verdicts == (
        Verdict("a", status, 0.0, 1.0, said, cause="not loaded"),
        Verdict("b", "skipped", 0.0, 2.0, "not tried, for the same reason", cause="not loaded"),
        Verdict("c", "skipped", 0.0, 4.0, "not tried, for the same reason", cause="not loaded"),
    )
    assert missing_names(THREE, Observation(loaded, seen.cases)) == []


def broken(*violations: Violation) -> Observation:
    return observation(ONE, TWO, ONE, loaded=Loaded(0, (("f", "function"),), (), violations))


def test_a_broken_rule_costs_the_cases_that_it_covers() -> None:
    asked = exercise(
        case("a"), case("b"), case("c"),
        rules=[
            {"forbid": ["torch.x", "torch.y"], "why": "By hand.", "cases": ["a"]},
            {"require": "torch.z", "why": "Use it.", "cases": ["b"]},
        ],
    )  # fmt: skip
    assert statuses(judge(asked, RIGHT, broken())) == ["passed", "failed", "passed"]
    verdicts = judge(asked, RIGHT, broken(Violation(0, 4, "torch.x()"), Violation(1, None, None), Violation(2, 1, "")))
    assert verdicts[0] == Verdict(
        "a", "failed", 0.0, 1.0, "`torch.x` or `torch.y` must not be used here (line 4): By hand.", cause="rule"
    )
    assert verdicts[1].message == "`torch.z` must be used here: Use it."
    assert verdicts[2].status == "passed"


def test_a_rule_without_cases_covers_all_of_them_and_needs_do_not_hide_it() -> None:
    asked = exercise(case("a"), case("b", needs=["a"]), rules=[{"forbid": "torch.x", "why": "No."}])
    found = observation(ONE, ONE, loaded=broken(Violation(0, 1, "")).loaded)
    assert [verdict.cause for verdict in judge(asked, RIGHT, found)] == ["rule", "rule"]


# Whatever was observed

RULES = [{"forbid": "torch.x", "why": "No.", "cases": ["a"]}, {"require": "torch.z", "why": "Use it."}]
DRAWN = exercise(
    case("a", trials=2, observe={"y": "y", "z": "z"}),
    case("b", run="y = student.g(1)", needs=["a"], expect={"y": [1, None]}),
    case("c", points=0.1, needs=["b"]),
    define={"f": "(x)", "g": "(x)"},
    rules=RULES,
)


def without_repeated_keys(value) -> bool:
    if isinstance(value, Mapping):
        keys = [repr(key) for key, _ in value.items]
        return len(set(keys)) == len(keys) and all(without_repeated_keys(each) for pair in value.items for each in pair)
    return all(without_repeated_keys(each) for each in value.items) if isinstance(value, Sequence) else True


real_values = strategies.values.filter(without_repeated_keys)


@st.composite
def references(draw, exercise):
    cases = []
    for index, each in enumerate(exercise.cases):
        trials = [Trial(tuple((name, draw(real_values)) for name in each.observe)) for _ in range(each.trials)]
        cases.append(CaseSeen(0, index, tuple(trials), draw(strategies.seconds)))
    return Observation(Loaded(0, (("f", "function"), ("g", "function"))), tuple(cases))


UNSTATED = exercise(case("a", trials=2, observe={"y": "y", "z": "z"}), case("b", needs=["a"]), case("c", points=0.2))


@given(references(UNSTATED))
def test_the_reference_has_full_marks_whatever_it_does(reference) -> None:
    verdicts = judge(UNSTATED, reference, reference)
    assert statuses(verdicts) == ["passed"] * 3
    assert score(verdicts) == 2.2


@given(references(DRAWN), strategies.observations(["y", "z", "other"], ["f", "g", "h"]))
def test_any_student_has_a_verdict_for_each_case(reference, student) -> None:
    verdicts = judge(DRAWN, reference, student)
    assert [verdict.case for verdict in verdicts] == ["a", "b", "c"]
    for verdict in verdicts:
        assert verdict.points == (verdict.max_points if verdict.status == "passed" else 0.0)
