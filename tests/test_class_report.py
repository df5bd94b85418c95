"""The figures of a class, by records made by hand: each is worked out beside its test."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.batch.grade_class import Wanted, _write
from grader.batch.journal import Entry, Journal
from grader.batch.run import Terms
from grader.class_figures import class_report, discrimination, distribution, is_unknown, quartiles, representative
from grader.class_report import FILE, ClassReport
from grader.errors import GraderError
from grader.record import CaseRecord, MistakeRecord, Record
from grader.report import Report
from grader.sources.found import LeftOver

SHARED = {"exercise", "title", "student", "file", "status", "score", "max_score"}
STATUS = {"p": "passed", "f": "failed", "e": "error", "t": "timeout", "s": "skipped"}
NEVER = MistakeRecord(mistake="never_zeroes", title="Never zeroes", certainty="same behaviour", line=3)
ITEM = MistakeRecord(mistake="torch: item", title="Left the graph", certainty="same error")


def record(student, exercise="exercise_01", marks="pp", *, worth=5.0, **fields):
    """A graded record of cases that are worth the same; it failed as `behaviour`, by default as its marks say."""
    cases = tuple(
        CaseRecord(name=f"case {index}", status=STATUS[mark], points=worth * (mark == "p"), max_points=worth)
        for index, mark in enumerate(marks)
    )
    settled = {
        "status": "graded",
        "behaviour": marks if set(marks) - {"p"} else "",
        "page": f"students/{student.lower()}/{exercise}.html",
        **fields,
    }
    score = settled.pop("score", sum(case.points for case in cases))
    return Record(
        student=student, exercise=exercise, title=f"Title of {exercise}", file=f"{exercise}.py", score=score,
        max_score=worth * len(marks), cases=cases, **settled,
    )  # fmt: skip


def not_graded(student, exercise="exercise_01"):
    return record(student, exercise, "ss", status="not graded", reason="the machine was lost", behaviour="")


class Quiet:
    def phase(self, name, steps):
        pass

    def step(self):
        pass


def report(*records, source_of=lambda student, _: f"# {student}", left_over=(), problems=()):
    return class_report(records, left_over, problems, {"seed": 7}, source_of, folder="out")


def test_a_class_of_nobody_has_a_report():
    empty = report()
    assert (empty.students, empty.exercises, empty.mistakes, empty.clusters, empty.singles) == ((), (), (), (), 0)
    assert (empty.mean, empty.quartiles) == (None, None)
    assert sum(empty.distribution) == 0


def test_students_are_in_the_order_of_their_names_and_exercises_in_that_of_their_numbers():
    found = report(record("bob", "exercise_100"), record("Ada", "exercise_99"))
    assert [student.student for student in found.students] == ["Ada", "bob"]
    assert [each.exercise for each in found.exercises] == ["exercise_99", "exercise_100"]


def test_what_is_missing_costs_its_points_and_what_was_not_graded_costs_nothing():
    ada, bob = report(
        record("ada", "exercise_01", "pf"), not_graded("ada", "exercise_02"), record("bob", "exercise_02", "pp")
    ).students
    assert (ada.score, ada.max_score, ada.share) == (5, 10, 0.5)
    assert (bob.score, bob.max_score, bob.results[0]) == (10, 20, None)
    assert ada.results[1].status == "not graded"


def test_a_result_has_a_letter_for_each_case():
    ada, bob = report(record("ada", marks="pfets"), record("bob", marks="p", worth=25)).students
    assert (ada.results[0].marks, bob.results[0].marks) == ("pfets", "p----")


def test_a_name_of_the_platform_is_kept_where_it_says_more():
    found = report(record("ada", identity={"name": "Ada Lovelace"}), record("bob", identity={"name": "bob"}))
    assert [student.name for student in found.students] == ["Ada Lovelace", ""]


def test_a_student_is_late_who_was_late_once():
    found = report(record("ada", "exercise_01"), record("ada", "exercise_02", late=True), record("bob"))
    assert [student.late for student in found.students] == [True, False]
    assert [each.late for each in found.exercises] == [0, 1]


def test_an_exercise_counts_who_is_graded_and_what_they_have():
    found = report(
        record("ada", marks="pp"), record("bob", marks="pf"), not_graded("eve"), record("kim", "exercise_02")
    )
    first = found.exercises[0]
    assert (first.graded, first.not_graded, first.missing, first.full_marks) == (2, 1, 1, 1)
    assert (first.mean, first.difficulty, first.max_score) == (7.5, 0.75, 10)


def test_where_nothing_is_graded_no_figure_is_made_up():
    (only,) = report(not_graded("ada")).exercises
    assert (only.mean, only.difficulty, only.discrimination, only.cases[0].pass_rate) == (None, None, None, None)


def test_each_case_has_its_counts_and_its_pass_rate():
    found = report(record("a", marks="pp"), record("b", marks="pf"), record("c", marks="pe"), record("d", marks="ts"))
    first, second = found.exercises[0].cases
    assert (first.passed, first.timeout, first.pass_rate) == (3, 1, 0.75)
    assert (second.passed, second.failed, second.error, second.skipped, second.pass_rate) == (1, 1, 1, 1, 0.25)


def test_who_has_no_verdict_on_a_case_did_not_pass_it():
    found = report(record("a", marks="pp"), record("b", marks="", worth=5, reason="empty", score=0))
    assert [case.pass_rate for case in found.exercises[0].cases] == [0.5, 0.5]


# Difficulty and discrimination


def test_discrimination_is_the_correlation_with_the_mean_of_the_other_exercises():
    marks = {"a": ("pp", "pp", "pf"), "b": ("pf", "pp", "ff"), "c": ("ff", "pf", "ff"), "d": ("pp", "ff", "pp")}
    records = [
        record(student, f"exercise_0{number}", each)
        for student, row in marks.items()
        for number, each in enumerate(row)
    ]
    shares = {student: [each.count("p") / 2 for each in row] for student, row in marks.items()}
    for index, exercise in enumerate(report(*records).exercises):
        mine = [row[index] for row in shares.values()]
        rest = [(sum(row) - row[index]) / 2 for row in shares.values()]
        assert exercise.discrimination == pytest.approx(statistics.correlation(mine, rest))


def test_only_students_with_both_count_in_a_discrimination():
    rows = [("a", "pp", "pp"), ("b", "pf", "pf"), ("c", "ff", "ff")]
    records = [record(s, f"exercise_0{n}", marks) for s, *both in rows for n, marks in enumerate(both)]
    noise = [record("d", "exercise_00", "pp"), record("e", "exercise_00", "ff"), not_graded("e", "exercise_01")]
    assert report(*records, *noise).exercises[0].discrimination == pytest.approx(1)


@pytest.mark.parametrize(
    ("shares", "rest", "found"),
    [
        ([0, 0.5, 1], [0, 0.5, 1], 1),
        ([0, 0.5, 1], [1, 0.5, 0], -1),
        ([0, 1, 0, 1], [0, 0, 1, 1], 0),
        ([0, 1], [0, 1], None),
        ([], [], None),
        ([1, 1, 1], [0, 0.5, 1], None),
        ([0, 0.5, 1], [0.3, 0.1 + 0.2, 0.3], None),
    ],
)
def test_a_discrimination_needs_three_students_who_differ(shares, rest, found):
    assert discrimination(shares, rest) == (None if found is None else pytest.approx(found))


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=30))
def test_a_discrimination_is_a_correlation_or_nothing(pairs):
    found = discrimination([one for one, _ in pairs], [two for _, two in pairs])
    assert found is None or -1 <= found <= 1


def test_the_distribution_has_ten_tenths_and_full_marks():
    assert distribution([0, 0.05, 0.1, 0.95, 0.999, 1, 1]) == (2, 1, 0, 0, 0, 0, 0, 0, 0, 2, 2)


@given(st.lists(st.floats(0, 1), max_size=20))
def test_everybody_is_in_the_distribution_once_and_the_quartiles_are_in_order(shares):
    assert sum(distribution(shares)) == len(shares)
    found = quartiles(shares)
    assert (found is None) == (not shares)
    assert found is None or 0 <= found[0] <= found[1] <= found[2] <= 1


# Mistakes and clusters


def test_mistakes_are_ranked_by_how_many_made_them_and_say_who_and_where():
    found = report(
        record("ada", marks="pf", mistakes=(ITEM,)),
        record("bob", marks="pf", mistakes=(NEVER, NEVER.model_copy(update={"line": 9}))),
        record("eve", marks="pf", mistakes=(NEVER.model_copy(update={"line": None}),)),
        record("eve", "exercise_02", "pf", mistakes=(NEVER,)),
    ).mistakes
    assert [(each.exercise, each.mistake, len(each.sightings)) for each in found] == [
        ("exercise_01", "never_zeroes", 2),
        ("exercise_01", "torch: item", 1),
        ("exercise_02", "never_zeroes", 1),
    ]
    assert [(seen.student, seen.lines) for seen in found[0].sightings] == [("bob", (3, 9)), ("eve", ())]


def test_submissions_that_failed_alike_are_a_cluster_and_those_alone_are_counted():
    found = report(
        *(record(student, marks="pf") for student in "abc"),
        *(record(student, marks="ff") for student in "de"),
        record("f", marks="fp"),
        record("a", "exercise_02", "pf"),
    )
    assert [(each.behaviour, each.students) for each in found.clusters] == [
        ("pf", ("a", "b", "c")),
        ("ff", ("d", "e")),
    ]
    assert found.clusters[0].cases == ("case 1",)
    assert found.singles == 2


def test_a_mistake_of_the_same_behaviour_explains_it_and_one_of_the_same_error_is_told():
    known = [record(student, marks="pf", mistakes=(NEVER,)) for student in "ab"]
    half = [record(student, marks="ff", mistakes=(ITEM,)) for student in "cd"]
    (cluster,) = report(*known, *half).clusters
    assert (cluster.students, cluster.also) == (("c", "d"), ("Left the graph",))


@pytest.mark.parametrize(
    ("made", "unknown"),
    [
        (record("a", marks="pf"), True),
        (record("a", marks="pp"), False),
        (record("a", marks="pp", behaviour="odd"), False),
        (not_graded("a"), False),
        (record("a", marks="ss", behaviour="", reason="the file is empty"), False),
        (record("a", marks="pf", mistakes=(NEVER,)), False),
        (record("a", marks="pf", mistakes=(ITEM,)), True),
    ],
)
def test_what_is_unknown_lost_points_in_a_way_that_no_known_mistake_has(made, unknown):
    assert is_unknown(made) is unknown


def test_the_shortest_source_stands_for_a_cluster_and_only_a_few_are_looked_at():
    asked = []

    def source_of(student, exercise):
        asked.append((student, exercise))
        return "  x\n" * (9 - int(student))

    found = report(*(record(str(number), marks="pf") for number in range(9)), source_of=source_of)
    (cluster,) = found.clusters
    assert (cluster.student, cluster.source) == ("4", "  x\n" * 5)
    assert asked == [(str(number), "exercise_01") for number in range(5)]


def test_of_two_equally_short_sources_the_first_student_s_stands():
    assert representative(["bob", "ada"], "e", lambda student, _: "x\n" * (student == "ada") or "x") == ("ada", "x\n")


def test_a_long_source_is_cut_at_the_end_of_a_line():
    (cluster,) = report(*(record(s, marks="pf") for s in "ab"), source_of=lambda *_: "line of code\n" * 9999).clusters
    assert len(cluster.source) < 6100
    assert cluster.source.endswith("line of code\n# …")


def test_beyond_a_hundred_clusters_no_source_is_asked_for():
    asked = []
    records = [record(f"{n:03d}{who}", marks="pf", behaviour=f"b{n:03d}") for n in range(120) for who in "ab"]
    found = report(*records, source_of=lambda student, _: asked.append(student) or "x")
    assert len(found.clusters) == 120
    assert len(asked) == 200
    assert [bool(each.source) for each in found.clusters] == [True] * 100 + [False] * 20


# What stands apart, and the way to disk and back


def test_what_was_not_graded_and_what_had_no_code_is_told_apart():
    found = report(not_graded("ada"), record("bob", marks="ss", behaviour="", reason="the file is empty"))
    assert [(each.student, each.reason) for each in found.not_graded] == [("ada", "the machine was lost")]
    assert [(each.student, each.reason) for each in found.unreadable] == [("bob", "the file is empty")]


def test_a_module_that_could_not_be_imported_has_a_behaviour_and_is_no_unreadable_file():
    assert report(record("ada", marks="es", reason="ImportError", behaviour="b")).unreadable == ()


def test_left_over_files_and_problems_are_kept():
    found = report(left_over=[LeftOver("a.zip: x", "no .py")], problems=["cut short"])
    assert [(each.place, each.reason) for each in found.left_over] == [("a.zip: x", "no .py")]
    assert found.problems == ("cut short",)


def test_a_class_report_comes_back_from_json_as_it_was():
    found = report(record("Ada\ud800", marks="pf", mistakes=(NEVER,)), record("b", marks="pf"), not_graded("c"))
    assert ClassReport.from_json(found.to_json()) == found


@pytest.mark.parametrize("text", ["", "[]", '{"format": 2}', "\x00", '{"students": "all"}'])
def test_anything_else_is_no_class_report(text):
    with pytest.raises(GraderError, match="not a class report"):
        ClassReport.from_json(text)


def test_a_batch_leaves_the_class_report_and_writes_it_anew_where_it_is_gone(tmp_path):
    wanted, terms = Wanted(source=tmp_path, out=tmp_path / "out", exercises=(), jobs=1), Terms(seed=7, isolation=3)
    with Journal.open(wanted.out) as journal:
        for student in ("ada", "bob"):
            short = record(student, marks="pf", behaviour="ab12")
            full = Report(
                **short.model_dump(include=SHARED), cases=[], isolation=3, seed=7, versions={}, source="y = 1"
            )
            journal.add([Entry(short, full, "f")])
        _write(journal, wanted, terms, Quiet())
        page = (wanted.out / FILE).read_text(encoding="utf-8")
        assert f"grade adopt {wanted.out} ab12 --name NAME" in page
        assert '<span class="n">y</span>' in page
        (wanted.out / FILE).unlink()
        _write(journal, wanted, terms, Quiet())
        assert (wanted.out / FILE).read_text(encoding="utf-8") == page
