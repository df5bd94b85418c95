"""The class report as a page, without a browser: what it says, what it lets run, and what students cannot do to it."""

from __future__ import annotations

import json
import re
import time
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from grader.class_figures import class_report
from grader.record import CaseRecord, MistakeRecord, Record, page_of
from grader.render import class_html
from grader.sources.found import LeftOver

STATUS = {"p": "passed", "f": "failed", "e": "error", "t": "timeout", "s": "skipped"}
TITLE = "`x.grad` is never *zeroed*"
SOURCE = "def f(x):\n    return x  # as it was\n"
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "</style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "{{7*7}}{% raw %}",
    "a\u2028b\u2029c",
    "\u202eright to left",
    "\x1b[2Jnul\x00",
    "&lt;b&gt;&amp;",
    "half \ud800",
    "[x](javascript:alert(1))",
    "__proto__",
)


def made(student, exercise="exercise_01", marks="pf", **fields):
    cases = [
        CaseRecord(name=f"case {n}", status=STATUS[mark], points=2.5 * (mark == "p"), max_points=2.5)
        for n, mark in enumerate(marks)
    ]
    settled = {
        "title": f"Title of {exercise}", "file": "f.py", "page": page_of(student, exercise), "status": "graded",
        "score": sum(case.points for case in cases), "max_score": 2.5 * len(marks), "cases": cases,
        "behaviour": "" if marks.strip("p") == "" else f"beef{marks}",
        **fields,
    }  # fmt: skip
    return Record(student=student, exercise=exercise, **settled)


MISTAKE = MistakeRecord(mistake="never", title=TITLE, certainty="same behaviour", line=3)
RECORDS = (
    made("ada", marks="pp"),
    made("ada", "exercise_02", "pf", mistakes=[MISTAKE]),
    made("bob", marks="fe", late=True, identity={"name": "Robert B."}),
    made("bob", "exercise_02", "pf", mistakes=[MISTAKE]),
    made("eve", marks="fe"),
    made("eve", "exercise_02", "ss", status="not graded", reason="the machine was lost", behaviour=""),
    made("kim", "exercise_02", "ts"),
    made("lee", "exercise_02", "pp"),
)


def report(*records, left_over=(), problems=(), source=SOURCE, folder="reports/week 3"):
    run = {"seed": 7, "isolation": 3, "versions": {"torch": "2.9.1"}}
    return class_report(records, left_over, problems, run, lambda *_: source, folder)


@pytest.fixture(scope="module")
def page():
    left_over = [LeftOver("class.zip: notes.txt", "neither .py nor .ipynb")]
    return class_html.render(report(*RECORDS, left_over=left_over, problems=["class.zip: cut short"]))


class Audit(HTMLParser):
    """The tags, their attributes and the text of a page; fails at what no template of ours writes."""

    VOID = frozenset(("meta", "input", "br"))

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.headings, self.ids, self.references, self.text = [], [], [], [], [], ""
        self.hrefs, self.buttons = [], 0
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        fields = dict(attrs)
        self.tags.append(tag)
        assert not [name for name in fields if name.startswith("on") or name in {"style", "src", "srcset", "action"}]
        self.ids += [fields["id"]] if "id" in fields else []
        self.references += [fields["aria-labelledby"]] if "aria-labelledby" in fields else []
        self.hrefs += [fields["href"]] if "href" in fields else []
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_comment(self, data):
        pytest.fail(f"a comment: {data!r}")

    def handle_data(self, data):
        self.text += data


def data_of(page):
    (text,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    return json.loads(text)


CLASSES = {
    "nobody": (),
    "one student": RECORDS[:2],
    "one exercise": tuple(record for record in RECORDS if record.exercise == "exercise_01"),
    "nobody failed": tuple(made(name, each, "pp") for name in "abc" for each in ("exercise_01", "exercise_02")),
    "everybody failed": tuple(made(name, each, "ff") for name in "abc" for each in ("exercise_01", "exercise_02")),
    "nothing graded": tuple(made(name, marks="ss", status="not graded", reason="lost", behaviour="") for name in "abc"),
    "no cases": (made("ada", marks="", reason="the file is empty", max_score=10),),
    "no points": (made("ada", marks="", max_score=0),),
    "usual": RECORDS,
}


@pytest.fixture(params=list(CLASSES))
def any_class(request):
    return report(*CLASSES[request.param])


def test_every_class_has_a_page_that_is_whole(any_class):
    page = class_html.render(any_class)
    assert page.startswith("<!DOCTYPE html>\n<html")
    audit = Audit(page)
    assert not re.search(r"https?://|url\(|@import", page)
    assert not {"img", "link", "iframe", "object", "form"} & set(audit.tags)
    assert audit.headings[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(audit.headings))
    assert len(audit.ids) == len(set(audit.ids))
    assert set(audit.references) <= set(audit.ids)
    assert not re.search(r"\bnan\b|\bNone\b|\binf\b", audit.text)


def test_the_policy_allows_the_style_sheet_and_the_script_alone(page):
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    (policy,) = re.findall(r'Content-Security-Policy" content="(.*?)"', page)
    one, two = (b64encode(sha256(text.encode()).digest()).decode() for text in (style, script))
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{one}'; script-src 'sha256-{two}'; "
        "require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'"
    )


