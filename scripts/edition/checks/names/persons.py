"""A1xx: authors and members of the council, each named alike everywhere."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from edition.checks.names.likeness import sound_alike, without_accents
from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule
from edition.content.texts import AUTHORITY, COUNCIL

LETTERS: Final = re.compile(r"[^\W\d_]+")


@rule(
    "A101",
    INFO,
    "The byline and the Contents print the author's name in two ways.",
    "Nothing to do; both forms are kept, and one of them is displayed.",
)
def byline(proof: Proof) -> Findings:
    """Byline and Contents agree."""
    for article in proof.edition.articles:
        for index, author in enumerate(article.meta.authors):
            one, other = LETTERS.findall(author.byline), LETTERS.findall(author.contents)
            if [word.casefold() for word in one] != [word.casefold() for word in other]:
                place = proof.of(article).key("authors", index, "byline")
                message = f"'{author.byline}' over the article, '{author.contents}' in the Contents"
                yield Found(place, message)


@rule(
    "A102",
    WARNING,
    "The displayed name has to be one that the issue prints.",
    "Take 'given' and 'surname' from the byline or from the Contents.",
)
def displayed(proof: Proof) -> Findings:
    """Given name and surname stand in the byline or in the Contents."""
    for article in proof.edition.articles:
        for index, author in enumerate(article.meta.authors):
            printed = without_accents(f"{author.byline} {author.contents}")
            for key in ("given", "surname"):
                value: str = getattr(author, key)
                if without_accents(value) not in printed:
                    place = proof.of(article).key("authors", index, key)
                    message = f"'{value}' stands neither in the byline nor in the Contents"
                    yield Found(place, message)


@rule(
    "A105",
    WARNING,
    "One author has two forms of a name, and readers would find half of the articles.",
    "Give 'given', 'surname' and 'ru' alike in every article; byline and contents may differ.",
)
def same_author(proof: Proof) -> Findings:
    """An author is named alike in every article."""
    first: dict[str, tuple[str, tuple[str, ...]]] = {}
    for article in proof.edition.articles:
        for index, author in enumerate(article.meta.authors):
            name = (author.given, author.surname, author.ru.given, author.ru.surname)
            path, known = first.setdefault(author.id, (article.path, name))
            if name != known:
                place = proof.of(article).key("authors", index, "id")
                here, there = ("{} {}, {} {}".format(*form) for form in (name, known))
                yield Found(place, f"'{author.id}' is {here} here, and {there} in {path}")


@rule(
    "A106",
    INFO,
    "A member of the council who is also an author is named in two ways.",
    "Look at the print; printed forms stay, the Russian of the author can follow the council.",
)
def author_in_council(proof: Proof) -> Findings:
    """An author is named as in the council."""
    council = proof.edition.council.members
    members = {member.id: (index, member) for index, member in enumerate(council)}
    for article in proof.edition.articles:
        for author in article.meta.authors:
            if author.id not in members:
                continue
            index, member = members[author.id]
            for lang, name in (("en", author.name("en")), ("ru", author.name("ru"))):
                listed = member.en.name if lang == "en" else member.ru.name
                if listed.casefold() != name.casefold():
                    place = proof.sources[COUNCIL].key("members", index, lang, "name")
                    yield Found(place, f"'{listed}' in the council, '{name}' in {article.path}")


@rule(
    "A107",
    WARNING,
    "The English and the Russian name do not sound alike: they may be two persons.",
    "Look whether two names have changed places; otherwise write an exception.",
)
def alike(proof: Proof) -> Findings:
    """A name sounds alike in both languages."""
    council = proof.sources[COUNCIL]
    for index, member in enumerate(proof.edition.council.members):
        if not sound_alike(member.en.name, member.ru.name):
            place = council.key("members", index, "ru", "name")
            yield Found(place, f"'{member.ru.name}' for '{member.en.name}'")
    for article in proof.edition.articles:
        for index, author in enumerate(article.meta.authors):
            if not sound_alike(author.surname, author.ru.surname):
                place = proof.of(article).key("authors", index, "ru", "surname")
                yield Found(place, f"'{author.ru.surname}' for '{author.surname}'")


@rule(
    "A108",
    INFO,
    "The two printed lists give a member a different number of functions and titles.",
    "Say under 'differences' what differs; both stay as printed.",
)
def council_parts(proof: Proof) -> Findings:
    """The roles of a member have as many parts in both lists, or a difference is noted."""
    noted = {difference.member for difference in proof.edition.council.differences}
    for index, member in enumerate(proof.edition.council.members):
        english, russian = (len(role.split(",")) for role in (member.en.role, member.ru.role))
        if english != russian and member.id not in noted:
            place = proof.sources[COUNCIL].key("members", index, "ru", "role")
            yield Found(place, f"parts of the role: {english} in English, {russian} in Russian")


@rule(
    "A109",
    WARNING,
    "A member who stands in the council twice was transcribed twice, or replaced another.",
    "Look at the print.",
)
def member_twice(proof: Proof) -> Findings:
    """Nobody stands in the council twice."""
    source = proof.sources[COUNCIL]
    for lang in ("en", "ru"):
        counted = Counter[str]()
        for index, member in enumerate(proof.edition.council.members):
            name = member.en.name if lang == "en" else member.ru.name
            counted[name.casefold()] += 1
            if counted[name.casefold()] > 1:
                yield Found(source.key("members", index, lang, "name"), f"'{name}' stands twice")


@rule(
    "A110",
    WARNING,
    "A printed name in Latin letters has a Cyrillic twin letter, or the other way round.",
    "Type the name again in one alphabet.",
)
def alphabet(proof: Proof) -> Findings:
    """Names are in the alphabet of their language; the index gives some firms as they are known."""
    for passage in proof.passages:
        if passage.source.path == AUTHORITY:
            continue
        last = passage.name.rpartition(".")[2]
        if last not in {"given", "surname", "byline", "contents", "name"}:
            continue
        wrong = r"[\u0400-\u04ff]+" if passage.lang == "en" else r"[A-Za-z]+"
        if found := re.search(wrong, passage.text):
            message = f"'{found[0]}' in '{passage.text}' is not in the letters of the language"
            yield Found(passage.at(found.start()), message)
