"""One trial of one case: a fresh start, the exercise's `given`, the call of the student's code, and what is observed
after it.
"""

from __future__ import annotations

import functools
import gc
import os
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from dataclasses import replace
from pathlib import Path
from types import CodeType, ModuleType
from typing import TypeVar

import torch

from grader.observation.frames import Trial
from grader.observation.job import CaseCode, Run
from grader.observation.values import Error, Value
from grader.probe.failures import clean, describe, line_text, message_of, type_name
from grader.probe.loading import seed_everything
from grader.probe.observers import Observers, Tally
from grader.probe.recording import Recorder

WARNINGS = 8
_MANY_MODULES = 30
_seen_modules = 0
_V = TypeVar("_V", bound="Value | None")


def _leave_modules_alone() -> None:
    """Have collections of garbage pass over all that is loaded. torch loads large parts of itself when they are first
    used, and each collection would look at them again.
    """
    global _seen_modules  # noqa: PLW0603  # of the process, as the collector is
    if len(sys.modules) > _seen_modules + _MANY_MODULES:
        gc.freeze()
        _seen_modules = len(sys.modules)


class TrialRunner:
    """Runs trials of one module. The module's own default dtype, set at its import, is what its code finds in each of
    them.
    """

    def __init__(self, module: ModuleType, run: Run, recorder: Recorder) -> None:
        self._module = module
        self._filename = run.filename
        self._lines = run.source.split("\n")
        self._recorder = recorder
        self._default_dtype = torch.get_default_dtype()

    def case(self, case: CaseCode, seeds: tuple[int, ...], tally: Tally | None = None) -> tuple[Trial, ...]:
        """The trials of a case, one a seed. Whatever the student's code does is in the result, never raised.

        The case's counted functions count in `tally`.
        """
        self._recorder.new_frame()
        tally = tally or Tally()
        return tuple(self._explained(self._once(case, seed, tally), case, seed) for seed in seeds)

    def _explained(self, trial: Trial, case: CaseCode, seed: int) -> Trial:
        """The trial, its in-place error (if it had one) with the line where the overwritten value was made."""
        spoiled = [each for each in (trial.error, *(value for _, value in trial.values)) if _is_in_place(each)]
        if not spoiled:
            return trial
        line = self._forward_line(case, seed)

        def located(value: _V) -> _V:
            if not (_is_in_place(value) and isinstance(value, Error)):
                return value
            return replace(value, forward_line=line, forward_source=line_text(self._lines, line))

        return Trial(
            tuple((name, located(value)) for name, value in trial.values), located(trial.error), trial.warnings
        )

    def _once(self, case: CaseCode, seed: int, tally: Tally) -> Trial:
        scope = self._start(seed, tally)
        values: list[tuple[str, Value]] = []
        with self._warned() as seen:
            try:
                self._prepare(case, scope)
                exec(_compiled(case.run, "exec"), scope)
                for name, expression in case.observe:
                    values.append((name, self._recorder.value(eval(_compiled(expression, "eval"), scope))))
            except BaseException as error:
                return Trial(tuple(values), describe(error, self._filename, self._lines), tuple(seen))
        return Trial(tuple(values), None, tuple(seen))

    def _start(self, seed: int, tally: Tally) -> dict[str, object]:
        _leave_modules_alone()
        seed_everything(seed)
        torch.set_grad_enabled(True)
        torch.autograd.set_detect_anomaly(False)
        return {**Observers(self._filename, self._lines, tally).scope(), "student": self._module}

    def _prepare(self, case: CaseCode, scope: dict[str, object]) -> None:
        """The inputs of the curriculum are float64; a student's code finds the default that it would find at home."""
        torch.set_default_dtype(torch.float64)
        try:
            for code in case.given:
                exec(_compiled(code, "exec"), scope)
        finally:
            torch.set_default_dtype(self._default_dtype)

    @contextmanager
    def _warned(self) -> Iterator[list[Error]]:
        """Every warning is shown as usual; those at the student's lines are kept as well."""
        kept: list[Error] = []
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            show = warnings.showwarning

            def keep(message: Warning | str, category: type[Warning], filename: str, line: int, *_: object) -> None:
                if filename == self._filename and len(kept) < WARNINGS:
                    kept.append(
                        Error(type_name(message), clean(message_of(message)), line, line_text(self._lines, line))
                    )
                show(message, category, filename, line)

            warnings.showwarning = keep  # type: ignore[assignment]  # called by position
            yield kept

    def _forward_line(self, case: CaseCode, seed: int) -> int | None:
        """Where in the student's module the value was made that was overwritten, from a second run under anomaly mode.

        Only this second run is instrumented: the first alone decides the verdict. What it prints was printed before.
        """
        scope = self._start(seed, Tally())
        with (
            Path(os.devnull).open("w") as nowhere,
            redirect_stdout(nowhere),
            warnings.catch_warnings(record=True) as shown,
        ):
            warnings.simplefilter("always")
            with suppress(BaseException), torch.autograd.set_detect_anomaly(True, check_nan=False):
                self._prepare(case, scope)
                exec(_compiled(case.run, "exec"), scope)
                for _, expression in case.observe:
                    eval(_compiled(expression, "eval"), scope)
        text = "\n".join(str(warning.message) for warning in shown)
        places = re.findall(rf'File "{re.escape(self._filename)}", line (\d+)', text)
        return int(places[-1]) if places else None


def _is_in_place(value: Value | None) -> bool:
    return isinstance(value, Error) and "modified by an inplace operation" in value.message


@functools.lru_cache(maxsize=512)
def _compiled(code: str, mode: str) -> CodeType:
    return compile(code, "<exercise>", mode, dont_inherit=True)
