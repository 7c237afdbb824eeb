"""The hand-written pages and assets: read once, and only what the edition's folder holds.

MkDocs follows links wherever they lead and reads each file when it needs it. Here everything is
looked at and read before the first page is made, so that a site shows one state of the folder.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from mkdocs.structure.files import Files
from mkdocs.utils import is_markdown_file

from edition.content.codes import FILE_MISSING, PATH_OUTSIDE, RESERVED_NAME
from edition.content.files import decoded, inside, read_file, reason_of
from edition.diagnostics import Code, ContentError, Diagnostic, Location

HIDDEN: Final = "."
"""Names that MkDocs leaves out: a file manager's or an editor's own files."""

OWN_FOLDERS: Final = ("assets/edition/", "citations/", "pagefind/", "tables/")
OWN_FILES: Final = frozenset(
    {"404.html", "404.md", "edition-manifest.json", "names.json", "sitemap.xml", "sitemap.xml.gz"}
)
"""What a site has of its own, beside its pages."""

GONE: Final = "the file has gone during the build"


def read_documents(docs: Path) -> Mapping[str, bytes]:
    """Read every file of the folder of hand-written pages.

    Args:
        docs: The folder.

    Returns:
        The bytes by the path inside the folder.

    Raises:
        ContentError: If something is not a readable file, or a link leads out of the edition's
            folder, which is the one that the folder stands in.
    """
    root, faults = docs.parent, list[Diagnostic]()
    read: dict[str, bytes] = {}
    for path in _paths(root, docs.name, faults):
        raw = read_file(root, path, faults)
        if raw is not None:
            read[path.removeprefix(f"{docs.name}/")] = raw
    if faults:
        raise ContentError(faults)
    return read


def _paths(root: Path, folder: str, faults: list[Diagnostic]) -> Iterator[str]:
    """Yield the paths of all files below a folder; a folder that is a fault is left out."""
    here = (root / folder).resolve()
    try:
        entries = sorted(os.scandir(here), key=lambda entry: entry.name)
    except OSError as error:
        faults.append(_fault(FILE_MISSING, folder, f"cannot be read: {reason_of(error)}"))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith(HIDDEN):
            continue
        if not _is_utf8(entry.name):
            message = "the name of the file is not UTF-8, so that it has no address"
            faults.append(_fault(FILE_MISSING, path, message))
        elif not os.path.isdir(entry.path):  # noqa: PTH112  # a circle of links raises nothing
            yield path
        elif not inside(root, path):
            message = f"the path '{path}' leads out of the edition's folder"
            faults.append(_fault(PATH_OUTSIDE, path, message))
        elif here.is_relative_to((root / path).resolve()):
            faults.append(_fault(FILE_MISSING, path, "cannot be read: its links go in a circle"))
        else:
            yield from _paths(root, path, faults)


def _is_utf8(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def reserved_faults(read: Iterable[str], docs: Path, made: Collection[str]) -> Iterator[Diagnostic]:
    """Find hand-written files whose addresses the edition gives to its own.

    Args:
        read: The paths inside the folder.
        docs: The folder.
        made: Paths of the generated pages.

    Yields:
        A diagnostic for each; also for the second of two files with one address.
    """
    taken: dict[str, str] = {}
    for path in sorted(read):
        page = _page_of(path)
        if path.startswith(OWN_FOLDERS) or path in OWN_FILES or path in made or page in made:
            message = "the edition makes a file of this name itself"
            yield _fault(RESERVED_NAME, f"{docs.name}/{path}", message)
        elif taken.setdefault(page, path) != path:
            message = f"'{taken[page]}' has the same address"
            yield _fault(RESERVED_NAME, f"{docs.name}/{path}", message)


def _page_of(path: str) -> str:
    """Return the Markdown file that would have the address of a file, as MkDocs gives them."""
    if path.endswith(".html"):
        return path.removesuffix(".html") + ".md"
    if not is_markdown_file(path):
        return path
    folder, slash, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    return f"{folder}{slash}{'index' if stem == 'README' else stem}.md"


def _fault(code: Code, path: str, message: str) -> Diagnostic:
    return Diagnostic.of(code, Location(path), message)


def give_documents(files: Files, docs: Path, read: Mapping[str, bytes]) -> None:
    """Let MkDocs take the hand-written files from what was read.

    Args:
        files: The files of the site; those of the folder get their content.
        docs: The folder.
        read: What was read of it.

    Raises:
        ContentError: If a file has come or gone since, or a page is not UTF-8.
    """
    faults: list[Diagnostic] = []
    own = [file for file in files if file.src_dir is not None and Path(file.src_dir) == docs]
    for file in own:
        path = f"{docs.name}/{file.src_uri}"
        raw = read.get(file.src_uri)
        if raw is None:
            if not any(part.startswith(HIDDEN) for part in file.src_uri.split("/")):
                faults.append(_fault(FILE_MISSING, path, "the file has come during the build"))
        elif file.is_documentation_page():
            file.content_string = decoded(raw, path, faults) or ""
        else:
            file.content_bytes = raw
    gone = read.keys() - {file.src_uri for file in own}
    faults += (_fault(FILE_MISSING, f"{docs.name}/{path}", GONE) for path in gone)
    if faults:
        raise ContentError(faults)
