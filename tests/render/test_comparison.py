"""Expected and found on a terminal."""

from __future__ import annotations

from grader.render.comparison import comparison
from grader.report import Evidence, Shown


def _vectors(length: int, *differs: int) -> Evidence:
    expected = tuple(f"{number}.5" for number in range(length))
    found = tuple(f"{number}.75" if number in differs else f"{number}.5" for number in range(length))
    return Evidence(
        name="x",
        message="",
        expected=Shown(text=f"tensor of shape ({length},)", rows=(expected,)),
        found=Shown(text=f"tensor of shape ({length},)", rows=(found,)),
        differs=tuple((0, number) for number in differs),
    )


def test_tables_that_fit_are_beside_each_other() -> None:
    assert comparison(_vectors(3, 1), 40).plain.splitlines() == [
        "expected         found",
        "0.5  1.5  2.5    0.5  ≠1.75  2.5",
    ]


def test_tables_that_do_not_fit_are_above_each_other() -> None:
    assert comparison(_vectors(3, 1), 20).plain.splitlines() == [
        "expected",
        "0.5  1.5  2.5",
        "found",
        "0.5  ≠1.75  2.5",
    ]


def test_where_nothing_fits_the_first_cells_that_differ_are_listed() -> None:
    assert comparison(_vectors(30, *range(2, 10)), 40).plain.splitlines() == [
        "     expected  found",
        "[2]       2.5  ≠2.75",
        "[3]       3.5  ≠3.75",
        "[4]       4.5  ≠4.75",
        "[5]       5.5  ≠5.75",
        "[6]       6.5  ≠6.75",
        "[7]       7.5  ≠7.75",
        "and 2 more",
    ]


def test_where_nothing_fits_and_no_cell_is_known_to_differ_the_texts_are_shown() -> None:
    assert comparison(_vectors(30), 20).plain.splitlines() == [
        "expected tensor of shape (30,)",
        "found    tensor of shape (30,)",
    ]


def test_columns_are_aligned_to_the_right() -> None:
    shown = Shown(text="", rows=(("1", "-10"), ("100", "2")))
    evidence = Evidence(name="x", message="", expected=shown, found=shown)
    assert comparison(evidence, 40).plain.splitlines()[1:] == ["  1  -10      1  -10", "100    2    100    2"]


def test_a_value_without_a_table_is_its_text() -> None:
    evidence = Evidence(
        name="x", message="", expected=Shown(text="tensor", rows=(("1", "2"),)), found=Shown(text="None")
    )
    assert comparison(evidence, 40).plain.splitlines() == ["expected    found", "1  2        None"]


def test_tables_of_different_shapes_stand_beside_each_other() -> None:
    evidence = Evidence(
        name="x",
        message="",
        expected=Shown(text="", rows=(("1",), ("2",))),
        found=Shown(text="", rows=(("1", "2"),)),
    )
    assert comparison(evidence, 40).plain.splitlines() == ["expected    found", "1           1  2", "2"]


def test_a_cell_outside_the_table_is_said_to_hold_nothing() -> None:
    evidence = _vectors(30).model_copy(update={"differs": ((0, 99),)})
    assert comparison(evidence, 40).plain.splitlines()[1] == "[99]   nothing  ≠nothing"
