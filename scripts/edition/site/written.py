"""Hand-written pages: what their front matter and their lines may say.

Their front matter is MkDocs' own, where a key can name any template, and a value of an unexpected
kind meets the theme as it is; a page of an edition says its title and its description, no more.
What is front matter is asked of MkDocs itself, so that nothing else is judged than what it reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mkdocs.utils.meta import META_RE, YAML_RE

from edition.content.codes import ABOVE_LIMIT, NO_FRONT_MATTER, UNSAFE_LINK
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
    yield from _front_matter_faults(text, path)
    for number, line in enumerate(text.split("\n"), start=1):
        if DEFINITION.match(line):
            message = "a line '[name]: address' would be shown as it is; link in place"
            yield Diagnostic.of(UNSAFE_LINK, Location(path, number), message)
        for offset, message in (*line_faults(line), *text_faults(line)):
            yield Diagnostic.of(ABOVE_LIMIT, Location(path, number, offset + 1), message)


def _front_matter_faults(text: str, path: str) -> Iterator[Diagnostic]:
    """Judge what MkDocs will take for front matter, which has other ends and another form too."""
    front = YAML_RE.match(text)
    if front is not None:
        source = read_yaml(front[1], path, first_line=2)
        if not source.diagnostics:
            validate(source, WrittenFrontMatter, {} if source.data is None else source.data)
        yield from source.diagnostics
    elif text.startswith("---"):
        message = "the front matter has no end: a line '---' with a line after it"
        yield Diagnostic.of(NO_FRONT_MATTER, Location(path), message)
    elif META_RE.match(text):
        message = "the first line would be taken for front matter, and not be shown"
        yield Diagnostic.of(NO_FRONT_MATTER, Location(path), f"{message}; begin with '---' lines")
