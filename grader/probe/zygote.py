"""A process that has torch loaded and forks a child for every job: what costs a second is done once.

It is asked over a socket, by the descriptors of three pipes: the job to read, the frames to write, the prints to
write. For each it forks, sends back a pidfd of the child, waits for its end, and sends the exit code. One child at a
time; nothing of a child comes back into this process, which holds no answers, no seeds and no submission.

It has one thread, set before torch is imported, and never runs a backward pass: a child of a process with several
threads hangs, and autograd's engine starts threads of its own.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import socket
import struct
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass

from grader.observation.frames import Failed, Ready
from grader.observation.job import CaseCode, Job, Run
from grader.probe import lockdown
from grader.probe.child import limit, perform, print_by_line, send, serve

LOCKED, REFUSED, READY, CHILD, ENDED = b"L", b"X", b"R", b"C", b"E"
ENDING = struct.Struct("=id")  # the exit code, and the seconds of processor time
WORK_MIB, WORK_INODES = 64, 1024
DESCRIPTORS, THREADS = 256, 256
_MADV_COLLAPSE = 25  # https://man7.org/linux/man-pages/man2/madvise.2.html
_HUGE = 2 << 20
_REHEARSALS = 12


@dataclass(frozen=True)
class Settings:
    """How children are held: the isolation level, what they may read, where they work, and whether to spend on being
    warm.
    """

    level: int
    readable: tuple[str, ...]
    work: str
    warm: bool
    program: str  # the seccomp filter, in hexadecimal

    @classmethod
    def from_json(cls, text: str) -> Settings:
        """What the trusted side wrote."""
        fields = json.loads(text)
        return cls(fields["level"], tuple(fields["readable"]), fields["work"], fields["warm"], fields["program"])


def main() -> None:
    """Try the lockdown, load torch, and serve jobs until the socket is closed. `argv` has the socket's number and the
    settings.
    """
    control = socket.socket(fileno=int(sys.argv[1]))
    settings = Settings.from_json(sys.argv[2])
    lockdown.become_nobody()
    lockdown.die_with_the_parent()  # a change of user takes that wish back
    refused = _try(settings)
    tempfile.tempdir = settings.work  # known, and not to be tried out: only children can write there
    control.send(REFUSED + refused.encode()[:2000] if refused else LOCKED)
    if refused:
        return
    _load_torch(settings.warm)
    sys.path[:] = [path for path in sys.path if _lies_in(path, settings.readable)]  # not where the course is
    control.send(READY)
    while (asked := socket.recv_fds(control, 16, 3))[0]:
        _one_child(control, asked[1], settings)


def _lies_in(path: str, folders: tuple[str, ...]) -> bool:
    return any(os.path.commonpath((path, folder)) == folder for folder in folders)


def _try(settings: Settings) -> str:
    """Lock a child in and let it go, before torch makes that slow: the reason where the machine refuses, or nothing."""
    reading, writing = os.pipe()
    if (pid := os.fork()) == 0:
        try:
            lock_down(settings)
            os.write(writing, b"-")
        except BaseException as error:
            os.write(writing, f"+{error}".encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(pid, 0)
    with os.fdopen(reading, "rb") as file:
        said = file.read()
    return "" if said == b"-" else said[1:].decode() or "the child that tried it died"


def lock_down(settings: Settings) -> None:
    """Everything but the limits of the job, in the order in which it stays possible. Raises OSError."""
    if settings.level >= 3:
        lockdown.own_namespaces()
        lockdown.private_folder(settings.work, WORK_MIB, WORK_INODES)
        lockdown.set_capabilities(0)
    os.chdir(settings.work)
    os.umask(0o077)
    lockdown.landlock(settings.readable, [settings.work, os.devnull])
    lockdown.seccomp(bytes.fromhex(settings.program))


def _one_child(control: socket.socket, pipes: list[int], settings: Settings) -> None:
    if (pid := os.fork()) == 0:
        control.close()
        _child(pipes, settings)
    child = os.pidfd_open(pid)
    socket.send_fds(control, [CHILD], [child])
    for descriptor in (child, *pipes):
        os.close(descriptor)
    _, status, used = os.wait4(pid, 0)
    code, seconds = os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime
    control.send(ENDED + ENDING.pack(code, seconds))


def _child(pipes: list[int], settings: Settings) -> None:
    """In the child: take the pipes, read the job, lock the door, work, and go. Never returns."""
    os.setsid()
    lockdown.die_with_the_parent()
    job_pipe, frames_pipe, prints_pipe = pipes
    with os.fdopen(job_pipe, "rb") as file:
        job = Job.from_bytes(file.read())
    null = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((null, 0), (prints_pipe, 1), (prints_pipe, 2), (frames_pipe, 3)):
        os.dup2(source, target)
    os.closerange(4, 1 << 16)
    print_by_line()
    frames = os.fdopen(3, "wb")
    try:
        limit(job.limits)
        lockdown.be_the_first_to_go()
        lockdown.hold(DESCRIPTORS, THREADS)
        lock_down(settings)
    except OSError as error:
        send(frames, Failed(f"the child could not be locked in: {error}"))
        os._exit(0)
    from grader.probe.loading import versions

    send(frames, Ready(versions()))
    serve(job, frames)


def _load_torch(warm: bool) -> None:
    import torch

    from grader.probe import loading, observers, recording, trials  # noqa: F401  # children find them loaded

    torch.set_num_threads(1)
    torch.backends.cpu.get_cpu_capability()  # found in /proc, out of a child's reach: its arithmetic would differ
    if warm:
        for step in _WARM_UP:
            step()
        for _ in range(_REHEARSALS):
            _rehearse()
    threads = len(os.listdir("/proc/self/task"))
    if threads != 1:
        raise RuntimeError(f"{threads} threads, where children can only be forked from one")
    gc.collect()
    gc.freeze()
    if warm:
        collapse_memory()


def collapse_memory() -> int:
    """Have the kernel put this process's memory into huge pages, of which a fork copies far fewer. How many parts it
    did.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    done = 0
    with open("/proc/self/maps") as maps:
        lines = [line.split(maxsplit=5) for line in maps]
    for fields in lines:
        if fields[1] != "rw-p" or (len(fields) > 5 and fields[5].startswith("[stack")):
            continue
        start, end = (int(part, 16) for part in fields[0].split("-"))
        start, end = -(-start // _HUGE) * _HUGE, end // _HUGE * _HUGE
        if end > start:
            done += libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(end - start), _MADV_COLLAPSE) == 0
    return done


