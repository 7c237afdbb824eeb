"""Sums over tables: a small language for what should hold between figures.

Used in two places. A table's ``relations`` say what holds inside it::

    [Trade] = [exports] + [imports] ± 0.1                   in every column
    [total] = [men] + [women]                               in every row
    sum([votes]) = 100 ± 0.05                               once

An article's ``figures`` say what a figure of the prose comes to::

    sum(wells-1[Depth])
    (wells-1[Upper | y1930] + wells-1[Lower | y1930]) / 9901 * 100

``[row]`` or ``[column]`` is a whole row or column, ``[row | column]`` one cell. A row is
named by its heads, several joined by " / "; ``#2`` after a name takes the second of two
rows with one name. A table of another name goes before the bracket. ``sum``, ``mean``,
``min`` and ``max`` take rows, columns, cells and numbers, parted by ``;``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation
from typing import Final

from edition.checks.tables.lines import FormulaError, Line, Place, Tables
from edition.content.limits import limits
from edition.content.model import Table

TOKEN: Final = re.compile(
    r"\s*+(?:(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<name>[a-z][a-z0-9-]*)?\[(?P<label>[^\]]+)\]"
    r"|(?P<function>sum|mean|min|max)(?=\s*\()"
    r"|(?P<sign><=|>=|[-=+*/();<>±]|\N{MINUS SIGN}|×))"
)
COMPARISONS: Final[Mapping[str, Callable[[Decimal, Decimal, Decimal], bool]]] = {
    "=": lambda left, right, tolerance: abs(left - right) <= tolerance,
    "<=": lambda left, right, tolerance: left <= right + tolerance,
    ">=": lambda left, right, tolerance: left >= right - tolerance,
    "<": lambda left, right, tolerance: left < right + tolerance,
    ">": lambda left, right, tolerance: left > right - tolerance,
}


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a relation does not hold.

    Attributes:
        key: Row or column in which it fails; empty if the relation is about one value.
        left: What stands on the left.
        sign: The comparison.
        right: What stands on the right.
        place: The cell on the left, if there is one.
    """

    key: str
    left: Decimal
    sign: str
    right: Decimal
    place: Place | None


def evaluate(formula: str, tables: Mapping[str, Table]) -> Decimal:
    """Return the one number that a formula comes to.

    Args:
        formula: The formula, without a comparison.
        tables: The tables that it may name.

    Raises:
        FormulaError: If it cannot be read or comes to a whole row or column.
    """
    parser = _Parser(formula, tables, None)
    line = parser.sum()
    parser.end()
    if not line.single:
        raise FormulaError(f"'{formula}' comes to several numbers; sum() or [row | column] to one")
    return line.values[""]


def broken(relation: str, table: Table, tables: Mapping[str, Table]) -> Iterator[Broken]:
    """Check a relation of a table.

    Args:
        relation: Formulas with comparisons between them, and perhaps a tolerance.
        table: The table, which needs no name before its brackets.
        tables: The tables that it may name.

    Yields:
        Every row or column in which the relation does not hold.

    Raises:
        FormulaError: If it cannot be read or names what is not there.
    """
    parser = _Parser(relation, tables, table)
    left = parser.sum()
    compared: list[tuple[str, Line]] = []
    while (sign := parser.take(*COMPARISONS)) is not None:
        compared.append((sign, parser.sum()))
    tolerance = parser.number() if parser.take("±") else Decimal(0)
    parser.end()
    if not compared:
        raise FormulaError(f"'{relation}' compares nothing")
    for sign, right in compared:
        for key, one, other in _pairs(left, right):
            if not COMPARISONS[sign](one, other, tolerance):
                yield Broken(key, one, sign, other, left.places.get(key))
        left = right


