"""The verbs and nouns that tell of a spell: of its beginning, of the time itself, of its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from factcheck.language.sentences import forms
from factcheck.language.titles import is_other_title
from factcheck.language.words import word_set
from factcheck.records import Fact

if TYPE_CHECKING:
    from spacy.tokens import Token

_DOMAINS = ("member", "office")
_PHASES = ("begin", "state", "end")
#: what makes an office another one
_OTHER = frozenset(
    ("vice", "deputy", "former", "ex", "acting", "interim", "assistant", "honorary", "co",
     "associate", "candidate", "ex-", "designate")
)  # fmt: skip
#: verbs that only passive say it of their subject
_PASSIVE = frozenset(
    ("appoint", "elect", "name", "install", "admit", "expel", "sack", "dismiss", "oust", "remove",
     "fire", "swear")
)  # fmt: skip


#: passive, these tell of the end: somebody else came
_FOLLOWED = frozenset(("succeed", "replace", "follow"))
#: verbs that the tagger takes for nouns
_ALWAYS_VERBS = frozenset(("quit", "rejoined"))


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word that tells of a spell. `noun`: the noun of the office or membership, if said;
    `phase`: begin, state, end, or founding ("a founding member")."""

    token: Token
    domain: str
    phase: str
    noun: Token | None = None

    def agents(self) -> list[Token]:
        """The subjects of the word, or of what it hangs by ("became the 30th country to join")."""
        token = self.token
        behind = [t for t in token.doc[token.i + 1 : token.i + 2] if t.lower_ in ("he", "she")]
        if behind and is_whose(token):
            return behind
        if self.domain == "office" and self.phase == "state" and _is_passive(token):
            return [c for c in token.children if any(g.lower_ == "by" for g in c.subtree)]
        for _ in range(4):
            found = [c for c in token.children if c.dep_.startswith("nsubj")]
            told = [c for c in found if c.lower_ not in ("who", "which", "that")]
            if told or token.dep_ == "acl:relcl" or token.head.i == token.i:
                return told
            if token.dep_ not in ("acl", "xcomp", "obj", "obl", "nmod", "conj", "nmod:desc"):
                return []
            token = token.head
        return []


