"""The one way to pandoc: the program that the Python package ``pypandoc_binary`` brings.

It is called by its path inside the package, so that another pandoc on the machine can not
give another result.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from importlib.resources import as_file, files

from edition.diagnostics import EditionError


def run(arguments: Sequence[str], text: str) -> str:
    """Run pandoc.

    Args:
        arguments: Its arguments.
        text: What it reads from its standard input.

    Returns:
        What it writes to its standard output.

    Raises:
        EditionError: If pandoc is missing or fails.
    """
    try:
        program = files("pypandoc") / "files" / "pandoc"
    except ModuleNotFoundError:
        raise EditionError("pandoc is missing: install the package pypandoc_binary") from None
    with as_file(program) as path:
        result = subprocess.run(  # noqa: S603
            [str(path), *arguments],
            input=text.encode(),
            capture_output=True,
            check=False,
        )
    if result.returncode != 0:
        raise EditionError(f"pandoc failed: {result.stderr.decode(errors='replace').strip()}")
    return result.stdout.decode()
