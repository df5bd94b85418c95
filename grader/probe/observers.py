"""What an exercise may ask in `given`, `run` and `observe`, besides torch itself. Each answers something for any
object.

`Observers` holds those of one trial: `scope()` is what an exercise's code sees.
"""

from __future__ import annotations

import contextlib
import copy
import gc
import hashlib
import random
import weakref
from array import array
from collections.abc import Callable, Iterable
from typing import Any, TypeGuard

import numpy as np
import torch
from torch._C import DisableTorchFunction
from torch.autograd.graph import saved_tensors_hooks

from grader.observation.frames import CALLS_TOLD
from grader.observation.wire import DEPTH
from grader.probe.failures import describe, type_name

EXACT_ELEMENTS = 1_000_000


class Tally:
    """The counts of a case's counted functions: kept here to be asked for, and told outside as they happen.

    What was told stays told: counts that were turned back in here no longer agree with it.
    """

    def __init__(self, tell: Callable[[int], None] | None = None) -> None:
        self.counts: list[int] = []
        self._tell = tell

    def new(self) -> int:
        """The number of a new counter."""
        self.counts.append(0)
        return len(self.counts) - 1

    def called(self, counter: int) -> None:
        """Count a call."""
        self.counts[counter] += 1
        if self._tell and self.counts[counter] <= CALLS_TOLD:
            self._tell(counter)


class Counted:
    """A callable that counts its calls, and remembers, weakly, the graphs of what it returned. Its copies count with
    it.
    """

    def __init__(
        self, function: Callable[..., Any], watched: list[weakref.ref[_Token]], tally: Tally, counter: int
    ) -> None:
        self._function = function
        self._watched = watched
        self._tally = tally
        self._counter = counter

    @property
    def calls(self) -> int:
        """How often it was called."""
        return self._tally.counts[self._counter]

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        self._tally.called(self._counter)
        result = self._function(*arguments, **named)
        for tensor in [result, *(item for _, item in _members(result) or [])]:
            if _is_tensor(tensor) and (node := _grad_fn(tensor)) is not None:
                self._watched.append(_watch(node))
        return result

    def __getattr__(self, name: str) -> Any:
        """What the callable itself has: a counted module still has its parameters."""
        if name.startswith("_"):  # while a copy is made there is no callable yet
            raise AttributeError(name)
        return getattr(self._function, name)

    def __deepcopy__(self, memo: dict[int, Any]) -> Counted:
        return Counted(copy.deepcopy(self._function, memo), self._watched, self._tally, self._counter)

    def __copy__(self) -> Counted:
        return Counted(self._function, self._watched, self._tally, self._counter)


class _Token:
    """Lives in a backward node's metadata, for as long as the node lives."""


class Observers:
    """The observers of one trial, which share what `counted` has watched."""

    def __init__(self, filename: str, lines: list[str], tally: Tally | None = None) -> None:
        self._filename = filename
        self._lines = lines
        self._tally = tally or Tally()
        self._watched: list[weakref.ref[_Token]] = []

    def scope(self) -> dict[str, object]:
        """The names that an exercise's code sees, without `student`."""
        return {
            "torch": torch,
            "nn": torch.nn,
            "F": torch.nn.functional,
            "np": np,
            "counted": self.counted,
            "raised": raised,
            "outcome": self.outcome,
            "same_memory": same_memory,
            "apart": apart,
            "requires_grad": requires_grad,
            "grad_mode": grad_mode,
            "random_state": random_state,
            "graph": graph,
            "alive_graphs": self.alive_graphs,
            "saved_elements": saved_elements,
        }

    def counted(self, function: Callable[..., Any]) -> Counted:
        """`function`, with its calls counted in `.calls`."""
        return Counted(function, self._watched, self._tally, self._tally.new())

    def alive_graphs(self) -> int:
        """How many tensors returned by `counted` functions in this trial still have the graph behind them in memory."""
        if any(token() is not None for token in self._watched):  # perhaps only in a cycle that nobody holds
            gc.collect()
        return sum(token() is not None for token in self._watched)

    def outcome(self, thunk: Callable[[], object]) -> object:
        """What `thunk()` returns, or the error that it raises, as something to observe."""
        try:
            return thunk()
        except Exception as error:
            return describe(error, self._filename, self._lines)


