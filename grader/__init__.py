"""An automated grader for exercises on PyTorch's autograd: probe, judge, name the mistake."""

__version__ = "0.1.0"
