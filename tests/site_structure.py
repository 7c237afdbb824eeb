"""What must be true of every site that the package builds, whatever issue it shows.

A test file inherits :class:`SiteStructure` and says with a fixture ``site`` which site is meant.
Every test collects what is wrong, page by page, and expects nothing.
"""

from __future__ import annotations

import json
import re
from collections import Counter

from tests.editions import Site
from tests.reading import (
    ADDRESS_IN_TEXT,
    CSS_ADDRESS,
    CYRILLIC,
    CYRILLIC_WORDS,
    LATIN_PROSE,
    NAMESPACES,
    REFERENCE_ATTRIBUTES,
    SCRIPT_ADDRESS,
    addresses,
    is_external,
    is_loaded,
    language,
    note_faults,
    notes_of,
    of_page,
    of_source,
    one,
    plain,
    resolves,
    scripts,
    spoken,
    target,
    there,
    words_of,
)

from edition.content.model import LANGUAGES
from edition.markup.headings import PAGE_IDS
from edition.text.views import blocks_of, reading_text
from edition.typography.signs import typographic


class SiteStructure:
    """The tests of a built site."""

    # --- addresses --------------------------------------------------------------------------

    def test_every_internal_link_and_anchor_resolves(self, site: Site) -> None:
        """Whatever a page links to or loads inside the site is there, down to the anchor."""
        faults = [
            f"{name}: {element.name} {address}"
            for name, page in site.pages.items()
            for element, address in addresses(page)
            if not is_external(address) and not resolves(site, name, address)
        ]
        assert [] == faults

    def test_every_reference_by_id_resolves(self, site: Site) -> None:
        """Labels, descriptions and controls name elements of the same page."""
        faults = [
            f"{name}: {attribute}={reference}"
            for name, page in site.pages.items()
            for attribute in REFERENCE_ATTRIBUTES
            for element in page.select(f"[{attribute}]")
            for reference in words_of(element, attribute)
            if page.find(id=reference) is None
        ]
        assert [] == faults

    def test_no_id_stands_twice_on_a_page(self, site: Site) -> None:
        """An address inside a page leads to one place."""
        faults = [
            f"{name}: {identifier}"
            for name, page in site.pages.items()
            for identifier, count in Counter(str(e["id"]) for e in page.select("[id]")).items()
            if count > 1
        ]
        assert [] == faults

    def test_headings_give_way_to_every_part_of_the_page(self, site: Site) -> None:
        """Each id outside the text of an article is reserved or has a form of its own."""
        own = re.compile(r"(fn|fnref\d*|ref|nav|entry|mark)-\d+")
        faults = {
            f"{name}: {identifier}"
            for name, page in site.articles().items()
            for element in page.select("[id]:not(.article-text *)")
            for identifier in [str(element["id"])]
            if identifier not in PAGE_IDS and not own.fullmatch(identifier)
        }
        assert set() == faults

    def test_no_page_loads_anything_from_elsewhere(self, site: Site) -> None:
        """Scripts, styles, fonts, pictures, forms and hints stay on the site."""
        faults = [
            f"{name}: <{element.name}> {address}"
            for name, page in site.pages.items()
            for element, address in addresses(page)
            if is_external(address) and is_loaded(element)
        ]
        faults += [
            f"{name}: {address}"
            for name, page in site.pages.items()
            for style in page.select("style, [style]")
            for address in CSS_ADDRESS.findall(str(style.get("style") or style.string))
            if is_external(address)
        ]
        assert [] == faults

    def test_no_style_sheet_loads_anything_from_elsewhere(self, site: Site) -> None:
        """``url()`` and ``@import`` lead to files of the site."""
        faults = []
        for path in sorted(site.folder.rglob("*.css")):
            name = path.relative_to(site.folder).as_posix()
            for address in CSS_ADDRESS.findall(path.read_text(encoding="utf-8")):
                if address.startswith(("data:", "#")):
                    continue
                if is_external(address) or not resolves(site, name, address):
                    faults.append(f"{name}: {address}")
        assert [] == faults

    def test_no_script_of_the_pages_knows_an_address_elsewhere(self, site: Site) -> None:
        """The scripts that pages load hold no address of another site, so they can ask for none."""
        faults = [
            f"{name}: {address}"
            for name, text in scripts(site)
            for address in SCRIPT_ADDRESS.findall(text)
            if not address.startswith(NAMESPACES)
        ]
        assert [] == faults

    # --- notes and references ---------------------------------------------------------------

    def test_every_mark_has_its_note_and_every_note_its_marks(self, site: Site) -> None:
        """Marks lead to notes, notes lead back to each of their marks, and none is left over."""
        faults = []
        for name, page in site.articles().items():
            found = page.select("a.note-mark[role=doc-noteref]")
            marks = {there(mark): mark.find_parent("sup") for mark in found}
            notes = {note["id"]: note for note in page.select("li.note")}
            if set(marks) != set(notes):
                faults.append(f"{name}: marks {sorted(marks)} of notes {sorted(notes)}")
            faults += [f"{name}: {fault}" for fault in note_faults(page)]
        assert [] == faults

    def test_notes_keep_their_printed_numbers(self, site: Site) -> None:
        """The numbers of marks and notes are the labels of the source, in its order."""
        for article in site.edition.articles:
            printed = list(dict.fromkeys(b.label for b in blocks_of(article.text, "note")))
            for lang in LANGUAGES:
                page = site.pages[f"{lang}/{article.slug}.html"]
                assert printed == [str(note["value"]) for note in page.select("li.note")]
                marks = page.select("a.note-mark[role=doc-noteref]")
                assert sorted(set(printed)) == sorted({mark.get_text() for mark in marks})

    def test_every_citation_has_its_entry_and_leads_back(self, site: Site) -> None:
        """Citations lead to entries; the way back from an entry ends at each of its citations."""
        faults = []
        for name, page in site.articles().items():
            entries = {entry["id"] for entry in page.select("li.reference")}
            marks = {mark["id"]: there(mark) for mark in page.select("a.citation")}
            backs = [
                (there(back), entry["id"])
                for entry in page.select("li.reference")
                for back in entry.select("a[role=doc-backlink]")
            ]
            faults += [
                f"{name}: {mark} without entry" for mark, e in marks.items() if e not in entries
            ]
            if sorted(marks.items()) != sorted(backs):
                faults.append(
                    f"{name}: citations {sorted(marks.items())}, ways back {sorted(backs)}"
                )
        assert [] == faults

    def test_every_mark_of_the_apparatus_has_its_entry(self, site: Site) -> None:
        """Emendations and remarks lead to their entries, and each entry to its place."""
        faults = []
        for name, page in site.articles().items():
            marks = [(str(a["id"]), there(a)) for a in page.select("a.apparatus-mark")]
            entries = page.select(".apparatus-list > li")
            places = [(there(one(entry, "a.place")), str(entry["id"])) for entry in entries]
            if marks != places:
                faults.append(f"{name}: marks {marks}, entries {places}")
        assert [] == faults

    # --- outline and language ---------------------------------------------------------------

    def test_every_page_has_one_first_level_heading(self, site: Site) -> None:
        """A page says once what it is."""
        counts = {name: len(page.select("h1")) for name, page in site.pages.items()}
        assert dict.fromkeys(counts, 1) == counts

    def test_heading_levels_do_not_jump(self, site: Site) -> None:
        """A heading is at most one level below the one before it."""
        faults = []
        for name, page in site.pages.items():
            before = 0
            for heading in page.select("h1, h2, h3, h4, h5, h6"):
                level = int(heading.name[1])
                if level > before + 1:
                    faults.append(
                        f"{name}: {heading.get_text(' ', strip=True)} h{before} > h{level}"
                    )
                before = level
        assert [] == faults

    def test_the_language_of_a_page_is_that_of_its_folder(self, site: Site) -> None:
        """``<html lang>`` is what a screen reader and the search engine go by."""
        expected = {name: name[:2] for name in site.in_languages()}
        assert expected == {
            name: one(page, "html")["lang"] for name, page in site.in_languages().items()
        }

    def test_every_page_has_a_title_and_a_description(self, site: Site) -> None:
        """The title and the description are there and, but for names, in the page's language."""
        for name, page in site.in_languages().items():
            title = one(page, "title").get_text(strip=True)
            description = str(one(page, "meta[name=description]")["content"]).strip()
            assert title
            assert description
            assert name.startswith("ru/") == bool(CYRILLIC.search(description))

    def test_cyrillic_is_marked_as_russian(self, site: Site) -> None:
        """Every run of Cyrillic stands inside ``lang=ru``, so that it is spoken as Russian."""
        faults = [
            f"{name}: {run} in <{element.name}>"
            for name, page in site.pages.items()
            for text, element in spoken(page)
            if not language(element).startswith("ru")
            for run in CYRILLIC_WORDS.findall(text)
        ]
        assert [] == faults

    def test_cyrillic_in_attributes_is_marked_as_russian(self, site: Site) -> None:
        """What assistive technology reads of an attribute is in the language of its element."""
        faults = [
            f"{name}: {attribute}={value}"
            for name, page in site.pages.items()
            for attribute in ("aria-label", "title", "alt", "placeholder")
            for element in page.select(f"[{attribute}]")
            for value in [str(element[attribute])]
            if CYRILLIC.search(value) and not language(element).startswith("ru")
        ]
        assert [] == faults

    def test_prose_in_another_alphabet_is_marked_on_russian_pages(self, site: Site) -> None:
        """Three Latin words in a row on a Russian page are inside an element that says so."""
        faults = [
            f"{name}: {run} in <{element.name}>"
            for name, page in site.of("ru").items()
            for text, element in spoken(page)
            if language(element).startswith("ru")
            for run in LATIN_PROSE.findall(ADDRESS_IN_TEXT.sub(" ", text))
        ]
        assert [] == faults

    # --- the pages --------------------------------------------------------------------------

    def test_every_page_is_in_both_languages(self, site: Site) -> None:
        """English and Russian pages have the same names."""
        names = {lang: sorted(name[3:] for name in site.of(lang)) for lang in LANGUAGES}
        assert names["en"] == names["ru"]
        kinds = {"index", "council", "tables", "authors", "about"}
        slugs = {article.slug for article in site.edition.articles}
        assert {f"{key}.html" for key in kinds | slugs} <= set(names["en"])

    def test_every_page_switches_its_language_in_place(self, site: Site) -> None:
        """Each page links to itself in the other language."""
        faults = []
        for name, page in site.in_languages().items():
            other = "ru" if name.startswith("en/") else "en"
            links = page.select(f"a[hreflang={other}]")
            targets = {target(name, str(link["href"])) for link in links}
            if f"{other}/{name[3:]}" not in targets:
                faults.append(f"{name}: {sorted(targets)}")
        assert [] == faults

    def test_the_root_page_offers_both_languages(self, site: Site) -> None:
        """The root leads to both covers and goes to neither by itself."""
        page = site.pages["index.html"]
        links = page.select("main a[hreflang]")
        offered = {str(link["hreflang"]): str(link["href"]) for link in links}
        assert {"en": "en/index.html", "ru": "ru/index.html"} == offered
        assert [] == page.select("meta[http-equiv=refresh i]")

    def test_the_contents_lead_to_every_article(self, site: Site) -> None:
        """The cover lists all articles in their order with their first pages."""
        for lang in LANGUAGES:
            entries = site.pages[f"{lang}/index.html"].select(".contents-entry")
            expected = [
                (f"{article.slug}.html", str(article.meta.pages.first))
                for section in site.edition.issue.sections
                for article in site.edition.articles_in(section.id)
            ]
            assert expected == [
                (
                    str(one(entry, "a.contents-title")["href"]),
                    re.sub(r"\D", "", one(entry, ".contents-page").get_text()),
                )
                for entry in entries
            ]

    def test_every_page_carries_the_reference_that_the_magazine_asks_for(self, site: Site) -> None:
        """Title, publisher and year of the issue stand on every page of a language."""
        issue = site.edition.issue
        for name, page in site.in_languages().items():
            text = plain(page)
            assert typographic(issue.journal.title, "en") in text, name
            assert str(issue.year) in text, name

    # --- the text ---------------------------------------------------------------------------

    def test_paragraphs_are_numbered_as_in_the_source(self, site: Site) -> None:
        """``p1`` to ``pN`` without a gap, in the order of the source, with its very words."""
        for name, page in site.articles().items():
            article = site.edition.article(name[3:].removesuffix(".html"))
            numbered = [b for b in article.text.blocks if b.number is not None]
            shown = [e for e in page.select("[id]") if re.fullmatch(r"p\d+", str(e["id"]))]
            assert [f"p{block.number}" for block in numbered] == [e["id"] for e in shown]
            assert [reading_text(block.runs) for block in numbered] == [of_page(e) for e in shown]

    def test_headings_are_those_of_the_source(self, site: Site) -> None:
        """Each heading of the text is on the page, with its words and on its level."""
        for name, page in site.articles().items():
            article = site.edition.article(name[3:].removesuffix(".html"))
            expected = [
                (f"h{block.level}", reading_text(block.runs))
                for block in blocks_of(article.text, "heading")
            ]
            headings = one(page, ".article-text").select("h1, h2, h3, h4, h5, h6")
            assert expected == [(heading.name, of_page(heading)) for heading in headings]

    def test_separators_are_those_of_the_source(self, site: Site) -> None:
        """Each printed separator is on the page."""
        for name, page in site.articles().items():
            article = site.edition.article(name[3:].removesuffix(".html"))
            expected = len(blocks_of(article.text, "separator"))
            assert expected == len(page.select(".article-text hr"))

    def test_notes_have_the_words_of_the_source(self, site: Site) -> None:
        """Each paragraph of each note is on the page."""
        for name, page in site.articles().items():
            article = site.edition.article(name[3:].removesuffix(".html"))
            assert notes_of(article) == [
                (str(note["id"]).removeprefix("fn-"), of_page(p))
                for note in page.select("li.note")
                for p in note.select("p")
            ]

    def test_references_have_the_words_of_the_source(self, site: Site) -> None:
        """Each entry of each list is on the page, in its order and under its number."""
        for name, page in site.articles().items():
            article = site.edition.article(name[3:].removesuffix(".html"))
            expected = [(str(r.number), of_source(r.text)) for r in article.meta.references]
            entries = page.select("li.reference")
            assert expected == [
                (str(e["value"]), of_page(one(e, ".reference-text"))) for e in entries
            ]

    # --- tables -----------------------------------------------------------------------------

    def test_every_table_is_where_it_belongs_and_can_be_downloaded(self, site: Site) -> None:
        """A figure for every table on its article's page, and its CSV byte for byte."""
        for lang in LANGUAGES:
            for table in site.edition.tables:
                page = site.pages[f"{lang}/{table.article}.html"]
                link = one(page, f"figure#{table.name} a.csv")
                path = site.folder / target(f"{lang}/{table.article}.html", str(link["href"]))
                assert (site.source / table.csv_path).read_bytes() == path.read_bytes()

    def test_tables_have_captions_and_scoped_heads(self, site: Site) -> None:
        """A table says what it shows, and each head what it is the head of."""
        for name, page in site.articles().items():
            for grid in page.select("figure table"):
                assert one(grid, "caption").get_text(strip=True), name
                assert {"col"} == {str(th.get("scope")) for th in grid.select("thead th")}, name
                groups = grid.select("tbody > tr:first-child > th[scope=rowgroup]:only-child")
                rows = grid.select("tbody th[scope=row]")
                assert len(grid.select("tbody th")) == len(rows) + len(groups), name

    def test_the_list_of_tables_leads_to_each_of_them(self, site: Site) -> None:
        """The page of tables has an entry for every table and every lost diagram."""
        for lang in LANGUAGES:
            links = site.pages[f"{lang}/tables.html"].select(".table-entry a:not(.csv)")
            expected = [f"{table.article}.html#{table.name}" for table in site.edition.tables]
            assert sorted(expected) == sorted(str(link["href"]) for link in links)

    # --- what comes with the pages ----------------------------------------------------------

    def test_the_search_index_keeps_the_languages_apart(self, site: Site) -> None:
        """Pagefind has indexed pages of both languages, and of no other."""
        entry = json.loads((site.folder / "pagefind" / "pagefind-entry.json").read_text("utf-8"))
        counts = {lang: found["page_count"] for lang, found in entry["languages"].items()}
        assert sorted(LANGUAGES) == sorted(counts)
        assert counts["en"] >= counts["ru"] > len(site.edition.articles)

    def test_nothing_of_the_source_is_published_by_accident(self, site: Site) -> None:
        """No Markdown, YAML or source map is on the site."""
        suffixes = {".md", ".yml", ".yaml", ".jinja", ".py", ".map"}
        assert [] == [str(path) for path in site.folder.rglob("*") if path.suffix in suffixes]
