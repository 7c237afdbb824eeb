"""How long a reader's browser works on a page, as ratios to what nobody notices (`make bench`).

    site/  ->  a line for each page: its longest task, and Lighthouse's figure for speed on a phone

Nothing fails by what it prints: the figures are those of the machine. Needs a Chromium, and for
Lighthouse the npm packages that `make test` installs; what is missing is left out with a word.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from host import served
from screenshots import ARGUMENTS, SITE, chromium

PAGES = ("index", "mullerson", "sadovskaya", "tables", "names", "emendations")
LONGEST = 50.0
"""Milliseconds of work after which a page is felt to be slow to answer."""
POINTS = 0.99
RUNS = 3
LIGHTHOUSE = Path(sys.prefix) / "audit" / "node_modules" / "lighthouse" / "cli" / "index.js"
AS_READERS_HAVE_IT = "--disable-features=Translate"
"""Takes the place of the list of features that Lighthouse's launcher turns off: without one of
them, RenderDocument, the first picture comes two seconds after the page is loaded."""
CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline"]


def longest_task(browser: Browser, address: str) -> float:
    """Return the longest task of a page's main thread, in milliseconds of its processor time.

    The middle one of several visits is taken.
    """
    visits = []
    for _ in range(RUNS):
        context = browser.new_context(viewport={"width": 412, "height": 823}, is_mobile=True)
        page = context.new_page()
        browser.start_tracing(page=page, categories=CATEGORIES)
        page.goto(address, wait_until="networkidle")
        page.wait_for_timeout(300)
        visits.append(longest_of(browser.stop_tracing()))
        context.close()
    return statistics.median(visits)


def longest_of(trace: bytes) -> float:
    """Return the longest task of the main threads of a trace, in milliseconds."""
    events = json.loads(trace)["traceEvents"]
    threads = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    tasks = (
        event.get("tdur", 0) / 1000
        for event in events
        if event["name"].endswith("RunTask") and (event["pid"], event["tid"]) in threads
    )
    return max(tasks, default=0.0)


def speed(address: str, executable: str, folder: Path) -> float:
    """Return Lighthouse's figure for speed on the profile of a phone, from 0 to 1.

    The middle one of several visits is taken.
    """
    report = folder / "report.json"
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"
    flags = " ".join(["--headless=new", *ARGUMENTS, AS_READERS_HAVE_IT])
    options = ["--only-categories=performance", "--output=json", f"--output-path={report}"]
    visits: list[float] = []
    for _ in range(RUNS):
        subprocess.run(
            [node, str(LIGHTHOUSE), address, "--quiet", f"--chrome-flags={flags}", *options],
            env={**os.environ, "CHROME_PATH": executable},
            check=True,
            capture_output=True,
        )
        judged = json.loads(report.read_text(encoding="utf-8"))
        visits.append(judged["categories"]["performance"]["score"])
    return statistics.median(visits)


def say(address: str, what: str, measured: float, aim: float) -> None:
    """Print one line."""
    print(f"{address:<24} {what:<18} {measured:6.2f}  aim {aim:5.2f}  ratio {measured / aim:.2f}")


def main() -> int:
    """Print a line for each page and language."""
    executable = chromium()
    if executable is None or not (SITE / "index.html").is_file():
        print("bench: a Chromium and a built site/ are needed for the pages", file=sys.stderr)
        return 0
    addresses = [f"{lang}/{name}.html" for name in PAGES for lang in ("en", "ru")]
    with served(SITE) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        for address in addresses:
            say(address, "longest task, ms", longest_task(browser, base + address), LONGEST)
        browser.close()
        if not LIGHTHOUSE.is_file():
            print("bench: Lighthouse is not installed (make test installs it)", file=sys.stderr)
            return 0
        with tempfile.TemporaryDirectory() as folder:
            for address in addresses[:4] + addresses[6:8]:
                score = speed(base + address, executable, Path(folder))
                say(address, "Lighthouse, speed", score, POINTS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
