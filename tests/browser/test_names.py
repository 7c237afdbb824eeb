"""The index of names, and the lists of notes, references, tables and diagrams: all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page, expect
from tests.browser.reader import typed, wait_until_seen
from tests.browser.searching import ask, open_search
from tests.editions import Site
from tests.reading import of_page, of_source, one, plain, target

from edition.content.model import (
    AUTHORITY_KINDS,
    LANGUAGES,
    AuthorityEntry,
    AuthorityKind,
    Edition,
    Language,
)
from edition.languages import Labels

pytestmark = pytest.mark.browser

PLACE = ".name-mentions a"
ASKED: list[tuple[Language, str, str]] = [
    ("ru", "Nazarbaev", "persons-nazarbayev"),
    ("en", "Kirghizia", "places-kyrgyzstan"),
    ("ru", "Kirghizia", "places-kyrgyzstan"),
    ("en", "Нур Отан", "organisations-nur-otan"),
    ("ru", "Нур Отан", "organisations-nur-otan"),
]
"""Spellings of another time or script, and the entries that they mean; `test_search` has more."""
ELSEWHERE: list[tuple[Language, str, str]] = [
    ("en", "Буш", "imyarova.html#title"),
    ("en", "Боливия", "imyarova.html#imyarova-4"),
    ("ru", "Bolivia", "imyarova.html#imyarova-4"),
    ("en", "Eginaliev", "authors.html#yeginaliyev"),
    ("en", "Крумм", "council.html#krumm"),
    ("ru", "Krumm", "council.html#krumm"),
    ("ru", "Khatkuliyeva", "index.html#masthead-design"),
]
"""The same for places without a number."""

Named = tuple[str, str, str]
"""A place as the English index has it: page, anchor, and what it is called."""
FIGURE = "caption, thead, tbody"
"""What a table says itself; its foot may repeat what is printed under another one."""


@pytest.fixture(scope="module")
def read(real_site: Site) -> dict[tuple[str, str], str]:
    """The words of every paragraph, note and reference, by article and anchor."""
    return {
        (article.slug, str(e["id"])): typed(of_page(e.select_one(".reference-text") or e))
        for article in real_site.edition.articles
        for e in real_site.pages[f"en/{article.slug}.html"].select("[id]")
        if re.fullmatch(r"(p|fn-|ref-)\d+", str(e["id"]))
    }


@pytest.fixture(scope="module")
def printed(real_site: Site, read: dict[tuple[str, str], str]) -> dict[Named, str]:
    """The printed words of every place, read on the English pages."""
    found = {(*place, called(place[1])): words for place, words in read.items()}
    for article in real_site.edition.articles:
        page = real_site.pages[f"en/{article.slug}.html"]
        found |= {(article.slug, *rest): words for rest, words in head_of(page).items()}
        for author in article.meta.authors:
            found["authors", author.id, "author"] = f"{author.byline}; {author.contents}"
            found["authors", author.id, "affiliation"] = typed(author.affiliation)
    council = {lang: real_site.pages[f"{lang}/council.html"] for lang in LANGUAGES}
    for member in council["en"].select(".council > li"):
        anchor = str(member["id"])
        words = "; ".join(of_page(one(page, f"#{anchor}")) for page in council.values())
        found["council", anchor, plain(one(member, ".council-name"))] = typed(words)
    for block in real_site.edition.issue.masthead:
        anchor = f"masthead-{block.id}"
        words = plain(one(real_site.pages["en/index.html"], f"#{anchor}"))
        first = typed(block.en.split("\n")[0].rstrip(":"))
        found["index", anchor, first] = typed(words)
    return found


def called(anchor: str) -> str:
    """Return what the English index calls a paragraph, note or reference."""
    key, number, _ = re.split(r"(\d+)", anchor)
    name = {
        "p": "¶ {n}",
        "fn-": Labels("en")["place_note"],
        "ref-": Labels("en")["place_reference"],
    }
    return name[key].format(n=number)


def head_of(page: BeautifulSoup) -> dict[tuple[str, str], str]:
    """Return the words of an article's head, headings and tables, by anchor and name."""
    found = {("title", "title"): typed(of_page(one(page, ".article-title")))}
    abstract = one(page, "section.abstract")
    if abstract.select("p[data-printed]"):
        words = " ".join(map(of_page, abstract.select("p[data-printed]")))
        found["abstract", "abstract"] = typed(words)
    for heading in page.select(".article-text :is(h2, h3, h4)"):
        below = heading.find_next(id=re.compile(r"^p\d+$"))
        assert isinstance(below, Tag)
        key = (str(below["id"]), f"heading before ¶ {str(below['id'])[1:]}")
        found[key] = f"{found.get(key, '')}; {typed(of_page(heading))}"
    for figure in page.select("figure.edition-table"):
        parts = figure.select("caption" if "reconstruction" in figure["class"] else FIGURE)
        words = "; ".join(" | ".join(part.stripped_strings) for part in parts)
        found[str(figure["id"]), ""] = typed(words)
    return found


