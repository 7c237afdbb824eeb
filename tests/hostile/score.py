"""The score of the hostile inputs, printed after the tests: refused, built clean, failed, by aim.

A test records what came of its inputs as a property of its report, which reaches the summary
from the workers of pytest-xdist as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final, Literal

import pytest

PROPERTY: Final = "hostile"
Outcome = Literal["refused", "built clean", "failed"]
OUTCOMES: Final[tuple[Outcome, ...]] = ("refused", "built clean", "failed")

Record = Callable[[str, Outcome], None]


@pytest.fixture
def record(record_property: Callable[[str, object], None]) -> Record:
    """A function that notes what came of one input with a certain aim."""
    return lambda aim, outcome: record_property(PROPERTY, (aim, outcome))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the score."""
    score: Counter[tuple[str, str]] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, value in getattr(report, "user_properties", ()):
                if name == PROPERTY and report.when == "call":
                    score[tuple(value)] += 1
    if not score:
        return
    terminalreporter.section("hostile inputs")
    aims = sorted({aim for aim, _ in score})
    width = max(map(len, aims))
    terminalreporter.write_line(f"{'':{width}}  {'  '.join(f'{name:>11}' for name in OUTCOMES)}")
    for aim in aims:
        numbers = "  ".join(f"{score[aim, outcome]:>11}" for outcome in OUTCOMES)
        terminalreporter.write_line(f"{aim:{width}}  {numbers}")
    totals = [sum(score[aim, outcome] for aim in aims) for outcome in OUTCOMES]
    terminalreporter.write_line(f"{'all':{width}}  {'  '.join(f'{n:>11}' for n in totals)}")
