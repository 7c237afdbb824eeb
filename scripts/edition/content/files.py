"""Files to text: regular files only, UTF-8 only, inside the edition's folder only."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from pathlib import Path, PurePosixPath

from edition.content.codes import FILE_MISSING, NOT_UTF8, PATH_OUTSIDE, TOO_LARGE
from edition.content.limits import limits
from edition.diagnostics import Diagnostic, Location

KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class TooLargeError(Exception):
    """A file is above the limit; the message says which."""


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
    raw = read_file(root, path, diagnostics, named)
    return None if raw is None else decoded(raw, path, diagnostics)


def read_file(
    root: Path, path: str, diagnostics: list[Diagnostic], named: Location | None = None
) -> bytes | None:
    """Read the bytes of a content file; what is wrong with it is told as by :func:`read_text`."""
    place = named or Location(path)
    try:
        if not inside(root, path):
            message = f"the path '{path}' leads out of the edition's folder"
            diagnostics.append(Diagnostic.of(PATH_OUTSIDE, place, message))
            return None
        return read_bytes(root / path)
    except TooLargeError as error:
        diagnostics.append(Diagnostic.of(TOO_LARGE, Location(path), str(error)))
        return None
    except (OSError, RuntimeError, ValueError) as error:
        reason = reason_of(error)
    message = f"'{path}' cannot be read: {reason}" if named else f"cannot be read: {reason}"
    diagnostics.append(Diagnostic.of(FILE_MISSING, place, message))
    return None


def read_bytes(file: Path) -> bytes:
    """Read a regular file that is not above the limit.

    Neither a pipe that nobody writes into nor a device without an end is waited for: the file is
    opened without blocking and looked at before it is read.

    Args:
        file: The file; a link is followed.

    Returns:
        Its bytes.

    Raises:
        OSError: If it cannot be read or is no regular file.
        TooLargeError: If it is above the limit; no more of it is read than that.
    """
    most = limits().file_bytes
    descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
    with open(descriptor, "rb") as stream:  # noqa: PTH123  # a descriptor, not a path
        refuse_special(os.fstat(descriptor))
        raw = stream.read(most + 1)
    if len(raw) > most:
        raise TooLargeError(f"the file is larger than {most} bytes (the limit 'file_bytes')")
    return raw


def replace_text(file: Path, text: str) -> None:
    """Write a content file anew, whole or not at all.

    Args:
        file: The file; a link is followed.
        text: Its text.

    Raises:
        OSError: If it cannot be written; the file is as it was then.
    """
    end = file.resolve()
    descriptor, name = tempfile.mkstemp(prefix=f".{end.name}-", dir=end.parent)
    try:
        with open(descriptor, "w", encoding="utf-8", newline="\n") as stream:  # noqa: PTH123
            stream.write(text)
            stream.flush()
            os.fsync(descriptor)
        shutil.copymode(end, name)
        Path(name).replace(end)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def refuse_special(status: os.stat_result) -> None:
    """Refuse what is no regular file.

    Raises:
        OSError: With the kind of what it is.
    """
    kind = stat.S_IFMT(status.st_mode)
    if kind == stat.S_IFDIR:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if kind != stat.S_IFREG:
        raise OSError(errno.EINVAL, f"this is {KINDS.get(kind, 'something else')}, not a file")


def reason_of(error: OSError | RuntimeError | ValueError) -> str:
    """Say why a file cannot be read: missing, forbidden, an impossible name, a circle of links."""
    if isinstance(error, RuntimeError) or getattr(error, "errno", None) == errno.ELOOP:
        return "its links go in a circle"  # a RuntimeError up to Python 3.12
    if getattr(error, "errno", None) == errno.ENXIO:
        return "this is a socket, not a file"
    return getattr(error, "strerror", None) or str(error)


def decoded(raw: bytes, path: str, diagnostics: list[Diagnostic]) -> str | None:
    """Decode a file.

    Args:
        raw: Its bytes.
        path: Its path, for diagnostics.
        diagnostics: Grows by the first byte that is no UTF-8.

    Returns:
        The text with line feeds for line ends and without a byte order mark.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        place = Location(path, before.count("\n") + 1, len(before.split("\n")[-1]) + 1)
        message = f"not UTF-8: byte 0x{raw[error.start]:02x} cannot be read"
        diagnostics.append(Diagnostic.of(NOT_UTF8, place, message))
        return None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def inside(root: Path, path: str) -> bool:
    """Tell whether a path stays in the folder, in its words and with its links followed.

    Raises:
        OSError: If its links go in a circle.
        RuntimeError: The same, up to Python 3.12.
        ValueError: If the name is impossible.
    """
    words = PurePosixPath(path)
    if words.is_absolute() or ".." in words.parts:
        return False
    return (root / path).resolve().is_relative_to(root.resolve())
