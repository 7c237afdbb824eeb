"""Texts made to be slow for a pattern, and the time that work on growing texts takes.

What makes a pattern slow is a text that it begins to match at many places, or can cut into pieces
in many ways, and in the end does not match. The pieces that such a text repeats are taken from the
pattern's own parse tree: a text for each of its parts, for each beginning of it, and each of its
characters.
"""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice, pairwise, product
from re import _constants as names  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

SIZES = (32, 128, 512, 2_048, 8_192)
"""Characters of the texts, each with four times as many as the one before."""
TIMES = 4
AT_MOST = 8
"""How many times as long the larger text may take: linear work takes four times, a square 16."""
SHORT = 0.01
"""Seconds of processor time below which nothing can be told, and nothing need be."""
ENOUGH = 1.0
"""Seconds of processor time after which a text is given up."""
ENDS = ("", "\x00")
PARTS, CHARACTERS, PAIRED, BEGINNINGS, TWO = 24, 12, 5, 5, 40
"""How many of each are tried, the simplest first."""
CATEGORIES = {
    names.CATEGORY_DIGIT: "7",
    names.CATEGORY_NOT_DIGIT: "x",
    names.CATEGORY_SPACE: " ",
    names.CATEGORY_NOT_SPACE: "x",
    names.CATEGORY_WORD: "a",
    names.CATEGORY_NOT_WORD: "!",
}


class TooSlowError(Exception):
    """The work took longer than it was given."""


@contextmanager
def given_up(seconds: float) -> Iterator[None]:
    """Raise in the middle of work that takes more processor time than this.

    A timer of processor time would make the clock of processor time a coarse one, so that the
    alarm is one of real time and looks at that clock.
    """
    end = time.process_time() + seconds

    def look(*_: object) -> None:
        if time.process_time() > end:
            raise TooSlowError

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, seconds, seconds / 4)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def seconds(work: Callable[[], object], limit: float) -> float:
    """Return the processor time of work, or the limit if it takes longer."""
    start = time.process_time()
    with suppress(TooSlowError), given_up(limit):
        work()
        return time.process_time() - start
    return limit


def growth(
    work: Callable[[str], object], text: Callable[[int], str], sizes: Sequence[int] = SIZES
) -> float:
    """Return how many times as long work on a text four times as long takes; 0 if it is short.

    The texts grow until the work can be measured, so that work of any growth comes to an end.

    Args:
        work: The work.
        text: A text of about so many characters.
        sizes: How many characters, each four times as many as before.
    """
    for small, large in pairwise(sizes):
        shorter_work, longer_work = partial(work, text(small)), partial(work, text(large))
        longer = seconds(longer_work, ENOUGH)
        if longer < SHORT:
            continue
        shorter = min(seconds(shorter_work, ENOUGH) for _ in range(5))
        if longer > AT_MOST * shorter:
            longer = min([longer, *(seconds(longer_work, ENOUGH) for _ in range(4))])
        if longer > AT_MOST * shorter and longer >= SHORT:
            # What only reaches its full cost here grows no further on a still longer text.
            longest = seconds(partial(work, text(large * TIMES)), 2 * AT_MOST * longer)
            return min(longer / max(shorter, 1e-6), longest / longer)
    return 0


def attacks(pattern: str, flags: int = 0) -> Iterator[Callable[[int], str]]:
    """Yield texts that may be slow for a pattern, each as a function of its length."""
    tree = parser.parse(pattern, flags & ~re.DEBUG)
    parts = list(dict.fromkeys(part for part in _parts(tree) if part))
    beginnings = list(dict.fromkeys(["", *_beginnings(tree)]))[:BEGINNINGS]
    characters = sorted({c for part in parts for c in part}, key=lambda c: (c.isalnum(), c))
    characters = characters[:CHARACTERS]
    pairs = ["".join(pair) for pair in product(characters[:PAIRED], repeat=2)]
    pieces = list(dict.fromkeys([*parts[:PARTS], *characters]))
    for beginning, piece, end in product(beginnings, pieces, ENDS):
        yield _repeated(beginning, piece, end)
    for pair in pairs:
        yield _repeated("", pair, ENDS[-1])
    for first, second in islice(product(beginnings[1:], [*characters, *beginnings[1:]]), TWO):
        yield _twice(first, second)


def _repeated(beginning: str, piece: str, end: str) -> Callable[[int], str]:
    return lambda size: beginning + piece * (size // len(piece)) + end


def _twice(first: str, second: str) -> Callable[[int], str]:
    def text(size: int) -> str:
        return first * (size // 2 // len(first)) + second * (size // 2 // len(second))

    return text


def _parts(tree: Any) -> Iterator[str]:  # noqa: ANN401  # the parser has no types
    """Yield a text for each part of a pattern, and for each beginning of each part."""
    items = list(tree)
    for index in range(len(items)):
        yield from (_sample(items[: index + 1]), _sample([items[index]]))
    for inner in _inside(items):
        yield from _parts(inner)


def _beginnings(tree: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield a text for each beginning of a pattern, into its groups."""
    items = list(tree)
    for index, item in enumerate(items):
        before = _sample(items[:index])
        yield before
        for inner in _inside([item]):
            for beginning in _beginnings(inner):
                yield before + beginning
    yield _sample(items)


def _inside(items: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the patterns inside parts of a pattern."""
    for operation, value in items:
        if operation is names.BRANCH:
            yield from value[1]
        elif operation in {names.SUBPATTERN, names.ASSERT, names.ASSERT_NOT}:
            yield value[-1]
        elif operation in {names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT}:
            yield value[2]
        elif operation is names.ATOMIC_GROUP:
            yield value


def _sample(items: Any) -> str:  # noqa: ANN401
    """Return a text that parts of a pattern match, near enough."""
    return "".join(_one(operation, value) for operation, value in items)


def _one(operation: Any, value: Any) -> str:  # noqa: ANN401, PLR0911
    if operation is names.LITERAL:
        return chr(value)
    if operation is names.NOT_LITERAL:
        return "x" if value != ord("x") else "y"
    if operation is names.ANY:
        return "x"
    if operation is names.IN:
        return _of_class(value)
    if operation is names.BRANCH:
        return _sample(value[1][0])
    if operation is names.SUBPATTERN:
        return _sample(value[-1])
    if operation is names.ATOMIC_GROUP:
        return _sample(value)
    if operation in {names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT}:
        least: int = value[0]
        return _sample(value[2]) * min(max(least, 1), 30)
    return ""


def _of_class(value: Any) -> str:  # noqa: ANN401
    """Return a character of a class."""
    negated = value[0][0] is names.NEGATE
    allowed = re.compile("[" + "".join(_class_item(*item) for item in value) + "]")
    preferred = ("x", "a", "7", " ", "A", "!") if negated else ()
    for operation, item in () if negated else value:
        if operation is names.LITERAL:
            return chr(item)
        if operation is names.RANGE:
            return chr(item[0])
        if operation is names.CATEGORY:
            return CATEGORIES[item]
    found: str = next(
        character
        for character in (*preferred, *map(chr, range(33, 2000)))
        if allowed.match(character)
    )
    return found


def _class_item(operation: Any, value: Any) -> str:  # noqa: ANN401
    if operation is names.NEGATE:
        return "^"
    if operation is names.LITERAL:
        return f"\\U{value:08x}"
    if operation is names.RANGE:
        return f"\\U{value[0]:08x}-\\U{value[1]:08x}"
    letter = str(value).rpartition("_")[2][0].lower()
    return f"\\{letter.upper() if '_NOT_' in str(value) else letter}"
