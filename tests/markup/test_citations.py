"""Citations: the marks and the list that they lead to."""

from __future__ import annotations

from bs4 import BeautifulSoup
from tests.rendering import page, with_article

from edition.content.model import LANGUAGES, Bilingual, Edition, Language
from edition.languages import say


def marks(html: BeautifulSoup) -> list[tuple[str, str, str]]:
    """Return text, id and target of each citation."""
    return [(a.get_text(), str(a["id"]), str(a["href"])) for a in html.select("a.citation")]


def test_marks_keep_their_printed_form(invented_edition: Edition) -> None:
    """Brackets here, parentheses there, and the other form is no citation."""
    html = with_article(invented_edition, "brine", "One [1], (2), [2] and [1].")
    assert [
        ("[1]", "cite-1", "#ref-1"),
        ("[2]", "cite-2", "#ref-2"),
        ("[1]", "cite-1-2", "#ref-1"),
    ] == marks(html)
    html = with_article(invented_edition, "gulls", "One (1), [2] and (1).")
    assert [("(1)", "cite-1", "#ref-1"), ("(1)", "cite-1-2", "#ref-1")] == marks(html)


def test_marks_say_that_they_are_references(invented_edition: Edition) -> None:
    """In the language of the page; to the ear the printed form is a bare number."""
    for lang in LANGUAGES:
        html = with_article(invented_edition, "brine", "One [1] and [2].", lang)
        assert [("doc-biblioref", say("reference", lang, n)) for n in (1, 2)] == [
            (a["role"], a["aria-label"]) for a in html.select("a.citation")
        ]


def test_a_number_without_entry_is_a_number(invented_edition: Edition) -> None:
    """Nor is one that is escaped, or of an article without references, a citation."""
    assert [] == marks(with_article(invented_edition, "brine", r"In [1598] and \[1]."))
    assert [] == marks(with_article(invented_edition, "ferries", "In [1] and (1)."))


def test_entries_lead_back_to_each_citation(invented_edition: Edition) -> None:
    """Also to those in notes, and not to those that readers do not see."""
    body = "One [1].[^1] {~~[1]~>[2]~~}{>>not [1]<<}\n\n[^1]: Two [1]."
    html = with_article(invented_edition, "brine", body)
    backs = {
        str(entry["id"]): [a["href"] for a in entry.select("a[role=doc-backlink]")]
        for entry in html.select("li.reference")
    }
    assert {"ref-1": ["#cite-1", "#cite-1-2"], "ref-2": ["#cite-2"], "ref-3": []} == backs
    names = [a["title"] for a in html.select("li.reference a.note-back")]
    assert [say("cited_nth", "en", 1, 1), say("cited_nth", "en", 1, 2)] == names[:2]
    assert [say("cited", "en", 2)] == names[2:]
    ids = {mark_id for _, mark_id, _ in marks(html)}
    assert {"cite-1", "cite-1-2", "cite-2"} == ids


def test_entries_and_notes_lead_back_to_marks_in_tables(invented_edition: Edition) -> None:
    """In a caption, a head, a cell and a source; of one that is shown twice, to both places."""
    table = invented_edition.table("brine-1")
    head = table.fields[0].model_copy(update={"title": "Well [2]"})
    marked = table.model_copy(
        update={
            "caption": Bilingual(en="The wells [1][^3]", ru="Источники"),
            "source": Bilingual(en="The book [1].", ru="Книга [1]."),
            "fields": (head, *table.fields[1:]),
            "rows": (("Upper [3]", *table.rows[0][1:]), *table.rows[1:]),
        }
    )
    edition = invented_edition.model_copy(update={"tables": (marked,)})
    body = "One [1].[^3]\n\n::: table brine-1\n\n[^3]: Two [2]."
    expected: dict[Language, list[str]] = {"en": ["", "-2", "-3"], "ru": ["", "-2"]}
    for lang, first in expected.items():
        html = with_article(edition, "brine", body, lang)
        ids = {mark_id for _, mark_id, _ in marks(html)}
        backs = {
            str(entry["id"]): [str(a["href"]) for a in entry.select("a[role=doc-backlink]")]
            for entry in html.select("li.reference")
        }
        assert [f"#cite-1{nth}" for nth in first] == backs["ref-1"]
        assert sorted(f"#{name}" for name in ids) == sorted(
            href for hrefs in backs.values() for href in hrefs
        )
        assert backs["ref-3"] == ["#cite-3"]
        note_backs = [str(a["href"])[1:] for a in html.select("#fn-3 a[role=doc-backlink]")]
        assert note_backs == [str(a.parent["id"]) for a in html.select("a.note-mark") if a.parent]
        assert 2 == len(note_backs)


def test_entries_are_verbatim_and_in_their_language(invented_edition: Edition) -> None:
    """A Russian entry on an English page says so; emphasis and addresses are rendered."""
    html = with_article(invented_edition, "brine", "One.")
    russian, ditto, dialect = html.select("li.reference .reference-text")
    assert "ru" == russian["lang"]
    assert russian.get_text().startswith("Квилл А. Соль и вода.")
    assert "https://tidewater.example/salt" == russian.select("a")[0]["href"]
    assert ("Ditto.", None) == (ditto.get_text(), ditto.get("lang"))
    assert "Osier P. On Wells [in the dialect]. Fenmouth, 1930." == dialect.get_text()


def test_ditto_leads_to_what_it_means(invented_edition: Edition) -> None:
    """In the language of the page."""
    for lang in LANGUAGES:
        html = with_article(invented_edition, "brine", "One.", lang)
        (link,) = html.select("a.same-as")
        assert ("#ref-1", lang) == (link["href"], link["lang"])
        assert link.get_text().endswith(say("same_as", lang, 1))


def test_without_an_article_there_is_no_list(invented_edition: Edition) -> None:
    """The line vanishes where there is nothing to list."""
    assert "" == page("::: references nowhere").get_text()
    html = with_article(invented_edition, "ferries", "One.")
    assert [] == html.select("ol.reference-list")


def test_a_figure_in_an_entry_is_no_citation(invented_edition: Edition) -> None:
    """An entry cites nothing: the number of a volume in brackets is text."""
    article = invented_edition.article("brine")
    entry = article.meta.references[2].model_copy(update={"text": r"Vol. [2], \[3]. [1930]."})
    references = (*article.meta.references[:2], entry)
    meta = article.meta.model_copy(update={"references": references})
    changed = article.model_copy(update={"meta": meta})
    edition = invented_edition.model_copy(
        update={"articles": (*(a for a in invented_edition.articles if a != article), changed)}
    )
    html = with_article(edition, "brine", "One [1].")
    assert ["[1]"] == [text for text, _, _ in marks(html)]
    texts = [span.get_text() for span in html.select("li.reference .reference-text")]
    assert "Vol. [2], [3]. [1930]." == texts[2]
