"""The small language of relations and figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from edition.checks.tables.arithmetic import Broken, broken, evaluate
from edition.checks.tables.lines import FormulaError
from edition.content.model import Bilingual, Table, TableField

TEXT = Bilingual(en="Text", ru="Текст")


def table(name: str, columns: str, *rows: tuple[str | None, ...]) -> Table:
    """Make a table whose first column heads the rows and whose other columns are numbers."""
    first, *others = columns.split()
    return Table(
        name=name,
        kind="table",
        article="tides",
        caption=TEXT,
        key=(first,),
        fields=(
            TableField(name=first, type="string", title=first),
            *(TableField(name=other, type="number", title=other) for other in others),
        ),
        rows=tuple(
            (row[0], *(None if cell is None else Decimal(cell) for cell in row[1:])) for row in rows
        ),
        path=f"{name}.csv",
    )


TRADE = table(
    "trade",
    "kind y1900 y1901 y1902",
    ("Trade", "57.8", "63.5", None),
    ("Exports", "52.3", "61.3", "46.0"),
    ("Imports", "5.5", "2.3", "2.8"),
)
VOTES = table("votes", "party votes", ("Left", "49.5"), ("Right", "50.4"), ("Right", "1"))
TABLES = {"trade": TRADE, "votes": VOTES}


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 4 - 3", "3"),
        ("9 / 4", "2.25"),
        ("trade[Exports | y1901]", "61.3"),
        ("sum(trade[Exports])", "159.6"),
        ("mean(trade[y1900]; 4.4)", "30"),
        ("max(trade[Imports]) - min(trade[Imports])", "3.2"),
        ("sum(trade[Trade])", "121.3"),
        ("votes[Left]", "49.5"),
        ("votes[Right #2 | votes]", "1"),
        ("(trade[Exports | y1901] / trade[Exports | y1900] - 1) * 0", "0"),
    ],
)
def test_a_formula_comes_to_a_number(formula: str, expected: str) -> None:
    """Products before sums, from the left, gaps left out."""
    assert Decimal(expected) == evaluate(formula, TABLES)


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("", "a number is missing in ''"),
        ("1 +", "a number is missing in '1 +'"),
        ("1 2", "'2' in '1 2' is one too many"),
        ("(1", "a bracket is not closed in '(1'"),
        ("1 % 2", "'% 2' in '1 % 2' is not understood"),
        ("1 / 0", "a division by zero"),
        ("[Exports | y1900]", "[Exports | y1900] of which table?"),
        ("wages[Exports | y1900]", "there is no table 'wages'"),
        ("trade[Wages]", "'trade' has no row or column 'Wages'"),
        ("trade[Exports | y1990]", "'trade' has no column 'y1990'"),
        ("trade[Trade | y1902]", "the cell [Trade | y1902] of 'trade' holds no number"),
        ("votes[Right | votes]", "'votes' has 2 rows 'Right'; write 'Right #1'"),
        ("votes[Right #3 | votes]", "'votes' has no row or column 'Right #3'"),
        (
            "trade[Exports]",
            "'trade[Exports]' comes to several numbers; sum() or [row | column] to one",
        ),
    ],
)
def test_a_formula_that_cannot_be_read_says_why(formula: str, message: str) -> None:
    """The message names what is not understood or not there."""
    with pytest.raises(FormulaError) as error:
        evaluate(formula, TABLES)
    assert message == str(error.value)


def failures(relation: str, of: Table = TRADE) -> list[Broken]:
    """Return where a relation does not hold."""
    return list(broken(relation, of, TABLES))


def test_a_relation_of_rows_holds_in_every_column() -> None:
    """The year that does not add up is named, and a gap is no failure."""
    (fault,) = failures("[Trade] = [Exports] + [Imports]")
    assert ("y1901", Decimal("63.5"), "=", Decimal("63.6")) == (
        fault.key,
        fault.left,
        fault.sign,
        fault.right,
    )
    assert fault.place is not None
    assert (TRADE, 0, 2) == (fault.place.table, fault.place.row, fault.place.column)


def test_a_relation_of_columns_holds_in_every_row() -> None:
    """The row that does not fit is named."""
    assert ["Imports"] == [fault.key for fault in failures("[y1900] < [y1901]")]
    assert ["Right #1", "Right #2"] == [fault.key for fault in failures("[votes] < 1", VOTES)][1:]


def test_a_row_that_nothing_heads_is_named_by_its_number() -> None:
    """Rows without a key are told apart all the same."""
    headless = VOTES.model_copy(update={"key": ()})
    assert ["row 1", "row 2", "row 3"] == [f.key for f in failures("[votes] < 1", headless)]


def test_a_tolerance_allows_for_rounding() -> None:
    """It goes with every comparison of the relation."""
    assert [] == failures("[Trade] = [Exports] + [Imports] ± 0.1")
    assert [] == failures("sum([votes]) = 101 ± 0.1", VOTES)
    assert 1 == len(failures("sum([votes]) = 101 ± 0.05", VOTES))


def test_a_chain_compares_neighbours() -> None:
    """`a < b < c` is two comparisons."""
    assert [] == failures("[Imports] < [Exports] < [Trade]")
    assert 2 == len(failures("[Imports | y1900] > [Exports | y1900] > [Trade | y1900]"))


def test_a_relation_may_name_another_table() -> None:
    """What one table says can be held against another."""
    assert [] == failures("sum(votes[votes]) > [Exports | y1900]")


def test_a_relation_needs_a_comparison() -> None:
    """A sum alone says nothing."""
    with pytest.raises(FormulaError, match="compares nothing"):
        failures("[Trade]")


@pytest.mark.parametrize(
    ("relation", "message"),
    [
        ("(" * 5000 + "1" + ")" * 5000 + " = 1", "more than 2000 characters"),
        ("(" * 900 + "1" + ")" * 900 + " = 1", "more than 20 brackets inside each other"),
        ("sum(" * 300 + "1" + ")" * 300 + " = 1", "more than 20 brackets inside each other"),
        ("9" * 400 + " = 1", "has too many digits"),
        ("1 = 1 ± " + "9" * 400, "has too many digits"),
        ("[Trade | y1900] / 0 = 1", "a division by zero"),
        ("0 / 0 = 1", "a division by zero"),
    ],
    ids=lambda text: text[:20],
)
def test_a_relation_that_is_no_relation_says_so(relation: str, message: str) -> None:
    """However long or deep it is, nothing but its own error is raised."""
    with pytest.raises(FormulaError, match=message):
        failures(relation)


def test_a_long_sum_is_computed() -> None:
    """What is long and not deep is an honest relation."""
    assert [] == failures(" + ".join(["1"] * 400) + " = 400")


def test_a_product_of_large_figures_is_computed() -> None:
    """As exactly as the figures can be held."""
    assert 1 == len(failures(" * ".join(["9" * 28] * 40) + " = 1"))
