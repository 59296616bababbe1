"""The words between two names by which one comes after the other: "X succeeded Y", "Y was followed
by X", "Y handed over to X", "X, the successor of Y"."""

from __future__ import annotations

import re
from functools import cache

from factcheck.language.post_words import BODY, OF_OFFICE, PERSON

#: what one takes from who had it before
_HELD = (
    "over|command|charge|control|office|post|job|reins|helm|baton|colou?rs|leadership|gavel"
    "|presidency|premiership|chair|role|position"
)
#: "X, who came in after Y's fall, was followed by Z": Y was not
ASIDE = re.compile(r",\s+(?:who|which|whose)\s[^,;.]*$")
#: "X followed Y to the door", "X replaced Y on the board": of no office, without a name or time
AWAY = re.compile(r"\s+(?:to|onto|through|around|out|up|down|home|back|off)\b")
#: "relieved X of his command": he did not follow
OF_IT = re.compile(r"\s+(?:of|from)\b")
THERE = re.compile(r"\s+(?:on|at)\s+(?:the\s+)?")
#: "X followed Y in Larkham": of a post that is not known
IN_PLACE = re.compile(r"\s+in\s+(?!White\s+House)(?=[A-Z])")
IN_OFFICE = re.compile(
    rf"(?:{BODY}|{OF_OFFICE}|(?:helm|head|top|post|job|position|role|office|charge|command|chair|end"
    r"|beginning|start|middle|early|late|mid|spring|summer|autumn|fall|winter|same)\b)"
)
#: "X led it until Y took over from him": between and behind the names
WHEN = re.compile(
    rf"[^.;:?!{PERSON}]{{0,100}}?\b(?:when|until|till|before)(?:\s+[A-Z][\w.'’-]*|\s+general){{0,4}}\s+"
)
FROM_HIM = re.compile(
    rf"\s+(?P<verb>relieve[sd]|succeed(?:s|ed)|replace[sd]|follow(?:s|ed)|(?:took|takes)\s+(?:the\s+)?"
    rf"(?:{_HELD})\s+from)\s+(?P<him>him|her)\b"
)
#: "X quit in May, and Y took his place": Y his own place, unless X is gone
IN_HIS_PLACE = re.compile(
    r"\s+(?P<verb>took|takes|taking|filled|fills)\s+(?P<him>his|her)\s+(?:place|post|job)"
    r"(?=\s*(?:[.,;:)]|$)|\s+(?:as|that|in\s+(?:\d|[A-Z])|on\s+(?:\d|[A-Z])|at\s+the\s+(?:head|helm|top))\b)"
)
_GOING = (
    r"quit|quits|resign(?:s|ed)|left|leaves|ste(?:ps|pped)\s+down|stood\s+down|retire[sd]|died|dies|fell"
    r"|bowed\s+out|departed|was\s+(?:fired|ousted|sacked|removed|dismissed|forced\s+out)"
)
GONE = re.compile(
    rf"[^.;:?!{PERSON}]{{0,60}}?\b(?:{_GOING})\b[^.;:?!{PERSON}]{{0,100}}?"
    rf"(?:,|;|\s(?:and|before|until|when))(?:\s+(?:and|then))?(?:\s+[A-Z][\w.'’-]*|\s+general){{0,4}}\s+"
)
#: lemmas of the same, in the sentence before
GOING = frozenset(("quit", "resign", "leave", "step", "stand", "retire", "die", "fall", "depart"))


@cache
def patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The words between two names, and whether the first one came later."""
    filler = rf"[^.;:?!{PERSON}]{{0,80}}?"
    title = r"(?:\s+the(?=\s+[A-Z]))?"
    title += r"(?:\s+(?:then[\s-])?(?:[A-Z][\w.'’-]*|general|president|prime\s+minister)){0,4}\s+"
    active = (
        rf"{filler}\b(?P<verb>succeed(?:s|ed|ing)?|replac(?:es|ed|e|ing)|follow(?:s|ed|ing)"
        rf"|reliev(?:es|ed|ing)"
        rf"|(?:took|takes|take|taking|taken|assum(?:e[sd]?|ing)|inherit(?:s|ed|ing)?)\s+(?:the\s+)?"
        rf"(?:{_HELD})\b(?:{filler})?\s+from){title}"
    )
    as_one = rf"{filler}\bas\s+(?:the\s+)?(?P<verb>successor)\s+(?:of|to){title}"
    aside = r"(?:,\s+who\s[^,.;:?!]{3,70},)?"
    noun = (
        rf"(?:,|{aside}\s+(?:is|was|became))\s+(?:the\s+)?(?P<verb>successor)"
        rf"(?:\s+(?:of|to)|,){title}"
    )
    passive = (
        rf"(?!,?\s+and\s){filler}\b(?:was|were|is|been|be)\s+"
        rf"(?P<verb>succeeded|replaced|followed|relieved)\b"
        rf"{filler}\bby(?:\s+his|\s+her)?{title}"
    )
    handing = (
        rf"{filler}\b(?P<verb>hand(?:s|ed|ing)?|gave|gives|pass(?:es|ed)?|made|makes)\s+"
        rf"(?:over|way|the\s+[\w\s{BODY}-]+?|power){filler}\s+to{title}"
    )
    whose = (
        rf"(?:['’]s)?\s+(?P<verb>successor)(?:,|\s+(?:is|was|became))?(?:\s+as\s+[^,.;:]+?)?{title}"
    )
    before = r"(?:['’]s)?\s+(?:immediate\s+)?"
    before = rf"(?:{before}|,?\s+(?:and|like|unlike|as|than)\s+(?:his|her)\s+|,\s+whose\s+)"
    whom = rf"{before}(?P<verb>predecessor)(?:,|\s+(?:is|was))?(?:\s+as\s+[^,.;:]+?)?{title}"
    said = rf"{filler}\s(?:is|was),?{title}"
    patterns = [
        (active, True),
        (as_one, True),
        (noun, True),
        (passive, False),
        (handing, False),
        (whose, False),
        (whom, True),
    ]
    made = [(re.compile(text), later) for text, later in patterns]
    return (*made, (re.compile(said), False))
