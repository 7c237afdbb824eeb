"""Faults inside a block, or in a text of one line."""

from __future__ import annotations

from edition.text.faults import kind

NOT_HERE = kind(
    "not-here",
    "a text of this kind cannot have '{}'",
    "write the words without it, or put it where the text is",
    "*Gulls*",
    "plain",
)
EMENDATION_NOT_HERE = kind(
    "emendation-not-here",
    "'{}': an emendation or remark stands where no list shows it",
    "say it in the remark of the table, or in a remark in the text",
    "Gulls{>>sic: gulls<<}",
    "caption",
)
NEWLINE = kind(
    "newline", "the text has several lines", "write it on one line", "One\ntwo.", "caption"
)
CONTROL_CHARACTER = kind(
    "control-character",
    "the text has the invisible character {}",
    "delete it",
    "One \x0c two.",
)
TAB = kind("tab", "the text has a tab", "write spaces", "One\ttwo.")
MARKER_WORD = kind(
    "marker-word",
    "the page would put something else for '{}'",
    "write a backslash before its first sign, or other words",
    "[TOC]",
)
RAW_HTML = kind(
    "raw-html",
    "'{}' is HTML",
    "write '&lt;' for a '<' that is printed; an address stands in <https://...> or <mailto:...>",
    "One <b>two</b>.",
)
ENTITY = kind(
    "entity",
    "'{}' would be shown as another sign",
    "write the sign itself, or '&amp;' for an '&' that is printed",
    "Salt &copy; water.",
)
INLINE_CODE = kind(
    "inline-code",
    "a grave accent begins program code, which no article has",
    "write '\\`' if it is printed",
    "The word `usta`.",
)
UNKNOWN_ESCAPE = kind(
    "unknown-escape",
    "the backslash in '{}' would be shown",
    "take it out; a backslash that is printed is written twice",
    "Five \\$ a day.",
)
BRACE = kind(
    "brace",
    "'{}' opens or closes nothing",
    "write a backslash before a brace that is printed; words and attributes are written "
    "[words]{{lang=fr}}",
    "A {brace.",
)
BRACKET = kind(
    "bracket",
    "'{}' has no other half",
    "write its other half, or a backslash before it",
    "A [bracket.",
)
EMPHASIS_OPEN = kind(
    "emphasis-open",
    "'{}' has no other half",
    "write its other half, or a backslash before each asterisk that is printed; emphasis begins "
    "and ends at the edge of a word",
    "A *word.",
)
EMPHASIS_NESTED = kind(
    "emphasis-nested",
    "'{}' stands in an emphasis of its own kind or closes more than one",
    "end the one before the other begins; *...* may stand in **...** and the other way round",
    "An *emphasis *in* another*.",
)
EMPHASIS_LENGTH = kind(
    "emphasis-length",
    "'{}' is too many asterisks",
    "write one for italics, two for bold, three for both",
    "A ****word****.",
)
UNDERSCORE = kind(
    "underscore",
    "'{}' at the edge of a word could become italics or bold",
    "write *word* or **word**; write '\\_' for a sign that is printed",
    "The word _bardak_.",
)
SPAN_ATTRIBUTES = kind(
    "span-attributes",
    "'{}' is not what words in brackets may have",
    "write {{lang=fr}} with the code of a language, or {{to=note-3}} or {{to=ref-3}}",
    "[word]{.hidden}",
)
SPAN_INSIDE = kind(
    "span-inside",
    "'{}' stands in brackets with attributes, which then would not be read",
    "end the one before the other begins; write a backslash before brackets that are printed",
    "[a [b]{lang=fr} c]{lang=la}",
)
SPAN_EMPTY = kind("span-empty", "'{}' has no words", "take it out", "[]{lang=fr}")
LINK_ADDRESS = kind(
    "link-address",
    "'{}' is not the address of a link",
    "write an address without spaces, quotes, entities or figures in parentheses (which are %28 "
    "and %29 there), or a backslash before the brackets if no link is meant",
    "[See](page 3)",
)
LINK_INSIDE = kind(
    "link-inside",
    "'{}' is a link, or has one, inside of another link",
    "end the one before the other begins",
    "See [the well[^4]](https://tidewater.example/w).\n\n[^4]: A note.",
)
IMAGE = kind(
    "image",
    "'{}' is a picture",
    "write a link, and '\\!' before it if the mark is printed",
    "![A gull](https://tidewater.example/gull.png)",
)
REFERENCE_LINK = kind(
    "reference-link",
    "'{}' is followed by another bracket and would not be read as it is written",
    "put a space or a comma between the two, or write [words](address)",
    "[the town][1]",
)
NOTE_LABEL = kind(
    "note-label",
    "'{}' is neither the mark of a note nor a note",
    "write [^3] or '[^3]: text' with the printed number, or a backslash before the bracket",
    "[^]: A note.",
)
EMENDATION_OPEN = kind(
    "emendation-open",
    "'{}' has no other half",
    "write {{~~source~>correction~~}}{{>>reason<<}} or {{>>remark<<}}, and no backslash before it",
    "A {~~brokn~>broken one.",
)
EMENDATION_INSIDE = kind(
    "emendation-inside",
    "'{}' stands in another emendation or remark",
    "end the one before the other begins",
    "{~~a {~~b~>c~~}{>>d<<}~>e~~}{>>f<<}",
)
EMENDATION_REASON = kind(
    "emendation-reason",
    "the emendation '{}' gives no reason",
    "write {{~~source~>correction~~}}{{>>reason<<}}",
    "The {~~whiie~>white~~} salt.",
)
REMARK_EMPTY = kind(
    "remark-empty", "'{}' says nothing", "say what is odd, or take it out", "Salt{>> <<}."
)
REMARK_MARKUP = kind(
    "remark-markup",
    "'{}' would be shown as it is written: a remark or reason is no Markdown",
    "write it in plain words",
    "Salt{>>sic: *salt*<<}.",
)
