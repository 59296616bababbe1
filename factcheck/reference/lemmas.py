"""Lemmas of single English words, simply: for the few words of a property's name.

Texts are lemmatised by the language room; this brings "dates_signed" and "signing_date"
together. Where an ending can be undone in several ways, an ordinary word is preferred.
"""

from __future__ import annotations

from factcheck.reference.aliases import is_ordinary

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
    "sold": "sell",
    "bought": "buy",
    "made": "make",
    "drawn": "draw",
    "chosen": "choose",
    "sunk": "sink",
    "sent": "send",
    "given": "give",
    "grown": "grow",
    "broken": "break",
    "flown": "fly",
    "fought": "fight",
    "caught": "catch",
    "met": "meet",
    "laid": "lay",
    "taught": "teach",
    "spoken": "speak",
    "stolen": "steal",
    "beaten": "beat",
    "struck": "strike",
    "lent": "lend",
    "torn": "tear",
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
        "sold",
        "bought",
        "made",
        "drawn",
        "chosen",
        "sunk",
        "sent",
        "given",
        "grown",
        "broken",
        "flown",
        "fought",
        "caught",
        "met",
        "laid",
        "taught",
        "spoken",
        "stolen",
        "beaten",
        "struck",
        "lent",
        "torn",
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
    """What is left without -ed or -ing, made a word: "moved", "ratified", "cancelled"."""
    if stem.endswith("i"):
        return stem[:-1] + "y"
    doubled = len(stem) > 3 and stem[-1] == stem[-2]
    tries = [stem[:-1], stem] if doubled else [stem, stem + "e"]
    if stem.endswith(_BEFORE_E) and not doubled:
        tries.reverse()
    return next((word for word in tries if is_ordinary(word)), tries[0])


#: endings of verbs that mostly have lost an e: "completed", "received", "induced"
_BEFORE_E = (
    "at",
    "nc",
    "iv",
    "uc",
    "os",
    "iz",
    "rc",
    "lv",
    "et",
    "ag",
    "am",
    "ur",
    "ir",
    "as",
    "ov",
)
