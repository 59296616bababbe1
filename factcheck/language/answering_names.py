"""Which part a name has beside a verb or noun: whether it answers who, what or where.

Agent of the verb, its place, predicate of the noun; read from the tree and, where a tree errs
often, from the words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.language.appointing import gets, is_made, is_predicate
from factcheck.language.clefts import clefted
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.subjects import Subject
from factcheck.language.trees import distance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: how far a name may be from the word that it answers
NEAR = 4.0
_WHO = ("who", "which", "that")
#: what stands before "of" and the name of a place
_SORTS = frozenset(("island", "city", "town", "village", "state", "province", "region", "port"))
_TAKING_PLACE = frozenset(("hold", "stage", "locate", "situate", "base", "house", "play", "build"))
#: before what somebody's part is not that of
_ELSE = frozenset(("before", "after", "since", "until", "till", "against", "without", "despite"))
_YEAR = re.compile(r"[12]\d{3}")
#: what those do who come together
_MEETING = frozenset(("meet", "gather", "assemble", "convene"))
#: complements that tell more of a verb, and are not what it is said of
_LOOSE = frozenset(("obl", "nmod", "obl:unmarked", "nmod:unmarked", "advmod"))


def is_said_of(hit: Hit, subject: Subject, sentence: Sentence) -> bool:
    """Whether a verb or noun is said of the subject itself: not "a book about X was written by"."""
    words = sentence.doc[hit.start : hit.end]
    head = next((t for t in words if hit.form == "verb" and t.pos_ == "VERB"), words[-1])
    above = [t for t in head.ancestors if t.dep_ in ("conj", "xcomp") or t.i == head.head.i]
    chain = [head, *above]
    has_object = hit.form == "verb" and hit.end - hit.start > 2  # "cut the ribbon at X"
    own = [t for group in subject.tokens for t in group]
    if hit.noun is not None:  # "the jury of X was led": of nothing else
        of = {c.i for c in sentence.doc[hit.noun].children if c.dep_ in ("nmod", "nmod:poss")}
        return bool(of) and of <= {t.i for t in own}
    for token in own:
        if any(token.head.i == one.i and token.dep_ not in _LOOSE for one in chain):
            return True
        if has_object and hit.start <= token.head.i < hit.end <= token.i:
            return True
        if any(token.i in (one.i, one.head.i) for one in chain):
            return True
        if token.head.dep_ == "acl" and token.head.head.i == head.head.i:  # "known as X, based in"
            return True
    return hit.form == "noun" and any(_is_of(t, head) or _is_then(t, head) for t in own)


def _is_of(token: Token, noun: Token) -> bool:
    """ "chairman of X", but "chairman before X"."""
    case = (c.lower_ for c in token.children if c.dep_ == "case")
    return token.head.i == noun.i and _ELSE.isdisjoint(case)


def _is_then(event: Token, noun: Token) -> bool:
    """ "prime minister at the time of X", "during X", "when X was held"."""
    at = (noun.i, noun.head.i)
    if any(c.dep_ == "nmod" and any(d.lower_ == "of" for d in c.children) for c in noun.children):
        return False  # "prime minister of Y during X"
    if event.head.lower_ == "time":
        return event.head.head.i in at
    if event.dep_.startswith("nsubj") and event.head.dep_ == "advcl":
        return event.head.head.i in at and any(c.lower_ == "when" for c in event.head.children)
    return event.head.i in at and any(c.lower_ == "during" for c in event.children)


def is_answer_to(token: Token, hit: Hit, sentence: Sentence) -> bool:
    """Agent of the verb ("by X", "X signed"), its place ("in X"), or predicate of the noun."""
    head = sentence.doc[hit.end - 1] if hit.form == "noun" else sentence.doc[hit.start]
    if hit.form == "verb":
        said = sentence.doc[hit.start : hit.end]
        head = next((t for t in said if t.pos_ == "VERB"), head)  # "was born"
        if token.dep_ == "nsubj" and any(_is_counted(c) for c in head.children):
            return False
        if _is_by(token, head) or _is_elliptic(token, head) or clefted(token, head):
            return True
        if _is_right_behind(token, head) or _is_in_phrase(token, hit):
            return True
        noun = head.head  # "X, the company that makes it"
        is_set = noun.dep_ == "appos" and noun.head.i == token.i
        if head.dep_ == "acl:relcl" and (is_set or noun.i == token.i):
            return not _is_in_its_description(token) and any(
                c.lower_ in _WHO and c.dep_ == "nsubj" for c in head.children
            )
        if _is_carried_out(head):
            return token.head.i == noun.i and token.dep_ == "nsubj"
        return token.head.i == head.i and _has_role(token)
    if hit.form != "noun" or distance(token, head) > NEAR:
        return False
    if token.dep_ == "appos" or head.dep_ == "appos":
        above = token.head  # "the director of the Hall, X": the parser hangs X by the hall
        by_its_own = token.dep_ == "appos" and above.dep_ == "nmod" and above.head.i == head.i
        return token.head.i == head.i or head.head.i == token.i or by_its_own
    if head.dep_ == "acl:relcl" and head.head.i == token.i:  # "X, who was chairman"
        return any(c.lower_ == "who" and c.dep_ == "nsubj" for c in head.children)
    if _is_called(token, sentence.doc[hit.start]) or _is_after_its_body(token, head, sentence):
        return True
    if _is_in(token, head):
        return True
    if token.dep_ == "nmod" and token.head.i == head.i:  # "a member of X", "signatures of X"
        of = any(c.lower_ == "of" and c.dep_ == "case" for c in token.children)
        return of and (
            any(child.dep_ == "cop" for child in head.children) or head.dep_ in ("obj", "obl")
        )
    if token.dep_.startswith("nsubj") and is_predicate(head, token.head):
        return True
    if is_made(token, head):
        return True
    if gets(token, head):
        return True
    return any(
        one.dep_.startswith("nsubj") and one.head.i == other.i
        and any(child.dep_ == "cop" for child in other.children)
        for one, other in ((token, head), (head, token))
    )  # fmt: skip


def _is_carried_out(verb: Token) -> bool:
    """ "X agreed to buy Y", "X and Y met in Z to sign it"."""
    above = verb.head.lemma_.lower()
    is_to = any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)
    met = verb.dep_ in ("advcl", "xcomp") and above in _MEETING and verb.head.tag_ == "VBD"
    return is_to and (met or (verb.dep_ == "xcomp" and above == "agree"))


def called(token: Token) -> tuple[Token, str]:
    """ "the town of X": the noun for its sort, which stands for the name, and that sort."""
    noun, of = token.head, any(c.lower_ == "of" and c.dep_ == "case" for c in token.children)
    if of and token.dep_ == "nmod" and noun.lower_ in _SORTS:
        return noun, noun.lower_
    return token, ""


def is_set_beside(name: Span, noun: Token) -> bool:
    """ "its president, X, said": a name between commas right behind the noun of its part."""
    before, after = name.doc[noun.i + 1 : name.start], name.doc[name.end : name.end + 1]
    is_listed = name.doc[name.end + 1 : name.end + 2].text.lower() in ("and", "or", "but")
    deps = ("appos",) if is_listed else ("appos", "conj")  # which the parser mixes up
    is_beside = name.root.dep_ in deps and name.root.head.i == noun.i
    return is_beside and before.text == "," and after.text in (",", ".", "")


def _is_called(name: Token, noun: Token) -> bool:
    """ "with X the runner-up", "with X as host", whatever the tree says."""
    between = [t.lower_ for t in name.doc[name.i + 1 : noun.i] if t.dep_ not in ("flat", "amod")]
    return bool(between) and between in (["the"], ["as"], ["as", "the"])


def _is_after_its_body(name: Token, noun: Token, sentence: Sentence) -> bool:
    """ "the director of the Hall, X, said", whatever the tree says."""
    mentions = [sentence.span(m.start, m.end) for m in sentence.mentions]
    own = next((span for span in mentions if span.start <= name.i < span.end), None)
    if own is None or own.start < 4 or sentence.doc[own.start - 1].text != ",":
        return False
    body = next((span for span in mentions if span.end == own.start - 1), None)
    if body is None or sentence.doc[own.end : own.end + 1].text not in (",", ".", ""):
        return False
    before = body.start - 1
    if sentence.doc[before].lower_ == "the":
        before -= 1
    return before - 1 == noun.i and sentence.doc[before].lower_ == "of"


def _is_counted(part: Token) -> bool:
    """ "won 72 seats" is not "won the election"."""
    counts = (c.text for c in part.children if c.dep_ == "nummod")
    return part.dep_ == "obj" and not all(map(_YEAR.fullmatch, counts))


def _is_in(token: Token, noun: Token) -> bool:
    """ "has its headquarters in X", "the ceremony took place in X": the place of what is named."""
    if not any(c.lower_ in ("in", "at") and c.dep_ == "case" for c in token.children):
        return False
    if noun.dep_.startswith("nsubj") and noun.head.lemma_.lower() not in _TAKING_PLACE:
        of = token.head  # "the headquarters of X in Y"
        return of.i == noun.i or (of.dep_ == "nmod" and of.head.i == noun.i)
    return token.i > noun.i and token.head.i in (noun.i, noun.head.i) and noun.dep_ != "nsubj"


def _is_in_its_description(name: Token) -> bool:
    """ "Ada Holt, at the head of the Larkham Union, who led": by "who" the first is meant."""
    above = name
    while above.dep_ == "nmod" and above.head.i < above.i:
        above = above.head
    return above.i != name.i and above.pos_ == "PROPN" and above.i + 1 < name.left_edge.i


def _is_by(token: Token, verb: Token) -> bool:
    """ "signed in Larkham on Monday by X": the last verb before "by", whatever the tree says."""
    if verb.tag_ != "VBN" or not (
        any(c.lower_ == "by" for c in token.children) or _follows_by(token)
    ):
        return False
    verbs = [t for t in token.doc[: token.i] if t.pos_ == "VERB"]
    return bool(verbs) and verbs[-1].i == verb.i


def _is_in_phrase(token: Token, hit: Hit) -> bool:
    """ "took place at X": the place hangs by the noun of the phrase."""
    last = token.doc[hit.end - 1]
    if hit.end - hit.start > 1 and any(c.i == last.i for c in token.children if c.dep_ == "case"):
        return True  # "hails from X"
    within = hit.start < token.head.i < hit.end
    return within and any(c.lower_ in ("in", "at") and c.dep_ == "case" for c in token.children)


def _is_right_behind(token: Token, verb: Token) -> bool:
    """ "sits in X", "born in X", whatever the tree says."""
    edge = min((t.i for t in token.subtree if t.dep_ in ("flat", "compound")), default=token.i)
    edge = min(edge, token.i)
    return edge == verb.i + 2 and token.doc[verb.i + 1].lower_ in ("in", "at")


def _follows_by(token: Token) -> bool:
    """Whether "by" stands before a name and its titles, whatever the tree says."""
    for other in reversed(list(token.doc[max(token.i - 6, 0) : token.i])):
        if other.lower_ == "by":
            return True
        if other.pos_ not in ("PROPN", "NOUN", "ADJ", "DET", "PUNCT") or other.text == ",":
            return False
    return False


def _is_elliptic(token: Token, verb: Token) -> bool:
    """ "X signed for the one side, Y for the other": the verb is not said again."""
    if token.head.i != verb.i or token.dep_ not in ("parataxis", "conj", "appos"):
        return False
    return token.i > verb.i and not any(t.pos_ in ("VERB", "AUX") for t in token.subtree)


def _has_role(token: Token) -> bool:
    if token.dep_ in ("nsubj", "nsubj:pass", "obj", "obl:agent"):
        return True
    case = {c.lower_ for c in token.subtree if c.dep_ == "case" and c.i < token.i}
    wanted = {"to"} if token.head.lemma_.lower() == "belong" else {"by", "in", "at"}
    return token.dep_ == "obl" and not wanted.isdisjoint(case)
