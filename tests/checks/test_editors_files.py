"""What helps editors outside the command: JSON Schemas, settings, the hook, the catalogue."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from tests.editions import INVENTED, ROOT, RunEdition

from edition.checks import catalogue
from edition.content.load import load
from edition.content.schemas import schemas
from edition.pages import page_tree

FILES = {
    "articles/issue.yml": "issue.schema.json",
    "articles/council.yml": "council.schema.json",
    "tables/datapackage.json": "tables.schema.json",
}


@pytest.mark.parametrize("folder", [INVENTED, ROOT], ids=["invented", "real"])
def test_the_content_fits_its_schemas(folder: Path) -> None:
    """What the models accept, the schemas accept."""
    made = schemas()
    for path, name in FILES.items():
        data = yaml.safe_load((folder / path).read_text(encoding="utf-8"))
        assert [] == _faults(made[name], data)
    for article in (folder / "articles").glob("*.md"):
        front = article.read_text(encoding="utf-8").split("---\n")[1]
        assert [] == _faults(made["article.schema.json"], yaml.safe_load(front))


def test_a_schema_refuses_an_unknown_key() -> None:
    """A misspelt key is underlined as one types."""
    assert _faults(schemas()["council.schema.json"], {"heading": {"en": "C", "ru": "С"}, "x": 1})


def _faults(schema: dict[str, Any], data: object) -> list[str]:
    Draft202012Validator.check_schema(schema)
    return [error.message for error in Draft202012Validator(schema).iter_errors(data)]


def test_the_command_writes_the_schemas(tmp_path: Path, run_edition: RunEdition) -> None:
    """Four files, where they are asked for."""
    outcome = run_edition("schemas", "--out", tmp_path / "schemas")
    assert 0 == outcome.exit_code
    written = {path.name: json.loads(path.read_text()) for path in (tmp_path / "schemas").iterdir()}
    assert dict(schemas()) == written


def test_the_command_takes_no_option_that_does_nothing(run_edition: RunEdition) -> None:
    """The schemas are those of the models, whatever the edition."""
    with pytest.raises(SystemExit) as end:
        run_edition("schemas", "--config", "mkdocs.yml")
    assert 2 == end.value.code


def test_the_settings_wire_the_schemas_that_the_command_writes() -> None:
    """Every schema but that of front matter, which no text editor reads inside Markdown."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    wired = dict(settings["yaml.schemas"])
    for entry in settings["json.schemas"]:
        wired[entry["url"]] = entry["fileMatch"]
    assert {f".vscode/schemas/{name}": path for path, name in FILES.items()} == {
        name.removeprefix("./"): path[0].lstrip("/") for name, path in wired.items()
    }


def test_the_hook_runs_the_check() -> None:
    """The pre-commit configuration runs the command of the project's own environment."""
    configuration = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = {hook["id"]: hook for repo in configuration["repos"] for hook in repo["hooks"]}
    assert hooks["edition-check"]["entry"].startswith(".venv/bin/edition check")
    assert hooks["edition-check"]["pass_filenames"] is False
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "edition" in project["project"]["scripts"]


def test_every_code_is_in_the_catalogue() -> None:
    """The generated page has every code with its reason and hint, in both languages."""
    pages = page_tree(load(INVENTED).unwrap(), catalogue())
    rules = {page.lang: page.markdown for page in pages if page.kind == "rules"}
    assert {"en", "ru"} == set(rules)
    for code in catalogue():
        for text in rules.values():
            assert f'<dt id="{code.id}">' in text
    assert 'lang="en"' in rules["ru"]
    assert 'lang="en"' not in rules["en"]
