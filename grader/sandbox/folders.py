"""Removing what a submission left in its folder, however deep it made it."""

from __future__ import annotations

import shutil
import subprocess


def remove(folder: str) -> None:
    """Remove a folder with all that is in it. What cannot be removed stays, and no link is followed."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except RecursionError:  # nested more deeply than Python can follow; rm does not recurse
        subprocess.run(["rm", "-rf", "--", folder], check=False)  # noqa: S603, S607  # on a folder of our own
