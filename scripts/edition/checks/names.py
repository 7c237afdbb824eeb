"""A1xx: the names of authors, members of the council and everybody else.

Names stay as each author spells them. These rules report where one name is written in two
ways; nothing is harmonised.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Final

from edition.checks.lexicon import AMERICAN, BRITISH, POSSESSIVES, Lexicon
from edition.checks.passages import COUNCIL, Passage
from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule

LETTERS: Final = re.compile(r"[^\W\d_]+")
SHORTEST: Final = 4
ACRONYM: Final = 5
"""Capitals up to which a word in capitals is an abbreviation."""
LONG: Final = 6
"""Letters from which a name may be a misreading of one that a dictionary has."""
ALIKE: Final = 0.55
FOLDS: Final = (
    ("dzh", "j"), ("tch", "ch"), ("kh", "h"), ("zh", "j"), ("gh", "g"), ("th", "t"),
    ("ph", "f"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("w", "v"), ("q", "k"),
    ("y", "i"),
)  # fmt: skip
CYRILLIC: Final = dict(
    zip("абвгдезийклмнопрстуфхцэы", "abvgdeziiklmnoprstufhcei", strict=True)
) | {
    "ж": "j", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "iu", "я": "ia", "ё": "e",
    "ъ": "", "ь": "",
}  # fmt: skip


def fold(name: str) -> str:
    """Return a name without what transliterations disagree about."""
    plain = _plain(name)
    plain = re.sub(r"(?<=[kgh])[uw](?=[aeio])", "v", plain.removeprefix("y") or plain)
    for written, folded in FOLDS:
        plain = plain.replace(written, folded)
    return re.sub(r"(.)\1+", r"\1", plain)


def skeleton(name: str) -> str:
    """Return the consonants of a name in either alphabet, as far as both agree."""
    plain = "".join(CYRILLIC.get(sign, sign) for sign in name.lower())
    plain = re.sub(r"[aeiou]", "", fold(plain))
    return re.sub(r"[^a-z]|(?<=.)h", "", plain).replace("j", "z").replace("c", "k")


def _close(one: str, other: str) -> bool:
    """Tell whether two names differ in a letter or two, not only in their ending."""
    if one[0] != other[0] or one.startswith(other) or other.startswith(one):
        return False
    if sorted(one.lower()) == sorted(other.lower()):
        return _distance(one, other, 2) <= 2  # noqa: PLR2004  # a letter in another place
    return _distance(one, other, 1) == 1


def _distance(one: str, other: str, limit: int) -> int:
    """Return how many letters are changed, added, lost or swapped (Damerau)."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


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
            printed = _plain(f"{author.byline} {author.contents}")
            for key in ("given", "surname"):
                value: str = getattr(author, key)
                if _plain(value) not in printed:
                    place = proof.of(article).key("authors", index, key)
                    message = f"'{value}' stands neither in the byline nor in the Contents"
                    yield Found(place, message)


def _plain(name: str) -> str:
    """Return a name without capitals and accents."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@rule(
    "A103",
    WARNING,
    "One name is spelt in two ways inside an article.",
    "Emend a misreading; remark on an author's two spellings, {>>sic<<}.",
)
def two_spellings(proof: Proof) -> Findings:
    """An article spells a name in one way."""
    for article in proof.edition.articles:
        own = _names(proof.passages_of(article))
        for rarer, usual in _variants(own, proof.lexicon):
            passage, index = own[rarer][0]
            remarked = any(p.is_remarked(i, i + len(rarer)) for p, i in own[rarer])
            if not remarked:
                yield Found(passage.at(index), f"'{rarer}' here, '{usual}' in the same article")


@rule(
    "A104",
    INFO,
    "Two authors transliterate one name in two ways.",
    "Nothing to do; each author's spelling stays.",
)
def across_articles(proof: Proof) -> Findings:
    """The articles spell a name in one way."""
    everywhere = _names(proof.passages)
    for rarer, usual in _variants(everywhere, proof.lexicon):
        files = {passage.source.path for passage, _ in everywhere[usual]}
        for passage, index in everywhere[rarer]:
            if passage.source.path not in files:
                others = ", ".join(sorted(files))
                yield Found(passage.at(index), f"'{rarer}' here, '{usual}' in {others}")
                break


def _names(passages: Iterable[Passage]) -> Mapping[str, list[tuple[Passage, int]]]:
    """Collect the capitalised words of printed English with their places."""
    found: dict[str, list[tuple[Passage, int]]] = defaultdict(list)
    for passage in passages:
        if passage.origin != "printed":
            continue
        for match, lang in passage.words:
            name = match[0]
            for ending in POSSESSIVES:
                name = name.removesuffix(ending).removesuffix(ending.upper())
            if lang != "en" or len(name) < SHORTEST or not name[0].isupper():
                continue
            if not name.isupper():
                found[name].append((passage, match.start()))
            elif len(name) > ACRONYM:
                found[name.capitalize()].append((passage, match.start()))
    return found


def _variants(
    names: Mapping[str, list[tuple[Passage, int]]], lexicon: Lexicon
) -> Iterator[tuple[str, str]]:
    """Yield pairs of spellings of what may be one name, the rarer one first."""
    proper = sorted(
        name
        for name in names
        if not any(lexicon.spells(name.lower(), variety) for variety in (AMERICAN, BRITISH))
    )
    groups: dict[str, list[str]] = defaultdict(list)
    for name in proper:
        groups[name[0]].append(name)
    for group in groups.values():
        for position, one in enumerate(group):
            for other in group[position + 1 :]:
                if _same(one, other, lexicon):
                    pair = sorted((one, other), key=lambda name: (len(names[name]), name))
                    yield pair[0], pair[1]


def _same(one: str, other: str, lexicon: Lexicon) -> bool:
    """Tell whether two spellings may mean one name."""
    if fold(one) == fold(other):
        return True
    if all(lexicon.knows(name, AMERICAN, BRITISH) for name in (one, other)):
        return False
    spelt = any(lexicon.spells(name, v) for name in (one, other) for v in (AMERICAN, BRITISH))
    if spelt and min(len(one), len(other)) < LONG:
        return False
    return _close(one, other)


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
        if not _sounds_alike(member.en.name, member.ru.name):
            place = council.key("members", index, "ru", "name")
            yield Found(place, f"'{member.ru.name}' for '{member.en.name}'")
    for article in proof.edition.articles:
        for index, author in enumerate(article.meta.authors):
            if not _sounds_alike(author.surname, author.ru.surname):
                place = proof.of(article).key("authors", index, "ru", "surname")
                yield Found(place, f"'{author.ru.surname}' for '{author.surname}'")


def _sounds_alike(english: str, russian: str) -> bool:
    one, other = skeleton(english), skeleton(russian)
    return one == other or SequenceMatcher(None, one, other).ratio() > ALIKE


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
    """Names are in the alphabet of their language."""
    for passage in proof.passages:
        last = passage.name.rpartition(".")[2]
        if last not in {"given", "surname", "byline", "contents", "name"}:
            continue
        wrong = r"[\u0400-\u04ff]+" if passage.lang == "en" else r"[A-Za-z]+"
        if found := re.search(wrong, passage.text):
            message = f"'{found[0]}' in '{passage.text}' is not in the letters of the language"
            yield Found(passage.at(found.start()), message)
