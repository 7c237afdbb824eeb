"""K1xx: addresses on the web and cross-references."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from edition.checks.passages import CYRILLIC, Passage
from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule
from edition.text.runs import Span
from edition.text.views import links

BARE = re.compile(r"\b(?:https?://|ftp://)[^\s<>]+")
ANY = re.compile(r"(?:(?:https?|ftp)://|\bwww\.)[^\s<>«»\"“”]+")
HOST = re.compile(r"^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?$", re.IGNORECASE)
SPLIT = re.compile(r"\b(?:https?|ftp)\s*:\s+//|\b(?:https?|ftp):\s*/\s+/|\bhttps?://\s|www\.\s\w")
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]*(?:\.[\w-]+)*")
GOOD_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def _addresses(passage: Passage) -> list[tuple[int, str]]:
    """Return every web address of a passage without the stops that follow it."""
    found = []
    for match in ANY.finditer(passage.text):
        address = match[0].rstrip(".,;:!?)]'’")
        found.append((match.start(), address))
    return found


@rule(
    "K101",
    WARNING,
    "An address without its angle brackets is not a link.",
    "Write <http://...>.",
)
def bare_address(proof: Proof) -> Findings:
    """Every full address in a text is a link."""
    for passage in proof.passages:
        if passage.source.path.endswith((".yml", ".csv")):
            continue
        for match in BARE.finditer(passage.text):
            if not passage.is_address(match.start()):
                yield Found(passage.at(match.start()), f"'{match[0]}' is not a link")


@rule(
    "K102",
    WARNING,
    "A stop at the end of a link is taken for a part of the address.",
    "Put the closing angle bracket before the stop.",
)
def stop_in_address(proof: Proof) -> Findings:
    """No link ends with a stop."""
    for passage in proof.passages:
        for match in ANY.finditer(passage.text):
            last = match.end() - 1
            if passage.is_address(last) and match[0][-1] in ".,;:":
                yield Found(passage.at(last), f"the link '{match[0]}' ends with '{match[0][-1]}'")
    for article in proof.edition.articles:
        for index, reference in enumerate(article.meta.references):
            if reference.url and reference.url[-1] in ".,;:":
                place = proof.of(article).key("references", index, "url")
                yield Found(place, f"the address '{reference.url}' ends with '{reference.url[-1]}'")


@rule(
    "K103",
    WARNING,
    "An address with a Cyrillic letter or without a proper host leads nowhere.",
    "Look at the print and type the address again.",
)
def broken_address(proof: Proof) -> Findings:
    """Every address can be one."""
    for passage in proof.passages:
        for index, address in _addresses(passage):
            full = address if "://" in address else f"http://{address}"
            try:
                host = urlsplit(full).netloc
            except ValueError:
                host = ""
            if not HOST.match(host) or CYRILLIC.search(address):
                yield Found(passage.at(index), f"'{address}' cannot be an address")


@rule(
    "K104",
    WARNING,
    "An address with a space in it was cut at a line end.",
    "Rejoin it.",
)
def cut_address(proof: Proof) -> Findings:
    """No address is cut."""
    for passage in proof.passages:
        for match in SPLIT.finditer(passage.text):
            yield Found(passage.at(match.start()), f"'{match[0]}' is an address cut in two")


@rule(
    "K105",
    INFO,
    "One address in two forms may be one page twice, or a misreading.",
    "Look at the print; otherwise both stay.",
)
def two_forms(proof: Proof) -> Findings:
    """An address is written in one way."""
    seen: dict[str, str] = {}
    for passage in proof.passages:
        for index, address in _addresses(passage):
            key = re.sub(r"^(?:\w+://)?(?:www\.)?", "", address.casefold()).rstrip("/")
            plain = re.sub(r"^\w+://", "", address).rstrip("/")
            if seen.setdefault(key, plain) != plain:
                yield Found(passage.at(index), f"'{address}' here, '{seen[key]}' before")


@rule(
    "K106",
    WARNING,
    "An e-mail address without a host reaches nobody.",
    "Look at the print and type the address again.",
)
def broken_mail(proof: Proof) -> Findings:
    """Every e-mail address can be one."""
    for passage in proof.passages:
        for match in MAIL.finditer(passage.text):
            if not GOOD_MAIL.fullmatch(match[0].rstrip(".")):
                yield Found(passage.at(match.start()), f"'{match[0]}' cannot be an e-mail address")


@rule(
    "K107",
    WARNING,
    "A cross-reference from a word that is no short form surprises readers.",
    "Link 'Ibid.', 'Op. cit.', 'Ditto' and the like; anything else needs an exception.",
)
def odd_cross_reference(proof: Proof) -> Findings:
    """Only short forms are cross-references."""
    short = re.compile(r"ibid|op\.?\s?cit|idem|ditto|loc\.?\s?cit|see|там же|указ", re.IGNORECASE)
    for article in proof.edition.articles:
        for passage in proof.passages_of(article):
            for link in links(passage.entry.runs):
                if isinstance(link.run, Span) and not short.search(link.words):
                    place = passage.entry.location(link.start)
                    yield Found(place, f"'{link.words}' leads to {link.target}")
