"""What a child is asked to do: the way into the sandbox, as the frames are the way out.

A job is trusted: it is written by the grader. It holds code and seeds, and no answers.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import Any

_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class CaseCode:
    """A case as Python: `given` (the exercise's and the case's own), `run`, and the expressions to observe by name."""

    name: str
    given: tuple[str, ...]
    run: str
    observe: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RuleCode:
    """Names of which none may be used (`forbid`), or of which one must be (`require`)."""

    forbid: tuple[str, ...]
    require: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """One module at one seed.

    `filename` is what its lines are reported under. `cell_lines` are the lines at which a notebook's code cells start;
    empty for a plain module. `cases` are the indices of the cases to run, and `seeds` has for each of them a seed per
    trial.
    """

    source: str
    filename: str
    cell_lines: tuple[int, ...]
    cases: tuple[int, ...]
    seeds: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may use. Wall time counts from the moment torch is loaded; memory is what is added after that."""

    wall_seconds: float = 10.0
    cpu_seconds: float = 20.0
    memory_mib: int = 1024
    file_mib: int = 64


@dataclass(frozen=True, slots=True)
class Job:
    """Runs to make over the cases of one exercise, one after another in the same child."""

    cases: tuple[CaseCode, ...]
    rules: tuple[RuleCode, ...]
    define: tuple[str, ...]
    runs: tuple[Run, ...]
    limits: Limits = Limits()

    def to_bytes(self) -> bytes:
        """The job as a length and JSON."""
        text = json.dumps(self, default=_fields).encode()
        return _LENGTH.pack(len(text)) + text

    @classmethod
    def from_bytes(cls, data: bytes) -> Job:
        """The job that `to_bytes` wrote."""
        (length,) = _LENGTH.unpack_from(data)
        fields: dict[str, Any] = json.loads(data[_LENGTH.size : _LENGTH.size + length])
        return cls(
            cases=tuple(
                CaseCode(item["name"], tuple(item["given"]), item["run"], tuple((n, e) for n, e in item["observe"]))
                for item in fields["cases"]
            ),
            rules=tuple(RuleCode(tuple(item["forbid"]), tuple(item["require"])) for item in fields["rules"]),
            define=tuple(fields["define"]),
            runs=tuple(
                Run(
                    item["source"],
                    item["filename"],
                    tuple(item["cell_lines"]),
                    tuple(item["cases"]),
                    tuple(tuple(seeds) for seeds in item["seeds"]),
                )
                for item in fields["runs"]
            ),
            limits=Limits(**fields["limits"]),
        )


def _fields(part: Any) -> dict[str, Any]:
    return {name: getattr(part, name) for name in part.__slots__}
