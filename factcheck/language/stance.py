"""How a claim is put forward: asserted, reported, reported as false, or not a claim at all
(question, demand, hypothetical, prediction, opinion); and by whom.

Looks up the tree from the words on which the claim turns, at everything that governs them,
and at the surface for what a wrong tree would hide. In doubt it says that nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from factcheck.language.granted import is_granted, lies_granted
from factcheck.language.negation import denied_behind, is_negated
from factcheck.language.questions import is_asked
from factcheck.language.stances import Stance
from factcheck.language.trees import is_told_beside, lies_there, participle_of, semicolons, text_of
from factcheck.language.unreal import (
    as_modal,
    is_agreed,
    is_had,
    is_no_wish,
    is_only_saying,
    joined_claims,
    modal_before,
    supposed,
    wanted_before,
)
from factcheck.language.words import agreement_nouns, word_set, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_OBJECTS = (
    "ccomp", "xcomp", "obj", "csubj", "csubj:pass", "nsubj:pass", "iobj", "acl", "acl:relcl",
)  # fmt: skip


def stance_of(span: Span, token: Token, aims: frozenset[str] = frozenset()) -> Stance:
    """The stance of what is said by `span`, which hangs in the tree by `token`; `aims`: words
    for wishes that are none here."""
    if is_asked(token):
        return Stance(reason="question", why="the sentence asks")
    negated = is_negated(span, token)
    found = (
        (None if lies_granted(token) else supposed(token.doc))
        or _false_phrase(span)
        or _governed_false(token)
        or _governed_wanted(span, token, aims)
        or wanted_before(token, aims)
        or _modal(token, aims)
        or _governed_said(token)
        or _beside(token)
    )
    if found is None:
        return Stance(negated=negated)
    return replace(found, negated=negated)


@cache
def _false_pattern() -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, words("stance")["false_phrases"]))
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


#: what a clause set behind says of the figure before it: "…, a number that is wrong"
_CALLED_FALSE = re.compile(
    r"[^.;:!?]{0,60},\s+an?\s+(?:\w+\s+){0,2}?(?:figure|number|claim|assertion|statement|total|sum)\s"
    r"[^,.;!?]{0,60}?\b(?P<why>contradict\w*|disput\w+|disprove[sdn]?|debunked|refute[sd]?|wrong|"
    r"false|incorrect|inaccurate|inflated|exaggerated|at odds|no basis|unsupported|not true)\b",
    re.IGNORECASE,
)


#: who says so, put in: "It is not true, the company told shareholders, that …"
_ASIDE = re.compile(r"^,\s[^,;:.]{3,60},\s(?=that\b)")


def _false_phrase(span: Span) -> Stance | None:
    """ "contrary to X, …": what stands between the phrase and the next comma is called false."""
    text = text_of(span.doc)
    if (after := _CALLED_FALSE.match(text, span.end_char)) is not None:
        return Stance("reported_as_false", why=f"“{after.group('why')}”")
    if (denied := denied_behind(text, span.end_char)) is not None:
        return Stance("reported_as_false", why=f"“{denied}”")
    for match in _false_pattern().finditer(text, 0, span.start_char):
        between = _ASIDE.sub(" ", text[match.end() : span.start_char])
        if not re.search(r"[,;:]", between):
            return Stance("reported_as_false", why=f"“{match.group()}”")
    return None


def governors(token: Token) -> Iterator[tuple[Token, Token]]:
    """(governor, the child on the path to `token`), inside out; coordination leads sideways,
    and loose clauses (parataxis) and what is taken for granted are governed by nothing."""
    child = token
    while child.head.i != child.i:
        governor = child.head
        first, last = sorted((governor.i, child.i))
        set_apart = any(first <= place < last for place in semicolons(child.doc))
        if child.dep_ == "parataxis" or set_apart or is_granted(child):
            return
        if child.dep_ != "conj":
            yield governor, child
        child = governor


def _governed_false(token: Token) -> Stance | None:
    for governor, child in (*governors(token), *joined_claims(token)):
        found = _as_false(governor, child, participle_of(governor).lemma_.lower())
        if found:
            return found
    return None


def _governed_wanted(span: Span, token: Token, aims: frozenset[str]) -> Stance | None:
    figure = any(t.like_num for t in span)
    for governor, child in governors(token):
        lemma = governor.lemma_.lower()
        found = _as_wanted(governor, child, lemma, figure)
        if found and lemma not in aims:
            return found
    return None


def _governed_said(token: Token) -> Stance | None:
    for governor, child in governors(token):
        lemma = governor.lemma_.lower()
        if governor.i < 6 and _false_pattern().match(text_of(governor.doc)):
            continue  # the saying in "contrary to what is often said"
        if lemma in word_set("stance", "say") and child.dep_ in ("ccomp", "obj", "xcomp"):
            return _said(governor)
        if lemma in word_set("stance", "say_nouns") and child.dep_ in ("acl", "ccomp", "acl:relcl"):
            return Stance("reported", why=f"“{governor.text}”")
    return None


def _as_false(governor: Token, child: Token, lemma: str) -> Stance | None:
    lemma = lies_there(governor, lemma)
    false = Stance("reported_as_false", why=f"“{governor.text}”")
    if lemma in word_set("stance", "false_verbs") and child.dep_ != "nsubj":
        return false
    if lemma in word_set("stance", "false_nouns") and child.dep_ not in ("nmod:poss",):
        return false
    if lemma in word_set("stance", "false_adjectives") and governor.dep_ != "amod":
        return false
    below = {c.lower_ for c in governor.children}
    if below & word_set("stance", "false_adverbs") or below & word_set("stance", "distancing"):
        return false
    if lemma in word_set("stance", "say_nouns") and below & word_set("stance", "false_adjectives"):
        return false
    return None


def _is_only_unsure(verb: Token) -> bool:
    """ "I think we have 28,000": no opinion, where a figure is given, but a hedge."""
    agents = [c.lower_ for c in verb.children if c.dep_ == "nsubj"]
    return verb.lemma_.lower() in ("think", "guess", "reckon", "believe") and agents == ["i"]


def _as_wanted(governor: Token, child: Token, lemma: str, figure: bool) -> Stance | None:
    why = f"“{governor.text}”"
    is_verb = governor.pos_ in ("VERB", "AUX")
    if is_verb and lemma in word_set("stance", "question") and child.dep_ == "ccomp":
        return Stance(reason="question", why=why)
    is_opinion = is_verb and lemma in word_set("stance", "opinion") and child.dep_ == "ccomp"
    if is_opinion and not (figure and _is_only_unsure(governor)):
        return Stance(reason="opinion", why=why)
    if is_verb and any(c.dep_ == "aux:pass" for c in governor.children):
        if lemma in word_set("stance", "meant") and child.dep_ == "xcomp":
            return Stance("reported", why=why, tentative=True)
        return None  # "is expected to", "was asked": nobody here wants it
    if is_no_wish(governor, child):
        return None
    if is_verb and lemma == "mean" and child.dep_ == "xcomp":  # "means to spend 5 percent"
        return Stance(reason="demand", why=why)
    if is_verb and lemma in word_set("stance", "demand") and child.dep_ in (*_OBJECTS, "obl"):
        if lemma in word_set("stance", "say") and child.dep_ == "ccomp":
            return None
        if _is_laid_down(governor):
            return None
        return Stance(reason="demand", why=why)
    if not is_verb and lemma in word_set("stance", "demand_nouns"):
        is_none = is_agreed(governor) or _is_laid_down(governor)
        return None if is_none else Stance(reason="demand", why=why)
    return None


def _is_laid_down(word: Token) -> bool:
    """ "the accord calls for a rise of 5 percent": what is agreed, no demand; also where the parser
    takes the verb for a noun."""
    agreed = agreement_nouns()
    does = [c for c in word.children if c.dep_ == "nsubj"]
    if word.lower_ == "calls" and word.doc[word.i + 1 : word.i + 2].text == "for":
        does += [c for c in word.children if c.dep_ == "compound" and c.i + 1 == word.i]
    return any(c.lemma_.lower() in agreed for c in does)


def _said(verb: Token) -> Stance:
    who = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    if who is None or who.lower_ in ("i", "we", "it"):
        return Stance(why=f"“{verb.text}”")
    return Stance("reported", by=_written(who.subtree), why=f"“{verb.text}”")


def _written(words: Iterable[Token]) -> str:
    """Who is named, as written: in "…, estimates show" without the comma before."""
    return "".join(token.text_with_ws for token in words).strip(" ,")


def _modal(token: Token, aims: frozenset[str]) -> Stance | None:
    """would, could, if … in the clause of `token` or in a clause that governs it."""
    heads = [token, *(governor for governor, _ in governors(token))]
    if token.dep_ == "conj":
        heads.append(token.head)
    for head in heads:
        if is_only_saying(head):
            continue
        for child in head.children:
            lemma = child.lower_
            modals = word_set("stance", "hypothetical") - aims
            if child.dep_ in ("aux", "aux:pass") and lemma in modals and not is_had(child):
                return as_modal(child)
            if child.dep_ in ("mark", "advmod") and lemma in word_set("stance", "conditional"):
                return Stance(reason="hypothetical", why=f"“{child.text}”")
        if is_told_beside(head):
            return None
    return modal_before(token, aims)


def _beside(token: Token) -> Stance | None:
    """ "…, he said" and "according to …" beside the clause."""
    for other in token.doc:
        if other.lower_ == "according":
            by = _written(t for t in other.head.subtree if t.i > other.i + 1).rstrip(" ,.")
            return Stance("reported", by=by or None, why="“according to”")
        is_say = other.dep_ == "parataxis" and other.lemma_.lower() in word_set("stance", "say")
        if is_say and not other.is_ancestor(token):
            return _said(other)
    return None