def _rehearse() -> None:
    """Go the way of a job with one that does nothing, so that its code is loaded, and settled in the interpreter."""
    observe = (("y", "[x, 1, 1.0, y, None]"), ("gradients are on", "grad_mode()"), ("random state", "random_state()"))
    case = CaseCode("", ("x = torch.zeros(2, 3)",), "y = student.f(x)", observe)
    run = Run("import torch\n\n\ndef f(x):\n    return {'x': x}\n", "rehearsal.py", (), (0,), ((0, 1),))
    with open(os.devnull, "wb") as nowhere:
        perform(Job((case,), (), ("f",), (run,)), 0, run, nowhere)
    Job.from_bytes(Job((case,), (), ("f",), (run,)).to_bytes())


# What is slow the first time in a process, done once here. No backward pass: see above.


def _warm_modules() -> None:
    import torch
    from torch import nn

    images = torch.zeros(2, 3, 8, 8)
    nn.Conv2d(3, 4, 3)(images)
    nn.functional.max_pool2d(images, 2)
    nn.Sequential(nn.Linear(3, 2), nn.ReLU(), nn.BatchNorm1d(2), nn.Dropout(), nn.LayerNorm(2))(torch.zeros(5, 3))
    nn.MultiheadAttention(4, 2)(*[torch.zeros(3, 1, 4)] * 3)
    nn.GRUCell(3, 2)(torch.zeros(5, 3))


def _warm_losses() -> None:
    import torch
    from torch.nn import functional

    scores, targets = torch.zeros(5, 3), torch.zeros(5, dtype=torch.long)
    functional.cross_entropy(scores, targets)
    functional.mse_loss(scores, scores)
    functional.binary_cross_entropy_with_logits(scores, scores)
    (torch.ones(3, 3, dtype=torch.float64) @ torch.ones(3, 3, dtype=torch.float64)).softmax(0).sum().item()
    repr(scores)


def _warm_optimizers() -> None:
    import torch

    for make in (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop):
        parameter = torch.nn.Parameter(torch.zeros(3))
        parameter.grad = torch.zeros(3)
        optimizer = make([parameter], lr=0.1)
        optimizer.step()
        optimizer.zero_grad()


def _warm_imports() -> None:
    import torch.autograd.functional
    import torch.autograd.gradcheck
    import torch.func
    import torch.utils.checkpoint
    import torch.utils.data
    from torch.func import functional_call, jvp, vmap

    vmap(lambda x: x * 2)(torch.zeros(3))
    jvp(torch.sin, (torch.zeros(3),), (torch.zeros(3),))  # forward mode: no backward pass
    functional_call(torch.nn.Linear(2, 2), {"bias": torch.ones(2)}, torch.zeros(1, 2))
    with torch.no_grad():
        torch.utils.checkpoint.checkpoint(torch.sin, torch.zeros(3), use_reentrant=False)
    next(iter(torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.zeros(2)), batch_size=1)))


_WARM_UP: tuple[Callable[[], None], ...] = (_warm_modules, _warm_losses, _warm_optimizers, _warm_imports)


if __name__ == "__main__":
    main()
