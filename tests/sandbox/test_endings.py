"""How a child ended, in the words that a student reads."""

from __future__ import annotations

import signal

import pytest

from grader.observation import Ended, EndKind
from grader.observation.job import Job, Limits
from grader.sandbox.endings import aborted_for_memory, how_it_ended

JOB = Job((), (), (), (), Limits(cpu_seconds=2.5))


@pytest.mark.parametrize(
    ("code", "kind", "detail"),
    [
        (0, EndKind.EXITED, "it ended the program itself, with exit code 0"),
        (7, EndKind.EXITED, "it ended the program itself, with exit code 7"),
        (255, EndKind.EXITED, "it ended the program itself, with exit code 255"),
        (137, EndKind.OUT_OF_MEMORY, "it ran out of memory"),
        (-signal.SIGKILL, EndKind.OUT_OF_MEMORY, "the system killed it, as it does when memory runs out"),
        (-signal.SIGXCPU, EndKind.TIMEOUT, "it used more than 2.5 seconds of processor time"),
        (-signal.SIGSEGV, EndKind.CRASHED, "it crashed with SIGSEGV (Segmentation fault)"),
        (-signal.SIGTERM, EndKind.CRASHED, "it crashed with SIGTERM (Terminated)"),
        (-signal.SIGSYS, EndKind.CRASHED, "it crashed with SIGSYS (Bad system call)"),
        (-40, EndKind.CRASHED, "it crashed with signal 40 (Real-time signal 6)"),
    ],
)
def test_a_return_code_is_told_in_words(code, kind, detail):
    assert how_it_ended(code, JOB) == Ended(kind, detail)


@pytest.mark.parametrize(("seconds", "kind"), [(2.4, EndKind.OUT_OF_MEMORY), (3.5, EndKind.TIMEOUT)])
def test_whoever_is_killed_after_all_the_processor_time_ran_out_of_that(seconds, kind):
    assert how_it_ended(-signal.SIGKILL, JOB, seconds).kind is kind


CRASHED = Ended(EndKind.CRASHED, "it crashed with SIGABRT (Aborted)")


def test_a_crash_that_spoke_of_no_memory_is_out_of_memory():
    printed = b"terminate called after throwing an instance of 'std::bad_alloc'\n"
    assert aborted_for_memory(CRASHED, printed).kind is EndKind.OUT_OF_MEMORY


@pytest.mark.parametrize(
    ("ended", "printed"),
    [(CRASHED, b"assertion failed\n"), (Ended(EndKind.EXITED, "with exit code 1"), b"std::bad_alloc")],
)
def test_any_other_end_stays_what_it_was(ended, printed):
    assert aborted_for_memory(ended, printed) is ended
