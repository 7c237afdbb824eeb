"""Navigation: one configured for the build, cut to the page's language on each page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.nav import Navigation, Section
from mkdocs.utils import is_markdown_file

from edition.content.codes import FILE_MISSING, RESERVED_NAME
from edition.content.files import decoded
from edition.content.model import LANGUAGES, Language
from edition.diagnostics import ContentError, Diagnostic, Location
from edition.languages import Labels
from edition.pages import paths
from edition.pages.page import Page
from edition.site.written import written_faults

if TYPE_CHECKING:
    from mkdocs.structure import StructureItem


def configured(pages: Iterable[Page], docs: Path) -> list[Any]:
    """Return the ``nav`` setting: a section for each language.

    Args:
        pages: The generated pages in order.
        docs: Folder of the hand-written pages, which follow the generated ones.

    Returns:
        What ``nav`` in ``mkdocs.yml`` would hold.
    """
    pages = list(pages)
    return [{lang: _of(lang, pages, docs)} for lang in LANGUAGES]


def check_written(docs: Path, read: Mapping[str, bytes], generated: Collection[str]) -> None:
    """Refuse hand-written pages that are at fault, lack a language or hide another page.

    Args:
        docs: Folder of the hand-written pages.
        read: What was read of it: the bytes by the path inside the folder.
        generated: Paths of the generated pages.

    Raises:
        ContentError: If a reader could not switch the language, or a page would be lost.
    """
    pages = {path for path in read if is_markdown_file(path)}
    keys = {Path(path).stem for path in pages if path in {*_of_languages(Path(path).stem)}}
    wanted = {path for key in keys | {paths.ABOUT} for path in _of_languages(key)}
    faults: list[Diagnostic] = []
    for path in sorted(pages | wanted):
        place = Location(f"{docs.name}/{path}")
        if path in generated:
            message = "the edition makes a page of this name itself"
            faults.append(Diagnostic.of(RESERVED_NAME, place, message))
        elif path not in read:
            message = "the page is missing in this language"
            faults.append(Diagnostic.of(FILE_MISSING, place, message))
        elif (text := decoded(read[path], place.path, faults)) is not None:
            faults += written_faults(text, place.path)
    if faults:
        raise ContentError(faults)


def _of_languages(key: str) -> list[str]:
    """Return the paths that a hand-written page has, one for each language."""
    return [paths.source_path(key, lang) for lang in LANGUAGES]


def _of(lang: Language, pages: list[Page], docs: Path) -> list[Any]:
    label = Labels(lang)
    own = [page for page in pages if page.lang == lang and page.kind != "root"]
    articles = [_entry(page) for page in own if page.kind == "article"]
    front = [_entry(page) for page in own if page.kind in {"cover", "council"}]
    back = [_entry(page) for page in own if page.kind in {"tables", "authors", "names", "notes"}]
    files = sorted((docs / lang).glob("[!.]*.md"))
    written = [paths.source_path(file.stem, lang) for file in files]
    last = [_entry(page) for page in own if page.kind in {"emendations", "rules"}]
    return [*front, {label.articles: articles}, *back, *written, *last]


def _entry(page: Page) -> dict[str, str]:
    return {str(page.meta.get("running_title", page.title)): page.path}


def of_language(nav: Navigation, lang: Language) -> Navigation:
    """Return the part of the navigation that belongs to one language."""
    items: list[StructureItem] = []
    for item in nav.items:
        if isinstance(item, Section) and item.title == lang:
            items.extend(item.children)
    prefix = f"{lang}/"
    pages = [page for page in nav.pages if page.file.src_uri.startswith(prefix)]
    part = Navigation(items, pages)
    part.homepage = next(
        (page for page in pages if page.file.src_uri == paths.source_path(paths.COVER, lang)),
        None,
    )
    return part


def alternates(key: str, lang: Language | None) -> tuple[tuple[Language, str], ...]:
    """Return language and relative address of the page in each language.

    Pages that have no language of their own have no alternates.
    """
    if lang is None:
        return ()
    here = paths.page_url(key, lang)
    return tuple((other, paths.relative(paths.page_url(key, other), here)) for other in LANGUAGES)
