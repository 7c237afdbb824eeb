"""Files of ``docs/`` that are published as they are, and that a browser would obey.

A hand-written page passes through the build, which judges it; a file beside the pages does not. An
HTML file is therefore judged as a finished page, and a picture in SVG, which is a document with
scripts of its own where it is opened by itself, may only draw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from edition.content.codes import UNSAFE_PAGE
from edition.content.files import decoded
from edition.diagnostics import Diagnostic, Location
from edition.site import finished

HTML: Final = (".html", ".htm", ".xhtml", ".xht", ".shtml")
XML: Final = (".svg", ".xhtml", ".xht", ".xml")
"""What a browser opens as a document in XML."""
ACTIVE: Final = frozenset(
    {"audio", "embed", "foreignobject", "handler", "iframe", "listener", "object", "script"}
)
"""Elements that run something or hold another document."""
DECLARED: Final = re.compile(r"<!(?:DOCTYPE|ENTITY)[^>]*\[|<!ENTITY|<\?xml-stylesheet")
"""What makes texts or styles out of what stands elsewhere."""
OWN: Final = re.compile(
    r"#|data:image/(?:png|jpeg|gif|webp);|(?![A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})"
)
"""How an address begins that leads to the site itself or holds a picture."""
SCHEME: Final = re.compile(r"(?:https?|ftp|mailto):", re.IGNORECASE)
LOADED: Final = re.compile(r"(?:url\(|@import)[\s\"']*+([^\s\"')]*)", re.IGNORECASE)


def static_faults(read: Mapping[str, bytes], docs: Path) -> Iterator[Diagnostic]:
    """Find what files that are published as they are may not have.

    Args:
        read: What was read of the folder of hand-written pages: the bytes by the path inside it.
        docs: The folder.

    Yields:
        A diagnostic for each fault, at the file.
    """
    for path, raw in sorted(read.items()):
        name = path.lower()
        if not name.endswith(HTML + XML):
            continue
        place = Location(f"{docs.name}/{path}")
        faults: list[Diagnostic] = []
        if (text := decoded(raw, place.path, faults)) is not None:
            found = list(_acting(text)) if name.endswith(XML) else []
            found += [fault.what for fault in finished.faults(text)] if name.endswith(HTML) else []
            messages = (
                f"the file has {what}, which nothing on the site may have" for what in found
            )
            faults += (Diagnostic.of(UNSAFE_PAGE, place, message) for message in messages)
        yield from faults


def _acting(text: str) -> Iterator[str]:
    """Find what in a document in XML would act, each once, in words."""
    if DECLARED.search(text):
        yield "a declaration of its own"
        return
    try:
        root = ET.fromstring(text)  # noqa: S314  # without a declaration there are no entities
    except ET.ParseError as error:
        yield f"what is no XML ({error})"
        return
    yield from dict.fromkeys(fault for element in root.iter() for fault in _of(element))


def _of(element: ET.Element) -> Iterator[str]:
    name = _local(str(element.tag))
    if name in ACTIVE:
        yield f"the element <{name}>"
    for attribute, value in element.items():
        key = _local(attribute)
        if key.startswith("on"):
            yield f"the attribute '{key}' of <{name}>"
        elif key in {"href", "src"} and not _leads_well(name, value.strip()):
            yield f"the address '{value:.60}' of <{name}>"
        elif key == "attributename" and _local(value) == "href":
            yield f"an address that <{name}> changes"
    for loaded in LOADED.findall("".join((*element.attrib.values(), element.text or ""))):
        if not OWN.match(loaded):
            yield f"the address '{loaded:.60}' in a style"


def _leads_well(element: str, address: str) -> bool:
    leads = element == "a" and SCHEME.match(address) is not None
    return leads or OWN.match(address) is not None


def _local(name: str) -> str:
    return name.rpartition("}")[2].rpartition(":")[2].lower()
