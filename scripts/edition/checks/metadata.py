"""M1xx: what the front matter, the masthead and the contents say of the issue."""

from __future__ import annotations

from itertools import pairwise

from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule
from edition.content.texts import ISSUE

KEYWORDS = range(5, 9)
ABSTRACT_WORDS = range(30, 301)
RUNNING_TITLE = 60
"""Characters that fit over a column and into a navigation bar."""


@rule(
    "M101",
    WARNING,
    "A subtitle that exists in one language only leaves readers of the other with half a title.",
    "Supply 'ru.subtitle', or take it out where the English has none.",
)
def subtitles(proof: Proof) -> Findings:
    """A subtitle is in both languages or in none."""
    for article in proof.edition.articles:
        source, meta = proof.of(article), article.meta
        if meta.subtitle and not meta.ru.subtitle:
            yield Found(source.key("subtitle"), "the subtitle has no Russian counterpart")
        if meta.ru.subtitle and not meta.subtitle:
            message = "the Russian title has a subtitle, the English one has none"
            yield Found(source.key("ru", "subtitle"), message)


@rule(
    "M102",
    WARNING,
    "Indexes expect five to eight keywords.",
    "Add keywords or merge them, in both languages.",
)
def keyword_number(proof: Proof) -> Findings:
    """An article has five to eight keywords."""
    for article in proof.edition.articles:
        if (number := len(article.meta.keywords)) not in KEYWORDS:
            message = f"{number} keywords; 5 to 8 are usual"
            yield Found(proof.of(article).key("keywords"), message)


@rule(
    "M103",
    WARNING,
    "A keyword given twice says nothing the second time.",
    "Take one of the two out, in both languages.",
)
def keyword_twice(proof: Proof) -> Findings:
    """No keyword stands twice."""
    for article in proof.edition.articles:
        meta, source = article.meta, proof.of(article)
        lists = ((("keywords",), meta.keywords), (("ru", "keywords"), meta.ru.keywords))
        for path, keywords in lists:
            seen: set[str] = set()
            for index, keyword in enumerate(keywords):
                if keyword.casefold() in seen:
                    yield Found(source.key(*path, index), f"the keyword '{keyword}' stands twice")
                seen.add(keyword.casefold())


@rule(
    "M104",
    WARNING,
    "An abstract of a line says too little, one of a page is not read.",
    "Supply an abstract of 30 to 300 words; a printed one stays as it is.",
)
def abstract_length(proof: Proof) -> Findings:
    """A supplied abstract has a usual length."""
    for article in proof.edition.articles:
        meta, source = article.meta, proof.of(article)
        texts = [(("ru", "abstract"), meta.ru.abstract)]
        if meta.abstract.origin == "supplied":
            texts.append((("abstract", "text"), meta.abstract.text))
        for path, text in texts:
            if (words := len(text.split())) not in ABSTRACT_WORDS:
                yield Found(source.key(*path), f"an abstract of {words} words")


@rule(
    "M105",
    WARNING,
    "Articles follow each other page by page.",
    "Compare the first and last pages with the Contents.",
    whole=True,
)
def page_order(proof: Proof) -> Findings:
    """An article begins after the one before it."""
    for before, article in pairwise(proof.edition.articles):
        first, other = article.meta.pages.first, before.meta.pages
        place = proof.of(article).key("pages", "first")
        if first < other.first:
            message = f"the article begins on page {first}, {before.path} on page {other.first}"
            yield Found(place, message)
        elif other.last is not None and first < other.last:
            message = f"the article begins on page {first}; {before.path} ends on page {other.last}"
            yield Found(place, message)


@rule(
    "M106",
    INFO,
    "The last page of an article can be inferred when it is known where the next one begins.",
    "Give 'pages.last', or leave it where the article may end earlier.",
    whole=True,
)
def last_page(proof: Proof) -> Findings:
    """The last page is given where it can be inferred."""
    for article, after in pairwise(proof.edition.articles):
        if article.meta.pages.last is None:
            message = f"no last page, but {after.path} begins on page {after.meta.pages.first}"
            yield Found(proof.of(article).key("pages"), message)


