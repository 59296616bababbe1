"""Questions that only end what is asserted: "X joined in 2021, did you know that?", "they paid us
billions, and who got the credit?"."""

from __future__ import annotations

import re

#: behind a comma at the end: nothing is asked of what stands before. Not "right?", "didn't it?":
#: these ask whether it is so
_TAG = re.compile(
    r",\s+(?:(?:and|but)\s+)?(?:"
    r"all right|ok(?:ay)?|you know|(?:did|do) you know (?:that|this|it)"
    r"|(?:can|could|would) you (?:believe|imagine) (?:that|it|this)"
    r"|(?:and|but) (?:who|why|where)(?: (?!told|said|says)[\w'’]+){1,7}"
    r")\s*\?[\"”’')]*\s*$",
    re.IGNORECASE,
)
#: words that lead a question, or what somebody else is said to say
_LEADS = re.compile(
    r"(?:(?:and|but|so|then|now|well|okay)\b[\s,]*)*(?P<word>[\w'’]+)", re.IGNORECASE
)
_ASKING = frozenset(
    (
        "did", "do", "does", "is", "are", "was", "were", "has", "have", "had", "can", "could",
        "would", "should", "will", "may", "isn't", "aren't", "wasn't", "didn't", "don't", "doesn't",
        "if", "what", "who", "when", "where", "why", "how", "which", "whose", "whether", "you",
        "suppose", "say", "he", "she", "they",
    )
)  # fmt: skip
_OPEN = re.compile(r"\b(?:if|whether|or)\b", re.IGNORECASE)


def is_asserted_before_tag(text: str, end: int) -> bool:
    """Whether what ends at `end` in a sentence that closes with a question mark stands in a
    plain statement before a tag."""
    tag = _TAG.search(text, end)
    lead = _LEADS.match(text.lstrip("\"“‘'- "))
    if tag is None or lead is None or _OPEN.search(text, 0, tag.start()):
        return False
    word = lead["word"].lower().replace("’", "'")
    return "?" not in text[: tag.start()] and word not in _ASKING
