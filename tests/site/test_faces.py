"""A page asks for the faces that its text is set in, and for no others."""

from __future__ import annotations

import re

import pytest

from edition.site.faces import Face, Faces, faces_of

DECLARED = """
/* @font-face { src: url("comment.woff2"); } */
@media print { @font-face { font-family: "P"; src: url("print.woff2"); } }
@font-face { font-family: "S"; font-style: normal; src: url("latin.woff2") format("woff2");
  unicode-range: U+0000-00FF, U+2019; }
@font-face { font-family: "S"; font-style: italic; src: url(latin-italic.woff2);
  unicode-range: U+0000-00FF, U+2019; }
@font-face { font-family: "S"; font-style: normal; src: url('cyrillic.woff2');
  unicode-range: U+0400-04FF; }
@font-face { font-family: "S"; font-style: italic; src: url("cyrillic-italic.woff2");
  unicode-range: U+0400-04FF; }
@font-face { font-family: "Local"; src: local("Georgia"); }
"""
THEME = """
.quoted::before { content: "} b { font-style: italic; } /*"; }
@media print { p, b { font-style: italic; } .text { content-visibility: auto; } }
@keyframes lean { from { font-style: italic; } }
/* h3 { font-style: italic; } */
:root { --aside: italic; }
:root:lang(ru) { --aside: normal; }
.lemma { color: red; font-style: italic; }
.lemma::after { font-style: normal; }
.text > :is(h4, .head) { font-style: italic; }
.origin, .notice:is(.own, .other) { font-style: var(--aside); }
@media (min-width: 80rem) {
.late { content-visibility: auto; }
}
"""
FACES = Faces(tuple(faces_of(DECLARED, "assets/fonts/fonts.css")), THEME)


def asked(body: str, lang: str = "en") -> list[str]:
    """Return the names of the faces that a page asks for."""
    head = '<head><title>Ж</title><link rel="stylesheet" href="a.css"></head>'
    page = FACES.preloaded(f'<html lang="{lang}">{head}<body>{body}</body></html>', "en/a.html")
    return re.findall(r'href="\.\./assets/fonts/([\w-]+)\.woff2" as="font"', page)


def test_faces_are_read_from_their_style_sheet() -> None:
    """With the address on the site; a face of the reader's own has no file."""
    latin = (range(0x100), range(0x2019, 0x201A))
    cyrillic = (range(0x400, 0x500),)
    assert (
        Face("assets/fonts/latin.woff2", italic=False, ranges=latin),
        Face("assets/fonts/latin-italic.woff2", italic=True, ranges=latin),
        Face("assets/fonts/cyrillic.woff2", italic=False, ranges=cyrillic),
        Face("assets/fonts/cyrillic-italic.woff2", italic=True, ranges=cyrillic),
    ) == FACES.faces


def test_a_face_without_ranges_has_every_character() -> None:
    """As the standard says."""
    (face,) = faces_of('@font-face { src: url("../a.woff2"); }', "css/a.css")
    assert ("a.woff2", True) == (face.address, face.has_any("\U0010ffff"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>a</p>", ["latin"]),
        ("<p>ж</p>", ["cyrillic"]),
        ("<p>’</p>", ["latin"]),
        ("<p>a <em>b</em></p>", ["latin", "latin-italic"]),
        ("<em>a<br>b</em> <img> ж", ["latin-italic", "cyrillic"]),
        ("<p>a <i> </i></p>", ["latin"]),
        ('<p>a <b class="x lemma">ж</b></p>', ["latin", "cyrillic-italic"]),
        ("<h4>ж</h4><h3>a</h3>", ["latin", "cyrillic-italic"]),
        ('<p class="notice">a</p>', ["latin"]),
        ('<p class="notice other"><b>a</b></p>', ["latin-italic"]),
        ("<p hidden><b>ж</b></p><script>'ж'</script><dialog>ж</dialog>a", ["latin"]),
        ("<details><summary>a</summary>ж<p><summary>ж</summary></p></details>", ["latin"]),
        ("<details open><summary>a</summary>ж</details>", ["latin", "cyrillic"]),
        ('a <a hreflang="ru">ж</a> <a hreflang="en"><i>a</i></a>', ["latin", "latin-italic"]),
        ('<p class="late">a</p><p class="late">ж</p><em>a</em>', ["latin", "latin-italic"]),
    ],
)  # fmt: skip
def test_the_text_decides(body: str, expected: list[str]) -> None:
    """By its letters, by what is in italics, and by what is seen when the page opens."""
    assert expected == asked(body)


def test_a_slant_may_depend_on_the_language_of_the_page() -> None:
    """What is set in italics on the one is upright on the other."""
    assert ["latin-italic"] == asked('<p class="origin">a</p>', "en")
    assert ["latin"] == asked('<p class="origin">a</p>', "ru")


def test_faces_are_asked_for_before_the_style_sheets() -> None:
    """Nothing else of the page changes."""
    page = '<html lang="ru"><link rel="stylesheet" href="a.css"><link rel="stylesheet"><p>a</p>'
    link = '<link rel="preload" href="assets/fonts/latin.woff2" as="font" type="font/woff2"'
    assert page.replace("<link", f"{link} crossorigin>\n<link", 1) == FACES.preloaded(
        page, "a.html"
    )
    assert page == Faces((), THEME).preloaded(page, "a.html")