def test_the_script_never_makes_markup():
    script = str(class_html._fixed()[1])
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(|setTimeout|fetch", script)


def test_the_header_says_how_the_class_did_and_what_it_rests_on(page):
    header = page.split("<main>")[0]
    for text in ("<h1>The class</h1>", "<dt>Students</dt><dd>5</dd>", "<dt>Submissions</dt><dd>8</dd>",
                 "<dt>Late</dt><dd>1</dd>", "<dt>Not graded</dt><dd>1</dd>", "<dt>Isolation</dt><dd>3 (strict)</dd>",
                 "<dt>Seed</dt><dd>7</dd>", "<dt>torch</dt><dd>2.9.1</dd>", "reports/week 3"):  # fmt: skip
        assert text in header


def test_what_went_wrong_with_the_run_comes_first(page):
    order = [page.index(f'<h2 id="{name}"') for name in (
        "problems", "not-graded", "totals", "exercises", "by-case", "mistakes", "unknown", "students", "left-over",
    )]  # fmt: skip
    assert order == sorted(order)
    assert "the machine was lost" in page
    assert "class.zip: cut short" in page
    assert "neither .py nor .ipynb" in page


def test_a_mistake_says_how_many_made_it_who_and_where(page):
    audit = Audit(page)
    assert "<strong>2</strong>" in page
    assert "<h3><code>x.grad</code> is never <em>zeroed</em></h3>" in page
    assert "ada (line 3), bob (line 3)" in " ".join(audit.text.split())


def test_a_cluster_has_its_source_and_the_command_that_adopts_it(page):
    assert "<code>grade adopt &#39;reports/week 3&#39; beeffe --name NAME</code>" in page
    assert "Did not pass: case 0; case 1." in page
    assert "as it was" in page


def test_a_command_stays_one_word_whatever_the_folder_is_called():
    found = report(*RECORDS, folder="a; rm -rf $HOME")
    assert class_html.adopt_command(found, found.clusters[0]) == "grade adopt 'a; rm -rf $HOME' beeffe --name NAME"


def test_the_table_without_a_script_has_every_result_and_links_to_its_page(page):
    (row,) = re.findall(r'<tr><th scope="row">bob.*?</tr>', page)
    assert 'bob <span class="name">Robert B.</span>' in row
    assert "2.5&nbsp;/&nbsp;10" in row
    assert f'<td><a href="{page_of("bob", "exercise_01")}">0\N{NO-BREAK SPACE}L</a></td>' in row
    (eve,) = re.findall(r'<tr><th scope="row">eve.*?</tr>', page)
    assert ">n.g.</a>" in eve
    (kim,) = re.findall(r'<tr><th scope="row">kim.*?</tr>', page)
    assert "<td>\N{EN DASH}</td>" in kim


def test_the_script_gets_a_letter_for_each_case_and_the_members_of_each_group(page):
    data = data_of(page)
    assert [each[0] for each in data["students"]] == ["ada", "bob", "eve", "kim", "lee"]
    assert data["students"][1][4][0] == [0.0, "fe", 1, page_of("bob", "exercise_01")]
    assert data["students"][2][4][1][:2] == [None, "ss"]
    assert data["students"][3][4][0] == 0
    assert data["groups"] == [
        ["exercise_02: x.grad is never zeroed", [0, 1]],
        ["exercise_01: unknown behaviour beeffe", [1, 2]],
    ]
    assert sorted(map(int, re.findall(r'data-group="(\d+)"', page))) == [0, 1]


@pytest.mark.parametrize(
    "page",
    [
        "javascript:alert(1)",
        "https://example.org/",
        "../../etc/passwd",
        "students/../../x/y.html",
        "//x",
        "",
        "students/a/b.html?x",
    ],
)
def test_a_page_that_is_none_of_ours_is_no_link(page):
    audit = Audit(class_html.render(report(made("ada", page=page), made("bob", page=page))))
    assert audit.hrefs == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_in_every_field_stays_text(text):
    mistakes = [MistakeRecord(mistake=text, title=text, certainty="same error")]
    records = [
        made(text, title=text, file=text, mistakes=mistakes, identity={"name": text}).model_copy(
            update={"cases": (CaseRecord(name=text, status="failed", points=0, max_points=1),)}
        ),
        made("b" + text, mistakes=mistakes),
        made("c" + text, status="not graded", reason=text),
        made("d" + text, marks="ss", reason=text, behaviour=""),
    ]
    page = class_html.render(
        report(*records, left_over=[LeftOver(text, text)], problems=[text], source=text, folder=text)
    )
    assert page.encode()
    assert not set(page) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\x00\x1b")
    audit = Audit(page)
    assert audit.tags.count("script") == 2
    assert audit.tags.count("style") == 1
    assert len(data_of(page)["students"]) == 4


def test_json_in_a_script_can_end_nothing():
    text = class_html.in_script({"</script>": "<!--&\u2028\u2029]]>"})
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == {"</script>": "<!--&\u2028\u2029]]>"}


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (None, "\N{EN DASH}"),
        (0, "0\xa0%"),
        (0.001, "< 1\xa0%"),
        (0.5, "50\xa0%"),
        (0.999, "> 99\xa0%"),
        (1, "100\xa0%"),
    ],
)
def test_a_share_is_whole_only_where_it_is(share, said):
    assert class_html.percent(share) == said


