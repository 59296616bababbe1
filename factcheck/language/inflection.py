"""What a word as written may be a form of: endings taken off, and irregular forms from a list.

A second opinion beside the trained lemmatiser, and the only one before a text is parsed.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.language.words import words

_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""),
    ("ing", "e"), ("ied", "y"),
)  # fmt: skip
#: words on -est that are no superlatives
_NO_DEGREE = frozenset(
    ("interest", "request", "forest", "contest", "harvest", "invest", "arrest", "protest",
     "conquest", "priest", "northwest", "southwest", "midwest", "digest", "earnest", "honest",
     "modest", "manifest", "suggest", "inquest")
)  # fmt: skip


@lru_cache(maxsize=50_000)
def bare(word: str) -> tuple[str, ...]:
    """The word (lower case) and what is left of it without its ending, likely or not."""
    found = [word]
    irregular = words("irregular")["forms"].get(word)
    if irregular:
        found.append(irregular)
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)] + instead
            found.append(stem)
            if len(stem) > 3 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return tuple(dict.fromkeys(found))


def is_superlative(word: str) -> bool:
    """Whether a word (lower case) is a superlative by its ending: "longest"."""
    return word.endswith("est") and len(word) > 5 and word not in _NO_DEGREE
