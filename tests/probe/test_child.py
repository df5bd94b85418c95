"""The child's loop over a job: a frame for each thing as it is finished, whatever became of the streams."""

from __future__ import annotations

import io
import sys

import pytest
import torch

from grader.observation import CaseSeen, Done, FrameReader, Loaded, Number, Opaque, Read, Text
from grader.observation.job import CaseCode, Job, Run
from grader.probe.child import perform

SOURCE = "import sys\ndef f(x):\n    return x + 1\n"


@pytest.fixture(autouse=True)
def restored(monkeypatch):
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    yield
    sys.modules.pop("student", None)
    torch.set_default_dtype(torch.float32)


def performed(source, *cases, seeds=((0,), (0,), (0,)), chosen=None):
    chosen = tuple(range(len(cases))) if chosen is None else chosen
    run = Run(source, "exercise_03.py", (), chosen, seeds[: len(chosen)])
    job = Job(tuple(cases), (), ("f",), (run, run))
    sent = io.BytesIO()
    perform(job, 1, run, sent)
    return [frame for frame in FrameReader().feed(sent.getvalue()) if not isinstance(frame, Read)]


def case_of(run, *observe):
    return CaseCode("a case", (), run, tuple((each, each) for each in observe))


def test_a_run_is_loaded_then_each_case_then_done():
    first, second = case_of("y = student.f(1)", "y"), case_of("z = student.f(2)", "z")
    loaded, one, two, done = performed(SOURCE, first, second, seeds=((0,), (0, 1)))
    assert isinstance(loaded, Loaded)
    assert (loaded.run, loaded.defined, loaded.error) == (1, (("f", "function"),), None)
    assert [(one.run, one.case), (two.run, two.case)] == [(1, 0), (1, 1)]
    assert [trial.values for trial in (*one.trials, *two.trials)] == [
        (("y", Number(2)),),
        (("z", Number(3)),),
        (("z", Number(3)),),
    ]
    assert 0 < one.seconds < 10
    assert done == Done(1)


def test_only_the_cases_that_are_asked_for_are_run_under_their_own_numbers():
    frames = performed(SOURCE, case_of("", "1"), case_of("", "2"), case_of("", "3"), chosen=(2, 0))
    assert [(frame.case, frame.trials[0].values) for frame in frames if isinstance(frame, CaseSeen)] == [
        (2, (("3", Number(3)),)),
        (0, (("1", Number(1)),)),
    ]


def test_a_module_that_cannot_be_imported_is_done_at_once():
    loaded, done = performed("1 / 0", case_of("", "1"))
    assert (loaded.error.type, done) == ("ZeroDivisionError", Done(1))


@pytest.mark.parametrize(
    "spoiler",
    [
        "sys.stdout = None",
        "sys.stdout = 5",
        "import io; sys.stderr = io.StringIO(); sys.stderr.close()",
        "sys.stdout = type('Own', (), {'flush': lambda self: sys.exit()})()",
    ],
)
def test_whatever_a_student_puts_in_place_of_the_streams_the_frames_are_sent(spoiler):
    _, case, _ = performed(SOURCE + spoiler, case_of("y = student.f(1)", "y"))
    assert case.trials[0].values == (("y", Number(2)),)


def test_what_was_printed_is_on_its_way_before_the_frame_is():
    class Stream(io.StringIO):
        flushed = ""

        def flush(self):
            self.flushed = self.getvalue()

    sys.stdout = stream = Stream()
    performed("print('at import')\n1 / 0")
    assert stream.flushed == "at import\n"


def test_a_case_with_too_much_to_say_is_cut_to_what_fits():
    _, case, _ = performed(SOURCE, case_of("y = ['n' * 15_000] * 6", "'short'", "y"))
    short, long = case.trials[0].values
    assert short == ("'short'", Text("short"))
    assert long == ("y", Opaque("sequence", "too many or too long values to record"))
