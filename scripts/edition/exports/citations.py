"""The edition to citations: how to cite each article and a passage of it, ready to copy.

A reader finds on the page of an article its reference in three styles and in the page's
language, the same with the number of a paragraph, and the article's data for a reference
manager. All are made by a processor of the Citation Style Language (pandoc's), in one run
for the whole issue. A reference describes the print in the language of the print, on every page:
its words ("P.", "no.", "and") and its quotation marks are those of the article. What is said
besides is not of the print, and in the words of the page: the number of a paragraph ("para.",
«абз.») and, in a style that has it as a remark, the day of access.

The print does not number its paragraphs: a citation says that the number is the edition's.
That number is not known yet when the site is built, so the processor is
given a number that occurs nowhere else, and :data:`PARAGRAPH` then stands in its place. The day
on which somebody reads the page is known only there and then: a gap in square brackets is left
for it, which a script fills with the reader's own day.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import as_file, files
from itertools import count
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup, escape

from edition.content.model import LANGUAGES, Article, Edition, Language
from edition.diagnostics import EditionError
from edition.exports import pandoc
from edition.exports.csl import Item, for_bibtex, items, literal, texts_of
from edition.exports.ris import ris
from edition.exports.styles import STYLES, Style
from edition.languages import Labels, language
from edition.pages import paths
from edition.pages.render import foreign_runs
from edition.typography.signs import typographic

PARAGRAPH: Final = "\ufdd0"
"""Stands for the number of a paragraph in the citation of a passage: no text can have it in it."""
ACCESSED: Final = "\ufdd2"
"""Stands for the day of access where the processor reads."""
OPENING: Final = "\ufdd1"
"""Stands for "<" where the processor reads, so that it sees no markup in a text."""

LOCALES: Final[Mapping[Language, str]] = {lang: language(lang).tag for lang in LANGUAGES}
"""What the processor calls the languages."""
FRAGMENT: Final = "#p"
"""What leads to a paragraph in the address of its page, before its number."""
ASIDE: Final = re.compile(rf"(</?(?:em|strong|sub|sup)>|https?://[^\s<>]+|{ACCESSED})")
"""What a style may set, an address, and the day of access; what else looks like a tag is text."""
GAP: Final = Markup(
    '<span class="access-date" lang="{lang}" data-locale="{locale}" data-form="{form}">'
    "[{word}]</span>"
)
"""The day of access on a page."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """A citation as the processor made it.

    Attributes:
        text: Plain text, to be copied.
        html: The same with its italics, for a page; words in the other alphabet than the
            page's carry their language.
    """

    text: str
    html: Markup

    def at(self, paragraph: int) -> Formatted:
        """Return the citation of a passage with the number of its paragraph."""
        return self.put(str(paragraph), PARAGRAPH)

    def marked(self, mark: Markup, lang: Language) -> Markup:
        """Return the citation of a passage with a mark where the number of its paragraph goes.

        Args:
            mark: The mark.
            lang: Language of the page: the label before the number goes with it, and says what it
                is for several paragraphs.
        """
        together = _label(lang).sub(partial(_together, lang=lang), self.html)
        return Markup(together).replace(PARAGRAPH, mark)  # noqa: S704  # made of what was HTML

    def put(self, text: str, place: str) -> Formatted:
        """Return the citation with a text in the place of another."""
        return Formatted(self.text.replace(place, text), self.html.replace(place, text))


@dataclass(frozen=True, slots=True)
class Citation:
    """An article in one style.

    Attributes:
        style: The style.
        reference: The reference to the article, as in a list of references.
        passage: The citation of a passage, with :data:`PARAGRAPH` in it. In a style that
            is ``in_text`` it goes with the reference; else it is complete.
    """

    style: Style
    reference: Formatted
    passage: Formatted


@dataclass(frozen=True, slots=True)
class Citations:
    """All citations of an issue.

    Attributes:
        articles: By slug and language: the article in every style.
        files: By address from the root of the site: the content of a file.
    """

    articles: Mapping[str, Mapping[Language, tuple[Citation, ...]]]
    files: Mapping[str, str]

    def of(self, slug: str, lang: Language) -> tuple[Citation, ...]:
        """Return the citations of an article for a page in one language."""
        return self.articles[slug][lang]


def citations(edition: Edition, site: str | None = None) -> Citations:
    """Make all citations of an edition.

    Args:
        edition: The edition.
        site: Address of the site (``site_url``), if it has one: then every citation has the address
            of its page, that of a passage with its paragraph, and the day of access.

    Returns:
        The citations, and the files that a reader can download: for every article and for
        the whole issue as BibTeX, RIS and CSL-JSON.

    Raises:
        EditionError: If the processor is missing or fails.
    """
    made, year = items(edition, site), edition.issue.year
    by_slug = dict(zip((article.slug for article in edition.articles), made, strict=True))
    number = _unused(made)
    output = _process(
        made,
        year,
        number,
        {by_slug[a.slug]["id"]: _task_of(a, number, site) for a in edition.articles},
    )
    articles = {
        article.slug: {
            lang: tuple(
                _citation(style, output["citations"][by_slug[article.slug]["id"]], number, page)
                for style in STYLES
            )
            for lang in LANGUAGES
            for page in [_Page(lang, article.meta.language)]
        }
        for article in edition.articles
    }
    contents: dict[str, str] = {}
    for name, chosen in {paths.ISSUE: made, **{s: (i,) for s, i in by_slug.items()}}.items():
        entries = [output["bibtex"][item["id"]].strip() + "\n" for item in chosen]
        contents[paths.citation_data(name, "bib")] = "\n".join(entries)
        contents[paths.citation_data(name, "ris")] = ris(chosen, year)
        contents[paths.citation_data(name, "csl.json")] = _json(texts_of(chosen, literal))
    return Citations(articles, contents)


def write_citations(made: Citations, folder: Path) -> None:
    """Write the files that readers can download.

    Args:
        made: The citations.
        folder: The root of the site.
    """
    for path, content in made.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")


@dataclass(frozen=True, slots=True)
class _Page:
    """A page: its language, and that of the print."""

    lang: Language
    printed: Language


def _task_of(article: Article, number: str, site: str | None) -> dict[str, object]:
    """Return what the processor has to know of an article: its language, and its addresses."""
    addresses = {
        tag: f"{paths.absolute(site, paths.page_url(article.slug, lang))}{FRAGMENT}{number}"
        for lang, tag in LOCALES.items()
        if site
    }
    return {"language": LOCALES[article.meta.language], "addresses": addresses}


def _unused(made: Iterable[Item]) -> str:
    """Return a number that occurs nowhere in the items."""
    text = _json(made)
    return next(str(n) for n in count(1_000_000) if str(n) not in text)


def _process(
    made: Iterable[Item], year: int, number: str, articles: Mapping[str, Mapping[str, object]]
) -> dict[str, Any]:
    """Run the processor; return what it made."""
    made = tuple(texts_of(item, _plain) for item in made)
    made = tuple(texts_of(item, _signs(item)) for item in made)
    with ExitStack() as stack:
        package = files("edition.exports")
        folder = stack.enter_context(as_file(package / "styles"))
        script = stack.enter_context(as_file(package / "citations.lua"))
        task = {
            "items": _json(made),
            "for_bibtex": _json(for_bibtex(item, year) for item in made),
            "styles": [{"id": style.id, "csl": str(folder / style.file)} for style in STYLES],
            "languages": {tag: _words(lang) for lang, tag in LOCALES.items()},
            "articles": articles,
            "locator": number,
            "accessed": ACCESSED,
            "opening": OPENING,
        }
        return _read(_run(str(script), json.dumps(task)))


def _words(lang: Language) -> dict[str, str]:
    """Return, by style, the page's words for the number of a paragraph and for the access."""
    label = Labels(lang)
    paragraph = _term("paragraph", label["paragraph_short"], label["paragraphs_short"])
    accessed = f'<term name="accessed">{escape(label["accessed"])}</term>'
    return {s.id: paragraph + (accessed if s.notes_access else "") for s in STYLES}


