"""R1xx: reference lists and the marks that lead to them."""

from __future__ import annotations

import re

from edition.checks.language.scripts import CYRILLIC_LANGUAGES
from edition.checks.notes import SHORT_FORM
from edition.checks.passages import CYRILLIC, LATIN
from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule
from edition.content.model import Article
from edition.content.texts import texts_of
from edition.diagnostics import Location
from edition.text.runs import Citation
from edition.text.views import citations, read_as

ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>«»\"“”]+[^\s<>«»\"“”.,;:)\]]")
YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b")
ENDED = re.compile(r"[.?!…>][\"'”’»)\]]*$")
LONGEST_LIST = 99
"""A larger number in brackets is likely a year."""


def _marks_of_tables(proof: Proof, article: Article) -> set[int]:
    """Return the entries that the printed words of an article's tables cite."""
    tables = proof.edition.tables_of(article.slug)
    return {
        mark.number
        for text in texts_of(tables, proof.sources)
        if text.origin == "printed"
        for mark in citations(text.runs, article.meta.reference_style)
    }


def _marks(article: Article, style: str) -> list[tuple[Citation, Location]]:
    """Return every reference mark of a style in the text of an article, with its place."""
    found = (mark for block in article.text.blocks for mark in citations(block.runs, style))
    return [(mark, article.at(mark.start)) for mark in found]


@rule(
    "R101",
    WARNING,
    "An entry that no mark cites has lost its mark, or does not belong to the list.",
    "Put the mark where the print has it.",
)
def uncited(proof: Proof) -> Findings:
    """Every entry of a list with marks is cited."""
    for article in proof.edition.articles:
        if article.meta.reference_style == "none":
            continue
        cited = {mark.number for mark, _ in _marks(article, article.meta.reference_style)}
        cited |= _marks_of_tables(proof, article)
        for index, reference in enumerate(article.meta.references):
            if reference.number not in cited:
                place = proof.of(article).key("references", index)
                yield Found(place, f"no mark in the text leads to entry {reference.number}")


@rule(
    "R102",
    WARNING,
    "The marks of a numbered list come in the order of its entries.",
    "Look whether two marks or two entries have changed places.",
)
def citation_order(proof: Proof) -> Findings:
    """The first marks of the entries count upward."""
    for article in proof.edition.articles:
        seen: list[int] = []
        for mark, place in _marks(article, article.meta.reference_style):
            if (number := mark.number) not in seen:
                if seen and number < max(seen):
                    message = f"the mark of entry {number} comes after that of entry {max(seen)}"
                    yield Found(place, message)
                seen.append(number)


@rule(
    "R103",
    WARNING,
    "An address in an entry has to be the one that the entry links to.",
    "Give 'url' as it stands in the text, with its scheme.",
)
def entry_address(proof: Proof) -> Findings:
    """The address in the text of an entry is its 'url'."""
    for article in proof.edition.articles:
        for index, reference in enumerate(article.meta.references):
            printed = [match[0] for match in ADDRESS.finditer(read_as(reference.text, "reference"))]
            plain = {re.sub(r"^\w+://", "", address).rstrip("/") for address in printed}
            linked = re.sub(r"^\w+://", "", reference.url or "").rstrip("/")
            source = proof.of(article)
            if reference.url is None and printed:
                message = f"entry {reference.number} prints '{printed[0]}' and has no 'url'"
                yield Found(source.key("references", index, "text"), message)
            elif reference.url is not None and linked not in plain:
                message = f"'{reference.url}' does not stand in entry {reference.number}"
                yield Found(source.key("references", index, "url"), message)


@rule(
    "R104",
    INFO,
    "An entry without a stop at its end may have lost its last words.",
    "Look at the print; otherwise it stays as printed.",
)
def open_entry(proof: Proof) -> Findings:
    """An entry ends with a stop."""
    for article in proof.edition.articles:
        for passage in proof.passages_of(article, "reference"):
            text = passage.text.rstrip()
            if not ENDED.search(text):
                words = " ".join(text.split()[-3:])
                yield Found(passage.at(len(text) - 1), f"an entry ends with '{words}'")


