"""``mkdocs.yml`` to a configuration, with faults that name the line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from mkdocs.config.base import BaseConfigOption, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from edition.content.codes import PATH_OUTSIDE, UNKNOWN_KEY, WRONG_VALUE
from edition.content.limits import Limits
from edition.diagnostics import ContentError, Diagnostic, EditionError
from edition.pages import paths
from edition.site.settings import Settings, read_settings
from edition.site.warnings import collected

PLUGIN: Final = "edition"


class LimitsOption(BaseConfigOption[Limits]):
    """The plugin's option ``limits``: names of limits with their values."""

    def run_validation(self, value: object) -> Limits:
        """Make the limits of what the option says.

        Raises:
            ValidationError: If it says what is no limit.
        """
        if value is None or isinstance(value, Limits):
            return value or Limits()
        if not isinstance(value, Mapping):
            raise ValidationError("names of limits with their values are expected")
        try:
            return Limits.of(value)
        except ValueError as error:
            raise ValidationError(str(error)) from None


def configuration(config_file: Path, **settings: Any) -> MkDocsConfig:  # noqa: ANN401
    """Read the edition's ``mkdocs.yml``, strictly; no code that it asks for is run.

    Args:
        config_file: The file.
        settings: Values that replace those of the file.

    Returns:
        The configuration.

    Raises:
        EditionError: If the file is missing or wrong.
    """
    return configured(config_file, **settings)[0]


def configured(config_file: Path, **settings: Any) -> tuple[MkDocsConfig, tuple[Path, ...]]:  # noqa: ANN401
    """Return what :func:`configuration` returns, and the files that it was read from."""
    if not config_file.exists():
        raise EditionError(f"{config_file}: there is no such file; name the edition's mkdocs.yml")
    config = MkDocsConfig(config_file_path=str(config_file.absolute()))
    read = read_settings(config_file, config)
    faults = list(_faults(config, read, {"strict": True, **settings}))
    if not faults:
        faults = list(_misplaced(config, read))
    if not faults:
        faults = list(_addressed(config, read))
    if faults:
        raise ContentError(faults)
    return config, read.files


def content_folder(config: MkDocsConfig) -> Path:
    """Return the folder that holds the content of the edition."""
    return Path(config.plugins[PLUGIN].config["content"])


def limits_of(config: MkDocsConfig) -> Limits:
    """Return the limits that the configuration sets."""
    limits: Limits = config.plugins[PLUGIN].config["limits"]
    return limits


def _faults(
    config: MkDocsConfig, read: Settings, settings: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    """Let MkDocs take the settings, and tell what it says of them."""
    with collected() as messages:
        found: list[tuple[str, object]] = []
        try:
            config.load_dict(dict(read.data))
            config.load_dict(dict(settings))
            for kind in config.validate():
                found += kind
        except (MkDocsException, SystemExit) as error:
            found.append(("", error))
        except Exception as error:  # noqa: BLE001  # MkDocs trusts that a setting has its type
            reason = f"the settings cannot be used: {type(error).__name__}: {error}"
            found.append(("", reason))
    found += [("", message) for message in messages]
    for key, said in found:
        reason = str(said)
        unknown = reason.startswith("Unrecognised configuration name")
        code = UNKNOWN_KEY if unknown else WRONG_VALUE
        message = f"'{key}': {reason}" if key else str(reason)
        yield Diagnostic.of(code, read.location(key), message)


def _addressed(config: MkDocsConfig, read: Settings) -> Iterator[Diagnostic]:
    """Write the address of the site in the letters that an address may have."""
    if not config.site_url:
        return
    try:
        config.site_url = paths.absolute(config.site_url, "")
    except ValueError as error:
        message = f"'site_url': the address '{config.site_url}' cannot be one: {error}"
        yield Diagnostic.of(WRONG_VALUE, read.location("site_url"), message)


def _misplaced(config: MkDocsConfig, read: Settings) -> Iterator[Diagnostic]:
    """Find a plugin that is not there, and folders that are not the edition's own."""
    if PLUGIN not in config.plugins:
        message = f"the plugin '{PLUGIN}' is not among the plugins"
        yield Diagnostic.of(WRONG_VALUE, read.location("plugins"), message)
        return
    if config.use_directory_urls:
        message = "the addresses of an edition end in .html: set use_directory_urls to false"
        yield Diagnostic.of(WRONG_VALUE, read.location("use_directory_urls"), message)
    root = Path(config.config_file_path).parent.resolve()
    folders = {"docs_dir": Path(config.docs_dir), "plugins": content_folder(config)}
    for key, folder in folders.items():
        if not folder.resolve().is_relative_to(root):
            message = f"the path '{folder}' leads out of the edition's folder"
            yield Diagnostic.of(PATH_OUTSIDE, read.location(key), message)
