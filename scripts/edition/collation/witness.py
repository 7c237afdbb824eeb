"""The witness: the transcription of the print, kept as it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from edition.collation.codes import NOT_A_WITNESS
from edition.collation.streams import Token, tokenize
from edition.content.files import TooLargeError, inside, read_bytes, reason_of
from edition.diagnostics import ContentError, Diagnostic, Location, UsageError
from edition.text.scan import AUTOLINK

WITNESS = "articles/witness.txt"
"""Where the edition keeps its witness, unchanged."""

SEPARATOR = "* * *"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the witness that holds a word.

    Attributes:
        number: Its number, counted from 1; blank lines count.
        start: Offset of its first character.
        end: Offset of its line break.
        tokens: Its words.
    """

    number: int
    start: int
    end: int
    tokens: tuple[Token, ...]


class Witness:
    """The text of the witness and its lines.

    Attributes:
        path: How its file is called in findings.
        text: Every character of the file.
        lines: Its lines, without the blank ones.
        blank: Start and end of each blank line, with its line break.
        loose: Offsets of asterisks without a partner on their line.
        brackets: Offsets of the angle brackets around web addresses.
    """

    def __init__(self, text: str, path: str = WITNESS) -> None:
        """Cut a text into lines and words."""
        self.path = path
        self.text = text
        self.lines: list[Line] = []
        self.blank: list[tuple[int, int]] = []
        self._starts: list[int] = []
        loose: set[int] = set()
        at = 0
        for number, line in enumerate(text.split("\n"), start=1):
            self._starts.append(at)
            end = at + len(line)
            tokens = tuple(tokenize(text, at, end))
            if tokens:
                self.lines.append(Line(number, at, end, tokens))
            else:
                self.blank.append((at, min(end + 1, len(text))))
            if "*" in line and line.strip() != SEPARATOR:
                loose.update(_loose(tokens))
            at = end + 1
        self.loose = frozenset(loose)
        addresses = [match.span() for match in AUTOLINK.finditer(text)]
        self.brackets = frozenset(at for start, end in addresses for at in (start, end - 1))

    def location(self, offset: int) -> Location:
        """Return the line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return Location(self.path, line, offset - self._starts[line - 1] + 1)

    def line_start(self, offset: int) -> int:
        """Return where the line that holds an offset begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def goes_on(self, line_break: int) -> bool:
        """Tell whether the line after a line break holds a word."""
        return bool(self.line_text(min(line_break + 1, len(self.text))).strip())

    def line_text(self, offset: int) -> str:
        """Return the line that holds an offset."""
        start = self.line_start(offset)
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]


def read_witness(root: Path, file: Path | None = None) -> Witness:
    """Read the file of the witness.

    Args:
        root: The edition's folder.
        file: The file, if it is not the one that the folder keeps.

    Returns:
        The witness, with its line ends as they are.

    Raises:
        ContentError: If the file is not UTF-8.
        UsageError: If it cannot be read, is no file or leads out of the folder.
    """
    path = str(file or WITNESS)
    try:
        if file is None and not inside(root, WITNESS):
            raise UsageError(f"{path}: the path leads out of the edition's folder")
        raw = read_bytes(file or root / WITNESS)
    except TooLargeError as error:
        raise UsageError(f"{path}: {error}") from None
    except (OSError, RuntimeError, ValueError) as error:
        raise UsageError(f"{path}: {reason_of(error)}; name the file of the witness") from None
    try:
        return Witness(raw.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        place = Location(path, before.count("\n") + 1, len(before.split("\n")[-1]) + 1)
        message = f"not UTF-8: byte 0x{raw[error.start]:02x} cannot be read"
        raise ContentError([Diagnostic.of(NOT_A_WITNESS, place, message)]) from error


def stream(lines: Iterable[Line], text: str) -> list[Token]:
    """Join lines to one sequence of words.

    Args:
        lines: The lines, in the order in which they are read.
        text: The text of the witness.

    Returns:
        The words; the gap before the first one of a line holds the line break, and
        white space at the end of the line before.
    """
    tokens: list[Token] = []
    trailing = ""
    for line in lines:
        first = line.tokens[0]
        gap = f"{trailing}\n{first.gap}" if tokens else first.gap
        tokens.append(first._replace(gap=gap))
        tokens.extend(line.tokens[1:])
        trailing = text[line.tokens[-1].end : line.end]
    return tokens


def _loose(tokens: tuple[Token, ...]) -> set[int]:
    """Pair the asterisks of a line, and return the offsets of those that are left over."""
    opened: dict[str, list[int]] = {}
    loose: set[int] = set()
    for token in tokens:
        if token.text[0] != "*":
            continue
        waiting = opened.setdefault(token.text, [])
        if waiting:
            waiting.pop()
        else:
            waiting.append(token.start)
    for waiting in opened.values():
        loose.update(waiting)
    return loose
