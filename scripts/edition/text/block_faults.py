"""Faults of lines and blocks: what Markdown would make something else of than an editor means."""

from __future__ import annotations

from typing import Final

from edition.text.faults import kind

ONE_LINE: Final = "put each block on one line of its own, with a blank line before and after it"

DIRECTIVE_UNKNOWN = kind(
    "directive-unknown",
    "'{}' is no line that places something",
    "write '::: table NAME' or '::: diagram NAME'{}",
    "::: tabel brine-1",
)
DIRECTIVE_OF_PAGE = kind(
    "directive-of-page",
    "'{}' is a line of the pages that the edition makes, and no article may have it",
    "take it out",
    "::: language ru",
)
DIRECTIVE_NAME = kind(
    "directive-name",
    "'{}' is not the name of a table",
    "write small letters, digits and hyphens after '::: table' or '::: diagram', and nothing else",
    "::: table Brine 1",
)
HEADING_SPACE = kind(
    "heading-space",
    "'{}' has no space after its number signs",
    "write '## Heading' if it is a heading, '\\#' if the sign is printed",
    "##No space",
)
HEADING_LEVEL = kind(
    "heading-level",
    "'{}' is a heading of a level that no article has",
    "write two to six number signs; the title of the article is in the front matter",
    "# One",
)
HEADING_EMPTY = kind("heading-empty", "'{}' is a heading without words", "take it out", "##")
HEADING_END = kind(
    "heading-end",
    "the number signs at the end of '{}' would not be shown",
    "take them out, or write '\\#' for each that is printed",
    "## Salt in C#",
)
HEADING_ATTRIBUTES = kind(
    "heading-attributes",
    "'{}' is not what a heading may have",
    "write ' {{: .caps }}' or ' {{: .run-in }}' at its end",
    "## Two {: #two }",
)
HEADING_UNDERLINED = kind(
    "heading-underlined",
    "the line '{}' would make a heading of the line before it",
    "write '## Heading', or take the line out",
    "A line\n======",
)
CODE_FENCE = kind(
    "code-fence",
    "'{}' begins a block of program code, which no article has",
    "take it out",
    "~~~ code",
)
INDENTED = kind(
    "indented",
    "the line begins with white space and would be shown as program code, or run into the block "
    "before it",
    "take the white space out; only further paragraphs of a note or an item begin with four spaces",
    "One.\n\n    Two.",
)
RULE = kind(
    "rule",
    "'{}' would be shown as a line across the page",
    "write '* * *' for a printed separator",
    "One.\n\n---\n\nTwo.",
)
QUOTATION = kind(
    "quotation",
    "the '>' at the beginning would not be shown",
    "write '\\>' if it is printed",
    "> 50 wells were dry.",
)
LIST_MARKER = kind(
    "list-marker",
    "'{}' at the beginning would become the point of a list and would not be shown",
    "write '- ' and the words for an item of a list, '\\{}' for a sign that is printed",
    "+ 4 degrees were measured.",
)
LIST_KIND = kind(
    "list-kind",
    "'{}' does not go on with the list before it",
    "give every item of a list the same kind of marker, and put a blank line before another list",
    "1. One thing.\n- another thing.",
)
LIST_NUMBER = kind(
    "list-number",
    "the number in '{}' is not the next of a list and would not be shown as it is written",
    "number the items 1, 2, 3 ...; write '{}' if it is no item of a list",
    "1997. In that year the wells fell dry.",
)
BLOCK_INSIDE = kind(
    "block-inside",
    "'{}' at the beginning of an item or a note would become a block of its own",
    "put a backslash before the sign or after the number, or begin with a word",
    "[^1]: 12. The text of the note.",
)
DEFINITION = kind(
    "definition",
    "a colon and a space at the beginning would make a list of definitions, and take the "
    "paragraph before it in",
    "join the line with the paragraph before it, or begin with a word",
    "One.\n\n: two",
)
LINK_DEFINITION = kind(
    "link-definition",
    "'{}' would be taken for the address of a link and not be shown",
    "write '\\[' if the bracket is printed; a link is written [words](address)",
    "[town]: https://tidewater.example/town",
)
RUN_TOGETHER = kind(
    "run-together",
    "there is no blank line between this line and the one before it, and both would become one "
    "block",
    ONE_LINE,
    "One line\nand another.",
)
TRAILING_SPACE = kind(
    "trailing-space",
    "the line ends with white space, which is a line break in Markdown",
    "delete it",
    "One.  ",
)
NOTE_EMPTY = kind("note-empty", "'{}' is a note without a text", "give it its text", "[^1]:")
