"""What comes of a hostile input: refused by lines, built clean, or a failure."""

from __future__ import annotations

import contextlib
import io
import re
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Final

from tests.hostile.places import Edit, Workshop
from tests.hostile.scan import Found, beyond, site_features

from edition.cli import main
from edition.content.load import load
from edition.diagnostics import Severity

LINE: Final = re.compile(r"[^\n]+?:\d+:\d+ [A-Z]\d{3} (?:info|warning|error) \S.*")
"""A line of a refusal; MkDocs says in its own words which link of a page leads nowhere."""
SAID: Final = re.compile(r"(?!edition: internal fault)(?!Traceback)\S.*|  - .*")
"""A line of MkDocs or of the system, which has no place in a file."""
UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
MARKER: Final = re.compile(r"zqx(\d+)q")
PLACE: Final = re.compile(r"(?P<path>[^:\n]+):(?P<line>\d+):\d+ [A-Z]\d{3} ")
WITHIN: Final = 40
"""Lines that a text may have at most."""
SECONDS: Final = 30
"""Processor time after which an input counts as a hang."""
ASLEEP: Final = 600
"""Seconds after which one that waits for ever does, on however slow a machine."""


class Hang(BaseException):
    """The time is up; no ``except Exception`` of the product may catch this."""


@contextlib.contextmanager
def limited() -> Iterator[None]:
    """Stop what takes too much processor time, or waits for ever.

    Raises:
        Hang: When the time is up.
    """

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise Hang(f"{SECONDS} s of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    asleep = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    signal.setitimer(signal.ITIMER_REAL, ASLEEP)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        signal.signal(signal.SIGALRM, asleep)


@dataclass(frozen=True)
class Verdict:
    """What came of an input.

    Attributes:
        outcome: ``refused``, ``accepted``, or what went wrong.
        detail: The lines, or the end of the traceback.
    """

    outcome: str
    detail: str = ""


def loaded(folder: Path) -> Verdict:
    """Say what the loader makes of a folder."""

    def run() -> Verdict:
        result = load(folder)
        errors = [str(d) for d in result.diagnostics if d.severity >= Severity.ERROR]
        if not errors and result.edition is not None:
            return Verdict("accepted")
        return _lines("\n".join(errors))

    return _caught(run)


def commanded(*arguments: object, line: re.Pattern[str] = LINE) -> Verdict:
    """Say what the command makes of an input.

    Args:
        arguments: Those of the command.
        line: What each line of a refusal has to look like.
    """

    def run() -> Verdict:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main([str(argument) for argument in arguments])
        if code == 0:
            return Verdict("accepted" if not err.getvalue() else "noise", err.getvalue())
        if code != 1 or out.getvalue():
            return Verdict("wrong exit", f"{code} {out.getvalue()} {err.getvalue()}")
        return _lines(err.getvalue().removesuffix("\n"), line)

    return _caught(run)


def _lines(text: str, line: re.Pattern[str] = LINE) -> Verdict:
    wrong = [one for one in text.split("\n") if not line.fullmatch(one) or UNPRINTABLE.search(one)]
    if wrong:
        return Verdict("wrong line", repr(wrong[0])[:400])
    return Verdict("refused", text)


def _caught(run: Callable[[], Verdict]) -> Verdict:
    try:
        with limited():
            return run()
    except Hang as error:
        return Verdict("hang", f"{error}: {_where()}")
    except (Exception, SystemExit) as error:  # noqa: BLE001  # any is a failure of the product
        return Verdict("traceback", f"{type(error).__name__}: {error!s:.200} {_where()}")


def _where() -> str:
    frames = traceback.extract_tb(sys.exc_info()[2])
    own = [frame for frame in frames if "/edition/" in frame.filename] or frames
    return f"({Path(own[-1].filename).name}:{own[-1].lineno} {own[-1].name})"


@dataclass
class Judge:
    """Builds the workshop with texts in it and compares the site with the clean one.

    Attributes:
        workshop: The copy of the issue.
        clean: What the site of harmless content has.
    """

    workshop: Workshop
    site: Path
    clean: Found = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.workshop.put(())
        verdict = self._build()
        if verdict.outcome != "accepted":
            raise AssertionError(f"the harmless issue is {verdict}")
        self.clean = site_features(self.site)

    def load(self, edits: Sequence[Edit]) -> Verdict:
        """Say what the loader makes of texts in their places."""
        self.workshop.put(edits)
        return loaded(self.workshop.folder)

    def build(self, edits: Sequence[Edit]) -> Verdict:
        """Say what the command makes of texts in their places, and what its site has."""
        self.workshop.put(edits)
        verdict = self._build()
        if verdict.outcome != "accepted":
            return verdict
        try:
            found = beyond(site_features(self.site), self.clean)
        except Exception as error:  # noqa: BLE001  # a file that its own parser refuses
            return Verdict("broken file", f"{type(error).__name__}: {error!s:.200} {_where()}")
        if not found:
            return Verdict("clean")
        return Verdict("found", "\n".join(f"{what} | {how}" for what, how in found.items()))

    def _build(self) -> Verdict:
        config = self.workshop.folder / "mkdocs.yml"
        return commanded("build", "--config", config, "--site", self.site)

    def guilty(self, edits: Sequence[Edit]) -> Iterator[tuple[tuple[Edit, ...], Verdict]]:
        """Yield the texts that keep a build from being clean, alone or together.

        What was found mostly says by its marker whose it is; the rest is sought by halves.
        """
        left = tuple(edits)
        while left and (verdict := self.build(left)).outcome != "clean":
            numbers = self._named(verdict.detail)
            named = tuple(edit for edit in left if edit.number in numbers)
            if len(left) == 1 or not named:
                yield from self._halved(left, verdict)
                return
            for edit in named:
                yield (edit,), Verdict(verdict.outcome, numbers[edit.number])
            left = tuple(edit for edit in left if edit not in named)

    def _named(self, detail: str) -> dict[int, str]:
        """Return the numbers of the texts that findings are about, each with its finding."""
        numbers: dict[int, str] = {}
        for said in detail.split("\n"):
            found = MARKER.findall(said)
            if place := PLACE.match(said):
                file = self.workshop.folder / place["path"]
                lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
                for back in range(int(place["line"]), max(int(place["line"]) - WITHIN, 0), -1):
                    if found := found or MARKER.findall(lines[back - 1]):
                        break
            for number in found:
                numbers.setdefault(int(number), said)
        return numbers

    def _halved(
        self, edits: tuple[Edit, ...], verdict: Verdict
    ) -> Iterator[tuple[tuple[Edit, ...], Verdict]]:
        if len(edits) == 1:
            yield edits, verdict
            return
        middle = len(edits) // 2
        halves = [*self.guilty(edits[:middle]), *self.guilty(edits[middle:])]
        yield from halves or [(edits, verdict)]