def anchors(tokens: Sequence[Token], titles: frozenset[str]) -> Iterator[Anchor]:
    """The words of a sentence that tell of a spell, left to right. `titles`: further nouns by
    which the reference calls an office ("sponsor")."""
    for token in tokens:
        if token.pos_ in ("VERB", "AUX") or token.lower_ in _ALWAYS_VERBS:
            yield from _verbs(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from _nouns(token, titles)


def speaks_of(anchor: Anchor, fact: Fact) -> bool:
    """Whether the words may speak of the property of a fact."""
    words = fact.property.lower().split("_")
    is_member = bool(word_set("spells", "member.names").intersection(words))
    if is_member != (anchor.domain == "member"):
        return False
    if is_member:
        return anchor.noun is None or anchor.noun.lemma_.lower() in _member_nouns()
    known = {*words, *fact.value.lower().replace("-", " ").split()}
    held = _held()
    if fact.property != "office_held" and not held.intersection(words):
        # an owner, a sponsor: only by its own noun
        return anchor.noun is not None and anchor.noun.lemma_.lower() in words
    if anchor.noun is None:
        return True
    if is_other_title(anchor.noun, " ".join((*words, fact.value))):
        return False  # a title is the value of an office held, else the property's name
    lemma = anchor.noun.lemma_.lower()
    parts = lemma.split("-")
    return parts[-1] in known or lemma in word_set("spells", "office.nouns")


@cache
def _verbs_of_spells() -> frozenset[str]:
    """The first words of all that tell of a spell by a verb."""
    listed = (word_set("spells", f"{domain}.{phase}") for domain in _DOMAINS for phase in _PHASES)
    return frozenset(entry.split()[0] for entries in listed for entry in entries)


def _verbs(token: Token) -> Iterator[Anchor]:
    said = set(forms(token))
    if said.isdisjoint(_verbs_of_spells()):
        return
    if token.i and token.nbor(-1).lower_ == "to" and token.lower_ in ("stay", "remain"):
        return  # "agreed to stay on until …"
    if token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "re":
        return  # "was re-elected president" is no beginning
    following = [t.lower_ for t in token.doc[token.i + 1 : token.i + 5]]
    for domain in _DOMAINS:
        for phase in _PHASES:
            for entry in word_set("spells", f"{domain}.{phase}"):
                verb, *rest = entry.split()
                if verb not in said or rest != following[: len(rest)]:
                    continue
                if following[:1] == ["behind"]:  # "leaves behind", no office
                    continue
                if verb in _PASSIVE and not _is_passive(token):
                    continue
                is_over = verb in _FOLLOWED and any(c.dep_ == "aux:pass" for c in token.children)
                yield Anchor(token, domain, "end" if is_over else phase, _as_noun(token))


def _is_passive(verb: Token) -> bool:
    """ "was elected", "elected in 2016": also where the parser takes the office for an object."""
    following = verb.doc[verb.i + 1 : verb.i + 2].text.lower()
    if verb.lemma_.lower() == "admit" and following in ("to", "into"):
        return True  # "X, admitted to Y in 2004, …"
    deps = {c.dep_ for c in verb.children}
    return verb.tag_ == "VBN" and ("aux:pass" in deps or "obj" not in deps)


def _as_noun(verb: Token) -> Token | None:
    """ "stepped down as chairman", "was elected president"."""
    for token in verb.doc[verb.i + 1 : verb.i + 12]:
        if token.lower_ == "as":
            after = token.doc[token.i + 1 : token.i + 6]
            nouns = [t for t in after if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "nmod:poss"]
            return next((t for t in nouns if _last(t) in _held()), nouns[0] if nouns else None)
        if token.dep_ in ("xcomp", "obj") and token.head.i == verb.i and _last(token) in _held():
            return token
    return None


def _nouns(noun: Token, titles: frozenset[str]) -> Iterator[Anchor]:
    """ "is a member of", "became president of", "X, director from 2001 to 2010"."""
    lemma = noun.lemma_.lower()
    if lemma in _member_nouns():
        domain = "member"
    elif _last(noun) in _held() or lemma in titles:
        domain = "office"
    else:
        return
    before = [t.lower_.rstrip("-") for t in noun.doc[max(noun.i - 3, 0) : noun.i]]
    if _OTHER.intersection(before) or _OTHER.intersection(lemma.split("-")[:-1]):
        return
    phase = _phase(noun)
    if phase and domain == "member" and word_set("spells", "founding.words").intersection(before):
        phase = "founding"
    if phase is not None:
        yield Anchor(noun, domain, phase, noun)


def _phase(noun: Token) -> str | None:
    """What the verb by a noun makes of it; of an apposition, that it is so."""
    verbs = [c for c in noun.children if c.dep_ == "cop"]
    if noun.dep_ in ("xcomp", "obj", "obl", "nmod:desc", "attr"):
        verbs.append(noun.head)
    if noun.dep_ == "nmod" and noun.head.lower_ == "one":  # "is one of its members"
        verbs += [c for c in noun.head.children if c.dep_ == "cop"]
    for verb in verbs:
        for phase in ("begin", "state"):
            if verb.lemma_.lower() in word_set("spells", f"copulas.{phase}"):
                return phase
    is_as = any(c.lower_ == "as" and c.dep_ == "case" for c in noun.children)
    is_as = is_as and not any(_verbs(noun.head))
    led = [t.lower_ for t in noun.doc[max(noun.i - 2, 0) : noun.i]]
    is_as = is_as or (led == ["at", "the"] and noun.lower_ in ("head", "helm", "top"))
    return "state" if noun.dep_ == "appos" or is_as or is_whose(noun) else None


def is_whose(noun: Token) -> bool:
    """ "Y, whose director he had been since 2004": what the verb behind it says of somebody."""
    led = any(c.lower_ == "whose" for c in noun.children)
    behind = noun.doc[noun.i + 1 : noun.i + 5]
    return led and any(t.lemma_.lower() in ("be", "remain") for t in behind)


def _last(noun: Token) -> str:
    return noun.lemma_.lower().split("-")[-1]


def _held() -> frozenset[str]:
    offices = word_set("spells", "office.nouns") | word_set("spells", "office.titles")
    return (word_set("terms", "held") | offices) - {"office", "power"}


def _member_nouns() -> frozenset[str]:
    return word_set("spells", "member.nouns")
