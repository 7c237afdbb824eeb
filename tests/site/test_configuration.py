"""``mkdocs.yml`` to a configuration; its faults are tested in ``tests/test_cli.py``."""

from __future__ import annotations

from pathlib import Path

from tests.editions import INVENTED

from edition.site.configuration import configuration, content_folder


def test_settings_replace_those_of_the_file(tmp_path: Path) -> None:
    """The command line has the last word."""
    config = configuration(INVENTED / "mkdocs.yml", site_dir=str(tmp_path))
    assert str(tmp_path) == config.site_dir
    assert config.strict


def test_the_content_is_beside_the_configuration() -> None:
    """Unless the plugin's option says otherwise."""
    assert INVENTED == content_folder(configuration(INVENTED / "mkdocs.yml"))


def test_the_content_may_be_elsewhere(issue: Path) -> None:
    """Relative to the configuration, not to the current folder."""
    config = issue / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("- edition", "- edition: {content: docs}")
    config.write_text(text, encoding="utf-8")
    assert issue / "docs" == content_folder(configuration(config))


def test_tags_of_mkdocs_are_no_fault(issue: Path) -> None:
    """What only MkDocs understands is left to it."""
    config = issue / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    text = text.replace("site_name: Tidewater Papers", "site_name: !ENV [NO_SUCH, Gulls]")
    config.write_text(text, encoding="utf-8")
    assert "Gulls" == configuration(config).site_name
