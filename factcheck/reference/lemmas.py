"""Lemmas of single English words, simply: for the few words of a property's name.

Texts are lemmatised by the language room; this only brings "dates_signed" and "signing_date"
together, so an unnatural stem does no harm as long as it is always the same.
"""

from __future__ import annotations

_IRREGULAR = {
    "began": "begin",
    "begun": "begin",
    "beginning": "begin",
    "held": "hold",
    "won": "win",
    "left": "leave",
    "leaves": "leave",
    "built": "build",
    "paid": "pay",
    "spent": "spend",
    "lost": "lose",
    "rose": "rise",
    "risen": "rise",
    "fell": "fall",
    "led": "lead",
    "took": "take",
    "taken": "take",
    "written": "write",
    "wrote": "write",
    "ran": "run",
    "died": "die",
    "born": "born",
    "killed": "kill",
    "founded": "found",
    "people": "people",
    "series": "series",
    "countries": "country",
    "status": "status",
    "times": "time",
    "proceeds": "proceeds",
    "binding": "binding",
    "opening": "open",
}


_PAST = frozenset(
    [
        "held",
        "won",
        "left",
        "built",
        "paid",
        "spent",
        "lost",
        "led",
        "took",
        "taken",
        "written",
        "born",
        "died",
    ]
)
_NO_PAST = frozenset(["speed", "breed", "creed", "seabed", "hundred", "shed"])


def lemma(word: str) -> str:
    """The lemma of an English word in lower case."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, stem in (
        ("ies", "y"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + stem
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    for ending in ("ing", "ed"):
        if word in _NO_PAST:
            break
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _stem(word[: -len(ending)])
    return word


def is_participle(word: str) -> bool:
    """Whether a word of a property's name is a past form: "signed", "held", "won"."""
    return word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NO_PAST)


def _stem(stem: str) -> str:
    """Undo doubled letters ("cancell") and give back a dropped e ("complet")."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        return stem[:-1]
    if stem.endswith(
        ("at", "iv", "uc", "in", "os", "et", "ag", "ar", "ir", "iz", "id", "rc", "lv")
    ):
        return stem + "e" if not stem.endswith(("ain", "oin", "ear", "air")) else stem
    return stem[:-1] if stem.endswith("ll") and len(stem) > 5 else stem
