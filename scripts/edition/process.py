"""The process of a command: its streams, and the signals that end it."""

from __future__ import annotations

import logging
import os
import re
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType, TracebackType
from typing import Final, TextIO

from edition.diagnostics import EditionError, escaped
from edition.failures import details, failure

ENDING: Final = tuple(
    getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)
)

EPOCH: Final = "SOURCE_DATE_EPOCH"
"""Names the day of a build (https://reproducible-builds.org/specs/source-date-epoch/)."""
SECONDS: Final = re.compile(r"[0-9]{1,11}")
"""Up to a year of four figures."""


class Ended(KeyboardInterrupt):  # not an error
    """A signal has ended the command, as Ctrl-C does.

    Attributes:
        exit_code: 128 and the number of the signal, as shells count.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.exit_code = 128 + number


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let SIGTERM and SIGHUP end what is done meanwhile as Ctrl-C does, everything tidied up.

    Raises:
        Ended: When one comes.
    """

    def end(number: int, _: FrameType | None) -> None:
        for each in taken:  # one is enough: a second one would only disturb the tidying up
            signal.signal(each, signal.SIG_IGN)
        raise Ended(number)

    before = {}
    if threading.current_thread() is threading.main_thread():
        before = {number: signal.getsignal(number) for number in ENDING}
    taken = [number for number, handler in before.items() if handler is signal.SIG_DFL]
    for number in taken:  # what nohup or a program has set stays
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def streams() -> Iterator[None]:
    """See that the standard streams can be written to.

    Output is UTF-8 in every locale, as JSON must be. A closed stream's number would go to the next
    file that is opened, and a stray word into that file: each gets something to stand for it.

    Raises:
        EditionError: If standard output is closed.
    """
    _fill_closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:
        raise EditionError("edition: standard output is closed")
    for stream in (sys.stdout, sys.stderr):
        _speak_utf_8(stream)
    yield


def _fill_closed() -> None:
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number, which is this one


def _speak_utf_8(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def check_surroundings() -> None:
    """See that there is a current folder, and a temporary one for the programs that are called.

    And that the day of a build, if the surroundings name it, can be one.

    Raises:
        EditionError: If not.
    """
    try:
        os.getcwd()  # noqa: PTH109  # asked for its error alone
    except OSError as error:
        raise EditionError(f"edition: the current folder: {error.strerror}") from None
    temporary = os.environ.get("TMPDIR")
    if temporary and not (os.path.isdir(temporary) and os.access(temporary, os.W_OK | os.X_OK)):  # noqa: PTH112
        raise EditionError(f"edition: TMPDIR is '{temporary}', which is no folder to write to")
    epoch = os.environ.get(EPOCH)
    if epoch is not None and not SECONDS.fullmatch(epoch):
        reason = "which is no number of seconds since 1970"
        raise EditionError(f"edition: {EPOCH} is '{epoch}', {reason}")


def say(text: str) -> None:
    """Print to standard error; if even that cannot be written, the exit code must do."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def tell(what: object) -> None:
    """Print to standard output.

    Raises:
        BrokenPipeError: If nobody reads it any more.
        EditionError: If it cannot be written.
    """
    with _writable_output():
        sys.stdout.write(f"{what}\n")


def flush_output() -> None:
    """Write what was printed; raises what :func:`tell` raises."""
    with _writable_output():
        sys.stdout.flush()


@contextmanager
def _writable_output() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon_output()
        raise EditionError(f"edition: standard output: {error.strerror}") from None


def abandon_output() -> None:
    """Let what was not printed yet go nowhere, so that the end of the process says nothing."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Line(logging.Formatter):
    """What the preview logs: lines without a traceback, and nothing that a terminal obeys."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the lines of a record."""
        return escaped(super().format(record), keep="\n")

    def formatException(  # noqa: N802  # the library's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | object
    ) -> str:
        """Return an exception in one line."""
        error = ei[1] if isinstance(ei, tuple) else None
        if not isinstance(error, Exception):
            return ""
        return "\n".join(filter(None, (failure(error).text, details(error))))
