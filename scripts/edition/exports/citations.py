"""The edition to citations: how to cite each article and a passage of it, ready to copy.

A reader finds on the page of an article its reference in three styles and in the page's
language, the same with the number of a paragraph, and the article's data for a reference
manager. All are made by a processor of the Citation Style Language (pandoc's), in one run
for the whole issue. The data describe the English print in English on either page; the
words that a style adds ("para.", «абз.») are those of the page's language.

The print does not number its paragraphs: a citation says that the number is the edition's.
That number is not known yet when the site is built, so the processor is
given a number that occurs nowhere else, and :data:`PARAGRAPH` then stands in its place.
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

from markupsafe import Markup

from edition.content.model import LANGUAGES, Edition, Language
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
OPENING: Final = "\ufdd1"
"""Stands for "<" where the processor reads, so that it sees no markup in a text."""

LOCALES: Final[Mapping[Language, str]] = {lang: language(lang).tag for lang in LANGUAGES}
"""What the processor calls the languages."""
TAG: Final = re.compile(r"(</?(?:em|strong|sub|sup)>)")
"""What a style may set; anything else that looks like a tag is text."""


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

    def marked(self, mark: Markup) -> Markup:
        """Return the citation of a passage with a mark where the number of its paragraph goes."""
        return self.html.replace(PARAGRAPH, mark)

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


def citations(edition: Edition) -> Citations:
    """Make all citations of an edition.

    Args:
        edition: The edition.

    Returns:
        The citations, and the files that a reader can download: for every article and for
        the whole issue as BibTeX, RIS and CSL-JSON.

    Raises:
        EditionError: If the processor is missing or fails.
    """
    made, year = items(edition), edition.issue.year
    number, output = _process(made, year)
    by_slug = dict(zip((article.slug for article in edition.articles), made, strict=True))
    articles = {
        slug: {
            lang: tuple(
                _citation(style, output["citations"][item["id"]][LOCALES[lang]], number, lang)
                for style in STYLES
            )
            for lang in LANGUAGES
        }
        for slug, item in by_slug.items()
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


def _process(made: Iterable[Item], year: int) -> tuple[str, dict[str, Any]]:
    """Run the processor; return the number that it had for a paragraph, and what it made."""
    made = tuple(texts_of(item, _plain) for item in made)
    made = tuple(texts_of(item, _signs(item)) for item in made)
    text = _json(made)
    number = next(str(n) for n in count(1_000_000) if str(n) not in text)
    with ExitStack() as stack:
        package = files("edition.exports")
        folder = stack.enter_context(as_file(package / "styles"))
        script = stack.enter_context(as_file(package / "citations.lua"))
        task = {
            "items": text,
            "for_bibtex": _json(for_bibtex(item, year) for item in made),
            "styles": [{"id": style.id, "csl": str(folder / style.file)} for style in STYLES],
            "languages": {
                tag: f"[{Labels(lang)['of_digital_edition']}]" for lang, tag in LOCALES.items()
            },
            "locator": number,
            "opening": OPENING,
        }
        return number, _read(_run(str(script), json.dumps(task)))


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
    style: Style, output: Mapping[str, Mapping[str, Mapping[str, str]]], number: str, lang: Language
) -> Citation:
    """Return what the processor made of an article in one style."""
    forms = output[style.id]
    return Citation(
        style,
        _formatted(forms["reference"], number, lang),
        _formatted(forms["passage"], number, lang),
    )


def _formatted(form: Mapping[str, str], number: str, lang: Language) -> Formatted:
    """Return a form with the placeholder in it and its foreign words marked."""
    marked = Markup().join(
        Markup(part) if index % 2 else foreign_runs(Markup(part).unescape(), lang)  # noqa: S704
        for index, part in enumerate(TAG.split(form["html"].strip()))
    )
    return Formatted(form["text"].strip(), marked).put(PARAGRAPH, number)


def _json(made: Iterable[Item]) -> str:
    """Return the items as CSL-JSON."""
    return json.dumps(list(made), ensure_ascii=False, indent=2) + "\n"
