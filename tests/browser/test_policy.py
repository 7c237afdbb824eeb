"""The policy of the pages: everything works under it, and nothing gets past it.

What it forbids on any page that any test opens fails that test (`Watch`); here every page of both
issues is opened and used, and what somebody might smuggle into one is shown to be dead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect
from tests.browser.conftest import NewPage, Watch
from tests.browser.searching import DIALOG, PASSAGE, ask, open_search
from tests.conftest import ServeFolder
from tests.editions import INVENTED, ROOT, Site

from edition.content.model import LANGUAGES, Language

pytestmark = pytest.mark.browser

ISSUES = ("real_site", "invented_site")
WORDS = {ROOT: ("mullerson", "Ablay"), INVENTED: ("brine", "brine")}
"""An article of each issue that has notes, and a word of it."""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
ELSEWHERE = "https://elsewhere.example/"
USED = """async () => {
  for (const button of document.querySelectorAll('.sort')) button.click();
  for (const button of document.querySelectorAll('.source-view button')) button.click();
  for (const mark of [...document.querySelectorAll('a.note-mark, a.citation')].slice(0, 5)) {
    mark.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
    await new Promise((done) => setTimeout(done, 160));
  }
  for (const part of document.querySelectorAll('details')) part.open = true;
  document.querySelector('.permalink')?.click();
  document.querySelector('.scheme-toggle')?.click();
  window.dispatchEvent(new Event('beforeprint'));
  window.dispatchEvent(new Event('afterprint'));
}"""


# --- everything works under it ------------------------------------------------------------------


@pytest.fixture(params=ISSUES)
def issue(request: pytest.FixtureRequest) -> Site:
    """Each of the two issues."""
    site: Site = request.getfixturevalue(request.param)
    return site


@pytest.fixture
def address(issue: Site, serve_folder: ServeFolder, watch: Watch) -> str:
    """Address of its site, served."""
    base = serve_folder(issue.folder)
    watch.allowed += (base, issue.folder.as_uri())
    return base


@pytest.mark.parametrize("where", ["server", "disk"])
def test_every_page_works_under_its_policy(
    where: str, issue: Site, address: str, page: Page
) -> None:
    """With its style, its scripts and its faces, whatever a reader does on it."""
    base = address if where == "server" else f"{issue.folder.as_uri()}/"
    for name in issue.pages:
        page.goto(f"{base}{name}")
        page.evaluate(USED)
        assert "js" in (page.locator("html").get_attribute("class") or "").split(), name
        width = page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth")
        assert "none" != width, name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_works_under_the_policy(
    lang: Language, issue: Site, address: str, page: Page
) -> None:
    """In a worker of its own, which is the only script that a text may name."""
    slug, word = WORDS[issue.source]
    page.goto(f"{address}{lang}/{slug}.html")
    open_search(page)
    ask(page, word)
    expect(page.locator(PASSAGE).first).to_be_visible()
    assert [f"{address}pagefind/pagefind-worker.js"] == [worker.url for worker in page.workers]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_works_without_its_worker(lang: Language, page: Page, base: str) -> None:
    """Where the worker does not start, WebAssembly runs in the page."""
    page.route("**/pagefind-worker.js", lambda route: route.abort())
    page.goto(f"{base}{lang}/mullerson.html")
    open_search(page)
    ask(page, "Ablay")
    expect(page.locator(PASSAGE).first).to_be_visible()


def test_the_chosen_scheme_is_there_before_anything_is_painted(new_page: NewPage) -> None:
    """Also where its script comes late: nothing is painted until it is there."""
    page = new_page(color_scheme="light")
    page.goto("en/index.html")
    page.click(".scheme-toggle")

    def late(route: Route) -> None:
        page.wait_for_timeout(300)
        route.continue_()

    page.route("**/head.*.js", late)
    page.add_init_script(
        "new MutationObserver((_, watch) => {"
        " if (document.documentElement?.dataset.scheme) { window.chosen = performance.now();"
        " watch.disconnect(); } }).observe(document, { attributes: true, subtree: true });"
    )
    page.reload()
    page.wait_for_function("() => performance.getEntriesByName('first-paint').length > 0")
    assert page.evaluate("chosen < performance.getEntriesByName('first-paint')[0].startTime")


# --- nothing gets past it -----------------------------------------------------------------------

SMUGGLED = f"""
<script>window.ran = ["script"];</script>
<script type="module">(window.ran ??= []).push("module");</script>
<script src="data:text/javascript,(window.ran ??= []).push('data script')"></script>
<script src="{ELSEWHERE}a.js"></script>
<img src="nowhere.png" onerror="(window.ran ??= []).push('handler')" alt="">
<svg onload="(window.ran ??= []).push('drawing')"></svg>
<details open ontoggle="(window.ran ??= []).push('toggle')"><summary>x</summary></details>
<iframe srcdoc="<script>(parent.ran ??= []).push('frame')</script>"></iframe>
<iframe src="javascript:(parent.ran ??= []).push('frame address')"></iframe>
<iframe src="{ELSEWHERE}frame.html"></iframe>
<object data="{ELSEWHERE}object.html"></object>
<embed src="{ELSEWHERE}embed.html">
<img src="{ELSEWHERE}a.png" alt=""><img srcset="{ELSEWHERE}b.png 2x" alt="">
<video src="{ELSEWHERE}a.webm" poster="{ELSEWHERE}c.png"></video>
<audio src="{ELSEWHERE}a.ogg" autoplay></audio>
<link rel="stylesheet" href="{ELSEWHERE}a.css">
<link rel="stylesheet" href="data:text/css,main%20%7Bopacity:0.5%7D">
<link rel="preload" as="image" href="{ELSEWHERE}d.png">
<link rel="manifest" href="{ELSEWHERE}a.webmanifest">
<style>@import "{ELSEWHERE}b.css";</style>
<style>main {{ opacity: 0.5 }} body {{ background: url({ELSEWHERE}e.png) }}</style>
<p id="styled" style="position: fixed; background: url({ELSEWHERE}f.png)">x</p>
<a id="link" href="javascript:(window.ran ??= []).push('link')">x</a>
<form id="form" action="{ELSEWHERE}form"><input name="a" value="b"></form>
<base href="{ELSEWHERE}">
"""
TRIED = f"""async () => {{
  // What a test evaluates may do more than a page; what it puts off is like any other script.
  await new Promise((later) => setTimeout(later));
  document.getElementById('link').click();
  document.getElementById('form').submit();
  const refused = [];
  const attempt = (name, action) => {{
    try {{ action(); }} catch {{ refused.push(name); }}
  }};
  attempt('innerHTML', () => {{ document.createElement('p').innerHTML = '<b>x</b>'; }});
  attempt('write', () => document.write('<b>x</b>'));
  attempt('parser', () => new DOMParser().parseFromString('<b>x</b>', 'text/html'));
  attempt('script text', () => {{ document.createElement('script').text = 'x'; }});
  attempt('script address', () => {{ document.createElement('script').src = '/x.js'; }});
  attempt('worker', () => new Worker('/x.js'));
  attempt('eval', () => eval('1'));
  attempt('function', () => new Function('1'));
  attempt('a policy', () => trustedTypes.createPolicy('mine', {{}}));
  fetch('{ELSEWHERE}fetch').catch(() => {{}});
  navigator.sendBeacon('{ELSEWHERE}beacon');
  new Image().src = '{ELSEWHERE}g.png';
  return refused;
}}"""
SINKS = ["innerHTML", "write", "parser", "script text", "script address", "worker", "eval"]
SINKS += ["function", "a policy"]
STATE = """() => ({
  ran: window.ran ?? [],
  opacity: getComputedStyle(document.querySelector('main')).opacity,
  position: getComputedStyle(document.getElementById('styled')).position,
  base: document.baseURI === location.href,
})"""
DEAD = {"ran": [], "opacity": "1", "position": "static", "base": True}


class Smuggler:
    """A browser into whose pages something is put on the way, and what then leaves it."""

    def __init__(self, page: Page, *, walled: bool) -> None:
        """Put it into each page; without its wall, into a page that has no policy."""
        self.page = page
        self.walled = walled
        self.left: list[str] = []
        page.route("**/*.html", self.put)
        page.route(f"{ELSEWHERE}**", self.leave)

    def leave(self, route: Route) -> None:
        """Write down what is asked for elsewhere."""
        self.left.append(route.request.url.removeprefix(ELSEWHERE))
        route.fulfill(body="", status=204)

    def put(self, route: Route) -> None:
        """Put what is smuggled at the end of a page, where a text would be."""
        text = route.fetch().text()
        text = text if self.walled else POLICY.sub("", text)
        body = text.replace("</main>", f"{SMUGGLED}</main>")
        route.fulfill(body=body, content_type="text/html; charset=utf-8")


@pytest.fixture
def stranger(new_page: NewPage, watch: Watch) -> Iterator[Page]:
    """A page on which something is forbidden, as it must be."""
    yield new_page()
    watch.faults.clear()


@pytest.mark.parametrize(
    "path", ["index.html", "404.html", "en/index.html", "ru/mullerson.html", "en/tables.html"]
)
def test_what_is_smuggled_into_a_page_is_dead(path: str, stranger: Page, watch: Watch) -> None:
    """No script, handler, style or frame of it runs, and nothing of it leaves the server."""
    smuggler = Smuggler(stranger, walled=True)
    stranger.goto(path)
    assert SINKS == stranger.evaluate(TRIED)
    stranger.wait_for_timeout(300)
    assert DEAD == stranger.evaluate(STATE)
    assert [] == smuggler.left
    assert [fault for fault in watch.faults if fault.startswith("forbidden: ")]


def test_without_the_policy_it_would_live(stranger: Page) -> None:
    """The same page without its policy: what is tried above is worth trying."""
    smuggler = Smuggler(stranger, walled=False)
    stranger.goto("en/mullerson.html")
    stranger.wait_for_function(
        "() => ['script', 'module', 'data script', 'handler', 'drawing', 'toggle', 'frame']"
        ".every((name) => window.ran?.includes(name))"
    )
    state = stranger.evaluate(STATE)
    assert ("0.5", "fixed") == (state["opacity"], state["position"])
    assert {"a.js", "a.png", "a.css", "frame.html", "embed.html"} <= set(smuggler.left)


# --- what a reader's address and storage hold ---------------------------------------------------

ADDRESSES = (
    "#%", "#%E0%A4%A", "#%00", "#p9999", "#p007", "#p0", "#p-1", '#"]', "#__proto__",
    "#constructor", "?q=%", "?q=%E0%A4%A", "?q=<img src=x onerror=ran=1>", "?q=[", "?q=%22",
    "?q=(*)", "?q=__proto__", "?highlight=<b>x", "?q=a&q=b#%",
)  # fmt: skip


def test_any_address_leaves_a_page_whole(page: Page) -> None:
    """Whatever somebody writes behind the name of a page, each of its scripts still works."""
    for place in ADDRESSES:
        page.goto("about:blank")
        page.goto(f"en/mullerson.html{place}")
        expect(page.locator(".search-open"), place).to_be_visible()
        page.locator("a.note-mark").first.hover()
        expect(page.locator(".note-slip:popover-open, .margin-note.meant"), place).to_have_count(1)
        assert page.locator(".cite-paragraph input").input_value(), place
        assert page.evaluate("window.ran") is None, place
        assert 0 == page.locator(".page img, .page b").count(), place


@pytest.mark.parametrize("text", ["<img src=x onerror=ran=1>", '"><script>ran=1</script>', "${1}"])
def test_what_is_sought_is_a_text(text: str, page: Page) -> None:
    """Nothing of a query becomes an element of the dialog."""
    page.goto("en/mullerson.html")
    open_search(page)
    ask(page, text)
    assert 0 == page.locator(f"{DIALOG} :is(img, script, svg)").count()
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("path", ["en/index.html", "404.html"])
def test_only_a_scheme_is_taken_from_the_storage(path: str, page: Page) -> None:
    """Another page of the same host may have written anything there."""
    page.goto(path)
    for stored in ("purple", "", "light dark", "DARK", '"]{}', "null"):
        page.evaluate("(value) => localStorage.setItem('edition.scheme', value)", stored)
        page.reload()
        assert page.locator("html").get_attribute("data-scheme") is None, stored
    page.evaluate("localStorage.setItem('edition.scheme', 'dark')")
    page.reload()
    assert "dark" == page.locator("html").get_attribute("data-scheme")
