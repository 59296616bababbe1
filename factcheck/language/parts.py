"""Whether a figure is one of a part, of a whole of which the part is meant, or of another thing.

"29,000 of the 47,000", "55,000 of the 165,000 soldiers abroad", "brought 7,000 soldiers home".
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from factcheck.language.changes import is_whole
from factcheck.language.fitting_kinds import own_words
from factcheck.language.linking import Link
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence, forms
from factcheck.language.strangers import case_of
from factcheck.language.trees import clause_of, depends_on
from factcheck.language.wording import LIGHT
from factcheck.language.words import change_verbs, word_set
from factcheck.measures.values import Value
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: so many may be told one by one, as countries are and soldiers are not
_FEW = 100
#: so many letters a noun has in common with the verb that it is made of
_STEM = 6
_NUMBERS = frozenset(("number", "count", "total", "strength"))
_MENDING = re.compile(r"\b(?:sorry|i mean|rather|correction|excuse me)\b", re.IGNORECASE)
#: what a whole is named by
_NAMING = ("NOUN", "PROPN", "ADJ", "NUM")
_WHOSE = frozenset(("its", "their", "his", "her", "our", "my", "your"))
_PLACING = frozenset(("in", "on", "at", "for", "across", "from"))


def is_in_row(value: Value, sentence: Sentence) -> bool:
    """ "at 932, 944.1 and 950.7 billion in the three years that followed": which is of which time
    is left to the reader."""
    start = sentence.span(value.start, value.end).start
    before = [t.lower_ for t in sentence.doc[max(start - 4, 0) : start]]
    numbers = [t.like_num for t in sentence.doc[max(start - 4, 0) : start]]
    return before[1::2] == [",", "and"] and numbers[::2] == [True, True]


def is_part(link: Link, value: Value, sentence: Sentence) -> bool:
    """ "29,000 of the 47,000", "4,000 of them", "20 billion of its budget"."""
    end = sentence.span(value.start, value.end).end
    following = sentence.doc[end : end + 5]
    start = sentence.span(value.start, value.end).start
    before = [t.lower_ for t in sentence.doc[max(start - 2, 0) : start]]
    if before[:1] == ["of"] and before[1:] in (["the"], ["its"], ["their"]):
        ends = [sentence.span(v.start, v.end).end for v in sentence.values if v.kind == value.kind]
        if any(0 <= start - 2 - end < 2 for end in ends):  # "371 billion of the 960 billion"
            return True
    if len(following) < 2 or following[0].lower_ != "of":
        return False
    if following[1].lower_ in ("them", "whom", "which", "these", "those"):
        return True
    if is_of_its_own(value, link.property, sentence):
        return True
    spans = [sentence.span(v.start, v.end) for v in sentence.values if v.kind == value.kind]
    return following[1].lower_ in ("the", "its", "their", "some", "about") and any(
        span.start in (end + 2, end + 3) for span in spans
    )


def is_of_its_own(value: Value, each: Property, sentence: Sentence) -> bool:
    """ "20 billion of its budget": a part of what the property tells as a whole."""
    end = sentence.span(value.start, value.end).end
    words = [t.lower_ for t in sentence.doc[end : end + 2]]
    if value.kind != "amount" or words[:1] != ["of"] or not _WHOSE.issuperset(words[1:]):
        return False
    behind = takewhile(lambda t: t.pos_ in _NAMING, sentence.doc[end + 2 :])
    return any(not own_words(each).isdisjoint(forms(t)) for t in behind)


def is_share(link: Link, value: Value, token: Token, sentence: Sentence) -> bool:
    """ "18 of the 32 allies met the target": how many do what the property says."""
    verb = sentence.doc[link.hit.start]
    says = link.hit.form == "verb" and verb.lemma_.lower() not in LIGHT
    acts = token.dep_.startswith("nsubj") and token.head.i == verb.i
    return says and acts and isinstance(value.value, Decimal) and value.value < _FEW


def _acts(link: Link, sentence: Sentence) -> bool:
    """ "The number of soldiers fell to 73,280": what is counted is what the verb is said of."""
    counted = {word.split()[-1] for word in (*link.property.counts, *link.property.nouns)}
    agents = [c for c in sentence.doc[link.hit.start].children if c.dep_.startswith("nsubj")]
    nouns = [*agents, *(c for a in agents for c in a.children if c.dep_ == "nmod")]
    return any(counted.intersection(forms(noun)) for noun in nouns)


def is_counted(link: Link, value: Value, sentence: Sentence) -> bool:
    """ "28,500 troops", "18 of the allies"."""
    span = sentence.span(value.start, value.end)
    if value.of is not None or sentence.doc[span.end : span.end + 1].text == "of":
        return True
    if _is_counted_before(value, link, sentence) or _is_number_of(value, link, sentence):
        return True
    return _acts(link, sentence) or _is_bracketed(span, link, sentence)


def _is_counted_before(value: Value, link: Link, sentence: Sentence) -> bool:
    """ "54,000 troops are in Japan; South Korea hosts 28,500": what they count is said once."""
    counted = {word.split()[-1] for word in link.property.counts}
    place = sentence.span(value.start, value.end)
    after = sentence.doc[place.end : place.end + 1]
    is_bare = not any(t.pos_ in ("NOUN", "PROPN", "ADJ") for t in after)
    if not is_bare or not _is_many(value):
        return False
    others = [v for v in sentence.values if v.kind == "number" and v.of and v.end <= value.start]
    ends = [sentence.span(v.start, v.end).end for v in others if _is_many(v)]
    nouns = [t for end in ends for t in sentence.doc[end : min(end + 4, place.start)]]
    return any(counted.intersection(forms(noun)) for noun in nouns)


def _is_many(value: Value) -> bool:
    return isinstance(value.value, Decimal) and value.value > _FEW


def _is_number_of(value: Value, link: Link, sentence: Sentence) -> bool:
    """ "The number of troops has risen to 100,000", said in the clause of the figure itself."""
    counted = {word.split()[-1] for word in link.property.counts}
    agents = [c for c in clause_of(sentence.token(value)).children if c.dep_.startswith("nsubj")]
    return any(
        noun.dep_ == "nmod" and counted.intersection(forms(noun))
        for agent in agents
        if agent.lemma_.lower() in _NUMBERS
        for noun in agent.children
    )


def _is_bracketed(span: Span, link: Link, sentence: Sentence) -> bool:
    """ "A (54,000) and B (34,700) host the most troops": what they count is said once."""
    around = sentence.doc[max(span.start - 2, 0) : span.end + 1]
    own = {t.i for group in link.subject.tokens for t in group}
    is_own = around[0].i in own and around[1].text == "(" and around[-1].text == ")"
    return is_own and any(
        hit.form == "count" and link.property in hit.properties for hit in sentence.hits
    )


def is_word_of_other(link: Link, value: Value, sentence: Sentence) -> bool:
    """ "200 billion in cash and 150 billion in ships": "ships" is said of the second."""
    start, end = link.hit.start, sentence.span(value.start, value.end).end
    if _is_of_own_change(link, value, sentence) or _is_given_another(link, value, sentence):
        return True
    ends = [sentence.span(v.start, v.end).end for v in sentence.values
            if v.kind == value.kind and v.start >= value.end]  # fmt: skip
    near = [
        other
        for other in ends
        if end < other <= start < other + 3 and sentence.doc[other].lower_ in _PLACING
    ]
    return link.hit.form == "noun" and bool(near)


def _is_given_another(link: Link, value: Value, sentence: Sentence) -> bool:
    """ "are limited to 50 billion a year under the deal, which says how A is to place 350 billion",
    "paid 500 million a year for 5 billion of safety": the words have a figure of their own."""
    token, hit = sentence.token(value), sentence.doc[link.hit.start]
    between = [sentence.token(v) for v in sentence.values
               if v.kind == value.kind and hit.idx < v.start - sentence.start
               and v.end < value.start]  # fmt: skip
    own = [other for other in between if clause_of(other).i == clause_of(hit).i]
    if not own or hit.pos_ != "VERB":
        return False
    if clause_of(token).i == clause_of(hit).i:
        return case_of(token) == "for"
    head = clause_of(token)
    return head.pos_ == "VERB" and head.dep_ != "conj" and depends_on(head, clause_of(hit))


def _mended(value: Value, sentence: Sentence) -> Value | None:
    """The figure that a bare one takes the place of: "sent 100,000 troops, no, sorry, 10,000"."""
    before = [v for v in sentence.values if v.kind == value.kind and v.end <= value.start]
    if value.of is not None or not before:
        return None
    said = sentence.quote(before[-1].end, value.start)
    return before[-1] if _MENDING.search(said) else None


def _is_of_own_change(link: Link, value: Value, sentence: Sentence) -> bool:
    """ "The rise of 13.9 percent combines the growth of the budget with …": of that rise alone."""
    start = sentence.span(value.start, value.end).start
    of, noun = sentence.doc[max(start - 1, 0)], sentence.doc[max(start - 2, 0)]
    changes = change_verbs()
    is_change = of.lower_ == "of" and not changes.isdisjoint(forms(noun))
    return is_change and not link.hit.start <= noun.i < link.hit.end


def is_whole_or_moved(link: Link, value: Value, token: Token, sentence: Sentence) -> bool:
    """ "55,000 of the 165,000 soldiers abroad", "brought 7,000 soldiers home"."""
    mended = _mended(value, sentence)
    if mended and is_whole_or_moved(link, mended, sentence.token(mended), sentence):
        return True
    span = sentence.span(value.start, value.end)
    before = [t.lower_ for t in sentence.doc[max(span.start - 3, 0) : span.start]]
    if is_whole(value, sentence):
        return True
    if "of" in before and before[-1:] != ["of"]:
        alike = [v for v in sentence.values if v.kind == value.kind and v != value]
        stop = next((t.i for t in sentence.doc[span.end : span.end + 6] if t.is_punct), None)
        behind = range(span.end, stop or span.end + 6)
        named = all(any(t.i in behind for t in group) for group in link.subject.tokens if group)
        return bool(alike) and not named
    verb = token.head if token.dep_ in ("obj", "nsubj:pass") else None
    own = {word for phrase in link.property.verbs for word in phrase.split()}
    moving = word_set("narrowing", "moving") - own
    near = [t for t in sentence.doc[max(span.start - 2, 0) : span.start] if t.pos_ == "VERB"]
    if verb is not None and _leads_away(verb, sentence.doc[span.end : span.end + 6]):
        moving |= {"take"}
    return any(verb.lemma_.lower() in moving for verb in (*near, *([verb] if verb else ())))


def _leads_away(verb: Token, following: Span) -> bool:
    """ "take 5,000 of its soldiers out of Germany", but not "took 15 rounds to hammer out"."""
    return any(
        t.lower_ in ("out", "home", "away")
        and (t.head.i == verb.i or t.doc[t.i + 1 : t.i + 2].text.lower() == "of")
        for t in following
    )


def is_only_counted(hit: Hit, each: Property, sentence: Sentence, context: Context) -> bool:
    """ "900 people live there" of how many died: where a topic has no words of its own, "people"
    tells nothing without another word for what they did."""
    words = range(hit.start, hit.end)
    if hit.form != "count" or not context.names.is_bare(each.topic):
        return False
    names = each.name.split("_")
    said = {form for i in words for form in forms(sentence.doc[i])}
    if not said.isdisjoint((*names, *(name.removesuffix("s") for name in names))):
        return False
    stems = {name[:_STEM] for name in names if len(name) >= _STEM}
    if any(token.lower_[:_STEM] in stems for token in sentence.tokens):  # "290 people survived"
        return False
    return not any(
        each in other.properties and other.start not in words
        for other in sentence.hits
        if other.form != "count"
    )
