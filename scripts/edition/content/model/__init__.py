"""The edition as data: an issue, its council, its articles and its tables.

The models are frozen and refuse unknown keys, so that a misspelt key is a finding
and not a silent loss. Field names are the keys of the content files; JSON Schemas can
be generated from these classes.
"""

from edition.content.model.article import (
    Abstract,
    Article,
    ArticleInRussian,
    Author,
    AuthorInRussian,
    Figure,
    FrontMatter,
    Pages,
    Reference,
)
from edition.content.model.authority import (
    AUTHORITY_KINDS,
    Authority,
    AuthorityEntry,
    AuthorityKind,
    Heading,
    LimitedForm,
)
from edition.content.model.base import (
    DEFAULT_LANGUAGE,
    DEVICES,
    LANGUAGES,
    RESERVED,
    Address,
    Bilingual,
    Digest,
    Exemption,
    Language,
    Model,
    Slug,
    Text,
    TranslationOf,
    unique,
)
from edition.content.model.edition import Edition, Word
from edition.content.model.issue import (
    Council,
    CouncilDifference,
    CouncilEntry,
    CouncilMember,
    Issue,
    Journal,
    MastheadBlock,
    Section,
)
from edition.content.model.table import (
    Cell,
    Chart,
    PrintedForm,
    Table,
    TableDescription,
    TableField,
)

__all__ = [
    "AUTHORITY_KINDS",
    "DEFAULT_LANGUAGE",
    "DEVICES",
    "LANGUAGES",
    "RESERVED",
    "Abstract",
    "Address",
    "Article",
    "ArticleInRussian",
    "Author",
    "AuthorInRussian",
    "Authority",
    "AuthorityEntry",
    "AuthorityKind",
    "Bilingual",
    "Cell",
    "Chart",
    "Council",
    "CouncilDifference",
    "CouncilEntry",
    "CouncilMember",
    "Digest",
    "Edition",
    "Exemption",
    "Figure",
    "FrontMatter",
    "Heading",
    "Issue",
    "Journal",
    "Language",
    "LimitedForm",
    "MastheadBlock",
    "Model",
    "Pages",
    "PrintedForm",
    "Reference",
    "Section",
    "Slug",
    "Table",
    "TableDescription",
    "TableField",
    "Text",
    "TranslationOf",
    "Word",
    "unique",
]
