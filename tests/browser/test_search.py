"""What the search finds, what it does not find, and where what it found leads."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect
from tests.browser.reader import text, wait_until_seen
from tests.browser.searching import (
    DIALOG,
    GROUP,
    PASSAGE,
    STATUS,
    Searched,
    ask,
    fold,
    heading_of,
    link_to,
    marked_words,
    open_search,
    pages_found,
    pages_with,
    passages,
)
from tests.editions import Site
from tests.reading import plain

from edition.content.model import LANGUAGES, Language
from edition.languages import Labels

pytestmark = pytest.mark.browser

UNKNOWN = ["xylophone", "ъщывл", "zzzz", "kazoo", "казус", "mango", "wombat", "ксилофон", "оркестр"]
"""Pagefind alone has an answer to most of these, and a wrong one."""
SAME = [
    ("migrations", "migration"), ("city", "cities"), ("elects", "election"), ("War", "wars"),
    ("казахстанского", "казахстанский"), ("кандидаты", "кандидат"), ("миграции", "миграция"),
    ("мира", "миру"), ("века", "веков"), ("этого", "этом"), ("Müllerson", "Mullerson's"),
    ("елка", "ёлки"), ("oil-related", "oil"),
]  # fmt: skip
NOT_THE_SAME = [
    ("kazoo", "KazNU"), ("kazoo", "KazISS"), ("казус", "КазНУ"), ("mango", "man"), ("zzzz", "z"),
    ("ксилофон", "к"), ("прийти", "при"), ("button", "but"), ("12", "123"), ("in", "into"),
]  # fmt: skip
PLACES = [
    ("en", "Tasmaganbetov", "mullerson.html#p16", "Tasmaganbetov"),
    ("en", "Ablay", "mullerson.html#p17", "Ablay"),
    ("en", "Ibid", "mullerson.html#fn-7", "Ibid"),
    ("en", "Ibid", "karami.html#ref-6", "Ibid"),
    ("en", "petroleum", "tables.html#imyarova-2", "Petroleum"),
    ("ru", "кандидаты наук", "council.html#sultanov", "кандидат"),
    ("ru", "миграции", "sadovskaya.html#abstract", None),
]


@pytest.mark.parametrize("word", ["Mullerson", "Müllerson", "Ablay", "Tasmaganbetov"])
def test_a_name_is_found_on_every_english_page_that_has_it_and_on_no_other(
    word: str, page: Page, base: str, searched: Searched
) -> None:
    """With or without its accents."""
    page.goto("en/index.html")
    open_search(page)
    ask(page, word)
    expected = pages_with(searched, "en", word)
    assert "en/mullerson.html" in expected
    assert expected == pages_found(page, base)


@pytest.mark.parametrize(
    ("lang", "word", "forms", "stem"),
    [
        ("en", "migrations", ["migration"], "migrat"),
        ("ru", "казахстанского", ["казахстанского"], "казахстан"),
        ("ru", "миграции", ["миграции", "миграция"], "миграц"),
    ],
)
def test_a_word_is_found_in_all_its_forms(  # noqa: PLR0913, PLR0917  # one case of many
    lang: Language,
    word: str,
    forms: list[str],
    stem: str,
    page: Page,
    base: str,
    searched: Searched,
) -> None:
    """On every page that has one of the forms, and nowhere but in forms of the same word."""
    page.goto(f"{lang}/index.html")
    open_search(page)
    ask(page, word)
    found = list(passages(page, base))
    for form in forms:
        expected = pages_with(searched, lang, form)
        assert expected
        assert expected <= {passage.path for passage in found}
    assert [] == [p.marks for p in found if not any(stem in fold(mark) for mark in p.marks)]


def test_several_words_are_found_where_all_of_them_stand(
    page: Page, base: str, real_site: Site
) -> None:
    """«Кандидаты наук» are the members of the Council who are one."""
    page.goto("ru/index.html")
    open_search(page)
    ask(page, "кандидаты наук")
    council = real_site.pages["ru/council.html"]
    expected = {
        str(member["id"])
        for member in council.select(".council li")
        if re.search(r"кандидат\w* \w+ наук", plain(member).lower())
    }
    found = {p.place for p in passages(page, base) if p.path == "ru/council.html"}
    assert expected
    assert expected <= found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_nowhere_in_the_issue_is_not_found(
    lang: Language, page: Page, searched: Searched
) -> None:
    """No result, a plain word about it, and lists to go on from."""
    page.goto(f"{lang}/index.html")
    open_search(page)
    nothing = {"en": "Nothing found.", "ru": "Ничего не найдено."}[lang]
    for word in UNKNOWN:
        assert not pages_with(searched, lang, word)
        ask(page, word)
        expect(page.locator(STATUS)).to_have_text(f"{nothing} {Labels(lang)['search_none_help']}")
        expect(page.locator(".search-results > *")).to_have_count(0)
        expect(page.locator(".search-lists a")).to_have_count(4)
        expect(page.locator(".search-lists")).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_word_that_is_only_half_there_is_not_found(lang: Language, page: Page) -> None:
    """All words of a query must be found, also beside one that is on every page."""
    page.goto(f"{lang}/index.html")
    open_search(page)
    ask(page, "Kazakhstan xylophone")
    expect(page.locator(".search-results > *")).to_have_count(0)


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "Kazakhstan"), ("ru", "Казахстан"), ("ru", "the")]
)
def test_results_are_in_the_language_of_the_page(
    lang: Language, word: str, page: Page, base: str
) -> None:
    """No result leads to a page of the other language."""
    page.goto(f"{lang}/about.html")
    open_search(page)
    ask(page, word)
    links = page.locator(".search-results a").evaluate_all("(all) => all.map((a) => a.href)")
    assert links
    assert [] == [link for link in links if not link.startswith(f"{base}{lang}/")]


@pytest.mark.parametrize(("lang", "word"), [("en", "migration"), ("ru", "migration")])
def test_results_stand_under_the_headings_of_their_page(
    lang: Language, word: str, page: Page, base: str, real_site: Site
) -> None:
    """Each passage under the heading that it has on its page, with its very words."""
    page.goto(f"{lang}/index.html")
    open_search(page)
    ask(page, word)
    found = [p for p in passages(page, base) if p.path == f"{lang}/assanbayev.html"]
    target = real_site.pages[f"{lang}/assanbayev.html"]
    assert len({p.heading for p in found}) > 2
    for passage in found:
        expected = heading_of(target, passage.place)
        expected = Labels(lang)["search_text"] if expected == "Text" else expected
        assert expected == passage.heading


@pytest.mark.parametrize("lang", LANGUAGES)
def test_excerpts_are_words_of_their_place_with_the_sought_ones_marked(
    lang: Language, page: Page, base: str, real_site: Site
) -> None:
    """An excerpt of a paragraph is a part of it, and says where it goes on."""
    page.goto(f"{lang}/index.html")
    open_search(page)
    ask(page, "democracy")
    found = [p for p in passages(page, base) if re.fullmatch(r"p\d+", p.place)]
    assert len(found) > 5
    for passage in found:
        place = real_site.pages[passage.path].find(id=passage.place)
        assert place is not None
        words = re.findall(r"\w+", fold(plain(place)))
        excerpt = re.findall(r"\w+", fold(passage.excerpt))
        starts = [at for at, word in enumerate(words) if word == excerpt[0]]
        # Note numbers stand in the paragraph and not in the excerpt.
        plainly = [[w for w in words[at:] if not w.isdecimal()] for at in starts]
        sought = [word for word in excerpt if not word.isdecimal()]
        assert any(sought == rest[: len(sought)] for rest in plainly), passage
        assert passage.marks
        assert all(fold(mark).find("democra") >= 0 for mark in passage.marks), passage
        assert all(re.fullmatch(r"\w.*\w", mark) for mark in passage.marks), passage
        assert "democracy" == passage.query


@pytest.mark.parametrize(("lang", "query", "target", "word"), PLACES)
def test_a_result_leads_to_its_place(  # noqa: PLR0913, PLR0917  # one case of many
    lang: Language, query: str, target: str, word: str | None, page: Page, base: str
) -> None:
    """To the paragraph, note, reference or entry: on the screen, with the words marked."""
    page.goto(f"{lang}/index.html")
    open_search(page)
    ask(page, query)
    link = link_to(page, f"{lang}/{target}")
    if not link.is_visible():
        page.locator(GROUP).filter(has=link).locator(".search-more").click()
    link.click()
    page.wait_for_url(f"**/{lang}/{target}")
    expect(page).to_have_url(f"{base}{lang}/{target}")
    anchor = target.split("#")[1]
    wait_until_seen(page.locator(f"[id='{anchor}']"))
    page.wait_for_function("() => CSS.highlights.has('search')")
    if word is not None:
        assert word in marked_words(page, anchor)


def test_a_result_on_the_page_that_is_open_does_not_load_it_again(page: Page, base: str) -> None:
    """The dialog closes, the paragraph comes, the words are marked."""
    page.goto("en/mullerson.html")
    page.evaluate("window.still = true")
    open_search(page)
    ask(page, "Tasmaganbetov")
    link_to(page, "en/mullerson.html#p17").click()
    expect(page.locator(DIALOG)).to_be_hidden()
    wait_until_seen(page.locator("#p17"))
    assert {"Tasmaganbetov"} == set(marked_words(page, "p17"))
    assert page.evaluate("window.still")
    expect(page).to_have_url(f"{base}en/mullerson.html#p17")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_title_of_a_result_leads_to_its_page(lang: Language, page: Page, base: str) -> None:
    """To its beginning, with what was sought marked."""
    page.goto(f"{lang}/index.html")
    open_search(page)
    ask(page, "Tasmaganbetov")
    title = page.locator(f"{GROUP} h2 a[href*='/mullerson.html']")
    title.click()
    page.wait_for_url(f"{base}{lang}/mullerson.html")
    page.wait_for_function("() => CSS.highlights.get('search')?.size > 0")
    assert "Tasmaganbetov" in marked_words(page, "p17")
    assert 0 == page.evaluate("scrollY")


def test_more_passages_of_a_page_are_shown_on_demand(page: Page) -> None:
    """A page shows its first passages and a button with the number of the others."""
    page.goto("en/index.html")
    open_search(page)
    ask(page, "Kazakhstan")
    title = page.locator(GROUP).filter(has=page.locator(".search-more")).first.locator("h2")
    group = page.locator(GROUP).filter(has_text=text(title))
    expect(group).to_have_count(1)
    links = group.locator(".search-passages > li > a")
    shown, every = links.filter(visible=True).count(), links.count()
    assert 4 == shown
    button = group.locator(".search-more")
    expect(button).to_have_text(f"More passages on this page: {every - shown}")
    button.click()
    expect(links.filter(visible=True)).to_have_count(every)
    expect(button).to_have_count(0)
    expect(links.and_(page.locator(":focus"))).to_have_count(1)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("facet", ["author", "section", "kind"])
def test_results_can_be_narrowed(
    lang: Language, facet: str, page: Page, base: str, real_site: Site
) -> None:
    """Each choice leaves exactly the pages that it names, and says beforehand how many."""
    page.goto(f"{lang}/index.html")
    open_search(page)
    ask(page, "Kazakhstan")
    everything = pages_found(page, base)
    values = {
        name: str(real_site.pages[name].select_one("article")[f"data-{key(facet)}"]).split("|")  # type: ignore[index]
        for name in everything
    }
    select = page.locator(f"select[data-facet={facet}]")
    options = select.evaluate(
        "(s) => [...s.options].filter((o) => !o.disabled).map((o) => [o.value, o.textContent])"
    )
    assert len(options) > 2
    for value, label in options:
        select.select_option(value)
        expected = {name for name in everything if not value or value in values[name]}
        assert expected == pages_found(page, base), value
        assert label == f"{value or Labels(lang)['search_all']} ({len(expected)})"
        expect(page.locator(STATUS)).to_contain_text(str(len(expected)))


def key(facet: str) -> str:
    """Return the name that a facet has on a page."""
    return "authors" if facet == "author" else facet


def test_facets_narrow_together(page: Page, base: str) -> None:
    """An author and a kind: the article alone."""
    page.goto("en/index.html")
    open_search(page)
    ask(page, "democracy")
    page.select_option("select[data-facet=author]", "Rein Müllerson")
    page.select_option("select[data-facet=kind]", "Articles")
    assert {"en/mullerson.html"} == pages_found(page, base)


def test_a_phrase_in_quotation_marks_is_found_as_it_stands(
    page: Page, base: str, searched: Searched
) -> None:
    """Not where its words stand apart."""
    page.goto("en/index.html")
    open_search(page)
    ask(page, "“nuclear weapons”")
    found = list(passages(page, base))
    assert found
    assert all("nuclear weapons" in " ".join(p.marks).lower() for p in found)
    assert {p.path for p in found} <= pages_with(searched, "en", "weapons")


@pytest.mark.parametrize(
    ("lang", "query", "name"),
    [
        ("en", "Назарбаев", "Nazarbayev, Nursultan"),
        ("en", "Nazarbaev", "Nazarbayev, Nursultan"),
        ("ru", "Nazarbayev", "Назарбаев, Нурсултан"),
        ("en", "Tasmagambetov", "Tasmaganbetov, Imangali"),
    ],
)
def test_a_name_is_found_in_any_spelling_and_either_script(
    lang: Language, query: str, name: str, page: Page
) -> None:
    """The index of names answers beside the texts, and leads to the paragraphs."""
    page.goto(f"{lang}/index.html")
    open_search(page)
    ask(page, query)
    entry = page.locator(".search-name").filter(has=page.locator("h3 a", has_text=name))
    expect(entry).to_have_count(1)
    place = entry.locator("p a").first
    expect(place).to_have_text(re.compile(r"^¶ \d+$"))
    anchor = str(place.get_attribute("href")).split("#")[1]
    place.click()
    wait_until_seen(page.locator(f"[id='{anchor}']"))


def test_pages_without_a_language_are_not_searched(searched: Searched) -> None:
    """Nor is anything but the text of a page."""
    assert searched["index.html"] == searched["404.html"] == set()
    assert "tasmaganbetov" in searched["en/mullerson.html"]


def test_words_agree_in_all_their_forms_and_in_nothing_else(page: Page) -> None:
    """A word of the query is the same as one of the text, or it is not."""
    page.goto("en/index.html")
    wrong = page.evaluate(
        """async ([base, same, different]) => {
          const { answers, parse } = await import(`${base}assets/edition/search/match.js`);
          const is = ([query, word]) => answers(parse(query).words, word).some((how) => how === 2);
          return [...same.filter((pair) => !is(pair)), ...different.filter(is)];
        }""",
        [page.url.removesuffix("en/index.html"), SAME, NOT_THE_SAME],
    )
    assert [] == wrong


def test_an_answer_is_not_overtaken_by_an_older_one(page: Page) -> None:
    """Whoever types on sees what the last letters ask for, however late other answers come."""
    held: list[Route] = []
    page.goto("en/index.html")
    open_search(page)
    ask(page, "zzzz")
    # Playwright marks the function that it calls, and a method of a list cannot be marked.
    page.route("**/pagefind/fragment/*", lambda route: held.append(route))  # noqa: PLW0108
    page.fill("#search-query", "Kazakhstan")
    expect(page.locator(STATUS)).to_have_text(Labels("en")["search_waiting"])
    page.wait_for_timeout(300)
    page.fill("#search-query", "xylophone")
    expect(page.locator(STATUS)).to_contain_text("Nothing found.")
    assert held
    for route in held:
        route.continue_()
    page.wait_for_timeout(500)
    expect(page.locator(STATUS)).to_contain_text("Nothing found.")
    expect(page.locator(PASSAGE)).to_have_count(0)


@pytest.mark.parametrize("sign", ["'", "’"])
def test_an_apostrophe_is_found_in_either_shape(sign: str, page: Page, base: str) -> None:
    """Whatever the page shows."""
    page.goto("en/index.html")
    open_search(page)
    ask(page, f"King{sign}s College")
    assert "en/mullerson.html" in pages_found(page, base)
    ask(page, f"{sign}tulip revolution{sign}")
    assert "en/mullerson.html" in pages_found(page, base)


def test_a_space_that_holds_is_a_space_to_the_search(page: Page, base: str) -> None:
    """A short word and the next are found as a phrase; no such space is in what is found."""
    page.goto("ru/index.html")
    open_search(page)
    ask(page, "«отношение к мигрантам»")
    assert "ru/sadovskaya.html" in pages_found(page, base)
    ask(page, "по-английски")
    assert page.locator(PASSAGE).count()
    assert "\u00a0" not in "".join(page.locator(PASSAGE).all_text_contents())