def test_the_columns_of_the_histogram_are_as_high_as_their_counts():
    low, *_, full = class_html.histogram((2, *([0] * 9), 4))
    assert (low.height * 2, low.y - full.y) == pytest.approx((full.height, full.height / 2))
    assert (full.label, full.said, full.count) == ("full", "full marks", 4)


def test_no_two_labels_of_the_plot_lie_on_each_other():
    found = report(*(made(f"s{n}", f"exercise_{e:02d}", "pf" if n % 2 else "pp") for n in range(4) for e in range(4)))
    dots = class_html.dots(found.exercises)
    places = {(round(dot.label_x), round(dot.label_y)) for dot in dots}
    assert len(places) == len(dots) == 4


def test_what_lies_below_the_plot_is_drawn_at_its_foot():
    assert class_html.from_top(-1) == class_html.from_top(-0.2) == pytest.approx(class_html.from_top(1) + 320)


def test_a_long_list_is_cut_and_says_so():
    lost = [made(f"s{n}", marks="s", status="not graded", reason="lost", behaviour="") for n in range(600)]
    assert "And 100 more, in results.json." in class_html.render(report(*lost))


def test_of_ten_thousand_left_over_files_each_is_there_and_the_page_stays_small():
    reasons = ("neither .py nor .ipynb", "belongs to no exercise")
    left_over = [LeftOver(f"class.zip: {n % 7}/data-{n:05d}.csv", reasons[n % 2]) for n in range(10_000)]
    page = class_html.render(report(left_over=left_over))
    assert page.count('<tr><th scope="row">class.zip: ') == 500
    assert "<summary>10,000 files</summary>" in page
    assert "<summary>And 9,500 more, by folder</summary>" in page
    (rest,) = re.findall(r'<pre class="output">(.*?)</pre>', page, re.DOTALL)
    assert rest.startswith("class.zip: 3/ (679): neither .py nor .ipynb\n    data-00500.csv\n    data-00514.csv\n")
    assert {f"data-{n:05d}.csv" for n in range(10_000)} <= set(re.findall(r"data-\d{5}\.csv", page))
    assert len(page) < 400_000


def test_a_short_list_of_left_over_files_has_no_rest():
    page = class_html.render(report(left_over=[LeftOver(f"class/{n}", "no") for n in range(500)]))
    assert "more, by folder" not in page


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_in_the_rest_of_a_long_list_stays_text(text):
    left_over = [LeftOver("class/a.txt", "no")] * 500 + [LeftOver(f"{text}/{text}\nsecond: line", text)]
    page = class_html.render(report(left_over=left_over))
    page.encode()
    assert not {"img", "b"} & set(Audit(page).tags)
    (rest,) = re.findall(r'<pre class="output">(.*?)</pre>', page, re.DOTALL)
    assert "<" not in rest
    assert rest.count("\n") == 1
    assert not re.search("[\x00\x1b\u2028\u202e]", page)


def test_a_hundred_students_and_ten_exercises_take_a_moment():
    records = [
        made(f"s{n}", f"exercise_{e:02d}", "pfetsppp"[e % 8 :] + "ppppppp") for n in range(100) for e in range(10)
    ]
    started = time.process_time()
    page = class_html.render(report(*records))
    assert time.process_time() - started < 2
    assert len(page) < 1.5 * 2**20
