"""The answer key: made once, kept in a cache, and made anew where the cache is not as it should be."""

from __future__ import annotations

import os

import pytest
from builders import EXERCISE_YAML, BrokenSandbox, course_exercise, frames, observation, tensor, trial

from grader import answers
from grader.answers import answer_key, is_cached
from grader.errors import ExerciseError, NotGraded, SandboxError
from grader.observation import Ended, EndKind, Error, Loaded, Observation, Printed, Violation, encode
from grader.sandbox.fake import FakeSandbox

LOADED = Loaded(0, (("double", "function"),), (("double", 1),))
MISTAKES = {"adds_one": '"""Adds one\n\nIt adds.\n"""\n', "forgets": '"""Forgets"""\n'}


def seen(*numbers: float) -> Observation:
    """Both cases of the exercise, two trials each."""
    return observation(*([trial(y=tensor([number]))] * 2 for number in numbers), loaded=LOADED)


REFERENCE, ADDS_ONE, FORGETS = seen(2.0, 4.0), seen(3.0, 5.0), seen(1.0, 1.0)
ANSWER = [frame for run, each in enumerate((REFERENCE, ADDS_ONE, FORGETS)) for frame in frames(each, run)]


@pytest.fixture
def item(tmp_path):
    return course_exercise(tmp_path / "course", mistakes=MISTAKES)


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache" / "keys"


def observed(key) -> list[tuple]:
    """What a key says of each module's cases, whatever number its run had."""
    seen = [key.reference, *(each.observation for each in key.mistakes)]
    return [tuple(case.trials for case in each.cases) for each in seen]


EXPECTED = [tuple(case.trials for case in each.cases) for each in (REFERENCE, ADDS_ONE, FORGETS)]


def test_a_key_is_what_the_reference_and_the_mistakes_did(item) -> None:
    sandbox = FakeSandbox(ANSWER)
    key = answer_key(item, 5, sandbox, None)
    assert observed(key) == EXPECTED
    assert [(each.name, each.title, each.text) for each in key.mistakes] == [
        ("adds_one", "Adds one", "It adds."),
        ("forgets", "Forgets", ""),
    ]
    (job,) = sandbox.jobs
    assert [run.filename for run in job.runs] == ["reference.py", "adds_one.py", "forgets.py"]
    assert len({run.seeds for run in job.runs}) == 1
    assert job.runs[0].seeds == item.exercise.run_of("", "", 5).seeds


def test_a_key_in_the_cache_needs_no_sandbox(item, cache) -> None:
    assert not is_cached(item, 0, cache)
    first = answer_key(item, 0, FakeSandbox(ANSWER), cache)
    assert is_cached(item, 0, cache)
    assert answer_key(item, 0, FakeSandbox(), cache) == first
    assert not is_cached(item, 0, None)