@rule(
    "R105",
    INFO,
    "'Ibid.' and 'Ditto' help readers only if they lead to what they mean.",
    "Give 'same_as' where the meaning is certain.",
)
def unlinked_entry(proof: Proof) -> Findings:
    """A short form in a list says what it stands for."""
    for article in proof.edition.articles:
        for index, reference in enumerate(article.meta.references):
            short = SHORT_FORM.match(read_as(reference.text, "reference"))
            if short and reference.same_as is None:
                place = proof.of(article).key("references", index, "text")
                yield Found(place, f"'{short[0]}' in entry {reference.number} leads nowhere")


@rule(
    "R106",
    WARNING,
    "An entry is read aloud and hyphenated in the language that it declares.",
    "Correct 'language'; a part in another language gets a span, [Win-win]{lang=en}.",
)
def entry_language(proof: Proof) -> Findings:
    """An entry is written in the letters of its language."""
    for article in proof.edition.articles:
        for index, passage in enumerate(proof.passages_of(article, "reference")):
            spans = passage.reading.languages
            own = "".join(sign for sign, span in zip(passage.text, spans, strict=True) if not span)
            own = ADDRESS.sub("", own)
            cyrillic, latin = len(CYRILLIC.findall(own)), len(LATIN.findall(own))
            declared = passage.lang
            expected = cyrillic if declared in CYRILLIC_LANGUAGES else latin
            if expected < cyrillic + latin - expected:
                letters = "Cyrillic" if cyrillic > latin else "Latin"
                message = f"an entry in '{declared}' that is mostly in {letters} letters"
                yield Found(proof.of(article).key("references", index, "language"), message)


@rule(
    "R107",
    INFO,
    "An entry that stands twice word for word may be one entry transcribed twice.",
    "Look at the print; otherwise it stays as printed.",
)
def same_entry(proof: Proof) -> Findings:
    """No two entries have the same text."""
    for article in proof.edition.articles:
        seen: dict[str, int] = {}
        for index, reference in enumerate(article.meta.references):
            text = read_as(reference.text, "reference")
            if SHORT_FORM.match(text):
                continue
            if text in seen:
                message = f"entry {reference.number} has the text of entry {seen[text]}"
                yield Found(proof.of(article).key("references", index, "text"), message)
            seen.setdefault(text, reference.number)


@rule(
    "R108",
    WARNING,
    "A list, its heading and its marks belong together.",
    "Restore the list, or take out the heading, or set 'reference_style'.",
)
def list_without_parts(proof: Proof) -> Findings:
    """A heading or a style of marks comes with a list."""
    for article in proof.edition.articles:
        meta, source = article.meta, proof.of(article)
        if meta.references:
            continue
        if meta.references_heading:
            message = f"the heading '{meta.references_heading}' has no list"
            yield Found(source.key("references_heading"), message)
        if meta.reference_style != "none":
            message = f"marks in {meta.reference_style}, and no list that they lead to"
            yield Found(source.key("reference_style"), message)


@rule(
    "R109",
    WARNING,
    "Nothing can be cited from a year after the issue; the figure has been misread.",
    "Look at the print and emend the year, or remark on it.",
)
def future_year(proof: Proof) -> Findings:
    """No note or entry cites a later year than that of the issue."""
    limit = proof.edition.issue.year
    for article in proof.edition.articles:
        for passage in proof.passages_of(article, "note", "reference"):
            text = ADDRESS.sub(lambda match: " " * len(match[0]), passage.text)
            for year in YEAR.finditer(text):
                if int(year[1]) > limit and not passage.is_remarked(*year.span()):
                    message = f"the year {year[1]} is later than the issue ({limit})"
                    yield Found(passage.at(year.start()), message)


@rule(
    "R110",
    INFO,
    "Numbers in square brackets look like reference marks, and here they lead nowhere.",
    "Set 'reference_style: brackets' if they are marks; otherwise escape them, \\[1].",
)
def bare_marks(proof: Proof) -> Findings:
    """An article without marks has nothing that looks like one."""
    for article in proof.edition.articles:
        if article.meta.reference_style != "none":
            continue
        for mark, place in _marks(article, "brackets"):
            if mark.number <= LONGEST_LIST:
                yield Found(place, f"{mark.text} looks like a reference mark")
