"""Built pages, read as readers meet them: what they lead to, load, say aloud and print.

The tests of sites are written with these words.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Comment, Tag
from tests.editions import Site

from edition.content.model import Article
from edition.text.runs import Block
from edition.text.views import blocks_of, read_as, reading_text

ADDRESS_ATTRIBUTES = ("href", "src", "srcset", "poster", "data", "action", "formaction", "content")
REFERENCE_ATTRIBUTES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
LOADING_RELATIONS = {
    "stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch",
    "manifest", "apple-touch-icon", "alternate", "shortcut", "mask-icon",
}  # fmt: skip
LOADING_TAGS = ("script", "img", "source", "iframe", "object", "embed", "video", "audio", "track",
                "input", "form", "image", "use")  # fmt: skip

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
CYRILLIC_WORDS = re.compile(r"[\u0400-\u04ff]+(?:[\s,.;:–—-]+[\u0400-\u04ff]+)*")
LATIN_WORD = r"[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*"
LATIN_PROSE = re.compile(rf"{LATIN_WORD}(?:[\s,.;:–—]+{LATIN_WORD}){{2,}}")
ADDRESS_IN_TEXT = re.compile(r"\S*(?:https?://|www\.|@)\S*|\b[a-z-]+\.html\S*")
CSS_ADDRESS = re.compile(r"(?:url\(\s*|@import\s+)[\"']?([^\"')\s;]+)")
META_ADDRESS = re.compile(r"(?:\d+;\s*url=)?[\"']?(?P<address>(?:https?:)?//\S+)", re.IGNORECASE)
SCRIPT_ADDRESS = re.compile(r"(?:https?:)?//[\w.-]+\.\w{2,}[^\s\"'`)]*")
NAMESPACES = ("http://www.w3.org/",)
OF_KEYBOARD = str.maketrans("‘’“”„«»–—\u00a0", "''" + 5 * '"' + "-- ")
"""The signs of a keyboard in the place of those of a language."""
SILENT = {"script", "style", "code", "pre", "template", "noscript", "kbd", "samp", "svg"}


def one(element: Tag, selector: str) -> Tag:
    """Return the element that a selector finds first; a page without it fails the test."""
    found = element.select_one(selector)
    assert found is not None, f"nothing on the page is {selector}"
    return found


# --- addresses ------------------------------------------------------------------------------


def addresses(page: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    """Yield every address on a page with the element that has it."""
    for attribute in ADDRESS_ATTRIBUTES:
        for element in page.select(f"[{attribute}]"):
            value = str(element[attribute]).strip()
            if attribute == "content":
                if found := META_ADDRESS.match(value):
                    yield element, found["address"]
            elif attribute == "srcset":
                for part in value.split(","):
                    yield element, part.split()[0]
            elif attribute != "data" or element.name == "object":
                yield element, value


def is_external(address: str) -> bool:
    """Tell whether an address leads away from the site."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc) and parts.scheme != "data"


def is_loaded(element: Tag) -> bool:
    """Tell whether a browser fetches what an element names without being asked."""
    if element.name == "link":
        return bool(LOADING_RELATIONS & set(element.get_attribute_list("rel")))
    if element.name == "meta":
        return "refresh" in str(element.get("http-equiv", "")).lower()
    return element.name in LOADING_TAGS


def target(name: str, address: str) -> str:
    """Return the path on the site that an address on a page leads to."""
    path = unquote(urlsplit(address).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name


def resolves(site: Site, name: str, address: str) -> bool:
    """Tell whether an address on a page leads to something that is there.

    A server shows the not-found page anywhere, so its addresses begin with that of the site.
    """
    if address.startswith("data:"):
        return True
    if name == "404.html":
        if not address.startswith(site.base):
            return False
        address = address.removeprefix(site.base)
    path, anchor = target(name, address), unquote(urlsplit(address).fragment)
    if address.startswith("/") or path.startswith("..") or not (site.folder / path).is_file():
        return False
    return not anchor or path not in site.pages or site.pages[path].find(id=anchor) is not None


def there(link: Tag) -> str:
    """Return the id that a link inside a page leads to."""
    return str(link["href"]).removeprefix("#")


def words_of(element: Tag, attribute: str) -> list[str]:
    """Return the words of an attribute, however the parser gives them."""
    return " ".join(element.get_attribute_list(attribute)).split()


def scripts(site: Site) -> Iterator[tuple[str, str]]:
    """Yield every script that pages load or hold, comments apart."""
    loaded = set()
    for name, page in site.pages.items():
        for script in page.find_all("script"):
            if script.get("src"):
                loaded.add(target(name, str(script["src"])))
            elif script.get("type") not in {"application/json", "application/ld+json"}:
                yield name, script.string or ""
    for path in sorted(loaded):
        yield path, (site.folder / path).read_text(encoding="utf-8")


# --- language -------------------------------------------------------------------------------


def language(element: Tag) -> str:
    """Return the language that an element is in."""
    while element.get("lang") is None and element.parent is not None:
        element = element.parent
    return str(element.get("lang") or "")


def spoken(page: BeautifulSoup) -> Iterator[tuple[str, Tag]]:
    """Yield every text that is read out, with the element that it stands in."""
    for text in one(page, "body").find_all(string=True):
        silent = isinstance(text, Comment) or any(p.name in SILENT for p in text.parents)
        if text.parent is not None and not silent:
            yield str(text), text.parent


# --- the text -------------------------------------------------------------------------------


def note_faults(page: BeautifulSoup) -> Iterator[str]:
    """Yield what is wrong with the ways between marks and notes."""
    marks = {str(mark["id"]): mark for mark in page.select("sup:has(a[role=doc-noteref])")}
    reached = Counter(
        (there(back), str(note["id"]))
        for note in page.select("li.note")
        for back in note.select("a[role=doc-backlink]")
    )
    expected = Counter((key, there(one(mark, "a"))) for key, mark in marks.items())
    if reached != expected:
        yield f"ways back {sorted(reached)}, marks {sorted(expected)}"


def plain(element: Tag) -> str:
    """Return the text of an element with single spaces."""
    return " ".join(element.get_text(" ").split())


def of_page(element: Tag) -> str:
    """Return the words of an element as in the file: no marks of notes, no apparatus.

    The signs that the edition sets are turned back, those that stand in the file are not.
    """
    copy = BeautifulSoup(str(element), "html.parser")
    for added in copy.select("sup:has(a[role=doc-noteref]), .apparatus-mark, a[role=doc-backlink]"):
        added.decompose()
    for nested in copy.select("li ul, li ol"):
        nested.decompose()
    for text in copy.find_all(string=True):
        if text.parent is not None and "own" not in text.parent.get_attribute_list("class"):
            text.replace_with(str(text).translate(OF_KEYBOARD))
    return " ".join(copy.get_text().split())


def of_source(markdown: str) -> str:
    """Return the words of a Markdown text as printed."""
    return read_as(markdown, "paragraph")


def written(article: Article, block: Block) -> str:
    """Return the Markdown of a block."""
    return article.body[block.text_start : block.text_end]


def notes_of(article: Article) -> list[tuple[str, str]]:
    """Return number and words of each paragraph of each note."""
    notes = blocks_of(article.text, "note")
    return [(block.label, reading_text(block.runs)) for block in notes]
