"""What a screen reader says of a page: the browser's own accessibility tree, in its order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from playwright.sync_api import Page
from tests.reading import of_source

from edition.content.model import Article, Language
from edition.languages import say
from edition.text.patterns import CITATIONS, EMENDATION, REMARK, SPAN
from edition.text.scan import NOTE_MARK

TARGETS: Final = frozenset({"link", "button", "doc-noteref", "doc-backlink", "doc-biblioref"})
"""Roles of what can be followed or pressed."""
BLOCKS: Final = frozenset({
    "paragraph", "heading", "listitem", "doc-endnote", "doc-biblioentry", "cell", "columnheader",
    "rowheader", "caption", "term", "definition", "list", "table", "figure", "group",
})  # fmt: skip
"""Roles between which a voice pauses."""
LABEL: Final = "⟨{}⟩"
"""A name that is spoken in the place of what is seen, or where nothing is."""
SIGNS: Final = str.maketrans(
    dict.fromkeys("‘’", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("–—", "-")
    | dict.fromkeys("\u00ad\u200b\u2060", "")
)  # fmt: skip
"""Signs that a page may set in the place of those of its file, and those that are no sound."""


@dataclass(frozen=True)
class Heard:
    """A part of the tree.

    Attributes:
        role: What it is said to be.
        name: How it is called.
        description: What is said of it besides.
        lang: The language in which it is read.
        attributes: Those of its element.
        url: Where it leads.
        parts: What is inside it.
    """

    role: str
    name: str
    description: str
    lang: str
    attributes: dict[str, str]
    url: str
    parts: tuple[Heard, ...]

    @property
    def id(self) -> str:
        """The identifier of its element."""
        return self.attributes.get("id", "")

    @property
    def is_labelled(self) -> bool:
        """Whether its name is given and not its content."""
        given = {"aria-label", "title"} & set(self.attributes)
        return bool(given) and self.role in TARGETS | {"image"}

    def walk(self) -> Iterator[Heard]:
        """Yield this part and all that are inside it, in the order of reading."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def those(self, *roles: str) -> list[Heard]:
        """Return the parts of some roles in the order of reading."""
        return [part for part in self.walk() if part.role in roles]

    def only(self, role: str) -> Heard:
        """Return the one part of a role."""
        (part,) = self.those(role)
        return part

    def speech(self, without: Collection[str] = ()) -> str:
        """Return the words that are said, names in the place of content set off as such."""
        return apart("".join(_speech(self, without)))


def apart(words: str) -> str:
    """Return words as a voice has them: with single spaces, and whatever their signs look like.

    A tree keeps no space between two names.
    """
    return " ".join(re.sub(r"(⟨.*?⟩)", r" \1 ", words.translate(SIGNS)).split())


def _speech(heard: Heard, without: Collection[str]) -> Iterator[str]:
    """Yield the words of a part, and a space where a voice pauses."""
    if heard.role == "StaticText":
        yield heard.name
    elif heard.is_labelled:
        yield LABEL.format(heard.name)
    else:
        for part in heard.parts:
            if part.role not in without:
                pause = " " if part.role in BLOCKS else ""
                yield pause
                yield from _speech(part, without)
                yield pause


def hear(page: Page) -> Heard:
    """Return what is said of a page as it is now."""
    session = page.context.new_cdp_session(page)
    document = session.send("DOM.getDocument", {"depth": -1})["root"]
    elements = {number: rest for number, *rest in _elements(document, "", {})}
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return next(_heard(nodes[0]["nodeId"], {node["nodeId"]: node for node in nodes}, elements))


def _elements(node: dict[str, Any], lang: str, attributes: dict[str, str]) -> Iterator[Any]:
    """Yield number, language and attributes of each node of the page; a text has none."""
    flat = node.get("attributes", [])
    attributes = dict(zip(flat[::2], flat[1::2], strict=True))
    lang = attributes.get("lang", lang)
    yield node["backendNodeId"], lang, attributes
    for child in (*node.get("children", ()), *node.get("pseudoElements", ())):
        yield from _elements(child, lang, attributes)


def _heard(key: str, nodes: dict[str, Any], elements: dict[int, Any]) -> Iterator[Heard]:
    """Yield a node of the tree, or, if it is ignored, what is inside it."""
    node = nodes.get(key, {"ignored": True})
    role = node.get("role", {}).get("value", "")
    inside = () if role in {"StaticText", "ListMarker"} else node.get("childIds", ())
    parts = tuple(part for child in inside for part in _heard(child, nodes, elements))
    if node["ignored"]:
        yield from parts
        return
    lang, attributes = elements.get(node.get("backendDOMNodeId"), ("", {}))
    url = [p["value"].get("value") for p in node.get("properties", ()) if p["name"] == "url"]
    yield Heard(
        role=role,
        name=node.get("name", {}).get("value", ""),
        description=node.get("description", {}).get("value", ""),
        lang=lang,
        attributes=attributes,
        url=str(url[0]) if url else "",
        parts=parts,
    )


class Script:
    """What should be said of the text of an article, from its source, mark by mark.

    The marks of the apparatus are numbered over text, notes and references: texts are asked for
    in this order.
    """

    def __init__(self, article: Article, lang: Language) -> None:
        """Begin with the first mark; labels are in the language of the page."""
        self.article = article
        self.lang = lang
        self.numbers = count(1)
        style = article.meta.reference_style
        citation = f"|{CITATIONS[style].pattern}" if style != "none" else ""
        self.marks = re.compile(
            f"(?P<emended>{EMENDATION.pattern})|(?P<remarked>{REMARK.pattern})"
            rf"|(?P<crossed>\[(?P<words>[^\]]*)\]\{{to=(?P<kind>\w+)-(?P<to>\d+)\}})"
            f"|(?P<noted>{NOTE_MARK.pattern})|(?P<spanned>{SPAN.pattern}){citation}"
        )

    def of(self, markdown: str) -> str:
        """Return what should be said of a text of the source."""
        return apart(of_source(self.marks.sub(self._mark, markdown)))

    def _mark(self, match: re.Match[str]) -> str:
        if match["emended"]:
            reading = self.marks.sub(self._mark, match["reading"])
            return reading + LABEL.format(say("emendation", self.lang, next(self.numbers)))
        if match["remarked"]:
            return LABEL.format(say("remark", self.lang, next(self.numbers)))
        if match["crossed"]:
            words, language = of_source(match["words"]), self.article.meta.language
            return LABEL.format(say(f"to_{match['kind']}", language, words, match["to"]))
        if match["noted"]:
            return LABEL.format(say("note", self.lang, NOTE_MARK.findall(match[0])[0]))
        if match["spanned"]:
            return self.marks.sub(self._mark, SPAN.sub(r"\1", match[0], count=1))
        number = int(re.sub(r"\D", "", match[0]))
        known = number in {reference.number for reference in self.article.meta.references}
        return LABEL.format(say("reference", self.lang, number)) if known else match[0]
