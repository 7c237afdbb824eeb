"""Texts that Hypothesis writes: inside the grammar, and any mixture of its signs."""

from __future__ import annotations

from hypothesis import strategies as st

from edition.text.grammar import ESCAPABLE

_WORDS = """\
wells|salt|Fenmouth|пуд|1804|31.5%|“oak”|R&D|C#|file_name_x|don't|5 * 4|(see 7)|a/b|—|=|<|~|x^2"""
WORDS = st.sampled_from(_WORDS.split("|"))
PLAIN = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
LATIN = st.lists(st.sampled_from(["mise", "en", "place,", "usta"]), min_size=1).map(" ".join)
ADDRESSES = st.sampled_from(
    [
        "https://tidewater.example/salt",
        "http://tidewater.example/a_b_c?x=1&y=2",
        "https://tidewater.example/a_(b)",
        "ftp://tidewater.example/~quill/",
        "mailto:quill@tidewater.example",
    ]
)
ITALIC = PLAIN.map("*{}*".format)
BOLD = st.tuples(PLAIN, ITALIC).map(lambda two: f"**a {two[0]} {two[1]} z**")
BOTH = LATIN.map("***{}***".format)
LANGUAGE = st.tuples(
    st.one_of(LATIN, ITALIC), st.sampled_from(["fr", "ru-Latn", "PT-br", "he"])
).map(lambda two: f"[{two[0]}]{{lang={two[1]}}}")
CROSS = st.sampled_from(["[*Ibid.*]{to=note-1}", "[Op. cit.]{to=ref-3}", '[Там же]{to="note-2"}'])
LINK = st.tuples(st.one_of(PLAIN, ITALIC, LANGUAGE), ADDRESSES).map(lambda t: f"[{t[0]}]({t[1]})")
AUTOLINK = ADDRESSES.map("<{}>".format)
MARK = st.sampled_from(["wells[^1]", "salt[^*],", "gulls[^1]: why"])
CITATION = st.sampled_from(["[1]", "(2)", "[3],", "(1804)", "[99]", "[4][^1]", "(5)."])
ESCAPE = st.sampled_from([rf"a\{sign} b" for sign in ESCAPABLE])
ENTITY = st.sampled_from(["&lt;b&gt;", "&amp;copy;", "a &lt; b"])
BRACKETS = st.one_of(PLAIN, ITALIC).map("[the {}]".format)
REMARK = st.sampled_from(["wells{>>sic: two, not three<<}", "gulls {>>name: see 3<<} sleep"])
READINGS = st.one_of(st.just(""), PLAIN, ITALIC, LANGUAGE, MARK)
EMENDATION = st.tuples(READINGS, READINGS).map(
    lambda two: f"{{~~{two[0]}~>{two[1]}~~}}{{>>misread letter<<}}"
)
ATOMS = st.one_of(
    PLAIN,
    ITALIC,
    BOLD,
    BOTH,
    LANGUAGE,
    CROSS,
    LINK,
    AUTOLINK,
    MARK,
    CITATION,
    ESCAPE,
    ENTITY,
    BRACKETS,
    REMARK,
    EMENDATION,
)
"""One of each construct that may stand in a paragraph."""


def _line(atoms: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(atoms, min_size=1, max_size=6).map(lambda found: " ".join(["The", *found]))


TEXT = _line(ATOMS)
"""The text of a paragraph, item or note."""
HEADING_TEXT = _line(
    st.one_of(PLAIN, ITALIC, BOLD, LANGUAGE, MARK, CITATION, ESCAPE, ENTITY, REMARK, EMENDATION)
).map(lambda text: f"{text} end")
REFERENCE_TEXT = _line(
    st.one_of(PLAIN, ITALIC, BOLD, LANGUAGE, LINK, AUTOLINK, CITATION, ESCAPE, ENTITY, REMARK)
)
TABLE_TEXT = _line(st.one_of(PLAIN, ITALIC, LANGUAGE, MARK, CITATION, ESCAPE, ENTITY, EMENDATION))

HEADING = st.tuples(
    st.sampled_from(["##", "###", "####", "######"]),
    HEADING_TEXT,
    st.sampled_from(["", " {: .caps }", " {: .run-in }", " {: .caps .run-in }"]),
).map(lambda three: f"{three[0]} {three[1]}{three[2]}")
GAPS = st.sampled_from(["\n", "\n\n", "\n\n\n"])


@st.composite
def _list(draw: st.DrawFn) -> str:
    is_numbered = draw(st.booleans())
    written = ""
    for index, text in enumerate(draw(st.lists(TEXT, min_size=1, max_size=4)), start=1):
        marker = f"{index}. " if is_numbered else "- "
        written += f"{marker}{text}"
        if draw(st.booleans()):
            written += f"\n\n    {draw(TEXT)}\n\n"
        else:
            written += draw(GAPS)
    return f"{written.rstrip()}\n\n{draw(TEXT)}"


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Return the text of an article inside the grammar, with the notes 1 and *."""
    block = st.one_of(TEXT, HEADING, _list(), st.just("* * *"))
    blocks = draw(st.lists(block, min_size=1, max_size=6))
    if draw(st.booleans()):
        blocks.insert(0, "::: table brine-1")
    notes = [f"[^{label}]: {draw(TEXT)}" for label in ("1", "*")]
    if draw(st.booleans()):
        notes[0] += f"\n\n    {draw(TEXT)}"
    together = draw(st.sampled_from(["\n", "\n\n"]))
    return "\n\n".join([*blocks, together.join(notes)])


_SIGNS = r"""
* ** *** _ [ ] ( ) { } < > & ` # + - . ! : ~ ^ | \ 1 2 a word пуд [1] (1) [^1] ]{lang=fr}
]{to=note-1} ](https://a.example/b_c) <https://a.example/d> {~~a~>b~~}{>>c<<} {>>sic:d<<} &lt;
\* \[ \] \( \_ \{ ' , = $ % http://a.example/b_c_d — *b c* **d e** TOC @ :// &# 2. [a {lang=fr}
[*Ibid.*]{to=note-2} "
"""
SIGNS = st.sampled_from([*_SIGNS.split(), " ", " ", "\u00a0", "  "])
BREAKS = st.sampled_from(
    ["\n\n", "\n", "\n\n- ", "\n- ", "\n\n1. ", "\n2. ", "\n\n## ", "\n\n    ", "\n\n* * *\n\n"]
)
NOISE = st.lists(SIGNS, min_size=1, max_size=8).map("".join)
"""A line of signs that may be markup, in any order."""


@st.composite
def noisy_bodies(draw: st.DrawFn) -> str:
    """Return any mixture of signs and line ends, with the notes 1 and *."""
    lines = draw(st.lists(st.tuples(NOISE, BREAKS), min_size=1, max_size=3))
    text = "".join(f"{line}{end}" for line, end in lines)
    return f"x{text.rstrip()}\n\n[^1]: One.\n\n[^*]: Two."
