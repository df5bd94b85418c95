"""A child that is lost costs the case that it was at; the rest runs in a fresh one, within reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grader.errors import SandboxError
from grader.observation import (
    Called,
    CaseSeen,
    Done,
    Ended,
    EndKind,
    Error,
    Loaded,
    Number,
    Printed,
    Ready,
    Trial,
)
from grader.observation.job import CaseCode, Job, Run
from grader.sandbox import observe
from grader.sandbox.fake import FakeSandbox

READY = Ready((("torch", "2"),))
HUNG = Ended(EndKind.TIMEOUT, "it did not finish within 10 seconds")
CRASHED = Ended(EndKind.CRASHED, "it crashed with SIGSEGV")


def job_of(*cases_of_runs, seeds=None):
    """A job with four cases, and a run for each tuple of case numbers; a case's seeds tell the run and the case."""
    cases = tuple(CaseCode(f"case {n}", (), "", ()) for n in range(4))
    runs = tuple(
        Run(f"source {r}", "exercise_03.py", (), chosen, tuple((10 * r + c, 100 + 10 * r + c) for c in chosen))
        for r, chosen in enumerate(cases_of_runs)
    )
    return Job(cases, (), (), runs)


ALL = (0, 1, 2, 3)


def seen(run, case, mark=0):
    return CaseSeen(run, case, (Trial((("mark", Number(mark)),)),), 0.5)


def child(*frames, run=0, printed=""):
    return [READY, Loaded(run), *frames, Printed(printed)]


def asked(sandbox):
    """For each child that was started: the source, the cases and the seeds of its runs."""
    return [[(run.source, run.cases, run.seeds) for run in job.runs] for job in sandbox.jobs]


def test_a_run_without_losses_takes_one_child():
    sandbox = FakeSandbox([READY, Loaded(0), *(seen(0, n, n) for n in ALL), Done(0), Printed("hello\n")])
    (observation,) = observe(sandbox, job_of(ALL))
    assert observation.loaded == Loaded(0)
    assert observation.cases == tuple(seen(0, n, n) for n in ALL)
    assert observation.output == "hello\n"
    assert len(sandbox.jobs) == 1
    assert sandbox.jobs[0] == job_of(ALL)


def test_a_case_that_hangs_costs_that_case_and_the_rest_runs_in_a_fresh_child():
    sandbox = FakeSandbox(
        [*child(seen(0, 0), printed="one\n"), HUNG],
        [*child(seen(0, 2), seen(0, 3), Done(0), printed="two\n")],
    )
    (observation,) = observe(sandbox, job_of(ALL))
    assert observation.cases == (seen(0, 0), Ended(EndKind.TIMEOUT, HUNG.detail, 0, 1), seen(0, 2), seen(0, 3))
    assert observation.output == "one\ntwo\n"
    assert asked(sandbox) == [
        [("source 0", ALL, ((0, 100), (1, 101), (2, 102), (3, 103)))],
        [("source 0", (2, 3), ((2, 102), (3, 103)))],
    ]


def test_the_last_case_that_hangs_needs_no_other_child():
    sandbox = FakeSandbox([*child(*(seen(0, n) for n in (0, 1, 2))), HUNG])
    (observation,) = observe(sandbox, job_of(ALL))
    assert observation.cases[3] == Ended(EndKind.TIMEOUT, HUNG.detail, 0, 3)
    assert len(sandbox.jobs) == 1


def test_after_two_restarts_the_rest_is_given_up():
    sandbox = FakeSandbox([*child(), HUNG], [*child(), CRASHED], [*child(), HUNG])
    (observation,) = observe(sandbox, job_of(ALL))
    assert [case.kind for case in observation.cases] == [
        EndKind.TIMEOUT,
        EndKind.CRASHED,
        EndKind.TIMEOUT,
        EndKind.TIMEOUT,
    ]
    assert [case.case for case in observation.cases] == [0, 1, 2, 3]
    assert [[run[1] for run in runs] for runs in asked(sandbox)] == [[ALL], [(1, 2, 3)], [(2, 3)]]


def test_a_child_that_is_lost_at_import_is_given_up_at_once():
    sandbox = FakeSandbox([READY, Printed("importing"), HUNG])
    (observation,) = observe(sandbox, job_of(ALL))
    assert observation.loaded is None
    assert observation.cases == tuple(Ended(EndKind.TIMEOUT, HUNG.detail, 0, n) for n in ALL)
    assert observation.output == "importing"


def test_a_module_that_cannot_be_imported_has_no_case_that_was_reached():
    error = Loaded(0, error=Error("SyntaxError", "invalid syntax", 1, "x = ="))
    (observation,) = observe(FakeSandbox([READY, error, Done(0), Printed("")]), job_of((0,)))
    assert observation.loaded == error
    assert observation.cases == tuple(Ended(EndKind.EXITED, "the case was not reached", 0, n) for n in ALL)


def test_a_child_that_is_lost_after_its_last_case_costs_nothing():
    sandbox = FakeSandbox([*child(*(seen(0, n) for n in ALL)), CRASHED])
    (observation,) = observe(sandbox, job_of(ALL))
    assert observation.cases == tuple(seen(0, n) for n in ALL)
    assert len(sandbox.jobs) == 1


