"""Lines of the witness against blocks of the edition: accounts and findings.

Words that agree carry the comparison; each seam between two of them is explained by the
permitted differences, or becomes a finding with both places.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from edition.collation.align import align
from edition.collation.findings import Finding, Hunk, Reporter
from edition.collation.joins import FOLLOWING, JOINED, continues_at, settled
from edition.collation.permitted import CODES, LINE_END, SAME, UNDONE, Permitted, Seam
from edition.collation.seams import Step, explain
from edition.collation.slide import slide
from edition.collation.streams import EditionStream, Token
from edition.collation.witness import Line, Witness, stream
from edition.text.diplomatic import EMENDATION

CONTEXT = 2
"""How many characters before a seam its rules may look at."""


class Comparison:
    """One stream of the edition against the lines that it stands in.

    Attributes:
        stream: The edition's side.
        tokens: The words of the witness.
        partners: For each of them, the index of the edition's word that agrees, or -1.
        places: For each character of the stream, its offset in the witness, or -1.
        findings: What is not explained.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        edition: EditionStream,
        ledger: bytearray,
        account: Permitted,
        reporter: Reporter,
    ) -> None:
        """Compare.

        Args:
            lines: The lines to compare, in the order of the edition's text.
            edition: The blocks to compare them with.
            ledger: The account of each character of the witness; is filled in.
            account: What a character counts as that is the same.
            reporter: Makes the findings; knows the witness.
        """
        self.stream = edition
        self.tokens = stream(lines, reporter.witness.text)
        self.partners = [-1] * len(self.tokens)
        self.places = [-1] * len(edition.text)
        self.findings: list[Finding] = []
        self._witness = reporter.witness
        self._ledger = ledger
        self._account = CODES[account.name]
        self._report = reporter
        self._of_witness = [*self.tokens, _end_of_lines(reporter.witness, lines)]
        self._of_edition = [*edition.tokens, _end_of_text(edition)]
        self._compare()
        self._account_undone()

    def _compare(self) -> None:
        before = (-1, -1)
        witness = [token.text for token in self.tokens]
        edition = [token.text for token in self.stream.tokens]
        starts = _line_starts(self.tokens), _line_starts(self.stream.tokens)
        for match in slide(align(witness, edition), witness, edition, *starts):
            for step in range(match.size):
                here = (match.left + step, match.right + step)
                self._agree(*here)
                self._between(before, here)
                before = here
        self._between(before, (len(self.tokens), len(self.stream.tokens)))

    def _agree(self, word: int, partner: int) -> None:
        """Account for a word that is on both sides."""
        self.partners[word] = partner
        _, start, end, _ = self.tokens[word]
        self._ledger[start:end] = bytes([self._account]) * (end - start)
        on = self.stream.tokens[partner].start
        self.places[on : on + end - start] = range(start, end)

    def _between(self, before: tuple[int, int], here: tuple[int, int]) -> None:
        """Account for what stands between two words that agree."""
        mine, other = self._of_witness[here[0]], self._of_edition[here[1]]
        neighbours = here == (before[0] + 1, before[1] + 1)
        if neighbours and mine.gap == other.gap and "\n" not in mine.gap:
            start = mine.start - len(mine.gap)
            self._ledger[start : mine.start] = bytes([self._account]) * len(mine.gap)
            on = other.start - len(mine.gap)
            self.places[on : other.start] = range(start, mine.start)
            return
        seam = self._seam(before, here)
        steps = explain(seam)
        if steps is None:
            self._differ(seam, before, here)
            return
        base = self._of_edition[here[1]].start - seam.edition_end
        for step in steps:
            self._take(seam, step, base)

    def _seam(self, before: tuple[int, int], here: tuple[int, int]) -> Seam:
        raw, places = self._raw(before[0], here[0])
        on = self._of_edition[before[1]].end if before[1] >= 0 else 0
        edition = self.stream.text[on : self._of_edition[here[1]].start]
        left = self.stream.text[max(on - CONTEXT, 0) : on]
        right = self._of_witness[here[0]].text
        first = max(on - 1, 0)
        after = min(self._of_edition[here[1]].start, max(len(self.stream.text) - 1, 0))
        return Seam(
            witness=left + raw + right,
            edition=left + edition + right,
            start=len(left),
            end=len(left) + len(raw),
            edition_end=len(left) + len(edition),
            places=tuple(places),
            left=self.stream.kind(first if before[1] >= 0 else after),
            right=self.stream.kind(after),
            after_label=before[1] >= 0 and on in self.stream.label_ends,
            loose=self._witness.loose,
            brackets=self._witness.brackets,
        )

    def _raw(self, before: int, here: int) -> tuple[str, list[int]]:
        """Return the witness between two of its words, and the offset of each character."""
        places: list[int] = []
        texts: list[str] = []
        end = self._of_witness[before].end if before >= 0 else 0
        for index in range(before + 1, here + 1):
            token = self._of_witness[index]
            texts.append(token.gap)
            places.extend(_gap_places(token, end))
            end = token.end
            if index < here:
                texts.append(token.text)
                places.extend(range(token.start, token.end))
        return "".join(texts), places

    def _take(self, seam: Seam, step: Step, base: int) -> None:
        """Enter a step into the ledger, and judge the breaks."""
        at = step.witness - seam.start
        offsets = seam.places[at : at + step.length]
        on = base + step.edition
        same = step.permitted is SAME
        code = self._account if same else CODES[step.permitted.name]
        for offset in offsets:
            self._ledger[offset] = code
        if same or step.permitted.becomes:
            self.places[on] = offsets[0]
        if same and seam.witness[step.witness] == "\n":
            self._judge_kept(on, offsets[0])
        elif step.permitted is LINE_END:
            self._judge_joined(on, offsets[0])

    def _judge_kept(self, on: int, offset: int) -> None:
        """Report a break that stayed although its sentence goes on."""
        parts = self.stream.kind(on - 1) in JOINED and self.stream.kind(on + 1) in FOLLOWING
        if parts and continues_at(self.stream, on) and not settled(self.stream, on):
            self.findings.append(self._report.missed_join(self.stream, on, offset))

    def _judge_joined(self, on: int, offset: int) -> None:
        """Report a break that was undone although a sentence ends there."""
        if self.stream.kind(on) in JOINED:
            heading = self._witness.line_text(offset).isupper()
            right = continues_at(self.stream, on) and not heading
        else:
            right = self._witness.goes_on(offset)
        if not right and not settled(self.stream, on):
            self._ledger[offset] = CODES["unexplained"]
            self.findings.append(self._report.wrong_join(self.stream, on, offset))

    def _differ(self, seam: Seam, before: tuple[int, int], here: tuple[int, int]) -> None:
        """Report a seam that nothing explains."""
        words = self._words(self._of_witness[before[0] + 1 : here[0]])
        hunk = Hunk(
            witness=words,
            edition=self._of_edition[before[1] + 1 : here[1]],
            witness_before=self._of_witness[before[0]] if before[0] >= 0 else None,
            edition_before=self._of_edition[before[1]] if before[1] >= 0 else None,
            witness_after=self._of_witness[here[0]],
            edition_after=self._of_edition[here[1]],
        )
        added = not words and bool(hunk.edition)
        for offset in seam.places:
            self._ledger[offset] = self._account if added else CODES["unexplained"]
        self.findings.append(self._report.differs(self.stream, hunk))

    def _words(self, tokens: list[Token]) -> list[Token]:
        """Leave out signs that are none of the text, before and after words that differ."""
        signs = self._witness.loose | self._witness.brackets
        words = list(dropwhile(lambda token: token.start in signs, tokens))
        return list(dropwhile(lambda token: token.start in signs, words[::-1]))[::-1]

    def _account_undone(self) -> None:
        """Give note marks, capitals and the like their own accounts, and emended words last."""
        known = [undone for undone in self.stream.undone if undone.name in UNDONE]
        for undone in sorted(known, key=lambda undone: undone.name == EMENDATION):
            code = CODES[UNDONE[undone.name]]
            for place in self.places[undone.start : undone.end]:
                if place >= 0:
                    self._ledger[place] = code


def _line_starts(tokens: Sequence[Token]) -> set[int]:
    return {index for index, token in enumerate(tokens) if not index or "\n" in token.gap}


def _gap_places(token: Token, end_before: int) -> list[int]:
    """Return the offsets of the white space before a word, which may be on two lines."""
    head, line_break, tail = token.gap.rpartition("\n")
    first = range(end_before, end_before + len(head) + len(line_break))
    return [*first, *range(token.start - len(tail), token.start)]


def _end_of_lines(witness: Witness, lines: Sequence[Line]) -> Token:
    if not lines:
        return Token("", 0, 0, "")
    end = lines[-1].end
    return Token("", end, end, witness.text[lines[-1].tokens[-1].end : end])


def _end_of_text(edition: EditionStream) -> Token:
    end = len(edition.text)
    start = edition.tokens[-1].end if edition.tokens else 0
    return Token("", end, end, edition.text[start:])
