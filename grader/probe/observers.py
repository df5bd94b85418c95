"""What an exercise may ask in `given`, `run` and `observe`, besides torch itself. Each answers something for any
object.

`Observers` holds those of one trial: `scope()` is what an exercise's code sees.
"""

from __future__ import annotations

import copy
import gc
import hashlib
import random
import weakref
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import torch
from torch.autograd.graph import saved_tensors_hooks

from grader.probe.failures import describe, type_name

EXACT_ELEMENTS = 1_000_000


class Counted:
    """A callable that counts its calls, and remembers, weakly, the graphs of what it returned. Its copies count with
    it.
    """

    def __init__(
        self, function: Callable[..., Any], watched: list[weakref.ref[_Token]], count: list[int] | None = None
    ) -> None:
        self._function = function
        self._watched = watched
        self._count = [0] if count is None else count

    @property
    def calls(self) -> int:
        """How often it was called."""
        return self._count[0]

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        self._count[0] += 1
        result = self._function(*arguments, **named)
        for tensor in _tensors(result):
            if tensor.grad_fn is not None:
                self._watched.append(_watch(tensor.grad_fn))
        return result

    def __getattr__(self, name: str) -> Any:
        """What the callable itself has: a counted module still has its parameters."""
        if name.startswith("_"):  # while a copy is made there is no callable yet
            raise AttributeError(name)
        return getattr(self._function, name)

    def __deepcopy__(self, memo: dict[int, Any]) -> Counted:
        return Counted(copy.deepcopy(self._function, memo), self._watched, self._count)

    def __copy__(self) -> Counted:
        return Counted(self._function, self._watched, self._count)


class _Token:
    """Lives in a backward node's metadata, for as long as the node lives."""


class Observers:
    """The observers of one trial, which share what `counted` has watched."""

    def __init__(self, filename: str, lines: list[str]) -> None:
        self._filename = filename
        self._lines = lines
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
        return Counted(function, self._watched)

    def alive_graphs(self) -> int:
        """How many tensors returned by `counted` functions in this trial still have the graph behind them in memory."""
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
    if one is None or two is None or one.start >= two.end or two.start >= one.end:
        return False
    if one.elements * two.elements == 0:
        return False
    if max(one.elements, two.elements) > EXACT_ELEMENTS:
        return True  # the ranges overlap; more is not looked into
    return bool(np.intersect1d(one.addresses(), two.addresses()).size)


def apart(values: object) -> bool:
    """Whether no two of the tensors or arrays in a list, tuple or dict share memory; an object that stands there twice
    does.
    """
    items = (
        list(values.values()) if isinstance(values, dict) else list(values) if isinstance(values, list | tuple) else []
    )
    return not any(same_memory(one, two) for index, one in enumerate(items) for two in items[:index])


def requires_grad(value: object) -> object:
    """The flag of a tensor; for a list or tuple the list of its items' flags, for a dict by key; None for anything
    else.
    """
    if isinstance(value, torch.Tensor):
        return bool(value.requires_grad)
    if isinstance(value, list | tuple):
        return [requires_grad(item) for item in value]
    if isinstance(value, dict):
        return {key: requires_grad(item) for key, item in value.items()}
    return None


def grad_mode() -> bool:
    """Whether gradients are recorded now, in this thread."""
    return torch.is_grad_enabled()


def random_state() -> str:
    """A fingerprint of the state of torch's, NumPy's and Python's generators: the same until one of them is drawn
    from.
    """
    digest = hashlib.sha256(torch.random.get_rng_state().numpy().tobytes())
    digest.update(repr((np.random.get_state(), random.getstate())).encode())
    return digest.hexdigest()[:16]


def graph(tensor: object) -> object:
    """The backward graph behind a tensor: {"nodes": [name, ...], "edges": [[from, to], ...]}, breadth first; None
    without one.

    Edges lead from a node to those that its gradients go to, as `next_functions` does. Nothing is freed or changed.
    """
    root = tensor.grad_fn if isinstance(tensor, torch.Tensor) else None
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
    kept: dict[tuple[int, int], torch.Tensor] = {}

    def pack(tensor: torch.Tensor) -> torch.Tensor:
        kept[tensor.data_ptr(), tensor.numel()] = tensor
        return tensor

    with saved_tensors_hooks(pack, lambda tensor: tensor):
        result = thunk()  # held until the count is made, so that no memory is used twice
    count = sum(tensor.numel() for tensor in kept.values())
    del result
    return count


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
        if isinstance(thing, torch.Tensor) and thing.layout is torch.strided:
            size = thing.element_size()
            return cls(thing.data_ptr(), thing.shape, (stride * size for stride in thing.stride()), size)
        if type(thing) is np.ndarray:
            return cls(thing.ctypes.data, thing.shape, thing.strides, thing.itemsize)
        return None

    def addresses(self) -> np.ndarray:
        """The address of every byte of every element."""
        found = np.arange(self.address, self.address + self.size)
        for length, stride in self.steps:
            if stride:
                found = (found[:, None] + np.arange(length)[None, :] * stride).ravel()
        return found


def _tensors(result: object) -> list[torch.Tensor]:
    if isinstance(result, torch.Tensor):
        return [result]
    if isinstance(result, list | tuple):
        return [item for item in result if isinstance(item, torch.Tensor)]
    return []


def _watch(node: Any) -> weakref.ref[_Token]:
    token = node.metadata.setdefault("grader", _Token())  # the dict is the node's own, in C++, and goes with it
    return weakref.ref(token)