@rule(
    "M107",
    WARNING,
    "The contents must neither skip an article nor count one that is not there.",
    "Number the articles 1, 2, 3 ... in the order of the Contents.",
    whole=True,
)
def order_gaps(proof: Proof) -> Findings:
    """The articles are numbered without gaps."""
    for expected, article in enumerate(proof.edition.articles, start=1):
        if article.meta.order > expected:
            message = f"order {article.meta.order} where {expected} would follow"
            yield Found(proof.of(article).key("order"), message)
            return


@rule(
    "M108",
    WARNING,
    "A section without articles would be an empty heading in the contents.",
    "Take the section out, or correct the 'section' of its articles.",
    whole=True,
)
def empty_section(proof: Proof) -> Findings:
    """Every section has an article."""
    for index, section in enumerate(proof.edition.issue.sections):
        if not proof.edition.articles_in(section.id):
            place = proof.sources[ISSUE].key("sections", index, "id")
            yield Found(place, f"no article is in the section '{section.id}'")


@rule(
    "M109",
    WARNING,
    "Articles of one section stand together in the contents.",
    "Compare 'order' and 'section' with the Contents.",
    whole=True,
)
def scattered_section(proof: Proof) -> Findings:
    """The articles are in the order of their sections."""
    ids = [section.id for section in proof.edition.issue.sections]
    known = [article for article in proof.edition.articles if article.meta.section in ids]
    for before, article in pairwise(known):
        if ids.index(article.meta.section) < ids.index(before.meta.section):
            message = (
                f"an article of '{article.meta.section}' follows one of '{before.meta.section}'"
            )
            yield Found(proof.of(article).key("section"), message)


@rule(
    "M110",
    WARNING,
    "What the edition supplies has to say what it rests on.",
    "Give 'journal.evidence' in both languages.",
)
def title_evidence(proof: Proof) -> Findings:
    """A supplied journal title has evidence."""
    journal = proof.edition.issue.journal
    if journal.supplied and journal.evidence is None:
        place = proof.sources[ISSUE].key("journal", "supplied")
        yield Found(place, "the journal's title is supplied, and nothing says what it rests on")


@rule(
    "M111",
    WARNING,
    "A text in capitals shouts, is hard to read, and is spelt out by some screen readers.",
    "Write it in reading case; a style sheet can set capitals.",
)
def capitals(proof: Proof) -> Findings:
    """Titles and headings are in reading case."""
    for article in proof.edition.articles:
        for passage in proof.passages_of(article):
            if passage.kind != "heading" and passage.name not in {"title", "ru.title"}:
                continue
            words = [word for word in passage.text.split() if sum(map(str.isalpha, word)) > 1]
            if len(words) > 1 and all(word.isupper() for word in words):
                yield Found(passage.at(0), f"'{passage.text}' is all in capitals")


@rule(
    "M112",
    INFO,
    "A running title has to fit over a column and into the navigation.",
    "Shorten it.",
)
def running_title(proof: Proof) -> Findings:
    """A running title is short."""
    for article in proof.edition.articles:
        meta, source = article.meta, proof.of(article)
        titles = (
            (("running_title",), meta.running_title),
            (("ru", "running_title"), meta.ru.running_title),
        )
        for path, title in titles:
            if len(title) > RUNNING_TITLE:
                yield Found(source.key(*path), f"a running title of {len(title)} characters")


@rule(
    "M113",
    WARNING,
    "Two articles of one title cannot be told apart in a list.",
    "Compare both titles with the Contents.",
)
def same_title(proof: Proof) -> Findings:
    """No two articles have one title."""
    seen: dict[str, str] = {}
    for article in proof.edition.articles:
        meta, source = article.meta, proof.of(article)
        titles = (
            (("title",), f"{meta.title} {meta.subtitle or ''}".strip()),
            (("ru", "title"), f"{meta.ru.title} {meta.ru.subtitle or ''}".strip()),
        )
        for path, title in titles:
            other = seen.setdefault(title.casefold(), article.path)
            if other != article.path:
                yield Found(source.key(*path), f"'{title}' is also the title of {other}")


@rule(
    "M114",
    WARNING,
    "Spelling can be checked only against the English that an article is printed in.",
    "Say 'spelling: american', 'british' or 'mixed'.",
)
def spelling_declared(proof: Proof) -> Findings:
    """An English article says which spelling it has."""
    for article in proof.edition.articles:
        if article.meta.language == "en" and article.meta.spelling is None:
            message = "nothing says whether the article has American or British spelling"
            yield Found(proof.of(article).key("language"), message)
