"""The tests of sites can fail: each is shown a site with the one fault that it looks for."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.editions import Site
from tests.site_structure import SiteStructure

BRINE, GULLS = "en/brine.html", "ru/gulls.html"

DEFECTS: dict[str, list[tuple[str, str, str | None]]] = {
    "every_internal_link_and_anchor_resolves": [
        (BRINE, 'href="authors.html#quill"', 'href="authors.html#quil"'),
        (BRINE, 'href="authors.html#quill"', 'href="writers.html#quill"'),
        (BRINE, 'href="authors.html#quill"', 'href="/en/authors.html#quill"'),
        ("404.html", 'href="/papers/en/index.html"', 'href="/en/index.html"'),
        ("404.html", 'href="/papers/en/index.html"', 'href="en/index.html"'),
    ],
    "every_reference_by_id_resolves": [
        (BRINE, 'aria-labelledby="abstract"', 'aria-labelledby="abstract summary"'),
    ],
    "no_id_stands_twice_on_a_page": [(BRINE, 'id="p2"', 'id="p1"')],
    "headings_give_way_to_every_part_of_the_page": [(BRINE, 'id="cite"', 'id="citation"')],
    "no_page_loads_anything_from_elsewhere": [
        (BRINE, "<main", '<img src="https://elsewhere.example/a.png" alt=""><main'),
        (BRINE, "<main", '<img srcset="a.png, //elsewhere.example/b.png 2x" alt=""><main'),
        (BRINE, "</head>", '<link rel="preconnect" href="https://elsewhere.example"></head>'),
        (BRINE, "</head>", '<script src="//elsewhere.example/a.js"></script></head>'),
        (BRINE, "</head>", "<style>@import 'https://elsewhere.example/a.css'</style></head>"),
        (BRINE, "<main", '<p style="background: url(http://elsewhere.example/a)"></p><main'),
        (BRINE, "<main", '<form action="https://elsewhere.example"></form><main'),
        (
            BRINE,
            "</head>",
            '<meta http-equiv="Refresh" content="0; url=https://elsewhere.example"></head>',
        ),
    ],
    "no_style_sheet_loads_anything_from_elsewhere": [
        ("assets/edition/edition.*.css", "}", '}\n@import "https://elsewhere.example/a.css";'),
        ("assets/edition/edition.*.css", "}", "}\nb { background: url(nowhere.png) }"),
    ],
    "no_script_of_the_pages_knows_an_address_elsewhere": [
        ("assets/edition/edition.*.js", ";", ';fetch("https://elsewhere.example/count");'),
        (BRINE, "</head>", "<script>fetch(`//elsewhere.example/a`)</script></head>"),
    ],
    "every_mark_has_its_note_and_every_note_its_marks": [
        (BRINE, 'class="note-back" href="#fnref2-1"', 'class="note-back" href="#fnref-1"'),
        (BRINE, 'href="#fn-2" role="doc-noteref"', 'href="#fn-1" role="doc-noteref"'),
    ],
    "notes_keep_their_printed_numbers": [
        (GULLS, 'id="fn-5" value="5"', 'id="fn-5" value="1"'),
        (GULLS, 'role="doc-noteref">5<', 'role="doc-noteref">1<'),
    ],
    "every_citation_has_its_entry_and_leads_back": [
        (BRINE, 'href="#ref-2" id="cite-2"', 'href="#ref-1" id="cite-2"'),
        (BRINE, 'id="cite-3"', 'id="quote-3"'),
    ],
    "every_mark_of_the_apparatus_has_its_entry": [
        (BRINE, 'id="entry-2"', 'id="entry-3"'),
        (BRINE, 'href="#mark-2"', 'href="#mark-1"'),
    ],
    "every_page_has_one_first_level_heading": [
        (BRINE, '<h2 id="cite"', '<h1>Cite</h1><h2 id="cite"'),
        (BRINE, "h1", "h2"),
    ],
    "heading_levels_do_not_jump": [(BRINE, "h3", "h4")],
    "the_language_of_a_page_is_that_of_its_folder": [(GULLS, '<html lang="ru"', '<html lang="en"')],
    "every_page_has_a_title_and_a_description": [
        (GULLS, 'name="description" content="', 'name="description" content="Gulls" x="'),
    ],
    "cyrillic_is_marked_as_russian": [
        (BRINE, '<span lang="ru">пуд</span>', "пуд"),
        (GULLS, '<span lang="ru">чайка</span>', "чайка"),
    ],
    "cyrillic_in_attributes_is_marked_as_russian": [
        (BRINE, 'aria-label="Note 2"', 'aria-label="Примечание 2"'),
    ],
    "prose_in_another_alphabet_is_marked_on_russian_pages": [
        (GULLS, 'class="article-text" id="text" lang="en"', 'class="article-text"'),
    ],
    "every_page_is_in_both_languages": [("ru/ferries.html", "", None)],
    "every_page_switches_its_language_in_place": [(GULLS, "../en/gulls.html", "../en/index.html")],
    "the_root_page_offers_both_languages": [
        ("index.html", 'href="ru/index.html"', 'href="ru/about.html"'),
        ("index.html", "</head>", '<meta http-equiv="refresh" content="0; url=en/"></head>'),
    ],
    "the_contents_lead_to_every_article": [
        ("ru/index.html", 'class="contents-title" href="gulls.html"', 'href="gulls.html"'),
        ("ru/index.html", "</span> 10</span>", "</span> 11</span>"),
    ],
    "every_page_carries_the_reference_that_the_magazine_asks_for": [
        ("ru/tables.html", "1931", "1932"),
    ],
    "paragraphs_are_numbered_as_in_the_source": [
        (BRINE, 'id="p10"', 'id="p11"'),
        (BRINE, "a rim of oak;", "a rim of elm;"),
        (BRINE, "copied (1) once", "copied once"),
    ],
    "headings_are_those_of_the_source": [
        (BRINE, "What Remains</h2>", "What Is Left</h2>"),
        (BRINE, "<h4", "<h5"),
    ],
    "separators_are_those_of_the_source": [(BRINE, "<hr", "<wbr")],
    "notes_have_the_words_of_the_source": [(BRINE, "in 1703", "in 1704")],
    "references_have_the_words_of_the_source": [
        (BRINE, "Fenmouth, 1930.", "Fenmouth."),
        (BRINE, 'id="ref-3" value="3"', 'id="ref-3" value="4"'),
    ],
    "every_table_is_where_it_belongs_and_can_be_downloaded": [
        ("tables/brine-1.csv", "12.50", "12.5"),
        (BRINE, 'id="brine-2"', 'id="brine-3"'),
    ],
    "tables_have_captions_and_scoped_heads": [
        (BRINE, '<th scope="row">Upper', "<th>Upper"),
        (BRINE, '<th scope="col">Well', "<th>Well"),
    ],
    "the_list_of_tables_leads_to_each_of_them": [
        ("en/tables.html", 'href="gulls.html#gulls-2"', 'href="gulls.html#gulls-1"'),
    ],
    "the_search_index_keeps_the_languages_apart": [
        ("pagefind/pagefind-entry.json", '"ru": {', '"unknown": {'),
    ],
    "nothing_of_the_source_is_published_by_accident": [("en/brine.md", "", "The text.")],
}


Defect = tuple[str, str, str | None]
CASES = [(name, defect) for name, defects in DEFECTS.items() for defect in defects]


def broken(site: Site, folder: Path, defect: Defect) -> Site:
    """Return a copy of a site with a fault in one file: a replacement, a new text, or none."""
    pattern, old, new = defect
    shutil.copytree(site.folder, folder)
    (file,) = [folder / pattern] if not old else folder.glob(pattern)
    pages = dict(site.pages)
    name = file.relative_to(folder).as_posix()
    pages.pop(name, None)
    if new is None:
        file.unlink()
    else:
        text = file.read_text(encoding="utf-8") if old else ""
        assert old in text, f"{name} has no {old}"
        text = text.replace(old, new) if old else new
        file.write_text(text, encoding="utf-8")
        if file.suffix == ".html":
            pages[name] = BeautifulSoup(text, "html5lib")
    copy = replace(site, folder=folder)
    vars(copy)["pages"] = pages
    return copy


@pytest.mark.parametrize(("name", "defect"), CASES, ids=[name for name, _ in CASES])
def test_a_fault_is_found(name: str, defect: Defect, invented_site: Site, tmp_path: Path) -> None:
    """The test that passes on the good site fails on the broken one."""
    check = getattr(SiteStructure(), f"test_{name}")
    check(invented_site)
    with pytest.raises((AssertionError, KeyError)):
        check(broken(invented_site, tmp_path / "site", defect))


def test_every_test_of_sites_has_been_seen_to_fail() -> None:
    """A test that was never seen to fail may not be able to."""
    tests = {name for name in vars(SiteStructure) if name.startswith("test_")}
    assert tests == {f"test_{name}" for name in DEFECTS}
