"""The issue: its masthead, its sections and its editorial council."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from edition.content.model.base import (
    Bilingual,
    Exemption,
    Language,
    Lines,
    Model,
    Slug,
    Text,
    TranslationOf,
    unique,
)


class Journal(Model):
    """The journal that the issue belongs to."""

    title: Text
    supplied: Annotated[bool, Field(strict=True)] = False
    """Whether the title is the edition's own and not in the source."""
    evidence: Bilingual | None = None
    """What a supplied title rests on."""


class MastheadBlock(Model):
    """One statement of the masthead, with its printed line breaks."""

    id: Slug
    en: Lines
    ru: Lines

    def __getitem__(self, lang: Language) -> str:
        """Return the block in one language."""
        return self.en if lang == "en" else self.ru


class Section(Model):
    """A section of the contents: as printed and in reading case."""

    id: Slug
    printed: Text
    title: Bilingual


class Issue(Model):
    """The issue: what the masthead and the contents page say."""

    journal: Journal
    publisher: Bilingual
    place: Bilingual
    year: Annotated[int, Field(ge=1000, le=9999, strict=True)]
    year_origin: Literal["printed", "inferred"]
    number: Text | None = None
    notice: Bilingual
    contents_heading: Text
    masthead: Annotated[tuple[MastheadBlock, ...], AfterValidator(unique)]
    sections: Annotated[tuple[Section, ...], AfterValidator(unique)]
    translation_of: TranslationOf = Field(default_factory=dict)
    exceptions: tuple[Exemption, ...] = ()

    def section(self, section_id: str) -> Section:
        """Return the section with this identifier (raises ``KeyError``)."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)


class CouncilEntry(Model):
    """A member as one language's list prints him or her."""

    name: Text
    role: Text


class CouncilMember(Model):
    """A member of the editorial council in both printed lists."""

    id: Slug
    en: CouncilEntry
    ru: CouncilEntry

    def __getitem__(self, lang: Language) -> CouncilEntry:
        """Return the entry of one language's list."""
        return self.en if lang == "en" else self.ru


class CouncilDifference(Model):
    """Where the two printed lists differ in substance."""

    member: Slug
    en: Text
    ru: Text

    def __getitem__(self, lang: Language) -> str:
        """Return the remark in one language."""
        return self.en if lang == "en" else self.ru


class Council(Model):
    """The editorial council, printed in both languages."""

    heading: Bilingual
    members: Annotated[tuple[CouncilMember, ...], AfterValidator(unique)]
    differences: tuple[CouncilDifference, ...] = ()
    exceptions: tuple[Exemption, ...] = ()
