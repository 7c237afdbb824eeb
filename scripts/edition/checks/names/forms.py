"""A1xx: the forms of names in the authority file."""

from __future__ import annotations

from edition.checks.proof import Proof
from edition.checks.rule import WARNING, Findings, Found, rule
from edition.content.authority import PATH, Mentions


@rule(
    "A111",
    WARNING,
    "The index says that the issue prints a form; one that it does not print is misspelt or lost.",
    "Write it as the issue does, put it under 'also', or take it out.",
    whole=True,
)
def form_nowhere(proof: Proof) -> Findings:
    """Every form of the authority file stands in the issue."""
    mentions = Mentions(proof.edition)
    for kind, entry in proof.edition.authority.all():
        index = proof.edition.authority.of(kind).index(entry)
        for number, form in enumerate(entry.forms):
            if not mentions.prints(form):
                where = "the issue" if isinstance(form, str) else ", ".join(form.only)
                place = proof.sources[PATH].key(kind, index, "forms", number)
                yield Found(place, f"'{entry.printed()[number]}' stands nowhere in {where}")
