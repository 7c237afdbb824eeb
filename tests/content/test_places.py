"""The places of the issue: everything that it prints, and nothing that the edition supplies."""

from __future__ import annotations

from edition.content.model import Edition
from edition.content.places import Place, places


def texts(edition: Edition, kind: str) -> list[tuple[str, str]]:
    """Return page or article, anchor and text of the places of a kind."""
    return [
        (f"{place.slug or place.page}#{place.anchor}", text)
        for place, text in places(edition)
        if place.kind == kind and text
    ]


def test_an_article_begins_with_what_is_printed_at_its_head(invented_edition: Edition) -> None:
    """Every title, the author in both printed forms; a supplied abstract is not printed."""
    assert [
        ("brine#title", "The Brine Wells of Lower Fenmouth"),
        ("brine#title", "Salt, Water and What Remains"),
        ("gulls#title", "Do Gulls Count?"),
        ("gulls#title", "Do Gulls Count? A Census"),
    ] == texts(invented_edition, "title")[:4]
    assert ("brine#osier", "OSIER PETER") in texts(invented_edition, "author")
    assert ("brine#osier", "Peter Osier") in texts(invented_edition, "author")
    assert ("gulls#morrow", "Harbourmaster of Fenmouth") in texts(invented_edition, "affiliation")
    assert ["brine#abstract"] == [place for place, _ in texts(invented_edition, "abstract")]


def test_a_heading_is_found_above_its_paragraph(invented_edition: Edition) -> None:
    """Also one that stands above another heading."""
    assert [
        ("brine#p2", "Salt and Water"),
        ("brine#p3", "The upper well."),
        ("brine#p4", "Its wheel."),
        ("brine#p10", "What Remains"),
        ("gulls#p2", "The Count"),
    ] == texts(invented_edition, "heading")


def test_a_heading_without_a_paragraph_is_found_with_the_text(invented_edition: Edition) -> None:
    """It has no number then."""
    article = invented_edition.article("gulls")
    last = article.model_copy(update={"body": "One.\n\n## The End\n\n::: diagram gulls-1"})
    edition = invented_edition.model_copy(update={"articles": (last,)})
    (heading,) = [place for place, text in places(edition) if text == "The End"]
    assert Place("heading", "article", "text", "gulls") == heading
    assert not heading.numbered


def test_of_a_table_everything_printed_is_read(invented_edition: Edition) -> None:
    """Caption, heads, cells; what is reconstructed has been gathered by the edition."""
    read = texts(invented_edition, "table")
    for text in ("The wells of Fenmouth", "Upper", "hub"):
        assert text in [text for place, text in read if place.startswith("brine#")]
    assert ("gulls#gulls-2", '"Where do gulls sleep?"') in read
    assert "North" not in [text for _, text in read]


def test_council_and_masthead_are_places_too(invented_edition: Edition) -> None:
    """The council in both printed languages, the masthead as printed."""
    council = texts(invented_edition, "council")
    assert [("council#morrow", "Tobias Morrow"), ("council#morrow", "Тобиас Морроу")] == [
        (place, text) for place, text in council if text.endswith(("Morrow", "Морроу"))
    ]
    society = ("cover#masthead-society", "THE SOCIETY FOR THE STUDY OF SMALL HARBOURS")
    assert society == texts(invented_edition, "masthead")[0]
