"""What a built site has that could act, as a set of plain words.

A site of harmless content has everything that the templates write; whatever a hostile site has
beyond it came out of the content. Pages are parsed as browsers parse them, by html5lib, and once
more by another engine (Lexbor), since what two parsers read differently is how filters are fooled.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

import html5lib
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from selectolax.lexbor import LexborHTMLParser

Found = dict[str, str]
"""What was found, and an example of each."""

ADDRESSES: Final = {
    "action", "background", "cite", "codebase", "data", "formaction", "href", "icon", "longdesc",
    "manifest", "ping", "poster", "profile", "src", "srcset", "to", "usemap", "values", "from",
    "xlink:href", "classid", "lowsrc", "dynsrc", "archive", "code", "imagesrcset",
}  # fmt: skip
KINDS: Final = ("rel", "role", "type", "http-equiv", "name", "property", "method", "target")
"""Attributes whose value says what an element does."""

PASSIVE: Final = {"http", "https", "mailto", "ftp"}
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
CONTROL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
DIGITS: Final = re.compile(r"\d+")
MAGIC: Final = b"pagefind_dcd"
TEXTS: Final = {".html", ".json", ".ris", ".bib", ".xml", ".js", ".css", ".txt"}
SIZES: Final = {
    f"class {one}" for one in ("td.long", "th.long", "figure.narrow", "figure.wide", "th.brief")
}
"""What the markup itself says of a cell or a table, by the length of its texts."""
RIS_LINE: Final = re.compile(r"[A-Z][A-Z0-9]  -")
HASHED: Final = re.compile(r"[._][0-9a-f]{7,10}\b")
XLINK: Final = "{http://www.w3.org/1999/xlink}"


def site_features(folder: Path) -> Found:
    """Return everything of a site that acts, names or loads something.

    Args:
        folder: The folder of the site.

    Returns:
        What was found, with an example of each.
    """
    found: Found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        stem = "pagefind" if name.startswith("pagefind/") else DIGITS.sub("0", HASHED.sub("", name))
        found.setdefault(f"file {stem}", name)
        for feature, example in _file_features(path, name):
            found.setdefault(feature, f"{name}: {example[:300]}")
    return found


def _file_features(path: Path, name: str) -> Iterator[tuple[str, str]]:
    raw = path.read_bytes()
    if path.suffix in TEXTS:
        text = raw.decode("utf-8")
        for control in CONTROL.finditer(text):
            around = text[max(control.start() - 40, 0) : control.end() + 20]
            yield f"control U+{ord(control[0]):04X}", repr(around)
    if name.startswith("pagefind/"):
        if path.suffix == ".pf_fragment":
            yield from _fragment_features(raw)
    elif path.suffix == ".html":
        yield from page_features(raw.decode("utf-8"))
    elif path.suffix == ".json":
        yield from _json_features(raw.decode("utf-8"), name)
    elif path.suffix == ".ris":
        yield from _ris_features(raw.decode("utf-8"), name)
    elif path.suffix == ".bib":
        yield from _bibtex_features(raw.decode("utf-8"), name)
    elif path.suffix == ".xml":
        yield from _xml_features(raw.decode("utf-8"), name)


@lru_cache(maxsize=200)
def page_features(text: str) -> tuple[tuple[str, str], ...]:
    """Return what one page, or a fragment of one, has that acts, each with an example.

    Args:
        text: The HTML; most pages of two sites are the same, and are parsed once.
    """
    return tuple(dict(_page_features(text)).items())


def _page_features(text: str) -> Iterator[tuple[str, str]]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document = parser.parse(text)
    for (line, column), code, _ in parser.errors:
        yield f"parse error {code}", text.split("\n")[line - 1][max(column - 150, 0) : column + 50]
    ids: Counter[str] = Counter()
    for element in document.iter():
        if not isinstance(element.tag, str):
            yield "comment", str(element.text)
            continue
        if "id" in element.attrib:
            ids[element.attrib["id"]] += 1
        yield from _element_features(element.tag, dict(element.attrib), _opening(element))
        if element.tag in {"script", "style"}:
            yield from _inline_features(element)
    for name, count in ids.items():
        if count > 1:
            yield f"id twice: {name}", name
    other = LexborHTMLParser(text)
    for node in other.css("*"):
        attributes = {key: value or "" for key, value in node.attributes.items()}
        yield from _element_features(str(node.tag), attributes, f"<{node.tag} {attributes}>")


def _opening(element: Element) -> str:
    attributes = " ".join(f"{name}={value!r}" for name, value in element.attrib.items())
    return f"<{element.tag} {attributes}>{(element.text or '')[:80]}"


def _element_features(
    tag: str, attributes: dict[str, str], example: str
) -> Iterator[tuple[str, str]]:
    tag = tag.rpartition("}")[2].lower()
    yield f"element {tag}", example
    for key, value in attributes.items():
        name = key.replace(XLINK, "xlink:").lower()
        yield f"attribute {tag}@{name}", example
        if name in ADDRESSES:
            yield f"address {tag}@{name} {address_kind(tag, value)}", example
        elif name in KINDS:
            yield f"kind {tag}@{name}={DIGITS.sub('0', value)}", example
        elif name == "class":
            for one in value.split():
                yield f"class {tag}.{DIGITS.sub('0', one)}", example
        elif name == "style":
            yield f"style {DIGITS.sub('0', value)}", example
        elif name in {"lang", "hreflang", "xml:lang"} and not LANGUAGE.fullmatch(value):
            yield f"language {value}", example
        elif name == "id" and not re.fullmatch(r"[\w:.-]+", value):
            yield f"id {value}", example


def address_kind(tag: str, value: str) -> str:
    """Return where an address leads: its scheme, and its host if something is loaded from it."""
    plain = re.sub(r"[\t\n\r]", "", value).strip("".join(map(chr, range(33))))
    plain = plain.replace("\\", "/")
    try:
        parts = urlsplit(plain)
    except ValueError:
        return f"unreadable {value}"
    if parts.scheme in PASSIVE and tag == "a":
        return "passive"
    if parts.scheme or parts.netloc or plain.startswith("//"):
        return f"{parts.scheme}://{parts.netloc}"
    return "here"


def _inline_features(element: Element) -> Iterator[tuple[str, str]]:
    text = "".join(element.itertext())
    if not text.strip():
        return
    kind = element.attrib.get("type", "")
    if kind.endswith("json"):
        try:
            content = json.loads(text)
        except ValueError:
            yield f"broken {kind}", text
        else:
            keys = ",".join(sorted(content)) if isinstance(content, dict) else type(content)
            yield f"data {kind} {keys}", text
    else:
        yield f"inline {element.tag} {DIGITS.sub('0', text)}", text


def _json_features(text: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of a JSON document and the number of its records."""
    content = json.loads(text)
    records = content if isinstance(content, list) else [content]
    for key in {key for record in records for key in record}:
        yield f"JSON {name} {key}", text
    counted = {key: value for key, value in records[0].items() if key in {"names", "rows"}}
    for key, value in {"": records, **counted}.items():
        yield f"JSON {name} {len(value)} {key}", text


