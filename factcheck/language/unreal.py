"""What is only supposed, wanted or told as fiction, read from the order of the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language.modifiers import AGREEING
from factcheck.language.stances import Stance
from factcheck.language.trees import text_of
from factcheck.language.words import word_set
from factcheck.measures.physical import physical_unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_FICTION = re.compile(
    r"^in (?:the|a|an|his|her|this|one) (?:\w+ )?"
    r"(?:novel|film|movie|play|game|scenario|simulation|series|show|thriller|book|exercise)\b",
    re.IGNORECASE,
)

#: what is only supposed, to see where it leads
_ARGUED = re.compile(
    r"^\W*(?:just |let us |let['’]s )?say,|\bfor (?:the sake of argument|argument['’]s sake)\b",
    re.IGNORECASE,
)

#: what is not there yet: "When it is finished the ground will seat 105,000"
_UNFINISHED = re.compile(
    r"^\W*(?:when|once|after|as soon as)\b[^,;]{0,40}\b(?:is|are|gets?|have been|has been)\s+"
    r"(?:fully\s+)?(?:finished|completed?|done|(?:re)?built|ready|renovated|expanded)\b"
    r"[^;]*\b(?:will|would|is to|are to)\b",
    re.IGNORECASE,
)
#: verbs that, in the past, say that what follows was done: "had to end it"
_CARRIED_OUT = frozenset(("have", "manage", "decide", "proceed", "choose", "get", "come", "go"))
_BEING = frozenset(("is", "are", "was", "were", "been", "'s", "'re", "’s", "’re"))
_PROMISES = frozenset(("promise", "pledge", "agreement", "commitment", "assurance", "deal"))
_WOULD = frozenset(("would", "'d", "’d"))
_DOES = frozenset(("do", "does", "did"))
#: what somebody assumes who takes it over
_TAKEN = frozenset(("command", "control", "charge", "duty", "leadership", "responsibility",
                    "chairmanship", "helm"))  # fmt: skip


def is_no_wish(verb: Token, child: Token) -> bool:
    """ "weighs 1,025 kg", "weighs in at 5 billion", "assumed command in May", "needed eight
    rounds": verbs of wishing and supposing that say something else here."""
    lemma = verb.lemma_.lower()
    after = verb.doc[verb.i + 1 : verb.i + 3].text.lower()
    if lemma == "weigh":
        return physical_unit(child.text) is not None or after == "in at"
    if verb.lower_ == "needed" and child.dep_ == "obj":
        return verb.tag_ == "VBD"
    taken = word_set("terms", "posts") | word_set("terms", "held") | _TAKEN
    return lemma == "assume" and any(
        c.dep_ == "obj" and c.lemma_.lower() in taken for c in verb.children
    )


def wanted_before(token: Token, aims: frozenset[str] = frozenset()) -> Stance | None:
    """ "expects … to drop to 20,000": a wish in front, an infinitive between, no finite verb."""
    infinitive = False
    for other in reversed(list(token.doc[: token.i])):
        infinitive = infinitive or (other.lower_ == "to" and other.tag_ == "TO")
        lemma = other.lemma_.lower()
        if lemma in aims:
            continue
        if (
            other.tag_ in ("VB", "VBD", "VBP", "VBZ", "VBG")
            and infinitive
            and lemma in word_set("stance", "wanting")
        ):
            return Stance(reason="demand", why=f"“{other.text}”")
        if infinitive and lemma in word_set("stance", "demand_nouns") and other.pos_ == "NOUN":
            return Stance(reason="demand", why=f"“{other.text}”")
        if other.text in (";", ":", ".") or other.tag_ in ("VBD", "VBZ", "VBP"):
            return None
    return None


def supposed(doc: Doc) -> Stance | None:
    """The stance of a sentence that only supposes; None for others."""
    if _opens_unreal(doc):
        return Stance(reason="hypothetical", why=f"“{doc[0].text} …”")
    return None


def _opens_unreal(doc: Doc) -> bool:
    """ "Were the state to cut …", "Had he won …", "Imagine …": the whole sentence supposes."""
    first = doc[0].lower_
    if any(found.search(text_of(doc)) for found in (_FICTION, _ARGUED, _UNFINISHED)):
        return True
    if first in ("imagine", "suppose", "supposing", "assume", "assuming"):
        return True
    return first in ("were", "had", "should") and doc[0].pos_ in ("AUX", "VERB")


