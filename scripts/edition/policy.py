"""What a page may load and run, said to the browser: a second wall behind the check of the content.

The content is refused long before if it holds anything that runs; should something get through
all the same, the browser does not run it. The standards are Content Security Policy Level 3
(https://www.w3.org/TR/CSP3/) and Trusted Types (https://www.w3.org/TR/trusted-types/). Each page
carries its policy in a ``meta`` element, so that it holds on any server and from a disk; a server
may send the same in a header, and there add ``frame-ancestors``, which counts in headers alone.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import Final

NOTHING: Final = "'none'"
OWN: Final = "'self'"
CLOSED: Final = {"default-src": NOTHING, "base-uri": NOTHING, "form-action": NOTHING}
"""What holds for every page: what is not named may not be loaded, and nothing is sent anywhere."""
TEXTS_ARE_NO_SCRIPTS: Final = {"require-trusted-types-for": "'script'"}
"""A script can make neither markup nor another script out of a text, by no way that there is."""
PAGE: Final = {
    **CLOSED,
    # Pagefind is compiled to WebAssembly; where its worker does not start, it runs in the page.
    "script-src": f"{OWN} 'wasm-unsafe-eval'",
    "worker-src": OWN,
    "style-src": OWN,
    "font-src": OWN,
    "img-src": OWN,
    "connect-src": OWN,
    **TEXTS_ARE_NO_SCRIPTS,
    # The one that names the worker's address (theme/assets/edition/search/engine.js).
    "trusted-types": "default",
}


def content_security_policy() -> str:
    """Return the policy of a page, which loads what it needs from its own site and no other."""
    return _written(PAGE)


def self_contained_policy(style: str, *scripts: str, asks: bool) -> str:
    """Return the policy of a page that holds its style sheet and its scripts, and has no others.

    Args:
        style: The content of its ``style`` element, to the last character.
        scripts: The content of each ``script`` element.
        asks: Whether a script asks the server what is there.
    """
    return _written(
        {
            **CLOSED,
            "script-src": " ".join(map(_hash, scripts)) or NOTHING,
            "style-src": _hash(style),
            "img-src": "data:",  # the icon that is none
            "connect-src": OWN if asks else NOTHING,
            **TEXTS_ARE_NO_SCRIPTS,
            "trusted-types": NOTHING,
        }
    )


def _written(policy: Mapping[str, str]) -> str:
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