def raised(thunk: Callable[[], object]) -> str | None:
    """The name of the type of exception that `thunk()` raises, or None."""
    try:
        thunk()
    except Exception as error:
        return type_name(error)
    return None


def same_memory(first: object, second: object) -> bool:
    """Whether two tensors or NumPy arrays have an element's memory in common. False for anything else.

    Rows of one matrix lie in one storage and have nothing in common; they do not share memory.
    """
    one, two = _Extent.of(first), _Extent.of(second)
    return one is not None and two is not None and one.meets(two)


def apart(values: object) -> bool:
    """Whether no two of the tensors or arrays in a list, tuple or dict share memory; an object that stands there twice
    does.
    """
    extents = [extent for _, item in _members(values) or [] if (extent := _Extent.of(item))]
    return not any(one.meets(two) for index, one in enumerate(extents) for two in extents[:index])


def requires_grad(value: object, depth: int = 1) -> object:
    """The flag of a tensor; for a list or tuple the list of its items' flags, for a dict by key; None for anything
    else.
    """
    if _is_tensor(value):
        with DisableTorchFunction():
            return bool(value.requires_grad)
    members = _members(value)
    if members is None or depth > DEPTH:
        return None
    flags = [(key, requires_grad(item, depth + 1)) for key, item in members]
    return dict(flags) if issubclass(type(value), dict) else [flag for _, flag in flags]


def grad_mode() -> bool:
    """Whether gradients are recorded now, in this thread."""
    return torch.is_grad_enabled()


def random_state() -> str:
    """A fingerprint of the state of torch's, NumPy's and Python's generators: the same until one of them is drawn
    from.
    """
    digest = hashlib.sha256(torch.random.get_rng_state().numpy().tobytes())
    numpy_state, python_state = np.random.get_state(legacy=False), random.getstate()
    words = np.asarray(numpy_state["state"]["key"]).tobytes()
    position = (numpy_state["state"]["pos"], numpy_state["has_gauss"], numpy_state["gauss"], python_state[2])
    for part in (words, array("Q", python_state[1]).tobytes(), repr(position).encode()):
        digest.update(part)
    return digest.hexdigest()[:16]


def graph(tensor: object) -> object:
    """The backward graph behind a tensor: {"nodes": [name, ...], "edges": [[from, to], ...]}, breadth first; None
    without one.

    Edges lead from a node to those that its gradients go to, as `next_functions` does. Nothing is freed or changed.
    """
    root = _grad_fn(tensor) if _is_tensor(tensor) else None
    if root is None:
        return None
    numbers: dict[object, int] = {root: 0}
    queue, edges = [root], []
    for node in queue:  # grows while it is walked
        for following, _ in node.next_functions:
            if following is None:
                continue
            if following not in numbers:
                numbers[following] = len(queue)
                queue.append(following)
            edges.append([numbers[node], numbers[following]])
    return {"nodes": [node.name() for node in queue], "edges": edges}


def saved_elements(thunk: Callable[[], object]) -> int:
    """How many elements autograd saves for a backward pass while `thunk()` runs, each piece of memory counted once.

    What is saved inside a checkpointed part is not: its own hooks keep it from being stored.
    """
    kept: list[torch.Tensor] = []

    def pack(tensor: torch.Tensor) -> torch.Tensor:
        kept.append(tensor)
        return tensor

    with saved_tensors_hooks(pack, lambda tensor: tensor):
        result = thunk()  # held until the count is made, so that no memory is used twice
    count = _distinct_elements(kept)
    del result
    return count


