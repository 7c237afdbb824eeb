"""Working folders that a killed run leaves, and that the next run takes away.

A working folder is locked as long as its run lives: the system gives the lock back when the run
ends, however it ends. Who can take the lock of a working folder therefore finds a dead run's.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

MARK: Final = ".edition-working"
"""A file that tells a working folder from anyone else's; the first in and the last out."""

RANDOM: Final = "[a-z0-9_]{8}"
"""What :func:`tempfile.mkdtemp` adds to a name."""

TEMPORARY: Final = "edition-"
"""How the names of working folders in the temporary folder begin."""

Recover = Callable[[Path], None]
"""Takes out of a working folder what must not be lost, before the folder is removed."""


def _keep_nothing(_: Path) -> None:
    """A working folder that holds nothing but what can be made again."""


@contextmanager
def working_folder(parent: Path, prefix: str, recover: Recover = _keep_nothing) -> Iterator[Path]:
    """Give a new working folder, and remove it in the end; remove those of dead runs first.

    Args:
        parent: Folder to make it in.
        prefix: How its name begins.
        recover: Called with each working folder, also with this one, before it is removed.

    Yields:
        The folder.

    Raises:
        OSError: If it cannot be made.
    """
    sweep(parent, prefix, recover)
    folder, lock = _locked(parent, prefix)
    try:
        yield folder
    finally:
        try:
            recover(folder)
            with suppress(OSError):  # the next run removes it
                _remove(folder)
        finally:
            os.close(lock)


def sweep(parent: Path, prefix: str, recover: Recover = _keep_nothing) -> None:
    """Remove the working folders of dead runs; what cannot be removed stays for the next run.

    Args:
        parent: Folder that they are in.
        prefix: How their names begin.
        recover: Called with each before it is removed.
    """
    name = re.compile(re.escape(prefix) + RANDOM)
    try:
        found = sorted(path for path in parent.iterdir() if name.fullmatch(path.name))
    except OSError:
        return
    for folder in found:
        lock = _taken(folder)
        if lock is not None:
            try:
                if _is_working(folder):
                    recover(folder)
                    _remove(folder)
            except OSError:
                pass  # not ours to remove, or no room even for that
            finally:
                os.close(lock)


def _locked(parent: Path, prefix: str) -> tuple[Path, int]:
    """Make a folder and lock it; one that a sweeping run took away meanwhile is made again."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        try:
            descriptor = _opened(folder)
        except FileNotFoundError:
            continue
        with suppress(OSError):  # a file system without locks: nothing is swept there
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        try:
            (folder / MARK).touch()
        except FileNotFoundError:
            os.close(descriptor)
            continue
        return folder, descriptor


def _opened(folder: Path) -> int:
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)


def _taken(folder: Path) -> int | None:
    """Lock a folder and return its descriptor, or ``None`` if a run holds it."""
    try:
        descriptor = _opened(folder)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # held, or no locks here
        os.close(descriptor)
        return None
    return descriptor


def _is_working(folder: Path) -> bool:
    """Tell whether a folder is a run's: marked by it, or empty as it was made, and of this user."""
    mine = folder.stat().st_uid == os.geteuid()
    return mine and ((folder / MARK).is_file() or not any(folder.iterdir()))


def _remove(folder: Path) -> None:
    """Remove a working folder, its mark last, so that half of one is still known."""
    for path in sorted(folder.iterdir()):
        if path.name != MARK:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    (folder / MARK).unlink(missing_ok=True)
    folder.rmdir()
