"""The last touch to a page: signs across elements, and what must not be touched."""

from __future__ import annotations

import pytest

from edition.typography.typesetting import typeset


def english(inner: str) -> str:
    """Return what becomes of the inside of an English page."""
    return typeset(f'<html lang="en">{inner}</html>')[len('<html lang="en">') : -len("</html>")]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ('<p>the "<em>Nur Otan</em>" party</p>', "<p>the “<em>Nur Otan</em>” party</p>"),
        (
            '<p>too"<sup><a>7</a></sup>. "New"</p>',
            '<p>too"<sup><a>7</a></sup>. “New”</p>',
        ),
        (
            '<p>"many too"<sup><a>7</a></sup>.</p>',
            "<p>“many too”<sup><a>7</a></sup>.</p>",
        ),
        ('<p>("<i lang="ru-Latn">vahta</i>"),</p>', '<p>(“<i lang="ru-Latn">vahta</i>”),</p>'),
        ("<p>Kazakhstan&#39;s &#34;own&#34; &amp; all</p>", "<p>Kazakhstan’s “own” &amp; all</p>"),
        ('<p>of the<br>"PA DOIVA"<br>Address</p>', "<p>of the<br>“PA DOIVA”<br>Address</p>"),
        ('<p>"<span class="emendation"><span class="emended">a</span><a></a></span>"</p>',
         '<p>“<span class="emendation"><span class="emended">a</span><a></a></span>”</p>'),
    ],
)  # fmt: skip
def test_marks_belong_together_across_elements(given: str, expected: str) -> None:
    """Emphasis, marks of notes, runs in other languages, emendations, ends of lines."""
    assert expected == english(given)


def test_marks_do_not_belong_together_across_paragraphs() -> None:
    """Nor a cell and the next."""
    for given in ('<p>one "two</p><p>three" four</p>', '<td>a "b</td><td>c" d</td>'):
        assert given == english(given)


def test_each_passage_has_the_signs_of_its_language() -> None:
    """As its elements say."""
    given = '<p>a "b" <span lang="ru">о "волне" - и</span></p>'
    expected = '<p>a “b” <span lang="ru">о\u00a0«волне»\u00a0— и</span></p>'
    assert expected == english(given)


@pytest.mark.parametrize(
    "given",
    [
        '<a href="it\'s/a_b.html" id="it\'s">x</a>',
        '<span data-source="it\'s" data-reading="it\'s">x</span>',
        '<p><code>it\'s "so"</code></p>',
        '<script>it\'s "so" - and</script>',
        "<style>a::before { content: 'x' }</style>",
        "<!-- it's -->",
        '<q>it\'s "so"</q>',
        "<kbd>'</kbd>",
        '<dl class="rules"><dd>it\'s "so"</dd></dl>',
        "<p>a &lt;b&gt; &amp;amp; c</p>",
        "<p>3 < 4 and it</p>",
    ],
)
def test_what_is_not_said_to_a_reader_stays_as_it_is(given: str) -> None:
    """Addresses, data, code, comments, what the source reads, the rules of the check."""
    assert given == english(given)


@pytest.mark.parametrize(
    "left",
    [
        '<!-- <q> it\'s "so" > -->',
        "<!DOCTYPE html SYSTEM 'about:\"so\"'>",
        "<?xml-stylesheet href='it' - ?>",
        "<script>if (a < b) { c = \"<q>\" - '<!--'; }</script>",
        "<style>a > b::before { content: '</q>' }</style>",
        '<pre>"a" <b lang="en" title="it\'s">it\'s</b>\n<pre>"c"</pre> - "d"</pre>',
        '<pre><code>"a"</code> - "b"</pre>',
        '<code>"a" <code>"b"</code> - "c"</code>',
        "<code>http://www.gulls.example/salt/a_b</code>",
        '<textarea>"a" <!-- <q></textarea><!-- "b" -->',
        "<a data-x=' title=\"it&#39;s\"'>x</a>",
        "<a data-x=\"a > 'b'\" data-y='\"' hidden>x</a>",
        '<svg><path d="M0 0" data-x=\'"\'/></svg>',
    ],
)
def test_what_is_no_text_stays_and_the_text_after_it_is_set(left: str) -> None:
    """Whatever looks like a tag, a comment or an end in it; across lines, too."""
    given = f"<div>\r\nit's\n{left}\nit's</div>"
    assert f"<div>\r\nit’s\n{left}\nit’s</div>" == english(given)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<p title='a > \"b\"' data-x='>'>x</p>", "<p title=\"a &gt; “b”\" data-x='>'>x</p>"),
        ("<P TITLE = \"it's\" ID=x>it's</P>", '<P TITLE = "it’s" ID=x>it’s</P>'),
        ("<a title=it's id=b>x</a>", '<a title="it’s" id=b>x</a>'),
        ('<p lang=ru>"а"</p>', "<p lang=ru>«а»</p>"),
        ("<p lang='ru'>\"а\"</p>", "<p lang='ru'>«а»</p>"),
        ('<p lang="ru" lang="en">"а"</p>', '<p lang="ru" lang="en">«а»</p>'),
        ('<p>"a<!-- "<q> -->b"</p>', '<p>“a<!-- "<q> -->b”</p>'),
        ('<p>"a <script>"</script> b"</p>', '<p>“a <script>"</script> b”</p>'),
    ],
)
def test_tags_are_read_however_they_are_written(given: str, expected: str) -> None:
    """Values in either quotes or none, letters of either case, the first of two attributes."""
    assert expected == english(given)


