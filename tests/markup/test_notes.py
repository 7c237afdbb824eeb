"""Notes: printed numbers, roles and the ways back."""

from __future__ import annotations

from tests.reading import one
from tests.rendering import page, render, renderer, with_article

from edition.content.model import Edition
from edition.languages import say

TEXT = "One[^3], two[^7], three[^3].\n\n[^3]: First.\n\n    Second.\n\n[^7]: Last."


def test_marks_and_notes_have_the_printed_numbers() -> None:
    """The label is the number, whatever the place in the list."""
    html = page(TEXT)
    assert ["3", "7", "3"] == [mark.get_text() for mark in html.select("sup a.note-mark")]
    assert ["3", "7"] == [note["value"] for note in html.select("li.note")]


SIGNED = "One[^*], two[^4a]; [*Ibid.*]{to=note-†}[^**].\n\n" + "".join(
    f"[^{label}]: Note.\n\n" for label in ("*", "4a", "**", "3", "†", "07")
)


def test_a_note_may_have_any_printed_sign() -> None:
    """The mark shows it, and so does the note, which is no item with a number of its own."""
    html = page(f"{SIGNED}\n\nThree[^3], four[^†], five[^07].")
    assert ["*", "4a", "**", "3", "†", "07"] == [m.get_text() for m in html.select("a.note-mark")]
    assert ["*", "4a", "**", None, "†", "07"] == [n.get("data-mark") for n in html.select(".note")]
    assert [None, None, None, "3", None, None] == [n.get("value") for n in html.select(".note")]
    assert say("note", "en", "*") == html.select("a.note-mark")[0]["aria-label"]
    assert say("back", "en", "†") == html.select("a.note-back")[4]["title"]


def test_the_identifier_of_a_note_names_its_sign() -> None:
    """Also where a mark or a cross-reference leads to it, or a note to its mark."""
    html = page(SIGNED)
    ids = ["fn--asterisk", "fn-4a", "fn--asterisk-asterisk", "fn-3", "fn--dagger", "fn-07"]
    assert ids == [note["id"] for note in html.select(".note")]
    assert ids[:3] == [str(mark["href"])[1:] for mark in html.select("a.note-mark")]
    assert ["fnref--asterisk", "fnref-4a"] == [mark["id"] for mark in html.select("sup")][:2]
    assert ["#fnref--asterisk"] == [a["href"] for a in html.select(".note")[0].select("a")]
    assert "#fn--dagger" == one(html, "a.cross-reference")["href"]


def test_marks_and_notes_have_the_roles_of_dpub_aria() -> None:
    """A screen reader knows a mark, a note and a way back for what they are."""
    html = page(TEXT)
    assert [say("note", "en", number) for number in (3, 7, 3)] == [
        mark["aria-label"] for mark in html.select("a[role=doc-noteref]")
    ]
    assert ["#fn-3", "#fn-7", "#fn-3"] == [a["href"] for a in html.select("a[role=doc-noteref]")]
    assert 3 == len(html.select("li.note a[role=doc-backlink]"))


def test_a_note_leads_back_to_each_of_its_marks() -> None:
    """Two marks, two ways back, and each says which one it is."""
    html = page(TEXT)
    marks = [mark["id"] for mark in html.select("sup")]
    assert ["fnref-3", "fnref-7", "fnref2-3"] == marks
    backs = {str(a["href"]): a["title"] for a in html.select("a.note-back")}
    assert {
        "#fnref-3": say("back_nth", "en", 3, 1),
        "#fnref2-3": say("back_nth", "en", 3, 2),
        "#fnref-7": say("back", "en", 7),
    } == backs


def test_a_way_back_says_its_name_once() -> None:
    """Its title is its name; a sign in it, or a label beside it, would be spoken as well."""
    for back in page(TEXT).select("a.note-back"):
        assert ("", None) == (back.get_text(), back.get("aria-label"))


def test_a_note_may_have_several_paragraphs() -> None:
    """The ways back stand at the end of the last one."""
    note = page(TEXT).select_one("li.note")
    assert note is not None
    first, second = note.select("p")
    assert "First." == first.get_text()
    assert second.get_text().startswith("Second.")
    assert 2 == len(second.select("a.note-back"))


def test_notes_go_where_the_page_wants_them() -> None:
    """Into its section of notes, not to the end."""
    section = '<section class="notes" markdown="block">\n\n## Notes\n\n</section>\n\nThe end.'
    html = page(f"One[^1].\n\n[^1]: A note.\n\n{section}")
    assert 1 == len(html.select("section.notes li.note"))
    assert ["p", "section", "p"] == [child.name for child in html.find_all(recursive=False)]


def test_without_a_section_notes_are_at_the_end() -> None:
    """No note is lost."""
    html = page("One[^1].\n\n[^1]: A note.\n\nTwo.")
    assert ["p", "p", "div"] == [child.name for child in html.find_all(recursive=False)]


def test_a_mark_without_note_stays_as_it_is() -> None:
    """Nothing is invented; the loader has said that it is a fault."""
    assert "<p>One[^1].</p>" == render("One[^1].")


def test_labels_are_in_the_language_of_the_page(invented_edition: Edition) -> None:
    """Where the text is in another language, the label says in which one it is."""
    html = with_article(invented_edition, "ferries", "One[^1].\n\n[^1]: A note.", "ru")
    mark, back = html.select_one("a.note-mark"), html.select_one("a.note-back")
    assert mark is not None
    assert back is not None
    assert (say("note", "ru", 1), "ru") == (mark["aria-label"], mark["lang"])
    assert (say("back", "ru", 1), "ru") == (back["title"], back["lang"])


def test_a_note_may_have_marks_of_its_own() -> None:
    """A mark inside a note leads to another note, which leads back."""
    html = page("One[^1].\n\n[^1]: See[^2].\n\n[^2]: There.")
    assert {"#fn-1", "#fn-2"} == {a["href"] for a in html.select("a.note-mark")}
    assert {"#fnref-1", "#fnref-2"} == {a["href"] for a in html.select("a.note-back")}


def test_the_next_page_has_its_own_notes() -> None:
    """One Markdown instance renders many pages; nothing is carried over."""
    markdown = renderer()
    first = markdown.convert("One[^1].\n\n[^1]: A note.")
    markdown.reset()
    assert "<p>One[^1].</p>" == markdown.convert("One[^1].")
    markdown.reset()
    assert first == markdown.convert("One[^1].\n\n[^1]: A note.")