def _ris_features(text: str, name: str) -> Iterator[tuple[str, str]]:
    for record in rispy.loads(text):
        for key, value in record.items():
            many = isinstance(value, list) and key != "unknown_tag"
            yield f"RIS {name} {key}{f' {len(value)}' if many else ''}", str(record)
    for tag in re.findall(r"(?m)^([A-Z][A-Z0-9])  -", text):
        yield f"RIS tag {tag}", text
    yield f"RIS {name}: {len(rispy.loads(text))} records", text
    yield f"RIS {name}: {len(re.findall(r'(?m)^ER', text))} ends", text
    loose = [
        line for line in text.splitlines() if line and not re.match(r"[A-Z][A-Z0-9]  - ?", line)
    ]
    if loose:
        yield "RIS line without a tag", loose[0]


def _bibtex_features(text: str, name: str) -> Iterator[tuple[str, str]]:
    library = parse_string(text)
    yield f"BibTeX {name}: {len(library.entries)} entries", text
    if library.failed_blocks:
        yield f"BibTeX {name}: broken", text
    for entry in library.entries:
        for field in entry.fields:
            yield f"BibTeX field {field.key}", str(field.value)
            if field.key == "author":
                number = len(re.split(r"\sand\s", field.value))
                yield f"BibTeX {name}: {entry.key} has {number} authors", field.value


def _xml_features(text: str, name: str) -> Iterator[tuple[str, str]]:
    elements = Counter(element.tag for element in fromstring(text).iter())  # noqa: S314  # own file
    for tag, count in elements.items():
        yield f"XML {name} {count} {tag}", text


def _fragment_features(raw: bytes) -> Iterator[tuple[str, str]]:
    data = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
    if not data.startswith(MAGIC):
        yield "search fragment without its beginning", repr(data[:40])
        return
    fragment = json.loads(data[len(MAGIC) :])
    for key in ("meta", "filters"):
        for name in fragment[key]:
            yield f"search {key} {name}", str(fragment[key])
    yield f"search address {address_kind('a', fragment['url'])}", fragment["url"]


def beyond(site: Found, clean: Found) -> Found:
    """Return what a site has that the clean one has not.

    Args:
        site: What was found in the site.
        clean: What was found in the site of harmless content.
    """
    return {
        feature: example
        for feature, example in site.items()
        if feature not in clean and feature not in SIZES
    }
