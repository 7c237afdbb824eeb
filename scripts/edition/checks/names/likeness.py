"""When two spellings may be those of one name.

Transliterations are compared without what their systems disagree about, misreadings by
the letters that differ, and the two alphabets by their consonants.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import Final

ALIKE: Final = 0.55
"""Share of consonants in common above which two names sound alike."""
FOLDS: Final = (
    ("dzh", "j"), ("tch", "ch"), ("kh", "h"), ("zh", "j"), ("gh", "g"), ("th", "t"),
    ("ph", "f"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("w", "v"), ("q", "k"),
    ("y", "i"),
)  # fmt: skip
TRANSLITERATION: Final = dict(
    zip("абвгдезийклмнопрстуфхцэы", "abvgdeziiklmnoprstufhcei", strict=True)
) | {
    "ж": "j", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "iu", "я": "ia", "ё": "e",
    "ъ": "", "ь": "",
}  # fmt: skip


def without_accents(name: str) -> str:
    """Return a name without capitals and accents."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def fold(name: str) -> str:
    """Return a name without what transliterations disagree about."""
    plain = without_accents(name)
    plain = re.sub(r"(?<=[kgh])[uw](?=[aeio])", "v", plain.removeprefix("y") or plain)
    for written, folded in FOLDS:
        plain = plain.replace(written, folded)
    return re.sub(r"(.)\1+", r"\1", plain)


def skeleton(name: str) -> str:
    """Return the consonants of a name in either alphabet, as far as both agree."""
    plain = "".join(TRANSLITERATION.get(sign, sign) for sign in name.lower())
    plain = re.sub(r"[aeiou]", "", fold(plain))
    return re.sub(r"[^a-z]|(?<=.)h", "", plain).replace("j", "z").replace("c", "k")


def sound_alike(english: str, russian: str) -> bool:
    """Tell whether an English and a Russian name have about the same consonants."""
    one, other = skeleton(english), skeleton(russian)
    return one == other or SequenceMatcher(None, one, other).ratio() > ALIKE


def nearly_equal(one: str, other: str) -> bool:
    """Tell whether two names differ in a letter or two, not only in their ending."""
    if one[0] != other[0] or one.startswith(other) or other.startswith(one):
        return False
    if sorted(one.lower()) == sorted(other.lower()):
        return _distance(one, other, 2) <= 2  # noqa: PLR2004  # a letter in another place
    return _distance(one, other, 1) == 1


def _distance(one: str, other: str, limit: int) -> int:
    """Return how many letters are changed, added, lost or swapped (Damerau)."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
