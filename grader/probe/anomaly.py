"""Anomaly mode tells where in the forward pass a bad gradient comes from, by the stack as it was there: of that, only
the student's own lines.

torch asks `torch.fx.traceback.format_stack` for the stack, by its name, whenever a node is made in that mode:
https://github.com/pytorch/pytorch/blob/main/torch/csrc/autograd/python_anomaly_mode.cpp
"""

from __future__ import annotations

import inspect
import traceback

import torch.fx.traceback


def show_only(filename: str) -> None:
    """From here on, have such stacks show the frames of this file and no others; of others, no file is opened."""

    def format_stack() -> list[str]:
        stack = list(traceback.walk_stack(inspect.currentframe()))
        own = [each for each in reversed(stack) if each[0].f_code.co_filename == filename]
        return traceback.StackSummary.extract(iter(own)).format() or [f"  no line of {filename}\n"]

    if hasattr(torch.fx.traceback, "format_stack"):  # else torch asks elsewhere, and shows them all
        torch.fx.traceback.format_stack = format_stack
