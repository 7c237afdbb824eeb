"""The lines ``::: article SLUG LANG`` and ``::: language LANG``: what a page is about."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from edition.content.model import DEFAULT_LANGUAGE, LANGUAGES, Article, Edition, Language
from edition.text.grammar import ARTICLE, LANGUAGE, NAME

CONTEXT_LINE = re.compile(
    rf"^::: (?:{ARTICLE} (?P<slug>{NAME})|{LANGUAGE}) (?P<lang>{'|'.join(LANGUAGES)})$"
)


@dataclass
class Context:
    """What the extensions know of the page that is being rendered.

    Attributes:
        edition: The edition, or ``None`` when plain Markdown is rendered.
        article: The article that the page shows, if it shows one.
        lang: Language of the page.
    """

    edition: Edition | None = None
    article: Article | None = None
    lang: Language = DEFAULT_LANGUAGE

    def label(
        self,
        element: ET.Element,
        text: str,
        attribute: str = "aria-label",
        around: str | None = None,
    ) -> None:
        """Give an element of a text a label in the language of the page.

        Where the text around it is in another language, the element says so.

        Args:
            element: What is labelled.
            text: The label.
            attribute: Where it goes; a ``title`` is seen as well.
            around: Language of the text around it, if not that of the article.
        """
        element.set(attribute, text)
        if around is None and self.article is not None:
            around = self.article.meta.language
        if around not in {None, self.lang}:
            element.set("lang", self.lang)

    def clear(self) -> None:
        """Forget the last page."""
        self.article = None
        self.lang = DEFAULT_LANGUAGE


class ContextPreprocessor(Preprocessor):
    """Take the context line out of the text and remember what it says."""

    def __init__(self, md: Markdown, context: Context) -> None:
        """Bind to a Markdown instance and its context."""
        super().__init__(md)
        self.context = context

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines without the context line."""
        kept = []
        for line in lines:
            match = CONTEXT_LINE.match(line)
            if match is None:
                kept.append(line)
                continue
            self.context.lang = next(lang for lang in LANGUAGES if lang == match["lang"])
            if self.context.edition is not None and match["slug"]:
                self.context.article = self.context.edition.article(match["slug"])
        return kept
