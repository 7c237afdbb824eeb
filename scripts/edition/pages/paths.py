"""Addresses: the only place where they are made.

Pages live under ``en/`` and ``ru/`` with ``.html`` addresses, so that any static server,
or a folder on a disk, can show them without rewriting.
"""

from __future__ import annotations

import posixpath
import re
from typing import Final
from urllib.parse import quote, urlsplit

from edition.content.model import LANGUAGES, Language
from edition.content.places import Place

ROOT: Final = "index.md"
COVER: Final = "index"
ABOUT: Final = "about"
"""The one page that every edition has to write by hand, in each language."""
ISSUE: Final = "issue"
"""Name of a file that holds every article of the issue."""


def source_path(key: str, lang: Language) -> str:
    """Return the path of a page's Markdown, e.g. ``en/authors.md``."""
    return f"{lang}/{key}.md"


def page_url(key: str, lang: Language) -> str:
    """Return the address of a page from the root of the site, without a leading slash."""
    return f"{lang}/{key}.html"


def link(key: str, anchor: str = "") -> str:
    """Return a Markdown link target to a page of the same language."""
    return f"{key}.md{'#' + anchor if anchor else ''}"


def place_key(place: Place) -> str:
    """Return the key of the page that shows a place of the issue."""
    return {"article": place.slug, "cover": COVER}.get(place.page, place.page)


def place(found: Place) -> str:
    """Return the address of a place of the issue from a page of the same language."""
    return f"{place_key(found)}.html#{found.anchor}"


def table_data(path: str) -> str:
    """Return the address of a table's CSV from the root of the site."""
    return f"tables/{path}"


def citation_data(name: str, suffix: str) -> str:
    """Return the address of a bibliography file from the root of the site.

    Args:
        name: Slug of an article, or :data:`ISSUE`.
        suffix: ``bib``, ``ris`` or ``csl.json``.
    """
    return f"citations/{name}.{suffix}"


NAMES_DATA: Final = "names.json"
"""Address of the index of names for the search, from the root of the site."""


NO_ADDRESS: Final = re.compile(r"[\s\"<>\\^`{|}]")
"""What is in no address: white space, quotation marks, brackets that are no host's."""


def absolute(site: str, url: str) -> str:
    """Return the whole address of a file of the site, in the letters that an address may have.

    Args:
        site: Address of the site (``site_url``), with or without its final slash; the name of its
            host and its folder may be written in any letters.
        url: Address from the root of the site, as :func:`page_url` gives it.

    Raises:
        ValueError: If the name of the host cannot be the name of one, or the address of the site
            has a character that none may have, not even to be encoded (RFC 3987, 2.2).
    """
    if wrong := NO_ADDRESS.search(site):
        raise ValueError(f"it has the character {wrong[0]!a}")
    parts = urlsplit(site.rstrip("/") + "/")
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    folder = quote(parts.path, safe="/%:@!$&'()*+,;=~")  # what is written as %41 stays so
    return parts._replace(netloc=host, path=folder).geturl() + quote(url, safe="/")


def relative(url: str, page: str) -> str:
    """Return an address as seen from a page.

    Args:
        url: Address from the root of the site.
        page: Address of the page from the root of the site.

    Returns:
        A relative address.
    """
    return posixpath.relpath(url, posixpath.dirname(page) or ".")


def key_of(source: str) -> tuple[str, Language | None]:
    """Return the key and the language of a page's Markdown path.

    The language is ``None`` for a page outside the language folders.
    """
    folder, _, name = source.rpartition("/")
    for lang in LANGUAGES:
        if folder == lang:
            return name.removesuffix(".md"), lang
    return source.removesuffix(".md"), None
