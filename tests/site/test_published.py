"""Facts that every page publishes about what it is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from edition.content.model import Edition, Language
from edition.site.published import Published, SitemapEntry, sitemap


@dataclass(frozen=True)
class MarkdownFile:
    """What the sitemap needs of a file of MkDocs."""

    src_uri: str

    @property
    def url(self) -> str:
        """The address of the page."""
        return quote(self.src_uri.replace(".md", ".html"))


def test_the_sitemap_pairs_the_languages_and_is_sorted() -> None:
    """Search engines learn here, not on the pages, that two pages are one."""
    files = [MarkdownFile(name) for name in ("ru/a.md", "index.md", "en/a.md")]
    pair: tuple[tuple[Language, str], ...]
    pair = (("en", "https://x.example/y/en/a.html"), ("ru", "https://x.example/y/ru/a.html"))
    expected = (
        SitemapEntry("https://x.example/y/en/a.html", pair),
        SitemapEntry("https://x.example/y/index.html", ()),
        SitemapEntry("https://x.example/y/ru/a.html", pair),
    )
    for address in ("https://x.example/y", "https://x.example/y/"):
        assert expected == sitemap(files, address)  # type: ignore[arg-type]


def test_an_address_in_the_sitemap_has_the_letters_that_an_address_may_have() -> None:
    """The protocol wants it so: the folder and the name of the page are encoded, once."""
    files = [MarkdownFile("en/соль.md")]
    (entry,) = sitemap(files, "https://соль.example/под/%41%20b")  # type: ignore[arg-type]
    base = "https://xn--k1afi0c.example/%D0%BF%D0%BE%D0%B4/%41%20b/"
    assert entry.alternates[1] == ("ru", f"{base}ru/%D1%81%D0%BE%D0%BB%D1%8C.html")
    assert entry.url == f"{base}en/%D1%81%D0%BE%D0%BB%D1%8C.html"


def test_without_an_address_there_is_no_sitemap() -> None:
    """Addresses in it must be absolute, and none is invented."""
    assert () == sitemap([MarkdownFile("index.md")], None)  # type: ignore[list-item]
    assert () == sitemap([MarkdownFile("index.md")], "")  # type: ignore[list-item]


def test_a_page_carries_the_reference_of_what_it_shows(invented_edition: Edition) -> None:
    """An article its own, every other page that of the issue."""
    published = Published(invented_edition)
    assert published.reference("gulls").startswith("Tobias Morrow. Do Gulls Count? ")
    assert (
        "Tidewater Papers. Society for the Study of Small Harbours. Fenmouth, 1931, no. 4."
    ) == published.reference("authors")


def test_the_article_of_a_page_is_found_by_its_key(invented_edition: Edition) -> None:
    """Other pages show none."""
    published = Published(invented_edition)
    assert invented_edition.article("gulls") == published.article("gulls")
    assert None is published.article("authors")
