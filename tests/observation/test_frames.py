"""What a child says, added up to an observation."""

from __future__ import annotations

from builders import tensor, trial

from grader.observation import CaseSeen, Done, Ended, EndKind, Loaded, Observation, Printed, Ready, assemble

SEEN = CaseSeen(0, 0, (trial(y=tensor([1.0])),), 0.5)


def test_the_frames_of_a_run_add_up_to_its_observation() -> None:
    timeout = Ended(EndKind.TIMEOUT, "too slow", 0, 1)
    frames = [Ready((("torch", "2"),)), Loaded(0), SEEN, Printed("hello"), timeout, Done(0)]
    assert assemble(0, 2, frames, "hello") == Observation(Loaded(0), (SEEN, timeout), "hello")


def test_frames_of_other_runs_are_left_out() -> None:
    other = CaseSeen(1, 0, (), 0.1)
    frames = [Loaded(0), SEEN, Done(0), Loaded(1, error=None, defined=(("f", "function"),)), other, Done(1)]
    assert assemble(0, 1, frames).cases == (SEEN,)
    assert assemble(1, 1, frames) == Observation(Loaded(1, (("f", "function"),)), (other,))


def test_what_was_said_first_stands() -> None:
    second = CaseSeen(0, 0, (), 9.0)
    frames = [Loaded(0), SEEN, second, Loaded(0, (("f", "int"),)), Ended(EndKind.CRASHED, "late", 0, 0)]
    assert assemble(0, 1, frames) == Observation(Loaded(0), (SEEN,))


def test_a_case_of_which_nothing_was_said_was_not_reached() -> None:
    assert assemble(3, 2, []) == Observation(
        None, tuple(Ended(EndKind.EXITED, "the case was not reached", 3, case) for case in range(2))
    )


def test_cases_that_the_exercise_does_not_have_are_left_out() -> None:
    assert assemble(0, 1, [Loaded(0), CaseSeen(0, 7, (), 0.1), SEEN]).cases == (SEEN,)
