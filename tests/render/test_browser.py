"""The HTML report in a real browser: it lays out, fits a phone, prints, and breaks no rule of its own policy."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from grader.render import html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",  # the page is our own, and containers run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


def browse(tmp_path: Path, page: Path, *flags: str, under: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    """Open a page and leave; `under` is a command that runs the browser."""
    assert CHROMIUM is not None
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    command = [*under, CHROMIUM, *FLAGS, profile, *flags, page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)


@pytest.fixture
def page(tmp_path, failed):
    path = tmp_path / "report.html"
    path.write_text(html.render(failed), encoding="utf-8")
    return path


def test_the_style_is_applied_and_the_policy_is_kept(tmp_path, page, failed):
    result = browse(tmp_path, page, "--dump-dom")
    assert failed.title in result.stdout
    assert "Content Security Policy" not in result.stderr


def test_a_phone_needs_no_sideways_scrolling(tmp_path, page):
    frame = tmp_path / "phone.html"
    frame.write_text(
        '<!doctype html><iframe src="report.html" width=360 height=800></iframe><p id=w></p><script>'
        "onload=()=>{let d=document.querySelector('iframe').contentDocument.documentElement;"
        "document.querySelector('#w').textContent='width '+d.scrollWidth}</script>"
    )
    result = browse(tmp_path, frame, "--dump-dom", "--allow-file-access-from-files")
    width = re.search(r"width (\d+)", result.stdout)
    assert width is not None
    assert int(width[1]) <= 360


def test_it_prints(tmp_path, page):
    browse(tmp_path, page, f"--print-to-pdf={tmp_path / 'report.pdf'}", "--no-pdf-header-footer")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
