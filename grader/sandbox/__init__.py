"""Where a job runs. `seam` is what every sandbox offers, `portable` a fresh process a job, `observing` the way from
frames to observations with a fresh child after one that was lost, `fake` a sandbox for tests that runs nothing.
"""

from grader.sandbox.observing import observe
from grader.sandbox.portable import PortableSandbox
from grader.sandbox.seam import Sandbox

__all__ = ["PortableSandbox", "Sandbox", "observe"]
