"""The whole suite: a busy machine is no failure for hypothesis, nothing is left behind on disk, and in CI nothing is
skipped."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("suite", deadline=None, database=None)
settings.load_profile("suite")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    """In CI a test that is skipped has failed: the machine there is to have all that the tests need."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"
    return report
