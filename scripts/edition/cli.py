"""The command ``edition``: parse, call one function, print, exit code.

The exit codes are those of :mod:`edition.failures`.
"""

from __future__ import annotations

import argparse
import logging
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from edition.diagnostics import Severity
from edition.failures import details, failure
from edition.process import (
    Ended,
    Line,
    abandon_output,
    check_surroundings,
    ended_by_signals,
    flush_output,
    say,
    streams,
    tell,
)

if TYPE_CHECKING:
    from edition.checks.check import Choice

LAST_PORT = 65535

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: Arguments without the program's name; those of the process by default.

    Returns:
        The exit code.
    """
    try:
        with streams(), ended_by_signals():
            return _run(argv)
    except BrokenPipeError:  # whoever reads the output has seen enough
        abandon_output()
        return 1
    except Ended as end:
        return end.exit_code
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001  # a user never sees a traceback
        told = failure(error)
        say("\n".join(filter(None, (told.text, details(error)))))
        return told.exit_code


def _run(argv: Sequence[str] | None) -> int:
    """Run the command, and see that what it printed is written, however it ends."""
    try:
        arguments = _parser().parse_args(argv)
        check_surroundings()
        command: Command = arguments.command
        return command(arguments)
    finally:
        flush_output()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="edition", description="Build a digital edition of a printed journal issue."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    build_parser = _add(commands, "build", build, "build the site, strictly and atomically")
    build_parser.add_argument(
        "--site", type=Path, help="folder of the site (default: as in mkdocs.yml)"
    )
    build_parser.add_argument(
        "--force",
        action="store_true",
        help="replace a site also if it holds files that the edition has not written",
    )
    serve_parser = _add(commands, "serve", serve, "preview the site and rebuild on each change")
    serve_parser.add_argument(
        "--address",
        type=_address,
        default=("127.0.0.1", 8000),
        metavar="HOST:PORT",
        help="where to listen (default: 127.0.0.1:8000)",
    )
    _add(commands, "pages", pages, "write the page tree as Markdown").add_argument(
        "--out", type=Path, required=True, help="folder to write to; must be new or empty"
    )
    _add_check(commands)
    _add_collate(commands)
    summary = "write JSON Schemas for text editors"
    schemas_parser = commands.add_parser("schemas", help=summary, description=summary)
    schemas_parser.set_defaults(command=schemas)
    schemas_parser.add_argument(
        "--out", type=Path, default=Path(".vscode/schemas"), help="folder to write to"
    )
    return parser


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add(commands, "check", check, "tell the editors what is wrong, and where")
    names = [str(severity) for severity in Severity]
    parser.add_argument(
        "--format", choices=("text", "json", "sarif", "github"), default="text", help="form"
    )
    parser.add_argument(
        "--fail-on", choices=names, default="warning", help="severity that fails the check"
    )
    for option, what in (("--select", "look only for"), ("--ignore", "do not look for")):
        parser.add_argument(
            option,
            action="append",
            default=[],
            metavar="CODES",
            help=f"{what} these codes or families, e.g. T,Y104",
        )
    parser.add_argument("--quiet", action="store_true", help="leave out what does not fail")
    parser.add_argument("--explain", metavar="CODE", help="say what a code means, and stop")
    parser.add_argument("--list", action="store_true", help="list all codes, and stop")
    parser.add_argument(
        "--accept-anchors",
        action="store_true",
        help="freeze the numbers of the paragraphs as they are now",
    )
    parser.add_argument(
        "--accept-translations",
        action="store_true",
        help="note that the Russian renders the English as it is now",
    )


def _add_collate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add(commands, "collate", collate, "compare the edition with its witness")
    parser.add_argument(
        "witness",
        type=Path,
        nargs="?",
        metavar="WITNESS",
        help="the transcription (default: articles/witness.txt of the edition)",
    )
    parser.add_argument(
        "--html", type=Path, metavar="FILE", help="write a page with both sides as well"
    )
    parser.add_argument("--json", action="store_true", help="print figures and findings as JSON")


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


def _address(text: str) -> tuple[str, int]:
    """Read an address.

    Raises:
        ArgumentTypeError: If it is not a host, a colon and a port.
    """
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or not re.fullmatch(r"[0-9]{1,5}", port) or int(port) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"'{text}' is not HOST:PORT, e.g. 127.0.0.1:8000")
    return host, int(port)


def build(arguments: argparse.Namespace) -> int:
    """Build the site."""
    from edition.site.build import build_site  # noqa: PLC0415  # MkDocs is slow to import

    site = build_site(arguments.config, arguments.site, force=arguments.force)
    tell(f"The site is in {site}: open index.html there. Its search needs a server: edition serve.")
    return 0


def serve(arguments: argparse.Namespace) -> int:
    """Preview the site."""
    from edition.site.preview import serve_site  # noqa: PLC0415  # MkDocs is slow to import

    handler = logging.StreamHandler()
    handler.setFormatter(Line())
    for name in ("mkdocs.livereload", "edition.site.preview"):
        log = logging.getLogger(name)
        log.addHandler(handler)
        log.setLevel(logging.INFO)
    serve_site(arguments.config, *arguments.address)
    return 0


def pages(arguments: argparse.Namespace) -> int:
    """Write the page tree."""
    from edition.checks import catalogue  # noqa: PLC0415
    from edition.content.limits import limited  # noqa: PLC0415
    from edition.content.load import load  # noqa: PLC0415
    from edition.exports.citations import citations  # noqa: PLC0415
    from edition.markup.fragments import judged  # noqa: PLC0415
    from edition.pages import page_tree  # noqa: PLC0415
    from edition.pages.write import write_pages  # noqa: PLC0415
    from edition.site.configuration import (  # noqa: PLC0415
        configuration,
        content_folder,
        limits_of,
    )

    config = configuration(arguments.config)
    with limited(limits_of(config)):
        edition = judged(load(content_folder(config))).unwrap()
        tree = page_tree(edition, catalogue(), citations(edition, config.site_url))
        written = write_pages(tree, arguments.out)
    tell(f"{len(written)} pages are in {arguments.out}.")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Check the content and tell what was found."""
    from edition.checks import report  # noqa: PLC0415  # registers every rule
    from edition.content.limits import limited  # noqa: PLC0415
    from edition.site.configuration import (  # noqa: PLC0415
        configuration,
        content_folder,
        limits_of,
    )

    if arguments.list:
        tell(report.listing())
        return 0
    if arguments.explain is not None:
        tell(report.explain(arguments.explain))
        return 0
    chosen = report.choice(arguments.select, arguments.ignore)
    config = configuration(arguments.config)
    root = content_folder(config)
    with limited(limits_of(config)):
        return _checked(arguments, root, chosen)


