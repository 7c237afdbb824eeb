"""What the rules read: every text of an edition, each character with its place."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.editions import INVENTED, ROOT

from edition.checks.proof import Proof
from edition.content.load import load
from edition.text.views import blocks_of, reading_text

FOLDERS = {"invented": INVENTED, "real": ROOT}


@pytest.fixture(scope="module", params=sorted(FOLDERS))
def proof(request: pytest.FixtureRequest) -> Proof:
    """An issue with its sources."""
    loaded = load(FOLDERS[request.param])
    return Proof(loaded.unwrap(), loaded.sources)


def test_every_character_stands_where_it_is_said_to_stand(proof: Proof) -> None:
    """Through folded lines, quotation marks, escapes and Markdown."""
    for passage in proof.passages:
        written = "".join(passage.source.text[offset] for offset in passage.offsets)
        assert "".join(passage.text.split()) == "".join(written.split()), passage.name
        assert list(passage.offsets) == sorted(passage.offsets), passage.name


def test_no_text_is_left_out(proof: Proof) -> None:
    """The passages of an article's body are its blocks, in their order."""
    for article in proof.edition.articles:
        kinds = {"heading", "paragraph", "item", "note"}
        blocks = [reading_text(b.runs) for b in blocks_of(article.text, *kinds)]
        passages = [" ".join(p.text.split()) for p in proof.passages_of(article, *kinds)]
        assert blocks == passages
    files = Counter(passage.source.path for passage in proof.passages)
    # no row; no text of the issue
    silent = {"tables/gulls-2.csv", "articles/words.txt"}
    silent.add("articles/anchors.txt")
    assert set(proof.sources) - silent == set(files) - silent


def test_an_emendation_and_a_remark_answer_for_their_words() -> None:
    """A rule does not report what an editor has already recorded."""
    loaded = load(INVENTED)
    proof = Proof(loaded.unwrap(), loaded.sources)
    brine = proof.edition.article("brine")
    salt = next(p for p in proof.passages_of(brine, "paragraph") if p.text.startswith("The salt"))
    start = salt.text.index("white")
    assert salt.is_remarked(start, start + 5)
    assert not salt.is_remarked(0, 3)
    count = next(p for p in proof.passages_of(brine) if p.text.startswith("The number of wells"))
    end = count.text.index(",")
    assert count.is_remarked(end - 2, end)
