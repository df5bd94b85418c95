"""What a child says while it works, frame by frame, and the Observation that a run's frames add up to.

A job has runs (one module at one seed each). The child says `Ready` once torch is loaded, then for every run `Read`
before the module's code runs and `Loaded` after it did, a `CaseSeen` for each case as it finishes with what was
`Called` before it, and `Done`. The sandbox, never the child, adds what was `Printed`, and `Ended` when the child was
gone before it was done.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from grader.observation.values import Error, Value


class EndKind(Enum):
    """Why a child was gone before its job was done."""

    TIMEOUT = "timeout"
    CRASHED = "crashed"
    EXITED = "exited"
    OUT_OF_MEMORY = "out of memory"
    GARBLED = "garbled"


@dataclass(frozen=True, slots=True)
class Ready:
    """The child can start: its versions of what shapes results ("torch", "numpy", "python")."""

    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of the exercise that the code breaks: its index among the rules, and where (None for something absent)."""

    rule: int
    line: int | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Read:
    """The module's code was read, and nothing of it was run yet: where it defines functions and classes, and the rules
    that it breaks. What the code does later cannot unsay it.
    """

    run: int
    lines: tuple[tuple[str, int], ...] = ()
    violations: tuple[Violation, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """The module was imported, or could not be read or imported. `lines` and `violations` are those of its `Read`.

    `error` is what reading or importing raised. `defined` are the public names that the module has afterwards with the
    type of each ("function", "type", "Tensor"); `lines` where the code defines a function or class of that name.
    """

    run: int
    defined: tuple[tuple[str, str], ...] = ()
    lines: tuple[tuple[str, int], ...] = ()
    violations: tuple[Violation, ...] = ()
    error: Error | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """One trial of one case: what was observed, by name, in order; or the error that ended it.

    `warnings` are those that Python showed at a line of the student's module, with the category as the type.
    """

    values: tuple[tuple[str, Value], ...] = ()
    error: Error | None = None
    warnings: tuple[Error, ...] = ()


CALLS_TOLD = 1000  # of one counter; what comes after is counted and not told


@dataclass(frozen=True, slots=True)
class Called:
    """A counted function is called. It is said as it happens, so that nobody can unsay it.

    `counter` numbers the counted functions of a case, over its trials, in the order in which they were made.
    """

    run: int
    case: int
    counter: int


@dataclass(frozen=True, slots=True)
class CaseSeen:
    """A case has finished. `seconds` is wall time of all its trials.

    `calls` has for each counted function how often it says that it was called, up to CALLS_TOLD; it must agree with
    what was told as it happened.
    """

    run: int
    case: int
    trials: tuple[Trial, ...]
    seconds: float
    calls: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """All cases of a run have finished."""

    run: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The probe itself failed, not the code it ran: the machine's fault or the grader's. `reason` is for a person."""

    reason: str


@dataclass(frozen=True, slots=True)
class Printed:
    """What the child's code printed, on both streams together, capped. Made by the sandbox."""

    text: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The child is gone and did not finish. `detail` names the signal, the exit code or the limit, for a person.

    Made by the sandbox. `run` and `case` are filled in by whoever knows what the child was at.
    """

    kind: EndKind
    detail: str
    run: int = 0
    case: int = 0


Frame = Ready | Read | Loaded | Called | CaseSeen | Done | Failed | Printed | Ended
FROM_CHILD = (Ready, Read, Loaded, Called, CaseSeen, Done, Failed)


@dataclass(frozen=True, slots=True)
class Observation:
    """Everything seen of one module at one seed.

    `loaded` is None where the child ended while the module was read or imported. `cases` has an entry for each case of
    the exercise: what was seen of it, or how the child ended while it ran. `output` is what the module printed,
    capped.
    """

    loaded: Loaded | None
    cases: tuple[CaseSeen | Ended, ...]
    output: str = ""


def assemble(run: int, case_count: int, frames: Iterable[Frame], output: str = "") -> Observation:
    """The observation of run number `run` from frames that may belong to several."""
    loaded: Loaded | None = None
    seen: dict[int, CaseSeen | Ended] = {}
    for frame in frames:
        if isinstance(frame, Loaded) and frame.run == run and loaded is None:
            loaded = frame
        elif isinstance(frame, CaseSeen | Ended) and frame.run == run:
            seen.setdefault(frame.case, frame)

    def unreached(case: int) -> Ended:
        return Ended(EndKind.EXITED, "the case was not reached", run, case)

    return Observation(loaded, tuple(seen.get(case) or unreached(case) for case in range(case_count)), output)
