"""``mkdocs.yml`` to a configuration, with faults that name the line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from edition.content.codes import UNKNOWN_KEY, WRONG_VALUE
from edition.content.files import read_text
from edition.content.yaml_source import YamlSource, places_of
from edition.diagnostics import ContentError, Diagnostic, EditionError
from edition.site.warnings import collected

PLUGIN: Final = "edition"
NAMED_KEY: Final = re.compile(r"^Config value '(?P<key>[^']+)': (?P<message>.*)$", re.DOTALL)


def configuration(config_file: Path, **settings: Any) -> MkDocsConfig:  # noqa: ANN401
    """Read the edition's ``mkdocs.yml``, strictly.

    Args:
        config_file: The file.
        settings: Values that replace those of the file.

    Returns:
        The configuration.

    Raises:
        EditionError: If the file is missing or wrong.
    """
    if not config_file.is_file():
        raise EditionError(f"{config_file}: there is no such file; name the edition's mkdocs.yml")
    diagnostics: list[Diagnostic] = []
    text = read_text(config_file.parent, config_file.name, diagnostics)
    source = places_of(text or "", config_file.name)
    diagnostics += source.diagnostics
    if diagnostics:
        raise ContentError(diagnostics)
    with collected() as messages:
        try:
            config = load_config(str(config_file), strict=True, **settings)
        except (MkDocsException, SystemExit, OSError) as error:
            raise ContentError(_faults(source, messages or [str(error)])) from None
    if PLUGIN not in config.plugins:
        message = f"the plugin '{PLUGIN}' is not among the plugins"
        place = source.location(("plugins",))
        raise ContentError([Diagnostic.of(WRONG_VALUE, place, message)])
    return config


def content_folder(config: MkDocsConfig) -> Path:
    """Return the folder that holds the content of the edition."""
    return Path(config.plugins[PLUGIN].config["content"])


def _faults(source: YamlSource, messages: Iterable[str]) -> Iterator[Diagnostic]:
    for message in messages:
        named = NAMED_KEY.match(message)
        place = source.location((named["key"],) if named else ())
        reason = named["message"] if named else message
        unknown = reason.startswith("Unrecognised configuration name")
        code = UNKNOWN_KEY if unknown else WRONG_VALUE
        yield Diagnostic.of(code, place, f"'{named['key']}': {reason}" if named else reason)
