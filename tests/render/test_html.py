"""A report as a page. GRADE_UPDATE_SNAPSHOTS=1 writes the snapshots anew; read their diff before keeping it."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from grader.render import html
from grader.report import CaseReport, Diagnosis, Report

SNAPSHOTS = Path(__file__).parent / "snapshots"


class Outline(HTMLParser):
    """The tags of a page, its headings' levels, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.headings: list[int] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("name", ["failed", "perfect", "not_graded", "unreadable", "notebook"])
def test_a_report_is_drawn_as_its_snapshot_style_sheet_aside(name: str, request: pytest.FixtureRequest) -> None:
    page = html.render(request.getfixturevalue(name))
    page = re.sub(
        r"sha256-[\w+/=]+", "sha256-", re.sub(r"<style>.*?</style>", "<style></style>", page, flags=re.DOTALL)
    )
    snapshot = SNAPSHOTS / f"{name}.html"
    if os.environ.get("GRADE_UPDATE_SNAPSHOTS") == "1":
        snapshot.write_text(page, encoding="utf-8", newline="\n")
    assert page == snapshot.read_text(encoding="utf-8")


def test_the_page_is_whole_and_loads_nothing(report: Report) -> None:
    page = html.render(report)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert page.rstrip().endswith("</html>")
    assert not re.search(r"\b(src|srcset|action|style)=|@import|url\(|https?://", page)
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(Outline(page).tags)


def test_the_policy_allows_the_style_sheet_and_nothing_else(report: Report) -> None:
    page = html.render(report)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="(.*?)"', page)
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_headings_never_skip_a_level(report: Report) -> None:
    levels = Outline(html.render(report)).headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_id_is_there_once_and_every_reference_has_its_id(report: Report) -> None:
    page = html.render(report)
    ids = re.findall(r'\bid="(.*?)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="#|aria-labelledby=")(.*?)"', page)) <= set(ids)


def test_the_header_says_whose_work_it_is_and_what_it_rests_on(failed: Report) -> None:
    header = html.render(failed).split("<main>")[0]
    for text in (
        "<h1>Zero the gradients</h1>",
        "<strong>2</strong> <span>/ 10 points</span>",
        "<dt>Student</dt><dd>Ada Lovelace</dd>",
        "<dt>File</dt><dd>exercise_03.py</dd>",
        "<dt>Isolation</dt><dd>3 (strict)</dd>",
        "<dt>Seed</dt><dd>0</dd>",
        "<dt>torch</dt><dd>2.9.1</dd>",
        'aria-label="2 of 10 points"',
    ):
        assert text in header


def test_the_diagnosis_comes_before_the_cases_and_points_at_the_line(failed: Report) -> None:
    page = html.render(failed)
    assert page.index('<h2 id="diagnosis">') < page.index('<h2 id="cases">')
    assert '<a href="#line-11">exercise_03.py:11</a>' in page
    assert "<code>backward()</code> does not set <code>x.grad</code>, it <em>adds</em>" in page
    assert '<li id="line-11" class="noted">' in page


def test_a_diagnosis_of_a_line_that_is_not_there_is_no_link(failed: Report) -> None:
    diagnosis = Diagnosis(mistake="m", title="t", text="", line=99)
    page = html.render(failed.model_copy(update={"diagnosis": (diagnosis,)}))
    assert "<figcaption>exercise_03.py:99</figcaption>" in page


def test_cells_that_differ_have_a_sign_and_a_mark(failed: Report) -> None:
    page = html.render(failed)
    assert '<td><mark><span class="sign">≠</span>0.4225</mark></td>' in page
    assert "<td><mark>0.0098</mark></td>" in page
    assert "<td>-0.0452</td>" in page


def test_a_value_of_one_cell_is_no_table(failed: Report) -> None:
    assert re.search(r"<dt>Expected</dt>\s*<dd><mark>3</mark></dd>", html.render(failed))


def test_each_case_says_in_a_word_what_became_of_it(failed: Report) -> None:
    text = Outline(html.render(failed)).text
    for word in ("passed 1\xa0/\xa01", "failed 0\xa0/\xa04", "skipped 0\xa0/\xa02.5", "out of time 0\xa0/\xa00.5"):
        assert word in text


def test_prompt_output_and_each_hint_are_folded(failed: Report) -> None:
    page = html.render(failed)
    assert page.count("<details>") == 4
    assert "<summary>Hint 2 of 2</summary>" in page


def test_a_notebook_has_a_heading_for_each_cell(notebook: Report) -> None:
    page = html.render(notebook)
    assert "<h3>Cell 2</h3>" in page
    assert '<a href="#cell-5-line-2">notebook.ipynb, cell 5, line 2</a>' in page


def test_what_was_not_graded_has_neither_score_nor_meter(not_graded: Report) -> None:
    page = html.render(not_graded)
    assert "<svg" not in page
    assert "points</span>" not in page
    assert "no memory is left" in page
    assert "It costs you no points." in Outline(page).text


def test_hints_are_left_out_at_full_marks(perfect: Report) -> None:
    assert "Hint 1" not in html.render(perfect)


def _worth(*max_points: float) -> tuple[CaseReport, ...]:
    return tuple(CaseReport(name="c", status="failed", points=1, max_points=most) for most in max_points)


def test_the_meter_has_a_segment_for_each_case_as_wide_as_it_is_worth(failed: Report) -> None:
    first, second = html.meter(failed.model_copy(update={"cases": _worth(1, 3, 0)}))
    assert (first.x, first.width, first.earned) == pytest.approx((0, 248.5, 248.5))
    assert (second.x, second.width, second.earned) == pytest.approx((254.5, 745.5, 248.5))


@pytest.mark.parametrize("worth", [(0.0, 0.0), (1e308, 1e308)])
def test_points_that_have_no_shares_are_no_error(failed: Report, worth: tuple[float, ...]) -> None:
    assert html.render(failed.model_copy(update={"cases": _worth(*worth)}))
