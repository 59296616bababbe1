"""What a sentence takes for granted, whatever is wanted, supposed or denied around it.

"He is planning a visit to the base, which opened in 1954": that it opened is said, not planned. So
is what a definite noun's own clause tells ("to end the deal that costs 1.2 trillion won"), what
a clause tells of cause or of earlier events ("after it had paid 920 billion won"), what an
apposition says of a definite thing, and a measure before a name ("the 34-kilometre Wend Bridge may
close").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.trees import measures_a_name
from factcheck.language.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
#: what leads in a clause that is true if the whole is to make sense (Kiparsky, Kiparsky 1970)
_FACTIVE = frozenset(("since", "because", "although", "though"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))


def is_granted(clause: Token) -> bool:
    """Whether what a clause, by its head, tells is taken for granted by what governs it."""
    if clause.dep_ == "advcl":
        marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
        is_past = "after" in marks and "VBD" in _tags(clause)  # "after it has paid" may come yet
        is_factive = is_past or not marks.isdisjoint(_FACTIVE)
        return (is_factive and _is_finite(clause)) or _is_said_along(clause)
    if measures_a_name(clause) or _is_apposed(clause):
        return True
    if not clause.dep_.endswith(":relcl") or not _is_finite(clause):
        return False
    if _is_of_which(clause):
        return True
    if clause.dep_ != "acl:relcl":
        return False
    noun = clause.head
    is_content = noun.lemma_.lower() in _contents()  # "the claim that …": what is claimed
    return _is_definite(noun) and not is_content


def lies_granted(token: Token) -> bool:
    """Whether a word, or what governs it, stands in what is taken for granted."""
    return any(is_granted(each) for each in (token, *token.ancestors))


def _is_apposed(noun: Token) -> bool:
    """ "the joint command, a body set up in 1978": what a definite thing is, no figure of it."""
    is_noun = noun.dep_ == "appos" and noun.pos_ == "NOUN" and _is_definite(noun.head)
    return is_noun and any(c.dep_ == "det" for c in noun.children) and not _has_figure(noun)


def _has_figure(noun: Token) -> bool:
    return any(c.dep_ == "nummod" for c in noun.children)


def _is_of_which(verb: Token) -> bool:
    """ "350 billion, of which 150 billion is set aside for ships": told of what is wanted."""
    words = [t.lower_ for t in verb.subtree][:3]
    return words[:2] == ["of", "which"] or words == [",", "of", "which"]


def _is_finite(verb: Token) -> bool:
    """Whether a clause has a verb in the present or past, and no modal."""
    tags = _tags(verb)
    return "MD" not in tags and not tags.isdisjoint(_FINITE)


def _tags(verb: Token) -> set[str]:
    """The tags of a verb and its auxiliaries; a participle that has a subject and none of these
    is a past form that the tagger took for one ("that two firms opened")."""
    beside = [c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")]
    is_past = not beside and any(c.dep_ == "nsubj" for c in verb.children)
    return {"VBD" if is_past and t.tag_ == "VBN" else t.tag_ for t in (verb, *beside)}


def _is_said_along(verb: Token) -> bool:
    """ "He would raise the levy, complaining that it was 5 percent": what is complained of."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    is_saying = verb.tag_ == "VBG" and verb.lemma_.lower() in word_set("stance", "say")
    return is_saying and clause is not None and _is_finite(clause)


def _is_definite(noun: Token) -> bool:
    if noun.pos_ == "PROPN":
        return True
    own = list(noun.children)
    return any(c.dep_ == "nmod:poss" or (c.dep_ == "det" and c.lower_ in _DEFINITE) for c in own)


def _contents() -> frozenset[str]:
    """Nouns whose clause is what is claimed, wanted or false."""
    return (
        word_set("stance", "say_nouns")
        | word_set("stance", "demand_nouns")
        | word_set("stance", "false_nouns")
    )
