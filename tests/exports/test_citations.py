"""Citations of articles and passages in every style and both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from markupsafe import Markup

from edition.content.model import LANGUAGES, Edition, Language
from edition.exports import pandoc
from edition.exports.citations import PARAGRAPH, Citation, Citations, citations, write_citations
from edition.exports.csl import items

PAPERS = "Tidewater Papers (Fenmouth)"
EN, RU = "[digital edition]", "[цифровое издание]"
"""Whose the number of a paragraph is."""
BRINE = "The Brine Wells of Lower Fenmouth: Salt, Water and What Remains"
IMPRINT = "Tidewater Papers. 1931. № 4"
SITE = "https://x.example/под"
"""Address of a site whose folder has a name in other letters."""
PAGE = "https://x.example/%D0%BF%D0%BE%D0%B4/{}/brine.html"


def in_style(cited: Citations, slug: str, lang: Language, name: str) -> Citation:
    """Return an article in the style with this English name."""
    return next(made for made in cited.of(slug, lang) if made.style.name_in("en").startswith(name))


@pytest.mark.parametrize(
    ("lang", "style", "expected"),
    [
        (
            "en",
            "Chicago",
            f"Quill, Agnes, and Peter Osiér. “{BRINE}.” {PAPERS}, no. 4 (1931): 3–[9].",
        ),
        (
            "en",
            "APA",
            f"Quill, A., & Osiér, P. (1931). {BRINE}. Tidewater Papers, (4), 3–[9].",
        ),
        (
            "en",
            "GOST",
            f"Quill A., Osiér P. {BRINE} // {IMPRINT}. P. 3–[9].",
        ),
        (
            "ru",
            "Chicago",
            f"Quill, Agnes, and Peter Osiér. “{BRINE}.” {PAPERS}, no. 4 (1931): 3–[9].",
        ),
        (
            "ru",
            "APA",
            f"Quill, A., & Osiér, P. (1931). {BRINE}. Tidewater Papers, (4), 3–[9].",
        ),
        (
            "ru",
            "GOST",
            f"Quill A., Osiér P. {BRINE} // {IMPRINT}. P. 3–[9].",
        ),
    ],
)
def test_an_article_is_cited_in_the_words_of_its_own_language(
    cited: Citations, lang: Language, style: str, expected: str
) -> None:
    """On whatever page: "P.", "no.", "and" and the quotation marks describe an English print."""
    assert expected == in_style(cited, "brine", lang, style).reference.text


@pytest.mark.parametrize(
    ("lang", "style", "expected"),
    [
        (
            "en",
            "Chicago",
            f"Agnes Quill and Peter Osiér, “{BRINE},” {PAPERS}, no. 4 (1931): para. 12 {EN}.",
        ),
        ("en", "APA", f"(Quill & Osiér, 1931, para. 12 {EN})"),
        (
            "en",
            "GOST",
            f"Quill A., Osiér P. {BRINE} // {IMPRINT}. Para. 12 {EN}.",
        ),
        (
            "ru",
            "Chicago",
            f"Agnes Quill and Peter Osiér, “{BRINE},” {PAPERS}, no. 4 (1931): абз. 12 {RU}.",
        ),
        ("ru", "APA", f"(Quill & Osiér, 1931, абз. 12 {RU})"),
        (
            "ru",
            "GOST",
            f"Quill A., Osiér P. {BRINE} // {IMPRINT}. Абз. 12 {RU}.",
        ),
    ],
)
def test_a_passage_is_cited_with_its_paragraph(
    cited: Citations, lang: Language, style: str, expected: str
) -> None:
    """The label before the number is in the page's language: the print has no such number.

    A range of pages is not given with it where a style has one or the other.
    """
    assert expected == in_style(cited, "brine", lang, style).passage.at(12).text


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "Chicago",
            f"Agnes Quill, “Ferries,” [Tidewater Papers] (Fenmouth), [1931], para. 2 {EN}.",
        ),
        ("APA", f"(Quill, [1931], para. 2 {EN})"),
        (
            "GOST",
            f"Quill A. Ferries // [Tidewater Papers]. [1931]. Para. 2 {EN}.",
        ),
    ],
)
def test_what_is_not_printed_is_in_brackets(
    bare_cited: Citations, style: str, expected: str
) -> None:
    """A supplied title, an inferred year, a last page that nobody knows."""
    assert expected == in_style(bare_cited, "ferries", "en", style).passage.at(2).text


def test_no_citation_depends_on_another(cited: Citations) -> None:
    """Two articles of one author in one year are not told apart as 1931a and 1931b."""
    made = in_style(cited, "ferries", "en", "APA")
    assert "Quill, A. (1931). Ferries. Tidewater Papers, (4), 11–[?]." == made.reference.text


def test_every_article_is_in_every_style_and_language(cited: Citations, invented: Edition) -> None:
    """And each passage has one place for the number."""
    for article in invented.articles:
        for lang in LANGUAGES:
            names = [made.style.name_in("en") for made in cited.of(article.slug, lang)]
            assert ["Chicago", "APA", "GOST R 7.0.5–2008"] == names
            for made in cited.of(article.slug, lang):
                assert 1 == made.passage.text.count(PARAGRAPH)
                assert 1 == made.passage.html.count(PARAGRAPH)
                assert PARAGRAPH not in made.reference.text


def test_only_a_style_that_cites_in_the_text_needs_the_reference_beside_it(
    cited: Citations,
) -> None:
    """In the others the citation of a passage names the article in full."""
    for made in cited.of("brine", "en"):
        assert made.style.in_text == (BRINE not in made.passage.text)


def test_on_a_page_the_journal_is_in_italics(cited: Citations) -> None:
    """And what HTML has for its own is escaped."""
    made = in_style(cited, "brine", "en", "APA")
    assert (
        f"Quill, A., &amp; Osiér, P. (1931). {BRINE}. <em>Tidewater Papers</em>, (4), 3–[9]."
        == made.reference.html
    )


def test_on_a_russian_page_english_words_carry_their_language(cited: Citations) -> None:
    """The label and the number are the page's own."""
    made = in_style(cited, "brine", "ru", "APA")
    assert (
        f'(<span lang="en">Quill</span> &amp; <span lang="en">Osiér</span>, 1931, абз. 12 {RU})'
        == made.passage.at(12).html
    )


