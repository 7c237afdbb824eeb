"""A new site into the place of the old one, so that a whole site stands there at every moment.

Where the system can exchange two names (``renameat2`` of Linux), that is one step. Elsewhere the
old site goes aside first; a run that is killed between the two steps is completed by the next.
"""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from edition.diagnostics import EditionError
from edition.site.manifest import refuse_foreign
from edition.site.workspace import sweep, working_folder

NEW: Final = "new"
OLD: Final = "old"
AT_FDCWD: Final = -100
RENAME_EXCHANGE: Final = 2
NOT_THERE: Final = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM})
"""What a system or a file system says that cannot exchange two names."""


def place_of(target: Path) -> Path:
    """Follow the links of a site's folder: the links stay, and their end is the place.

    Raises:
        EditionError: If they lead nowhere, or to a file.
    """
    try:
        place = target.absolute().resolve()
    except (OSError, RuntimeError) as error:
        raise EditionError(f"{target}: {_why(error)}") from None
    if target.is_symlink() and not place.exists():
        looped = place.is_symlink() or place == target.absolute()
        reason = "its links go in a circle" if looped else f"the link leads to nothing, {place}"
        raise EditionError(f"{target}: {reason}")
    if place.exists() and not place.is_dir():
        raise EditionError(f"{target}: this is a file, not a folder")
    return place


def _why(error: OSError | RuntimeError) -> str:
    if isinstance(error, RuntimeError) or error.errno == errno.ELOOP:
        return "its links go in a circle"
    return error.strerror or str(error)


@contextmanager
def replacing(place: Path, *, force: bool = False) -> Iterator[Path]:
    """Give a folder to build into, and put it in the place if all went well.

    Args:
        place: Where the site goes, its links followed.
        force: Whether files that no manifest names may be lost.

    Yields:
        A path beside the place, on the same file system, where nothing is yet.

    Raises:
        EditionError: If the place holds what would be lost; it is looked at before and after
            the build, and is as it was then.
        OSError: If the system refuses; the place is as it was then.
    """
    prefix, recover = f".{place.name}-", partial(give_back, place)
    sweep(place.parent, prefix, recover)  # may give back the site that is looked at now
    refuse_foreign(place, force=force)
    place.parent.mkdir(parents=True, exist_ok=True)
    with working_folder(place.parent, prefix, recover) as folder:
        yield folder / NEW
        refuse_foreign(place, force=force)
        swap(folder / NEW, place, folder / OLD)


def swap(new: Path, place: Path, old: Path) -> None:
    """Put a new folder in the place of another.

    Args:
        new: The new folder; it may hold the other one afterwards.
        place: Where it goes.
        old: Where the other one may go, on the same file system.

    Raises:
        OSError: If that cannot be done; the place is as it was then.
    """
    if not place.exists():
        new.rename(place)
    elif not exchange(new, place):
        try:
            place.rename(old)
            new.rename(place)
        except BaseException:
            give_back(place, old.parent)
            raise


def give_back(place: Path, folder: Path) -> None:
    """Put the old site back if a run has ended after it went aside and before the new one came.

    Args:
        place: Where the site belongs.
        folder: The working folder of the run.
    """
    if (folder / OLD).is_dir() and not os.path.lexists(place):
        (folder / OLD).rename(place)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step.

    Args:
        one: A path.
        other: Another one on the same file system.

    Returns:
        Whether the system can do that; nothing has changed if not.

    Raises:
        OSError: If it can, but not with these two.
    """
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    if call(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in NOT_THERE:
        return False
    raise OSError(code, os.strerror(code), str(other))
