"""The preview for editors: MkDocs' live server over all content files."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.serve import serve as mkdocs_serve

from edition.site.build import configuration


def serve_site(config_file: Path, address: str) -> None:
    """Serve the site and rebuild it whenever a content file changes.

    Args:
        config_file: ``mkdocs.yml`` of the edition.
        address: ``HOST:PORT`` to listen on.

    Raises:
        EditionError: If the configuration or the content does not allow a first build.
    """
    config = configuration(config_file)
    folder = config_file.parent
    watch = [str(folder / name) for name in ("articles", "tables")]
    config.watch.extend(watch)
    mkdocs_serve(
        str(config_file), livereload=True, build_type=None, dev_addr=address, watch=watch
    )