@pytest.fixture(scope="module")
def addressed(invented: Edition) -> Citations:
    """The citations of a site that has an address."""
    return citations(invented, SITE)


@pytest.mark.parametrize(
    ("lang", "style", "expected"),
    [
        ("en", "Chicago", "(1931): 3–[9]. Accessed [date]. {}."),
        ("ru", "Chicago", "(1931): 3–[9]. Accessed [date]. {}."),
        ("en", "APA", "(4), 3–[9]. Retrieved [date], from {}"),
        ("ru", "APA", "(4), 3–[9]. Retrieved [date], from {}"),
        ("en", "GOST", "№ 4. P. 3–[9]. URL: {} (accessed: [date])."),
        ("ru", "GOST", "№ 4. P. 3–[9]. URL: {} (дата обращения: [дата])."),
    ],
)
def test_an_article_with_an_address_is_cited_with_it_and_the_day_of_access(
    addressed: Citations, lang: Language, style: str, expected: str
) -> None:
    """The day is a gap: only the reader knows it. In a note by GOST it is the note's language."""
    text = in_style(addressed, "brine", lang, style).reference.text
    assert text.endswith(expected.format(PAGE.format(lang)))


@pytest.mark.parametrize(
    ("lang", "style", "expected"),
    [
        ("en", "Chicago", f"(1931): para. 12 {EN}, accessed [date], {{}}#p12."),
        ("ru", "Chicago", f"(1931): абз. 12 {RU}, accessed [date], {{}}#p12."),
        ("en", "APA", f"(Quill & Osiér, 1931, para. 12 {EN})"),
        ("en", "GOST", f"№ 4. Para. 12 {EN}. URL: {{}}#p12 (accessed: [date])."),
        ("ru", "GOST", f"№ 4. Абз. 12 {RU}. URL: {{}}#p12 (дата обращения: [дата])."),
    ],
)
def test_the_address_of_a_passage_leads_to_its_paragraph(
    addressed: Citations, lang: Language, style: str, expected: str
) -> None:
    """The same paragraph on the page in the reader's language."""
    text = in_style(addressed, "brine", lang, style).passage.at(12).text
    assert text.endswith(expected.format(PAGE.format(lang)))


def test_on_a_page_the_day_of_access_is_a_gap_for_the_script(addressed: Citations) -> None:
    """In the form and the language of its place; nothing of the address is a foreign word."""
    html = in_style(addressed, "brine", "ru", "GOST").reference.html
    assert html.endswith(
        f': {PAGE.format("ru")} (дата обращения: <span class="access-date" lang="ru" '
        'data-locale="ru-RU" data-form="numeric">[дата]</span>).'
    )
    html = in_style(addressed, "brine", "ru", "APA").reference.html
    assert '<span class="access-date" lang="en" data-locale="en-US" data-form="long">' in html


