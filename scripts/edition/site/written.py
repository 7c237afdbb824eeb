"""Hand-written pages: what their front matter and their lines may say.

Their front matter is MkDocs' own, where a key can name any template, and a value of an unexpected
kind meets the theme as it is; a page of an edition says its title and its description, no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from edition.content.articles import FRONT_MATTER
from edition.content.codes import ABOVE_LIMIT, UNSAFE_LINK
from edition.content.model import Model, Text
from edition.content.text_limits import line_faults, text_faults
from edition.content.yaml_source import read_yaml, validate
from edition.diagnostics import Diagnostic, Location

DEFINITION: Final = re.compile(r" {0,3}\[(?!\^)[^\[\]]+\]:")


class WrittenFrontMatter(Model):
    """The YAML front matter of a hand-written page."""

    title: Text
    description: Text | None = None


def written_faults(text: str, path: str) -> Iterator[Diagnostic]:
    """Find what a hand-written page may not say.

    Args:
        text: The whole file.
        path: Its path in the edition's folder.

    Yields:
        A diagnostic for each fault; a page without front matter has its title from its heading.
    """
    if (front := FRONT_MATTER.match(text)) is not None:
        source = read_yaml(front[1], path, first_line=2)
        if source.data is not None and not source.diagnostics:
            validate(source, WrittenFrontMatter)
        yield from source.diagnostics
    for number, line in enumerate(text.split("\n"), start=1):
        if DEFINITION.match(line):
            message = "a line '[name]: address' would be shown as it is; link in place"
            yield Diagnostic.of(UNSAFE_LINK, Location(path, number), message)
        for offset, message in (*line_faults(line), *text_faults(line)):
            yield Diagnostic.of(ABOVE_LIMIT, Location(path, number, offset + 1), message)