def _pairs(left: Line, right: Line) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Yield what stands in both lines under one key; a single value goes with every key."""
    alone, alone_too = left.single, right.single
    for key in right.values if alone else left.values:
        one = left.values[""] if alone else left.values.get(key)
        other = right.values[""] if alone_too else right.values.get(key)
        if one is not None and other is not None:
            yield key, one, other


class _Parser:
    """Reads a formula from left to right and computes as it goes."""

    def __init__(self, text: str, tables: Mapping[str, Table], own: Table | None) -> None:
        self.text = text
        self.tables = tables if isinstance(tables, Tables) else Tables(tables)
        self.own = own
        self.tokens = list(self._split())
        self.index = 0
        self.depth = 0

    def _split(self) -> Iterator[re.Match[str]]:
        if len(self.text) > (most := limits().formula_length):
            raise FormulaError(f"more than {most} characters (the limit 'formula_length')")
        here = 0
        while self.text[here:].strip():
            token = TOKEN.match(self.text, here)
            if token is None:
                rest = self.text[here:].strip()
                raise FormulaError(f"'{rest}' in '{self.text}' is not understood")
            yield token
            here = token.end()

    def _peek(self) -> re.Match[str] | None:
        return self.tokens[self.index] if self.index < len(self.tokens) else None

    def take(self, *signs: str) -> str | None:
        """Take one of these signs, if it comes next."""
        token = self._peek()
        if token is None or token["sign"] not in signs:
            return None
        self.index += 1
        return token["sign"]

    def end(self) -> None:
        """Make sure that nothing is left."""
        token = self._peek()
        if token is not None:
            raise FormulaError(f"'{token[0].strip()}' in '{self.text}' is one too many")

    def number(self) -> Decimal:
        """Take a number."""
        token = self._peek()
        if token is None or not token["number"]:
            raise FormulaError(f"a number is missing in '{self.text}'")
        self.index += 1
        if len(token["number"]) > limits().number_digits:
            raise FormulaError(f"'{token['number']:.40}' has too many digits")
        return Decimal(token["number"])

    def sum(self) -> Line:
        """Take what is added and subtracted."""
        self.depth += 1
        if self.depth > (most := limits().nesting):
            raise FormulaError(f"more than {most} brackets inside each other (the limit 'nesting')")
        line = self._product()
        while (sign := self.take("+", "-", "\N{MINUS SIGN}")) is not None:
            other = self._product()
            line = _combine(line, other, Decimal.__add__ if sign == "+" else Decimal.__sub__)
        self.depth -= 1
        return line

    def _product(self) -> Line:
        line = self._factor()
        while (sign := self.take("*", "/", "×")) is not None:
            other = self._factor()
            line = _combine(line, other, Decimal.__truediv__ if sign == "/" else Decimal.__mul__)
        return line

    def _factor(self) -> Line:
        token = self._peek()
        if token is not None and token["function"]:
            self.index += 1
            return self._function(token["function"])
        if token is not None and token["label"]:
            self.index += 1
            return self._reference(token["name"], token["label"].strip())
        if self.take("("):
            line = self.sum()
            self._close()
            return line
        return Line({"": self.number()}, {})

    def _function(self, name: str) -> Line:
        self.take("(")
        values = list(self.sum().values.values())
        while self.take(";"):
            values += self.sum().values.values()
        self._close()
        if not values:
            raise FormulaError(f"{name}() of nothing but gaps in '{self.text}'")
        if name in {"min", "max"}:
            return Line({"": min(values) if name == "min" else max(values)}, {})
        try:
            total = sum(values, Decimal(0))
        except ArithmeticError:
            raise FormulaError("a figure is too large to be computed") from None
        return Line({"": total / len(values) if name == "mean" else total}, {})

    def _close(self) -> None:
        if not self.take(")"):
            raise FormulaError(f"a bracket is not closed in '{self.text}'")

    def _reference(self, name: str | None, label: str) -> Line:
        table = self.tables.get(name) if name else self.own
        if table is None:
            missing = f"there is no table '{name}'" if name else f"[{label}] of which table?"
            raise FormulaError(missing)
        return self.tables.line(table, label)


def _combine(left: Line, right: Line, operation: Callable[[Decimal, Decimal], Decimal]) -> Line:
    try:
        values = {key: operation(one, other) for key, one, other in _pairs(left, right)}
    except (DivisionByZero, InvalidOperation):
        raise FormulaError("a division by zero") from None
    except ArithmeticError:
        raise FormulaError("a figure is too large to be computed") from None
    return Line(values, {})