def test_references_are_read_as_the_characters_that_they_name() -> None:
    """Named or numbered; what only looks like one is text."""
    given = "<p>&quot;a&quot; &#x22;b&#34; R&D&apos;s &copy; AT&T&#39;s</p>"
    assert "<p>“a” “b” R&amp;D’s © AT&amp;T’s</p>" == english(given)


def test_elements_without_an_end_hold_nothing() -> None:
    """Neither the void ones nor those of a picture that end in their own tag."""
    given = '<div lang="ru"><hr lang="en">"а"<input lang="en"/>"б"</div>'
    assert '<div lang="ru"><hr lang="en">«а»<input lang="en"/>«б»</div>' == english(given)
    assert '<svg><g lang="ru"/><text>“a”</text></svg>' == english(
        '<svg><g lang="ru"/><text>"a"</text></svg>'
    )


def test_what_cannot_be_read_stays_as_it_is() -> None:
    """It would become text, or be lost, if it were written anew."""
    assert "<p>1 < 2\u00a0– a<“b”</p>" == english('<p>1 < 2 - a<"b"</p>')
    assert "<p>it's </>it’s</p>" == english("<p>it's </>it's</p>")
    assert '<a title="it’s"></>it’s</a>' == english("<a title=\"it's\"></>it's</a>")
    assert '<p lang="en">“<b>a”</b><!-- it\'s>' == typeset('<p lang="en">"<b>a"</b><!-- it\'s>')


def test_what_an_element_says_has_the_signs_too() -> None:
    """Without the spaces that hold: no line is set there."""
    given = '<a aria-label="Note 3: &#34;it&#39;s&#34; - so" data-x="it&#39;s">x</a>'
    assert '<a aria-label="Note 3: “it’s” – so" data-x="it&#39;s">x</a>' == english(given)
    assert '<meta name="description" content="a – “b”">' == english(
        '<meta name="description" content="a - &quot;b&quot;">'
    )
    assert '<meta content="it\'s">' == english('<meta content="it\'s">')


def test_titles_have_signs_and_plain_spaces() -> None:
    """So have the choices of a field and what is copied as a citation."""
    assert "<title>Asia’s, p. 3</title>" == english("<title>Asia's, p. 3</title>")
    assert "<option>p. 3</option>" == english("<option>p. 3</option>")
    assert '<span class="citation-form">p. 3</span>' == english(
        '<span class="citation-form">p. 3</span>'
    )
    assert "<p>p.\u00a03</p>" == english("<p>p. 3</p>")


def test_words_of_a_picture_have_signs_and_no_tags() -> None:
    """They are drawn, and drawn anew by nothing."""
    given = "<svg data-printed=''><text>it's “p. 3” 1990-1995</text><path d='M0 0'/></svg>"
    expected = "<svg data-printed=''><text>it’s “p. 3” 1990–1995</text><path d='M0 0'/></svg>"
    assert expected == english(given)


def test_signs_of_the_file_are_told_where_a_switch_shows_the_source() -> None:
    """There alone: those that are set need no mark."""
    given = "<div data-printed>“a” isn't – b</div><p>“c”</p>"
    own = '<span class="own">{}</span>'.format
    assert (
        f"<div data-printed>{own('“')}a{own('”')} isn’t\u00a0{own('–')} b</div><p>“c”</p>"
    ) == english(given)


def test_the_translation_of_a_table_is_not_printed() -> None:
    """Its figure is in another language than the text around it."""
    given = '<div lang="en" data-printed><figure lang="ru"><p>«а»</p></figure></div>'
    assert given == english(given)
    assert "own" in english(given.replace('"ru"', '"en"'))


def test_a_fragment_in_the_apparatus_is_set_by_itself() -> None:
    """A mark that was cut off from its partner is none of its neighbours'."""
    given = '<li><span class="lemma">"me, me</span> <span>sic: "a"</span></li>'
    assert '<li><span class="lemma">“me, me</span> <span>sic: “a”</span></li>' == english(given)


def test_ranges_are_kept_whole_and_long_addresses_may_be_cut() -> None:
    """By tags, so that what is copied is the text alone."""
    assert '<p>in <span class="nobr">1990–1995</span></p>' == english("<p>in 1990-1995</p>")
    assert "<p>http://<wbr>www.<wbr>gulls.<wbr>example/<wbr>salt</p>" == english(
        "<p>http://www.gulls.example/salt</p>"
    )
    assert "<p>in 19<b>90</b>–1995</p>" == english("<p>in 19<b>90</b>–1995</p>")


def test_the_way_back_holds_to_its_note() -> None:
    """Whatever stands between."""
    given = '<li>end. <a class="note-back" href="#x"></a></li>'
    assert '<li>end.\u00a0<a class="note-back" href="#x"></a></li>' == english(given)


def test_typesetting_twice_is_typesetting_once_outside_printed_text() -> None:
    """What has its signs is left alone."""
    once = english('<p>"It\'s" - in p. 3</p>')
    assert once == english(once)