def _checked(arguments: argparse.Namespace, root: Path, chosen: Choice) -> int:
    from edition.checks import report  # noqa: PLC0415
    from edition.checks.acceptance import accept_anchors, accept_translations  # noqa: PLC0415
    from edition.checks.check import check as check_edition  # noqa: PLC0415
    from edition.content.frozen import ANCHORS  # noqa: PLC0415
    from edition.content.load import load  # noqa: PLC0415

    loaded = load(root)
    if arguments.accept_anchors and accept_anchors(root, loaded):
        tell(f"{ANCHORS}: the numbers of the paragraphs are frozen as they are now")
    if arguments.accept_translations:
        for path in accept_translations(root, loaded):
            tell(f"{path}: the Russian renders the English as it is now")
    if arguments.accept_anchors or arguments.accept_translations:
        return 0
    found = check_edition(loaded, chosen)
    fails_on = Severity[arguments.fail_on.upper()]
    shown = found.at_least(fails_on) if arguments.quiet else found
    tell(report.FORMATS[arguments.format](shown))
    return int(any(finding.severity >= fails_on for finding in found.findings))


def collate(arguments: argparse.Namespace) -> int:
    """Compare the edition with its witness and tell what is not explained."""
    from edition.content.limits import limited  # noqa: PLC0415
    from edition.site.configuration import (  # noqa: PLC0415
        configuration,
        content_folder,
        limits_of,
    )

    config = configuration(arguments.config)
    with limited(limits_of(config)):
        return _collated(arguments, content_folder(config))


def _collated(arguments: argparse.Namespace, root: Path) -> int:
    from edition.collation import collate as compare  # noqa: PLC0415
    from edition.collation import read_witness, report, usable  # noqa: PLC0415
    from edition.content.load import load  # noqa: PLC0415

    loaded = load(root)
    collation = compare(usable(loaded), read_witness(root, arguments.witness), loaded.sources)
    faults = [fault for fault in loaded.diagnostics if fault.severity >= Severity.ERROR]
    for fault in faults:
        say(str(fault))
    if arguments.html is not None:
        report.write_html(collation, arguments.html)
    tell(report.as_json(collation) if arguments.json else collation)
    return int(bool(faults) or not collation.clean)


def schemas(arguments: argparse.Namespace) -> int:
    """Write the JSON Schemas of the content files."""
    from edition.content.schemas import write_schemas  # noqa: PLC0415

    for file in write_schemas(arguments.out):
        tell(file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
