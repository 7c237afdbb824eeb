"""Whatever a title or a name has in it: each export gives it back, and holds together."""

from __future__ import annotations

import json
from itertools import product

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

from edition.content.model import LANGUAGES, Edition
from edition.exports.citations import Citations, citations
from edition.exports.csl import JOINER, in_one_line
from edition.exports.styles import STYLES
from edition.typography.signs import typographic

Entry = tuple[str, tuple[str, str]]
"""A title, a surname and a given name."""

LATEX = LatexNodes2Text(strict_latex_spaces=True)
HOSTILE = (
    "\nER  - \n",
    "\u2028",
    "\x85",
    "\x0b",
    " and ",
    " AND ",
    ", ",
    "<i>",
    "</i>",
    '<span class="nocase">',
    "<script>",
    "&lt;",
    "{",
    "}",
    "\\",
    "\\}",
    "@article{x,",
    "%",
    "$x$",
    "#",
    "&",
    "~",
    "^",
    "_",
    '"',
    "'",
    "“",
    "”",
    "[l](javascript:x)",
    "`c`",
    "a```b",
    "c''d",
    "?`",
    "!`",
    ",,,",
    "`",
    "|",
    "…",
    "–",
    "—",
    "€",
    "*e*",
    "{paragraph}",
    "--",
    "???",
    "[@x]",
    "https://a.example/",
    "al-",
    "von ",
    "d’",
)
printable = st.characters(exclude_categories=["C", "Z"])
texts = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(printable, max_size=6)), max_size=6)
fields = texts.map("".join).filter(lambda text: in_one_line(text) != "")
people = st.tuples(fields, fields)


def issue_of(invented: Edition, articles: list[Entry]) -> Edition:
    """Return an issue of articles with these titles and authors."""
    model = invented.article("gulls")
    made = []
    for number, (title, (surname, first_name)) in enumerate(articles):
        author = model.meta.authors[0].model_copy(update={"surname": surname, "given": first_name})
        meta = model.meta.model_copy(
            update={"title": title, "subtitle": None, "authors": (author,)}
        )
        made.append(model.model_copy(update={"slug": f"a{number}", "meta": meta}))
    return invented.model_copy(update={"articles": tuple(made)})


