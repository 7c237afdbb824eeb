"""Random faults for copies of an edition, each of which knows the lines it may be found on.

A fault is planted into lines that remember who they are, so that its place is still known
when other faults have added lines before it or taken some away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random

from edition.collation import Collation
from edition.content.model import Edition
from edition.diagnostics import Location
from edition.text.lines import NOTE
from edition.text.patterns import EMENDATION, REMARK
from edition.text.views import read_as

HIDDEN = re.compile(
    rf"(?:{EMENDATION.pattern})|(?:{REMARK.pattern.replace('remark', 'note')})"
    r"|\[\^[^\]]+\]:?|\{[^}]*\}|<[^>]*>|\\."
)
"""Markup, which readers do not see as it is written."""
SKIPPED = re.compile(r"\s*$|:::|\* \* \*")
QUOTES = {'"': "“", "'": "’", "“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"'}
NOTE_LINE = re.compile(rf"{NOTE.pattern}(.*)$")
MARK = re.compile(r"\[\^\w+\](?!:)| \[\d+\]| \(\d{1,2}\)")
ENTRY = re.compile(r"  - number: ")
SHORTEST = 60
"""Length below which a line is no paragraph."""
WITHIN_REACH = 3
"""Lines before and after a fault that no other fault may touch."""


@dataclass(eq=False)
class Line:
    """A line of a file; what it says may change, what it is does not."""

    text: str
    touched: bool = False


@dataclass
class File:
    """A content file as lines that can be changed."""

    path: str
    lines: list[Line]
    body: int = 0
    """Index of the first line after the front matter."""

    def text(self) -> str:
        """Return what the file says now."""
        return "\n".join(line.text for line in self.lines)

    def around(self, index: int) -> list[Line]:
        """Return a line and those that are too near for another fault."""
        return self.lines[max(index - WITHIN_REACH, 0) : index + WITHIN_REACH + 1]


@dataclass(frozen=True)
class Join:
    """A place where the edition has undone a break of the page."""

    file: File
    line: Line
    column: int
    in_word: bool


@dataclass(frozen=True)
class Fault:
    """A fault that has been planted.

    Attributes:
        kind: What was done.
        file: Where.
        places: Groups of lines; each group must have a finding on one of its lines.
        what: What to tell if it is not found.
    """

    kind: str
    file: File
    places: tuple[tuple[Line, ...], ...]
    what: str

    def found(self, findings: Iterable[Location]) -> bool:
        """Tell whether the findings have this fault at its place."""
        numbers = {place.line for place in findings if place.path == self.file.path}
        return all(
            any(self.file.lines.index(line) + 1 in numbers for line in self._there(group))
            for group in self.places
        )

    def covers(self, place: Location) -> bool:
        """Tell whether a finding is on one of the lines of this fault."""
        return self.file.path == place.path and any(
            self.file.lines.index(line) + 1 == place.line
            for group in self.places
            for line in self._there(group)
        )

    def _there(self, group: Sequence[Line]) -> Iterator[Line]:
        return (line for line in group if line in self.file.lines)


@dataclass
class Desk:
    """The files of an edition, ready to be spoilt.

    Attributes:
        articles: The articles.
        tables: The data of the printed tables.
        joins: Where the edition has joined what the page cut.
        random: Chooses.
    """

    articles: list[File]
    tables: list[File]
    joins: list[Join]
    random: Random
    planted: list[Fault] = field(default_factory=list)

    def plant(self, kind: str) -> Fault:
        """Plant a fault of a kind somewhere."""
        while True:
            fault = KINDS[kind](self)
            if fault is not None:
                self.planted.append(fault)
                return fault

    def paragraph(self) -> tuple[File, int] | None:
        """Choose a paragraph, item or note that no other fault is near."""
        file = self.random.choice(self.articles)
        index = self.random.randrange(file.body, len(file.lines))
        line = file.lines[index].text
        if len(line) < SHORTEST or SKIPPED.match(line) or _is_touched(file, index):
            return None
        return file, index

    def replace(self, kind: str, pattern: str, change: Callable[[str], str]) -> Fault | None:
        """Change one run of the visible text of a paragraph."""
        chosen = self.paragraph()
        return chosen and self.change_line(kind, *chosen, pattern, change)

    def change_line(
        self, kind: str, file: File, index: int, pattern: str, change: Callable[[str], str]
    ) -> Fault | None:
        """Change one run of the visible text of a line."""
        line = file.lines[index]
        hidden = [match.span() for match in HIDDEN.finditer(line.text)]
        matches = [
            match
            for match in re.finditer(pattern, line.text)
            if not any(start < match.end() and match.start() < end for start, end in hidden)
        ]
        if not matches:
            return None
        match = self.random.choice(matches)
        changed = change(match[0])
        if changed == match[0]:
            return None
        line.text = line.text[: match.start()] + changed + line.text[match.end() :]
        return touch(kind, file, index, f"«{match[0]}» to «{changed}»")


def touch(kind: str, file: File, index: int, what: str, *places: tuple[Line, ...]) -> Fault:
    """Record a fault and keep others away from it."""
    for line in file.around(index):
        line.touched = True
    return Fault(kind, file, places or ((file.lines[index],),), f"{file.path}: {what}")


def _is_text(line: Line) -> bool:
    return re.match(r"\s*$|:::", line.text) is None


def _is_touched(file: File, index: int) -> bool:
    return any(line.touched for line in file.around(index))


def open_desk(folder: Path, edition: Edition, clean: Collation, random: Random) -> Desk:
    """Read the files of an edition into a desk.

    Args:
        folder: The edition's folder.
        edition: The edition.
        clean: Its collation, which knows what was joined.
        random: Chooses.
    """
    articles = [_file(folder, article.path) for article in edition.articles]
    for file in articles:
        file.body = (
            next(i for i, line in enumerate(file.lines) if i and line.text.rstrip() == "---") + 1
        )
    tables = [_file(folder, t.csv_path) for t in edition.tables if t.kind == "table"]
    return Desk(articles, tables, list(_joins(clean, articles)), random)


def _file(folder: Path, path: str) -> File:
    text = (folder / path).read_text(encoding="utf-8")
    return File(path, [Line(line) for line in text.split("\n")])


def _joins(clean: Collation, files: Iterable[File]) -> Iterator[Join]:
    """Find where paragraphs of articles have been joined: at a space, or inside a word."""
    by_path = {file.path: file for file in files}
    text = clean.witness.text
    for comparison in clean.comparisons:
        for at, place in enumerate(comparison.places[:-1]):
            after = comparison.places[at + 1]
            if place < 0 or after < 0:
                continue
            spaced = comparison.stream.text[at] == " " and text[place] == "\n"
            cut = text[place + 1 : after].startswith("-\n")
            if not (spaced or cut):
                continue
            there = clean.reporter.location(comparison.stream, at + cut)
            file = by_path.get(there.path)
            if file is not None and there.line > file.body:
                yield Join(file, file.lines[there.line - 1], there.column, in_word=cut)


# --- the ten kinds ------------------------------------------------------------------------


def dropped_word(desk: Desk) -> Fault | None:
    """A word is left out."""
    return desk.replace("dropped word", r" \w+(?= )", lambda _: "")


def changed_digit(desk: Desk) -> Fault | None:
    """A digit becomes another, in the text or in a table."""

    def change(digit: str) -> str:
        return desk.random.choice([d for d in "123456789" if d != digit])

    if desk.random.random() < 1 / 2:
        return desk.replace("changed digit", r"\d", change)
    file = desk.random.choice(desk.tables)
    index = desk.random.randrange(1, len(file.lines))
    if file.lines[index].touched:
        return None
    return desk.change_line("changed digit", file, index, r"\d", change)


def swapped_notes(desk: Desk) -> Fault | None:
    """Two notes change places."""
    file = desk.random.choice(desk.articles)
    notes = [
        (index, match)
        for index, line in enumerate(file.lines)
        if (match := NOTE_LINE.match(line.text)) and not _is_touched(file, index)
    ]
    if len(notes) < 2:
        return None
    (first, one), (second, two) = desk.random.sample(notes, 2)
    if read_as(one[2], "note") == read_as(two[2], "note"):
        return None
    file.lines[first].text = f"[^{one[1]}]: {two[2]}"
    file.lines[second].text = f"[^{two[1]}]: {one[2]}"
    touch("swapped notes", file, second, "")
    places = ((file.lines[first],), (file.lines[second],))
    return touch("swapped notes", file, first, f"notes {one[1]} and {two[1]}", *places)


def lost_line(desk: Desk) -> Fault | None:
    """A paragraph is lost; the one before or after must be named."""
    chosen = desk.paragraph()
    if chosen is None or chosen[0].lines[chosen[1]].text.startswith("[^"):
        return None
    file, index = chosen
    before = (line for line in reversed(file.lines[file.body : index]) if _is_text(line))
    after = (line for line in file.lines[index + 1 :] if _is_text(line))
    near = (*islice(before, 1), *islice(after, 1))
    fault = touch("lost line", file, index, file.lines[index].text[:40], near)
    del file.lines[index : index + 2]
    return fault


def doubled_line(desk: Desk) -> Fault | None:
    """A paragraph stands twice."""
    chosen = desk.paragraph()
    if chosen is None or chosen[0].lines[chosen[1]].text.startswith(("[^", "    ")):
        return None
    file, index = chosen
    double = Line(file.lines[index].text, touched=True)
    file.lines[index + 1 : index + 1] = [Line("", touched=True), double]
    pair = (file.lines[index], double)
    return touch("doubled line", file, index, double.text[:40], pair)


def wrong_join(desk: Desk) -> Fault | None:
    """Two words, or two paragraphs, become one."""
    if desk.random.random() < 1 / 2:
        return desk.replace("wrong join", r"(?<=\w) (?=\w)", lambda _: "")
    chosen = desk.paragraph()
    if chosen is None:
        return None
    file, index = chosen
    texts = [line.text for line in file.lines[index : index + 3]]
    follows = len(texts) == 3 and not texts[1] and not re.match(r"[#\[*:{ -]|\d+\.", texts[2])
    if not follows or texts[0].startswith(("[^", "- ")) or texts[0].endswith("<<}"):
        return None
    fault = touch("wrong join", file, index, f"{texts[0][-20:]} {texts[2][:20]}")
    file.lines[index].text = f"{texts[0]} {texts[2]}"
    del file.lines[index + 1 : index + 3]
    return fault


def missed_join(desk: Desk) -> Fault | None:
    """What the page has cut is left cut: a paragraph, or a word with its hyphen."""
    join = desk.random.choice(desk.joins)
    file, line = join.file, join.line
    if line not in file.lines or _is_touched(file, file.lines.index(line)):
        return None
    index = file.lines.index(line)
    before, after = line.text[: join.column - 1], line.text[join.column - 1 :]
    if join.in_word:
        line.text = f"{before}- {after}"
        return touch("missed join", file, index, f"{before[-20:]}- {after[:20]}")
    if before.endswith("<<}") or after.startswith(" {"):
        return None
    indent = "    " if line.text.startswith(("[^", "    ")) else ""
    rest = Line(indent + after[1:], touched=True)
    line.text = before
    file.lines[index + 1 : index + 1] = [Line("", touched=True), rest]
    return touch("missed join", file, index, f"{before[-20:]} | {after[:20]}", (line, rest))


def changed_quotation_mark(desk: Desk) -> Fault | None:
    """A quotation mark or an apostrophe takes another form."""
    marks = f"[{''.join(QUOTES)}]"
    return desk.replace("changed quotation mark", marks, lambda mark: QUOTES[mark])


def letter_swap(desk: Desk) -> Fault | None:
    """Two letters of a word change places."""
    return desk.replace("letter swap", r"[^\W\d_]{2}", lambda pair: pair[::-1])


def lost_reference(desk: Desk) -> Fault | None:
    """An entry of a list of references is lost, or the mark of a note or a reference."""
    if desk.random.random() < 1 / 2:
        return _lost_entry(desk)
    chosen = desk.paragraph()
    if chosen is None:
        return None
    file, index = chosen
    line = file.lines[index]
    marks = list(MARK.finditer(line.text))
    if not marks:
        return None
    mark = desk.random.choice(marks)
    line.text = line.text[: mark.start()] + line.text[mark.end() :]
    return touch("lost reference", file, index, f"the mark {mark[0]}")


def _lost_entry(desk: Desk) -> Fault | None:
    file = desk.random.choice(desk.articles)
    starts = [i for i, line in enumerate(file.lines[: file.body]) if ENTRY.match(line.text)]
    if not starts:
        return None
    heading = next(
        i for i, line in enumerate(file.lines) if line.text.startswith("references_heading:")
    )
    end = next(
        i for i in range(starts[-1] + 1, file.body) if not file.lines[i].text.startswith("    ")
    )
    number = desk.random.randrange(len(starts))
    bounds = [heading, *starts, end]
    first, last = bounds[number + 1], bounds[number + 2]
    stop = bounds[min(number + 3, len(bounds) - 1)]
    if any(line.touched for line in file.lines[bounds[number] : stop]):
        return None
    near = tuple(file.lines[bounds[number] : first] + file.lines[last:stop])
    what = file.lines[first].text.strip()
    for line in file.lines[bounds[number] : stop]:
        line.touched = True
    del file.lines[first:last]
    file.body -= last - first
    return Fault("lost reference", file, (near,), f"{file.path}: {what}")


KINDS: dict[str, Callable[[Desk], Fault | None]] = {
    "dropped word": dropped_word,
    "changed digit": changed_digit,
    "swapped notes": swapped_notes,
    "lost line": lost_line,
    "doubled line": doubled_line,
    "wrong join": wrong_join,
    "missed join": missed_join,
    "changed quotation mark": changed_quotation_mark,
    "letter swap": letter_swap,
    "lost reference": lost_reference,
}