def is_had(word: Token) -> bool:
    """ "we'd applied": not "would"."""
    return word.lower_ in ("'d", "’d") and word.head.tag_ in ("VBN", "VBD")


def is_only_saying(verb: Token) -> bool:
    """ "I'd note that", "we would say": said, whatever the modal."""
    agents = [c.lower_ for c in verb.children if c.dep_ == "nsubj"]
    return verb.lemma_.lower() in word_set("stance", "say") and agents in (["i"], ["we"])


def modal_before(token: Token, aims: frozenset[str] = frozenset()) -> Stance | None:
    """A modal in front of `token` with no other finite verb between, whatever the tree says."""
    for other in reversed(list(token.doc[: token.i])):
        if other.text in (";", ":", ".") or other.lower_ in ("but", "while", "and", "because"):
            return None
        if other.lower_ == "which" and other.i and other.nbor(-1).lower_ == "of":
            return None  # "would put up 350 million, of which 150 million is set aside"
        modals = word_set("stance", "hypothetical") - aims
        if other.tag_ == "MD" and other.lower_ in modals and not is_had(other):
            if is_only_saying(other.head):
                return None
            return as_modal(other)
        if other.tag_ in ("VBD", "VBZ", "VBP"):
            return None
    return None


def as_modal(word: Token) -> Stance:
    """What a modal makes of its clause; "would" is what "will" becomes in the past ("said that
    Seoul would pay", "signed a deal under which Seoul would pay"): it may be true."""
    if word.lower_ in _WOULD and _is_shifted_back(word):
        return Stance("reported", why=f"“{word.text}”", tentative=True)
    return Stance(reason="hypothetical", why=f"“{word.text}”")


def _is_shifted_back(would: Token) -> bool:
    """Whether something was said or agreed before, what would be is said of a name or a thing,
    and there is no condition."""
    before = would.doc[: would.i]
    past = {t.lemma_.lower() for t in before if t.tag_ in ("VBD", "VBN")}
    told = past & (word_set("stance", "say") | AGREEING)
    told |= {t.lemma_.lower() for t in before} & _PROMISES
    agents = [c for c in would.head.children if c.dep_.startswith("nsubj")]
    is_thing = any(agent.pos_ in ("NOUN", "PROPN") for agent in agents)
    conditional = word_set("stance", "conditional")
    return bool(told) and is_thing and not any(t.lower_ in conditional for t in would.doc)


def is_done(verb: Token) -> bool:
    """Whether a verb tells what is or was done: not "have to end it", "they will end it", nor
    "ending it is hard"; but "had to end it", "did end it", "by ending it"."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "aux:pass")}
    if verb.tag_ == "VBG" and not auxiliaries & _BEING:
        cases = {c.lower_ for c in verb.children if c.dep_ in ("mark", "case")}
        return verb.dep_ in ("advcl", "conj", "xcomp") and cases <= {"by"}
    if verb.tag_ == "VB":
        above = verb.head if verb.dep_ in ("xcomp", "advcl") else None
        is_carried_out = above is not None and above.tag_ == "VBD" and above.lemma_ in _CARRIED_OUT
        return bool(auxiliaries & _DOES) or is_carried_out or _is_finite(verb)
    return True


def _is_finite(verb: Token) -> bool:
    """A verb whose past is written like its infinitive: "and then he let them go"."""
    own = {c.dep_ for c in verb.children}
    is_main = verb.dep_ in ("ROOT", "conj", "parataxis")
    return is_main and "nsubj" in own and own.isdisjoint(("aux", "mark"))


def is_agreed(noun: Token) -> bool:
    """ "have agreed on a plan that raises the payment": done, whatever it is called."""
    verb = noun.head
    is_past = verb.tag_ in ("VBD", "VBN") and verb.lemma_.lower() in AGREEING
    return is_past and noun.dep_ in ("obj", "obl", "nsubj:pass")


def joined_claims(token: Token) -> Iterator[tuple[Token, Token]]:
    """ "falsely claimed that he had a deal, and X gave it away": the verb that the parser joins the
    second clause to, and the first of the clauses that it governs."""
    for clause in (token, *token.ancestors):
        verb = clause.head
        if clause.dep_ == "conj" and verb.i < clause.i:
            yield from ((verb, c) for c in verb.children if c.dep_ == "ccomp" and c.i < clause.i)