@pytest.fixture(autouse=True)
def one_style(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files are the same whatever styles and words, and a processor takes its time for each."""
    monkeypatch.setattr("edition.exports.citations.STYLES", STYLES[:1])
    monkeypatch.setattr("edition.exports.citations.LOCALES", {"en": "en-US", "ru": "en-US"})


def set_text(text: str) -> str:
    """Return a text in one line with the signs of its language."""
    return typographic(in_one_line(text), "en")


def decoded(latex: str) -> str:
    """Return the text that a field of BibTeX stands for."""
    # That reader takes the circumflex of LaTeX for the accent.
    return str(LATEX.latex_to_text(latex)).replace("ˆ", "^")


def in_bibtex(cited: Citations) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return titles and authors as another program reads them from the BibTeX of an issue."""
    library = parse_string(cited.files["citations/issue.bib"])
    assert [] == library.failed_blocks
    found = []
    for entry in library.entries:
        names = [
            parse_single_name_into_parts(name)
            for name in split_multiple_persons_names(entry["author"])
        ]
        people = [(decoded(" ".join([*n.von, *n.last])), decoded(" ".join(n.first))) for n in names]
        found.append((decoded(entry["title"]), people))
    return found


def check(invented: Edition, articles: list[Entry]) -> None:
    """Cite articles with these titles and authors, and read every file again."""
    cited = citations(issue_of(invented, articles))
    plain = [(in_one_line(title), tuple(map(in_one_line, author))) for title, author in articles]
    assert [
        (set_text(title), [(set_text(family), set_text(first))])
        for title, (family, first) in articles
    ] == in_bibtex(cited)
    records = rispy.loads(cited.files["citations/issue.ris"])
    assert [(title, [", ".join(author)]) for title, author in plain] == [
        (record["title"], record["authors"]) for record in records
    ]
    made = json.loads(cited.files["citations/issue.csl.json"].replace(JOINER, ""))
    assert plain == [
        (item["title"], (item["author"][0]["family"], item["author"][0]["given"])) for item in made
    ]
    for number, lang in product(range(len(articles)), LANGUAGES):
        for made_form in cited.of(f"a{number}", lang):
            for form in (made_form.reference, made_form.passage):
                page = BeautifulSoup(form.html, "html.parser")
                assert {tag.name for tag in page.find_all()} <= {"em", "span"}
                assert all(set(tag.attrs) == {"lang"} for tag in page.find_all("span"))
                assert form.text == page.get_text()


def test_each_hostile_text_comes_back(invented: Edition) -> None:
    """Alone in a title or in a name, and inside of others."""
    alone = [h if in_one_line(h) else f"{h}T" for h in HOSTILE]
    inside = [f"S{h}s" for h in HOSTILE]
    check(
        invented,
        [
            (title, (family, first)) if number % 2 else (f"T{title}T", (first, family))
            for number, (title, family, first) in enumerate(zip(alone, inside, alone, strict=True))
        ],
    )


@settings(
    max_examples=2,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(articles=st.lists(st.tuples(fields, people), min_size=8, max_size=8))
def test_any_text_comes_back(invented: Edition, articles: list[Entry]) -> None:
    """Of all letters and signs, the hostile ones among them."""
    check(invented, articles)


def test_a_title_of_several_lines_is_one_line_of_a_record(invented: Edition) -> None:
    """A second line would be a field of its own, or end the record."""
    title = "R&D at 50% for $5 {a}\nER  - line_two #1 ~x^2 \\back\u2028TY  - BOOK"
    cited = citations(issue_of(invented, [(title, ("Morrow", "Tobias"))]))
    assert (
        "TI  - R&D at 50% for $5 {a} ER - line_two #1 ~x^2 \\back TY - BOOK\n"
        in cited.files["citations/issue.ris"]
    )
    assert 1 == cited.files["citations/issue.ris"].count("\nER  -")


@pytest.mark.parametrize(
    ("surname", "first_name", "expected"),
    [
        ("al-Morrow", "Tobias", "al-Morrow, Tobias"),
        ("von Quill", "Agnes", "von Quill, Agnes"),
        ("O'Osiér-al-Din", "P. J.", "O’Osiér-al-Din, P. J."),
        ("d’Arc", "Jeanne", "d’Arc, Jeanne"),
        ("Salt and Sons", "A", "{Salt and Sons}, A"),
        ("Quill, Jr.", "A", "{Quill, Jr.}, A"),
    ],
)
def test_bibtex_has_a_name_as_it_is_printed(
    invented: Edition, surname: str, first_name: str, expected: str
) -> None:
    """No particle is taken off, and one name stays one."""
    cited = citations(issue_of(invented, [("Salt", (surname, first_name))]))
    assert f"  author = {{{expected}}},\n" in cited.files["citations/issue.bib"]


def test_the_marks_of_a_title_are_those_of_its_page(
    invented: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Marks inside marks belong together, and a style sets the outer ones as it does."""
    monkeypatch.setattr("edition.exports.citations.STYLES", STYLES)
    title = '"The "Inner" Wells" of \'Fenmouth\' & <i>the</i> <5 kg'
    cited = citations(issue_of(invented, [(title, ("Morrow", "Tobias"))]))
    chicago, apa, gost = cited.of("a0", "en")
    assert (
        "Morrow, Tobias. “‘The “Inner” Wells’ of ‘Fenmouth’ & <i>the</i> <5 Kg.” "
        "Tidewater Papers (Fenmouth), no. 4 (1931): 10." == chicago.reference.text
    )
    for style in (apa, gost):
        assert "“The ‘Inner’ Wells” of “Fenmouth” & <i>the</i> <5 kg" in style.reference.text
    assert "&amp; &lt;i&gt;the&lt;/i&gt; &lt;5 Kg" in chicago.reference.html


def test_a_processor_sees_no_markup_in_a_word_of_the_print(invented: Edition) -> None:
    """What looks like a tag is kept apart by a sign that is not seen; a "less than" is no tag."""
    cited = citations(issue_of(invented, [("A <i>B</i> <5", ("Morrow", "T"))]))
    made = json.loads(cited.files["citations/issue.csl.json"])
    assert f"A <{JOINER}i>B<{JOINER}/i> <5" == made[0]["title"]
