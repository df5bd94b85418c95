"""The answer key: what the reference and the known mistakes do at a seed. Made by the probe, kept in a cache on disk.

A cache file is the SHA-256 of its body and the body: the frames of each run in order, as they came over the wire. Its
name is a hash of all that shapes it. A file that is not as it should be is made anew, never an error.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from grader.course import Answer, CourseExercise
from grader.diagnosis import KnownMistake
from grader.errors import ExerciseError, NotGraded, WireError
from grader.exercise import Exercise
from grader.observation import Done, Ended, FrameReader, Observation, assemble, encode
from grader.observation.wire import BLOB_BYTES
from grader.sandbox import Sandbox, observe

_DIGEST_BYTES = 32


@dataclass(frozen=True)
class AnswerKey:
    """What a submission is compared with."""

    reference: Observation
    mistakes: tuple[KnownMistake, ...]


def answer_key(item: CourseExercise, seed: int, sandbox: Sandbox, cache: Path | None) -> AnswerKey:
    """The key of an exercise at a seed, from the cache where it is there.

    Raises ExerciseError where the reference does not run through all cases, NotGraded where the machine failed it.
    """
    modules = [item.reference(), *item.mistakes()]
    path = cache / f"{_fingerprint(item, modules, seed)}.frames" if cache else None
    observations = _load(path, len(modules), len(item.exercise.cases)) if path else None
    if observations is None:
        observations = observe_modules(item.exercise, modules, (seed,), sandbox)
        check_reference(item, observations[0])
        if path:
            _save(path, observations)
    mistakes = (
        KnownMistake(each.name, each.title, each.text, seen)
        for each, seen in zip(modules[1:], observations[1:], strict=True)
    )
    return AnswerKey(observations[0], tuple(mistakes))


def is_cached(item: CourseExercise, seed: int, cache: Path | None) -> bool:
    """Whether the key lies in the cache, so that no child is needed for it."""
    return cache is not None and (cache / f"{key_name(item, seed)}.frames").is_file()


def key_name(item: CourseExercise, seed: int) -> str:
    """The key's name: another wherever the exercise, its solutions, the probe, torch or the seed are other ones."""
    return _fingerprint(item, [item.reference(), *item.mistakes()], seed)


def to_bytes(key: AnswerKey) -> bytes:
    """A key to be sent to another process of the grader."""
    mistakes = [[each.name, each.title, each.text] for each in key.mistakes]
    header = json.dumps({"cases": len(key.reference.cases), "mistakes": mistakes}).encode()
    body = b"".join(_frames_of([key.reference, *(each.observation for each in key.mistakes)]))
    return len(header).to_bytes(8, "big") + header + body


def from_bytes(data: bytes) -> AnswerKey:
    """The key that `to_bytes` wrote. Raises WireError."""
    start = 8 + int.from_bytes(data[:8], "big")
    header = json.loads(data[8:start])
    named = header["mistakes"]
    frames = list(FrameReader(BLOB_BYTES * (1 + len(named))).feed(data[start:]))
    reference, *seen = [assemble(index, header["cases"], frames) for index in range(1 + len(named))]
    mistakes = (KnownMistake(name, title, text, each) for (name, title, text), each in zip(named, seen, strict=True))
    return AnswerKey(reference, tuple(mistakes))


def observe_modules(
    exercise: Exercise, modules: list[Answer], seeds: tuple[int, ...], sandbox: Sandbox
) -> list[Observation]:
    """Observations of trusted modules, each at each seed (module by module), in one child that they share."""
    runs = (exercise.run_of(module.source, f"{module.name}.py", seed) for module in modules for seed in seeds)
    return observe(sandbox, exercise.job(*runs))


def check_reference(item: CourseExercise, seen: Observation) -> None:
    """Raise what is wrong where the reference could not be observed in full."""
    where = f"solutions/{item.folder_name}/reference.py"
    if seen.loaded is not None and seen.loaded.error is not None:
        raise ExerciseError(
            f"{where}:{seen.loaded.error.line or 1}: {seen.loaded.error.type}: {seen.loaded.error.message}"
        )
    if seen.loaded is not None and seen.loaded.violations:
        raise ExerciseError(f"{where}:{seen.loaded.violations[0].line or 1}: breaks a rule of its own exercise")
    for case, outcome in zip(item.exercise.cases, seen.cases, strict=True):
        if isinstance(outcome, Ended):
            raise NotGraded(
                f"the answer key could not be made: in case {case.name!r} the reference ended: {outcome.detail}"
            )
        for trial in outcome.trials:
            if trial.error is not None:
                error = trial.error
                raise ExerciseError(f"{where}:{error.line or 1}: in case {case.name!r}: {error.type}: {error.message}")


# The cache


def _fingerprint(item: CourseExercise, modules: list[Answer], seed: int) -> str:
    digest = hashlib.sha256()
    parts = [item.exercise.model_dump_json(), str(seed), _probe_fingerprint()]
    parts += [text for module in modules for text in (module.name, module.source)]
    for part in parts:
        data = part.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return f"{item.id}-{digest.hexdigest()[:32]}"


@lru_cache(maxsize=1)
def _probe_fingerprint() -> str:
    """The probe's own code and the versions that results may depend on, found without importing torch."""
    digest = hashlib.sha256(sys.version.encode())
    for package in ("torch", "numpy"):
        with suppress(PackageNotFoundError):
            digest.update(version(package).encode())
    folder = Path(__file__).parent
    for path in sorted([*(folder / "probe").glob("*.py"), *(folder / "observation").glob("*.py")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _load(path: Path, runs: int, cases: int) -> list[Observation] | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    digest, body = data[:_DIGEST_BYTES], data[_DIGEST_BYTES:]
    if hashlib.sha256(body).digest() != digest:
        return None
    try:
        frames = list(FrameReader(BLOB_BYTES * max(runs, 1)).feed(body))
    except WireError:
        return None
    if sum(isinstance(frame, Done) for frame in frames) != runs:
        return None
    return [assemble(index, cases, frames) for index in range(runs)]


def _save(path: Path, observations: list[Observation]) -> None:
    """Write the file whole or not at all. A cache that cannot be written costs time, and nothing else."""
    body = b"".join(_frames_of(observations))
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(hashlib.sha256(body).digest() + body)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink()
            raise


def _frames_of(observations: list[Observation]) -> Iterator[bytes]:
    """The observations as frames, numbered as in the list."""
    for index, seen in enumerate(observations):
        if seen.loaded is not None:
            yield encode(replace(seen.loaded, run=index))
        yield from (encode(replace(case, run=index)) for case in seen.cases)
        yield encode(Done(index))
