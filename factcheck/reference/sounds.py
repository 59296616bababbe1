"""Words brought to what spellings of the same name have in common.

Doubled letters, "ph" and "f", "ie" and "y", "c" and "k", a silent "h" and the ways to write a
foreign vowel ("eo", "ou") fall together; other vowels stay, since they tell names apart.
"""

from __future__ import annotations

import re

_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("ph", "f"),
        ("shch|sch|tsch|tch|tsh", "ch"),
        ("ck|kh|q|c(?![eihy])", "k"),
        ("tz|ts|z|c(?=[eiy])", "s"),
        ("(?<=[aeiou])gh(?=[tn]|$)", ""),
        ("(?<=[^aeiouscp])h|h$", ""),
        ("yeo|eo|yo", "o"),
        ("oo|ou|yu", "u"),
        ("ae", "e"),
        ("ey|ei|ie|iy|yi|ee|ii|y|j", "i"),
        ("i+", "i"),
        ("ya|(?:ia|ea)(?=n)", "a"),
        ("w", "v"),
        (r"(.)\1+", r"\1"),
    )
)

_VOWELS = re.compile("[aeiou]")
_CONSONANT = re.compile("[^aeiou]")


def sound(word: str) -> str:
    """What a word (lower case, no accents) has in common with its other spellings."""
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word


def consonants(word: str) -> str:
    """Its sound without the vowels: equal where one of these was lost or mistaken."""
    return _VOWELS.sub("", sound(word))


def vowels(word: str) -> list[str]:
    """What stands in its sound before, between and after the consonants, mostly nothing."""
    return _CONSONANT.split(sound(word))


def head(word: str) -> str:
    """The first letters, by which words that differ further back are found."""
    return word[:4]


def letters(word: str) -> str:
    """Its letters in order of the alphabet: equal where two have changed places."""
    return "".join(sorted(word))
