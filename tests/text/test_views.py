"""What a reader reads of a text, and what stands where in it."""

from __future__ import annotations

import pytest

from edition.text.blocks import read_body, read_line
from edition.text.diplomatic import Undone, diplomatic
from edition.text.runs import Emendation, NoteMark, Remark, Run, Span
from edition.text.views import (
    apparatus,
    blocks_of,
    citations,
    emendations,
    language_runs,
    links,
    note_labels,
    note_marks,
    paragraph_count,
    reading,
    reading_text,
    rewritten,
    walk,
)

READINGS = {
    "plain *and* **strong** ***both***": "plain and strong both",
    "a word[^12] more": "a word more",
    "[bardak]{lang=ru-Latn} is a word": "bardak is a word",
    "[*Ibid.*]{to=note-6}, p. 3": "Ibid., p. 3",
    "see [the *salt*](https://a.example/b)": "see the salt",
    "the {~~Auyt~>Auyl~~}{>>misread<<} party": "the Auyl party",
    "a {~~~>*b*~~}{>>missing<<} c": "a b c",
    "both{>>sic: two figures<<} figures": "both figures",
    r"\[not found\] and \(1) and 5 \* 4": "[not found] and (1) and 5 * 4",
    "at <https://tidewater.example/a_b>.": "at https://tidewater.example/a_b.",
    "to <mailto:quill@tidewater.example>.": "to quill@tidewater.example.",
    "two  spaces": "two spaces",
    "“*A*” [1] &lt;b&gt;": "“A” [1] <b>",
}


def runs_of(text: str) -> tuple[Run, ...]:
    """Return the runs of a paragraph."""
    return read_line(text, "paragraph").runs


@pytest.mark.parametrize("text", READINGS)
def test_the_reading_text_is_what_a_reader_sees(text: str) -> None:
    """Corrections stay; remarks, marks, emphasis and attributes go."""
    assert READINGS[text] == reading_text(runs_of(text))


@pytest.mark.parametrize("text", READINGS)
def test_every_character_that_is_read_is_written_at_its_place(text: str) -> None:
    """The map leads to the very character of the file; of an entity to its beginning."""
    read = reading(runs_of(text))
    written = "".join(text[offset] for offset in read.offsets)
    assert read.text.replace("<", "&").replace(">", "&") == written


def test_a_span_gives_its_words_a_language() -> None:
    """An address is known as one, too."""
    read = reading(runs_of("a [b *c*]{lang=fr} <ftp://d.example>"))
    assert "b c" == "".join(c for c, lang in zip(read.text, read.languages, strict=True) if lang)
    assert "ftp://d.example" == "".join(
        c for c, known in zip(read.text, read.addresses, strict=True) if known
    )
    assert ["fr"] == [span.lang for span in language_runs(runs_of("a [b *c*]{lang=fr}"))]


def test_marks_stand_in_emphases_spans_and_readings() -> None:
    """Marks of notes and references are found wherever they stand, but not in a source."""
    runs = runs_of("*a[^1]* [b[^2]]{lang=fr} {~~c[^3] [3]~>d[^4] [4]~~}{>>e<<} (5)")
    assert [("1", 2), ("2", 10), ("4", 40)] == [(m.label, m.start) for m in note_marks(runs)]
    assert [4] == [mark.number for mark in citations(runs, "brackets")]
    assert [5] == [mark.number for mark in citations(runs, "parentheses")]
    assert [] == list(citations(runs, "none"))
    assert ["3"] == [r.label for r in walk(runs, "source") if isinstance(r, NoteMark)][2:]


def test_links_have_their_target_words_and_place() -> None:
    """Addresses, links behind words and cross-references."""
    text = "[*a*](#p1) <https://b.example> [c]{to=note-2}"
    assert [
        ("#p1", "a", 6),
        ("https://b.example", "https://b.example", 12),
        ("note-2", "c", 31),
    ] == [(place.target, place.words, place.start) for place in links(runs_of(text))]


def test_an_entry_of_the_apparatus_has_the_words_around_it() -> None:
    """The rest of the word, and a word on each side; of a remark the words before it."""
    runs = runs_of("the *old* {~~gvll~>gull~~}{>>misread<<}s sleep on{>>sic: at<<} the pier")
    first, second = apparatus(runs)
    assert ("old gulls sleep", "old gvlls sleep", "misread") == (
        first.lemma,
        first.source,
        first.text,
    )
    assert ("the old gulls sleep on", "", "sic: at") == (second.lemma, second.source, second.text)
    assert [first.run] == list(emendations(runs))


def test_runs_can_be_written_anew() -> None:
    """What is not rewritten stays as it is, also inside of other runs."""
    text = "*a[^1]* {~~b~>c~~}{>>d<<} [e]{to=ref-1}{>>f<<}"

    def rewrite(run: Run) -> str | None:
        if isinstance(run, Emendation):
            return run.reading_text
        if isinstance(run, Remark | NoteMark):
            return ""
        return "[e](#ref-1)" if isinstance(run, Span) else None

    assert "*a* c [e](#ref-1)" == rewritten(text, runs_of(text), 0, len(text), rewrite)


FORMS = {
    "*Gulls* **count** ***all***.": "*Gulls* **count** ***all***.",
    "the {~~gvll~>gull~~}{>>misread<<} sleeps": "the gvll sleeps",
    "asleep{~~~>.~~}{>>stop lost<<}": "asleep",
    "Quil {>>sic<<} sleeps": "Quil sleeps",
    "Quil sleeps. {>>sic<<}": "Quil sleeps. ",
    "the *[chaika]{lang=ru-Latn}* sleeps": "the *chaika* sleeps",
    "the {~~the ~>~~}{>>doubled<<}gull": "the the gull",
    "[a {~~b~>c~~}{>>d<<}]{lang=la}": "a b",
    "[*Ibid.*]{to=note-6}, p. 4": "*Ibid.*, p. 4",
    "asleep[^12].": "asleep¹².",
    "asleep[^*].": "asleep*.",
    "see [1] and a < b": "see [1] and a < b",
    r"5 \* 3 \[1\] &lt;": "5 * 3 [1] <",
    "see <http://a.example/b_c>.": "see http://a.example/b_c.",
    "see [the salt](https://a.example)": "see the salt",
}


@pytest.mark.parametrize("text", FORMS)
def test_the_diplomatic_form_is_what_the_source_has(text: str) -> None:
    """What the edition adds is undone, and every character keeps its place."""
    form = diplomatic(runs_of(text))
    assert FORMS[text] == form.text
    assert len(form.text) == len(form.offsets)
    assert sorted(form.offsets) == list(form.offsets)


def test_what_was_undone_is_told() -> None:
    """Both readings and the reason, and the remark."""
    form = diplomatic(runs_of("the {~~gvll~>gull~~}{>>misread<<}[^1] sleeps{>>sic<<}"))
    assert (
        Undone(4, 8, "emendation", "gvll", "gull", "misread"),
        Undone(8, 9, "note mark"),
        Undone(16, 16, "remark", reason="sic"),
    ) == form.undone


def test_blocks_are_found_by_their_kind() -> None:
    """With the labels of the notes, and the number of the last paragraph."""
    body = read_body("## Two\n\nOne.\n\n- two;\n\nThree[^1].\n\n[^1]: Four")
    assert {"1"} == note_labels(body)
    assert ["heading"] == [block.kind for block in blocks_of(body, "heading", "separator")]
    assert 3 == paragraph_count(body)