def test_cases_in_any_order_are_blamed_in_that_order():
    sandbox = FakeSandbox([*child(seen(0, 3)), HUNG], [*child(seen(0, 1), Done(0))])
    (observation,) = observe(sandbox, job_of((3, 0, 1)))
    assert [type(case) for case in observation.cases] == [Ended, CaseSeen, Ended, CaseSeen]
    assert observation.cases[0].kind is EndKind.TIMEOUT
    assert observation.cases[2] == Ended(EndKind.EXITED, "the case was not reached", 0, 2)
    assert asked(sandbox)[1] == [("source 0", (1,), ((1, 101),))]


def test_several_runs_in_one_job_keep_their_numbers():
    frames = [READY]
    for run in range(3):
        frames += [Loaded(run), seen(run, 0, run), seen(run, 1, 10 + run), Done(run)]
    observations = observe(FakeSandbox([*frames, Printed("all")]), job_of((0, 1), (0, 1), (0, 1)))
    assert [observation.loaded for observation in observations] == [Loaded(0), Loaded(1), Loaded(2)]
    assert [observation.cases[:2] for observation in observations] == [
        (seen(run, 0, run), seen(run, 1, 10 + run)) for run in range(3)
    ]
    assert {observation.output for observation in observations} == {"all"}


def test_runs_after_a_lost_one_are_numbered_as_in_the_whole_job():
    sandbox = FakeSandbox(
        [
            *(READY, Loaded(0), seen(0, 0), seen(0, 1), Done(0)),
            *(Loaded(1), seen(1, 0), Printed("a"), CRASHED),
        ],
        [
            *(READY, Loaded(0), seen(0, 2, 7), Done(0)),
            *(Loaded(1), seen(1, 0, 8), seen(1, 1, 9), Done(1), Printed("b")),
        ],
    )
    first, second, third = observe(sandbox, job_of((0, 1), (0, 1, 2), (0, 1)))
    assert first.cases[:2] == (seen(0, 0), seen(0, 1))
    assert second.loaded == Loaded(1)
    assert second.cases[:3] == (seen(1, 0), Ended(EndKind.CRASHED, CRASHED.detail, 1, 1), seen(1, 2, 7))
    assert third.cases[:2] == (seen(2, 0, 8), seen(2, 1, 9))
    assert {each.output for each in (first, second, third)} == {"ab"}
    assert asked(sandbox)[1] == [
        ("source 1", (2,), ((12, 112),)),
        ("source 2", (0, 1), ((20, 120), (21, 121))),
    ]


def test_a_run_that_is_given_up_does_not_take_the_next_with_it():
    sandbox = FakeSandbox([READY, Printed(""), HUNG], [READY, Loaded(0), seen(0, 0), Done(0), Printed("")])
    first, second = observe(sandbox, job_of((0, 1), (0,)))
    assert first.loaded is None
    assert [case.kind for case in first.cases[:2]] == [EndKind.TIMEOUT] * 2
    assert second.cases[0] == seen(1, 0)
    assert asked(sandbox)[1] == [("source 1", (0,), ((10, 110),))]


def test_restarts_are_counted_for_each_run_by_itself():
    lost = [READY, Loaded(0), Printed(""), HUNG]
    sandbox = FakeSandbox(*[lost] * 6)
    first, second = observe(sandbox, job_of(ALL, ALL))
    assert [type(case) for case in (*first.cases, *second.cases)] == [Ended] * 8
    assert len(sandbox.jobs) == 6
    assert [runs[0][:2] for runs in asked(sandbox)] == [
        ("source 0", ALL),
        ("source 0", (1, 2, 3)),
        ("source 0", (2, 3)),
        ("source 1", ALL),
        ("source 1", (1, 2, 3)),
        ("source 1", (2, 3)),
    ]


def test_the_limits_rules_and_names_of_the_job_go_to_every_child():
    job = job_of(ALL)
    sandbox = FakeSandbox([*child(), HUNG], [*child(), HUNG], [*child(), HUNG])
    observe(sandbox, job)
    assert [(each.limits, each.rules, each.define, each.cases) for each in sandbox.jobs] == [
        (job.limits, job.rules, job.define, job.cases)
    ] * 3


def test_the_graders_own_failure_is_not_an_observation():
    class Broken(FakeSandbox):
        def run(self, job):
            self.jobs.append(job)
            yield READY
            raise SandboxError("no process could be started for the submission")

    with pytest.raises(SandboxError, match="no process could be started"):
        observe(Broken(), job_of(ALL))


def test_a_job_without_runs_needs_no_child():
    sandbox = FakeSandbox()
    assert observe(sandbox, job_of()) == []
    assert sandbox.jobs == []


@pytest.mark.parametrize(
    ("told", "calls", "garbled"),
    [
        ([0, 0, 1], (2, 1), False),
        ([], (), False),
        ([], (0, 0), False),
        ([0, 0, 0], (2,), True),
        ([0], (2,), True),
        ([0, 1], (1,), True),
    ],
)
def test_counts_that_are_not_those_that_were_told_spoil_their_case(told, calls, garbled):
    finished = replace(seen(0, 0), calls=calls)
    frames = [READY, Loaded(0), *(Called(0, 0, counter) for counter in told), finished, seen(0, 1), Done(0)]
    first, second = observe(FakeSandbox(frames), job_of((0, 1)))[0].cases[:2]
    assert isinstance(first, Ended) == garbled
    assert isinstance(second, CaseSeen)
