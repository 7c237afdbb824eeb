"""The kinds of fault that loading can find, each declared once.

Families: F files, M metadata, S structure and safety, N notes, R references, T tables,
E emendations.
"""

from edition.diagnostics import Severity, declare

ERROR, WARNING = Severity.ERROR, Severity.WARNING

FILE_MISSING = declare(
    "F001",
    ERROR,
    "A file that the edition needs is not there or cannot be read.",
    "Restore the file, or correct the path that names it.",
)
NOT_UTF8 = declare(
    "F002",
    ERROR,
    "A content file is not UTF-8, so its letters are not certain.",
    "Save the file as UTF-8 without a byte order mark.",
)
YAML_SYNTAX = declare(
    "F003",
    ERROR,
    "The YAML or JSON cannot be parsed.",
    "Look at the named place: a colon in a text needs quotation marks.",
)
DUPLICATE_KEY = declare(
    "F004",
    ERROR,
    "A key stands twice, and one of its values would silently be lost.",
    "Keep one of the two.",
)
PATH_OUTSIDE = declare(
    "F005",
    ERROR,
    "A path leads out of the edition's folder.",
    "Name a file inside the folder.",
)
NO_FRONT_MATTER = declare(
    "F006",
    ERROR,
    "An article has no front matter, or a page has it in a form that is not read.",
    "Begin the file with a line '---', the YAML, and another line '---'.",
)
TOO_LARGE = declare(
    "F007",
    ERROR,
    "A file is larger than the limit, so it is hardly what it should be.",
    "Look whether it is the right file, or raise the limit 'file_bytes' in mkdocs.yml.",
)
NOT_CONFIGURED = declare(
    "F008",
    ERROR,
    "The configuration has a tag that would run code, which reading it never does.",
    "Take the tag out; only !ENV, !relative and the listed !!python/name: are read.",
)
FORBIDDEN_CHARACTER = declare(
    "F009",
    ERROR,
    "A character that is not seen and acts could turn a line round, end a record, or hide words.",
    "Delete the character, or the escape that makes it.",
)
ABOVE_LIMIT = declare(
    "F010",
    ERROR,
    "A text, a list or a table is larger than a limit, and would take all time or memory.",
    "Look whether it is meant, or raise the limit that the message names.",
)
LOST_COMMENT = declare(
    "F011",
    ERROR,
    "What follows ' #' behind a text without quotation marks is lost as a comment.",
    "Put the text in quotation marks, or the comment on a line of its own.",
)
SITE_WARNING = declare(
    "F012",
    ERROR,
    "MkDocs warns of a page that would be incomplete: of a link that leads nowhere, say.",
    "Correct what the message names; links lead to other pages of the site or to full addresses.",
)
MISSING_FIELD = declare(
    "M001", ERROR, "A required field is missing.", "Add the field; CONTRIBUTING lists them."
)
UNKNOWN_KEY = declare(
    "M002",
    ERROR,
    "A key is unknown, so what it says would silently be lost.",
    "Correct the spelling of the key or take it out.",
)
WRONG_VALUE = declare(
    "M003",
    ERROR,
    "A value is not of the kind its field needs.",
    "Give a value of the kind that the message names.",
)
UNKNOWN_SECTION = declare(
    "M004",
    ERROR,
    "An article names a section that issue.yml does not have.",
    "Use the id of a section of issue.yml.",
)
DUPLICATE_ORDER = declare(
    "M005",
    ERROR,
    "Two articles claim the same place in the contents.",
    "Number the articles in the order of the contents.",
)
KEYWORD_COUNT = declare(
    "M006",
    ERROR,
    "The keywords of the two languages do not pair up.",
    "Give as many Russian keywords as English ones, in the same order.",
)
UNKNOWN_MEMBER = declare(
    "M007",
    ERROR,
    "A remark on the council names a member who is not on it.",
    "Use the id of a council member.",
)
RESERVED_NAME = declare(
    "M008",
    ERROR,
    "A page has the name of another page, and one of the two would be lost.",
    "Give the file another name; the name is the address of the page.",
)
UNKNOWN_ARTICLE = declare(
    "M009",
    ERROR,
    "A name is limited to an article that is not there, so it would never be found.",
    "Name articles by their files, without the suffix.",
)
RAW_HTML = declare(
    "S001",
    ERROR,
    "Raw HTML in a text could run a script or break the page.",
    "Use Markdown; escape a literal '<' as '&lt;'.",
)
HEADING_LEVEL = declare(
    "S002",
    ERROR,
    "A first-level heading in the text would compete with the article's title.",
    "Use '##' or a deeper level.",
)
UNSAFE_ATTRIBUTE = declare(
    "S003",
    ERROR,
    "An attribute in braces could run a script or hide the text.",
    "Use '.caps', '.run-in', 'lang=' and 'to=' only.",
)
UNSAFE_LINK = declare(
    "S004",
    ERROR,
    "A link leads where no link may, or nowhere, or is a picture.",
    "Link to http, https, ftp or mailto with an address in its plain form; no text has pictures.",
)
RUN_TOGETHER = declare(
    "S005",
    ERROR,
    "Without a blank line two blocks become one, and paragraphs are numbered wrongly.",
    "Put each paragraph on one line, with blank lines around it and no indentation.",
)
UNSAFE_RESULT = declare(
    "S006",
    ERROR,
    "A text becomes something on its page that no text may bring along: an element, an attribute, "
    "a class or an address that is on no list.",
    "Write it with the markup that CONTRIBUTING lists; a sign that is meant gets a backslash.",
)
UNSAFE_PAGE = declare(
    "S007",
    ERROR,
    "A finished page has an element, an attribute or an address that no page of an edition has, or "
    "an identifier twice.",
    "Look in the files of the page for what is named; hand-written pages need no HTML.",
)
MISPLACED_DIRECTIVE = declare(
    "S008",
    ERROR,
    "A line ':::' is obeyed on a line of its own only; elsewhere it is lost or shown as it is.",
    "Put '::: table NAME' or '::: diagram NAME' on a line of its own, with nothing before it.",
)
OUTSIDE_GRAMMAR = declare(
    "S009",
    ERROR,
    "What stands in a text is outside the grammar, and a page or another reader could take it for "
    "something else than is meant.",
    "Write what the message names; CONTRIBUTING lists what a text may have.",
)
MOVED_ANCHOR = declare(
    "S010",
    ERROR,
    "The number of a paragraph would come to mean another paragraph, and readers cite it.",
    "Keep the paragraphs apart as they were; what nobody can have cited is frozen anew by "
    "'edition check --accept-anchors'.",
)
DUPLICATE_NOTE = declare(
    "N001", ERROR, "Two notes have the same number.", "Give each note its printed number."
)
MARK_WITHOUT_NOTE = declare(
    "N002",
    ERROR,
    "A mark in the text has no note.",
    "Add the note at the end of the file as '[^1]: text'.",
)
NOTE_WITHOUT_MARK = declare(
    "N003",
    ERROR,
    "A note has no mark in the text, so no reader would be led to it.",
    "Put the mark '[^1]' where the print has it.",
)
NOTE_LINK = declare(
    "N004",
    ERROR,
    "A cross-reference leads to a note or reference that is not there.",
    "Correct the target after 'to='.",
)
MARK_WITHOUT_REFERENCE = declare(
    "R001",
    ERROR,
    "A reference mark has no entry in the list.",
    "Add the entry to the front matter, or escape the mark with a backslash.",
)
REFERENCE_NUMBERING = declare(
    "R002",
    ERROR,
    "The entries of a reference list are not numbered 1, 2, 3 ...",
    "Number the entries as printed, without gaps.",
)
SAME_AS = declare(
    "R003",
    ERROR,
    "An entry says 'same_as' an entry that does not come before it.",
    "Name an earlier entry of the same list.",
)
UNKNOWN_TABLE = declare(
    "T001",
    ERROR,
    "An article calls for a table that tables/datapackage.json does not have.",
    "Use the name of a resource of the descriptor.",
)
RAGGED_ROW = declare(
    "T002",
    ERROR,
    "A row has more or fewer cells than the header.",
    "Give every row one cell per column; a gap is an empty cell.",
)
NOT_A_NUMBER = declare(
    "T003",
    ERROR,
    "A cell of a numeric column is not a number.",
    "Write the number without grouping, with a point; leave a gap empty.",
)
HEADER_MISMATCH = declare(
    "T004",
    ERROR,
    "The header of a CSV file is not the list of fields in the descriptor.",
    "Make the header and 'schema.fields' name the same columns in the same order.",
)
TABLE_PLACES = declare(
    "T005",
    ERROR,
    "A table is placed nowhere, twice, or in another article than its own.",
    "Put '::: table NAME' once into the article that the descriptor names.",
)
DUPLICATE_TABLE = declare(
    "T006", ERROR, "Two tables have the same name.", "Give each table a name of its own."
)
PASSAGE_NOT_FOUND = declare(
    "T007",
    ERROR,
    "A reconstructed value cites a passage that its article does not contain.",
    "Quote the passage word for word from one paragraph of the article.",
)
UNTRANSLATED_LABEL = declare(
    "T008",
    ERROR,
    "A label of a table has no Russian form.",
    "Add it under 'labels' or 'values' of the field.",
)
CHART_COLUMN = declare(
    "T009",
    ERROR,
    "A chart is to show what its table does not have.",
    "Name a numeric column under 'column', and under 'only' columns and what their cells say.",
)
BROKEN_EMENDATION = declare(
    "E001",
    ERROR,
    "An emendation is not complete, so it would show as marks in the text.",
    "Write {~~source~>correction~~}{>>reason<<}.",
)
MISPLACED_EMENDATION = declare(
    "E002",
    ERROR,
    "Emendations and remarks stand in a text, a note or a reference; elsewhere no list shows them.",
    "Say what there is to say of a table in its 'remark'; of a title, in a remark in the text.",
)