def _term(name: str, one: str, several: str) -> str:
    forms = f"<single>{escape(one)}</single><multiple>{escape(several)}</multiple>"
    return f'<term name="{name}" form="short">{forms}</term>'


def _read(output: str) -> dict[str, Any]:
    """Return what the processor made.

    Raises:
        EditionError: If it is not what the script writes.
    """
    try:
        made = json.loads(output)
    except ValueError:
        made = None
    if not isinstance(made, dict) or not {"citations", "bibtex"} <= made.keys():
        raise EditionError("pandoc wrote no citations")
    return made


@cache
def _run(script: str, task: str) -> str:
    """Run the script; a preview that is built again with the same data need not wait."""
    return pandoc.run(["lua", script], task)


def _plain(text: str) -> str:
    return text.replace("<", OPENING)


def _signs(item: Item) -> Callable[[str], str]:
    """Return what sets the signs of an item's language, as its page has them."""
    lang = item["language"]
    return partial(typographic, lang=lang) if lang in LANGUAGES else str


def _citation(
    style: Style,
    output: Mapping[str, Mapping[str, Mapping[str, Mapping[str, str]]]],
    number: str,
    page: _Page,
) -> Citation:
    """Return what the processor made of an article in one style, for a page."""
    lang = page.lang
    made = output[LOCALES[lang]][style.id]
    gap = _gap(lang, "numeric") if style.notes_access else _gap(page.printed, "long")
    whole, passage = (_formatted(made[form], lang, gap) for form in ("reference", "passage"))
    passage = passage.put(f"{FRAGMENT}{PARAGRAPH}", f"{FRAGMENT}{number}")
    remark = f"[{Labels(lang)['of_digital_edition']}]"
    return Citation(
        style,
        whole.put("", f"{FRAGMENT}{number}"),
        passage.put(f"{PARAGRAPH} {remark}", number),
    )


def _formatted(form: Mapping[str, str], lang: Language, gap: Markup) -> Formatted:
    """Return a form with its foreign words marked, and the gap for the day of access."""
    marked = Markup().join(
        Markup(part) if index % 2 else foreign_runs(Markup(part).unescape(), lang)  # noqa: S704
        for index, part in enumerate(ASIDE.split(form["html"].strip()))
    )
    text = form["text"].strip().replace(ACCESSED, gap.striptags())
    return Formatted(text, marked.replace(ACCESSED, gap))


def _gap(lang: Language, form: str) -> Markup:
    """Return what stands for the day of access until a script writes it there."""
    word = Labels(lang)["access_date"]
    return GAP.format(lang=lang, locale=LOCALES[lang], form=form, word=word)


def _label(lang: Language) -> re.Pattern[str]:
    """Return what finds the label before the number of a paragraph."""
    one = re.escape(escape(Labels(lang)["paragraph_short"]))
    return re.compile(rf"({one})(\s){PARAGRAPH}", re.IGNORECASE)


def _together(label: re.Match[str], lang: Language) -> str:
    """Return a label with its number as one, which knows what it is for several paragraphs."""
    several = Labels(lang)["paragraphs_short"]
    if label[1][:1].isupper():
        several = several[:1].upper() + several[1:]
    return f'<span class="passage-place" data-several="{escape(several)}">{label[0]}</span>'


def _json(made: Iterable[Item]) -> str:
    """Return the items as CSL-JSON."""
    return json.dumps(list(made), ensure_ascii=False, indent=2) + "\n"
