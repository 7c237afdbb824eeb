"""The command ``edition``: parse, call one function, print, exit code.

Exit codes: 0 done, 1 the content or the build has faults, 2 the command was misused.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from edition.diagnostics import EditionError

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: Arguments without the program's name; those of the process by default.

    Returns:
        The exit code.
    """
    arguments = _parser().parse_args(argv)
    logging.basicConfig(level=logging.CRITICAL, format="%(message)s")
    command: Command = arguments.command
    try:
        return command(arguments)
    except EditionError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="edition", description="Build a digital edition of a printed journal issue."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add(commands, "build", build, "build the site, strictly and atomically").add_argument(
        "--site", type=Path, help="folder of the site (default: as in mkdocs.yml)"
    )
    serve_parser = _add(commands, "serve", serve, "preview the site and rebuild on each change")
    serve_parser.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT")
    _add(commands, "pages", pages, "write the page tree as Markdown").add_argument(
        "--out", type=Path, required=True, help="folder to write to; must be new or empty"
    )
    return parser


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    command: Command,
    summary: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=summary)
    parser.add_argument(
        "--config", type=Path, default=Path("mkdocs.yml"), help="the edition's mkdocs.yml"
    )
    parser.set_defaults(command=command)
    return parser


def build(arguments: argparse.Namespace) -> int:
    """Build the site."""
    from edition.site.build import build_site  # noqa: PLC0415  # MkDocs is slow to import

    site = build_site(arguments.config, arguments.site)
    print(f"The site is in {site}; open it through a web server (edition serve).")
    return 0


def serve(arguments: argparse.Namespace) -> int:
    """Preview the site."""
    from edition.site.preview import serve_site  # noqa: PLC0415  # MkDocs is slow to import

    serve_site(arguments.config, arguments.address)
    return 0


def pages(arguments: argparse.Namespace) -> int:
    """Write the page tree."""
    from edition.content.load import load  # noqa: PLC0415
    from edition.pages import page_tree  # noqa: PLC0415
    from edition.pages.write import write_pages  # noqa: PLC0415

    root = arguments.config.parent
    written = write_pages(page_tree(load(root).unwrap()), arguments.out)
    print(f"{len(written)} pages are in {arguments.out}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