def entry_of(page: BeautifulSoup, kind: AuthorityKind, entry: AuthorityEntry) -> Tag:
    """Return an entry on the page of names."""
    return one(page, f"ul.names > li[id='{kind}-{entry.id}']")


def forms(entry: AuthorityEntry, slug: str) -> list[str]:
    """Return the forms that mean an entry in an article."""
    return [
        form if isinstance(form, str) else form.form
        for form in entry.forms
        if isinstance(form, str) or slug in form.only
    ]


def stands_in(form: str, words: str) -> bool:
    """Tell whether a form stands in a text as a whole word or as whole words."""
    form, words = typed(form), typed(words)
    return form in words and bool(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", words))


def entries(edition: Edition) -> Iterator[tuple[AuthorityKind, AuthorityEntry]]:
    """Yield every entry with its kind; there are some of each."""
    assert all(edition.authority.of(kind) for kind in AUTHORITY_KINDS)
    yield from edition.authority.all()


def leads_to(link: Tag) -> tuple[str, str]:
    """Return page and anchor of a link."""
    slug, anchor = str(link["href"]).split(".html#")
    return slug, anchor


def named_by(link: Tag) -> Named:
    """Return the place of a link of the English index; a table goes by its anchor alone."""
    page, anchor = leads_to(link)
    is_table = anchor.startswith(f"{page}-")
    return page, anchor, "" if is_table else typed(plain(link)).removesuffix(" …")


# --- the index of names -----------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_entry_has_its_headings_and_all_its_forms(lang: Language, real_site: Site) -> None:
    """In both languages, printed or not; each form once, whatever its capitals."""
    page = real_site.pages[f"{lang}/names.html"]
    listed = [str(item["id"]) for item in page.select("ul.names > li")]
    everything = list(entries(real_site.edition))
    assert sorted(f"{kind}-{entry.id}" for kind, entry in everything) == sorted(listed)
    for kind, entry in everything:
        item = entry_of(page, kind, entry)
        other: Language = "ru" if lang == "en" else "en"
        assert typed(entry.heading(lang)) == typed(one(item, ".name b").get_text()), entry.id
        others = [typed(other.get_text()) for other in item.select(".name-other")]
        expected = typed(entry.heading(other))
        assert ([] if expected == typed(entry.heading(lang)) else [expected]) == others, entry.id
        headings = {typed(entry.en.name).casefold(), typed(entry.ru.name).casefold()}
        printed = {typed(form).casefold() for form in entry.printed()} - headings
        supplied = {typed(form).casefold() for form in entry.also} - headings - printed
        said = {"printed_forms": printed, "other_forms": supplied}
        lines = [typed(line.get_text()) for line in item.select(".name-variants")]
        # A spelling may have a comma of its own.
        assert [
            (Labels(lang)[label], sorted(", ".join(forms).split(", ")))
            for label, forms in said.items()
            if forms
        ] == [
            (label, sorted(forms.casefold().split(", ")))
            for label, forms in (line.split(": ", maxsplit=1) for line in lines)
        ], entry.id


def test_each_place_of_the_index_is_there_and_has_the_name(
    real_site: Site, printed: dict[Named, str]
) -> None:
    """What the index calls so holds one of the entry's forms; of every kind there is one."""
    page = real_site.pages["en/names.html"]
    wrong, kinds = [], set()
    for kind, entry in entries(real_site.edition):
        for link in entry_of(page, kind, entry).select(PLACE):
            place = named_by(link)
            words = printed.get(place, "")
            if not place[2]:
                figure = one(real_site.pages[f"en/{place[0]}.html"], f"figure#{place[1]}")
                words = typed(" | ".join(figure.stripped_strings))
            if not any(stands_in(form, words) for form in entry.printed()):
                wrong.append(f"{entry.id}: {place}")
            kinds.add(
                re.sub(r"\W*\d+$", "", place[2])
                if place[0] not in {"council", "index"}
                else place[0]
            )
    assert [] == wrong
    assert {
        "", "title", "author", "affiliation", "abstract", "heading before", "note", "reference",
        "council", "index",
    } <= kinds  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_of_the_index_leads_to_an_element_and_says_it_in_words(
    lang: Language, real_site: Site
) -> None:
    """In both languages the same places; a sign has a word for the ear."""
    here, other = (real_site.pages[f"{name}/names.html"] for name in (lang, "en"))
    for kind, entry in entries(real_site.edition):
        links = entry_of(here, kind, entry).select(PLACE)
        assert [leads_to(a) for a in entry_of(other, kind, entry).select(PLACE)] == [
            leads_to(a) for a in links
        ]
        for link in links:
            name, anchor = leads_to(link)
            assert real_site.pages[f"{lang}/{name}.html"].find(id=anchor) is not None
            assert plain(link)
            assert ("¶" in plain(link)) == link.has_attr("aria-label")
            assert "¶" not in str(link.get("aria-label", ""))


def test_no_place_is_left_out_of_the_index(real_site: Site, printed: dict[Named, str]) -> None:
    """Wherever a form stands that is a part of no other entry's form, the entry leads there."""
    everything = list(entries(real_site.edition))
    every_form = {form for _, entry in everything for form in entry.printed()}
    page = real_site.pages["en/names.html"]
    missing = []
    for kind, entry in everything:
        listed = {named_by(link) for link in entry_of(page, kind, entry).select(PLACE)}
        others = every_form.difference(entry.printed())
        parts = {f for f in entry.printed() if any(stands_in(f, other) for other in others)}
        for place, words in printed.items():
            own = set(forms(entry, place[0])) - parts
            if place not in listed and any(stands_in(form, words) for form in own):
                missing.append(f"{entry.id}: {place}")
    assert [] == missing


def test_every_name_has_a_place(real_site: Site) -> None:
    """What the issue prints nowhere is not in its index."""
    page = real_site.pages["en/names.html"]
    assert [] == [
        entry.id
        for kind, entry in entries(real_site.edition)
        if not entry_of(page, kind, entry).select(PLACE)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_letters_lead_to_the_names_that_begin_so(
    lang: Language, page: Page, base: str, real_site: Site
) -> None:
    """In the order of the alphabet, each letter once in persons, places and organisations."""
    names = real_site.pages[f"{lang}/names.html"]
    for kind in AUTHORITY_KINDS:
        links = names.select(f"nav.letters a[href^='#{kind}-']")
        letters = [plain(link) for link in links]
        assert sorted(set(letters)) == letters
        for link in links:
            heading = one(names, str(link["href"]))
            assert plain(link) == plain(heading)
            assert heading.parent is not None
            first = {
                re.sub(r"\W", "", one(item, ".name b").get_text())[0].upper().replace("Ё", "Е")
                for item in heading.parent.select("li")
            }
            assert {plain(link)} == first
    page.goto(f"{lang}/names.html")
    anchor = str(page.locator("nav.letters a").last.get_attribute("href"))
    page.click(f"nav.letters a[href='{anchor}']")
    expect(page).to_have_url(f"{base}{lang}/names.html{anchor}")
    wait_until_seen(page.locator(anchor))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_place_of_the_index_is_a_click_away(lang: Language, page: Page, base: str) -> None:
    """Of every kind one, from the middle of the index."""
    for key in ("p", "fn-", "ref-", "imyarova-", "title", "abstract", "sultanov", "masthead-"):
        page.goto(f"{lang}/names.html")
        links = page.locator(f"{PLACE}[href*='#{key}']")
        link = links.nth(links.count() // 2)
        goal = str(link.get_attribute("href"))
        link.click()
        page.wait_for_url(f"**/{goal}")
        expect(page).to_have_url(f"{base}{lang}/{goal}")
        wait_until_seen(page.locator(f"[id='{goal.split('#')[1]}']"))


@pytest.mark.parametrize(("lang", "query", "anchor"), ASKED)
def test_the_search_finds_a_name_where_the_index_has_it(  # noqa: PLR0913, PLR0917  # one case of many
    lang: Language, query: str, anchor: str, page: Page, base: str, real_site: Site
) -> None:
    """All up to a dozen, in their order; then the way to the entry."""
    item = one(real_site.pages[f"{lang}/names.html"], f"[id='{anchor}']")
    expected = list(dict.fromkeys(str(link["href"]) for link in item.select(PLACE)))
    page.goto(f"{lang}/about.html")
    open_search(page)
    ask(page, query)
    block = page.locator(".search-name").filter(has=page.locator(f"h3 a[href$='#{anchor}']"))
    expect(block).to_have_count(1)
    found = block.locator("p a").evaluate_all(
        "(links) => links.map((a) => a.pathname.split('/').pop() + a.hash)"
    )
    assert expected[:12] + [f"names.html#{anchor}"] * (len(expected) > 12) == found
    goal = expected[0].split("#")[1]
    block.locator("p a").first.click()
    page.wait_for_url(f"**/{lang}/*#{goal}")
    expect(page).to_have_url(f"{base}{lang}/{expected[0]}")
    wait_until_seen(page.locator(f"[id='{goal}']"))


@pytest.mark.parametrize(("lang", "query", "goal"), ELSEWHERE)
def test_the_search_finds_a_name_that_stands_outside_the_text(
    lang: Language, query: str, goal: str, page: Page, base: str
) -> None:
    """A title, a table, an author, a member of the council, a line of the masthead."""
    page.goto(f"{lang}/about.html")
    open_search(page)
    ask(page, query)
    address, anchor = goal.split("#")
    place = page.locator(f".search-name p a[href*='/{lang}/{address}'][href$='#{anchor}']")
    assert place.inner_text().strip()
    place.click()
    page.wait_for_url(f"**/{lang}/{goal}")
    expect(page).to_have_url(f"{base}{lang}/{goal}")
    wait_until_seen(page.locator(f"[id='{goal.split('#')[1]}']"))


# --- notes, references, tables, diagrams ------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_note_and_reference_is_in_the_list(
    lang: Language, real_site: Site, read: dict[tuple[str, str], str]
) -> None:
    """Under its article, with its number and all its words, and leads to itself."""
    items = real_site.pages[f"{lang}/notes.html"].select(".listed-notes > li")
    listed = {}
    for item in items:
        link = one(item, "a.place")
        slug, anchor = leads_to(link)
        assert re.sub(r"\D", "", anchor) == plain(link)
        listed[slug, anchor] = typed(of_page(item).removeprefix(plain(link)))
    assert len(items) == len(listed)
    expected = {place: words for place, words in read.items() if not place[1].startswith("p")}
    assert list(expected) == list(listed)
    assert expected == listed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_table_and_diagram_is_in_the_list(lang: Language, real_site: Site) -> None:
    """By its number and caption, in the order of the articles; it leads to the table itself."""
    name = f"{lang}/tables.html"
    page = real_site.pages[name]
    edition = real_site.edition
    for kind, heading in (("table", "printed"), ("reconstruction", "lost")):
        expected = [
            table
            for article in edition.articles
            for table in edition.tables_of(article.slug)
            if table.kind == kind
        ]
        found = page.select(f"#{heading} ~ ul")[0].select(".table-entry")
        assert [table.name for table in expected] == [entry["id"] for entry in found]
        for table, entry in zip(expected, found, strict=True):
            link, data = one(entry, "a:not(.csv)"), one(entry, "a.csv")
            number = table.number[lang] if table.number else ""
            caption = typed(f"{number} {of_source(table.caption[lang])}")
            assert caption == typed(link.get_text())
            assert f"{table.article}.html#{table.name}" == link["href"]
            article = real_site.pages[f"{lang}/{table.article}.html"]
            assert "figure" == one(article, f"[id='{table.name}']").name
            assert (real_site.folder / target(name, str(data["href"]))).is_file()
            authors = edition.article(table.article).meta.authors
            surnames = [a.ru.surname if lang == "ru" else a.surname for a in authors]
            assert plain(one(entry, ".table-article")).startswith(", ".join(surnames))


@pytest.mark.parametrize(
    ("name", "kind"), [("notes", ".listed-notes .place"), ("tables", ".table-entry > a")]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_entry_of_a_list_is_a_click_away(
    lang: Language, name: str, kind: str, page: Page, base: str
) -> None:
    """The last one: as far down as it goes."""
    page.goto(f"{lang}/{name}.html")
    link = page.locator(f"main {kind}:not([download])").last
    goal = str(link.get_attribute("href"))
    link.click()
    page.wait_for_url(f"**/{goal}")
    expect(page).to_have_url(f"{base}{lang}/{goal}")
    wait_until_seen(page.locator(f"[id='{goal.split('#')[1]}']"))
