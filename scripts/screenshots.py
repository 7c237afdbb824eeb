"""Make the gallery of the site (`make screenshots`), and the picture in the README.

    site/  ->  dist/screenshots/*.png, dist/screenshots/index.html, docs/assets/screenshot.png

Every kind of page in both languages, at the width of a phone, a tablet and a desk, light and dark,
for a person to look through. A kind is shown by its page with the most notes, charts and marks.
Needs a Chromium on the system.
"""

from __future__ import annotations

import base64
import html
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from host import served

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
TARGET = ROOT / "dist" / "screenshots"
PICTURE = ROOT / "docs" / "assets" / "screenshot.png"
WIDTHS = {"phone": 390, "tablet": 820, "desk": 1440}
SCHEMES = ("light", "dark")
HEIGHT = 900
TALLEST = 6000
"""Pixels of a long page that a gallery needs."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
ARGUMENTS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
KIND = re.compile(r'<body class="kind-([a-z]+)"')
RICH = re.compile(r'class="(?:note-mark|table-chart|apparatus-mark|citation)"')


def chromium() -> str | None:
    """Return the browser's executable, if there is one on the system."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


def main() -> int:
    """Make the gallery and the picture."""
    executable = chromium()
    if executable is None or not (SITE / "index.html").is_file():
        print("screenshots: a Chromium and a built site/ are needed", file=sys.stderr)
        return 1
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    with served(SITE) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        made = list(gallery(browser, base))
        write_index(made)
        write_picture(browser, base)
        browser.close()
    print(f"screenshots: {len(made)} pictures, see {TARGET.relative_to(ROOT) / 'index.html'}")
    return 0


def pages() -> dict[str, dict[str, str]]:
    """Return, by kind and language, the address of the page that stands for the kind."""
    chosen: dict[str, dict[str, tuple[int, str]]] = {}
    for file in sorted(SITE.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        if match := KIND.search(text):
            address = file.relative_to(SITE).as_posix()
            lang = address.split("/")[0] if "/" in address else "root"
            marks = RICH.findall(text)
            rich = 1000 * len(set(marks)) + len(marks)
            of_kind = chosen.setdefault(match[1], {})
            if rich > of_kind.get(lang, (-1, ""))[0]:
                of_kind[lang] = (rich, address)
    return {kind: {lang: page for lang, (_, page) in of.items()} for kind, of in chosen.items()}


def gallery(browser: Browser, base: str) -> Iterator[tuple[str, str, str, str]]:
    """Take every picture; yield kind, language, what it is, and the name of its file."""
    for width_name, width in WIDTHS.items():
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": HEIGHT},
                color_scheme="dark" if scheme == "dark" else "light",
                reduced_motion="reduce",
            )
            page = context.new_page()
            for kind, languages in pages().items():
                for lang, address in languages.items():
                    # A face that came late is there at the second visit.
                    page.goto(base + address, wait_until="networkidle")
                    page.reload(wait_until="networkidle")
                    name = f"{kind}-{lang}-{width_name}-{scheme}.png"
                    height: int = page.evaluate("document.documentElement.scrollHeight")
                    area = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
                    page.screenshot(path=TARGET / name, full_page=True, clip=area)  # type: ignore[arg-type]
                    yield kind, lang, f"{width_name}, {scheme}", name
            context.close()


def write_index(made: list[tuple[str, str, str, str]]) -> None:
    """Write the page that shows all pictures, kind by kind."""
    parts = []
    for kind, lang in sorted({(kind, lang) for kind, lang, _, _ in made}):
        figures = "".join(
            f'<a href="{name}"><figure><img src="{name}" alt="" loading="lazy">'
            f"<figcaption>{html.escape(what)}</figcaption></figure></a>"
            for k, la, what, name in made
            if (k, la) == (kind, lang)
        )
        parts.append(f"<h2>{kind}, {lang}</h2><div>{figures}</div>")
    style = (
        "body{font:1rem/1.4 serif;margin:2rem;background:#ddd}div{display:flex;gap:1rem;"
        "overflow-x:auto;align-items:start}figure{margin:0}img{height:28rem;width:auto;"
        "max-width:40rem;object-fit:cover;object-position:top;border:1px solid #999}"
    )
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>'
    head += f"<style>{style}</style>"
    text = f"{head}<h1>Every kind of page</h1>{''.join(parts)}</html>\n"
    (TARGET / "index.html").write_text(text, encoding="utf-8")


def write_picture(browser: Browser, base: str) -> None:
    """Set the cover and an article side by side."""
    chosen = pages()
    shots = []
    for kind in ("cover", "article"):
        page = browser.new_page(viewport={"width": 1280, "height": HEIGHT})
        page.goto(base + chosen[kind]["en"], wait_until="networkidle")
        page.reload(wait_until="networkidle")
        shots.append(base64.b64encode(page.screenshot()).decode("ascii"))
        page.close()
    page = browser.new_page(viewport={"width": 1200, "height": 470})
    images = "".join(f'<img src="data:image/png;base64,{shot}" alt="">' for shot in shots)
    style = (
        "body{margin:0;padding:16px;display:flex;gap:16px;background:#cfd8d6}"
        "img{width:576px;box-shadow:0 4px 16px #0004}"
    )
    page.set_content(f"<style>{style}</style>{images}")
    page.wait_for_timeout(300)
    page.screenshot(path=PICTURE)
    page.close()


if __name__ == "__main__":
    sys.exit(main())
