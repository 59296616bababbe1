"""Names that are set before their sentence and taken up by a pronoun: "The Germans, they are at two
percent", "And Larkham, it opened in May".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from factcheck.language.sentences import Sentence
from factcheck.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset(("they", "it", "he", "she"))
#: what may stand before such a name, from the beginning of a clause
_OPENING = re.compile(
    r"(?:^|[.;:!?—–-])\s*(?:(?:and|but|so|now|well|then|look),?\s+)?(?:the\s+)?$", re.I
)


def dislocated(sentence: Sentence) -> Mapping[int, Mention]:
    """By the place of each such pronoun the name that it means."""
    if _PRONOUNS.isdisjoint(sentence.words):
        return {}
    found: dict[int, Mention] = {}
    for mention in sentence.mentions:
        before = sentence.raw[: mention.start - sentence.start]
        pronoun = _behind(mention, sentence) if _OPENING.search(before) else None
        if pronoun is not None:
            found[pronoun.i] = mention
    return found


def _behind(mention: Mention, sentence: Sentence) -> Token | None:
    """The pronoun right behind a name and a comma, before its verb."""
    end = sentence.span(mention.start, mention.end).end
    run = list(sentence.doc[end : end + 3])
    if len(run) < 3 or run[0].text != "," or run[1].lower_ not in _PRONOUNS:
        return None
    return run[1] if run[2].pos_ in ("VERB", "AUX") else None
