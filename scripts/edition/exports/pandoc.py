"""The one way to pandoc: the program that the Python package ``pypandoc_binary`` brings.

It is called by its path inside the package, so that another pandoc on the machine can not
give another result.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.resources import as_file, files
from typing import Final

from edition.content.limits import limits
from edition.diagnostics import EditionError

PATIENCE: Final = 12
"""How many times as long it may take by the clock, on a machine that does other things as well."""


def run(arguments: Sequence[str], text: str) -> str:
    """Run pandoc.

    Args:
        arguments: Its arguments.
        text: What it reads from its standard input.

    Returns:
        What it writes to its standard output.

    Raises:
        EditionError: If pandoc is missing, fails, or takes more processor time than the limit
            ``pandoc_seconds`` allows.
    """
    seconds = limits().pandoc_seconds
    try:
        program = files("pypandoc") / "files" / "pandoc"
    except ModuleNotFoundError:
        raise EditionError("pandoc is missing: install the package pypandoc_binary") from None
    with as_file(program) as path, _started([str(path), *arguments], seconds) as process:
        try:
            out, err = process.communicate(text.encode(), timeout=seconds * PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
    if process.returncode < 0:
        raise EditionError(
            f"pandoc was ended: it may take {seconds} seconds of processor time "
            "(the limit 'pandoc_seconds')"
        )
    if process.returncode != 0:
        raise EditionError(f"pandoc failed: {_line(err)}")
    return _decoded(out)


def _started(command: Sequence[str], seconds: int) -> subprocess.Popen[bytes]:
    """Start pandoc with as much processor time as it may take, where the system can limit it."""
    try:
        process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
    except OSError as error:
        raise EditionError(f"pandoc cannot be run: {error.strerror}") from None
    if sys.platform == "linux":
        import resource  # noqa: PLC0415  # no other system can limit a process that runs

        with suppress(ProcessLookupError):  # it may have ended already
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (seconds, seconds))
    return process


def _decoded(out: bytes) -> str:
    try:
        return out.decode()
    except UnicodeDecodeError:
        raise EditionError("pandoc wrote what is no text") from None


def _line(err: bytes) -> str:
    """Return a message in one line, and not a long one."""
    return f"{' '.join(err.decode(errors='replace').split()):.300}" or "it does not say why"
