"""MkDocs' live server, whose pages reload themselves by a script of their own site.

MkDocs writes its script into each page that it sends. The policy of the pages
(``edition.policy``) lets no such script run, in a preview as little as anywhere.
"""

from __future__ import annotations

import secrets

from mkdocs.livereload import LiveReloadServer

END = b"</body>"


class ReloadingServer(LiveReloadServer):
    """Serves the preview; what it puts into a page is a script's address and its data."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Return a page that asks for newer ones.

        Args:
            content: The page.
            epoch: When what it shows was built.
        """
        number = secrets.randbelow(10**9)  # tells one open page from another, and no more
        script = f'<script src="/reload.js" data-epoch="{epoch}" data-request="{number}"></script>'
        before, end, after = content.rpartition(END)
        if not end:
            before, after = content, b""
        return b"".join((before, script.encode("ascii"), end, after))
