"""Files to text: UTF-8 only, inside the edition's folder only."""

from __future__ import annotations

import errno
from pathlib import Path, PurePosixPath

from edition.content.codes import FILE_MISSING, NOT_UTF8, PATH_OUTSIDE
from edition.diagnostics import Diagnostic, Location


def read_text(
    root: Path, path: str, diagnostics: list[Diagnostic], named: Location | None = None
) -> str | None:
    """Read a content file.

    Args:
        root: The edition's folder.
        path: Path inside it, with forward slashes.
        diagnostics: Grows by what is wrong with the file.
        named: Where another file names this one, which is then the place of a wrong path.

    Returns:
        The text with line feeds for line ends, or ``None`` if it cannot be used.
    """
    place = named or Location(path)
    try:
        if not _inside(root, path):
            message = f"the path '{path}' leads out of the edition's folder"
            diagnostics.append(Diagnostic.of(PATH_OUTSIDE, place, message))
            return None
        raw = (root / path).read_bytes()
    except (OSError, RuntimeError, ValueError) as error:
        reason = _reason(error)
    else:
        return _decode(raw, path, diagnostics)
    message = f"'{path}' cannot be read: {reason}" if named else f"cannot be read: {reason}"
    diagnostics.append(Diagnostic.of(FILE_MISSING, place, message))
    return None


def _reason(error: OSError | RuntimeError | ValueError) -> str:
    """Say why a file cannot be read: missing, forbidden, an impossible name, a circle of links."""
    if isinstance(error, RuntimeError) or getattr(error, "errno", None) == errno.ELOOP:
        return "its links go in a circle"  # a RuntimeError up to Python 3.12
    return getattr(error, "strerror", None) or str(error)


def _decode(raw: bytes, path: str, diagnostics: list[Diagnostic]) -> str | None:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        place = Location(path, before.count("\n") + 1, len(before.split("\n")[-1]) + 1)
        message = f"not UTF-8: byte 0x{raw[error.start]:02x} cannot be read"
        diagnostics.append(Diagnostic.of(NOT_UTF8, place, message))
        return None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _inside(root: Path, path: str) -> bool:
    """Tell whether a path stays in the folder, in its words and with its links followed."""
    words = PurePosixPath(path)
    if words.is_absolute() or ".." in words.parts:
        return False
    return (root / path).resolve().is_relative_to(root.resolve())
