"""The fake plays its answers back in order, and remembers what it was asked."""

from __future__ import annotations

import pytest

from grader.observation import Done, Ready
from grader.observation.job import Job
from grader.sandbox.fake import FakeSandbox


def test_each_job_gets_the_next_answer_and_is_remembered():
    first, second = Job((), (), (), ()), Job((), (), ("f",), ())
    sandbox = FakeSandbox([Ready(()), Done(0)], [Done(1)])
    assert list(sandbox.run(first)) == [Ready(()), Done(0)]
    assert list(sandbox.run(second)) == [Done(1)]
    assert sandbox.jobs == [first, second]


def test_a_job_that_nobody_prepared_for_is_an_error():
    with pytest.raises(IndexError):
        list(FakeSandbox().run(Job((), (), (), ())))


def test_it_is_of_no_level_and_can_be_closed():
    sandbox = FakeSandbox()
    assert (sandbox.level, sandbox.closed) == (0, False)
    sandbox.close()
    sandbox.close()
    assert sandbox.closed is True