def _distinct_elements(tensors: list[torch.Tensor]) -> int:
    """How many elements there are in the memory of all these tensors; what two of them show counts once."""
    marks: dict[tuple[int, int], np.ndarray] = {}
    elsewhere: dict[int, int] = {}
    for tensor in tensors:
        extent = _Extent.of(tensor)
        if extent is None:  # sparse, or of a function transform
            elsewhere[id(tensor)] = tensor.numel()
            continue
        storage, size = tensor.untyped_storage(), extent.size
        mark = marks.setdefault((storage.data_ptr(), size), np.zeros(storage.nbytes() // size, dtype=bool))
        shown = np.lib.stride_tricks.as_strided(mark[tensor.storage_offset() :], tensor.shape, tensor.stride())
        shown[...] = True
    return sum(int(mark.sum()) for mark in marks.values()) + sum(elsewhere.values())


class _Extent:
    """Where the elements of a tensor or array lie: address, shape and strides, in bytes."""

    def __init__(self, address: int, shape: Iterable[int], strides: Iterable[int], size: int) -> None:
        self.size = size
        self.steps = [(length, stride) for length, stride in zip(shape, strides, strict=True)]
        self.elements = 0 if any(length == 0 for length, _ in self.steps) else 1
        for length, stride in self.steps:
            self.elements *= length if stride else 1
        self.address = address
        self.start = address + sum(min(0, (length - 1) * stride) for length, stride in self.steps)
        self.end = address + sum(max(0, (length - 1) * stride) for length, stride in self.steps) + size

    @classmethod
    def of(cls, thing: object) -> _Extent | None:
        """The extent of a tensor or array; None for anything else, and for a tensor that is in no memory."""
        if type(thing) is np.ndarray:
            return cls(thing.ctypes.data, thing.shape, thing.strides, thing.itemsize)
        if not _is_tensor(thing):
            return None
        with DisableTorchFunction(), contextlib.suppress(RuntimeError):  # there is no address to ask for
            if thing.layout is torch.strided and thing.data_ptr():
                size = thing.element_size()
                return cls(thing.data_ptr(), thing.shape, (stride * size for stride in thing.stride()), size)
        return None

    def meets(self, other: _Extent) -> bool:
        """Whether an element of one lies where an element of the other does."""
        if self.start >= other.end or other.start >= self.end or self.elements * other.elements == 0:
            return False
        if max(self.elements, other.elements) > EXACT_ELEMENTS:
            return True  # the ranges overlap; more is not looked into
        return bool(np.intersect1d(self.addresses(), other.addresses()).size)

    def addresses(self) -> np.ndarray:
        """The address of every byte of every element."""
        found = np.arange(self.address, self.address + self.size)
        for length, stride in self.steps:
            if stride:
                found = (found[:, None] + np.arange(length)[None, :] * stride).ravel()
        return found


def _is_tensor(thing: object) -> TypeGuard[torch.Tensor]:
    """By its real type: an object may say anything of its `__class__`."""
    return issubclass(type(thing), torch.Tensor)


def _members(value: object) -> list[tuple[Any, Any]] | None:
    """What is in a list, tuple or dict, with index or key, whatever a subclass makes of its iterator; else None."""
    if issubclass(type(value), dict):
        return list(dict.items(value))  # type: ignore[arg-type]  # by the line above
    for kind in (list, tuple):
        if issubclass(type(value), kind):
            return list(enumerate(kind.__iter__(value)))  # type: ignore[arg-type]  # by the line above
    return None


def _grad_fn(tensor: torch.Tensor) -> Any:
    with DisableTorchFunction():
        return tensor.grad_fn


def _watch(node: Any) -> weakref.ref[_Token]:
    token = node.metadata.setdefault("grader", _Token())  # the dict is the node's own, in C++, and goes with it
    return weakref.ref(token)