def rewrite(path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


CHANGES = {
    "the exercise": lambda item: rewrite(item.folder / "exercise.yaml", "torch.ones(3)", "torch.ones(4)"),
    "the reference": lambda item: rewrite(item.solution_folder / "reference.py", "x + x", "2 * x"),
    "a mistake": lambda item: rewrite(item.solution_folder / "mistakes" / "forgets.py", "Forgets", "Forgot"),
    "one mistake less": lambda item: (item.solution_folder / "mistakes" / "forgets.py").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_shapes_a_key_makes_it_another(item, cache, change) -> None:
    answer_key(item, 0, FakeSandbox(ANSWER), cache)
    CHANGES[change](item)
    fresh = type(item)(item.root, item.folder_name)
    assert not is_cached(fresh, 0, cache)
    assert is_cached(item, 0, cache) == (change == "the exercise")


def test_another_seed_and_another_probe_make_another_key(item, cache, monkeypatch) -> None:
    answer_key(item, 0, FakeSandbox(ANSWER), cache)
    assert not is_cached(item, 1, cache)
    monkeypatch.setattr(answers, "_probe_fingerprint", lambda: "another version of torch")
    assert not is_cached(item, 0, cache)


SPOILED = {
    "empty": lambda data: data[:0],
    "cut short": lambda data: data[:-1],
    "cut to its digest": lambda data: data[:32],
    "one bit flipped": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "its digest flipped": lambda data: bytes([data[0] ^ 1]) + data[1:],
    "something else": lambda data: b"hello" * len(data),
    "more than it was": lambda data: data + b"\0",
}


@pytest.mark.parametrize("spoil", SPOILED)
def test_a_spoiled_cache_is_made_anew(item, cache, spoil) -> None:
    answer_key(item, 0, FakeSandbox(ANSWER), cache)
    (path,) = cache.iterdir()
    whole = path.read_bytes()
    path.write_bytes(SPOILED[spoil](whole))
    sandbox = FakeSandbox(ANSWER)
    assert observed(answer_key(item, 0, sandbox, cache)) == EXPECTED
    assert len(sandbox.jobs) == 1
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    "body",
    [
        b"not frames",
        b"".join(encode(frame) for frame in ANSWER[:-1]),
        b"".join(encode(frame) for frame in ANSWER + ANSWER[-1:]),
    ],
)
def test_a_cache_with_the_right_digest_of_the_wrong_frames_is_made_anew(item, cache, body) -> None:
    answer_key(item, 0, FakeSandbox(ANSWER), cache)
    (path,) = cache.iterdir()
    path.write_bytes(answers.hashlib.sha256(body).digest() + body)
    sandbox = FakeSandbox(ANSWER)
    assert observed(answer_key(item, 0, sandbox, cache)) == EXPECTED
    assert len(sandbox.jobs) == 1


def test_a_folder_in_the_place_of_a_cache_file_costs_time_and_nothing_else(item, cache) -> None:
    answer_key(item, 0, FakeSandbox(ANSWER), cache)
    (path,) = cache.iterdir()
    path.unlink()
    (path / "inside").mkdir(parents=True)
    assert observed(answer_key(item, 0, FakeSandbox(ANSWER), cache)) == EXPECTED
    assert list(cache.iterdir()) == [path]
    assert not is_cached(item, 0, cache)


def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(item, tmp_path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        assert observed(answer_key(item, 0, FakeSandbox(ANSWER), folder)) == EXPECTED


def test_an_interrupt_while_the_cache_is_written_leaves_nothing_behind(item, cache, monkeypatch) -> None:
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fdopen", interrupt)
    with pytest.raises(KeyboardInterrupt):
        answer_key(item, 0, FakeSandbox(ANSWER), cache)
    assert list(cache.iterdir()) == []


def with_reference(observed: Observation) -> FakeSandbox:
    """A sandbox in which the reference did this."""
    return FakeSandbox([*frames(observed, 0), *(frame for run in (1, 2) for frame in frames(ADDS_ONE, run))])


WHERE = "solutions/exercise_07_double_it/reference.py"
RAISED = [trial(y=tensor([1.0])), trial(Error("ValueError", "no", 2))]


@pytest.mark.parametrize(
    ("reference", "error"),
    [
        (Observation(Loaded(0, error=Error("SyntaxError", "invalid syntax", 2)), REFERENCE.cases),
         f"{WHERE}:2: SyntaxError: invalid syntax"),
        (Observation(Loaded(0, error=Error("KeyError", "'a'")), REFERENCE.cases), f"{WHERE}:1: KeyError: 'a'"),
        (Observation(Loaded(0, violations=(Violation(0, 2, "torch.mul"),)), REFERENCE.cases),
         f"{WHERE}:2: breaks a rule of its own exercise"),
        (observation([trial(y=tensor([1.0]))], RAISED, loaded=LOADED),
         f"{WHERE}:2: in case 'twice': ValueError: no"),
    ],
)  # fmt: skip
def test_a_reference_that_fails_is_an_error_of_the_exercise(item, cache, reference, error) -> None:
    with pytest.raises(ExerciseError) as caught:
        answer_key(item, 0, with_reference(reference), cache)
    assert str(caught.value) == error
    assert not cache.exists()


def test_a_reference_that_was_lost_is_nobodys_zero(item, cache) -> None:
    late = Ended(EndKind.TIMEOUT, "it did not finish within 5 seconds")
    first = frames(REFERENCE, 0)[:2]
    rest = [frames(each, run)[index] for run, each in ((1, ADDS_ONE), (2, FORGETS)) for index in (0, 1, 2, 3)]
    with pytest.raises(NotGraded) as caught:
        answer_key(item, 0, FakeSandbox([*first, Printed(""), late], _renumbered(rest)), cache)
    assert str(caught.value) == (
        "the answer key could not be made: in case 'twice' the reference ended: it did not finish within 5 seconds"
    )
    assert not cache.exists()


def _renumbered(sent):
    """A fresh child counts its runs from 0."""
    return [type(frame)(frame.run - 1, *(getattr(frame, name) for name in frame.__match_args__[1:])) for frame in sent]


def test_a_mistake_may_hang_and_is_kept_as_such(tmp_path) -> None:
    item = course_exercise(tmp_path / "course", EXERCISE_YAML, {"hangs": '"""Hangs"""\n'})
    late = Ended(EndKind.TIMEOUT, "late")
    sandbox = FakeSandbox([*frames(REFERENCE, 0), Loaded(1), Printed("so far"), late], [Loaded(0), Printed(""), late])
    key = answer_key(item, 0, sandbox, tmp_path / "cache")
    (hangs,) = key.mistakes
    assert [case.kind for case in hangs.observation.cases] == [EndKind.TIMEOUT] * 2
    cached = answer_key(item, 0, FakeSandbox(), tmp_path / "cache")
    assert cached.mistakes[0].observation.cases == hangs.observation.cases


def test_a_sandbox_that_fails_is_no_key(item, cache) -> None:
    with pytest.raises(SandboxError, match=r"^no process could be started$"):
        answer_key(item, 0, BrokenSandbox("no process could be started"), cache)
    assert not cache.exists()


def test_a_package_that_is_not_installed_does_not_stop_the_cache(item, cache, monkeypatch) -> None:
    def missing(name):
        raise answers.PackageNotFoundError(name)

    monkeypatch.setattr(answers, "version", missing)
    answers._probe_fingerprint.cache_clear()
    try:
        answer_key(item, 0, FakeSandbox(ANSWER), cache)
        assert is_cached(item, 0, cache)
    finally:
        answers._probe_fingerprint.cache_clear()
