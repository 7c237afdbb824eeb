"""What a rule is: a question to the edition that declares itself.

A rule is a function from a :class:`~edition.checks.proof.Proof` to what it finds. The
decorator beside it gives it a stable code, a severity, the reason why it exists and a hint
for the editor; nothing else lists the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from edition.checks.proof import Proof
from edition.diagnostics import Code, Diagnostic, Location, Severity, declare

INFO: Final = Severity.INFO
WARNING: Final = Severity.WARNING
ERROR: Final = Severity.ERROR


class Found(NamedTuple):
    """What a rule found, and where."""

    location: Location
    message: str


Findings = Iterator[Found]
Question = Callable[[Proof], Findings]


@dataclass(frozen=True)
class Rule:
    """A question to the edition, with the code of what it finds.

    Attributes:
        code: Code, severity, reason and hint.
        question: The function that looks.
        whole: Whether the answer means nothing while a part of the content cannot be
            loaded, because the rule looks for what is *not* there.
    """

    code: Code
    question: Question
    whole: bool = False

    def __call__(self, proof: Proof) -> Iterator[Diagnostic]:
        """Look, and yield what is found."""
        if self.whole and not proof.complete:
            return
        for location, message in self.question(proof):
            yield Diagnostic.of(self.code, location, message)


RULES: dict[str, Rule] = {}


def rule(
    code_id: str,
    severity: Severity,
    reason: str,
    hint: str,
    *,
    whole: bool = False,
) -> Callable[[Question], Rule]:
    """Declare the function below as a rule.

    Args:
        code_id: Family letter and three digits.
        severity: How much a finding matters.
        reason: Why the rule exists, in one sentence.
        hint: What the editor can do, in one sentence.
        whole: Whether the rule needs the whole content.

    Returns:
        A decorator that makes the function a registered :class:`Rule`.
    """

    def register(question: Question) -> Rule:
        made = Rule(declare(code_id, severity, reason, hint), question, whole)
        RULES[code_id] = made
        return made

    return register
