"""The kinds of difference between the witness and the edition (family W)."""

from edition.diagnostics import Severity, declare

ERROR = Severity.ERROR

MISSING = declare(
    "W001",
    ERROR,
    "The witness has words that the edition does not have.",
    "Put the words back, or record an emendation with its reason.",
)
ADDED = declare(
    "W002",
    ERROR,
    "The edition has words that the witness does not have.",
    "Take the words out, or record an emendation with its reason.",
)
DIFFERENT = declare(
    "W003",
    ERROR,
    "The edition reads otherwise than the witness.",
    "Restore the reading of the witness, or record an emendation with its reason.",
)
SPACING = declare(
    "W004",
    ERROR,
    "The space between two words or signs is not that of the witness.",
    "Join or separate them as the witness does, or record an emendation.",
)
WRONG_JOIN = declare(
    "W005",
    ERROR,
    "Two paragraphs of the witness are joined, although a sentence ends between them.",
    "Separate them, or add a remark at the place that says why they are one.",
)
MISSED_JOIN = declare(
    "W006",
    ERROR,
    "A paragraph ends where its sentence goes on, as if the page still cut it.",
    "Join it with the next, or add a remark at its end that says why it ends there.",
)
BREAK_ADDED = declare(
    "W007",
    ERROR,
    "A paragraph begins where the text of the witness runs on.",
    "Join the two paragraphs.",
)
EMPHASIS = declare(
    "W008",
    ERROR,
    "The witness and the edition do not emphasise the same words.",
    "Set the asterisks as the witness has them.",
)
NOT_A_WITNESS = declare(
    "W009",
    ERROR,
    "The witness is not UTF-8, so its letters are not certain.",
    "Restore the file of the witness; it must never be edited.",
)
