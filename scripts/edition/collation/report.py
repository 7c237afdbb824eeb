"""A collation to forms that people and programs read: text is ``str(collation)``.

The HTML page stands alone: no script, no style sheet, no font and no picture from
elsewhere, so that it can be kept beside the edition for decades.
"""

from __future__ import annotations

import json
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from edition.collation.permitted import ALL, Account
from edition.collation.result import Collation
from edition.collation.sides import SideBySide
from edition.diagnostics import UsageError
from edition.policy import self_contained_policy


def as_json(collation: Collation) -> str:
    """Return figures, findings and emendations as JSON."""
    return json.dumps(collation.as_data(), ensure_ascii=False, indent=2)


def as_html(collation: Collation) -> str:
    """Return a page that shows both sides of the whole text.

    Args:
        collation: The collation.

    Returns:
        A self-contained HTML page.
    """
    environment = Environment(
        loader=PackageLoader("edition.collation"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["self_contained_policy"] = self_contained_policy
    accounts = [
        (account, [(p, collation.details.get(p, 0)) for p in ALL if p.account is account])
        for account in Account
    ]
    return environment.get_template("collation.html").render(
        collation=collation,
        accounts=accounts,
        totals=collation.accounts,
        groups=list(SideBySide(collation).groups()),
        lines={line.number for line in collation.witness.lines},
    )


def write_html(collation: Collation, file: Path) -> None:
    """Write the page.

    Args:
        collation: The collation.
        file: Where to write it.

    Raises:
        UsageError: If the file cannot be written.
    """
    page = as_html(collation)
    try:
        file.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from None