def test_several_paragraphs_have_a_label_of_their_own(cited: Citations) -> None:
    """Label and number are one on a page, so that a script can put others there."""
    for style, one, several in (("Chicago", "para.", "paras."), ("GOST", "Para.", "Paras.")):
        made = in_style(cited, "brine", "en", style).passage.marked(Markup("<b>7</b>"), "en")
        assert f'<span class="passage-place" data-several="{several}">{one} <b>7</b></span>' in made


def test_the_files_have_the_address_of_the_article_in_its_own_language(
    addressed: Citations,
) -> None:
    """In each form; without a day, which would be somebody's."""
    page = PAGE.format("en")
    assert f"  url = {{{page}}}\n" in addressed.files["citations/brine.bib"]
    (record,) = rispy.loads(addressed.files["citations/brine.ris"])
    assert [page] == record["urls"]
    (item,) = json.loads(addressed.files["citations/brine.csl.json"])
    assert page == item["URL"]
    assert "accessed" not in item


def test_each_article_and_the_issue_have_three_files(cited: Citations) -> None:
    """All in one folder."""
    names = ("brine", "ferries", "gulls", "issue")
    expected = [f"citations/{name}.{end}" for name in names for end in ("bib", "csl.json", "ris")]
    assert expected == sorted(cited.files)


def test_bibtex_of_an_article(cited: Citations) -> None:
    """As pandoc writes it, the capitals of the title protected."""
    assert """\
@article{brine1931,
  author = {Quill, Agnes and Osiér, Peter},
  publisher = {Society for the Study of Small Harbours},
  title = {{{The} {Brine} {Wells} of {Lower} {Fenmouth:} {Salt,} {Water} and {What} {Remains}}},
  journal = {Tidewater Papers},
  number = {4},
  pages = {3-{[}9{]}},
  year = {1931},
  address = {Fenmouth},
  note = {Last page inferred}
}
""" == cited.files["citations/brine.bib"]


def test_ris_of_an_article(cited: Citations) -> None:
    """As rispy writes it, with a blank after the last dash."""
    assert """\
TY  - JOUR
AU  - Quill, Agnes
PY  - 1931
SP  - 11
N1  - Last page unknown
ID  - ferries1931
TI  - Ferries
T2  - Tidewater Papers
IS  - 4
PB  - Society for the Study of Small Harbours
CY  - Fenmouth
LA  - en
ER  -
""" == cited.files["citations/ferries.ris"].replace("ER  - ", "ER  -")


def test_csl_json_is_the_items(cited: Citations, invented: Edition) -> None:
    """Of the issue: all of them."""
    assert list(items(invented)) == json.loads(cited.files["citations/issue.csl.json"])


@pytest.mark.validator
def test_bibtex_is_read_by_another_program(bare_cited: Citations) -> None:
    """Without a fault, and with the year as a number."""
    library = parse_string(bare_cited.files["citations/issue.bib"])
    assert [] == library.failed_blocks
    assert ["brine1931", "gulls1931", "ferries1931"] == [entry.key for entry in library.entries]
    assert ["1931"] * 3 == [entry["year"] for entry in library.entries]


@pytest.mark.validator
def test_ris_is_read_by_two_programs(bare_cited: Citations) -> None:
    """By the library that wrote it, and by pandoc, which did not."""
    text = bare_cited.files["citations/issue.ris"]
    ids = ["brine1931", "gulls1931", "ferries1931"]
    assert ids == [record["id"] for record in rispy.loads(text)]
    read = json.loads(pandoc.run(["--from=ris", "--to=csljson"], text))
    assert ids == [item["id"] for item in read]
    assert ["[Tidewater Papers]"] * 3 == [item["container-title"] for item in read]
    assert [["Quill", "Osiér"], ["Morrow"], ["Quill"]] == [
        [name["family"] for name in item["author"]] for item in read
    ]


@pytest.mark.validator
def test_csl_json_is_read_by_pandoc(cited: Citations) -> None:
    """And comes back as it was."""
    text = cited.files["citations/issue.csl.json"]
    read = json.loads(pandoc.run(["--from=csljson", "--to=csljson"], text))
    for before, after in zip(json.loads(text), read, strict=True):
        for key in before:
            assert before[key] == after[key], key


def test_the_same_edition_gives_the_same_bytes(cited: Citations, invented: Edition) -> None:
    """On any day."""
    assert cited.files == citations(invented).files


def test_the_files_are_written_below_the_site(cited: Citations, tmp_path: Path) -> None:
    """With the line ends that they have on every system."""
    write_citations(cited, tmp_path)
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes().decode()
        for path in tmp_path.rglob("*.*")
        if path.is_file()
    }
    assert cited.files == written
