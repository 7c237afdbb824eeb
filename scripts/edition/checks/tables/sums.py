"""T1xx: what should add up: the relations of a table, and the prose that rests on one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from edition.checks.proof import Proof
from edition.checks.rule import ERROR, WARNING, Findings, Found, rule
from edition.checks.tables.arithmetic import broken, evaluate
from edition.checks.tables.figures import FIGURE, decimal_places, value
from edition.checks.tables.lines import FormulaError
from edition.content.model import Article, Figure
from edition.diagnostics import Location


@rule(
    "T102",
    WARNING,
    "Figures that should add up do not: one of them is misread, misprinted or the author's slip.",
    "Look at the print; the figure stays, and an exception or a remark says what is known.",
)
def relation(proof: Proof) -> Findings:
    """What a table declares holds between its rows and columns."""
    tables = proof.tables
    for table in proof.edition.tables:
        for index, formula in enumerate(table.relations):
            try:
                failures = list(broken(formula, table, tables))
            except FormulaError:
                continue  # T103
            for fault in failures:
                where = f" ({fault.key})" if fault.key else ""
                message = f"{formula}{where}: {fault.left} {fault.sign} {fault.right} does not hold"
                place = proof.descriptor(table, "relations", index)
                if fault.place is not None:
                    place = proof.cell(fault.place.table, fault.place.row, fault.place.column)
                yield Found(place, message)


@rule(
    "T103",
    ERROR,
    "A formula that cannot be read checks nothing.",
    "Name rows and columns as the table does; the message says what is not understood.",
)
def formula(proof: Proof) -> Findings:
    """Every declared formula can be read."""
    tables = proof.tables
    for table in proof.edition.tables:
        for index, declared in enumerate(table.relations):
            try:
                list(broken(declared, table, tables))
            except FormulaError as error:
                yield Found(proof.descriptor(table, "relations", index), str(error))
    for article in proof.edition.articles:
        for index, figure in enumerate(article.meta.figures):
            try:
                evaluate(figure.equals, tables)
            except FormulaError as error:
                yield Found(proof.of(article).key("figures", index, "equals"), str(error))


@rule(
    "T104",
    WARNING,
    "The prose gives another figure than the table that it rests on.",
    "Look at the print; both stay, and an exception or a remark says what is known.",
)
def figures(proof: Proof) -> Findings:
    """A figure of the prose is what its formula comes to."""
    tables = proof.tables
    for article, _, figure in _figures(proof):
        place, printed = _printed(proof, article, figure)
        if place is None or printed is None:
            continue  # T105
        try:
            computed = evaluate(figure.equals, tables)
        except FormulaError:
            continue  # T103
        given = value(printed)
        tolerance = figure.tolerance
        if tolerance is None:
            tolerance = Decimal(5).scaleb(-decimal_places(given) - 1)
        if abs(given - computed) > tolerance:
            shown = _rounded(computed, decimal_places(given) + 2)
            yield Found(place, f"'{printed}' in the text, {figure.equals} is {shown}")


@rule(
    "T105",
    ERROR,
    "A tie between prose and table whose words are not in the article checks nothing.",
    "Quote the passage word for word from one paragraph; the figure must stand in it.",
)
def figure_passage(proof: Proof) -> Findings:
    """The passage and the figure of a tie are in the article."""
    for article, index, figure in _figures(proof):
        place, printed = _printed(proof, article, figure)
        source = proof.of(article)
        if place is None:
            message = f"'{figure.passage}' is not in the article"
            yield Found(source.key("figures", index, "passage"), message)
        elif printed is None:
            wanted = f" '{figure.figure}'" if figure.figure else ""
            message = f"the passage has no figure{wanted}"
            yield Found(source.key("figures", index), message)


def _rounded(number: Decimal, places: int) -> str:
    """Return a number with at most so many decimals; one too long to be rounded as it is."""
    try:
        return f"{round(number, max(places, 0)).normalize():f}"
    except InvalidOperation:
        return f"{number:.12g}"


def _figures(proof: Proof) -> Iterator[tuple[Article, int, Figure]]:
    for article in proof.edition.articles:
        for index, figure in enumerate(article.meta.figures):
            yield article, index, figure


def _printed(proof: Proof, article: Article, figure: Figure) -> tuple[Location | None, str | None]:
    """Return the place and the digits of a figure of the prose."""
    words = " ".join(figure.passage.split())
    wanted = figure.figure
    numbers = [match for match in FIGURE.finditer(words) if wanted in {None, match[0]}]
    passage = proof.find(article, words)
    if passage is None or not numbers:
        return passage, None
    return proof.find(article, words[numbers[0].start() :]), numbers[0][0]
