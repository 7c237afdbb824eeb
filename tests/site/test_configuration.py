"""``mkdocs.yml`` to a configuration; its faults are tested in ``tests/test_cli.py``."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.editions import INVENTED

from edition.diagnostics import ContentError
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


def test_the_address_of_the_site_has_the_letters_that_an_address_may_have(issue: Path) -> None:
    """Everything that is made of it has them then: the sitemap, the pages, the citations."""
    config = issue / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("/papers/", "/под/папка"), encoding="utf-8")
    expected = "https://tidewater.example/%D0%BF%D0%BE%D0%B4/%D0%BF%D0%B0%D0%BF%D0%BA%D0%B0/"
    assert expected == configuration(config).site_url


@pytest.mark.parametrize("host", [f"{'ж' * 70}.example", 'tidewater.example/"x', "a b.example"])
def test_an_address_that_cannot_be_one_is_a_fault_with_its_place(host: str, issue: Path) -> None:
    """The name of a host has a length and an alphabet, and some signs are in no address."""
    config = issue / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("tidewater.example", host), encoding="utf-8")
    with pytest.raises(ContentError, match=r"mkdocs.yml:5:\d+ .* 'site_url': the address"):
        configuration(config)
