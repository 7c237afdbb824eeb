"""Files to text: UTF-8 only, inside the edition's folder only."""

from __future__ import annotations

from pathlib import Path

from edition.content.codes import FILE_MISSING, NOT_UTF8, PATH_OUTSIDE
from edition.diagnostics import Diagnostic, Location


def read_text(root: Path, path: str, diagnostics: list[Diagnostic]) -> str | None:
    """Read a content file.

    Args:
        root: The edition's folder.
        path: Path inside it, with forward slashes.
        diagnostics: Grows by what is wrong with the file.

    Returns:
        The text with line ends as ``\\n``, or ``None`` if it cannot be used.
    """
    file = root / path
    if not file.resolve().is_relative_to(root.resolve()):
        message = f"the path '{path}' leads out of the edition's folder"
        diagnostics.append(Diagnostic.of(PATH_OUTSIDE, Location(path), message))
        return None
    try:
        raw = file.read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        diagnostics.append(Diagnostic.of(FILE_MISSING, Location(path), message))
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        place = Location(path, before.count("\n") + 1, len(before.split("\n")[-1]) + 1)
        message = f"not UTF-8: byte 0x{raw[error.start]:02x} cannot be read"
        diagnostics.append(Diagnostic.of(NOT_UTF8, place, message))
        return None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
